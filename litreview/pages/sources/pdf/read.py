"""The text layer of a PDF file, with the empty lines that its page shows: a gap wider than the usual one is an empty line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import Any

import attrs

from litreview.errors import MissingExtra, ReadError

try:
    import pypdf
except ImportError:  # the extra is not installed: said when a PDF is read
    pypdf = None  # type: ignore[assignment]

MAX_PAGES = 50
MAX_CHARACTERS = 1_000_000
WIDE = 1.35
"""A distance between two lines of more than so many times the usual one stands for an empty line."""

_FOLIO = re.compile(r"\s*(?:-\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*-)?\s*")


@attrs.frozen
class _Line:
    text: str
    height: float | None
    """Where it stands on its page, in points from below."""


def read(data: bytes) -> str:
    """The text of a PDF file given as bytes, at most fifty pages of it.

    Raises MissingExtra without pypdf, ReadError for bytes that are no readable PDF or have no text layer (a scanned page).
    """
    if pypdf is None:
        raise MissingExtra("pdf", "pypdf")
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("this PDF is protected by a password: save a copy without it and try again")
        pages = []
        for page in reader.pages[:MAX_PAGES]:
            pages.append("\n".join(_spaced(_without_folio(list(_lines(page))))))
            if sum(map(len, pages)) > MAX_CHARACTERS:
                break
    except ReadError:
        raise
    except Exception as error:  # pypdf raises whatever a broken file makes it stumble over
        raise ReadError("this PDF cannot be read: open it, print it to a new PDF and try again") from error
    text = "\n".join(pages)
    if not text.strip():
        raise ReadError("this PDF has no text layer (a scanned page?): run text recognition on it, or type the page into a .txt file")
    return text


def _lines(page: Any) -> Iterator[_Line]:
    """The lines of one page as pypdf gives them, each with its height."""
    pieces: list[tuple[str, float | None]] = []

    def visit(text: str, matrix: Sequence[float], inner: Sequence[float], *_: object) -> None:
        height = matrix[1] * inner[4] + matrix[3] * inner[5] + matrix[5]
        pieces.append((text, height if text.strip() else None))

    page.extract_text(visitor_text=visit)
    line, height = "", None
    for text, at in pieces:
        for number, piece in enumerate(text.split("\n")):
            if number:
                yield _Line(line.rstrip(), height)
                line, height = "", None
            line += piece
            height = height if height is not None or not piece.strip() else at
    yield _Line(line.rstrip(), height)


def _without_folio(lines: list[_Line]) -> list[_Line]:
    """Without the number of the page at its head or foot."""
    shown = [n for n, line in enumerate(lines) if line.text.strip()]
    ends = {n for n in (*shown[:1], *shown[-1:]) if len(shown) > 1 and _FOLIO.fullmatch(lines[n].text)}
    return [line for n, line in enumerate(lines) if n not in ends]


def _spaced(lines: list[_Line]) -> Iterator[str]:
    shown = [line for line in lines if line.text.strip()]
    gaps = [a.height - b.height for a, b in pairwise(shown) if a.height is not None and b.height is not None]
    usual = median([gap for gap in gaps if gap > 0.5] or [0.0])
    for number, line in enumerate(shown):
        before = shown[number - 1].height if number else None
        if usual and before is not None and line.height is not None and before - line.height > WIDE * usual:
            yield ""
        yield line.text
