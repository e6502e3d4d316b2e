"""The marks of a journal in one line and in a reference to an article: what each of them states, and what is none."""

from __future__ import annotations

import pytest

from litreview.pages.furniture.masthead import mastheads
from litreview.pages.furniture.references import article_reference
from litreview.pages.unwrap import unwrap

VOLUME, ISSUE, YEAR, PAGE = ("volume", "3"), ("issue", "2"), ("year", "2019"), ("page", "12-25")
DOI, ISSN = ("DOI", "10.1234/kota.v3i2.45"), ("ISSN", "1234-5678")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Jurnal Kota Vol. 3, No. 2, Mei 2019, 12-25", [VOLUME, ISSUE, YEAR, PAGE]), ("Jurnal Kota Vol. 3 No. 2 (2019)", [VOLUME, ISSUE, YEAR]), ("Volume 3 Nomor 2", [VOLUME, ISSUE]),
        ("Vol. 3, 2019", [VOLUME, YEAR]), ("Vol. III No. 2", [("volume", "III"), ISSUE]), ("Jurnal Kota 3(2), 12-25", [VOLUME, ISSUE, PAGE]),
        ("Jurnal Kota, 3 (2) 2019: 12–25", [VOLUME, ISSUE, YEAR, PAGE]), ("Jurnal Kota Vol 3 No 2 Hal 12-25 Th. 2019", [VOLUME, ISSUE, PAGE, YEAR]),
        ("hal. 12-25", [PAGE]), ("pp. 12-25", [PAGE]), ("ISSN 1234-5678", [ISSN]), ("ISSN: 1234-567x", [("ISSN", "1234-567X")]), ("DOI: 10.1234/kota.v3i2.45", [DOI]),
        ("https://doi.org/10.1234/kota.v3i2.45.", [DOI]), ("Vol. 3, ISSN 1234-5678", [VOLUME, ISSN]), ("Vol. 3, DOI: 10.1234/kota.v3i2.45", [VOLUME, DOI]),
        ("Vol. 3, hal. 12-25", [VOLUME, PAGE]), ("Vol. xx No. xx 2019", [YEAR]),
        # Of two of a kind the first counts, and pages run forwards.
        ("Vol. 3 No. 2 Vol. 4 No. 1", [VOLUME, ISSUE]), ("Vol. 3 No. 2 hlm. 25-12", [VOLUME, ISSUE]), ("Vol. 3 No. 2 hlm. 12-12", [VOLUME, ISSUE, ("page", "12-12")]),
        # A volume, a year or a page alone is none.
        ("Vol. 3", []), ("2019", []), ("Mei 2019", []), ("Halaman 12", []), ("No. 2", []), ("Jalan Kota No. 2, 2019", []), ("kota vol. 3 dan desa", []), ("Kota Kembar", []),
        ("12-25", []),
    ],
)  # fmt: skip
def test_a_line_states_what_its_marks_say(text: str, values: list[tuple[str, str]]) -> None:
    stated = [(field, value) for mark in mastheads(text) for field, value, _, _ in mark.values]
    assert stated == values
    for mark in mastheads(text):
        for field, value, start, end in mark.values:
            assert mark.start <= start < end <= mark.end
            if field != "ISSN":
                assert text[start:end].replace("–", "-") == value


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Jurnal Kota Vol. 3, No. 2 (2019)", "Vol. 3, No. 2 (2019)"), ("Vol. 3 No. 2, Sri Wulandari", "Vol. 3 No. 2, "), ("Kota (Vol. 3 No. 2); 7", "Vol. 3 No. 2); "),
        ("www.contoh.example/kota", "www.contoh.example/kota"),
    ],
)  # fmt: skip
def test_the_stretch_of_a_line_that_is_a_masthead(text: str, stretch: str) -> None:
    (mark,) = mastheads(text)
    assert text[mark.start : mark.end] == stretch


def test_marks_with_words_between_them_are_two() -> None:
    text = "Vol. 3 No. 2 Kota Kembar dan Desa di Jawa Vol. 4 No. 1"
    assert [text[mark.start : mark.end] for mark in mastheads(text)] == ["Vol. 3 No. 2 ", "Vol. 4 No. 1"]


NAMES = "Wulandari, S., & Santoso, B. (2019)."


@pytest.mark.parametrize(
    ("behind", "facts"),
    [
        ("Kota Kembar. Jurnal Kota, 3(2), 12–25. https://doi.org/10.1234/kota.v3i2.45",
         {"title": "Kota Kembar", "container-title": "Jurnal Kota", "volume": "3", "issue": "2", "page": "12-25", "DOI": DOI[1]}),
        ("Kota Kembar. Jurnal Kota, 3, 12", {"title": "Kota Kembar", "container-title": "Jurnal Kota", "volume": "3", "page": "12"}),
        ("Kota Kembar. Jurnal Kota 3, no. 2, hlm. 12", {"title": "Kota Kembar", "container-title": "Jurnal Kota", "volume": "3", "issue": "2", "page": "12"}),
        ("Kota Kembar? Jurnal Kota, vol. III(2): 12--25.", {"title": "Kota Kembar?", "container-title": "Jurnal Kota", "volume": "III", "issue": "2", "page": "12-25"}),
        ("Kota Kembar di Jawa", {}),
    ],
)  # fmt: skip
def test_a_reference_to_an_article_is_taken_apart(behind: str, facts: dict[str, str]) -> None:
    (line,) = unwrap(f"{NAMES} {behind}")
    stated = {fact.field: fact.value for fact in article_reference(line.flat, line)}
    assert stated == {"author": "Wulandari, S., & Santoso, B.", "year": "2019", **facts}


def test_without_a_year_behind_names_there_is_no_reference() -> None:
    for text in ("Wulandari, S. Kota Kembar. Jurnal Kota, 3(2), 12", "(2019). Kota Kembar. Jurnal Kota, 3(2), 12", "W (2019). Kota"):
        (line,) = unwrap(text)
        assert not [*article_reference(line.flat, line)]
