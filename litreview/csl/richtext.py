"""The markup that CSL-JSON allows inside fields, and the quotation marks, turned into nodes once.

Known are ``<i> <b> <sup> <sub> <sc>`` and the spans for small capitals, ``nocase`` and ``nodecor``; every other tag is text.
Straight quotation marks that belong together become quotes, all other straight single ones apostrophes.
"""

from __future__ import annotations

import re

from litreview.csl.tree import Content, Node

_TOKEN = re.compile(
    r"""<(?P<open>i|b|sup|sub|sc)>|(?P<close></(?:i|b|sup|sub|sc|span)>)
    |(?P<caps><span\s+style=["']\s*font-variant:\s*small-caps;?\s*["']\s*>)
    |<span\s+class=["'](?P<cls>nocase|nodecor)["']\s*>
    |(?P<quote>["'“”‘’])""",
    re.VERBOSE,
)
_FORMAT = {
    "i": (("font-style", "italic"),), "b": (("font-weight", "bold"),), "sup": (("vertical-align", "sup"),),
    "sub": (("vertical-align", "sub"),), "sc": (("font-variant", "small-caps"),),
    "nodecor": (("font-style", "normal"), ("font-variant", "normal"), ("font-weight", "normal"), ("text-decoration", "none")),
}  # fmt: skip
_SPECIAL = re.compile(r"""[<"'“”‘’]""")
_BEFORE_OPEN = frozenset(" \t\n\u00a0\u202f([{<-–—/:;«¿¡")
_KIND = {'"': "double", "“": "double", "”": "double", "'": "single", "‘": "single", "’": "single"}


class _Open:
    """A tag or quotation mark that waits for its end, with what has been read inside it."""

    __slots__ = ("inside", "kind", "source", "tag")

    def __init__(self, kind: str, source: str, tag: str) -> None:
        self.kind, self.source, self.tag = kind, source, tag
        self.inside: list[Content] = []


def parse(text: str) -> list[Content]:
    """Read one field. Text that goes on behind markup is a node marked "field", so that no punctuation is settled at that seam.

    >>> [part if isinstance(part, str) else (part.mark, part.quotes) for part in parse("On <i>Homo</i>: it's \\"new\\"")]
    ['On ', (None, None), ('field', None), (None, 'outer')]
    """
    if not _SPECIAL.search(text):
        return [text]
    stack = [_Open("", "", "")]
    end = 0
    before = ""  # the visible character before the present place; "" at the start
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            stack[-1].inside.append(text[end : match.start()])
            before = text[match.start() - 1]
        end = match.end()
        if match["quote"]:
            before = _quote(stack, match["quote"], before, _after(text, end))
        elif match["close"]:
            before = _close_tag(stack, match["close"], before)
        else:
            tag = match["open"] or match["cls"] or "sc"
            stack.append(_Open("tag", match[0], tag))
    if end < len(text):
        stack[-1].inside.append(text[end:])
    while len(stack) > 1:
        _give_up(stack)
    return _joined(stack[0].inside)


def unbalanced(text: str) -> str | None:
    """The first known tag that is opened and not closed or closed and not opened, or None."""
    if "<" not in text:
        return None
    waiting: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(text):
        if match["close"]:
            name = match["close"][2:-1]
            if not waiting or waiting[-1][0] != name:
                return match["close"]
            waiting.pop()
        elif not match["quote"]:
            waiting.append((match["open"] or "span", match[0]))
    return waiting[0][1] if waiting else None


def _after(text: str, place: int) -> str:
    while (match := _TOKEN.match(text, place)) and not match["quote"]:
        place = match.end()
    return text[place : place + 1]


def _quote(stack: list[_Open], mark: str, before: str, after: str) -> str:
    kind = _KIND[mark]
    within = next((i for i in range(len(stack) - 1, 0, -1) if stack[i].kind in (kind, "tag")), 0)
    waiting = within > 0 and stack[within].kind == kind
    opens = mark in "“‘" or (mark in "\"'" and (before == "" or before in _BEFORE_OPEN) and after.strip() != "")
    closes = waiting and mark not in "“‘" and not (kind == "single" and after.isalnum()) and not (mark in "\"'" and before.isspace())
    if closes and not (opens and stack[-1].inside == [] and stack[-1].kind == kind):
        while len(stack) - 1 > within:
            _give_up(stack)
        opened = stack.pop()
        level = {"“": "double", "‘": "single"}.get(opened.source, "outer")  # curved marks stay as they are where nothing is nested
        stack[-1].inside.append(Node(_joined(opened.inside), quotes=level, rich=True))
        return "”"
    if opens:
        stack.append(_Open(kind, mark, ""))
        return "("
    stack[-1].inside.append("’" if mark == "'" else mark)
    return "’"


def _close_tag(stack: list[_Open], closing: str, before: str) -> str:
    name = closing[2:-1]
    for i in range(len(stack) - 1, 0, -1):
        if stack[i].kind == "tag":
            if (stack[i].source.startswith("<span") and name == "span") or stack[i].source == f"<{name}>":
                while len(stack) - 1 > i:
                    _give_up(stack)
                opened = stack.pop()
                node = Node(_joined(opened.inside), rich=True)
                if opened.tag == "nocase":
                    node.mark = "nocase"
                else:
                    node.format = _FORMAT[opened.tag]
                stack[-1].inside.append(node)
                return before
            break
    stack[-1].inside.append(closing)
    return ">"


def _give_up(stack: list[_Open]) -> None:
    """What was never closed is text after all."""
    opened = stack.pop()
    stack[-1].inside += ["’" if opened.source == "'" else opened.source, *opened.inside]


def _joined(parts: list[Content]) -> list[Content]:
    """Neighbouring strings as one, so that no seam arises inside a field."""
    joined: list[Content] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, str):
            if part == "":
                continue
            if isinstance(last, str):
                joined[-1] = last + part
            elif last is None:
                joined.append(part)
            elif last.mark == "field":
                last.children = [str(last.children[0]) + part]
            else:
                joined.append(Node([part], mark="field", rich=True))
        else:
            joined.append(part)
    return joined
