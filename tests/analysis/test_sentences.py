"""Sentences end where they end, and not at a title, a degree, an initial or a number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.analysis.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "tag", "count"),
    [
        ("Dr. Sri Wulandari, M.Si. meneliti kota. Ia menulis desa.", "id", 2),
        ("Menurut N.J. Cull dan Joseph S. Nye hal itu benar. Kota setuju.", "id", 2),
        ("Suhu tetap di atas 0 °C. Dapat disimpulkan hal itu.", "id", 2),
        ("Data dari buku, jurnal, dll. Kota itu besar.", "id", 2),
        ("Data dari buku, dll. yang ada di kota.", "id", 1),
        ("Nilai p sebesar 0.05 dan 1.250 orang. Kota itu besar.", "id", 2),
        ("“Bagaimana hambatannya?”. Untuk menjawabnya dipakai teori.", "id", 2),
        ("Kota itu besar. skripsi ini merancang sebuah permainan.", "id", 2),
        ("Paragraf satu\n\nParagraf dua", "id", 2),
        ("Prof. Smith et al. found it, e.g. in Ambon. The U.S. government agreed.", "en", 2),
        ("What is it? It is a city. Really!", "en", 3),
        ("", "en", 0),
    ],
)
def test_number_of_sentences(text: str, tag: str, count: int) -> None:
    assert len(split_sentences(text, tag)) == count


@given(st.text(alphabet="Ab. ?!\n”“(5", max_size=80), st.sampled_from(["id", "en", "und"]))
def test_every_character_is_in_one_sentence_or_is_white_space(text: str, tag: str) -> None:
    found = split_sentences(text, tag)
    assert [s for s in found if not text[s.start : s.end].strip()] == []
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = "".join(text[s.start : s.end] for s in found)
    assert "".join(covered.split()) == "".join(text.split())
