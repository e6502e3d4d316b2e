"""Fields and links of a template that would fetch or start something: taken out, with a line, their words left standing."""

from __future__ import annotations

import re

import pytest

from litreview.document.nodes import Document, Paragraph, Text
from litreview.writers import Options, Template, named
from litreview.writers.docx.package.ways_out import without_links
from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.examination import examine
from tests.writers.test_host_file import part
from tests.writers.university import MARKER, paragraph, thesis

DOCX = named("docx")
CHAPTER = Document("", "id", (Paragraph((Text("Isi."),), "p"),))


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(instruction: str, shows: str = "tampak") -> str:
    return f"<w:p>{char('begin')}{instruction}{char('separate')}<w:r><w:t>{shows}</w:t></w:r>{char('end')}</w:p>"


@pytest.mark.parametrize(
    "unsafe",
    [
        field(code('DDEAUTO c:\\\\cmd.exe "/k calc"')),
        field(code("DDE") + code("AUTO c:\\\\cmd.exe")),
        field(code(" includetext //server/a.docx ")),
        field(code(' HYPERLINK "javascript:alert(1)" ')),
        field(char("begin") + code(" QUOTE 68 68 69 ") + char("end") + code(" c:\\\\cmd.exe")),
        '<w:p><w:fldSimple w:instr=" LINK Excel.Sheet a.xlsx "><w:r><w:t>tampak</w:t></w:r></w:fldSimple></w:p>',
    ],
)
def test_a_field_that_fetches_is_taken_out(unsafe: str) -> None:
    template = Template(thesis(unsafe + paragraph(MARKER)))
    document = part(DOCX.write(CHAPTER, Options(template=template)), "word/document.xml")
    assert not re.search(r"DDE|AUTO|includetext|javascript|LINK Excel|cmd\.exe", document)
    assert "tampak" in document
    assert "template-field-removed" in [problem.code for problem in examine(template)[1]]


@pytest.mark.parametrize("safe", [' TOC \\o "1-3" ', " PAGE ", ' HYPERLINK "https://example.org" ', ' HYPERLINK \\l "bab2" '])
def test_any_other_field_stays(safe: str) -> None:
    template = Template(thesis(field(code(safe.replace('"', "&quot;"))) + paragraph(MARKER)))
    assert safe.split()[0] in part(DOCX.write(CHAPTER, Options(template=template)), "word/document.xml")
    assert "template-field-removed" not in [problem.code for problem in examine(template)[1]]


def test_a_link_is_taken_off_its_words() -> None:
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<w:p xmlns:w="{W}" xmlns:r="{relations}"><w:hyperlink r:id="x"><w:r><w:t>di sini</w:t></w:r></w:hyperlink></w:p>'
    bare = without_links(link.encode(), frozenset(("x",)))
    assert b"di sini" in bare
    assert b"hyperlink" not in bare
