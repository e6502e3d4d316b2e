"""The writer's own words in the chapter: Markdown with citations, as blocks of the document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import attrs

from litreview.document.nodes import (
    Block,
    Cite,
    CiteItem,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Note,
    Paragraph,
    Quoted,
    Styled,
    Text,
)
from litreview.document.walk import merge, plain
from litreview.errors import Problem, fault, nearest
from litreview.languages import Language
from litreview.record import Library
from litreview.review.citation_syntax import Typed, bracketed, narrative, unresolved
from litreview.review.commonmark import CITE, NARRATIVE, NOTE, Token, tokens
from litreview.themes import Outline

LEVEL = 4
"""Headings in a remark stand below that of the theme."""

_OWN = re.compile(r"/(?:remarks|introduction)-\d+$")
_ABSOLUTE = re.compile(r"(?:https?|mailto|ftp):", re.IGNORECASE)
_MARKS = re.compile(r"^\s*[\"“”„'‘«]")


@attrs.frozen
class Unknown:
    """A key that a remark cites and the library does not have, with its line in the remark, from 0."""

    key: str
    line: int


def remarks(text: str | None, key: str, known: Collection[str], language: Language) -> tuple[tuple[Block, ...], tuple[Unknown, ...]]:
    """A remark as blocks, and the keys in it that are not among the `known` ones.

    Paragraphs, lists, headings and quotations are blocks under `key`; emphasis, links, notes and citations stand within them. What an
    unknown key was to cite is printed between brackets with a question mark; nothing the writer wrote is left out. HTML is text.

    >>> from litreview.languages import language
    >>> blocks, unknown = remarks("So *too* @lee2019 and [@lee, p. 3].", "theme/a/remarks", ["lee2019"], language("en"))
    >>> blocks[0].children[2:4]
    (Text(text=' '), Cite(items=(CiteItem(key='lee2019', locator=None, label=None, prefix=None, suffix=None),), mode='narrative',
    children=(), lead=None))
    >>> blocks[0].children[-1], unknown
    (Text(text=' and [?lee, p. 3].'), (Unknown(key='lee', line=0),))
    """
    if not text or not text.strip():
        return (), ()
    made = _Remark(key, frozenset(known), language)
    return tuple(made.blocks(list(tokens(text)))), tuple(made.unknown)


def is_own(block: Block) -> bool:
    """Whether a block holds the writer's own words, by its key.

    >>> is_own(Paragraph((Text("Mine."),), "theme/aims/remarks-1")), is_own(Paragraph((Text("Ours."),), "introduction/corpus.size"))
    (True, False)
    """
    return isinstance(block, Heading | Paragraph | ListBlock) and _OWN.search(block.key) is not None


def remark_problems(outline: Outline, library: Library, language: Language) -> tuple[Problem, ...]:
    """A problem for each unknown key that a remark of `outline` cites, with its line in the outline's file."""
    problems: list[Problem] = []
    for plan in outline.themes:
        written = ((plan.introduction, plan.introduction_line), (plan.remarks, plan.remarks_line))
        for text, first in written if not plan.skip else ():
            for unknown in remarks(text, "", library.keys(), language)[1]:
                near = nearest(unknown.key, library.keys())
                code = "remark-unknown-key-near" if near else "remark-unknown-key"
                line = None if first is None else first + unknown.line
                problems.append(fault(code, key=unknown.key, file=outline.file, line=line, nearest=near))
    return tuple(dict.fromkeys(problems))


class _Remark:
    """One remark while its blocks are made."""

    def __init__(self, key: str, known: frozenset[str], language: Language) -> None:
        self.key, self.known = key, known
        self.quotes = language.section("lists")
        self.unknown: list[Unknown] = []
        self.count = 0

    def blocks(self, stream: Sequence[Token]) -> Iterator[Block]:
        at = 0
        while at < len(stream):
            token = stream[at]
            end = end_of_element(stream, at)
            inside = stream[at + 1 : end]
            if token.type == "paragraph_open":
                yield Paragraph(self._line(inside), self._next_key())
            elif token.type == "heading_open":
                yield Heading(LEVEL, self._line(inside), self._next_key())
            elif token.type == "blockquote_open":
                yield from self._quotation(inside)
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                yield from self._list(token, inside)
            at = end + 1

    def _next_key(self) -> str:
        self.count += 1
        return f"{self.key}-{self.count}"

    def _quotation(self, inside: Sequence[Token]) -> Iterator[Block]:
        """A quotation: its paragraphs between the marks of the language, unless the writer set some."""
        for block in self.blocks(inside):
            yield in_marks(block, str(self.quotes["quote_open"]), str(self.quotes["quote_close"]))

    def _list(self, token: Token, inside: Sequence[Token]) -> Iterator[Block]:
        """A list. One that does not begin with 1 is no list ("2019. …" at the head of a line): its numbers are words."""
        ordered = token.type == "ordered_list_open"
        first = int(str(token.attrGet("start") or 1)) if ordered else 1
        items = tuple(self._items(inside))
        if ordered and first != 1:
            for n, item in enumerate(items, first):
                yield Paragraph(merge((Text(f"{n}{token.markup} "), *item)), self._next_key())
        elif items:
            yield ListBlock(items, self._next_key(), ordered)

    def _items(self, inside: Sequence[Token]) -> Iterator[Inlines]:
        at = 0
        while at < len(inside):
            end = end_of_element(inside, at)
            yield self._on_one_line(inside[at + 1 : end])
            at = end + 1

    def _on_one_line(self, inside: Sequence[Token]) -> Inlines:
        """All that an item holds on one line; items of a list within it behind dashes."""
        joined: list[Inline] = []
        depth = 0
        for token in inside:
            depth += token.nesting if token.type.endswith(("list_open", "list_close")) else 0
            if token.type == "inline":
                parting = " – " if depth else " "
                joined += [*([Text(parting)] if joined else []), *self._line([token])]
        return merge(joined)

    def _line(self, inside: Sequence[Token]) -> Inlines:
        made: list[Inline] = []
        for token in inside:
            if token.type == "inline":
                made += self._inlines(token.children or [], token.map[0] if token.map else 0)
        return merge(made)

    def _inlines(self, stream: Sequence[Token], line: int) -> Iterator[Inline]:
        at = 0
        while at < len(stream):
            token = stream[at]
            end = end_of_element(stream, at)
            inside = stream[at + 1 : end]
            if token.type in ("em_open", "strong_open"):
                yield Styled("italic" if token.type == "em_open" else "bold", merge(self._inlines(inside, line)))
            elif token.type == "link_open":
                yield from link(str(token.attrGet("href") or ""), merge(self._inlines(inside, line)))
            elif token.type in (CITE, NARRATIVE):
                yield from self._cited(token, line)
            elif token.type == NOTE:
                yield Note(merge(self._inlines(token.children or [], line)))
            elif token.type in ("softbreak", "hardbreak"):
                yield Text(" ")
            elif token.content:
                yield Text(token.content)
            at = end + 1

    def _cited(self, token: Token, line: int) -> Iterator[Inline]:
        """The citations of a token, those of unknown works as visible text."""
        here = line + (token.map[0] if token.map else 0)
        for n, typed in enumerate(typed_citations(token)):
            if n:
                yield Text(" ")
            yield from self._known_citations(typed, here)

    def _known_citations(self, typed: Typed, line: int) -> Iterator[Inline]:
        kept: list[CiteItem] = []
        lost: list[str] = []
        for item, words in zip(typed.items, typed.words, strict=True):
            if item.key in self.known:
                kept.append(item)
            else:
                self.unknown.append(Unknown(item.key, line))
                lost.append(unresolved(words))
        if kept:
            yield Cite(tuple(kept), typed.mode)
        if lost:
            yield Text((" " if kept else "") + "[" + "; ".join(lost) + "]")


def typed_citations(token: Token) -> tuple[Typed, ...]:
    if token.type == CITE:
        return bracketed(token.content) or ()
    citation = narrative(token.content, 0)
    return (citation[0],) if citation else ()


def link(target: str, children: Inlines) -> Iterator[Inline]:
    """A link; one that leads nowhere by itself is printed with its address."""
    if _ABSOLUTE.match(target):
        yield Link(target, children or (Text(target),))
    else:
        yield from children
        if target:
            yield Text(f" ({target})")


def in_marks(block: Block, opening: str, closing: str) -> Block:
    """A paragraph of a quotation between quotation marks, its citation behind them, unless the writer set some."""
    if not isinstance(block, Paragraph) or _MARKS.match(plain(block.children)):
        return block
    body, tail = quotation_and_citation(block.children)
    return Paragraph((Quoted(body, opening, closing), *tail), block.key)


def quotation_and_citation(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """A quotation and the citation that ends it, which stands behind the closing mark with the full stop behind it."""
    stop = inlines[-1:] if len(inlines) > 2 and isinstance(inlines[-1], Text) and inlines[-1].text.strip() == "." else ()
    quoted = inlines[: len(inlines) - len(stop)]
    if len(quoted) > 1 and isinstance(quoted[-1], Cite):
        before = quoted[-2]
        if isinstance(before, Text) and before.text.endswith(" "):
            return merge((*quoted[:-2], Text(before.text.rstrip()))), (Text(" "), quoted[-1], *stop)
    return inlines, ()


def end_of_element(stream: Sequence[Token], start: int) -> int:
    """The place of the token that closes the one at `start`; `start` itself where it opens nothing."""
    depth = 0
    for at in range(start, len(stream)):
        depth += stream[at].nesting
        if depth <= 0:
            return at
    return len(stream)
