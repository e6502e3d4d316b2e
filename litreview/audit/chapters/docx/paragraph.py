"""One paragraph of a Word file: its text as it is read, and the citations, notes and languages marked in it.

Insertions count as text, deletions do not (ECMA-376 part 1, 17.13.5); of a field the result is read, of hidden text nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs
from lxml import etree

from litreview.audit.chapters.docx.codes import Coded, cited, endnote_data, in_tag, is_citation, jabref_keys
from litreview.audit.chapters.docx.package import W
from litreview.audit.chapters.text import Foreign, Mark
from litreview.document.works import Json

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = {f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "delText", "delInstrText", "annotationRef")}
_SPACES = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}


@attrs.define
class Field:
    """A field that is open: its code so far, and where its result began in the paragraph at hand."""

    code: str = ""
    carried: str = ""
    """What the field keeps of its code beside it, as EndNote does."""
    result: bool = False
    start: int = 0


@attrs.define
class Story:
    """What goes on from one paragraph to the next: open fields, names of works, the numbers of notes met."""

    names: Mapping[str, str]
    properties: Mapping[str, str]
    fields: list[Field] = attrs.Factory(list)
    notes: list[str] = attrs.Factory(list)
    works: dict[str, Mapping[str, Json]] = attrs.Factory(dict)

    def work(self, name: str) -> str:
        """The key of the work that the file calls `name`."""
        return self.names.get(name.casefold(), name)

    def cited(self, name: str) -> str:
        """The key of the work that a bookmark of a citation names, behind which a number stands and, in a copy, what a program added."""
        first = shorter = name.rpartition("_")[0]
        while shorter:
            if shorter.casefold() in self.names:
                return self.names[shorter.casefold()]
            shorter = shorter.rpartition("_")[0]
        return self.work(first)

    def bookmarked(self, name: str) -> str | None:
        """The code that the properties of the file keep for a bookmark of Zotero."""
        pieces: list[str] = []
        while (piece := self.properties.get(f"{name}_{len(pieces) + 1}")) is not None:
            pieces.append(piece)
        return "".join(pieces) if pieces else None


@attrs.define
class Line:
    """A paragraph while it is read."""

    story: Story
    text: str = ""
    marks: list[Mark] = attrs.Factory(list)
    foreign: list[Foreign] = attrs.Factory(list)
    names: list[str] = attrs.Factory(list)
    boxes: list[Any] = attrs.Factory(list)
    _open: dict[str, tuple[str, int]] = attrs.Factory(dict)

    def read(self, element: Any) -> None:
        """Add what stands within `element`."""
        for child in element:
            self._child(child)

    def _child(self, child: Any) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        if tag == f"{W}r":
            self._run(child)
        elif tag == f"{W}hyperlink":
            self._link(child)
        elif tag == f"{W}fldSimple":
            self._simple_field(child)
        elif tag == f"{W}bookmarkStart":
            self._bookmark_start(child)
        elif tag == f"{W}bookmarkEnd":
            self._bookmark_end(child)
        elif tag == f"{_MC}AlternateContent":
            choice = child.find(f"{_MC}Choice")
            self.read(choice if choice is not None else child)
        elif tag == f"{W}txbxContent":
            self.boxes.append(child)
        elif tag == f"{W}sdt":
            self._control(child)
        else:
            self.read(child)

    def _run(self, run: Any) -> None:
        properties = run.find(f"{W}rPr")
        if properties is not None and _is_on(properties.find(f"{W}vanish")):
            return
        start = len(self.text)
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                self._add(child.text or "")
            elif tag in _SPACES:
                self._add(_SPACES[tag])
            elif tag == f"{W}fldChar":
                self._field(str(child.get(f"{W}fldCharType")), child)
            elif tag == f"{W}instrText":
                if self.story.fields and not self.story.fields[-1].result:
                    self.story.fields[-1].code += child.text or ""
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self.story.notes.append(f"{etree.QName(tag).localname.removesuffix('Reference')}/{child.get(f'{W}id')}")
                self.marks.append(Mark(len(self.text), len(self.text), note=len(self.story.notes)))
            elif tag not in _SKIPPED:
                self._child(child)
        self._mark_by_look(properties, start)

    def _mark_by_look(self, properties: Any, start: int) -> None:
        """What the look of a run says of its text."""
        if properties is None or len(self.text) == start:
            return
        script = properties.find(f"{W}vertAlign")
        if script is not None and script.get(f"{W}val") == "superscript":
            self.marks.append(Mark(start, len(self.text), raised=True))
        language = properties.find(f"{W}lang")
        tag = language.get(f"{W}val") if language is not None else None
        if tag:
            if self.foreign and self.foreign[-1].end == start and self.foreign[-1].tag == tag:
                self.foreign[-1] = attrs.evolve(self.foreign[-1], end=len(self.text))
            else:
                self.foreign.append(Foreign(start, len(self.text), str(tag)))

    def _add(self, text: str) -> None:
        if all(field.result for field in self.story.fields):
            self.text += text

    def _field(self, kind: str, element: Any) -> None:
        fields = self.story.fields
        if kind == "begin":
            data = element.find(f"{W}fldData")
            fields.append(Field(carried=endnote_data(data.text or "") if data is not None else ""))
        elif kind == "separate" and fields:
            fields[-1].result, fields[-1].start = True, len(self.text)
        elif kind == "end" and fields:
            field = fields.pop()
            if field.result:
                self._mark_citation(field.code + field.carried, min(field.start, len(self.text)))

    def _mark_citation(self, code: str, start: int) -> None:
        if is_citation(code):
            self._mark_coded(cited(code, self.story.names), start)

    def _mark_coded(self, citation: Coded, start: int) -> None:
        self.story.works.update((key, data) for key, data in citation.works if key)
        self.marks.append(Mark(start, len(self.text), citation.keys))

    def _simple_field(self, field: Any) -> None:
        start = len(self.text)
        self.read(field)
        self._mark_citation(str(field.get(f"{W}instr") or ""), start)

    def _control(self, control: Any) -> None:
        """A content control; that of Mendeley Cite keeps its citation in its tag."""
        named = control.find(f"{W}sdtPr/{W}tag")
        start = len(self.text)
        self.read(control)
        citation = in_tag(str(named.get(f"{W}val"))) if named is not None else None
        if citation is not None:
            self._mark_coded(citation, start)

    def _link(self, link: Any) -> None:
        start = len(self.text)
        self.read(link)
        anchor = str(link.get(f"{W}anchor") or "")
        if anchor.lower().startswith("_ref_") and len(self.text) > start:
            self.marks.append(Mark(start, len(self.text), (self.story.work(anchor[5:]),)))

    def _bookmark_start(self, mark: Any) -> None:
        name = str(mark.get(f"{W}name") or "")
        self.names.append(name)
        self._open[str(mark.get(f"{W}id"))] = (name, len(self.text))

    def _bookmark_end(self, mark: Any) -> None:
        name, start = self._open.pop(str(mark.get(f"{W}id")), ("", 0))
        low = name.lower()
        noted = any(mark.note is not None and mark.start >= start for mark in self.marks)
        if not noted and not re.search(r"\w", self.text[start:]):
            return  # what it marked was deleted
        if low.startswith("_cite_"):
            self.marks.append(Mark(start, len(self.text), (self.story.cited(low.removeprefix("_cite_")),)))
        elif keys := jabref_keys(name):
            self.marks.append(Mark(start, len(self.text), tuple(self.story.work(key) for key in keys)))
        elif name.startswith("ZOTERO_BREF_") and (code := self.story.bookmarked(re.sub(r"_Copy(?:_\d+)?$", "", name))):
            self._mark_citation(code, start)


def _is_on(switch: Any) -> bool:
    return switch is not None and switch.get(f"{W}val") not in ("0", "false", "off")
