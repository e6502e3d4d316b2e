"""The chapter of a university's file into which the text goes: its heading stands there already, and so may that of the bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.labels import typed_number
from litreview.writers.docx.template.styles import Sheet

_W = f"{{{W}}}"
_BREAKS = (f"{_W}br", f"{_W}tab", f"{_W}cr")
BIBLIOGRAPHY_MARKS = ("{{DAFTAR_PUSTAKA}}", "{{BIBLIOGRAPHY}}")


def words_of(element: Any) -> str:
    """The words of a paragraph, whatever its runs and line breaks."""
    parts = [" " if e.tag in _BREAKS else e.text or "" for e in element.iter(f"{_W}t", *_BREAKS)]
    return " ".join("".join(parts).split())


_CAPTION = re.compile(r"[^\W\d_]{4,20}\s+(?:\d{1,2}|[IVXLC]{1,6})\s?[.\-–]\s?\d{1,3}\b")


def level_of(element: Any, sheet: Sheet) -> int | None:
    """The outline level of a paragraph that is a heading, from 0; a caption in a style of headings is none."""
    level = _level(element, sheet)
    return None if level is not None and _CAPTION.match(words_of(element)) else level


def _level(element: Any, sheet: Sheet) -> int | None:
    own = element.find(f"{_W}pPr/{_W}outlineLvl")
    stated = str(own.get(f"{_W}val")) if own is not None else ""
    if stated.isdigit():
        return int(stated) if int(stated) < 9 else None
    style = element.find(f"{_W}pPr/{_W}pStyle")
    by_style = sheet.outline(str(style.get(f"{_W}val"))) if style is not None else None
    return sheet.typed.get(element) if by_style is None else by_style


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


def chapter_at(body: Any, place: Any, follows: bool, sheet: Sheet, offset: int | None) -> Any:
    """The heading of the chapter that the text is: the place itself where the text follows it, or what stands right before the mark.

    With an `offset` only a heading at that depth stands for ours. Of a number that is a heading by itself the title is in the next one.
    """
    if place is None or place.getparent() is not body:
        return None
    heading = place if follows else _before_mark(place)
    if heading is None or heading.tag != f"{_W}p" or not words_of(heading):
        return None
    level = level_of(heading, sheet)
    if level is None or (offset is not None and level != offset) or (offset is None and level and not follows):
        return None
    title = _next(heading)
    alone = typed_number(words_of(heading)) == words_of(heading)
    return title if alone and title is not None and title.tag == f"{_W}p" and level_of(title, sheet) == level else heading


def _before_mark(mark: Any) -> Any:
    before = mark.getprevious()
    while before is not None and before.tag == f"{_W}p" and not words_of(before) and not _ends_section(before):
        before = before.getprevious()
    return before


def _next(heading: Any) -> Any:
    behind = heading.getnext()
    while behind is not None and behind.tag == f"{_W}p" and not words_of(behind) and not _ends_section(behind):
        behind = behind.getnext()
    return behind


def _ends_section(element: Any) -> bool:
    return element.find(f"{_W}pPr/{_W}sectPr") is not None


def within(heading: Any, sheet: Sheet) -> list[Any]:
    """What stands below a heading, up to the next of its level or above; what is empty there and opens the next chapter is not.

    It goes on behind the end of a section only where a heading below it follows there: an annex without a heading is none of it. The empty
    paragraph that ends a section is not within; a number that stands alone before the next heading belongs to that.
    """
    level = level_of(heading, sheet) or 0
    below: list[Any] = []
    closed = False
    for element in heading.itersiblings():
        own = level_of(element, sheet) if element.tag == f"{_W}p" and words_of(element) else None
        closed = own is not None and own <= level
        if closed or element.tag == f"{_W}sectPr":
            break
        below.append(element)
    while closed and below and _opens_next(below[-1]):
        below.pop()
    last = max((n for n, e in enumerate(below) if e.tag == f"{_W}p" and words_of(e) and level_of(e, sheet) is not None), default=0)
    ends = [n for n, element in enumerate(below) if n >= last and _ends_section(element)]
    if not ends:
        return below
    return below[: ends[0] + 1] if _holds(below[ends[0]]) else below[: ends[0]]


def _holds(element: Any) -> bool:
    return element.tag != f"{_W}p" or bool(words_of(element)) or element.find(f".//{_W}drawing") is not None


def _opens_next(element: Any) -> bool:
    """Whether a block at the end of a chapter is empty, or the number of the next chapter alone."""
    if element.tag != f"{_W}p" or _ends_section(element) or element.find(f".//{_W}drawing") is not None:
        return False
    words = words_of(element)
    return not words or (typed_number(words) == words and any(len(w) > 2 for w in words.split()))


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
