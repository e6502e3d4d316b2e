"""A Markdown draft that has been merged once and is merged again: what a merge keeps in the file for the next one."""

from __future__ import annotations

from pathlib import Path

import litreview


def test_a_sentence_with_the_number_of_a_table_is_not_taken_for_hers_after_a_merge(
    before: litreview.Review, now: litreview.Review, tmp_path: Path
) -> None:
    path = tmp_path / "bab2.md"
    before.save(path)
    path.write_text(path.read_text("utf-8").replace("Bab ini meninjau", "Bab ini menelaah", 1), "utf-8")
    assert "Tabel 2.1 merangkum" in path.read_text("utf-8")
    now.save(path)
    hers = [line for line in now.merge_plan(path).lines if line.action in ("edited", "conflict", "unsupported")]
    assert [line.mine[:16] for line in hers] == ["Bab ini menelaah"]
