"""A stretch of words in a paragraph of Word taken out, so that something else can stand in its place."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import attrs

from litreview.writers.docx.package.xml import W

_W = f"{{{W}}}"
_GONE = (f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")


@attrs.frozen(eq=False)
class Words:
    """One ``w:t`` with its run and the place of its first letter in the paragraph."""

    run: Any
    text: Any
    start: int


@attrs.frozen(eq=False)
class Line:
    """The words of a paragraph that stand there for a reader, outside fields: `text` with a line break for each field between."""

    pieces: tuple[Words, ...]
    text: str


def line_of(paragraph: Any) -> Line:
    """Read a paragraph."""
    pieces: list[Words] = []
    text, depth = "", 0
    for run in _runs(paragraph):
        for child in run:
            if child.tag == f"{_W}fldChar":
                kind = child.get(f"{_W}fldCharType")
                depth += (kind == "begin") - (kind == "end")
                text += "\n"
            elif child.tag == f"{_W}t" and depth == 0:
                pieces.append(Words(run, child, len(text)))
                text += child.text or ""
            elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
                text += " " if child.tag == f"{_W}tab" else "\n"
    return Line(tuple(pieces), text)


def _runs(paragraph: Any) -> Iterator[Any]:
    for run in paragraph.iter(f"{_W}r"):
        around = list(run.iterancestors())
        inner = around[: around.index(paragraph)]
        if not any(e.tag == f"{_W}p" or e.tag in _GONE or e.tag == f"{_W}fldSimple" for e in inner):
            yield run


def cut_out(paragraph: Any, start: int, end: int) -> Any:
    """Take the words from `start` to `end` out; gives an empty run in their place that looks as their first did."""
    _part(paragraph, end)
    _part(paragraph, start)
    pieces = [piece for piece in line_of(paragraph).pieces if piece.text.text]
    inside = [piece for piece in pieces if piece.start >= start and piece.start + len(piece.text.text) <= end]
    place = paragraph.makeelement(f"{_W}r", {})
    look = inside[0].run.find(f"{_W}rPr")
    if look is not None:
        place.append(copy.deepcopy(look))
    inside[0].run.addprevious(place)
    for piece in inside:
        piece.run.remove(piece.text)
        if all(child.tag == f"{_W}rPr" for child in piece.run):
            piece.run.getparent().remove(piece.run)
    return place


def _part(paragraph: Any, at: int) -> None:
    """See that a run ends at a place: one that goes over it is parted in two."""
    for piece in line_of(paragraph).pieces:
        words = piece.text.text or ""
        if not piece.start < at < piece.start + len(words):
            continue
        behind = copy.deepcopy(piece.run)
        position = list(piece.run).index(piece.text)
        for child in list(behind)[:position]:
            if child.tag != f"{_W}rPr":
                behind.remove(child)
        for child in list(piece.run)[position + 1 :]:
            piece.run.remove(child)
        second = behind.find(f"{_W}t")
        piece.text.text, second.text = words[: at - piece.start], words[at - piece.start :]
        for text in (piece.text, second):
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        piece.run.addnext(behind)
        return
