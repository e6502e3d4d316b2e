"""A Word file as a draft: body, tables, text boxes and notes, in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from litreview.audit.chapters.bibliography import with_entries
from litreview.audit.chapters.docx.codes import is_bibliography
from litreview.audit.chapters.docx.package import Package, W, opened
from litreview.audit.chapters.docx.paragraph import Line, Story
from litreview.audit.chapters.text import DraftText, Kind, Mark, Passage

_CONTAINERS = {f"{W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent")}
DEEPEST = 40
"""So deep may tables and text boxes stand in each other."""


def read_docx(data: bytes, name: str, known: Iterable[str] = ()) -> DraftText:
    """The draft in a Word file; `known` are keys of works by which the file's own marks can be read.

    Raises ReadError for what is no Word file, is encrypted, or would unpack to more than any document holds.
    """
    package = opened(data, name)
    known = list(known)
    names = package.keys(known)
    story = Story(names, package.properties)
    reader = _Reader(package, story)
    if package.body is not None:
        reader.blocks(package.body, None, 0)
    notes = tuple(reader.note(number, note) for number, note in enumerate(story.notes, 1))
    works = dict([*((names.get(tag.casefold(), tag), item) for tag, item in package.sources), *story.works.items()])
    return DraftText(
        name,
        with_entries(tuple(reader.passages)),
        notes,
        package.language,
        tuple(works.items()),
        package.ledger,
        tuple((key, text) for key, _, text in package.blocks),
    )


class _Reader:
    def __init__(self, package: Package, story: Story) -> None:
        self.package, self.story = package, story
        self.keys = {name: key for key, name, _ in package.blocks}
        self.passages: list[Passage] = []
        self.heading = ""
        self.tables = 0
        self.unended: Line | None = None

    def blocks(self, element: Any, cell: tuple[int, int, int] | None, depth: int, header: bool = False) -> None:
        """Take in the paragraphs and tables within `element`."""
        for child in element:
            if child.tag == f"{W}p":
                self.paragraph(child, cell, depth, header)
            elif child.tag == f"{W}tbl" and depth < DEEPEST:
                self.table(child, depth + 1)
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                self.blocks(content if content is not None else (), cell, depth, header)
            elif child.tag in _CONTAINERS:
                self.blocks(child, cell, depth, header)

    def table(self, table: Any, depth: int) -> None:
        """Take in a table, row by row."""
        number = self.tables
        self.tables += 1
        rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table and not _is_deleted(row)]
        for place, row in enumerate(rows):
            cells = [c for c in row.iter(f"{W}tc") if next(c.iterancestors(f"{W}tr")) is row]
            properties = row.find(f"{W}trPr")
            header = properties is not None and properties.find(f"{W}tblHeader") is not None
            for column, cell in enumerate(cells):
                self.blocks(cell, (number, place, column), depth, header)

    def paragraph(self, element: Any, cell: tuple[int, int, int] | None, depth: int, header: bool) -> None:
        """Take in a paragraph; one whose end was deleted goes on in the next."""
        listed = [field.code for field in self.story.fields]
        line = self.unended or Line(self.story)
        for field in self.story.fields:
            field.start = 0
        line.read(element)
        properties = element.find(f"{W}pPr")
        self.unended = None
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self.unended = line
            return
        codes = [*listed, *(field.code for field in self.story.fields)]
        kind, level = self._kind(properties, codes, cell is not None)
        works = tuple(self.story.work(name[5:]) for name in line.names if name.lower().startswith("_ref_"))
        if works and kind not in ("heading", "contents", "cell"):
            kind = "entry"
        if kind == "heading" and line.text.strip():
            self.heading = " ".join(line.text.split())
        key = next((self.keys[name.casefold()] for name in line.names if name.casefold() in self.keys), None)
        self.passages.append(
            Passage(
                kind,
                line.text,
                self.heading,
                key,
                level,
                _marks(line),
                tuple(line.foreign),
                cell if kind == "cell" else None,
                header,
                works=works,
            )
        )
        for box in line.boxes:
            if depth < DEEPEST and not _is_drawn(box):
                self.blocks(box, cell, depth + 1, header)

    def _kind(self, properties: Any, codes: list[str], in_cell: bool) -> tuple[Kind, int]:
        style, level, listed = "", None, False
        if properties is not None:
            named = properties.find(f"{W}pStyle")
            definition = self.package.styles.get(str(named.get(f"{W}val"))) if named is not None else None
            style, level = (definition.name, definition.level) if definition else ("", None)
            own = properties.find(f"{W}outlineLvl")
            if own is not None and str(own.get(f"{W}val")).isdigit() and int(own.get(f"{W}val")) < 9:
                level = int(own.get(f"{W}val"))
            listed = properties.find(f"{W}numPr") is not None
        if any(code.split()[:1] == ["TOC"] for code in codes) or style.startswith(("toc ", "contents ", "table of figures")):
            return "contents", 0
        if in_cell:
            return "cell", 0
        if level is not None:
            return "heading", level + 1
        if any(is_bibliography(code) for code in codes) or style.startswith("bibliography"):
            return "entry", 0
        return ("caption", 0) if style == "caption" else ("item", 0) if listed else ("paragraph", 0)

    def note(self, number: int, name: str) -> Passage:
        """The text of a footnote or endnote."""
        text, marks, foreign = "", list[Mark](), list[Any]()
        element = self.package.notes.get(name)
        self.story.fields.clear()
        for paragraph in element.iter(f"{W}p") if element is not None else ():
            line = Line(self.story)
            line.read(paragraph)
            start = len(text) + (1 if text else 0)
            text = f"{text} {line.text}" if text else line.text
            marks += [attrs.evolve(mark, start=mark.start + start, end=mark.end + start) for mark in _marks(line)]
            foreign += [attrs.evolve(stretch, start=stretch.start + start, end=stretch.end + start) for stretch in line.foreign]
        return Passage("note", text, marks=tuple(marks), foreign=tuple(foreign), number=number)


def _is_drawn(box: Any) -> bool:
    """Whether a text box is a part of a drawing of several shapes: what stands in it is a label there, no sentence."""
    return any(str(above.tag).endswith(("}wgp", "}wpc")) for above in box.iterancestors())


def _marks(line: Line) -> tuple[Mark, ...]:
    return tuple(sorted(dict.fromkeys(line.marks), key=lambda mark: (mark.start, mark.end)))


def _is_deleted(row: Any) -> bool:
    """Whether a row was deleted, with the change still tracked."""
    properties = row.find(f"{W}trPr")
    return properties is not None and properties.find(f"{W}del") is not None
