"""Comments at sentences made from claims, and what is told of a template after it was filled."""

from __future__ import annotations

import re

import pytest

from litreview.document.nodes import Document, Paragraph, Sentence, Text
from litreview.errors import ReadError
from litreview.writers import Options, Template, named
from litreview.writers.docx import report
from tests.writers.packages import parts
from tests.writers.sample import chapter
from tests.writers.university import MARKER, changed, paragraph, thesis

DOCX = named("docx")
TEXT = Document(
    "", "id", (Paragraph((Sentence("c1", "x", (Text("Satu."),)), Sentence("c2", "x", (Text("Dua."),)), Sentence("c3", "x", (Text("Tiga."),))), "p"),)
)  # fmt: skip
REMARKS = (("c1", ("Klaim satu", "Kutipan")), ("c3", ()), ("c9", ("Tidak ada",)))


def written(template: bytes | None = None) -> dict[str, str]:
    options = Options(comments=REMARKS, template=Template(template) if template else None)
    return {name: blob.decode() for name, blob in parts(DOCX.write(TEXT, options)).items() if name.endswith(("xml", "rels"))}


def test_a_comment_stands_around_its_sentence() -> None:
    found = written()
    document = found["word/document.xml"]
    assert re.findall(r'<w:commentRangeStart w:id="(\d+)"/>.*?<w:t [^>]*>([^<]*)</w:t>.*?<w:commentRangeEnd w:id="\1"/>', document) == [
        ("0", "Satu."), ("1", "Tiga."),
    ]  # fmt: skip
    assert re.findall(r'<w:commentReference w:id="(\d+)"/>', document) == ["0", "1"]
    comments = re.findall(r'<w:comment w:id="(\d+)" w:author="litreview" w:initials="lr">(.*?)</w:comment>', found["word/comments.xml"])
    assert [(number, re.findall(r"<w:t [^>]*>([^<]*)</w:t>", text)) for number, text in comments] == [
        ("0", ["Klaim satu", "Kutipan"]),
        ("1", []),
    ]
    assert [text.count("<w:p>") for _, text in comments] == [2, 1]
    assert [text.count("<w:annotationRef/>") for _, text in comments] == [1, 1]
    assert "comments.xml" in found["word/_rels/document.xml.rels"]
    assert "comments.xml" in found["[Content_Types].xml"]


def test_comments_follow_those_of_the_file() -> None:
    found = written(thesis())
    assert re.findall(r'<w:comment [^>]*w:id="(\d+)"', found["word/comments.xml"]) == ["0", "1", "2"]
    assert "Perbaiki." in found["word/comments.xml"]
    assert re.findall(r'<w:commentReference w:id="(\d+)"/>', found["word/document.xml"]) == ["0", "1", "2"]


def test_what_is_told_of_a_template_that_was_filled() -> None:
    template = Template(thesis(numbered=False), "kampus.docx")
    told = {problem.code: problem for problem in report(template, DOCX.write(chapter("id"), Options(template=template)))}
    assert set(told) == {"template-styles-mapped", "template-styles-created"}
    assert 'heading 1 → "heading 1"' in str(told["template-styles-mapped"].get("styles"))
    assert '"Table Grid"' in str(told["template-styles-created"].get("styles"))
    assert {problem.severity for problem in told.values()} == {"info"}
    unmarked = Template(thesis(paragraph("Bab ini menyusul")), "kampus.docx")
    codes = [problem.code for problem in report(unmarked, DOCX.write(TEXT, Options(template=unmarked)))]
    assert codes[0] == "template-no-marker"
    placed = Template(thesis(paragraph("x")), "kampus.docx", after_heading="Pendahuluan", marker=MARKER)
    assert "template-no-marker" not in [problem.code for problem in report(placed, DOCX.write(TEXT, Options(template=placed)))]


def test_a_package_that_is_no_word_file_is_refused() -> None:
    empty = {name: b"<a/>" for name in parts(thesis()) if name.endswith("xml")}
    bare = changed(b"PK\x05\x06" + b"\0" * 18, {"[Content_Types].xml": empty["[Content_Types].xml"]})
    with pytest.raises(ReadError, match="Word"):
        DOCX.write(TEXT, Options(template=Template(bare)))
