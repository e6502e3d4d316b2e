"""The text layer of a PDF file: its lines in order, the title marked as a heading, and an empty line where the page shows a gap."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import pairwise
from typing import Any

import attrs

from litreview.errors import LitreviewError, MissingExtra
from litreview.pages.sources._refusal import refusal
from litreview.pages.sources.pdf.covers import without_cover
from litreview.pages.sources.pdf.margins import PrintedPage, in_order, without_folio, without_running
from litreview.pages.sources.pdf.printed import PrintedLine, printed_lines
from litreview.pages.sources.pdf.title import TITLE, title_block, titled

try:
    import pypdf
except ImportError:  # the extra is not installed: said when a PDF is read
    pypdf = None  # type: ignore[assignment]

MAX_PAGES = 15
MAX_CHARACTERS = 200_000
WIDE = 1.35
"""A distance between two lines of more than so many times the usual one stands for an empty line."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it mends in a broken file would else be printed


def read(data: bytes) -> str:
    """The text of a PDF file given as bytes: of its first pages, where the abstract of a longer work stands.

    Lines that the print of the first page tells to be the title are one line, marked as a heading ("# …"). Raises MissingExtra without
    pypdf, ReadError for bytes that are no readable PDF, one with a password, or without a text layer (a scan).
    """
    text = "\n".join(_texts(data))
    if not text.strip():
        raise refusal("page-scanned")
    return text


def pages(data: bytes) -> int:
    """How many pages the file has. Raises as `read` does."""
    with _refused():
        return len(_reader(data).pages)


@contextmanager
def _refused() -> Iterator[None]:
    """Whatever pypdf stumbles over in a broken file, as a refusal in words."""
    try:
        yield
    except LitreviewError:
        raise
    except Exception as error:
        if pypdf is not None and isinstance(error, pypdf.errors.DependencyError):  # a file that is encrypted, though without a password
            raise MissingExtra("pdf", "cryptography") from error
        raise refusal("page-not-pdf") from error


def _reader(data: bytes) -> Any:
    if pypdf is None:
        raise MissingExtra("pdf", "pypdf")
    reader = pypdf.PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise refusal("page-pdf-locked")
    return reader


def _texts(data: bytes) -> Iterator[str]:
    """The text of each page that is read."""
    with _refused():
        reader = _reader(data)
        declared = str((reader.metadata or {}).get("/Title") or "")
        printed = list(_printed(reader))
    pages = list(without_cover(printed))
    block = title_block(pages[0].lines, declared) if pages else None
    if block is not None:
        pages[0] = attrs.evolve(pages[0], lines=titled(pages[0].lines, block))
    for page in without_running(pages, block.text if block else ""):
        yield "\n".join(_spaced(without_folio(page).lines))


def _printed(reader: Any) -> Iterator[PrintedPage]:
    length = 0
    for page in reader.pages[:MAX_PAGES]:
        lines = tuple(line for line in printed_lines(page) if line.text.strip())
        length += sum(len(line.text) for line in lines)
        yield in_order(PrintedPage(lines, float(page.mediabox.height)))
        if length > MAX_CHARACTERS:
            return


def _spaced(printed: Sequence[PrintedLine]) -> Iterator[str]:
    gaps = [a.height - b.height for a, b in pairwise(printed) if a.height is not None and b.height is not None]
    apart = sorted(gap for gap in gaps if gap > 0.5)
    usual = apart[len(apart) // 5] if apart else 0.0  # that of lines within a paragraph, though most paragraphs may have one line
    for number, line in enumerate(printed):
        before = printed[number - 1].height if number else None
        wide = usual and before is not None and line.height is not None and before - line.height > WIDE * usual
        if wide or (number and (line.text.startswith(TITLE) or printed[number - 1].text.startswith(TITLE))):
            yield ""
        yield line.text
