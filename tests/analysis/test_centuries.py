"""Centuries as the years they stand for."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.analysis.centuries import centuries
from litreview.record import LangText, Study


@pytest.mark.parametrize(
    ("tag", "text", "years"),
    [
        ("en", "Mills of the 18th century are compared.", (1701, 1800)),
        ("en", "from the mid-sixteenth to the early twentieth century", (1526, 1950)),
        ("en", "between the late fifteenth and the seventeenth centuries", (1451, 1700)),
        ("en", "from the ninth century to the eleventh century", (801, 1100)),
        ("id", "kincir pada abad ke-18", (1701, 1800)),
        ("id", "dari akhir abad XV hingga abad XVII", (1451, 1700)),
        ("id", "sejak abad kesepuluh sampai awal abad ke 20", (901, 1950)),
    ],
)
def test_years_of_centuries(tag: str, text: str, years: tuple[int, int]) -> None:
    found = centuries(text, tag)
    assert found is not None
    assert (found.first, found.last) == years


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "skills for the 21st century"),
        ("en", "the third century bank"),
        ("en", "from the twentieth to the nineteenth century"),
        ("en", "a century ago"),
        ("id", "keterampilan abad ke-21"),
        ("id", "abad pertengahan"),
        ("de", "im 19. Jahrhundert"),
    ],
)
def test_no_centuries(tag: str, text: str) -> None:
    assert centuries(text, tag) is None


def _period(text: str, tag: str = "en") -> tuple[int, int | None] | None:
    period = annotate(Study("a", abstract=LangText({tag: text})))[0].aspects.period
    return (period.start, period.end) if period else None


@pytest.mark.parametrize(
    ("tag", "text", "years"),
    [
        ("en", "This study traces the trade in mill stones in the eighteenth century.", (1701, 1800)),
        ("id", "Artikel ini menelusuri perdagangan batu giling pada abad ke-18.", (1701, 1800)),
        ("en", "This study traces the stones of the 18th century in ledgers from 1740 to 1760.", (1740, 1760)),
        ("en", "The stones of the eighteenth century are heavy. This study aims to weigh them.", None),
        ("en", "This study asks why millers wait. Millers completed an online survey two months later (May/June, 2020).", (2020, None)),
        ("en", "This study asks why millers wait. Prices were taken from 2017w46 to 2021w46.", (2017, 2021)),
        ("id", "Penelitian ini bertujuan mengetahui sikap penggiling di Desa Kapur tahun 2015.", (2015, None)),
        ("id", "Penelitian ini bertujuan menilai kincir di desa menurut Undang-Undang Nomor 6 Tahun 2014.", None),
    ],
)
def test_period(tag: str, text: str, years: tuple[int, int | None] | None) -> None:
    assert _period(text, tag) == years
