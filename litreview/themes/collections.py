"""The collections into which the writer has sorted the studies in Zotero, as topics: she has said already what belongs together."""

from __future__ import annotations

from collections import defaultdict

from litreview.record import LangText, Library, Study
from litreview.record.study import COLLECTION
from litreview.themes.keywords import slug
from litreview.themes.theme import TOPIC, Theme
from litreview.themes.thresholds import STUDIES_OF_A_COLLECTION


def in_collection(library: Library, path: str) -> tuple[str, ...]:
    """The keys of the studies in the collection `path` or below it, in the order of the library.

    >>> library = Library((Study("a", extra=((COLLECTION, "Tesis/Teori"),)), Study("b", extra=((COLLECTION, "Tesis"),))))
    >>> in_collection(library, "tesis"), in_collection(library, "Tesis/Teori")
    (('a', 'b'), ('a',))
    """
    wanted = _parts(path)
    return tuple(study.key for study in library if any(_parts(one)[: len(wanted)] == wanted for one in collections_of(study)))


def collections_of(study: Study) -> tuple[str, ...]:
    """The paths of the collections that hold a study itself."""
    return tuple(value for name, value in study.extra if name == COLLECTION)


def suggest_collections(library: Library) -> tuple[Theme, ...]:
    """A topic for each collection of the first level that divides the studies, by name; none where no two collections do.

    What holds all studies divides nothing: then its subcollections are looked at. A collection of fewer than
    `STUDIES_OF_A_COLLECTION` studies is no topic by itself.
    """
    above: tuple[str, ...] = ()
    while True:
        held: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for study in library:
            for path in collections_of(study):
                parts = tuple(path.split("/"))
                if parts[: len(above)] == above and len(parts) > len(above):
                    held[parts[: len(above) + 1]].add(study.key)
        whole = next((parts for parts, keys in held.items() if len(keys) == len(library)), None)
        if whole is None:
            break
        above = whole
    enough = sorted((parts for parts, keys in held.items() if len(keys) >= STUDIES_OF_A_COLLECTION), key=lambda parts: parts[-1].casefold())
    return tuple(_theme(parts, held[parts], library) for parts in enough) if len(enough) > 1 else ()


def _theme(parts: tuple[str, ...], held: set[str], library: Library) -> Theme:
    keys = tuple(study.key for study in library if study.key in held)
    return Theme(TOPIC, keys, title_of_collection("/".join(parts)), name=slug(parts[-1]), way="collection", collection="/".join(parts))


def title_of_collection(path: str) -> LangText:
    """The heading of a topic that is a collection: what its writer calls it, in whatever language.

    >>> title_of_collection("Tesis/Teori")
    LangText({'und': 'Teori'})
    """
    return LangText({"und": path.rstrip("/").rpartition("/")[2]})


def _parts(path: str) -> list[str]:
    return [part.strip().casefold() for part in path.strip("/").split("/")]
