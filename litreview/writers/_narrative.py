"""A narrative citation taken apart: the name that belongs to the sentence, and what a citation manager may change."""

from __future__ import annotations

import re

import attrs

from litreview.document.nodes import Cite, Inline, Inlines, Quoted, Styled, Text
from litreview.document.walk import plain

_PAIRS = {")": "(", "]": "[", "）": "（"}


_JOINT = re.compile(r"[\])]\s{0,2}[,;–-]\s{0,2}$")
_WIDEST = 6


def apart(cite: Cite) -> tuple[Inlines, Inlines] | None:
    """``Lee (2019)`` as ``Lee `` and ``(2019)``: the last brackets, or a raised number at the end; None where there are none.

    >>> from litreview.document.nodes import CiteItem
    >>> [plain(part) for part in apart(Cite((CiteItem("a"),), "narrative", (Text("[Bogor] (t.t.)"),)))]
    ['[Bogor] ', '(t.t.)']
    >>> [plain(part) for part in apart(Cite((CiteItem("a"), CiteItem("b")), "narrative", (Text("Lee [1], [3]–[5]"),)))]
    ['Lee ', '[1], [3]–[5]']
    """
    children = cite.children
    last = children[-1] if children else None
    if isinstance(last, Styled) and last.mark == "superscript" and len(children) > 1:
        return children[:-1], (last,)
    text = plain(children)
    start = _bracket(text)
    while (
        start
        and (joint := _JOINT.search(text, max(0, start - _WIDEST), start))
        and (more := _bracket(text[: joint.start() + 1])) is not None
    ):
        start = more  # "[1], [3]": brackets in a row are one citation
    return split(children, start) if start else None


def _bracket(text: str) -> int | None:
    """Where the brackets open that close at the end of `text`."""
    if not text or text[-1] not in _PAIRS:
        return None
    closing, opening, depth = text[-1], _PAIRS[text[-1]], 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] == closing) - (text[place] == opening)
        if depth == 0:
            return place
    return None


def split(children: Inlines, at: int) -> tuple[Inlines, Inlines]:
    """Inlines cut in two before the character `at` of their plain text; marks around the cut are kept on both sides.

    >>> split((Styled("italic", (Text("abc"),)),), 1)
    ((Styled(mark='italic', children=(Text(text='a'),)),), (Styled(mark='italic', children=(Text(text='bc'),)),))
    """
    before: list[Inline] = []
    behind: list[Inline] = []
    for node in children:
        size = len(plain((node,)))
        if at >= size:
            before.append(node)
        elif at <= 0:
            behind.append(node)
        elif isinstance(node, Text):
            before.append(Text(node.text[:at]))
            behind.append(Text(node.text[at:]))
        else:
            inner = split(node.children, at - len(node.open) if isinstance(node, Quoted) else at)
            left, right = attrs.evolve(node, children=inner[0]), attrs.evolve(node, children=inner[1])
            before.append(attrs.evolve(left, close="") if isinstance(left, Quoted) else left)
            behind.append(attrs.evolve(right, open="") if isinstance(right, Quoted) else right)
        at -= size
    return tuple(before), tuple(behind)
