"""One line of Markdown as text: emphasis, links and escapes taken off, citations and notes marked."""

from __future__ import annotations

import re
from functools import cache

import attrs

from litreview.audit.chapters.text import Foreign, Mark
from litreview.document.commonmark import MarkdownIt, StateInline, Token, closing, parser, pushed

_CITE, _NARRATIVE, _NOTE, _TAG, _ADDRESS = "cite", "cite_narrative", "note", "tag", "address"
_KEY = r"(?:\{[^{}]+\}|\w(?:[\w:.#$%&+?<>~/-]*\w)?)"
_AT = re.compile(rf"(?<![\w\\])-?@({_KEY})")
_BEHIND = re.compile(r"\s*\[[^\[\]@]*\]")
_ANGLE = re.compile(r"<(?:(?P<address>https?://[^<>\s]+|mailto:[^<>\s]+)|(?P<tag>/?(?:em|strong|sup|sub|u|i|b|span|a)\b[^<>]*))>")


@attrs.frozen
class Line:
    """A line's text, what is marked in it, the labels of its notes in order, and the terms set in italics."""

    text: str
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    foreign: tuple[Foreign, ...] = ()


def inline(markdown: str) -> Line:
    r"""Read one line.

    >>> inline(r"*Two* of [three](http://x.org) \[sic\][^1] agree [see @lee2019, p. 4; @kim].").text
    'Two of three [sic] agree [see @lee2019, p. 4; @kim].'
    """
    text = ""
    marks: list[Mark] = []
    notes: list[str] = []
    raised: int | None = None
    leaning: list[int] = []
    foreign: list[Foreign] = []
    for token in _tokens(markdown):
        start = len(text)
        if token.type == "em_open":
            leaning.append(start)
        elif token.type == "em_close" and leaning:
            foreign.append(Foreign(leaning.pop(), start, "und"))  # terms of another language stand in italics, and nothing else says so
        elif token.type == _NOTE:
            notes.append(token.content)
            marks.append(Mark(start, start, note=0))
        elif token.type == _TAG:
            if token.content.startswith("sup"):
                raised = start
            elif token.content.startswith("/sup") and raised is not None:
                marks.append(Mark(raised, start, raised=True))
                raised = None
        else:
            text += token.content
            if token.type in (_CITE, _NARRATIVE):
                keys = _AT.findall(token.content) if token.type == _CITE else _AT.findall(token.content)[:1]
                marks.append(Mark(start, len(text), tuple(dict.fromkeys(key.strip("{}") for key in keys))))
    return Line(text, tuple(sorted(marks, key=lambda mark: (mark.start, mark.end))), tuple(notes), tuple(foreign))


def _tokens(markdown: str) -> list[Token]:
    return [token for whole in _parser().parseInline(markdown) for token in whole.children or ()]


@cache
def _parser() -> MarkdownIt:
    rules = {_CITE: _bracketed, _NARRATIVE: _narrative, _TAG: _angled}
    return parser(rules, off=("image", "autolink"), on=("strikethrough",))


def _bracketed(state: StateInline, silent: bool) -> bool:
    """A citation in brackets, ``[^label]`` or ``[^words of a note]``."""
    end = closing(state.src, state.pos) if state.src[state.pos] == "[" else None
    if end is None or end >= state.posMax:
        return False
    inside = state.src[state.pos + 1 : end]
    if inside.startswith("^"):
        return pushed(state, silent, _NOTE, inside[1:], end + 1)
    return bool(_AT.search(inside)) and pushed(state, silent, _CITE, f"[{inside}]", end + 1)


def _narrative(state: StateInline, silent: bool) -> bool:
    """``@key`` in the sentence, with what stands in brackets behind it."""
    match = _AT.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    behind = _BEHIND.match(state.src, match.end(), state.posMax)
    end = behind.end() if behind else match.end()
    return pushed(state, silent, _NARRATIVE, state.src[state.pos : end], end)


def _angled(state: StateInline, silent: bool) -> bool:
    """An address between angle brackets, or a tag of markup."""
    match = _ANGLE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    return pushed(state, silent, _ADDRESS if match["address"] else _TAG, match["address"] or match["tag"], match.end())
