"""What a writer may do to sentences and tables of ours beside typing: looks, quotation marks, splitting, merged cells, marks on entries."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import attrs
import docx
import pytest
from lxml import etree

import litreview
from tests.merge.edits import SPACE, W, content, run
from tests.merge.libraries import FEWER, LIBRARY
from tests.merge.test_merge import Edited, comments, run_paragraph, texts


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("hers") / "bab2.docx"
    litreview.draft(FEWER, lang="id").save(path)
    return path.read_bytes()


@pytest.fixture
def path(before: bytes, tmp_path: Path) -> Path:
    (tmp_path / "bab2.docx").write_bytes(before)
    return tmp_path / "bab2.docx"


def parted(paragraph: Any, words: str) -> Any:
    """The run that holds just these words of a paragraph, cut out of the one in which they stand."""
    whole = next(r for r in paragraph.iter(f"{W}r") if words in content(r))
    text = content(whole)
    at = text.index(words)
    middle, tail = copy.deepcopy(whole), copy.deepcopy(whole)
    for one, part in ((whole, text[:at]), (middle, words), (tail, text[at + len(words) :])):
        one.find(f"{W}t").text = part
        one.find(f"{W}t").set(SPACE, "preserve")
    whole.addnext(tail)
    whole.addnext(middle)
    return middle


def looks(path: Path, name: str) -> list[str]:
    """The texts of the runs that have a property."""
    return [content(r).strip() for r in docx.Document(str(path)).element.body.iter(f"{W}r") if r.find(f"{W}rPr/{W}{name}") is not None]


def bold(element: Any, name: str = "b") -> None:
    properties = element.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        element.insert(0, properties)
    etree.SubElement(properties, f"{W}{name}").set(f"{W}val", "yellow" if name == "highlight" else "1")


@pytest.mark.parametrize(("words", "then"), [("meninjau", "meninjau"), ("enam", "tujuh")])
def test_a_bold_word_stays_bold_when_its_sentence_is_made_anew(path: Path, now: litreview.Review, words: str, then: str) -> None:
    with Edited(path) as edit:
        bold(parted(edit.paragraph("Bab ini meninjau"), words))
    now.save(path)
    assert any(text.startswith("Bab ini meninjau tujuh studi") for text in texts(path))
    assert then in looks(path, "b")
    assert comments(path) == []


def test_a_highlighted_sentence_stays_highlighted(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        for element in edit.paragraph("Bab ini meninjau").iter(f"{W}r"):
            bold(element, "highlight")
    now.save(path)
    assert "Bab ini meninjau tujuh studi" in " ".join(looks(path, "highlight"))


def test_other_quotation_marks_are_no_edit(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        for text in edit.body.iter(f"{W}t"):
            text.text = re.sub("[“”]", '"', text.text or "")
    now.save(path)
    assert any("merangkum tujuh studi" in text for text in texts(path))
    assert comments(path) == []


def test_one_edited_sentence_leaves_those_beside_it_to_be_made_anew(path: Path, now: litreview.Review) -> None:
    """The words before a table are several sentences of one paragraph, none of which is made from a claim."""
    with Edited(path) as edit:
        edit.replace("Sel yang bertanda", "Setiap sel yang bertanda")
    now.save(path)
    first = next(text for text in texts(path) if "merangkum" in text)
    assert "merangkum tujuh studi" in first
    assert first.count("Setiap sel yang bertanda") == 1
    assert comments(path) == []


def test_the_comment_stands_on_the_sentence_that_was_edited(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        edit.replace("merangkum enam studi", "merangkum keenam studi saya")
    now.save(path)
    paragraph = next(p for p in docx.Document(str(path)).element.body.iter(f"{W}p") if "merangkum keenam" in content(p))
    start = next(paragraph.iter(f"{W}commentRangeStart"))
    end = next(paragraph.iter(f"{W}commentRangeEnd"))
    between = "".join(t.text or "" for t in paragraph.iter(f"{W}t") if _behind(start, t) and _behind(t, end))
    assert between.endswith("merangkum keenam studi saya dalam korpus ini.")
    assert [text for text in comments(path) if "merangkum tujuh studi dalam korpus ini." in text and "Sel yang" not in text] != []


def _behind(one: Any, other: Any) -> bool:
    every = list(one.getroottree().getroot().iter())
    return every.index(one) < every.index(other)


def test_a_sentence_made_two_is_still_one_unit_where_ours_replaces_it(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        edit.replace("merangkum enam studi dalam korpus ini.", "merangkum enam studi. Semuanya dalam korpus ini.")
    now.save(path, on_conflict="theirs")
    first = next(text for text in texts(path) if "merangkum" in text)
    assert "Semuanya" not in first
    assert first.count("dalam korpus ini") == 1


def studies_in(word: Any) -> Any:
    """The table of the studies, which is wide and stands behind the text."""
    return next(table for table in word.tables if table.cell(0, 0).text == "No.")


def test_cells_that_she_merged_keep_her_words_and_the_row_its_number(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        table = studies_in(edit.word)
        merged = table.cell(6, 2).merge(table.cell(6, 3))
        merged.paragraphs[-1].add_run(" gabungan saya")
    now.save(path)
    table = studies_in(docx.Document(str(path)))._tbl
    first = [[content(cell) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]
    assert [row[0] for row in first[1:]] == [str(number) for number in range(1, len(first))]
    assert sum("gabungan saya" in cell for row in first for cell in row) == 1


def test_columns_are_known_by_their_cells_where_she_renamed_one_and_added_one(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        table = studies_in(edit.word)
        named = table.cell(0, 2).paragraphs[0]
        named.runs[0].text = "Cara meneliti"
        for number, row in enumerate(table._tbl.iter(f"{W}tr")):
            cell = copy.deepcopy(row.findall(f"{W}tc")[-1])
            for extra in [child for child in cell if child.tag != f"{W}tcPr"]:
                cell.remove(extra)
            cell.append(run_paragraph(f"kolom saya {number}"))
            row.append(cell)
    now.save(path)
    table = studies_in(docx.Document(str(path)))
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0][2] == "Cara meneliti"
    assert all(row[2].strip() for row in rows), "the new study has its method in the column that was renamed"
    assert [row[-1] for row in rows].count("") == 1, "only the row of the new study lacks a word of hers"


def test_what_is_new_never_goes_into_a_table_of_hers(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        mine = edit.word.add_table(1, 1)
        edit.paragraph("Bab ini meninjau").addprevious(mine._tbl)
        mine.cell(0, 0)._tc.append(edit.paragraph("merangkum enam studi"))
    now.save(path)
    table = next(t for t in docx.Document(str(path)).element.body.iter(f"{W}tbl") if "merangkum tujuh studi" in content(t))
    assert len([p for p in table.iter(f"{W}p") if content(p).strip()]) == 1


def test_a_comment_on_an_entry_hangs_on_it_afterwards(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        entry = next(p for p in edit.word.paragraphs if any("_ref_" in str(m.get(f"{W}name")) for m in p._p.iter(f"{W}bookmarkStart")))
        words = entry.text[:20]
        runs = [docx.text.run.Run(r, entry) for r in entry._p.iter(f"{W}r")]
        edit.word.add_comment(runs[0], text="Periksa tahunnya", author="Pembimbing", initials="P")
    now.save(path)
    marks = list(docx.Document(str(path)).element.body.iter(f"{W}commentReference"))
    marks = [mark for mark in marks if content(next(mark.iterancestors(f"{W}p"))).startswith(words)]
    assert len(marks) == 1
    paragraph = next(marks[0].iterancestors(f"{W}p"))
    assert content(paragraph).startswith(words)
    assert len(list(paragraph.iter(f"{W}commentRangeStart"))) == len(list(paragraph.iter(f"{W}commentRangeEnd"))) == 1


def test_a_sentence_that_she_cut_in_two_paragraphs_is_not_said_again(path: Path, now: litreview.Review) -> None:
    with Edited(path) as edit:
        paragraph = edit.paragraph("merangkum enam studi")
        other = etree.Element(f"{W}p")
        other.append(run("Kalimat berikut ini saya pisahkan. "))
        tail = parted(paragraph, "Sel yang bertanda")
        for element in list(paragraph)[list(paragraph).index(tail) :]:
            other.append(element)
        paragraph.addnext(other)
    now.save(path)
    joined = "\n".join(texts(path))
    assert joined.count("merangkum tujuh studi") == 1
    assert joined.count("Sel yang bertanda") == 1
    assert comments(path) == []


def test_a_comment_of_ours_goes_with_the_words_it_was_on_unless_somebody_wrote_in_it(tmp_path: Path, now: litreview.Review) -> None:
    """What a sentence rested on is no longer said of one that is made anew; a remark is made once for each conflict."""
    path = tmp_path / "bab2.docx"
    litreview.draft(FEWER, lang="id").save(path, evidence="comments")
    counted = len(comments(path))
    with Edited(path) as edit:
        edit.replace("Bab ini meninjau enam studi", "Bab ini menelaah enam studi")
    now.save(path)
    made = comments(path)
    assert len(made) < counted
    assert [text for text in made if "meninjau tujuh studi" in text] != []
    fewer = attrs.evolve(LIBRARY, studies=LIBRARY.studies[:-2])
    litreview.draft(fewer, lang="id").save(path)
    assert [text for text in comments(path) if "meninjau tujuh studi" in text] == []
    assert [text for text in comments(path) if "meninjau lima studi" in text] != []
