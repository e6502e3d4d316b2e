"""Markdown: CommonMark with pipe tables and footnotes, as pandoc and most programs read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from typing import assert_never

import attrs

from litreview._parts import Later
from litreview.document.nodes import (
    Block,
    Captioned,
    Cell,
    Cite,
    Cited,
    Diagram,
    Display,
    Document,
    Entry,
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
from litreview.writers._addresses import safe_address
from litreview.writers._beside import picture_name, pictures, references_name
from litreview.writers._lines import Line, lines
from litreview.writers._looks import Look
from litreview.writers._markdown_text import citation, emphasis, escaped, line
from litreview.writers.options import DEFAULT, Options

_KEPT = "litreview.writers._markdown_kept"  # with it comes what packs the part of a Word file
_comment, _kept_part, _token_of = Later(_KEPT, "comment"), Later(_KEPT, "kept_part"), Later(_KEPT, "token_of")


def write(document: Document, options: Options = DEFAULT) -> bytes:
    """The document as Markdown in UTF-8: one paragraph a line, citations as their text, or with ``citations="keys"`` as pandoc's.

    >>> write(Document("A", "id", (Heading(2, (Text("Lingkup"),), "h", "2.1"), Paragraph((Text("a_b"),), "p")))).decode()
    '# A\\n\\n## 2.1 Lingkup\\n\\na\\\\_b\\n'
    """
    options.citations_among("plain", "keys")
    page = Page(options)
    blocks = [page.block(block) for block in document.blocks]
    if document.title and not any(isinstance(b, Heading) and b.level == 1 for b in document.blocks):
        blocks.insert(0, f"# {page.title(document.title)}")
    blocks = _lists_apart([block for block in blocks if block])
    blocks += [f"[^{number}]: {text}" for number, text in enumerate(page.notes, 1)]
    kept = f"\n{_comment(kept_markdown(document, options))}" if options.kept else ""
    return (_head(document, options) + "\n\n".join(blocks) + f"\n{kept}").encode() if blocks else b""


def kept_markdown(document: Document, options: Options) -> bytes:
    """What a file of the document keeps of it, for the time when it is made anew."""
    tokens = Page(options, tokens=True)
    return bytes(_kept_part(document, tokens.inlines, lambda inlines: Page(options).inlines(inlines), Page(options).entry, options.kept))


def _head(document: Document, options: Options) -> str:
    """Where pandoc finds the works, in YAML; only for a file that has a name, since that file lies beside it."""
    if options.citations != "keys" or not options.stem:
        return ""
    tongue = f"lang: {document.language}\n" if re.fullmatch(r"[A-Za-z0-9-]{2,35}", document.language) else ""
    return f"---\nbibliography: {references_name(options, '.json')}\n{tongue}---\n\n"


def _lists_apart(blocks: list[str]) -> list[str]:
    """Two lists that follow each other would be read as one: an empty comment keeps them apart."""
    separated: list[str] = []
    for block in blocks:
        if separated and block[:2] in ("- ", "1.") and separated[-1][:2] == block[:2]:
            separated.append("<!-- -->")
        separated.append(block)
    return separated


@attrs.frozen
class _Piece:
    """A stretch of finished Markdown under one look and one link."""

    text: str
    look: Look = attrs.field(factory=Look)
    address: str | None = None


def fragment(children: Inlines) -> str:
    """A citation or an entry as Markdown, to stand in a text of somebody else's.

    >>> fragment((Styled("italic", (Text("A_B"),)), Text(".")))
    '*A\\\\_B*.'
    """
    return Page(DEFAULT).inlines(children)


class Fragments:
    """Parts of a document as Markdown, to stand in a text of somebody else's; `label` names the notes in them, which are counted through.

    >>> fragments = Fragments("mine-{}".format)
    >>> fragments.inlines((Text("So"), Note((Text("a*b"),))))
    'So[^mine-1]'
    >>> fragments.notes
    (('mine-1', 'a\\\\*b'),)
    """

    def __init__(self, label: Callable[[int], str]) -> None:
        self._page = Page(DEFAULT, label)

    def inlines(self, children: Inlines) -> str:
        """What stands within a line."""
        return self._page.inlines(children)

    def references(self, block: References) -> str:
        """The entries of a bibliography."""
        return self._page.block(block)

    @property
    def notes(self) -> tuple[tuple[str, str], ...]:
        """The notes so far, each with its label."""
        return tuple((self._page.label(number), text) for number, text in enumerate(self._page.notes, 1))


class Page:
    """A text while it is written: the notes met so far. With `tokens` it writes tokens for citations and cross references."""

    def __init__(self, options: Options, label: Callable[[int], str] = str, tokens: bool = False) -> None:
        self.options, self.label, self.tokens = options, label, tokens
        self.keys = options.citations == "keys"
        self.notes: list[str] = []

    def title(self, text: str) -> str:
        return escaped(text).strip().replace("#", "\\#")

    # Inlines

    def inlines(self, children: Inlines) -> str:
        """Markdown of a run of inlines, not yet safe at the beginning of a line."""
        linked: list[str] = []
        for address, pieces in groupby(self.pieces(children, Look(), None), key=lambda piece: piece.address):
            text = _emphasised(list(pieces))
            linked.append(_link(text, address) if address and text.strip() else text)
        return "".join(linked)

    def pieces(self, children: Inlines, look: Look, address: str | None) -> list[_Piece]:
        return [piece for node in children for piece in self.node(node, look, address)]

    def node(self, node: Inline, look: Look, address: str | None) -> list[_Piece]:
        match node:
            case Text(text):
                return [_Piece(escaped(text), look, address)]
            case Styled(mark, children):
                return self.pieces(children, look.marked(mark), address)
            case Quoted(children, opening, closing):
                return self.pieces((Text(opening), *children, Text(closing)), look, address)
            case Link(target, children):
                return self.pieces(children, look, address or safe_address(target))
            case Cite() | Reference() | Note() if self.tokens:
                return [_Piece(_token_of(node))]
            case Note(children):
                self.notes.append("")
                number = len(self.notes)
                self.notes[number - 1] = self.inlines(children).strip()
                return [_Piece(f"[^{self.label(number)}]")]
            case Cite() if self.keys and node.items:
                return [_Piece(citation(node, self.options.words.locators))]
            case Foreign() | Display() | Cite() | Cited() | Sentence() | Reference():
                return self.pieces(node.children, look, address)
            case _:
                assert_never(node)

    # Blocks

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                words = self.inlines(block.children).strip().replace("#", "\\#")
                return f"{'#' * min(max(block.level, 1), 6)} {self.number(block)}{words}"
            case Paragraph(children):
                return line(self.inlines(children))
            case ListBlock(items, _, ordered):
                marks = [f"{n}. " if ordered else "- " for n in range(1, len(items) + 1)]
                return "\n".join(mark + line(self.inlines(item)) for mark, item in zip(marks, items, strict=True))
            case Table():
                return self.table(block)
            case Diagram():  # what it says stands in the text beside it
                return self.caption(block)
            case Figure():
                about = line(escaped(block.description)).replace("\n", " ")
                return f"![{about}]({picture_name(block, self.options)})\n\n{self.caption(block)}"
            case References() if self.keys:
                return "::: {#refs}\n:::"
            case References():
                return "\n\n".join(map(self.entry, block.entries))
            case PageBreak():
                return "---"
            case _:
                assert_never(block)

    def line(self, part: Line) -> str:
        texts = (self.inlines(part.margin).strip(), self.inlines(part.children).strip())
        return line(" ".join(text for text in texts if text))

    def number(self, block: Heading) -> str:
        """The number of a heading, with what parts it from its words."""
        return self.title(block.number) + (": " if block.level == 1 else " ") if block.number else ""

    def entry(self, entry: Entry) -> str:
        """An entry of the bibliography."""
        return "\\\n".join(self.line(part) for part in lines(entry))

    def labelled(self, block: Captioned) -> str:
        """The label of a caption with its number, in bold letters; empty where there is none."""
        label = escaped(" ".join(part for part in (block.label, block.number) if part))
        return f"**{label}** " if label else ""

    def caption(self, block: Captioned) -> str:
        return line(f"{self.labelled(block)}{self.inlines(block.caption)}")

    def table(self, table: Table) -> str:
        caption = self.caption(table)
        columns = max([len(table.header), *(len(row) for row in table.rows)], default=0)
        if not columns:
            return caption
        total = sum(table.widths) if len(table.widths) == columns else 0
        dashes = [max(3, round(60 * w / total)) for w in table.widths] if total > 0 else [3] * columns
        rule = "|" + "|".join("-" * n for n in dashes) + "|"
        return "\n".join([caption, "", self.row(table.header, columns), rule, *(self.row(row, columns) for row in table.rows)])

    def row(self, cells: tuple[Cell, ...], columns: int) -> str:
        texts = [" <br> ".join(self.inlines(paragraph).strip() for paragraph in cell.paragraphs) for cell in cells]
        return "| " + " | ".join(texts + [""] * (columns - len(texts))) + " |"


def _link(text: str, address: str) -> str:
    if text.replace("\\", "") == address:
        return f"<{address}>"
    return f"[{text}](<{address}>)" if "(" in address or ")" in address else f"[{text}]({address})"


def _emphasised(pieces: list[_Piece]) -> str:
    looks = groupby(pieces, key=lambda piece: (bool(piece.look.italic), bool(piece.look.bold)))
    groups = [(look, text) for look, run in looks if (text := "".join(_dressed(piece) for piece in run))]
    markdown = ""
    for position, ((italic, bold), text) in enumerate(groups):
        after = groups[position + 1][1] if position + 1 < len(groups) else ""
        markdown += emphasis(markdown, text, after, italic, bold) if italic or bold else text
    return markdown


def _dressed(piece: _Piece) -> str:
    """Marks for which Markdown has no sign of its own, as the tags that it lets through."""
    text = piece.text
    if not text.strip():
        return text
    if piece.look.script == "superscript":
        text = f"<sup>{text}</sup>"
    elif piece.look.script == "subscript":
        text = f"<sub>{text}</sub>"
    return f"<u>{text}</u>" if piece.look.underline else text


WRITER = Writer(
    "markdown",
    "Markdown (CommonMark, pipe tables, footnotes)",
    (".md", ".markdown"),
    write,
    citations=("plain", "keys"),
    beside=pictures,
    works="csl-json",
)
