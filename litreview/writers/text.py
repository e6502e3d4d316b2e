"""Plain text: for a message or a form. One paragraph a line, nothing wrapped; a table becomes one small list a row."""

from __future__ import annotations

from typing import assert_never

from litreview.document.nodes import (
    Block,
    Captioned,
    Cell,
    Cite,
    Cited,
    Diagram,
    Display,
    Document,
    Figure,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Quoted,
    Reference,
    References,
    Sentence,
    Styled,
    Table,
    Text,
)  # fmt: skip
from litreview.writers import Writer
from litreview.writers._characters import clean
from litreview.writers._lines import lines
from litreview.writers.options import DEFAULT, Options


def write(document: Document, options: Options = DEFAULT) -> bytes:
    """The document as UTF-8 text without any markup.

    >>> write(Document("A", "id", (Paragraph((Text("Satu."),), "p"), Paragraph((Text("Dua."),), "q")))).decode()
    'A\\n\\nSatu.\\n\\nDua.\\n'
    """
    options.citations_among("plain")
    page = _Page()
    blocks = [page.block(block) for block in document.blocks]
    if document.title and not any(isinstance(b, Heading) and b.level == 1 for b in document.blocks):
        blocks.insert(0, clean(document.title))
    if page.notes:
        blocks.append("\n".join(f"[{number}] {text}" for number, text in enumerate(page.notes, 1)))
    text = "\n\n".join(block for block in blocks if block)
    return (text + "\n").encode() if text else b""


class _Page:
    """The notes met so far."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def inlines(self, children: Inlines) -> str:
        return "".join(self.inline(node) for node in children).strip()

    def inline(self, node: Inline) -> str:
        match node:
            case Text(text):
                return clean(text)
            case Quoted(children, opening, closing):
                return clean(opening) + self._all(children) + clean(closing)
            case Link(target, children):
                words = self._all(children)
                return words if target in words or words.split(":", 1)[-1].strip() in target else f"{words} <{clean(target)}>"
            case Note(children):
                self.notes.append("")
                number = len(self.notes)
                self.notes[number - 1] = self.inlines(children)
                return f"[{number}]"
            case Styled() | Foreign() | Display() | Cite() | Cited() | Sentence() | Reference():
                return self._all(node.children)
            case _:
                assert_never(node)

    def _all(self, children: Inlines) -> str:
        return "".join(self.inline(node) for node in children)

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                text = f"{clean(block.number or '')} {self.inlines(block.children)}".strip()
                return text.upper() if block.level == 1 else text
            case Paragraph(children):
                return self.inlines(children)
            case ListBlock(items, _, ordered):
                return "\n".join(f"{f'{n}.' if ordered else '-'} {self.inlines(item)}" for n, item in enumerate(items, 1))
            case Table():
                return self.table(block)
            case Diagram():  # what it says stands in the text beside it
                return self.title(block)
            case Figure():
                return "\n\n".join(
                    part for part in (clean(block.description) and f"[{clean(block.description)}]", self.title(block)) if part
                )
            case References():
                return "\n\n".join(
                    "\n".join(" ".join(filter(None, (self.inlines(part.margin), self.inlines(part.children)))) for part in lines(entry))
                    for entry in block.entries
                )
            case PageBreak():
                return "\f"
            case _:
                assert_never(block)

    def title(self, block: Captioned) -> str:
        return " ".join(part for part in (clean(block.label), clean(block.number), self.inlines(block.caption)) if part)

    def table(self, table: Table) -> str:
        title = self.title(table)
        names = [self.cell(cell) for cell in table.header]
        rows = [self.row(names, row) for row in table.rows]
        return "\n\n".join([title, *rows])

    def row(self, names: list[str], row: tuple[Cell, ...]) -> str:
        named = [f"{names[n]}: {self.cell(cell)}" if n < len(names) and names[n] else self.cell(cell) for n, cell in enumerate(row)]
        return "\n".join(f"{'- ' if n == 0 else '  '}{text}" for n, text in enumerate(named))

    def cell(self, cell: Cell) -> str:
        return " / ".join(self.inlines(paragraph) for paragraph in cell.paragraphs)


WRITER = Writer("text", "Plain text", (".txt", ".text"), write)
