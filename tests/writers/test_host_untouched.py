"""A thesis that takes the chapter: everything outside the new text is what it was, element by element and part by part."""

from __future__ import annotations

import re
from typing import Any

import attrs
import pytest
from lxml import etree

from litreview.document.nodes import Document, Table
from litreview.writers import Citations, Options, Template, named
from litreview.writers.docx.package.bookmarks import identity
from tests.writers.packages import parts
from tests.writers.sample import chapter, in_notes
from tests.writers.test_citations import STYLE, W
from tests.writers.university import LONG, MARKER, NOTES, changed, paragraph, thesis

MODES: tuple[Citations, ...] = ("plain", "zotero", "zotero-bookmarks", "word")
BEHIND = (
    '<w:p><w:pPr><w:pStyle w:val="IsiTesis"/></w:pPr><w:bookmarkStart w:id="1" w:name="_lr_taken"/>'
    f'<w:bookmarkStart w:id="2" w:name="{identity("chapter")}"/><w:r><w:t>{LONG}</w:t></w:r><w:bookmarkEnd w:id="2"/><w:bookmarkEnd w:id="1"/>'
    '<w:r><w:rPr><w:rStyle w:val="ReferensiCatatanKaki"/></w:rPr><w:footnoteReference w:id="9"/></w:r></w:p>'
)
"""A paragraph behind the mark: bookmarks whose numbers and name the new text would take, and a footnote."""
SECOND = '<w:footnote w:id="9"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Catatan kedua.</w:t></w:r></w:p></w:footnote></w:footnotes>'


def host() -> bytes:
    """Three sections, headers, own numbering, comments, Zotero citations, bookmarks, footnotes before and behind the mark."""
    data = thesis(paragraph(MARKER) + BEHIND, live=True)
    return changed(data, {"word/footnotes.xml": NOTES.replace("</w:footnotes>", SECOND).encode()})


def canonical(element: Any) -> bytes:
    """The element alone, whatever prefixes its surroundings declare."""
    return bytes(etree.tostring(etree.fromstring(etree.tostring(element, with_tail=False)), method="c14n", exclusive=True))


def blocks(data: bytes) -> list[Any]:
    return list(etree.fromstring(parts(data)["word/document.xml"])[0])


def upright(document: Document) -> Document:
    """Without landscape tables, so that no section of the file has to be parted."""
    return attrs.evolve(document, blocks=tuple(attrs.evolve(b, landscape=False) if isinstance(b, Table) else b for b in document.blocks))


DOCUMENTS = {"cited": upright(chapter("id")), "notes": upright(in_notes(chapter("id"))), "wide": chapter("id")}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_everything_outside_is_as_it_was(name: str, mode: Citations) -> None:
    data = host()
    made = named("docx").write(DOCUMENTS[name], Options(citations=mode, style=STYLE, template=Template(data)))
    old, new = blocks(data), blocks(made)
    mark = next(n for n, block in enumerate(old) if MARKER in "".join(block.itertext()))
    behind = len(old) - mark - 1
    assert [canonical(b) for b in new[:mark]] == [canonical(b) for b in old[:mark]]
    before, after = [canonical(b) for b in old[-behind:]], [canonical(b) for b in new[-behind:]]
    if name == "wide":  # the section is parted: how it opens has gone to its first part
        moved = rb"<w:pgNumType[^>]*></w:pgNumType>|<w:titlePg[^>]*></w:titlePg>|<w:type[^>]*></w:type>"
        before, after = ([re.sub(moved, b"", b) for b in side] for side in (before, after))
    if name == "notes":  # notes are numbered upwards, so one behind the new ones is counted on
        before, after = ([re.sub(rb'(footnoteReference [^>]*w:id=)"\d+"', rb'\1""', b) for b in side] for side in (before, after))
    assert after == before


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_part_keeps_what_it_had(name: str, mode: Citations) -> None:
    data = host()
    old, new = parts(data), parts(named("docx").write(DOCUMENTS[name], Options(citations=mode, style=STYLE, template=Template(data))))
    for part in ("word/header11.xml", "word/header12.xml", "word/comments.xml", "word/settings.xml"):
        assert canonical(etree.fromstring(new[part])) == canonical(etree.fromstring(old[part])), part
    for part in ("word/styles.xml", "word/numbering.xml"):
        there = [canonical(e) for e in etree.fromstring(new[part])]
        kept = [canonical(e) for e in etree.fromstring(old[part])]
        assert [e for e in there if e in kept] == kept, part
    was, now = etree.fromstring(old["docProps/custom.xml"]), etree.fromstring(new["docProps/custom.xml"])
    assert [canonical(e) for e in was] == [canonical(e) for e in now][: len(was)]
    texts = [[" ".join("".join(n.itertext()).split()) for n in etree.fromstring(p["word/footnotes.xml"])] for p in (old, new)]
    assert [text for text in texts[1] if text in texts[0] and text] == [text for text in texts[0] if text]


def test_numbers_and_names_that_are_taken_are_not_given_again() -> None:
    made = named("docx").write(chapter("id"), Options(template=Template(host())))
    root = etree.fromstring(parts(made)["word/document.xml"])
    marks = list(root.iter(f"{W}bookmarkStart"))
    for name in ("id", "name"):
        found = [str(mark.get(f"{W}{name}")).casefold() for mark in marks]
        assert len(found) == len(set(found)), name
    assert identity("chapter") in {mark.get(f"{W}name") for mark in marks}
    assert identity("chapter", 1) in {mark.get(f"{W}name") for mark in marks}


def test_each_note_stays_with_its_reference() -> None:
    """Numbers rise in the order of the text: LibreOffice takes notes for one another otherwise."""
    found = parts(named("docx").write(DOCUMENTS["cited"], Options(template=Template(host()))))
    notes = {n.get(f"{W}id"): "".join(n.itertext()).strip() for n in etree.fromstring(found["word/footnotes.xml"])}
    numbers = [str(r.get(f"{W}id")) for r in etree.fromstring(found["word/document.xml"]).iter(f"{W}footnoteReference")]
    assert [notes[number] for number in numbers] == ["Catatan mahasiswa.", "Lihat juga (Hartono, 2019).", "Catatan kedua."]
    assert numbers == sorted(numbers, key=int) == ["4", "5", "9"]
