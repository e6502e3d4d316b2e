"""A list of formatted references that somebody pasted: called by its name, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview
from litreview.library.reference_list import reference_list

LISTS = {
    "apa": """Daftar Pustaka

Wulandari, S. (2019). Kerja sama kota kembar dan partisipasi warga. Jurnal Kota,
    3(2), 45–60. https://doi.org/10.5555/kota.1
Lee, M., & Kim, J. (2020). Sister cities and citizen participation. Journal of Towns, 12(3), 311–330.
Hidayat, R. (2021). Paradiplomasi kota pelabuhan. Bandung: Pustaka Contoh.
""",
    "ieee": """[1] S. Wulandari, “Kerja sama kota kembar,” Jurnal Kota, vol. 3, no. 2, pp. 45–60, 2019.
[2] M. Lee and J. Kim, “Sister cities,” Journal of Towns, vol. 12, pp. 311–330, 2020.
""",
    "numbered": """1. Tanaka A. Port cities. J Ports. 2018;4(2):12-30. doi:10.5555/ports.2
2. van der Berg A, Lee M. Towns. J Towns. 2019;5:1-9.
3. Sari, D. (2022). Pembiayaan kerja sama kota. Jurnal Kota, 4(1), 7–22.
4. Lee, M. (2020). Sister cities. Journal of Towns, 12(3), 311–330.
5. Kim, J. (2020). Sister ports. Journal of Towns, 12(3), 331–340.
""",
}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_a_pasted_list_says_what_it_is(name: str, ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"daftar{ending}"
    file.write_text(LISTS[name], encoding="utf-8")
    with pytest.raises(litreview.ReadError, match=r"list of|daftar") as caught:
        litreview.load(file)
    assert "\n" not in str(caught.value)
    assert caught.value.problem is not None
    assert caught.value.problem.code == ("reference-list" if name == "ieee" else "reference-list-dois")
    with pytest.raises(litreview.ReadError):
        litreview.loads(LISTS[name])


def test_in_a_folder_it_is_passed_over_with_a_line(tmp_path: Path) -> None:
    (tmp_path / "daftar.txt").write_text(LISTS["ieee"], encoding="utf-8")
    (tmp_path / "a.bib").write_text("@book{a, title = {Kota}, author = {Lee, Min}, year = 2019}", encoding="utf-8")
    read = litreview.load(tmp_path)
    assert read.keys() == ("a",)
    assert "reference-list" in {problem.code for problem in read.problems}


PAGE = """KOTA KEMBAR DAN PARTISIPASI WARGA

Sri Wulandari
Universitas Contoh, 2019

Abstrak

Penelitian ini bertujuan menjelaskan mengapa kerja sama kota bertahan.
"""


@pytest.mark.parametrize(
    "text", [PAGE, f"{PAGE}\nDaftar Pustaka\n\n{LISTS['apa']}", "Catatan rapat\n\nLee, M. datang (2019)\nKim pulang", ""]
)
def test_a_page_and_notes_are_none(text: str) -> None:
    assert reference_list(text) is None or litreview.loads(text).studies[0].abstract


@pytest.mark.parametrize("unit", ["Sari, D. ", "A", "A, ", "1. ", "A-", "A A A A, ", "[1] ", "Lee, M. (2019)\n", "a.b, 1-"])
def test_nothing_grows_faster_than_the_text(unit: str) -> None:
    assert reference_list(unit * (200_000 // len(unit))) is None
