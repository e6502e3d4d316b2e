"""The words around a place that is to be filled, and what a citation that fills it changes in them: a full stop, a space, a mark."""

from __future__ import annotations

import copy
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Any

import attrs

from litreview.document.nodes import Block, Cite, Inline, Inlines, Paragraph, Text
from litreview.writers.docx.package.xml import W
from litreview.writers.docx.splitting import cut_out, line_of

_W = f"{{{W}}}"


def around(place: Any, places: Collection[Any]) -> tuple[str, str]:
    """The words before and behind a run in its paragraph, to the next of `places` on either side."""
    line = line_of(_paragraph(place))
    spans = {piece.run: (piece.start, piece.start + len(piece.text.text or "")) for piece in line.pieces if piece.run in places}
    if place not in spans:
        return "", ""
    start, end = spans[place]
    before = max((stop for _, stop in spans.values() if stop <= start), default=0)
    behind = min((begin for begin, _ in spans.values() if begin >= end), default=len(line.text))
    return line.text[before:start], line.text[end:behind]


def worded(place: Any, block: Block, places: Collection[Any]) -> Block:
    """A block of citations with the words of its paragraph around them: a style sets its full stops and the marks of notes by these."""
    if not isinstance(block, Paragraph) or not all(isinstance(node, Cite) for node in block.children):
        return block
    before, behind = around(place, places)
    return attrs.evolve(block, children=(Text(before), *block.children, Text(behind)))


def is_worded(told: Inlines, resolved: Inlines) -> bool:
    """Whether these are citations with words around them, before and after they were resolved."""
    cites = [node for node in resolved if isinstance(node, Cite)]
    return len(told) > 2 and all(isinstance(node, Cite) for node in told[1:-1]) and len(cites) == len(told) - 2


def unworded(place: Any, told: Paragraph, block: Paragraph) -> Paragraph:
    """The citations of a resolved block alone, once the words around them in the file stand as in it; `told` is how it was before."""
    count = len(told.children) - 2
    ((_, was),) = parted(told.children, [count])
    ((cites, behind),) = parted(block.children, [count])
    changed(place, (_leading(told.children), _leading(block.children)), (was, behind))
    return attrs.evolve(block, children=cites)


def parted(inlines: Inlines, counts: Sequence[int]) -> list[tuple[Inlines, str]]:
    """So many citations at a time, each time with the words behind them."""
    parts: list[tuple[Inlines, str]] = []
    at = 0
    for count in counts:
        cites: list[Inline] = []
        while len(cites) < count:
            cites += [inlines[at]] if isinstance(inlines[at], Cite) else []
            at += 1
        behind = _leading(inlines[at : at + 1])
        parts.append((tuple(cites), behind))
    return parts


def changed(place: Any, before: tuple[str, str], behind: tuple[str, str]) -> None:
    """Change the words around a run as little as needed: each pair is how they stood and how they are to stand.

    Spaces that stood right before it go; marks that moved from behind it to before it are set there, in the look of the run.
    """
    paragraph = _paragraph(place)
    own = next((piece for piece in line_of(paragraph).pieces if piece.run is place), None)
    if own is None:
        return
    end = own.start + len(own.text.text or "")
    gone = len(behind[0]) - len(behind[1])
    if gone > 0 and behind[0].endswith(behind[1]):
        _taken(paragraph, end, end + gone)
    kept = before[0].rstrip(" ")
    if before[1] == before[0] or not before[1].startswith(kept):
        return
    if len(kept) < len(before[0]):
        _taken(paragraph, own.start - (len(before[0]) - len(kept)), own.start)
    if moved := before[1][len(kept) :]:
        run = place.makeelement(f"{_W}r", {})
        look = place.find(f"{_W}rPr")
        if look is not None:
            run.append(copy.deepcopy(look))
        run.append(run.makeelement(f"{_W}t", {}))
        run[-1].text = moved
        place.addprevious(run)


def _leading(inlines: Inlines) -> str:
    return "".join(node.text for node in takewhile(lambda node: isinstance(node, Text), inlines) if isinstance(node, Text))


def _taken(paragraph: Any, start: int, end: int) -> None:
    empty = cut_out(paragraph, start, end)
    empty.getparent().remove(empty)


def _paragraph(run: Any) -> Any:
    return next(run.iterancestors(f"{_W}p"))
