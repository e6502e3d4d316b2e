"""Pages nobody should have to read: a problem that says what is wrong, after work in proportion, and never an exception."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from litreview.analysis import annotate
from litreview.languages import explain, tags
from litreview.pages import parse_page, parse_pages
from tests.work import growth

NOISE = random.Random(3)
PAGES = {
    "empty": "",
    "white space": " \n\t\n" * 1000,
    "bytes": "".join(chr(NOISE.randrange(256)) for _ in range(50_000)),
    "replacement characters": "\ufffd" * 500,
    "one word": "kota" * 20_000,
    "one word under a heading": "Abstrak\n\n" + "kota" * 20_000,
    "stars": "*" * 50_000,
    "stars apart": "* " * 40_000,
    "stars that open": "*a " * 30_000,
    "stars in pairs": "**a" * 30_000,
    "underscores": "_a_ " * 20_000,
    "commas": "Kata kunci: " + "," * 50_000,
    "brackets": "Kata kunci: " + "(" * 50_000,
    "labels": "Nama : " * 15_000,
    "headings": "ABSTRAK\n\n" * 5_000,
    "table": "|a" * 40_000,
    "links": "[a](" * 20_000,
    "entities": "&amp;" * 15_000,
    "tags": "<" * 50_000,
    "addresses": "a" * 50_000 + "@",
    "full stops": "Dr. " * 20_000,
    "volumes": "Vol. " * 20_000,
    "volumes and issues": "Vol. 3, No. 2, " * 6_000,
    "references to works": "Wulandari, Sri (2019) " * 4_000,
    "uploads": "N/A\n" * 20_000,
    "years": "Tahun\n2019\n" * 8_000,
    "affiliations": "1) Sri Wulandari2) " * 4_000,
    "no full stop": "Penelitian ini bertujuan untuk menganalisis data dan konsep, " * 2_000,
    "places": "kerja sama Kota Bandung dengan Seoul " * 3_000,
    "results": "hasil penelitian menunjukkan bahwa kerja sama gagal. " * 2_000,
    "line ends": "\n" * 60_000,
    "references": "Sri Wulandari. 2019. " * 5_000,
}

PIECES = [
    "kota",
    "*a ",
    "**a",
    "_a_ ",
    ",",
    "Kata kunci: (",
    "Nama : ",
    "ABSTRAK\n\n",
    "|a",
    "[a](",
    "&amp;",
    "Dr. ",
    "Sri Wulandari. 2019. ",
]


@pytest.mark.slow
@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES.keys())
def test_a_page_that_is_none_is_said_to_be_none(text: str) -> None:
    page = parse_page(text, "page.txt")
    study, problems = annotate(page.study)
    page.lift(study)
    assert study.key
    for problem in (*page.problems, *problems):
        for tag in tags():
            assert "<" not in explain(problem, tag).replace(text[:40], "") or "<" in text
    if not study.abstract:
        assert {"no-abstract", "page-not-text"} & {p.code for p in page.problems}


@pytest.mark.parametrize(
    "piece", ["Penelitian ini bertujuan menjelaskan kerja sama *sister city* Kota Bandung dengan Kota Suwon. ", *PIECES]
)
def test_the_work_grows_with_the_length_only(piece: str) -> None:
    def reading(count: int) -> Callable[[], object]:
        return lambda: annotate(parse_page("ABSTRAK\n\n" + piece * count).study)

    assert growth(reading, 100, times=5) < 6


def test_a_very_long_page_is_read_to_a_limit_and_says_so() -> None:
    page = parse_pages("ABSTRAK\n\n" + "Penelitian ini membahas kota dan desa di pesisir. " * 6_000)
    assert [p.code for p in page[0].problems if p.severity == "error"] == ["page-too-long"]
    assert len(page[0].study.abstract["id"]) < 200_001
