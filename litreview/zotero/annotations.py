"""What was read and marked in Zotero: the annotations of attachments and the notes of works, as highlights in the order of their pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from litreview.highlights.notes import in_note
from litreview.highlights.words import comment_text, source_text
from litreview.record import Highlight
from litreview.record.colours import colour_of
from litreview.record.highlights import KINDS, Kind
from litreview.zotero.database import Tables

_KINDS: Mapping[int, Kind] = {1: "highlight", 2: "note", 3: "image", 4: "ink", 5: "underline", 6: "text"}
_SHEET = re.compile(r'"pageIndex"\s*:\s*(\d{1,6})')
STORED = "storage:"


def highlights(
    tables: Tables, languages: Mapping[int, str | None], tags: Mapping[int, list[str]], gone: frozenset[int]
) -> Mapping[int, tuple[Highlight, ...]]:
    """The highlights by the number of the work. `languages` are the works that are wanted, each with its language; `tags` those of any
    item, by its number; `gone` are the numbers of what is in the trash.
    """
    keys = {number: str(key) for number, key in tables.rows("items", "itemID", "key")}
    files: dict[int, tuple[int, str | None]] = {}
    for number, parent, path in tables.rows("itemAttachments", "itemID", "parentItemID", "path"):
        if parent in languages and number not in gone:
            files[number] = parent, _file(str(path), keys.get(number, "")) if path else None
    marked: dict[int, list[tuple[tuple[int, str], Highlight]]] = defaultdict(list)
    columns = ("itemID", "parentItemID", "type", "text", "comment", "color", "pageLabel", "sortIndex", "position")
    for number, parent, kind, text, comment, colour, label, order, position in tables.rows("itemAnnotations", *columns):
        if parent not in files or number in gone:
            continue
        work, file = files[parent]
        sheet = _SHEET.search(str(position or ""))
        highlight = Highlight(
            source_text(text, languages[work]),
            comment_text(comment),
            str(label).strip() or None if label is not None else None,
            colour_of(str(colour)) if colour else None,
            tuple(tags.get(number, ())),
            _kind(kind),
            int(sheet[1]) + 1 if sheet else None,
            file,
            keys.get(number),
        )
        if highlight.text or highlight.comment:
            marked[work].append(((parent, str(order or "")), highlight))
    highlights = {work: [one for _, one in sorted(listed, key=lambda pair: pair[0])] for work, listed in marked.items()}
    for work, further in _notes(tables, languages, keys, gone, {one.id for listed in highlights.values() for one in listed if one.id}):
        highlights.setdefault(work, []).extend(further)
    return {work: tuple(listed) for work, listed in highlights.items()}


def _notes(
    tables: Tables, languages: Mapping[int, str | None], keys: Mapping[int, str], gone: frozenset[int], known: set[str]
) -> Iterator[tuple[int, tuple[Highlight, ...]]]:
    for number, parent, html in tables.rows("itemNotes", "itemID", "parentItemID", "note", order="itemID"):
        if parent in languages and number not in gone and html:
            yield parent, in_note(str(html), languages[parent], keys.get(number, str(number)), known)


def _kind(number: object) -> Kind:
    return _KINDS.get(number, KINDS[0]) if isinstance(number, int) else KINDS[0]


def _file(path: str, key: str) -> str:
    """The file of an attachment, as seen from the data folder of Zotero."""
    return f"storage/{key}/{path.removeprefix(STORED)}" if path.startswith(STORED) else path
