"""What a save in LibreOffice leaves of the file: everything that the citation manager and the next run need."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from litreview.document.nodes import Document
from litreview.writers import Citations, Options, named
from tests.writers.sample import chapter, in_notes
from tests.writers.test_citations import STYLE, W, fields, joined, properties, zotero

pytestmark = pytest.mark.slow


def resaved(document: Document, mode: Citations, folder: Path) -> dict[str, bytes]:
    """The parts of the file after LibreOffice has opened and saved it."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    source = folder / "in" / "bab2.docx"
    source.parent.mkdir()
    source.write_bytes(named("docx").write(document, Options(citations=mode, style=STYLE, contents=True)))
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run([*command, "--outdir", str(folder / "out"), str(source)], check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(folder / "out" / "bab2.docx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def bookmarks(part: bytes) -> set[str]:
    return {str(b.get(f"{W}name")) for b in etree.fromstring(part).iter(f"{W}bookmarkStart")}


def test_links_captions_notes_and_marks_survive(tmp_path: Path) -> None:
    parts = resaved(chapter("id"), "plain", tmp_path)
    root = etree.fromstring(parts["word/document.xml"])
    names = bookmarks(parts["word/document.xml"]) | bookmarks(parts["word/footnotes.xml"])
    anchors = [str(link.get(f"{W}anchor")) for link in root.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    before = Options(contents=True)
    with zipfile.ZipFile(io.BytesIO(named("docx").write(chapter("id"), before))) as archive:
        links = list(etree.fromstring(archive.read("word/document.xml")).iter(f"{W}hyperlink"))
    assert set(anchors) == {str(link.get(f"{W}anchor")) for link in links if link.get(f"{W}anchor")}
    assert set(anchors) <= names
    assert sum(name.startswith("_lr_") for name in names) > 25
    codes = [code.split()[0] for code, _, _ in fields(parts["word/document.xml"])]
    assert codes.count("SEQ") == 4, "the chapter, two tables, one figure"
    pictures = list(root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"))
    assert [picture.get("descr") for picture in pictures] == ['2017: 1; 2019: 1; 2020: 1; 2021: 2 <&">']
    assert {"TOC", "REF", "PAGEREF"} <= set(codes)
    assert len(root.findall(f".//{W}footnoteReference")) == 1
    assert len(root.findall(f".//{W}tblHeader")) == 2
    assert {"id-ID", "en-US"} <= {str(lang.get(f"{W}val")) for lang in root.iter(f"{W}lang")}


@pytest.mark.parametrize("notes", [False, True])
def test_zotero_fields_survive(notes: bool, tmp_path: Path) -> None:
    parts = resaved(in_notes(chapter("id")) if notes else chapter("id"), "zotero", tmp_path)
    codes = [
        (code, shown) for name in ("word/document.xml", "word/footnotes.xml") for code, shown, _ in fields(parts[name])
        if "ZOTERO_ITEM CSL_CITATION" in code
    ]  # fmt: skip
    assert len(codes) == 16
    assert not notes or not zotero(parts["word/document.xml"])
    assert 'fieldType" value="Field"' in joined(properties(parts), "ZOTERO_PREF")
    assert sum("ZOTERO_BIBL" in code for code, _, _ in fields(parts["word/document.xml"])) == 1


def test_zotero_bookmarks_survive(tmp_path: Path) -> None:
    parts = resaved(chapter("id"), "zotero-bookmarks", tmp_path)
    values = properties(parts)
    names = [name for name in bookmarks(parts["word/document.xml"]) if name.startswith("ZOTERO_BREF_")]
    assert len(names) == 16
    assert all(joined(values, name).startswith(("ZOTERO_ITEM", "ZOTERO_BIBL")) for name in names)


def test_words_own_citations_survive(tmp_path: Path) -> None:
    parts = resaved(chapter("id"), "word", tmp_path)
    codes = [code for code, _, _ in fields(parts["word/document.xml"])]
    assert sum(bool(re.match(r"\s*CITATION ", code)) for code in codes) == 15
    assert any(b"officeDocument/2006/bibliography" in blob for name, blob in parts.items() if name.startswith("customXml/item"))
