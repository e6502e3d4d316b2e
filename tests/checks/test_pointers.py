"""Sentences that only lead to a part of the text claim nothing, and what they begin with is no name."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview

POINTERS = {
    "id": ("(Lihat Tabel 2.3, kolom yang terisi.)", "Bandingkan juga Gambar 3.", "(Lihat panen yang gagal di sana.)"),
    "en": ("(See also Section 2.1.)", "Compare Figure 3.", "(See the poor harvest there.)"),
}


@pytest.mark.parametrize("tag", ["id", "en"])
def test_a_pointer_needs_no_citation(tmp_path: Path, tag: str) -> None:
    first, second, claim = POINTERS[tag]
    file = tmp_path / "bab.md"
    file.write_text(f"# Bab\n\n{first} {second} {claim}\n", encoding="utf-8")
    found = litreview.check_draft(file, litreview.load("references"))
    told = [(p.code, str(p.get("place"))) for p in found if p.code in ("draft-uncited", "draft-name-unsupported")]
    assert [code for code, _ in told] == ["draft-uncited"]
    assert claim.split()[1] in told[0][1]
