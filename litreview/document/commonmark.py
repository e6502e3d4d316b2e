"""CommonMark text as tokens, with further inline rules by whoever reads it. The one door to markdown-it-py.

Source: CommonMark 0.31. HTML stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

__all__ = ["MarkdownIt", "Rule", "StateInline", "Token", "closing", "parser", "pushed"]

Rule = Callable[[StateInline, bool], bool]
"""Takes in what begins at the place of a state, as `pushed` does, and says whether there was something."""

_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


def parser(rules: Mapping[str, Rule], off: Collection[str] = (), on: Collection[str] = ()) -> MarkdownIt:
    """A parser with `rules` of these names tried in their order before links, without the rules `off`, and with those `on`.

    >>> bang = lambda state, silent: state.src[state.pos] == "!" and pushed(state, silent, "bang", "!", state.pos + 1)
    >>> [token.type for token in parser({"bang": bang}).parseInline("*a*!")[0].children]
    ['em_open', 'text', 'em_close', 'bang']
    """
    markdown = MarkdownIt("commonmark", {"html": False}).disable(list(off)).enable(list(on))
    for name, rule in rules.items():
        markdown.inline.ruler.before("link", name, rule)
    return markdown


def pushed(state: StateInline, silent: bool, kind: str, content: str, end: int) -> bool:
    """Take in the stretch from the place of `state` to `end` as a token of a type of ours; `silent` only steps over it."""
    if not silent:
        token = state.push(kind, "", 0)
        token.content = content
        line = state.src.count("\n", 0, state.pos)
        token.map = [line, line + 1]
    state.pos = end
    return True


def closing(source: str, start: int) -> int | None:
    """The place of the bracket that closes the one at `start`; brackets behind a backslash count for nothing.

    >>> closing(r"[a [b] \\] c]", 0)
    11
    """
    return _pairs(source).get(start)


@lru_cache(maxsize=4)
def _pairs(source: str) -> Mapping[int, int]:
    """The place of each opening bracket that is closed, and of the bracket that closes it: found once for a text, not at each bracket."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for bracket in _BRACKET.finditer(source):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif bracket[0] == "]" and opened:
            pairs[opened.pop()] = bracket.start()
    return pairs
