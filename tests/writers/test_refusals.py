"""Files that cannot be used: one sentence, the same in the exception and in the language files, told through the command line."""

from __future__ import annotations

import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from litreview.cli import main
from litreview.languages import language
from litreview.writers.docx.package.refusal import _SENTENCES
from tests.writers.packages import bomb
from tests.writers.university import changed, thesis

RECORD = "- {key: lee2019, type: book, title: {en: Motives}, author: [{family: Lee, given: Ann}], issued: 2019, publisher: Acme}\n"
LINK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://x/oleObject" Target="http://evil.example/a" TargetMode="External"/></Relationships>'
)


def test_the_sentences_are_those_of_the_english_file() -> None:
    there = language("en").section("problems")
    assert {code: str(there[code]) for code in _SENTENCES} == _SENTENCES


FILES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "macros": (lambda: changed(thesis(), {"word/vbaProject.bin": b"x"}), "holds macros", "memuat makro"),
    "outside": (lambda: changed(thesis(), {"word/_rels/x.rels": LINK.encode()}), "from elsewhere", "dari tempat lain"),
    "bomb": (bomb, "more than 200 MB", "lebih dari 200 MB"),
    "encrypted": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted", "terenkripsi"),
    "text": (lambda: b"Bab I", "no readable Word file", "bukan berkas Word"),
    "entities": (
        lambda: changed(thesis(), {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "document type declaration",
        "deklarasi tipe dokumen",
    ),
    "other": (lambda: changed(thesis(), {"word/document.xml": b"<a/>"}), "is damaged", "rusak"),
}


def told(argv: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tag: str) -> list[str]:
    monkeypatch.setenv("LC_ALL", tag)
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


@pytest.mark.parametrize("name", FILES)
def test_a_dangerous_template_is_refused_in_the_reader_s_language(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make, english, indonesian = FILES[name]
    monkeypatch.chdir(tmp_path)
    Path("lee.yaml").write_text(RECORD, encoding="utf-8")
    Path("kampus.docx").write_bytes(make())
    argv = ["draft", "lee.yaml", "-o", "bab2.docx", "--template", "kampus.docx"]
    for tag, words in (("C", english), ("id_ID.UTF-8", indonesian)):
        lines = told(argv, monkeypatch, capsys, tag)
        assert len(lines) == 1
        assert lines[0].startswith("litreview: kampus.docx: ")
        assert words in lines[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kampus.docx", "lee.yaml"]


LAYOUTS = {
    "[page]\nleft = 4": "length with its unit",
    "[page]\nlefft = '4cm'": '"lefft"',
    "[pages]\n": '"pages"',
    "page = 3": "must be a section",
    "[page]\nleft = '20cm'": "margins",
    "[styles.Normal]\nbold = 'yes'": "true or false",
    "[styles.Normal]\ncolor = 'red'": "six digits",
    "[styles.Normal]\nalign = 'middle'": "left, center, right, justify",
    "[styles.Normal]\nsize = '0pt'": "above 0pt",
    "[captions]\nseparator = 3": "quotation marks",
    "[page": "no readable TOML",
}


@pytest.mark.parametrize("text", LAYOUTS)
def test_a_wrong_layout_is_told_with_its_place(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lee.yaml").write_text(RECORD, encoding="utf-8")
    Path("faculty.toml").write_text(text, encoding="utf-8")
    argv = ["draft", "lee.yaml", "-o", "bab2.docx", "--layout", "faculty.toml"]
    english, indonesian = (told(argv, monkeypatch, capsys, tag) for tag in ("C", "id_ID.UTF-8"))
    assert len(english) == len(indonesian) == 1
    assert LAYOUTS[text] in english[0]
    assert english != indonesian


def test_a_layout_of_one_s_own_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lee.yaml").write_text(RECORD, encoding="utf-8")
    Path("faculty.toml").write_text('[page]\nleft = "5cm"\n[styles.Normal]\nfont = "Arial"\n', encoding="utf-8")
    assert tomllib.loads(Path("faculty.toml").read_text())
    assert main(["draft", "lee.yaml", "-o", "bab2.docx", "--layout", "faculty.toml"]) == 0
    with zipfile.ZipFile("bab2.docx") as archive:
        assert b'w:left="2835"' in archive.read("word/document.xml")
        assert b'w:ascii="Arial"' in archive.read("word/styles.xml")
