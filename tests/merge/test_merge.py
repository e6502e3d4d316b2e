"""One edit at a time: what a merge keeps, makes anew, adds, takes out, and says."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

import litreview
from litreview.merge.docx.found import base_in
from tests.merge.edits import W, content, everything, run
from tests.merge.libraries import FEWER, LIBRARY


@pytest.fixture
def path(before: litreview.Review, tmp_path: Path) -> Path:
    before.save(tmp_path / "bab2.docx")
    return tmp_path / "bab2.docx"


class Edited:
    """A file opened for an edit, and saved behind it."""

    def __init__(self, path: Path) -> None:
        self.path, self.word = path, docx.Document(str(path))
        self.body = self.word.element.body

    def __enter__(self) -> Edited:
        return self

    def __exit__(self, *_: object) -> None:
        self.word.save(str(self.path))

    def paragraph(self, words: str):  # type: ignore[no-untyped-def]
        """The first paragraph with these words."""
        return next(p for p in self.body.iter(f"{W}p") if words in content(p))

    def replace(self, old: str, new: str) -> None:
        """Other words in a run."""
        text = next(t for t in self.body.iter(f"{W}t") if old in (t.text or ""))
        text.text = text.text.replace(old, new, 1)


def texts(path: Path) -> list[str]:
    return [content(p) for p in docx.Document(str(path)).element.body.iter(f"{W}p")]


def comments(path: Path) -> list[str]:
    """The comments of a file, without those that a draft has for words in another language than its own."""
    word = docx.Document(str(path))
    parts = [r.target_part for r in word.part.rels.values() if r.reltype.endswith("/comments")]
    every = ["".join(t.text or "" for t in c.iter(f"{W}t")) for part in parts for c in etree.fromstring(part.blob)]
    return [text for text in every if "(abstrak, bahasa Inggris)" not in text]


def codes(saved: litreview.Saved) -> list[str]:
    return [problem.code for problem in saved.problems]


def test_what_nobody_touched_is_made_anew_and_hers_stays(path: Path, now: litreview.Review) -> None:
    to_translate = comments(path)
    with Edited(path) as edit:
        edit.paragraph("Bab ini meninjau").append(run(" Ini tulisan saya."))
    saved = now.save(path)
    assert codes(saved) == ["merged"]
    first = next(text for text in texts(path) if "Bab ini meninjau" in text)
    assert "tujuh studi" in first
    assert first.endswith(" Ini tulisan saya.")
    assert sorted(comments(path)) == sorted(to_translate)


def test_where_both_changed_the_new_words_stand_in_a_comment_once(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        edit.replace("Bab ini meninjau enam studi", "Bab ini menelaah enam studi")
    now.save(path)
    assert any("Bab ini menelaah enam studi" in text for text in texts(path))
    assert [text for text in comments(path) if "Bab ini meninjau tujuh studi" in text] != []
    kept = comments(path)
    assert codes(now.save(path)) == ["merged-nothing"]
    assert comments(path) == kept


@pytest.mark.parametrize(
    ("policy", "in_text", "in_comments"),
    [("mine", ["menelaah"], []), ("theirs", ["meninjau tujuh"], ["menelaah"]), ("track", ["menelaah", "meninjau tujuh"], [])],
)
def test_the_writer_says_what_is_done_then(
    path: Path, now: litreview.Review, policy: str, in_text: list[str], in_comments: list[str]
) -> None:
    with Edited(path) as edit:
        edit.replace("Bab ini meninjau enam studi", "Bab ini menelaah enam studi")
    now.save(path, on_conflict=policy)
    joined, said = "\n".join(texts(path)), "\n".join(comments(path))
    assert [word for word in in_text if f"Bab ini {word}" in joined] == in_text
    assert [word for word in in_comments if f"Bab ini {word}" in said] == in_comments


def test_no_other_policy_is_known(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        edit.paragraph("Bab ini meninjau").append(run(" Saya."))
    with pytest.raises(litreview.UnknownName, match="comment"):
        now.save(path, on_conflict="ours")


def test_what_she_deleted_stays_deleted(path: Path, before: litreview.Review) -> None:
    with Edited(path) as edit:
        gone = edit.paragraph("Studi-studi ini dibandingkan") if any("Studi-studi ini" in t for t in texts(path)) else None
        gone = (
            gone if gone is not None else next(p for p in edit.body.iter(f"{W}p") if p.find(f"{W}pPr/{W}numPr") is not None and content(p))
        )
        words = content(gone)
        gone.getparent().remove(gone)
    before.save(path)
    assert words not in texts(path)


def test_a_key_typed_by_hand_becomes_a_citation(path: Path, before: litreview.Review) -> None:
    key = FEWER.studies[2].key
    with Edited(path) as edit:
        edit.paragraph("Bab ini meninjau").append(run(f" Lihat [@{key}, hlm. 12] dan [@tidakada]."))
    before.save(path)
    family = FEWER.studies[2].author[0].family
    last = next(text for text in texts(path) if "Bab ini meninjau" in text)
    assert re.search(rf"Lihat \({family}.*, hlm\. 12\) dan \[@tidakada\]\.$", last)


def test_a_place_typed_into_a_citation_stays_when_the_style_changes(path: Path) -> None:
    with Edited(path) as edit:
        marks = [m for m in edit.body.iter(f"{W}bookmarkStart") if str(m.get(f"{W}name")).startswith("_lrc_")]
        for mark in marks:
            inside = []
            for element in mark.itersiblings():
                if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == mark.get(f"{W}id"):
                    break
                inside += list(element.iter(f"{W}t"))
            shown = "".join(t.text or "" for t in inside)
            if re.fullmatch(r"\([^;]*\)", shown) and inside[-1].text == ")" and mark.getparent().getparent().tag == f"{W}body":
                inside[-1].text = ", hlm. 77)"
                break
        else:
            pytest.skip("no citation of one work stands in the text")
    litreview.draft(FEWER, lang="id", style="chicago-notes-bibliography").save(path)
    assert "77" in everything(path.read_bytes())
    assert ", hlm. 77)" not in "\n".join(texts(path))


def test_a_copy_that_lost_its_marks_keeps_its_citations(path: Path) -> None:
    """As Word pastes a paragraph: links without the bookmarks round them."""
    with Edited(path) as edit:
        first = edit.paragraph("Bab ini meninjau")
        copied = copy.deepcopy(first)
        for mark in list(copied.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)
        copied.append(run(" Salinan saya."))
        first.addnext(copied)
    litreview.draft(FEWER, lang="id", style="ieee").save(path)
    mine = next(text for text in texts(path) if "Salinan saya." in text)
    assert "[1]" in mine
    assert FEWER.studies[0].author[0].family not in mine


def test_a_row_of_hers_and_a_filled_cell_stay(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        next(t for t in edit.body.iter(f"{W}t") if t.text == "belum diisi").text = "Sama-sama kuantitatif"
    now.save(path)
    assert "Sama-sama kuantitatif" in texts(path)
    families = [study.author[0].family for study in LIBRARY]
    rows = [content(row) for row in docx.Document(str(path)).element.body.iter(f"{W}tr")]
    assert all(any(family in row for row in rows) for family in families), "the new study has a row"


def test_sections_take_the_order_they_have_now_and_what_she_wrote_goes_along(path: Path) -> None:
    with Edited(path) as edit:
        heading = next(p for p in edit.body.iter(f"{W}p") if content(p) == "Landasan Konseptual")
        heading.addnext(run_paragraph("Milik saya di bawah landasan."))
    plan = litreview.Outline(sections=("introduction", "concepts", "previous", "themes", "synthesis", "gaps"))
    litreview.draft(FEWER, lang="id", outline=plan).save(path)
    order = [text for text in texts(path) if text in ("Landasan Konseptual", "Milik saya di bawah landasan.", "Penelitian Terdahulu")]
    assert order == ["Landasan Konseptual", "Milik saya di bawah landasan.", "Penelitian Terdahulu"]


def run_paragraph(text: str):  # type: ignore[no-untyped-def]
    paragraph = etree.Element(f"{W}p")
    paragraph.append(run(text))
    return paragraph


def test_a_file_that_lost_its_parts_is_merged_by_its_properties(path: Path, now: litreview.Review) -> None:
    """As a way through .odt leaves it."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.startswith("customXml/")}
    rels = parts["word/_rels/document.xml.rels"]
    parts["word/_rels/document.xml.rels"] = re.sub(rb"<Relationship [^>]*customXml[^>]*/>", b"", rels)
    parts["[Content_Types].xml"] = re.sub(rb"<Override [^>]*customXml[^>]*/>", b"", parts["[Content_Types].xml"])
    with zipfile.ZipFile(path, "w") as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    base = base_in(path.read_bytes(), path.name)
    assert base is not None
    assert base.mergeable
    with Edited(path) as edit:
        edit.paragraph("Bab ini meninjau").append(run(" Ini tulisan saya."))
    assert codes(now.save(path)) == ["merged"]
    assert any("tujuh studi" in text and text.endswith("Ini tulisan saya.") for text in texts(path))


def test_a_plan_says_what_would_be_done_and_writes_nothing(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        edit.replace("Bab ini meninjau enam studi", "Bab ini menelaah enam studi")
    data = path.read_bytes()
    plan = now.merge_plan(path)
    assert plan.count("conflict") == 1
    assert plan.counts["added"] > 0
    assert path.read_bytes() == data
    assert now.merge_plan(path.with_name("new.docx")).lines == ()


@pytest.mark.slow
def test_the_status_names_what_has_changed(path: Path) -> None:
    status = litreview.draft_status(path, LIBRARY)
    assert (status.new, status.changed, status.removed) == ((LIBRARY.studies[-1].key,), (), ())
    assert litreview.draft_status(path, FEWER).new == ()


def test_a_foreign_chapter_is_taken_on_with_its_words(tmp_path: Path, before: litreview.Review) -> None:
    path = tmp_path / "bab2.docx"
    word = docx.Document()
    word.add_heading("Tinjauan Pustaka", 1)
    word.add_paragraph(f"Kota belajar dari kota lain [@{FEWER.studies[0].key}].")
    word.save(str(path))
    with pytest.raises(litreview.WriteError):
        before.save(path)
    before.save(path, adopt=True)
    assert any(text.startswith("Kota belajar dari kota lain (") for text in texts(path))
    assert codes(before.save(path)) == ["merged-nothing"]
