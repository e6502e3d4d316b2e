"""Layer 2: text to blocks, by bibtexparser's splitter; the only module that knows bibtexparser.

The text is cut where a line begins with ``@type{``, which is where bibtexparser gives a block up in any case. Each piece is split for
itself: so memory stays small, every block knows its place, and a broken entry harms no other. A piece that is one entry with nothing
out of the ordinary is matched by a pattern instead, with the same result. Nothing is interpreted here: values keep their delimiters,
``#`` and macros.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, Literal

import attrs
from bibtexparser.exceptions import BlockAbortedException
from bibtexparser.model import (
    Block as ParsedBlock,
)  # fmt: skip
from bibtexparser.model import (
    DuplicateFieldKeyBlock,
    ExplicitComment,
    ParsingFailedBlock,
    Preamble,
    String,
)
from bibtexparser.model import (
    Entry as ParsedEntry,
)
from bibtexparser.splitter import Splitter

Kind = Literal["entry", "string", "preamble", "comment", "failed"]
Fields = tuple[tuple[str, str], ...]

_CUT = re.compile(r"^[ \t]*@\s*\w*\s*[{(]", re.MULTILINE)
BRACED = r"\{(?>[^{}\\]++|\\.|\{(?>[^{}\\]++|\\.|\{(?>[^{}\\]++|\\.)*+\})*+\})*+\}"
_QUOTED = r'"(?>[^"{}\\]++|\\.|\{(?>[^{}\\]++|\\.|\{(?>[^{}\\]++|\\.)*+\})*+\})*+"'
_PART = rf"(?:{BRACED}|{_QUOTED}|[\w.:+/-]++)"
_FIELD = re.compile(rf"\s*+([^\s,={{}}\"#%()@]++)\s*+=\s*+({_PART}(?:\s*+#\s*+{_PART})*+)\s*+(?:(,)|(?=\}}))", re.DOTALL)
_HEAD = re.compile(r"\s*+@(\w++)[ \t]*+\{\s*+([^\s,={}\"#%()]++)\s*+,")
_END = re.compile(r"\s*+(\})\s*+\Z")
NO_ENTRIES = frozenset(("comment", "string", "preamble"))
"""Blocks that begin like an entry and are none."""


@attrs.frozen
class Block:
    """One block as found: `start` and `end` are offsets in the text, `line` counts from 1.

    `name` is the type of an entry or the name of a string; `key` the key of an entry. `fields` are (name, value) as written.
    `reason` says what is wrong with a failed block or an odd entry, `raw` is the text of what is no regular entry.
    """

    kind: Kind
    start: int
    end: int
    line: int
    name: str = ""
    key: str = ""
    fields: Fields = ()
    reason: str | None = None
    raw: str | None = None
    regular: bool = False
    """Whether every field was plainly ``name = value`` with a comma behind it."""

    def with_fields(self, fields: Fields) -> Block:
        """The same block with other fields (faster than `attrs.evolve`, and done for every entry)."""
        return Block(self.kind, self.start, self.end, self.line, self.name, self.key, fields, self.reason, self.raw, self.regular)


def split(text: str) -> Iterator[Block]:
    """The blocks of a text, in order; what stands between them is a comment. White space between blocks belongs to none.

    >>> [(b.kind, b.key, b.fields) for b in split("@book{a, title = {T}}")]
    [('entry', 'a', (('title', '{T}'),))]
    """
    cuts = [cut.start() for cut in _CUT.finditer(text)]
    edges = [0, *cuts, len(text)] if not cuts or cuts[0] else [*cuts, len(text)]
    line = 1
    for start, end in pairwise(edges):
        piece = text[start:end]
        yield from _piece(piece, start, line)
        line += piece.count("\n")


def join(text: str, first: Block, end: int) -> Block | None:
    """The block that begins where `first` begins, read as if no block could begin before `end`; None if that is no whole entry."""
    block = next(_piece(text[first.start : end], first.start, first.line), None)
    return block if block is not None and block.kind == "entry" and block.reason is None else None


def _piece(piece: str, offset: int, line: int) -> Iterator[Block]:
    regular = _regular(piece, offset, line)
    if regular is not None:
        yield regular
        return
    at = 0
    for parsed in _Splitter(piece).split().blocks:
        raw = parsed.raw or ""
        start = piece.find(raw, at)
        if start < 0:
            start = at
        at = start + len(raw)
        yield _block(parsed, offset + start, offset + at, line + piece.count("\n", 0, start))


def _regular(piece: str, offset: int, line: int) -> Block | None:
    """The one entry of a piece in which nothing is out of the ordinary: what bibtexparser makes of it, at a third of the time."""
    head = _HEAD.match(piece)
    if head is None or (kind := head[1].lower()) in NO_ENTRIES:
        return None
    fields: list[tuple[str, str]] = []
    match = _FIELD.match
    at = head.end()
    while field := match(piece, at):
        fields.append((field[1], field[2]))
        at = field.end()
        if field[3] is None:
            break
    end = _END.match(piece, at)
    if end is None:
        return None
    return Block("entry", offset + head.start(1) - 1, offset + end.end(1), line, kind, head[2], tuple(fields), regular=True)


def _block(block: ParsedBlock, start: int, end: int, line: int) -> Block:
    parsed = (block.ignore_error_block or block) if isinstance(block, DuplicateFieldKeyBlock) else block
    if isinstance(parsed, ParsedEntry):
        return Block("entry", start, end, line, parsed.entry_type, parsed.key, tuple((f.key, f.value) for f in parsed.fields))
    if isinstance(parsed, String):
        return Block("string", start, end, line, parsed.key, fields=((parsed.key, parsed.value),))
    if isinstance(parsed, ParsingFailedBlock):
        return Block("failed", start, end, line, reason=str(getattr(parsed.error, "abort_reason", parsed.error)), raw=parsed.raw)
    kind: Kind = "preamble" if isinstance(parsed, Preamble) else "comment"
    return Block(kind, start, end, line, raw=parsed.raw, name="comment" if isinstance(parsed, ExplicitComment) else "")


class _Splitter(Splitter):
    """bibtexparser's splitter. Blocks that it gives up are returned like any other, so that nothing is logged."""

    def _handle_entry(self, m: re.Match[str], m_val: str) -> Any:
        return self._handled(m, lambda: super(_Splitter, self)._handle_entry(m, m_val))

    def _handle_explicit_comment(self, m: re.Match[str]) -> Any:
        return self._special(m, "@comment", super()._handle_explicit_comment)

    def _handle_preamble(self, m: re.Match[str]) -> Any:
        return self._special(m, "@preamble", super()._handle_preamble)

    def _handle_string(self, m: re.Match[str]) -> Any:
        return self._special(m, "@string", super()._handle_string)

    def _special(self, m: re.Match[str], kind: str, handle: Callable[[re.Match[str]], Any]) -> Any:
        """A block that is no entry, unless its name only begins like one (``@commentary``)."""
        name = m[0].strip().lower()
        return self._handled(m, lambda: handle(m)) if name == kind else self._handle_entry(m, m[0].lower())

    def _handled(self, m: re.Match[str], handle: Callable[[], Any]) -> Any:
        try:
            return handle()
        except BlockAbortedException as error:
            return ParsingFailedBlock(start_line=None, raw=self.bibstr[m.start() : error.end_index], error=error)
