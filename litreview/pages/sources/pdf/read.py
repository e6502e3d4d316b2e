"""The text layer of a PDF file, with the empty lines that its page shows: a gap wider than the usual one is an empty line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any

import attrs

from litreview.errors import MissingExtra
from litreview.pages.sources._refusal import refusal

try:
    import pypdf
except ImportError:  # the extra is not installed: said when a PDF is read
    pypdf = None  # type: ignore[assignment]

MAX_PAGES = 15
MAX_CHARACTERS = 200_000
WIDE = 1.35
"""A distance between two lines of more than so many times the usual one stands for an empty line."""

_FOLIO = re.compile(r"\s*(?:-\s*)?(?:(?!(?:19|20)\d\d\b)\d{1,4}|[ivxlc]{1,7})(?:\s*-)?\s*")


@attrs.frozen
class _Line:
    text: str
    height: float | None
    """Where it stands on its page, in points from below."""


def read(data: bytes) -> str:
    """The text of a PDF file given as bytes: of its first pages, where the abstract of a longer work stands.

    Raises MissingExtra without pypdf, ReadError for bytes that are no readable PDF, one with a password, or without a text layer (a scan).
    """
    text = "".join(_texts(data))
    if not text.strip():
        raise refusal("page-scanned")
    return text


def pages(data: bytes) -> int:
    """How many pages the file has. Raises as `read` does."""
    return len(_reader(data).pages)


def _reader(data: bytes) -> Any:
    if pypdf is None:
        raise MissingExtra("pdf", "pypdf")
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except pypdf.errors.DependencyError as error:  # decrypting needs a package of its own
        raise refusal("page-pdf-locked") from error
    except Exception as error:  # pypdf raises whatever a broken file makes it stumble over
        raise refusal("page-not-pdf") from error
    if locked:
        raise refusal("page-pdf-locked")
    return reader


def _texts(data: bytes) -> Iterator[str]:
    length = 0
    reader = _reader(data)
    try:
        for number, page in enumerate(reader.pages[:MAX_PAGES]):
            text = "\n".join(_spaced(_without_folio(list(_lines(page)))))
            length += len(text)
            yield "\n" + text if number else text
            if length > MAX_CHARACTERS:
                return
    except Exception as error:
        raise refusal("page-not-pdf") from error


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
    printed = [n for n, line in enumerate(lines) if line.text.strip()]
    ends = {n for n in (*printed[:1], *printed[-1:]) if len(printed) > 1 and _FOLIO.fullmatch(lines[n].text)}
    return [line for n, line in enumerate(lines) if n not in ends]


def _spaced(lines: list[_Line]) -> Iterator[str]:
    printed = [line for line in lines if line.text.strip()]
    gaps = [a.height - b.height for a, b in pairwise(printed) if a.height is not None and b.height is not None]
    apart = sorted(gap for gap in gaps if gap > 0.5)
    usual = apart[len(apart) // 5] if apart else 0.0  # that of lines within a paragraph, though most paragraphs may have one line
    for number, line in enumerate(printed):
        before = printed[number - 1].height if number else None
        if usual and before is not None and line.height is not None and before - line.height > WIDE * usual:
            yield ""
        yield line.text
