"""CommonMark text as tokens, with further inline rules by whoever reads it. The one door to markdown-it-py and its plugins.

Source: CommonMark 0.31. HTML stays text, except in whole files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

__all__ = ["MarkdownIt", "Rule", "StateInline", "Token", "closing", "file_parser", "parser", "pushed"]

Rule = Callable[[StateInline, bool], bool]
"""Takes in what begins at the place of a state, as `pushed` does, and says whether there was something."""

_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


def parser(rules: Mapping[str, Rule], off: Collection[str] = (), on: Collection[str] = ()) -> MarkdownIt:
    """A parser with `rules` of these names tried in their order before links, without the rules `off`, and with those `on`.

    >>> bang = lambda state, silent: state.src[state.pos] == "!" and pushed(state, silent, "bang", "!", state.pos + 1)
    >>> [token.type for token in parser({"bang": bang}).parseInline("*a*!")[0].children]
    ['em_open', 'text', 'em_close', 'bang']
    """
    return _with_rules(MarkdownIt("commonmark", {"html": False}).disable(list(off)).enable(list(on)), rules)


def file_parser(rules: Mapping[str, Rule]) -> MarkdownIt:
    """A parser of whole files, with `rules` as in `parser`: with tables, footnotes, data in front and HTML.

    >>> [token.type for token in file_parser({}).parse("---\\na: b\\n---\\n\\n# A")][:2]
    ['front_matter', 'heading_open']
    """
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return _with_rules(markdown.use(footnote_plugin, inline=False).use(front_matter_plugin), rules)


def _with_rules(markdown: MarkdownIt, rules: Mapping[str, Rule]) -> MarkdownIt:
    for name, rule in rules.items():
        markdown.inline.ruler.before("link", name, rule)
    return markdown


def pushed(state: StateInline, silent: bool, kind: str, content: str, end: int) -> bool:
    """Take in the stretch from the place of `state` to `end` as a token of a type of ours; `silent` only steps over it.

    The token knows where it stood: `map` holds the lines, `meta` the places in the text of the line or paragraph.
    """
    if not silent:
        token = state.push(kind, "", 0)
        token.content = content
        token.meta = {"start": state.pos, "end": end}
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
