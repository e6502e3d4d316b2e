"""Items of Zotero in JSON, as its service, its local API and the exports of Better BibTeX have them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from litreview.formats._json import mapping as members
from litreview.formats._json import mappings, string, strings
from litreview.formats._zotero.mapping import Creator, mapping
from litreview.highlights.notes import in_note
from litreview.highlights.words import comment_text, source_text
from litreview.record import Highlight
from litreview.record.colours import colour_of
from litreview.record.highlights import KINDS
from litreview.record.languages import language_tag

_SHEET = re.compile(r'"pageIndex"\s*:\s*(\d{1,6})')
_REPLACES, _RELATED = "dc:replaces", "dc:relation"
_TECHNICAL = frozenset(
    "itemType key itemKey itemID libraryID version uri select dateAdded dateModified parentItem deleted citekey path inPublications".split()
)
"""What Zotero notes of an item for itself."""
Record = Mapping[str, Any]


@attrs.frozen
class Work:
    """One work: `fields` by their general names, `tags` and `automatic` ones, the keys of its collections, and what was marked in it."""

    kind: str
    fields: Mapping[str, str]
    creators: tuple[Creator, ...]
    key: str = ""
    number: str = ""
    """By which collections of Better BibTeX name it."""
    uri: str = ""
    tags: tuple[str, ...] = ()
    automatic: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    highlights: tuple[Highlight, ...] = ()


def works(records: Iterable[Record]) -> list[tuple[int, Work]]:
    """The works among `records`, each with its place there. Attachments, notes and annotations belong to the works that they name or are
    listed in; those that belong to none, and what is in the trash, are left out.
    """
    listed = [_bare(record) for record in records]
    below: dict[str, list[Record]] = defaultdict(list)
    for item in listed:
        if parent := string(item.get("parentItem")):
            below[parent].append(item)
    return [(place, _work(item, below)) for place, item in enumerate(listed) if "itemType" in item and not _left(item)]


def _bare(record: Record) -> Record:
    """A record; one of Zotero's service has its values under ``data``."""
    inner = members(record.get("data"))
    return inner if "itemType" in inner else record


def _left(item: Record) -> bool:
    return item.get("itemType") in ("attachment", "note", "annotation") or item.get("deleted") in (1, True)


def _work(item: Record, below: Mapping[str, Sequence[Record]]) -> Work:
    kind, known = string(item.get("itemType")), mapping()
    values = {name: text for name, value in item.items() if name not in _TECHNICAL and (text := string(value)).strip()}
    fields = {known.general.get(name, name): text for name, text in values.items()} | {
        name: text for name, text in values.items() if name not in known.general
    }
    own, automatic = _tags(item)
    relations = members(item.get("relations"))
    key = string(item.get("key") or item.get("itemKey"))
    return Work(
        kind,
        {**fields, **({"citationKey": cited} if (cited := fields.get("citationKey") or string(item.get("citekey"))) else {})},
        tuple(_creator(creator, kind) for creator in mappings(item.get("creators"))),
        key,
        string(item.get("itemID")),
        string(item.get("uri")),
        own,
        automatic,
        tuple(strings(item.get("collections"))),
        tuple(sorted(strings(relations.get(_REPLACES)))),
        tuple(sorted(strings(relations.get(_RELATED)))),
        _marks(item, below, key, language_tag(fields.get("language", ""))),
    )


def _creator(creator: Record, kind: str) -> Creator:
    role, whole = string(creator.get("creatorType")) or "author", string(creator.get("name"))
    last, first = string(creator.get("lastName")), string(creator.get("firstName"))
    single = bool(whole) or creator.get("fieldMode") == 1
    return Creator(role, first.strip(), (whole or last).strip(), single, primary=mapping().primary.get(kind, "author") == role)


def _tags(item: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The user's tags and the automatic ones."""
    kinds: tuple[list[str], list[str]] = ([], [])
    listed = item.get("tags")
    for tag in listed if isinstance(listed, list) else ():
        name, automatic = (string(tag.get("tag")), tag.get("type") == 1) if isinstance(tag, Mapping) else (string(tag), False)
        if name.strip():
            kinds[automatic].append(name.strip())
    own, automatic_ones = (tuple(sorted(dict.fromkeys(tags), key=str.casefold)) for tags in kinds)
    return own, automatic_ones


def _marks(item: Record, below: Mapping[str, Sequence[Record]], key: str, tag: str | None) -> tuple[Highlight, ...]:
    """What was marked in the files of a work, in the order of their pages, and what its notes say beyond."""
    children = [*mappings(item.get("attachments")), *below.get(key, ())]
    marks: list[Highlight] = []
    for file in children:
        if file.get("itemType") in ("note", "annotation") or file.get("deleted") in (1, True):
            continue
        listed = [mark for mark in (*mappings(file.get("annotations")), *below.get(string(file.get("key")), ())) if not mark.get("deleted")]
        ordered = sorted(listed, key=lambda mark: string(mark.get("annotationSortIndex")))
        marks += [_mark(mark, file, tag) for mark in ordered if mark.get("annotationType")]
    marks = [mark for mark in marks if mark.text or mark.comment]
    known = {mark.id for mark in marks if mark.id}
    notes = [*_notes(item), *(child for child in below.get(key, ()) if child.get("itemType") == "note" and not child.get("deleted"))]
    for number, note in enumerate(notes, 1):
        marks += in_note(string(note.get("note")), tag, string(note.get("key")) or str(number), known)
    return tuple(marks)


def _notes(item: Record) -> list[Record]:
    listed = item.get("notes")
    return [note if isinstance(note, Mapping) else {"note": string(note)} for note in (listed if isinstance(listed, list) else ())]


def _mark(mark: Record, file: Record, tag: str | None) -> Highlight:
    position = mark.get("annotationPosition")
    sheet = _SHEET.search(position if isinstance(position, str) else "")
    index = position.get("pageIndex") if isinstance(position, Mapping) else int(sheet[1]) if sheet else None
    return Highlight(
        source_text(string(mark.get("annotationText")), tag),
        comment_text(string(mark.get("annotationComment"))),
        string(mark.get("annotationPageLabel")).strip() or None,
        colour_of(string(mark.get("annotationColor"))),
        tuple(tags for one in _tags(mark) for tags in one),
        next((kind for kind in KINDS if kind == mark.get("annotationType")), KINDS[0]),
        index + 1 if isinstance(index, int) else None,
        _file(file),
        string(mark.get("key")) or None,
    )


def _file(file: Record) -> str | None:
    """The file of an attachment: in Zotero's storage by key and name, so that no path of a machine is kept."""
    name = string(file.get("filename")) or re.split(r"[/\\]", string(file.get("path")) or string(file.get("localPath")))[-1]
    key = string(file.get("key"))
    return f"storage/{key}/{name}" if name and key else name or None
