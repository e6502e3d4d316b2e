"""Hostile input of twice the size takes about twice the time, in every reader: one sign or word again and again, in every field."""

from __future__ import annotations

import time
from contextlib import suppress
from itertools import product

import pytest

from litreview.errors import ReadError
from litreview.formats import named
from litreview.pages import parse_page

FILLS = ("~", " ", "|", "{", "}", "-", "–", "\\", "$", "&", ",", ";", " and ", "(", "<", "<p", "<p>", ".", "@", "\t", "1", "a", "A. ", "\u00a0", "\\'", "$x^", "10.1/")  # fmt: skip
RECORDS = {
    "bibtex": [f"@article{{a, title={{T}}, {field}={{\0}}}}" for field in ("author", "pages", "keywords", "month", "date", "url", "note", "abstract")] + ["@article{a, \0"],
    "ris": [f"TY  - JOUR\n{tag}  - \0\nER  - \n" for tag in ("TI", "AU", "PY", "SP", "KW", "DO", "UR", "SN", "Y2", "M1", "LA")],
    "nbib": [f"PMID- 1\n{tag} - \0\n" for tag in ("TI ", "FAU", "DP ", "PG ", "AID", "LA ")],
    "wos": [f"PT J\n{tag} \0\nER\n" for tag in ("TI", "AU", "PD", "BP", "CY", "DE")],
    "table": ["title,authors,date,pages,doi,keywords,language,url\nT," + "".join('"\0"' if n == column else "," for n in range(7)) for column in range(7)],
}  # fmt: skip
SMALL, LIMIT = 20_000, 3.2


def seconds(format: str, text: str) -> float:
    began = time.process_time()
    with suppress(ReadError):
        named(format).read(text.encode(), "a")  # type: ignore[misc]
    return time.process_time() - began


@pytest.mark.slow
@pytest.mark.parametrize("format", RECORDS)
def test_records_are_read_in_linear_time(format: str) -> None:
    for record, fill in product(RECORDS[format], FILLS):
        text = fill.replace('"', '""')
        first, second = (seconds(format, record.replace("\0", text * (size // len(fill)))) for size in (SMALL, 2 * SMALL))
        if first > 0.2:  # below that, the machine decides
            assert second < LIMIT * first, (record, fill, first, second)


@pytest.mark.parametrize(
    ("format", "record", "fill"),
    [
        ("bibtex", "@article{a, title={T}, pages={\0}}", "~"),
        ("ris", "TY  - JOUR\nTI  - \0\nER  - \n", "<"),
        ("ris", "TY  - JOUR\nLA  - \0\nER  - \n", "-"),
    ],
)
def test_what_was_quadratic_once(format: str, record: str, fill: str) -> None:
    assert seconds(format, record.replace("\0", fill * 100_000)) < 5


def test_a_bar_between_keywords() -> None:
    began = time.process_time()
    parse_page("Judul\n\nSri Wulandari\n\nAbstrak\n\nIni baik.\n\nKata kunci: " + "|" * 20_000)
    assert time.process_time() - began < 5
