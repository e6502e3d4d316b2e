"""Italics in citations: what the style sets goes with the style, what the writer sets stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

import litreview
from tests.merge.edits import W, content, run, texts

TITLE = "Kota Kembar di Asia"
LIBRARY = litreview.loads(
    f"@phdthesis{{a, title={{{TITLE}}}, school={{Universitas Contoh}}, langid={{indonesian}}, abstract={{Penelitian ini bertujuan menganalisis kerja sama kota. Metode yang "
    "digunakan adalah kualitatif. Hasil penelitian menunjukkan kerja sama meningkat.}}\n"
    "@book{b, author={Sari, Dewi}, title={Jaringan Kota}, year={2020}, langid={indonesian}, abstract={Penelitian ini bertujuan menjelaskan "
    "jaringan kota. Metode yang digunakan adalah kualitatif. Hasil penelitian menunjukkan jaringan melemah.}}"
)


def cited(word: Any) -> list[Any]:
    """The runs of the text with words of the title."""
    return [one for p in texts(word) for one in p.iter(f"{W}r") if TITLE in content(one)]


def italic(one: Any) -> bool:
    return one.find(f"{W}rPr/{W}i") is not None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "bab2.docx"
    litreview.draft(LIBRARY, lang="id", style="apa").save(place)
    return place


def test_the_italics_of_a_style_go_with_it(path: Path) -> None:
    word = docx.Document(str(path))
    assert any(italic(one) for one in cited(word))
    texts(word)[0].append(run(" Tambahan."))
    word.save(str(path))
    litreview.draft(LIBRARY, lang="id", style="chicago-notes-bibliography").save(path)
    runs = cited(docx.Document(str(path)))
    assert runs
    assert not any(italic(one) for one in runs)
