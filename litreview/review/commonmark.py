"""Markdown as tokens, with citations and notes among them. The one door to markdown-it-py.

Source: CommonMark 0.31. HTML stays text; link definitions, underlined headings and code blocks are left out: what looks like one in a
writer's remark is far more often meant as words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from litreview.review.citation_syntax import MOST, bracketed, narrative

__all__ = ["CITE", "NARRATIVE", "NOTE", "Token", "tokens"]

CITE, NARRATIVE, NOTE = "cite", "cite_narrative", "note"
"""Types of our own tokens; their content is what was typed between the marks, their map the line."""

_OFF = ("reference", "lheading", "code", "fence", "image")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*(?:\n(?:(?: {4}|\t).*|[ \t]*(?=\n(?: {4}|\t))))*)", re.MULTILINE)


def tokens(text: str) -> Sequence[Token]:
    """The block tokens of `text`; those of type "inline" have inline tokens as children. Lines count from 0."""
    notes = {found[1]: " ".join(found[2].split()) for found in _DEFINITION.finditer(text)}
    without = _DEFINITION.sub(lambda found: "\n" * found[0].count("\n"), text) if notes else text
    return _parser(True).parse(without, {"notes": notes})


@cache
def _parser(with_notes: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).disable(list(_OFF))
    parser.inline.ruler.before("link", CITE, _bracketed)
    parser.inline.ruler.before("link", NARRATIVE, _narrative)
    if with_notes:
        parser.inline.ruler.before(CITE, NOTE, _note)
    return parser


def _bracketed(state: StateInline, silent: bool) -> bool:
    """``[… @key …]``, unless it is the text of a link."""
    if state.src[state.pos] != "[":
        return False
    end = _closing(state.src, state.pos, state.posMax)
    if end is None or state.src[end + 1 : end + 2] in ("(", "["):
        return False
    words = state.src[state.pos + 1 : end]
    if "@" not in words or bracketed(" ".join(words.split())) is None:
        return False
    return _pushed(state, silent, CITE, " ".join(words.split()), end + 1)


def _narrative(state: StateInline, silent: bool) -> bool:
    """``@key``, with a place in brackets behind it."""
    if state.src[state.pos] != "@":
        return False
    found = narrative(state.src[: state.posMax], state.pos)
    if found is None:
        return False
    typed, end = found
    return _pushed(state, silent, NARRATIVE, typed.words[0], end)


def _note(state: StateInline, silent: bool) -> bool:
    """``^[words of the note]``, and ``[^label]`` where the text defines it. A note holds no notes."""
    source, at = state.src, state.pos
    if source.startswith("^[", at):
        end = _closing(source, at + 1, state.posMax)
        return end is not None and _pushed(state, silent, NOTE, source[at + 2 : end], end + 1)
    found = re.compile(r"\[\^([^\]\s]{1,60})\]").match(source, at)
    words = state.env["notes"].get(found[1]) if found else None
    return words is not None and found is not None and _pushed(state, silent, NOTE, words, found.end())


def _pushed(state: StateInline, silent: bool, kind: str, content: str, end: int) -> bool:
    if not silent:
        token = state.push(kind, "", 0)
        token.content = content
        line = state.src.count("\n", 0, state.pos)
        token.map = [line, line + 1]
        if kind == NOTE:
            token.children = []
            inner = _parser(False)
            inner.inline.parse(content, inner, {"notes": {}}, token.children)
    state.pos = end
    return True


def _closing(source: str, start: int, limit: int) -> int | None:
    """The place of the bracket that closes the one at `start`, if it is not too far away."""
    end = _pairs(source).get(start)
    return end if end is not None and end < min(limit, start + MOST) else None


@lru_cache(maxsize=4)
def _pairs(source: str) -> Mapping[int, int]:
    """The place of each opening bracket that is closed, and of the bracket that closes it: found once for a text, not at each bracket."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for bracket in _BRACKET.finditer(source):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif bracket[0] == "]" and opened:
            found[opened.pop()] = bracket.start()
    return found
