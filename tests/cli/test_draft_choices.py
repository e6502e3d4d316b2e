"""What a draft is to look like: every choice of the command line, what it does to the file, and what is said where it cannot be."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

import litreview
from litreview.writers import Template
from tests.writers.university import thesis

Run = Callable[..., tuple[int, list[str], list[str]]]


def text(path: str, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(part).decode() if part in archive.namelist() else ""


@pytest.mark.parametrize(
    ("kind", "part", "sign"),
    [
        ("plain", "word/document.xml", 'w:anchor="_ref_lee2019'),
        ("zotero", "word/document.xml", "ADDIN ZOTERO_ITEM CSL_CITATION"),
        ("zotero", "docProps/custom.xml", "http://www.zotero.org/styles/apa"),
        ("zotero", "docProps/custom.xml", 'locale="id-ID"'.replace('"', "&quot;")),
        ("zotero-bookmarks", "docProps/custom.xml", "ZOTERO_BREF_"),
        ("word", "word/document.xml", " CITATION lee2019 "),
    ],
)
def test_citations_live_on_as_asked(run: Run, kind: str, part: str, sign: str) -> None:
    assert run("draft", "lee.yaml", "-o", "bab2.docx", "--citations", kind, "--lang", "id")[0] == 0
    assert sign in text("bab2.docx", part).replace('"', "&quot;" if "&quot;" in sign else '"')


def test_keys_bring_the_works_along(run: Run, tmp_path: Path) -> None:
    code, _, err = run("draft", "lee.yaml", "-o", "bab2.md", "--citations", "keys", "--lang", "en")
    assert (code, err[-2:]) == (0, ["bab2-references.json: written, belongs to it", "bab2.md: written (studies: 1)"])
    assert "@lee2019" in (tmp_path / "bab2.md").read_text(encoding="utf-8")
    assert "bibliography: bab2-references.json" in (tmp_path / "bab2.md").read_text(encoding="utf-8")
    assert [item["id"] for item in json.loads((tmp_path / "bab2-references.json").read_text(encoding="utf-8"))] == ["lee2019"]
    assert run("draft", "lee.yaml", "-o", "bab2.tex", "--citations", "keys")[0] == 0
    assert "\\addbibresource{bab2-references.bib}" in (tmp_path / "bab2.tex").read_text(encoding="utf-8")
    assert "{lee2019" in (tmp_path / "bab2-references.bib").read_text(encoding="utf-8")


def test_a_template_takes_the_chapter_and_the_report_says_how(run: Run, tmp_path: Path) -> None:
    given = thesis()
    (tmp_path / "kampus.docx").write_bytes(given)
    code, _, err = run("draft", "lee.yaml", "-o", "bab2.docx", "--template", "kampus.docx", "--lang", "id", lang="id_ID.UTF-8")
    assert code == 0
    assert any("gaya berkas ini yang dipakai teks" in line and 'Body Text → "Isi Tesis"' in line for line in err)
    assert any("ditambahkan" in line and '"Bibliography"' in line for line in err)
    words = [paragraph.text for paragraph in docx.Document("bab2.docx").paragraphs]
    assert words.index("Pendahuluan") < words.index("Daftar Pustaka") < words.index("Metodologi Riset")
    assert (tmp_path / "kampus.docx").read_bytes() == given


@pytest.mark.parametrize("place", ["Metodologi Riset", "metodologi  riset"])
def test_the_place_can_be_a_heading(run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "kampus.docx").write_bytes(thesis())
    assert run("draft", "lee.yaml", "-o", "bab2.docx", "--template", "kampus.docx", "--insert-at", place, "--lang", "id")[0] == 0
    words = [paragraph.text for paragraph in docx.Document("bab2.docx").paragraphs]
    assert words.index("Metodologi Riset") < words.index("Daftar Pustaka") < words.index("Lampiran")


def test_contents_layout_and_marks(run: Run) -> None:
    assert run("draft", "lee.yaml", "-o", "a.docx", "--lang", "id")[0] == 0
    assert run("draft", "lee.yaml", "-o", "b.docx", "--lang", "id", "--contents", "--layout", "neutral", "--backlinks", "marks")[0] == 0
    assert "Daftar Isi" not in text("a.docx")
    assert "Daftar Isi" in text("b.docx")
    assert 'w:left="2268"' in text("a.docx")
    assert 'w:left="1440"' in text("b.docx")
    assert "↑" not in text("a.docx")
    assert "↑" in text("b.docx")
    assert 'w:anchor="_cite_lee2019' in text("a.docx"), "the words of the entry lead back"
    assert run("draft", "lee.yaml", "-o", "c.docx", "--backlinks", "none")[0] == 0
    assert 'w:anchor="_cite_' not in text("c.docx")


def test_a_bibliography_can_take_the_look_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kampus.docx").write_bytes(thesis())
    assert run("bibliography", "lee.yaml", "-o", "a.docx", "--template", "kampus.docx")[0] == 0
    assert "Lee, A. (2019)." in "\n".join(p.text for p in docx.Document("a.docx").paragraphs)
    assert run("bibliography", "lee.yaml", "-o", "b.docx", "--layout", "neutral")[0] == 0
    assert 'w:left="1440"' in text("b.docx")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ("draft lee.yaml -o a.docx --citations zotro", ['"zotro"', 'did you mean "zotero"']),
        ("draft lee.yaml -o a.html --citations zotero", [".html", '"plain"', '"zotero"']),
        ("draft lee.yaml -o a.docx --citations keys", [".docx", '"zotero-bookmarks"']),
        ("draft lee.yaml -o a.txt --citations keys", [".txt", '"plain"']),
        ("draft lee.yaml -o a.docx --layout skripsi", ['"skripsi"', "skripsi-id", ".toml"]),
        ("draft lee.yaml -o a.docx --layout none.toml", ["none.toml"]),
        ("draft lee.yaml -o a.md --layout neutral", [".md", '"layout"']),
        ("draft lee.yaml -o a.md --template kampus.docx", [".md", '"template"']),
        ("draft lee.yaml -o a.html --layout neutral", [".html", '"layout"']),
        ("draft lee.yaml -o a.json --citations zotero", [".json", '"citations"']),
        ("draft lee.yaml -o a.json --template kampus.docx", [".json", '"template"']),
        ("draft lee.yaml -o a.txt --contents", [".txt", '"contents"']),
        ("draft lee.yaml -o a.md --backlinks marks", [".md", '"backlinks"']),
        ("draft lee.yaml -o a.docx --backlinks some", ['"some"', "quiet, marks, none"]),
        ("draft lee.yaml -o a.docx --insert-at X", ['"insert-at"', '"template"']),
        ("draft lee.yaml -o a.docx --template none.docx", ["none.docx", "no such file"]),
        ("draft lee.yaml -o a.docx --template kampus.docx --insert-at Metodolgi", ['"Metodolgi"']),
        ("draft lee.yaml -o kampus.docx --template kampus.docx", ["kampus.docx"]),
        ("bibliography lee.yaml --layout neutral", ["an output is needed"]),
        ("bibliography lee.yaml -o a.md --template kampus.docx", [".md", '"template"']),
    ],
)
def test_what_cannot_be_is_one_line(run: Run, tmp_path: Path, argv: str, words: list[str]) -> None:
    (tmp_path / "kampus.docx").write_bytes(thesis())
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    code, out, err = run(*argv.split())
    assert (code, out, len(err)) == (2, [], 1), err
    again, _, erring = run(*argv.split(), lang="id_ID.UTF-8")
    assert (again, len(erring)) == (2, 1)
    assert erring != err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    for word in words:
        assert word in err[0]


def test_the_same_from_python(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kampus.docx").write_bytes(thesis())
    review = litreview.draft(litreview.load("lee.yaml"), lang="id")
    saved = review.save("py.docx", citations="zotero", template="kampus.docx", contents=True)
    assert [problem.code for problem in saved.problems] == ["template-styles-mapped", "template-styles-created"]
    assert (
        run("draft", "lee.yaml", "-o", "cli.docx", "--citations", "zotero", "--template", "kampus.docx", "--contents", "--lang", "id")[0]
        == 0
    )
    assert Path("py.docx").read_bytes() == Path("cli.docx").read_bytes()
    review.save("named.docx", template=Template(thesis(), styles=(("Body Text", "Normal"),)))
    body = docx.Document(io.BytesIO(Path("named.docx").read_bytes()))
    first = next(p for p in body.paragraphs if p.text.startswith("Bab ini"))
    assert first.style is not None
    assert first.style.name == "Normal"
    assert re.search(r"Tinjauan", "\n".join(p.text for p in body.paragraphs))


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "x" * 10_000, "عنوان الكتاب", "𝔘𝔫𝔦 🌊 語言", "a\u0000b\u200fc\u202ed"])
@pytest.mark.parametrize("suffix", ["docx", "html", "md", "tex", "txt"])
def test_any_title_goes_through_every_output(run: Run, tmp_path: Path, title: str, suffix: str) -> None:
    record = json.dumps(
        [{"key": "lee2019", "type": "book", "title": {"en": title}, "author": [{"family": title, "given": "A"}], "issued": 2019}],
        ensure_ascii=False,
    )
    (tmp_path / "odd.yaml").write_text(record, encoding="utf-8")
    code, _, err = run("draft", "odd.yaml", "-o", f"bab2.{suffix}", "--lang", "en")
    assert code == 0, err
    data = (tmp_path / f"bab2.{suffix}").read_bytes()
    shown = text("bab2.docx") if suffix == "docx" else data.decode()
    assert "\x00" not in shown
    assert "\u202e" not in shown
    assert suffix not in ("docx", "html") or "<script>" not in shown
    assert title.isascii() or "\u202e" in title or title in shown.replace("</w:t></w:r><w:r>", "")
