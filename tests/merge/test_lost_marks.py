"""A draft that a program gave back without bookmarks, custom parts and properties, as Google Docs does."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

import litreview
from tests.merge.edits import W, content, run
from tests.merge.libraries import FEWER, LIBRARY
from tests.merge.test_merge import Edited, comments, run_paragraph, texts


def stripped(data: bytes) -> bytes:
    """A Word file with its text alone: no bookmarks, no links within, no custom parts and properties."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {
            name: archive.read(name) for name in archive.namelist() if not name.startswith("customXml/") and name != "docProps/custom.xml"
        }
    for name in parts:
        if name.endswith(".rels"):
            parts[name] = re.sub(rb"<Relationship [^>]*(customXml|custom-properties)[^>]*/>", b"", parts[name])
    parts["[Content_Types].xml"] = re.sub(rb"<Override [^>]*(customXml|custom\.xml)[^>]*/>", b"", parts["[Content_Types].xml"])
    root = etree.fromstring(parts["word/document.xml"])
    for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)
    for link in list(root.iter(f"{W}hyperlink")):
        for child in list(link):
            link.addprevious(child)
        link.getparent().remove(link)
    parts["word/document.xml"] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    return out.getvalue()


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LITREVIEW_STATE", str(tmp_path / "state"))
    work = tmp_path / "work"
    work.mkdir()
    place = work / "bab2.docx"
    litreview.draft(FEWER, lang="id").save(place)
    place.write_bytes(stripped(place.read_bytes()))
    return place


def test_it_is_merged_against_what_the_state_folder_remembers(path: Path) -> None:
    with Edited(path) as edit:
        edit.paragraph("Bab ini meninjau").append(run(" Ini tulisan saya."))
        edit.replace("merangkum enam studi", "merangkum keenam studi saya")
        next(t for t in edit.body.iter(f"{W}t") if t.text == "belum diisi").text = "Sama-sama kuantitatif"
    now = litreview.draft(LIBRARY, lang="id")
    assert [problem.code for problem in now.save(path).problems] == ["merged"]
    made = texts(path)
    assert any("Bab ini meninjau tujuh studi" in text and text.endswith(" Ini tulisan saya.") for text in made)
    assert any("merangkum keenam studi saya" in text for text in made)
    assert [text for text in comments(path) if "merangkum tujuh studi" in text] != []
    assert made.count("Sama-sama kuantitatif") == 1
    headings = [content(p) for p in docx.Document(str(path)).element.body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle") is not None]
    assert headings.count("Penelitian Terdahulu") == 1
    entries = [text for text in made if "Journal of" in text]
    assert len(entries) == len(set(entries)) == 7
    data = path.read_bytes()
    now.save(path)
    assert path.read_bytes() == data


def test_its_citations_follow_another_style(path: Path) -> None:
    litreview.draft(FEWER, lang="id", style="ieee").save(path)
    first = next(text for text in texts(path) if "Bab ini meninjau" in text)
    assert "[1]" in first
    assert FEWER.studies[0].author[0].family not in first


def test_a_file_of_somebody_else_in_its_place_is_still_refused(path: Path) -> None:
    word = docx.Document()
    word.element.body.insert(0, run_paragraph("Bab ini meninjau sesuatu yang lain sama sekali."))
    word.save(str(path))
    with pytest.raises(litreview.WriteError):
        litreview.draft(LIBRARY, lang="id").save(path)
