"""The evidence behind a draft: listed, as comments at its sentences, as a table at its end."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

import litreview
from litreview.audit.evidence import evidence
from litreview.audit.judging import check_draft
from litreview.errors import UnknownName
from litreview.record import Aspects, Evidence, LangText, Library, Statement, Study, locate
from tests.drafts.chapters import appended, chapter, codes, ports, shipped


@pytest.mark.parametrize("tag", ["id", "en"])
def test_every_piece_of_evidence_stands_in_its_record(tag: str) -> None:
    found = evidence(shipped(tag))
    words = [(basis.key, basis.evidence) for one in found for basis in one.basis if basis.evidence]
    assert len(words) > 15
    for key, one in words:
        study = shipped(tag).library[key]
        text = "; ".join(study.keywords.only(one.language) or ()) if one.field == "keywords" else study.tagged(one.field).only(one.language)
        assert text is not None
        assert locate(one.quote, text), one


def test_the_draft_is_told_by_its_own_language_where_it_can_be() -> None:
    texts = LangText({"id": "Pendekatannya kualitatif.", "en": "The approach is qualitative."})
    spans = tuple(Evidence("abstract", tag, text.removesuffix("."), 0, len(text) - 1) for tag, text in texts.items())
    aspects = Aspects(method=(Statement(LangText({"id": "kualitatif", "en": "qualitative"}), "qualitative", spans),))
    library = Library(tuple(Study(key, abstract=texts, aspects=aspects, title=LangText({"en": f"Ports {key}"})) for key in ("a1", "b2")))
    for tag in ("id", "en"):
        told = [basis.evidence.language for one in evidence(litreview.draft(library, lang=tag)) for basis in one.basis if basis.evidence]
        assert set(told) == {tag}


def test_a_file_tells_the_same_as_the_chapter(tmp_path: Path) -> None:
    path = tmp_path / "bab2.docx"
    chapter("en").save(path)
    strip = [(one.sentence.replace("\u00a0", " "), one.claim, one.basis) for one in evidence(path)]
    assert strip == [(one.sentence.replace("\u00a0", " "), one.claim, one.basis) for one in evidence(chapter("en"))]


def test_a_quotation_of_the_writers_own_is_traced(tmp_path: Path) -> None:
    path = tmp_path / "bab2.docx"
    chapter("en").save(path)
    appended(path, " It speaks of “training for dock workers” (Sari & Kim, 2021).")
    own = [one for one in evidence(path, ports()) if one.status == "own"]
    assert [(basis.key, basis.evidence.quote, basis.evidence.field) for one in own for basis in one.basis if basis.evidence] == [
        ("sari2021", "training for dock workers", "abstract")
    ]


def test_comments_stand_at_their_sentences(tmp_path: Path) -> None:
    path, again = tmp_path / "bab2.docx", tmp_path / "again.docx"
    told = shipped("en").save(path, evidence="comments")
    shipped("en").save(again, evidence="comments")
    assert path.read_bytes() == again.read_bytes()
    assert told.problems == ()
    word = docx.Document(str(path))
    comments = {str(comment.comment_id): comment.text for comment in word.comments}
    assert len(comments) > 10
    ranges = [
        str(e.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id"))
        for e in word.element.iter()
        if str(e.tag).endswith("}commentRangeStart")
    ]
    assert sorted(ranges, key=int) == sorted(comments, key=int)
    assert any("Wicaksono: “The approach is qualitative and descriptive” (abstract, English)" in text for text in comments.values())
    assert codes(check_draft(path, shipped("en").library)) == []


@pytest.mark.parametrize("suffix", ["docx", "md", "html"])
def test_the_appendix_is_a_table_at_the_end(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"bab2.{suffix}"
    chapter("id").save(path, evidence="appendix")
    if suffix == "docx":
        table = docx.Document(str(path)).tables[-1]
        assert [cell.text for cell in table.rows[0].cells] == ["No.", "Kalimat", "Dasar"]
        assert len(table.rows) > 15
        assert all(cell.text.strip() for row in table.rows for cell in row.cells)
    if suffix != "html":
        assert codes(check_draft(path, ports())) == []


def test_comments_become_the_appendix_where_there_are_none(tmp_path: Path) -> None:
    told = chapter("id").save(tmp_path / "bab2.md", evidence="comments")
    assert [problem.code for problem in told.problems] == ["evidence-as-appendix"]
    assert "Lampiran: Bukti" in (tmp_path / "bab2.md").read_text(encoding="utf-8")
    with pytest.raises(UnknownName):
        chapter("id").save(tmp_path / "x.docx", evidence="footnotes")


def test_comments_join_those_of_a_template(tmp_path: Path) -> None:
    template, path = tmp_path / "template.docx", tmp_path / "bab2.docx"
    word = docx.Document()
    first = word.add_paragraph("Before the chapter.")
    word.add_comment(first.runs, "Ask the supervisor.", author="A")
    word.save(str(template))
    chapter("en").save(path, template=template, evidence="comments")
    texts = [comment.text for comment in docx.Document(str(path)).comments]
    assert texts[0] == "Ask the supervisor."
    assert len(texts) > 10
    assert len({comment.comment_id for comment in docx.Document(str(path)).comments}) == len(texts)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["comments", "appendix"])
def test_the_file_is_valid(kind: str, tmp_path: Path) -> None:
    validator = shutil.which("ooxml-validator")
    if validator is None:
        pytest.skip("ooxml-validator (npm) is not installed")
    path = tmp_path / "bab2.docx"
    chapter("id").save(path, evidence=kind)
    assert subprocess.run([validator, str(path)], capture_output=True, timeout=120).returncode == 0


def test_evidence_of_the_shipped_studies_is_public() -> None:
    assert litreview.evidence(chapter("en")) == evidence(chapter("en"))
