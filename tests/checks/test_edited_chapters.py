"""Chapters that somebody edited in Word: citations deleted, cells and negations changed, words and tables of her own."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.parser import parse_xml

import litreview
from litreview.audit.chapters.docx.codes import cited
from litreview.audit.judging import check_draft, judge
from litreview.writers.docx.package.xml import W
from tests.drafts.chapters import chapter, codes, ports

_W = f"{{{W}}}"
Word = Any


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[Callable[[Word], None]], Path]:
    """The chapter of the invented studies as a Word file after a change."""

    def edit(change: Callable[[Word], None]) -> Path:
        path = tmp_path / "bab2.docx"
        chapter("id").save(path)
        word = docx.Document(str(path))
        change(word)
        word.save(str(path))
        return path

    return edit


def anchors(paragraph: Any) -> list[Any]:
    return [link for link in paragraph._p.iter(f"{_W}hyperlink") if str(link.get(f"{_W}anchor")).lower().startswith("_ref_")]


def first_cited(word: Word) -> Any:
    return next(p for p in word.paragraphs if len(anchors(p)) > 1 and len(p.text) > 120)


def without_citations(word: Word) -> None:
    """Deletes the text of every citation of one paragraph; their bookmarks stay, empty."""
    for link in anchors(first_cited(word)):
        link.getparent().remove(link)


def cell_texts(word: Word) -> list[Any]:
    return [p for row in word.tables[0].rows[1:] for cell in row.cells[2:] for p in cell.paragraphs if len(p.text.split()) > 3]


def test_sentences_that_lost_their_citations_are_found(edited: Callable[..., Path]) -> None:
    path = edited(without_citations)
    lost = [line for line in judge(path, ports())[0].prose if line.base and line.base.keys and not line.cites]
    problems = check_draft(path, ports())
    assert lost
    assert codes(problems).count("draft-uncited") == len(lost)
    assert "draft-citation-style" not in codes(problems)


def test_a_cell_that_says_other_words_than_its_study_is_found(edited: Callable[..., Path]) -> None:
    def change(word: Word) -> None:
        run = cell_texts(word)[0].runs[-1]
        run.text = f"{run.text} menurut astrologi"

    changed = [p for p in check_draft(edited(change), ports()) if p.code == "draft-text-changed"]
    assert [p.severity for p in changed] == ["warning"]


def test_a_denied_cell_is_a_fault(edited: Callable[..., Path]) -> None:
    def change(word: Word) -> None:
        run = cell_texts(word)[0].runs[0]
        run.text = f"tidak {run.text}"

    assert "draft-meaning-flipped" in codes(check_draft(edited(change), ports()))


def test_a_table_of_the_writer_before_ours_is_not_ours(edited: Callable[..., Path]) -> None:
    def change(word: Word) -> None:
        word.tables[0]._tbl.addprevious(word.add_table(2, 2)._tbl)

    assert codes(check_draft(edited(change), ports())) == []


@pytest.mark.parametrize(
    "sentence",
    ["Dengan demikian, bagian berikut membahas pelabuhan itu.", "Pada bagian berikut dibahas kerja sama pelabuhan."],
)
def test_transitions_need_no_citation(sentence: str, edited: Callable[..., Path]) -> None:
    def change(word: Word) -> None:
        first_cited(word).insert_paragraph_before(sentence)

    assert codes(check_draft(edited(change), ports())) == []


def test_a_name_of_two_words_is_one_and_a_first_word_none(edited: Callable[..., Path]) -> None:
    def change(word: Word) -> None:
        first_cited(word).insert_paragraph_before("Paragraf saya tentang konteks di Jawa Barat [@rahmat2019, hlm. 4].")

    problems = check_draft(edited(change), ports())
    names = [dict(p.data)["name"] for p in problems if p.code == "draft-name-unsupported"]
    assert names == ["Jawa Barat"]
    assert "draft-uncited" not in codes(problems)


@pytest.mark.parametrize("tag", ["id", "en"])
def test_chapters_with_notes_and_words_own_citations_check_clean(tag: str, tmp_path: Path) -> None:
    path = tmp_path / "bab2.docx"
    litreview.draft(ports(), lang=tag, style="chicago-notes-bibliography").save(path, citations="word")
    assert codes(check_draft(path, ports())) == []


def test_a_citation_of_mendeley_cite_is_one(edited: Callable[..., Path]) -> None:
    item = {"citationItems": [{"id": "a", "itemData": {"id": "rahmat2019", "title": "X"}}]}
    tag = "MENDELEY_CITATION_v3_" + base64.b64encode(json.dumps(item).encode()).decode()
    content = f'<w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent><w:r><w:t>[1]</w:t></w:r></w:sdtContent>'

    def change(word: Word) -> None:
        paragraph = first_cited(word).insert_paragraph_before("Pelabuhan itu ramai ")
        paragraph._p.append(parse_xml(f'<w:sdt xmlns:w="{W}">{content}</w:sdt>'))

    line = next(line for line in judge(edited(change), ports())[0].prose if line.text.startswith("Pelabuhan itu ramai"))
    assert line.keys == ("rahmat2019",)


def test_a_field_of_endnote_names_its_work() -> None:
    code = (
        " ADDIN EN.CITE <EndNote><Cite><Author>Lee</Author><Year>2019</Year><RecNum>7</RecNum><record><titles>"
        "<title><style face='normal'>Ports &amp; tides</style></title></titles></record></Cite></EndNote>"
    )
    work = dict(cited(code, {}).works)["endnote-7"]
    assert work["title"] == "Ports & tides"


@pytest.mark.parametrize("year", [2019, 2020])
def test_a_work_of_a_citation_manager_is_its_record_where_title_and_year_agree(year: int, edited: Callable[..., Path]) -> None:
    study = ports()["rahmat2019"]
    issued = {"date-parts": [[year]]}
    item = {
        "citationItems": [{"id": "3f2a", "itemData": {"id": "3f2a", "title": next(iter(study.title.values())).upper(), "issued": issued}}]
    }
    tag = "MENDELEY_CITATION_v3_" + base64.b64encode(json.dumps(item).encode()).decode()
    content = f'<w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent><w:r><w:t>(Rahmat)</w:t></w:r></w:sdtContent>'

    def change(word: Word) -> None:
        paragraph = first_cited(word).insert_paragraph_before("Pelabuhan itu ramai ")
        paragraph._p.append(parse_xml(f'<w:sdt xmlns:w="{W}">{content}</w:sdt>'))

    line = next(line for line in judge(edited(change), ports())[0].prose if line.text.startswith("Pelabuhan itu ramai"))
    assert line.keys == (("rahmat2019",) if year == 2019 else ("3f2a",))
