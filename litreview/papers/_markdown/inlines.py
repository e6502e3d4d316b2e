"""What stands within the lines of a Markdown file as inlines of the document; where its citations stand in the source."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from litreview.document.commonmark import Token
from litreview.document.nodes import Cite, CiteItem, Inline, Inlines, Note, Styled, Text
from litreview.document.walk import merge
from litreview.errors import Problem, fault, nearest
from litreview.papers._markdown.source import Places, Source, stretch
from litreview.papers._markdown.splice import Citation
from litreview.papers._markdown.tags import MARKS, is_comment, tag
from litreview.papers._markdown.tokens import MARK
from litreview.review.commonmark import CITE, NARRATIVE, NOTE
from litreview.review.remarks import end_of_element, link, typed_citations

MOST = 20
"""So many places of one kind are told."""


@attrs.frozen
class _Line:
    """The inline token that is being read: its words, where its lines stand, whether it stands in a table or a note."""

    content: str
    bases: tuple[int | None, ...]
    first: int
    in_table: bool
    in_note: bool


class Lines:
    """The lines of one file while they are made; `places` are the citations met so far."""

    def __init__(self, source: Source, known: Collection[str], notes: Mapping[int, Sequence[Token]]) -> None:
        self.known, self.notes = frozenset(known), notes
        self.where = Places(source)
        self.places: list[Citation] = []
        self.unknown: list[tuple[str, int]] = []
        self.plainly: list[tuple[str, int]] = []

    def problems(self, file: str | None) -> Iterator[Problem]:
        """A problem for each key that is not known, and for what is printed plainer than it stands there."""
        for key, line in dict.fromkeys(self.unknown):
            near = nearest(key, self.known)
            code = "paper-unknown-key-near" if near else "paper-unknown-key"
            yield fault(code, key=key, file=file, line=line + 1, severity="error", nearest=near)
        for code in dict.fromkeys(code for code, _ in self.plainly):
            lines = [line for one, line in self.plainly if one == code]
            yield from (fault(code, file=file, line=line + 1, severity="info") for line in lines[:MOST])

    def simplified(self, code: str, token: Token) -> None:
        """Remember that something is printed plainer than it stands there."""
        self.plainly.append((code, token.map[0] if token.map else 0))

    def line(self, inside: Sequence[Token], in_table: bool = False, in_note: bool = False) -> Inlines:
        """The inlines of a paragraph, a heading, a cell."""
        made: list[Inline] = []
        for token in inside:
            if token.type == "inline":
                line = _Line(token.content, self.where.of(token, in_table), token.map[0] if token.map else 0, in_table, in_note)
                made += [*([Text(" ")] if made else []), *self._inlines(token.children or [], line)]
        return merge(made)

    def _inlines(self, stream: Sequence[Token], line: _Line) -> Iterator[Inline]:
        closing = _closing(stream)
        at = 0
        while at < len(stream):
            token = stream[at]
            end = _end(stream, at, closing)
            inside = stream[at + 1 : end]
            if token.type in ("em_open", "strong_open"):
                yield Styled("italic" if token.type == "em_open" else "bold", merge(self._inlines(inside, line)))
            elif token.type == "s_open":
                yield from (Text("~~"), *self._inlines(inside, line), Text("~~"))
            elif token.type == "link_open":
                yield from link(str(token.attrGet("href") or ""), merge(self._inlines(inside, line)))
            elif token.type == "html_inline":
                yield from self._html(token, inside, line)
            elif token.type in (CITE, NARRATIVE):
                yield from self._cited(token, line)
            elif token.type == NOTE:
                yield Note(merge(self._inlines(token.children or [], attrs.evolve(line, in_note=True))))
            elif token.type == MARK:
                yield from self._marked(token, line)
            elif token.type == "image":
                self.plainly.append(("paper-picture", line.first))
                yield from link(str(token.attrGet("src") or ""), merge(self._inlines(token.children or [], line)))
            elif token.type in ("softbreak", "hardbreak"):
                yield Text(" ")
            elif token.content:
                yield Text(token.content)
            at = end + 1

    def _html(self, token: Token, inside: Sequence[Token], line: _Line) -> Iterator[Inline]:
        """A look made by tags; other tags are left out, and what is no tag of HTML is words."""
        name = tag(token.content)
        inner = tuple(self._inlines(inside, line))
        if name is None:
            yield from inner if is_comment(token.content) else (Text(token.content), *inner)
        elif name[0] in MARKS and inner:
            yield Styled(MARKS[name[0]], merge(inner))
        else:
            yield from (Text(" "),) if name[0] == "br" else inner

    def _marked(self, token: Token, line: _Line) -> Iterator[Inline]:
        """A note that is defined elsewhere; within a note its mark is words."""
        if line.in_note:
            yield Text(f"[^{token.meta.get('label', '')}]")
        else:
            yield Note(self.line(self.notes.get(int(token.meta["id"]), ()), in_note=True))

    def _cited(self, token: Token, line: _Line) -> Iterator[Inline]:
        """The citations of a token. A work that is not known is left as it was typed."""
        here = line.first + line.content.count("\n", 0, token.meta["start"])
        cites: list[Cite] = []
        lost: list[str] = []
        for typed in typed_citations(token):
            pairs = list(zip(typed.items, typed.words, strict=True))
            kept: list[CiteItem] = [item for item, _ in pairs if item.key in self.known]
            lost += [words for item, words in pairs if item.key not in self.known]
            self.unknown += [(item.key, here) for item in typed.items if item.key not in self.known]
            cites += [Cite(tuple(kept), typed.mode)] if kept else []
        start, end = token.meta["start"], token.meta["end"]
        if not cites:
            yield Text(" ".join(line.content[start:end].split("\n")))
            return
        left = f" [{'; '.join(lost)}]" if lost else ""
        place = stretch(line.content, line.bases, start, end, line.in_table)
        self.places.append(Citation(place, len(cites), left))
        for number, cite in enumerate(cites):
            if number:
                yield Text(" ")
            yield cite
        if left:
            yield Text(left)


def _closing(stream: Sequence[Token]) -> dict[str, int]:
    """Where each tag of HTML is closed for the last time, outside elements: one that never is need not be looked for wherever it opens."""
    closing: dict[str, int] = {}
    depth = 0
    for at, token in enumerate(stream):
        depth += token.nesting
        if depth == 0 and token.type == "html_inline" and (name := tag(token.content)) is not None and name[1]:
            closing[name[0]] = at
    return closing


def _end(stream: Sequence[Token], start: int, closing: Mapping[str, int]) -> int:
    """Where what begins at `start` ends: an element, or a look made by tags."""
    opened = tag(stream[start].content) if stream[start].type == "html_inline" else None
    if opened is None or opened[1] or opened[0] not in MARKS:
        return end_of_element(stream, start)
    depth = 0
    for at in range(start + 1, closing.get(opened[0], start) + 1):
        depth += stream[at].nesting
        if depth < 0:
            break
        if depth == 0 and stream[at].type == "html_inline" and tag(stream[at].content) == (opened[0], True):
            return at
    return start
