"""The lines that a page of a PDF file prints, each with its place, the size of its letters and whether all of it is bold."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

_BOLD = ("bold", "black", "heavy", "semibold", "demi")
"""What the name of a font says that prints strong letters."""
RAISED = str.maketrans("abcdef0123456789∗", "ᵃᵇᶜᵈᵉᶠ⁰¹²³⁴⁵⁶⁷⁸⁹*")
"""The marks of notes as letters and numbers that are raised by themselves, as they are printed: a name ends before them."""
_SMALL, _ABOVE, _RISE = 0.85, 0.1, 0.7
"""A raised note is smaller than so much of its line's letters, and stands by more, and less, than so much of their size over them."""
_NOTE = frozenset("abcdef0123456789∗*,)")
_LETTER, _SPACE = 0.5, 2.0
"""How wide a letter is, and a space between two words of one line at most, as shares of the size of the letters."""
_ICON = re.compile("[\ue000-\uf8ff]+")
"""What a site prints with a font of its own stands for no letter."""
_ACCENT = re.compile("([¨´`ˆ˜¯˘˙ˇ˝¸])\\s?([A-Za-zı])")
"""An accent that is printed before its letter, as TeX sets it."""
_COMBINING = dict(zip("¨´`ˆ˜¯˘˙ˇ˝¸", "\u0308\u0301\u0300\u0302\u0303\u0304\u0306\u0307\u030c\u030b\u0327", strict=True))


@attrs.frozen
class PrintedLine:
    """The text of a line, where it stands on its page, in points from below (None where nothing says), the size of most of its letters
    in points (0 where nothing says), and whether every letter is bold.
    """

    text: str
    height: float | None
    size: float = 0.0
    bold: bool = False


@attrs.frozen
class _Piece:
    text: str
    left: float
    height: float
    size: float
    bold: bool


_LAST = 40
"""What stands behind a line is compared with so many of its last pieces."""


def printed_lines(page: Any) -> Iterator[PrintedLine]:
    """The lines of `page` (one of pypdf), in the order in which it prints them. Raises whatever pypdf raises on a broken page."""
    pieces: list[_Piece] = []

    def visit(text: str, matrix: Sequence[float], inner: Sequence[float], font: Any, size: float | None) -> None:
        left = matrix[0] * inner[4] + matrix[2] * inner[5] + matrix[4]
        height = matrix[1] * inner[4] + matrix[3] * inner[5] + matrix[5]
        wide = matrix[0] * inner[0] + matrix[2] * inner[1], matrix[1] * inner[0] + matrix[3] * inner[1]
        name = str(font.get("/BaseFont", "")).casefold() if font else ""
        pieces.append(_Piece(text, left, height, (size or 0.0) * math.hypot(*wide), any(word in name for word in _BOLD)))

    page.extract_text(visitor_text=visit)
    lines: list[list[_Piece]] = [[]]
    for piece in pieces:
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            lines[-1].append(attrs.evolve(piece, text=text))
    yield from map(_line, _joined(lines))


def _joined(lines: Sequence[list[_Piece]]) -> Iterator[list[_Piece]]:
    """The lines, put together again where a file sets each word, or a raised mark and what stands behind it, by itself."""
    last: list[_Piece] = []
    ends: list[_Piece] = []
    for line in lines:
        full = [piece for piece in line if piece.text.strip()]
        if full and ends and _goes_on(ends, full[0]):
            between = "" if full[0].size < _SMALL * max(piece.size for piece in ends) else " "
            last += [attrs.evolve(full[0], text=between), *line]
        else:
            yield last
            last, ends = list(line), []
        ends = [*ends, *full][-_LAST:]
    yield last


def _goes_on(line: Sequence[_Piece], piece: _Piece) -> bool:
    """Whether a piece stands behind a line on its height, or raised over it, no further than a space."""
    base = max(line, key=lambda each: each.size)
    size, over = base.size, piece.height - base.height
    level = -_ABOVE * size < over < _ABOVE * size and abs(piece.size - size) < 1
    raised = _ABOVE * size < over < _RISE * size and piece.size < _SMALL * size
    end = line[-1].left + _LETTER * line[-1].size * len(line[-1].text)
    return (level or raised) and line[-1].left < piece.left < end + _SPACE * size


def _line(pieces: Sequence[_Piece]) -> PrintedLine:
    full = [piece for piece in pieces if piece.text.strip()]
    if not full:
        return PrintedLine("".join(piece.text for piece in pieces).rstrip(), None)
    sizes: Counter[float] = Counter()
    for piece in full:
        sizes[round(piece.size, 1)] += len(piece.text.strip())
    size = max(sizes, key=lambda each: (sizes[each], each))
    bold = all(piece.bold for piece in full if any(c.isalpha() for c in piece.text))
    base = next(piece for piece in full if round(piece.size, 1) == size)
    return PrintedLine(_plain("".join(_texts(pieces, base))).rstrip(), base.height, size, bold)


def _texts(pieces: Sequence[_Piece], base: _Piece) -> list[str]:
    """The text of each piece: the mark of a note straight behind the name before it, and a space behind it before a word."""
    texts: list[str] = []
    named = noted = False
    for piece in pieces:
        note = _is_note(piece, base)
        if note and texts:
            texts[-1] = texts[-1].rstrip()
        behind = named and noted and piece.text[:1].isalpha() and not texts[-1].endswith(" ")
        texts.append(piece.text.lstrip().translate(RAISED) if note else f" {piece.text}" if behind else piece.text)
        if piece.text.strip():
            named, noted = named or not note, note
    return texts


def _plain(text: str) -> str:
    """Text without icons, each accent with its letter.

    >>> _plain("Na¨ıve \uf059 B´ezier")
    'Naïve  Bézier'
    """
    accented = _ACCENT.sub(lambda match: unicodedata.normalize("NFC", match[2].replace("ı", "i") + _COMBINING[match[1]]), text)
    return _ICON.sub("", accented)


def _is_note(piece: _Piece, base: _Piece) -> bool:
    raised = piece.size < _SMALL * base.size and piece.height > base.height + _ABOVE * base.size
    return raised and set(piece.text.replace(" ", "")) <= _NOTE


def body_size(lines: Sequence[PrintedLine]) -> float:
    """The size of most letters, 0 where no line has one.

    >>> body_size([PrintedLine("Kota Kembar", 700, 14), PrintedLine("Studi ini membahas kota dan desa.", 650, 10)])
    10
    """
    letters: Counter[float] = Counter()
    for line in lines:
        if line.size:
            letters[line.size] += len(line.text)
    return max(letters, key=lambda each: (letters[each], each)) if letters else 0.0
