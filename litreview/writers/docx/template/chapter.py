"""The chapter of a university's file into which the text goes: its heading stands there already, and so may that of the bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.styles import Sheet

_W = f"{{{W}}}"
_BREAKS = (f"{_W}br", f"{_W}tab", f"{_W}cr")
BIBLIOGRAPHY_MARKS = ("{{DAFTAR_PUSTAKA}}", "{{BIBLIOGRAPHY}}")


def words_of(element: Any) -> str:
    """The words of a paragraph, whatever its runs and line breaks."""
    parts = [" " if e.tag in _BREAKS else e.text or "" for e in element.iter(f"{_W}t", *_BREAKS)]
    return " ".join("".join(parts).split())


def level_of(element: Any, sheet: Sheet) -> int | None:
    """The outline level of a paragraph that is a heading, from 0."""
    own = element.find(f"{_W}pPr/{_W}outlineLvl")
    stated = str(own.get(f"{_W}val")) if own is not None else ""
    if stated.isdigit():
        return int(stated) if int(stated) < 9 else None
    style = element.find(f"{_W}pPr/{_W}pStyle")
    return sheet.outline(str(style.get(f"{_W}val"))) if style is not None else None


def is_called(heading: str, words: str) -> bool:
    """Whether a heading has these words, whatever its number, its line breaks and its case.

    >>> is_called("BAB II TINJAUAN PUSTAKA", "Tinjauan Pustaka"), is_called("I.7. Data", "data"), is_called("Metode", "Data")
    (True, True, False)
    """
    same = {_squeezed(heading), _squeezed(_unnumbered(heading))}
    return bool(same & {_squeezed(words), _squeezed(_unnumbered(words))} - {""})


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _unnumbered(heading: str) -> str:
    numbers = r"(?:[^\W\d_]{3,10}\s+(?:\d+|[ivxlcdm]+)\s*[.:)]?|(?:[ivxlcdm]+|\d+|[a-z])(?:\.\d+)*[.:)]|\d+(?:\.\d+)*)\s+"
    return re.sub(f"^{numbers}", "", heading, flags=re.IGNORECASE)


def chapter_at(body: Any, place: Any, follows: bool, sheet: Sheet) -> Any:
    """The heading of the chapter that the text is: the place itself where the text follows it, or what stands right before the mark."""
    if place is None or place.getparent() is not body:
        return None
    if follows:
        return place if place.tag == f"{_W}p" and level_of(place, sheet) == 0 else None
    before = place.getprevious()
    while before is not None and before.tag == f"{_W}p" and not words_of(before) and before.find(f"{_W}pPr/{_W}sectPr") is None:
        before = before.getprevious()
    return before if before is not None and before.tag == f"{_W}p" and words_of(before) and level_of(before, sheet) == 0 else None


def within(heading: Any, sheet: Sheet) -> list[Any]:
    """What stands below a heading, up to the next of its level or above or the end of its section."""
    level = level_of(heading, sheet) or 0
    below: list[Any] = []
    for element in heading.itersiblings():
        if element.tag == f"{_W}sectPr" or element.find(f"{_W}pPr/{_W}sectPr") is not None:
            break
        own = level_of(element, sheet) if element.tag == f"{_W}p" else None
        if own is not None and own <= level:
            break
        below.append(element)
    return below


def last_of(heading: Any, sheet: Sheet) -> Any:
    """The last block of what stands below a heading, the heading itself where nothing does."""
    return [heading, *within(heading, sheet)][-1]


def bibliography_heading(body: Any, sheet: Sheet, names: Iterable[str]) -> Any:
    """The heading of the file's own bibliography, which has one of these names."""
    names = list(names)
    headings = [e for e in body if e.tag == f"{_W}p" and level_of(e, sheet) is not None]
    return next((e for e in reversed(headings) if any(is_called(words_of(e), name) for name in names)), None)


def bibliography_mark(body: Any) -> Any:
    """The paragraph that says where the bibliography goes."""
    return next((e for e in body if e.tag == f"{_W}p" and words_of(e) in BIBLIOGRAPHY_MARKS), None)


def take_over(heading: Any, ours: Any, but: str) -> None:
    """Let a heading of the file stand for one of ours: what leads to ours leads there. Marks whose names begin with `but` go."""
    numbers = {m.get(f"{_W}id") for m in ours.iter(f"{_W}bookmarkStart") if not str(m.get(f"{_W}name")).startswith(but)}
    properties = heading.find(f"{_W}pPr")
    first = list(heading).index(properties) + 1 if properties is not None else 0
    for mark in [m for m in ours.iter(f"{_W}bookmarkStart") if m.get(f"{_W}id") in numbers]:
        heading.insert(first, mark)
    for mark in [m for m in ours.iter(f"{_W}bookmarkEnd") if m.get(f"{_W}id") in numbers]:
        heading.append(mark)
    if ours.getparent() is not None:
        ours.getparent().remove(ours)
