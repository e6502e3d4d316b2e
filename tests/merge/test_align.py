"""Which stretch of an edited text is which unit."""

from __future__ import annotations

from litreview.merge.align import Found, Passage, Wanted, align

FIRST, SECOND = "Tiga studi membahas pelabuhan (⟦a⟧).", "Bidang yang disebutkan ialah pertanian (⟦b⟧) dan pariwisata (⟦c⟧)."
BASE = (Wanted("fields", "text", (FIRST, SECOND)),)


def test_a_sentence_edited_in_its_place_is_no_copy_of_it_elsewhere() -> None:
    copied = Passage(f"{FIRST} {SECOND}")
    edited = SECOND.replace("⟦b⟧", "⟦b|7⟧")
    hers = Passage(f"{FIRST} {edited}", keys=("fields",))
    start = len(FIRST) + 1
    assert align(BASE, (copied, hers))[0, 1] == Found(1, start, start + len(edited), same=False)


def test_a_sentence_moved_away_is_found_although_its_place_has_other_words() -> None:
    moved = Passage(SECOND)
    hers = Passage(f"{FIRST} Ini kalimat penulis sendiri tentang pendidikan.", keys=("fields",))
    assert align(BASE, (moved, hers))[0, 1] == Found(0, 0, len(SECOND), same=True)
