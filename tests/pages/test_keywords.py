"""Keywords in every layout: under any label, apart by any mark, behind, before or within the text."""

from __future__ import annotations

import pytest

from litreview.pages import parse_page

TEXT = "Penelitian ini membahas kerja sama kota dan desa dengan hasil yang baik bagi semua warga di sana."


@pytest.mark.parametrize(
    "line",
    [
        "Kata kunci: kota, desa",
        "Kata Kunci : kota; desa;",
        "KATAKUNCI: kota, desa.",
        "Kata  kunci: kota, desa",
        "Kata-Kata Kunci: kota, desa",
        "Kata Kunci (Keywords): kota, desa",
        "Keywords/Kata Kunci: kota, desa",
        "Key words: kota, desa",
        "Index Terms—kota, desa",
        "Keywords. kota, desa",
        "Kata kunci = kota, desa",
        "**Kata Kunci** kota, desa",
        "*Kata Kunci:* kota, desa",
        "***Kata kunci***: *kota*, *desa*",
        "**Kata kunci: **kota, desa",
        "__Kata Kunci:__ kota, desa",
        "## Kata kunci\n\nkota, desa",
        "Kata Kunci:\nkota\ndesa",
        "Kata Kunci:\n- kota\n- desa",
        "Kata kunci:\n\nkota, desa",
        "Kata kunci: kota,\ndesa",
        "Kata kunci: kota – desa",
        "Kata kunci: kota • desa",
        "Kata Kunci: 1. kota 2. desa",
        "Kata kunci: “kota”, “desa”",
        "| Kata kunci | kota, desa |",
        "Kata kunci\t: kota, desa",
        "2ex Kata kunci: kota, desa",
        "Kata kunci: kota, dan desa",
    ],
)
def test_two_keywords(line: str) -> None:
    study = parse_page(f"ABSTRAK\n\n{TEXT}\n\n{line}\n").study
    assert study.keywords["id"] == ("kota", "desa")
    assert study.abstract["id"] == TEXT


@pytest.mark.parametrize(
    "page", [f"{TEXT} Kata kunci: kota, desa", f"Abstrak. {TEXT}\n**Kata kunci**: kota, desa\n", f"Kata kunci: kota; desa\n\n{TEXT}"]
)
def test_wherever_they_stand(page: str) -> None:
    study = parse_page(page).study
    assert study.keywords["id"] == ("kota", "desa")
    assert study.abstract["id"] == TEXT


@pytest.mark.parametrize("line", ["Kata kunci:", "Kata kunci: -", "Kata kunci: …"])
def test_an_empty_list_is_no_list(line: str) -> None:
    study = parse_page(f"ABSTRAK\n\n{TEXT}\n\n{line}\n").study
    assert not study.keywords


def test_commas_in_brackets_and_full_stops_of_abbreviations_stay() -> None:
    study = parse_page(f"ABSTRAK\n\n{TEXT}\n\nKata kunci: kota (Ambon, Bau-Bau), U.S.A., desa.").study
    assert study.keywords["id"] == ("kota (Ambon, Bau-Bau)", "U.S.A.", "desa")
