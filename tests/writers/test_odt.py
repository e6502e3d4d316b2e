"""OpenDocument text: what stands in its parts, the reference marks of Zotero, and what LibreOffice and pandoc read."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import attrs
import pytest

from litreview.document.nodes import Document, Table
from litreview.writers import Options, named
from tests.writers.sample import chapter, in_notes, too_wide
from tests.writers.test_citations import STYLE

ODT = named("odt")
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def parts(document: Document, options: Options | None = None) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(ODT.write(document, options or Options()))) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def content(document: Document, options: Options | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(parts(document, options)["content.xml"])


def test_the_kind_comes_first_and_unpacked_and_every_part_is_listed() -> None:
    with zipfile.ZipFile(io.BytesIO(ODT.write(chapter("id")))) as archive:
        first = archive.infolist()[0]
        manifest = archive.read("META-INF/manifest.xml").decode()
        names = [name for name in archive.namelist() if name not in ("mimetype", "META-INF/manifest.xml")]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert all(f'full-path="{name}"' in manifest for name in names)


@pytest.mark.parametrize("document", [chapter("id"), in_notes(chapter("id"))], ids=["text", "notes"])
def test_live_citations_are_reference_marks_that_begin_and_end(document: Document) -> None:
    files = parts(document, Options(citations="zotero", style=STYLE, locale="id-ID"))
    root = ElementTree.fromstring(files["content.xml"])
    begun = [e.get(f"{TEXT}name", "") for e in root.iter(f"{TEXT}reference-mark-start")]
    ended = [e.get(f"{TEXT}name", "") for e in root.iter(f"{TEXT}reference-mark-end")]
    assert begun == ended
    assert len(set(begun)) == len(begun) > 0
    for name in begun:
        code = re.fullmatch(r"ZOTERO_ITEM CSL_CITATION (\{.*\}) RND[0-9a-z]{10}", name)
        assert code is not None
        assert json.loads(code[1])["citationItems"][0]["uris"]
    sections = [e.get(f"{TEXT}name", "") for e in root.iter(f"{TEXT}section")]
    assert [name.split(" {")[0] for name in sections] == ["ZOTERO_BIBL"]
    kept = re.findall(r'meta:name="(ZOTERO_PREF_\d+)"[^>]*>([^<]*)<', files["meta.xml"].decode())
    assert 'value="ReferenceMark"' in "".join(text for _, text in kept).replace("&quot;", '"')
    assert all(len(text) <= 600 for _, text in kept)


def test_plain_citations_lead_to_their_entries_and_captions_are_places() -> None:
    root = content(chapter("id"))
    names = {e.get(f"{TEXT}name") for e in root.iter(f"{TEXT}bookmark-start")}
    leads = {
        e.get("{http://www.w3.org/1999/xlink}href", "")[1:]
        for e in root.iter(f"{TEXT}a")
        if e.get("{http://www.w3.org/1999/xlink}href", "").startswith("#")
    }
    assert leads
    assert leads <= names


def test_a_wide_table_has_a_page_of_its_own_and_the_text_goes_on_upright() -> None:
    document = chapter("id")
    wide = attrs.evolve(document, blocks=tuple(attrs.evolve(b, landscape=True) if isinstance(b, Table) else b for b in document.blocks))
    masters = re.findall(r'master-page-name="(\w+)"', parts(too_wide(wide))["content.xml"].decode())
    assert {"Landscape", "Standard"} <= set(masters)
    upright = parts(wide)["content.xml"].decode()
    assert "Landscape" not in upright, "narrow type is enough"
    assert "Table_20_Contents_20_Narrow" in upright


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.parametrize("citations", ["plain", "zotero"])
def test_libreoffice_opens_it_and_keeps_what_is_alive(tmp_path: Path, citations: str) -> None:
    file = tmp_path / "a.odt"
    file.write_bytes(ODT.write(in_notes(chapter("id")), Options(citations=citations, style=STYLE, contents=True)))
    (tmp_path / "out").mkdir()
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for kind in ("odt", "pdf"):
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path / "out"), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(tmp_path / "out" / "a.odt") as archive:
        again = archive.read("content.xml").decode()
    before = parts(in_notes(chapter("id")), Options(citations=citations, style=STYLE))["content.xml"].decode()
    for mark in ("text:reference-mark-start", "text:note ", "<table:table ", "ZOTERO_BIBL "):
        assert again.count(mark) == before.count(mark), mark
    assert (tmp_path / "out" / "a.pdf").stat().st_size > 10_000
