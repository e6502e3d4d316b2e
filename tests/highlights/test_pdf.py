"""Marks that a reader put into a PDF, beside the records: read by the same legend, and held against the text of the page."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import attrs
import pypdf
import pytest

import litreview
from litreview.highlights.pdf import in_pdf, letters
from litreview.library.check import check
from litreview.library.full_texts import with_full_texts
from litreview.record import Highlight, LangText, Library
from tests.highlights.paper import Drawn, paper

YELLOW, BLUE = (1.0, 0.83, 0.0), (0.18, 0.66, 0.9)
FIRST = ["Ports of the North", "Trust between mayors decided which of the coopera-", "tions lasted, and money did not.", "The end."]
SECOND = ["We interviewed twenty officials (in 2018).", "Nothing else was done."]
RECORD = "- key: lee2019\n  type: article-journal\n  title: Ports of the North\n  language: en\n  author: Lee, Min\n  issued: 2019\n"


@pytest.fixture
def marked() -> bytes:
    lines = (Drawn(1, 2, YELLOW, name="one"), Drawn(3, 3, (1.0, 0.4, 0.4), "gap: belum ada survei (hlm. 99)", "Text", "two"))
    return paper([(FIRST, lines), (SECOND, (Drawn(0, 0, BLUE, "metode: wawancara"),))], first=315)


def test_words_below_a_mark_are_cut_out_exactly(marked: bytes) -> None:
    found = in_pdf(marked, "en")
    assert found is not None
    first, note, second = found.highlights
    assert first.text["en"] == "Trust between mayors decided which of the cooperations lasted, and money did not."
    assert (first.page, first.sheet, first.id, first.kind) == ("315", 1, "one", "highlight")
    assert (note.comment["id"], note.page, note.kind) == ("gap: belum ada survei", "99", "note")
    assert (second.text["en"], second.comment["id"], second.page) == (
        "We interviewed twenty officials (in 2018).",
        "metode: wawancara",
        "316",
    )


def test_a_comment_that_repeats_the_words_is_none() -> None:
    found = in_pdf(paper([(FIRST, (Drawn(3, 3, YELLOW, "The end."),))]), "en")
    assert found is not None
    assert [dict(mark.comment) for mark in found.highlights] == [{}]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n" + b"\0" * 500, b"no PDF at all"])
def test_what_is_no_pdf_is_none(data: bytes) -> None:
    assert in_pdf(data, None) is None


def test_a_cut_off_file_gives_marks_or_none_but_never_fails(marked: bytes) -> None:
    for length in range(0, len(marked), 97):
        found = in_pdf(marked[:length], "en")
        assert found is None or found.sheets <= 2


@pytest.fixture
def folder(tmp_path: Path, marked: bytes) -> Path:
    (tmp_path / "lee.yaml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "lee2019.pdf").write_bytes(marked)
    return tmp_path


def read(folder: Path) -> Library:
    return litreview.load(folder / "lee.yaml", highlights={"yellow": "findings", "red": "gap"})


def test_a_file_beside_its_record_is_evidence_with_its_page(folder: Path) -> None:
    review = litreview.draft(read(folder), lang="en")
    (study,) = review.library.studies
    assert study.aspects.findings[0].evidence[0].locator == "315"
    assert study.aspects.data[0].concept == "interview"
    assert [claim.groups[0].parts[0].evidence[0].locator for claim in review.ledger.claims if claim.kind == "gap.told"] == ["99"]


def test_reading_does_not_change_the_record(folder: Path) -> None:
    assert read(folder).studies[0].highlights == ()
    assert (folder / "lee.yaml").read_text(encoding="utf-8") == RECORD


@pytest.mark.parametrize("line", ["  extra: {file: texts/x.pdf}\n", '  extra: {"bibtex:file": "Full Text:texts/x.pdf:application/pdf"}\n'])
def test_a_record_may_name_its_file(tmp_path: Path, marked: bytes, line: str) -> None:
    (tmp_path / "lee.yaml").write_text(RECORD + line, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "x.pdf").write_bytes(marked)
    library, problems = with_full_texts(read(tmp_path))
    assert len(library["lee2019"].highlights) == 3
    assert problems == ()


def test_pages_without_labels_follow_the_record_where_the_numbers_agree(tmp_path: Path) -> None:
    data = paper([(FIRST, (Drawn(3, 3),)), (SECOND, (Drawn(0, 0),))])
    (tmp_path / "lee2019.pdf").write_bytes(data)
    (tmp_path / "lee.yaml").write_text(RECORD + "  page: 315-316\n", encoding="utf-8")
    library, problems = with_full_texts(read(tmp_path))
    assert ([mark.page for mark in library["lee2019"].highlights], problems) == (["315", "316"], ())
    (tmp_path / "lee.yaml").write_text(RECORD + "  page: 315-330\n", encoding="utf-8")
    library, problems = with_full_texts(read(tmp_path))
    assert [mark.page for mark in library["lee2019"].highlights] == [None, None]
    assert [problem.code for problem in problems] == ["highlights-without-page"]


def test_a_file_that_is_no_pdf_is_a_line(folder: Path) -> None:
    (folder / "lee2019.pdf").write_bytes(b"%PDF-1.7\nbroken")
    assert [problem.code for problem in with_full_texts(read(folder))[1]] == ["full-text-unreadable"]


GOOD = Highlight(LangText({"en": "Trust between mayors decided which of the cooperations lasted"}), page="315", sheet=1, file="lee2019.pdf")


@pytest.mark.parametrize(
    ("mark", "codes"),
    [
        (GOOD, []),
        (attrs.evolve(GOOD, page="316"), ["highlight-page-number"]),
        (attrs.evolve(GOOD, sheet=2, page="316"), ["highlight-other-page"]),
        (attrs.evolve(GOOD, text=LangText({"en": "Money between mayors decided which lasted"})), ["highlight-not-in-text"]),
        (attrs.evolve(GOOD, file="other.pdf", page="316"), []),
    ],
)
def test_a_planted_wrong_page_or_word_is_caught_where_the_file_is_at_hand(folder: Path, mark: Highlight, codes: list[str]) -> None:
    library = read(folder)
    record = attrs.evolve(library.studies[0], highlights=(mark,))
    found = [p.code for p in check(attrs.evolve(library, studies=(record,))) if p.code.startswith("highlight-")]
    assert found == codes


def test_letters_leave_out_what_programs_differ_in() -> None:
    assert letters("The ﬁrst co-\noperation") == letters("the first cooperation")


def test_what_pypdf_says_of_a_damaged_file_is_not_printed(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    whole = BytesIO()
    writer.write(whole)
    (tmp_path / "lee.pdf").write_bytes(re.sub(rb"startxref\n\d+", b"startxref\n7", whole.getvalue()))
    code = "import sys; from litreview.highlights.pdf import in_pdf; in_pdf(open(sys.argv[1], 'rb').read(), None)"
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "lee.pdf")], capture_output=True, text=True, check=True)
    assert done.stderr == ""
