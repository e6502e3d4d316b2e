"""The blocks of a Markdown file as blocks of the document: headings, paragraphs, lists, quotations, tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from litreview.document.commonmark import Token
from litreview.document.nodes import Block, Cell, Heading, Inline, Inlines, ListBlock, Paragraph, References, Table, Text
from litreview.document.walk import merge, plain
from litreview.errors import Problem
from litreview.languages import Language
from litreview.papers._markdown.inlines import Lines
from litreview.papers._markdown.source import Source
from litreview.papers._markdown.splice import Citation
from litreview.papers._markdown.tags import bare
from litreview.review.remarks import end_of_element, in_marks

DEEPEST = 4
REFERENCES = "references"

_FENCE = re.compile(r":{3,}[^\n]*")
_REFS = re.compile(r":{3,}\s*\{[^}\n]*#refs\b[^}\n]*\}")
_CAPTION = re.compile(r"(?:[Tt]ab[le]{2}\s*)?:\s+(?=\S)")
_WIDEST = 60


class Blocks:
    """One file while its blocks are made. `lines` are the first lines of the blocks, `places` the citations in reading order."""

    def __init__(self, source: Source, known: Collection[str], language: Language, notes: Mapping[int, Sequence[Token]]) -> None:
        self.quotes = language.section("lists")
        self.inline = Lines(source, known, notes)
        self.count = 0
        self.lines: dict[str, int] = {}

    @property
    def places(self) -> Sequence[Citation]:
        """The citations in reading order."""
        return self.inline.places

    def problems(self, file: str | None) -> Iterator[Problem]:
        """What was wrong in them."""
        return self.inline.problems(file)

    def made(self, stream: Sequence[Token]) -> tuple[Block, ...]:
        """The blocks of all tokens, each table with its caption."""
        return tuple(_captioned(list(self._blocks(stream))))

    def _key(self, token: Token) -> str:
        self.count += 1
        key = f"text-{self.count}"
        self.lines[key] = token.map[0] if token.map else 0
        return key

    def _blocks(self, stream: Sequence[Token]) -> Iterator[Block]:
        at = 0
        while at < len(stream):
            token = stream[at]
            end = end_of_element(stream, at)
            inside = stream[at + 1 : end]
            if token.type == "paragraph_open":
                yield from self._paragraph(token, inside)
            elif token.type == "heading_open":
                yield Heading(min(int(token.tag[1:]), DEEPEST), self.inline.line(inside), self._key(token))
            elif token.type == "blockquote_open":
                yield from self._quotation(inside)
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                yield from self._list(token, inside)
            elif token.type == "table_open":
                yield self._table(token, inside)
            elif token.type in ("fence", "code_block"):
                lines = [line for line in token.content.split("\n") if line.strip()]
                yield from (Paragraph((Text(line),), self._key(token)) for line in lines)
                self.inline.simplified("paper-code", token)
            elif token.type == "html_block":
                words = bare(token.content)
                if words:
                    yield Paragraph((Text(words),), self._key(token))
            at = end + 1

    def _paragraph(self, token: Token, inside: Sequence[Token]) -> Iterator[Block]:
        words = inside[0].content if inside else ""
        if _REFS.match(words):
            self.lines.setdefault(REFERENCES, token.map[0] if token.map else 0)
            yield References(REFERENCES)
        elif not _FENCE.fullmatch(words.strip()):
            yield Paragraph(self.inline.line(inside), self._key(token))

    def _quotation(self, inside: Sequence[Token]) -> Iterator[Block]:
        """A quotation: its paragraphs between the marks of the language, unless the writer set some."""
        for block in self._blocks(inside):
            yield in_marks(block, str(self.quotes["quote_open"]), str(self.quotes["quote_close"]))

    def _list(self, token: Token, inside: Sequence[Token]) -> Iterator[Block]:
        """A list. Of one that does not begin with 1 the numbers are words."""
        ordered = token.type == "ordered_list_open"
        first = int(str(token.attrGet("start") or 1)) if ordered else 1
        key = self._key(token)
        items = tuple(self._item(item) for item in _elements(inside))
        if ordered and first != 1:
            for n, item in enumerate(items, first):
                yield Paragraph(merge((Text(f"{n}{token.markup} "), *item)), self._key(token))
        elif items:
            yield ListBlock(items, key, ordered)

    def _item(self, inside: Sequence[Token]) -> Inlines:
        """All that an item holds on one line; items of a list within it behind dashes."""
        joined: list[Inline] = []
        depth = 0
        for token in inside:
            depth += token.nesting if token.type.endswith(("list_open", "list_close")) else 0
            if token.type == "inline":
                parting = " – " if depth else " "
                joined += [*([Text(parting)] if joined else []), *self.inline.line([token])]
            elif token.type in ("fence", "code_block"):
                joined.append(Text(" " + " ".join(token.content.split())))
        return merge(joined)

    def _table(self, token: Token, inside: Sequence[Token]) -> Table:
        """A pipe table; a column is as wide as its longest cell, within bounds."""
        key = self._key(token)
        rows = [
            tuple(Cell((self.inline.line(cell, in_table=True),)) for cell in _elements(row))
            for part in _elements(inside)
            for row in _elements(part)
        ]
        header, *others = rows or [()]
        longest = [max(len(plain(row[n].paragraphs[0])) for row in rows) for n in range(len(header))]
        widths = tuple(float(min(max(width, 4), _WIDEST)) for width in longest)
        return Table(key, "", "", (), header, tuple(others), widths)


def _elements(stream: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """What each element of a stream holds."""
    at = 0
    while at < len(stream):
        end = end_of_element(stream, at)
        if end > at:
            yield stream[at + 1 : end]
        at = end + 1


def _captioned(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a paragraph "Table: words" next to a table being its caption (Pandoc User's Guide, "Tables")."""
    pending = list(blocks)
    at = 0
    while at < len(pending):
        block, following = pending[at], pending[at + 1] if at + 1 < len(pending) else None
        if isinstance(block, Table) and (words := _caption(following)):
            yield _with_caption(block, words)
            at += 2
        elif isinstance(following, Table) and (words := _caption(block)):
            yield _with_caption(following, words)
            at += 2
        else:
            yield block
            at += 1


def _caption(block: Block | None) -> Inlines:
    if not isinstance(block, Paragraph) or not block.children or not isinstance(block.children[0], Text):
        return ()
    match = _CAPTION.match(block.children[0].text)
    return (Text(block.children[0].text[match.end() :]), *block.children[1:]) if match else ()


def _with_caption(table: Table, caption: Inlines) -> Table:
    return Table(table.key, table.label, table.number, caption, table.header, table.rows, table.widths)
