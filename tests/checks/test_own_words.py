"""The writer's own words from the outline are hers: a draft that nobody has edited checks clean with them."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview

OUTLINE = """
language: id
own-study:
  title: Kota kembar dan sampah di dua kota
  question: Mengapa program itu terhambat pada 2019-2024?
  partners: [Surabaya, Busan]
  method: kualitatif, studi kasus
themes:
  - facet: framework
    introduction: |
      Konsep ini menjadi titik tolak penelitian penulis di Kabupaten Gresik sejak 2021, sehingga dibahas lebih dulu.
    remarks: |
      A paragraph of my own in another language, which the draft prints exactly as it was typed by me.
"""


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".md", ".docx"])
def test_own_words_pass_as_they_stand(tmp_path: Path, suffix: str) -> None:
    outline = tmp_path / "kerangka.yaml"
    outline.write_text(OUTLINE, encoding="utf-8")
    library = litreview.load("references")
    target = tmp_path / f"bab{suffix}"
    litreview.draft(library, outline=outline).save(target)
    found = litreview.check_draft(target, library, outline=outline)
    assert [(p.code, p.get("place")) for p in found if p.severity != "info"] == []


def test_what_she_adds_to_the_chapter_is_still_judged(tmp_path: Path) -> None:
    outline = tmp_path / "kerangka.yaml"
    outline.write_text(OUTLINE, encoding="utf-8")
    library = litreview.load("references")
    target = tmp_path / "bab.md"
    litreview.draft(library, outline=outline).save(target)
    text = target.read_text(encoding="utf-8")
    target.write_text(
        text.replace("sehingga dibahas lebih dulu.", "sehingga dibahas lebih dulu. Semua kota di Jawa gagal."), encoding="utf-8"
    )
    assert "draft-uncited" in {p.code for p in litreview.check_draft(target, library, outline=outline)}
