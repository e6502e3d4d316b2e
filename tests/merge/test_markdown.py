"""Markdown drafts merged: what a writer does in an editor stays, everything else is made anew."""

from __future__ import annotations

import random
from pathlib import Path

import attrs
import pytest

import litreview
from tests.merge.libraries import FEWER, LIBRARY


@pytest.fixture
def path(before: litreview.Review, tmp_path: Path) -> Path:
    before.save(tmp_path / "bab2.md")
    return tmp_path / "bab2.md"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def words(path: Path) -> str:
    """What a reader sees of a file."""
    return path.read_text(encoding="utf-8").partition("<!-- litreview kept")[0]


def fresh(review: litreview.Review, path: Path) -> str:
    """The same chapter written anew."""
    place = path.with_name("anew.md")
    place.unlink(missing_ok=True)
    review.save(place)
    return words(place)


def test_her_sentence_stays_and_all_else_is_as_in_a_new_draft(path: Path, now: litreview.Review) -> None:
    change(path, "Bab ini meninjau", "Menurut saya begitu. Bab ini meninjau")
    saved = now.save(path)
    assert [problem.code for problem in saved.problems] == ["merged"]
    made, wanted = words(path), fresh(now, path)
    assert (
        made.replace("Menurut saya begitu. ", "").split() == wanted.replace("|----------|", "|----------|").split()
        or [
            line for line in made.replace("Menurut saya begitu. ", "").splitlines() if line not in wanted.splitlines() and "|--" not in line
        ]
        == []
    )


def test_where_both_changed_the_new_words_stand_in_a_comment_once(path: Path, now: litreview.Review) -> None:
    change(path, "Bab ini meninjau enam studi", "Bab ini menelaah enam studi")
    now.save(path)
    assert "Bab ini menelaah enam studi" in words(path)
    assert words(path).count("<!-- litreview:") == 1
    assert "Bab ini meninjau tujuh studi" in words(path).partition("<!-- litreview:")[2]
    data = path.read_bytes()
    assert [problem.code for problem in now.save(path).problems] == ["merged-nothing"]
    assert path.read_bytes() == data


@pytest.mark.slow
@pytest.mark.parametrize(
    ("policy", "there", "gone"),
    [
        ("mine", "menelaah enam", "<!-- litreview:"),
        ("theirs", "meninjau tujuh", "\nBab ini menelaah"),
        ("track", "{++Bab ini meninjau tujuh", "<!-- litreview:"),
    ],
)
def test_the_writer_says_what_is_done_then(path: Path, now: litreview.Review, policy: str, there: str, gone: str) -> None:
    change(path, "Bab ini meninjau enam studi", "Bab ini menelaah enam studi")
    now.save(path, on_conflict=policy)
    assert there in words(path)
    assert gone not in words(path)


@pytest.mark.parametrize("choice", [{"lang": "en"}, {"style": "ieee"}, {"style": "chicago-notes-bibliography"}])
def test_another_language_or_style_is_merged_too(path: Path, choice: dict[str, str]) -> None:
    """Her own paragraph keeps its citation, as that style prints it; nothing stands twice; a second time nothing changes."""
    shown = (
        next(line for line in words(path).splitlines() if line.startswith("Bab ini meninjau"))
        .partition("enam studi ")[2]
        .partition(").")[0]
    )
    change(path, "\n\n## ", f"\n\nTulisan saya {shown}).\n\n## ")
    review = litreview.draft(FEWER, **({"lang": "id"} | choice))
    review.save(path)
    made = words(path)
    mine = next(line for line in made.splitlines() if line.startswith("Tulisan saya"))
    assert shown not in mine or "style" not in choice
    assert [line for line in fresh(review, path).splitlines() if line.startswith("#") and line not in made.splitlines()] == []
    assert len([line for line in made.splitlines() if line.startswith("##")]) == len(
        {line for line in made.splitlines() if line.startswith("##")}
    )
    data = path.read_bytes()
    review.save(path)
    assert path.read_bytes() == data


def test_a_cell_that_she_filled_and_a_row_and_a_column_that_are_new(path: Path, now: litreview.Review) -> None:
    change(path, "| belum diisi |", "| Sama-sama kuantitatif |")
    now.save(path)
    tables = [line for line in words(path).splitlines() if line.startswith("|")]
    assert sum("Sama-sama kuantitatif" in line for line in tables) == 1
    wanted = [line for line in fresh(now, path).splitlines() if line.startswith("|") and "|--" not in line]
    assert sum(line in tables for line in wanted) == len(wanted) - 1


def test_what_she_deleted_stays_deleted_and_what_she_moved_stays_moved(path: Path, before: litreview.Review) -> None:
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    at = next(n for n, block in enumerate(blocks) if "merangkum enam studi" in block)
    moved = blocks.pop(at)
    gone = blocks.pop(next(n for n, block in enumerate(blocks) if block.startswith("Bab ini meninjau")))
    blocks.insert(len(blocks) // 2, moved)
    path.write_text("\n\n".join(blocks), encoding="utf-8")
    data = path.read_bytes()
    before.save(path)
    assert path.read_bytes() == data
    assert gone not in words(path)


def test_a_key_typed_by_hand_becomes_a_citation_and_stays_a_key_where_keys_are_wanted(
    path: Path, before: litreview.Review, tmp_path: Path
) -> None:
    key = FEWER.studies[2].key
    change(path, "Bab ini meninjau", f"Lihat [@{key}, hlm. 12]. Bab ini meninjau")
    before.save(path)
    assert f"Lihat ({FEWER.studies[2].author[0].family}" in words(path)
    keys = tmp_path / "kunci.md"
    before.save(keys, citations="keys")
    change(keys, "Bab ini meninjau", f"Lihat [@{key}, hlm. 12]. Bab ini meninjau")
    before.save(keys, citations="keys")
    assert f"Lihat [@{key}, hlm. 12]." in words(keys)


def test_lines_wrapped_by_an_editor_and_line_ends_of_windows_are_kept(path: Path, now: litreview.Review) -> None:
    text = path.read_text(encoding="utf-8").replace(" dalam korpus ini. ", " dalam korpus ini.\n", 1).replace("\n", "\r\n")
    path.write_bytes(text.encode())
    now.save(path)
    data = path.read_bytes().partition(b"\n<!-- litreview sha256")[0]
    assert b"merangkum tujuh studi dalam korpus ini.\r\n" in data
    assert data.count(b"\n") == data.count(b"\r\n")


def test_the_merge_is_taken_back_and_the_status_told(path: Path, now: litreview.Review) -> None:
    change(path, "Bab ini meninjau", "Saya. Bab ini meninjau")
    mine = path.read_bytes()
    status = litreview.draft_status(path, LIBRARY)
    assert status.new == (LIBRARY.studies[-1].key,)
    assert status.plan.count("own") == 1
    now.save(path)
    litreview.undo(path)
    assert path.read_bytes() == mine


def test_a_check_reads_no_comment_of_ours_as_text(path: Path, now: litreview.Review) -> None:
    change(path, "Bab ini meninjau enam studi", "Bab ini menelaah enam studi")
    now.save(path)
    found = litreview.check_draft(path, LIBRARY)
    assert [problem for problem in found if "litreview kept" in str(problem)] == []


def edits(text: str, chosen: random.Random) -> tuple[str, list[str]]:
    """Some edits of an editor: words typed anywhere in the text, paragraphs cut, moved, joined, parted, copied. Gives what was typed."""
    body, mark, kept = text.partition("<!-- litreview kept")
    blocks = body.rstrip("\n").split("\n\n")
    typed = []
    for number in range(chosen.randint(1, 8)):
        word, at = f"kata{number}zq", chosen.randrange(1, len(blocks))
        kind = chosen.choice(("type", "inside", "own", "delete", "move", "split", "join", "cell", "heading"))
        block = blocks[at]
        plain = not block.startswith(("#", "|", "-", "*", "[", "1."))
        if kind == "type" and plain:
            blocks[at] = f"{block} Menurut saya {word} penting."
        elif kind == "inside" and plain and " " in block[20:]:
            place = (
                block.index(" ", 20 + chosen.randrange(max(1, len(block) - 40)) % max(1, len(block) - 21))
                if " " in block[21:-1]
                else len(block)
            )
            blocks[at] = f"{block[:place]} {word}{block[place:]}"
        elif kind == "own":
            blocks.insert(at, f"Paragraf saya {word}.")
        elif kind == "delete" and plain and "zq" not in block:
            blocks.pop(at)
            continue
        elif kind == "move" and plain:
            blocks.insert(chosen.randrange(1, len(blocks)), blocks.pop(at))
            continue
        elif kind == "split" and plain and ". " in block:
            blocks[at] = block.replace(". ", f".\n\n{word} ", 1)
        elif kind == "join" and plain and at + 1 < len(blocks) and not blocks[at + 1].startswith(("#", "|", "-", "*", "[", "1.")):
            blocks[at] = f"{block} {word} {blocks.pop(at + 1)}"
        elif kind == "cell" and block.startswith("|"):
            head, _, tail = block.rpartition("| ")
            blocks[at] = f"{head}| {word} {tail}"
        elif kind == "heading" and block.startswith("##"):
            blocks[at] = f"{block} {word}"
        else:
            continue
        typed.append(word)
    return "\n\n".join(blocks) + "\n\n" + mark + kept, typed


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_nothing_typed_is_lost(path: Path, seed: int) -> None:
    prove(path, random.Random(seed))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 160))
def test_nothing_typed_is_lost_at_length(path: Path, seed: int) -> None:
    prove(path, random.Random(seed))


def prove(path: Path, chosen: random.Random) -> None:
    text, typed = edits(path.read_text(encoding="utf-8"), chosen)
    path.write_text(text, encoding="utf-8")
    for _ in range(2):
        library = chosen.choice((LIBRARY, FEWER, attrs.evolve(LIBRARY, studies=LIBRARY.studies[1:])))
        choice = chosen.choice(
            ({"lang": "id"}, {"lang": "en"}, {"lang": "id", "style": "ieee"}, {"lang": "id", "style": "chicago-notes-bibliography"})
        )
        review = litreview.draft(library, **choice)
        review.save(path)
        assert [word for word in typed if word not in words(path)] == []
        once = path.read_bytes()
        review.save(path)
        assert path.read_bytes() == once
        headings = [line for line in words(path).splitlines() if line.startswith("#")]
        assert len(headings) == len(set(headings))
