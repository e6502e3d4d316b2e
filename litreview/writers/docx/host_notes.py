"""The footnotes and endnotes that a file of Word has already, as elements in which something can be set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import attrs
from docx.document import Document as WordDocument
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml

from litreview.writers.docx.package.xml import W

_W = f"{{{W}}}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NoteKind = Literal["footnote", "endnote"]
KINDS: tuple[NoteKind, ...] = ("footnote", "endnote")


@attrs.frozen(eq=False)
class HostNote:
    """One note: where the text refers to it, its element, the part it stands in, and its number among those of its kind, from 1."""

    kind: NoteKind
    number: int
    reference: Any
    element: Any
    part: XmlPart


def host_notes(word: WordDocument) -> Iterator[HostNote]:
    """The notes of a document in the order in which its text refers to them, each once; a note that the file lacks is passed over.

    >>> import docx
    >>> list(host_notes(docx.Document()))
    []
    """
    parts = {kind: part for kind in KINDS if (part := _opened(word, kind)) is not None}
    notes = {kind: {note.get(f"{_W}id"): note for note in part.element.iter(f"{_W}{kind}")} for kind, part in parts.items()}
    counted = dict.fromkeys(KINDS, 0)
    for reference in word.element.body.iter(*(f"{_W}{kind}Reference" for kind in KINDS)) if parts else ():
        kind = next(kind for kind in KINDS if reference.tag == f"{_W}{kind}Reference")
        note = notes.get(kind, {}).pop(reference.get(f"{_W}id"), None)
        if note is not None:
            counted[kind] += 1
            yield HostNote(kind, counted[kind], reference, note, parts[kind])


def note_of(element: Any) -> Any:
    """The note in which an element stands; None for one of the text."""
    return next(element.iterancestors(*(f"{_W}{kind}" for kind in KINDS)), None)


def _opened(word: WordDocument, kind: NoteKind) -> XmlPart | None:
    """The part of these notes as elements, which are saved as they stand then; None where the file has none."""
    relation = next((rel for rel in word.part.rels.values() if rel.reltype == f"{_OFFICE}/{kind}s" and not rel.is_external), None)
    if relation is None:
        return None
    old: Any = relation.target_part
    if isinstance(old, XmlPart):
        return old
    part = XmlPart(old.partname, old.content_type, parse_xml(old.blob), word.part.package)
    for rid, outgoing in old.rels.items():
        part.rels[rid] = outgoing
    relation._target = part
    return part
