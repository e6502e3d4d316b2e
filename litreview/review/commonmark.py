"""A writer's Markdown as tokens, with citations and notes among them.

Link definitions, underlined headings and code blocks are left out: what looks like one in a remark is far more often meant as words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from litreview.document.commonmark import MarkdownIt, Rule, StateInline, Token, closing, parser, pushed
from litreview.review.citation_syntax import MOST, bracketed, narrative

__all__ = ["CITE", "NARRATIVE", "NOTE", "Token", "citation_rules", "tokens"]

CITE, NARRATIVE, NOTE = "cite", "cite_narrative", "note"
"""Types of our own tokens; their content is what was typed between the marks, their map the line."""

_OFF = ("reference", "lheading", "code", "fence", "image")
_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*(?:\n(?:(?: {4}|\t).*|[ \t]*(?=\n(?: {4}|\t))))*)", re.MULTILINE)


def tokens(text: str) -> Sequence[Token]:
    """The block tokens of `text`; those of type "inline" have inline tokens as children. Lines count from 0."""
    notes = {match[1]: " ".join(match[2].split()) for match in _DEFINITION.finditer(text)}
    without = _DEFINITION.sub(lambda match: "\n" * match[0].count("\n"), text) if notes else text
    return _parser(True).parse(without, {"notes": notes})


@cache
def _parser(with_notes: bool) -> MarkdownIt:
    return parser({NOTE: _note, **citation_rules()} if with_notes else citation_rules(), _OFF)


def citation_rules() -> Mapping[str, Rule]:
    """The rules that find typed citations in a line, by the type of their tokens."""
    return {CITE: _bracketed, NARRATIVE: _narrative}


def _bracketed(state: StateInline, silent: bool) -> bool:
    """``[… @key …]``, unless it is the text of a link; behind ``[@key]`` another citation is none."""
    citation = _citation_at(state, state.pos)
    if citation is None:
        return False
    words, end = citation
    behind = state.src[end : end + 1]
    if behind == "(" or (behind == "[" and _citation_at(state, end) is None):
        return False
    return pushed(state, silent, CITE, words, end)


def _citation_at(state: StateInline, start: int) -> tuple[str, int] | None:
    """What stands between the brackets that open at `start`, if these are citations, and where it ends."""
    end = _closing_bracket(state.src, start, state.posMax) if state.src[start] == "[" else None
    if end is None:
        return None
    words = " ".join(state.src[start + 1 : end].split())
    return (words, end + 1) if "@" in words and bracketed(words) is not None else None


def _narrative(state: StateInline, silent: bool) -> bool:
    """``@key``, with a place in brackets behind it."""
    if state.src[state.pos] != "@":
        return False
    citation = narrative(state.src[: state.posMax], state.pos)
    if citation is None:
        return False
    typed, end = citation
    return pushed(state, silent, NARRATIVE, typed.words[0], end)


def _note(state: StateInline, silent: bool) -> bool:
    """``^[words of the note]``, and ``[^label]`` where the text defines it. A note holds no notes."""
    source, at = state.src, state.pos
    if source.startswith("^[", at):
        end = _closing_bracket(source, at + 1, state.posMax)
        return end is not None and _push_note(state, silent, source[at + 2 : end], end + 1)
    match = re.compile(r"\[\^([^\]\s]{1,60})\]").match(source, at)
    words = state.env["notes"].get(match[1]) if match else None
    return words is not None and match is not None and _push_note(state, silent, words, match.end())


def _push_note(state: StateInline, silent: bool, content: str, end: int) -> bool:
    pushed(state, silent, NOTE, content, end)
    if silent:
        return True
    inner = _parser(False)
    children: list[Token] = []
    inner.inline.parse(content, inner, {"notes": {}}, children)
    state.tokens[-1].children = children
    return True


def _closing_bracket(source: str, start: int, limit: int) -> int | None:
    """The place of the bracket that closes the one at `start`, if it is not too far away."""
    end = closing(source, start)
    return end if end is not None and end < min(limit, start + MOST) else None
