"""Word files read back: what a person does to them, what other programs leave of them, and what is no draft at all."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from litreview.audit.chapters import DraftText
from litreview.audit.chapters.docx.read import read_docx
from litreview.audit.judging import check_draft
from litreview.errors import ReadError
from tests.drafts.chapters import chapter, codes, ports

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def word_file(*blocks: str, **parts: str) -> bytes:
    """A small Word file of somebody else, with these blocks and further parts."""
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    out = io.BytesIO()
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = f"<w:document {W} {MC}><w:body>{''.join(blocks)}</w:body></w:document>".encode()
            new.writestr(name, data)
        for name, text in parts.items():
            new.writestr(f"word/{name}.xml", text)
    return out.getvalue()


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p>{properties}{inner}</w:p>"


def run(text: str, tag: str = "w:t") -> str:
    return f'<w:r><{tag} xml:space="preserve">{text}</{tag}></w:r>'


def texts(data: bytes) -> list[str]:
    return [passage.text for passage in read_docx(data, "x.docx").passages]


def test_insertions_are_text_and_deletions_are_not() -> None:
    changed = f'{run("Two ")}<w:del w:id="1" w:author="a">{run("old", "w:delText")}</w:del><w:ins w:id="2" w:author="a">{run("new")}</w:ins>{run(" ports")}'
    moved = f'<w:moveFrom w:id="3" w:author="a">{run("gone")}</w:moveFrom><w:moveTo w:id="4" w:author="a">{run("here")}</w:moveTo>'
    assert texts(word_file(paragraph(changed), paragraph(moved))) == ["Two new ports", "here"]


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    assert texts(word_file(paragraph(run("One "), mark), paragraph(run("sentence.")))) == ["One sentence."]


def test_a_deleted_row_is_gone() -> None:
    def row(text: str, properties: str = "") -> str:
        return f"<w:tr>{properties}<w:tc>{paragraph(run(text))}</w:tc></w:tr>"

    gone = '<w:trPr><w:del w:id="1" w:author="a"/></w:trPr>'
    table = f"<w:tbl>{row('a')}{row('b', gone)}</w:tbl>"
    found = read_docx(word_file(table), "x.docx").passages
    assert [(passage.kind, passage.text, passage.cell) for passage in found] == [("cell", "a", (0, 0, 0))]


def test_fields_show_their_result_and_hidden_text_nothing() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> CITATION Lee2019 \\l 1033 </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("(Lee, 2019)")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    found = read_docx(word_file(paragraph(run("Seen ") + field + hidden + run("."))), "x.docx").passages[0]
    assert found.text == "Seen (Lee, 2019)."
    assert [(found.text[mark.start : mark.end], mark.keys) for mark in found.marks] == [("(Lee, 2019)", ("Lee2019",))]


def test_text_boxes_notes_and_content_controls_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    control = f"<w:sdt><w:sdtContent>{paragraph(run('Controlled.'))}</w:sdtContent></w:sdt>"
    note = f"<w:footnotes {W}><w:footnote w:id='1'>{paragraph(run('Lee, Motives.'))}</w:footnote></w:footnotes>"
    data = word_file(
        paragraph(run("Noted.") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + f"<w:r>{both}</w:r>"), control, footnotes=note
    )
    found = read_docx(data, "x.docx")
    assert [passage.text for passage in found.passages] == ["Noted.", "In a box.", "Controlled."]
    assert [passage.text for passage in found.notes] == ["Lee, Motives."]
    assert found.passages[0].marks[0].note == 1


def test_the_generated_file_gives_back_what_it_was_made_of(tmp_path: Path) -> None:
    path = tmp_path / "bab2.docx"
    review = chapter("id")
    review.save(path)
    found = read_docx(path.read_bytes(), "bab2.docx")
    assert found.generated
    assert found.carried is not None
    assert {key for passage in found.passages for mark in passage.marks for key in mark.keys} == set(ports().keys())
    assert sorted(key for passage in found.passages for key in passage.works) == sorted(ports().keys())
    assert found.language == "id-ID"


def test_a_file_of_somebody_else_is_judged_by_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.docx"
    word = docx.Document()
    word.add_heading("Literature review", 1)
    word.add_paragraph(
        "Makassar and Busan failed for lack of a budget (Rahmat, 2019). Ports grow by trade. Nye (2004) calls this “soft power”."
    )
    word.add_heading("References", 1)
    word.add_paragraph("Rahmat, A. (2019). Kerja sama kota pelabuhan Makassar dan Busan.")
    word.save(str(path))
    found = check_draft(path, ports())
    assert {"draft-uncited", "draft-unknown-citation"} <= set(codes(found))
    assert "draft-not-generated" in [p.code for p in check_draft(path)]
    assert "draft-not-cited" not in codes(found)


def test_an_empty_document_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.docx"
    docx.Document().save(str(path))
    assert [problem.code for problem in check_draft(path, ports())][:1] == ["draft-empty"]


def bomb() -> bytes:
    """A small file that unpacks to more than anybody reads."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<a>" + b" " * 210_000_000 + b"</a>")
    return out.getvalue()


ENTITY = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
HOSTILE: dict[str, Callable[[], bytes]] = {
    "no zip": lambda: b"just words",
    "empty": lambda: b"",
    "encrypted": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "a bomb": bomb,
    "cut": lambda: word_file(paragraph(run("a")))[:300],
    "an entity": lambda: word_file(paragraph(run("a")), entity=ENTITY),
    "deep": lambda: word_file("<w:p>" * 300 + "</w:p>" * 300),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_draft_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(HOSTILE[name]())
    with pytest.raises(ReadError) as refused:
        check_draft(path)
    assert "x.docx" in str(refused.value)


def test_a_broken_ledger_in_the_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bab2.docx"
    chapter("en").save(path)
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'"version": 1', b'"version": 99').replace(b"&quot;version&quot;", b"&quot;v&quot;"))
    path.write_bytes(out.getvalue())
    with pytest.raises(ReadError, match="version 99"):
        check_draft(path)


def test_reading_takes_no_part_in_what_a_file_asks_for() -> None:
    linked = "<w:r><w:drawing><a:blip xmlns:a='urn:a' xmlns:r='urn:r' r:link='rId9'/></w:drawing></w:r>"
    assert texts(word_file(paragraph(run("Text.") + linked))) == ["Text."]
    assert isinstance(read_docx(word_file(), "x.docx"), DraftText)
