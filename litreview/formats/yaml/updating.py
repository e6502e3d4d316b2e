"""A YAML file rewritten with changed studies in it: whatever did not change keeps its characters, comments and order included.

Each change is a replacement of a stretch of the text. The result is read again; where it does not give the studies that were asked for
(aliases across studies, say), the study is written whole, and at last the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from litreview.errors import Problem, ReadError, fault
from litreview.formats._text import decode
from litreview.formats._yaml.splice import Edit, Unfit, applied, mapping_changes
from litreview.formats._yaml.tree import plain
from litreview.formats.yaml.fields import ORDER
from litreview.formats.yaml.places import places, with_added
from litreview.formats.yaml.plainly import record_of
from litreview.formats.yaml.reading import read
from litreview.formats.yaml.writing import write
from litreview.record import Study


def update(original: bytes, studies: Sequence[Study]) -> tuple[bytes, tuple[Problem, ...]]:
    """The file `original` so that it holds `studies`: those in it keep their place, new ones go to the end, others are taken out.

    Studies are matched by key, and a study whose key changed by the place it was read from. With nothing changed the bytes are the same.
    Raises ReadError if `original` cannot be read.

    >>> old = b"# mine\\n- key: a   # first\\n  title: Old\\n  note: x\\n"
    >>> (study,), _ = read(old, "a.yaml")
    >>> from litreview.record import LangText
    >>> print(update(old, [attrs.evolve(study, title=LangText({"und": "New"}))])[0].decode(), end="")
    # mine
    - key: a   # first
      title: New
      note: x
    """
    text, _ = decode(original, "")
    before, _ = read(original, "")
    pairs, added = _matched(before, studies)
    if all(new is not None and new == old for old, new in pairs) and not added:
        return original, ()
    for changes in (_by_field, _by_record):
        try:
            changed = applied(text, changes(text, pairs))
            result = _encoded(with_added(changed, [record_of(study) for study in added]), original)
        except (Unfit, ReadError):
            continue
        if _holds(result, studies):
            return result, ()
    return write(studies)[0], (fault("rewritten-whole"),)


def _matched(before: Sequence[Study], after: Sequence[Study]) -> tuple[list[tuple[Study, Study | None]], list[Study]]:
    """The studies of the file with what is to become of each (None: taken out), and those that are new. Of studies that share a key
    the first goes with the first."""
    left = list(after)
    successors: list[Study | None] = []
    for old in before:
        new = next((study for study in left if study.key == old.key), None)
        successors.append(new)
        if new is not None:
            left.remove(new)
    for n, old in enumerate(before):
        new = next((study for study in left if _same_place(study, old)), None) if successors[n] is None else None
        if new is not None:
            successors[n] = new
            left.remove(new)
    return list(zip(before, successors, strict=True)), left


def _same_place(new: Study, old: Study) -> bool:
    return bool(new.origin and old.origin and new.origin.format == "yaml" and new.origin.start == old.origin.start)


def _holds(result: bytes, studies: Sequence[Study]) -> bool:
    try:
        reread, _ = read(result, "")
    except ReadError:
        return False
    return Counter(map(_loosely, reread)) == Counter(map(_loosely, studies))


def _loosely(study: Study) -> Study:
    """The order of what other formats said is not kept among formats, nor that of what is not stated."""
    aspects = attrs.evolve(study.aspects, looked_for=tuple(sorted(study.aspects.looked_for)))
    return attrs.evolve(study, aspects=aspects, extra=tuple(sorted(study.extra)), looked_for=tuple(sorted(study.looked_for)))


def _encoded(text: str, original: bytes) -> bytes:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if original.startswith(mark):
            return mark + text.encode(encoding)
    return text.encode()


def _by_field(text: str, matched: Sequence[tuple[Study, Study | None]]) -> Iterator[Edit]:
    """Change the fields that changed."""
    for place, (old, new) in zip(places(text), matched, strict=True):
        if new is None:
            yield place.out(text)
        elif new != old:
            before, after = record_of(old), record_of(new)
            blended = _blended(plain(place.record), before, after)
            yield from mapping_changes(text, place.record, {"key": after["key"], **blended}, ORDER)


def _blended(in_file: Any, before: Any, after: Any) -> Any:
    """`after` as the file is to say it: where it equals `before`, what stands `in_file` (it may be said in another form there)."""
    if after == before:
        return in_file
    if isinstance(in_file, dict) and isinstance(before, dict) and isinstance(after, dict):
        kept = {name: part for name, part in in_file.items() if name in after or name not in before}
        changed = {name: part for name, part in after.items() if part != before.get(name, ...)}
        return {**kept, **{name: _blended(in_file.get(name), before.get(name), part) for name, part in changed.items()}}
    if isinstance(in_file, list) and isinstance(before, list) and isinstance(after, list) and len(in_file) == len(before):
        rows = [*zip(in_file, before, strict=True), *((None, None) for _ in after)]
        return [in_file[before.index(part)] if part in before else _blended(*rows[n], part) for n, part in enumerate(after)]
    return after


def _by_record(text: str, matched: Sequence[tuple[Study, Study | None]]) -> Iterator[Edit]:
    """Write the records anew that changed."""
    for place, (old, new) in zip(places(text), matched, strict=True):
        if new is None:
            yield place.out(text)
        elif new != old:
            yield place.whole(text, record_of(new))
