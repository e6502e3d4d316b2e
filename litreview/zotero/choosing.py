"""Which works are asked for: a collection with what is below it, a tag, or all."""

from __future__ import annotations

from collections.abc import Iterable

from litreview.errors import fault, nearest
from litreview.languages.failures import unreadable
from litreview.zotero.items import Collection, Item, Libraries
from litreview.zotero.selection import Zotero


def chosen(held: Libraries, wanted: Zotero) -> tuple[Item, ...]:
    """The works, in the order of the collection (those of subcollections behind), else of the library. Raises ReadError for a collection
    or tag that there is not, with the nearest, and for a name that several collections have.
    """
    works = list(held.works.values())
    if wanted.tag is not None:
        return _tagged(works, wanted)
    if not wanted.wanted:
        return tuple(works)
    group = next((number for number, name in held.groups.items() if name.casefold() == wanted.wanted.casefold()), None)
    if group is not None:
        return tuple(work for work in works if work.library == group)
    numbers = dict.fromkeys(_below(_collection(held, wanted), held))
    return tuple(held.works[number] for number in numbers)


def full_path(collection: Collection, held: Libraries) -> str:
    """The path of a collection, behind the name of the group that it is in."""
    group = held.groups.get(collection.library)
    return "/".join((*([group] if group else []), *collection.path))


def _tagged(works: list[Item], wanted: Zotero) -> tuple[Item, ...]:
    tag = str(wanted.tag)
    tagged = tuple(work for work in works if tag.casefold() in {one.casefold() for one in (*work.tags, *work.automatic)})
    if not tagged:
        known = sorted({one for work in works for one in (*work.tags, *work.automatic)})
        raise _missing("zotero-no-tag", "zotero-no-tag-near", wanted, tag, known)
    return tagged


def _collection(held: Libraries, wanted: Zotero) -> Collection:
    """The collection by its whole path, else by the end of it, where only one has that."""
    name = wanted.wanted.strip("/").casefold()
    paths = {number: full_path(collection, held) for number, collection in held.collections.items()}
    whole = [number for number, path in paths.items() if path.casefold() == name]
    ends = whole or [number for number, path in paths.items() if path.casefold().endswith("/" + name)]
    if not ends:
        raise _missing("zotero-no-collection", "zotero-no-collection-near", wanted, wanted.wanted, sorted(paths.values()))
    if len(ends) > 1:
        listed = ", ".join(sorted(f"zotero:{paths[number]}" for number in ends))
        raise unreadable(fault("zotero-many-collections", file=str(wanted), severity="error", name=wanted.wanted, listed=listed))
    return held.collections[ends[0]]


def _missing(code: str, code_near: str, wanted: Zotero, name: str, known: list[str]) -> Exception:
    ends = {path.rpartition("/")[2]: path for path in known}
    close = nearest(name, known) or ends.get(nearest(name, list(ends)) or "")
    if close:
        return unreadable(fault(code_near, file=str(wanted), severity="error", name=name, nearest=close))
    listed = ", ".join(known[:12]) + (" …" if len(known) > 12 else "")
    return unreadable(fault(code, file=str(wanted), severity="error", name=name, listed=listed or "–"))


def _below(collection: Collection, held: Libraries) -> Iterable[int]:
    waiting = [collection.number]
    while waiting:
        current = held.collections[waiting.pop(0)]
        yield from current.items
        waiting = [*(number for number in current.below if number in held.collections), *waiting]
