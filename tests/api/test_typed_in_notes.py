"""Citations typed in the footnotes and endnotes of a Word document: set where they stand, counted where the text refers to them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

import litreview

WORKS = litreview.loads(
    "@book{lee, author = {Lee, Ann}, title = {Ports}, year = 2019} @book{kim, author = {Kim, Bo}, title = {Towns}, year = 2020}"
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def document(place: Path, text: str, notes: list[str], kind: str = "footnote") -> Path:
    """A file whose text refers to a note at each "*"."""
    word = docx.Document()
    paragraph = word.add_paragraph()
    for number, words in enumerate(text.split("*")):
        if number:
            run = paragraph.add_run()._r
            run.append(run.makeelement(f"{{{W}}}{kind}Reference", {f"{{{W}}}id": str(number)}))
        paragraph.add_run(words)
    separators = "".join(
        f'<w:{kind} w:type="{t}" w:id="{n}"><w:p/></w:{kind}>' for n, t in ((-1, "separator"), (0, "continuationSeparator"))
    )
    each = "".join(
        f'<w:{kind} w:id="{n}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> {t}</w:t></w:r></w:p></w:{kind}>'
        for n, t in enumerate(notes, 1)
    )
    blob = f'<w:{kind}s xmlns:w="{W}">{separators}{each}</w:{kind}s>'.encode()
    content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    word.part.relate_to(Part(PackURI(f"/word/{kind}s.xml"), content, blob, word.part.package), f"{OFFICE}/{kind}s")
    file = place / "own.docx"
    word.save(str(file))
    return file


def cited(file: Path, **how: str) -> tuple[str, list[str]]:
    """The text of the citing file with its notes' numbers, and the words of its notes by number."""
    style = how.pop("style", "apa")
    paper = litreview.cite_paper(file, WORKS, lang="en", style=style)
    paper.save(file.with_name("out.docx"), overwrite=True, **how)  # type: ignore[arg-type]
    word = docx.Document(str(file.with_name("out.docx")))
    text = "".join(_seen(element) for element in word.paragraphs[0]._p.iter())
    return text, notes_of(word)


def _seen(element: Any) -> str:
    if element.tag.endswith("noteReference"):
        return f"[{element.get(f'{{{W}}}id')}]"
    return element.text or "" if element.tag == f"{{{W}}}t" else ""


def notes_of(word: Any) -> list[str]:
    part = next(p for p in word.part.package.iter_parts() if str(p.partname).endswith("notes.xml"))
    notes = [n for n in etree.fromstring(part.blob) if n.get(f"{{{W}}}type") is None]
    return ["".join(t.text or "" for t in note.iter(f"{{{W}}}t")).strip() for note in notes]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
@pytest.mark.parametrize("mode", ["plain", "zotero", "word"])
def test_a_citation_in_a_note_is_set_there(tmp_path: Path, kind: str, mode: str) -> None:
    file = document(tmp_path, "Towns grow.* So [@lee].", ["See [@kim, p. 3; @lee] and @kim, too."], kind)
    assert cited(file, citations=mode) == ("Towns grow.[1] So (Lee, 2019).", ["See (Kim, 2020, p. 3; Lee, 2019) and Kim (2020), too."])


def test_numbers_count_a_note_where_the_text_refers_to_it(tmp_path: Path) -> None:
    file = document(tmp_path, "Towns grow.* So [@lee].", ["See [@kim]."])
    assert cited(file, style="ieee") == ("Towns grow.[1] So [2].", ["See [1]."])


def test_a_style_of_notes_makes_no_note_within_a_note(tmp_path: Path) -> None:
    file = document(tmp_path, "Towns grow.* So [@lee]. Ports, too [@kim, p. 4], and* more.", ["See [@lee, p. 3] and @kim.", "No work."])
    text, notes = cited(file, style="chicago-notes-bibliography")
    assert text == "Towns grow.[1] So.[2] Ports, too,[3] and[4] more."
    assert notes == ["See Ann Lee, Ports (2019), 3 and Bo Kim, Towns (2020).", "Lee, Ports.", "Kim, Towns, 4.", "No work."]


def test_a_full_stop_behind_a_citation_in_a_note_stands_once(tmp_path: Path) -> None:
    file = document(tmp_path, "Towns grow.*", ["See [@lee]. Then [@kim] again."])
    assert cited(file, style="chicago-notes-bibliography")[1] == ["See Ann Lee, Ports (2019). Then Bo Kim, Towns (2020) again."]


def test_bookmarks_of_zotero_in_a_note_are_told_as_dead(tmp_path: Path) -> None:
    file = document(tmp_path, "Towns grow.*", ["See [@lee]."])
    told = litreview.cite_paper(file, WORKS, lang="en").save(tmp_path / "out.docx", citations="zotero-bookmarks")
    assert "zotero-bookmarks-own-notes" in [problem.code for problem in told]


def test_an_unknown_key_in_a_note_stays_and_is_told(tmp_path: Path) -> None:
    file = document(tmp_path, "Towns grow [@lee].*", ["See [@leee]."])
    paper = litreview.cite_paper(file, WORKS, lang="en")
    assert [problem.code for problem in paper.problems] == ["paper-mark-unknown-near"]
    assert cited(file)[1] == ["See [@leee]."]


def test_a_manuscript_fills_the_marks_of_notes_too(tmp_path: Path) -> None:
    word = docx.Document(str(document(tmp_path, "Towns grow.*", ["See [@kim]."])))
    with litreview.Manuscript(word, WORKS, lang="en") as manuscript:
        assert manuscript.fill() == ()
    word.save(str(tmp_path / "filled.docx"))
    assert notes_of(docx.Document(str(tmp_path / "filled.docx"))) == ["See (Kim, 2020)."]


def test_zotero_is_told_the_number_of_a_note_in_the_order_of_reading(tmp_path: Path) -> None:
    file = document(tmp_path, "Ports grow [@lee].* Towns, too [@kim].* So.", ["See [@kim].", "And [@lee]."])
    cited(file, style="chicago-notes-bibliography", citations="zotero")
    parts = docx.Document(str(file.with_name("out.docx"))).part.package.iter_parts()
    notes = etree.fromstring(next(part.blob for part in parts if str(part.partname).endswith("footnotes.xml")))
    assert re.findall(r'"noteIndex": ?(\d+)', "".join(notes.itertext())) == ["1", "2", "3", "4"]
