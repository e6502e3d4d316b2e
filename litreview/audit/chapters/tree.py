"""A document tree as a draft, for a chapter that has not been written to any file."""

from __future__ import annotations

import attrs

from litreview.audit.chapters import text as drafts
from litreview.audit.chapters.text import DraftText, Mark, Passage
from litreview.document.nodes import (
    Cite,
    Document,
    Figure,
    Foreign,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Note,
    Paragraph,
    Quoted,
    Reference,
    References,
    Table,
    Text,
)  # fmt: skip
from litreview.document.walk import entry_inlines, plain


def draft_of(document: Document) -> DraftText:
    """The draft that a file written from `document` would give back."""
    reader = _Reader()
    for block in document.blocks:
        reader.block(block)
    return DraftText("draft", tuple(reader.passages), tuple(reader.notes), document.language, document.sources, None, from_file=False)


class _Reader:
    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.notes: list[Passage] = []
        self.heading = ""
        self.tables = 0

    def block(self, block: object) -> None:
        """Take in one block."""
        if isinstance(block, Heading):
            self.heading = " ".join(part for part in (block.number or "", plain(block.children)) if part)
            before = f"{block.number} " if block.number else ""
            self.add("heading", (Text(before), *block.children), block.key, level=block.level)
        elif isinstance(block, Paragraph):
            self.add("paragraph", block.children, block.key)
        elif isinstance(block, ListBlock):
            for item in block.items:
                self.add("item", item, block.key)
        elif isinstance(block, Table):
            self.table(block)
        elif isinstance(block, Figure):
            self.add("caption", (Text(f"{block.label} {block.number} "), *block.caption), block.key)
        elif isinstance(block, References):
            for entry in block.entries:
                between: Inlines = (Text(" "),) if entry.margin else ()
                self.add("entry", (*entry.margin, *between, *entry.children) if entry.margin else entry_inlines(entry), block.key)
                self.passages[-1] = attrs.evolve(self.passages[-1], works=(entry.key,))

    def table(self, table: Table) -> None:
        """Take in a table, cell by cell."""
        self.add("caption", (Text(f"{table.label} {table.number} "), *table.caption), table.key)
        for number, row in enumerate((table.header, *table.rows)):
            for column, cell in enumerate(row):
                for paragraph in cell.paragraphs:
                    place = (self.tables, number, column)
                    self.add("cell", paragraph, table.key, cell=place, header=number == 0)
        self.tables += 1

    def add(self, kind: drafts.Kind, inlines: Inlines, key: str, **more: object) -> None:
        """Add a passage of these inlines."""
        line = _Line(self)
        line.walk(inlines)
        self.passages.append(Passage(kind, line.text, self.heading, key, marks=tuple(line.marks), foreign=tuple(line.foreign), **more))  # type: ignore[arg-type]


class _Line:
    """A run of inlines as text with marks."""

    def __init__(self, reader: _Reader) -> None:
        self.reader = reader
        self.text = ""
        self.marks: list[Mark] = []
        self.foreign: list[drafts.Foreign] = []

    def walk(self, inlines: Inlines) -> None:
        """Add `inlines`."""
        for node in inlines:
            self.node(node)

    def node(self, node: Inline) -> None:
        """Add one node."""
        if isinstance(node, Text):
            self.text += node.text
        elif isinstance(node, Cite):
            self.cite(node)
        elif isinstance(node, Note):
            self.note(node)
        elif isinstance(node, Foreign):
            start = len(self.text)
            self.walk(node.children)
            self.foreign.append(drafts.Foreign(start, len(self.text), node.tag))
        elif isinstance(node, Quoted):
            self.text += node.open
            self.walk(node.children)
            self.text += node.close
        elif isinstance(node, Reference):
            self.text += plain(node.children)
        else:
            self.walk(node.children)

    def cite(self, node: Cite) -> None:
        """A citation: one stretch for all its works. What leads it in is the draft's own words and stays outside."""
        start = len(self.text)
        self.walk(node.children)
        keys = tuple(dict.fromkeys(item.key for item in node.items))
        if node.lead and node.lead in self.text[start:]:
            start = self.text.index(node.lead, start) + len(node.lead)
            end = len(self.text) - (1 if self.text[-1:] in ")]" else 0)
            start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
            self.marks.append(Mark(start, end, keys))
        else:
            self.marks.append(Mark(start, len(self.text), keys))

    def note(self, node: Note) -> None:
        """A footnote: its mark here, its text among the notes."""
        inner = _Line(self.reader)
        number = len(self.reader.notes) + 1
        self.reader.notes.append(Passage("note", "", self.reader.heading, number=number))
        inner.walk(node.children)
        self.reader.notes[number - 1] = Passage(
            "note", inner.text, self.reader.heading, marks=tuple(inner.marks), foreign=tuple(inner.foreign), number=number
        )
        self.marks.append(Mark(len(self.text), len(self.text), note=number))
