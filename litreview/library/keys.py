"""Citation keys by a formula: the map, and the sources and the outline rewritten by it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from litreview.api.library import Library
from litreview.errors import Problem, ReadError, fault
from litreview.formats._yaml.splice import Edit, applied
from litreview.formats._yaml.tree import Node, Scalar, parse, plain, walk
from litreview.languages.failures import unwritable
from litreview.library.load import load
from litreview.library.rewrite import Rewrite, files_of, rewritten, write
from litreview.library.sources import read_bytes, read_text
from litreview.record import FrozenMap, Study
from litreview.record.key_changes import key_changes
from litreview.record.keys import FORMULA
from litreview.themes import OutlineError, structure_outline
from litreview.themes.outline.reading import read_outline

_KEY_LISTS = ("studies", "leave-out")
"""The places of an outline in which a key stands as a word of its own."""
_CITED = re.compile(r"(?<![\w@])@(?:\{([^{}\s]+)\}|(\w(?:\w|[:.#$%&+?<>~/-](?=\w))*))")
"""``@key`` and ``@{key}`` as Pandoc has them; no e-mail address."""


@attrs.frozen
class KeyChanges:
    """Which keys would change (old to new), in which files, and what was found on the way."""

    library: Library
    changes: FrozenMap[str, str]
    files: tuple[Rewrite, ...] = ()
    problems: tuple[Problem, ...] = ()


def keys(*sources: str | os.PathLike[str], formula: str = FORMULA, outline: str | os.PathLike[str] | None = None) -> KeyChanges:
    """The keys of the studies in `sources` that are not by `formula`, each with the one it would get. Nothing is written.

    Raises ReadError as `litreview.load` does, and UnknownName for a wrong formula.

    >>> from litreview._resources import folder
    >>> found = keys(folder("references"), formula="{family} {year}")
    >>> len(found.library), found.files
    (5, ())
    """
    library = load(*sources, leave_out=_given(outline))
    return KeyChanges(library, key_changes(library, formula), (), library.problems)


def rename_keys(*sources: str | os.PathLike[str], formula: str = FORMULA, outline: str | os.PathLike[str] | None = None) -> KeyChanges:
    """As `keys`, and the sources and the outline are rewritten with the new keys: all of them, or none.

    In YAML and BibTeX files everything else stays as it was, comments and order included. In the outline the lists of studies and
    citations such as ``[@key]`` follow. Raises WriteError for a source that cannot be changed in place, naming it.
    """
    found = keys(*sources, formula=formula, outline=outline)
    changes = found.changes

    def change(study: Study) -> Study:
        return attrs.evolve(study, key=changes.get(study.key, study.key))

    files, problems = rewritten(files_of(sources, _given(outline)), found.library, change)
    if outline is not None and (plan := outline_with(outline, changes)) is not None:
        files = (*files, plan)
    write(files)
    return attrs.evolve(found, files=files, problems=(*found.problems, *problems))


def outline_with(path: str | os.PathLike[str], changes: Mapping[str, str]) -> Rewrite | None:
    """The outline file with new keys in place of old ones, or None where it names none of them. Raises ReadError."""
    read_outline(path)
    data = read_bytes(path)
    text = read_text(data, path)
    edits = [edit for root in parse(text, str(path)) for edit in _listed_keys(text, root, changes)]
    new = _CITED.sub(lambda found: _cited(found, changes), applied(text, edits))
    if new == text:
        return None
    try:
        for root in parse(new, str(path))[:1]:
            structure_outline(plain(root))
    except (OutlineError, ReadError) as error:
        raise unwritable(fault("rewrite-unfaithful", file=str(path), severity="error")) from error
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
    return Rewrite(str(path), data, new.encode(encoding))


def _listed_keys(text: str, root: Node, changes: Mapping[str, str]) -> Iterator[Edit]:
    """Changes of the keys that stand as words of their own in the lists of an outline."""
    done: set[int] = set()
    for where, node in walk(root):
        if not isinstance(node, Scalar) or node.text is None or node.text not in changes:
            continue
        if not set(_KEY_LISTS) & set(where) or node.place.start in done:
            continue
        start, end = node.place.start, node.place.end
        stands = text[start:end]
        done.add(start)
        if stands.count(node.text) == 1:  # an alias shows another word
            yield Edit(start, end, stands.replace(node.text, changes[node.text]))


def _cited(found: re.Match[str], changes: Mapping[str, str]) -> str:
    key = found[1] or found[2]
    return found[0].replace(key, changes.get(key, key))


def _given(outline: str | os.PathLike[str] | None) -> Sequence[str | os.PathLike[str]]:
    return () if outline is None else (outline,)
