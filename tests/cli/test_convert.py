"""``litreview convert``: the same file back where nothing changed, and options that do what they say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from litreview.cli import main

Run = Callable[..., tuple[int, list[str], list[str]]]

BIB = b'% mine\r\n@string{j = {Jurnal}}\r\n@Online{z, title = {\\"Uber}, journal = j, month=jan, year=2000}\r\n@book{a,author={Lee, A. and others}}'


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    (tmp_path / "a.bib").write_bytes(BIB)
    return tmp_path


@pytest.mark.parametrize(
    "data", [BIB, BIB.decode().encode("utf-16"), b"", b"% nothing\n", b"@string{a = {b}}"], ids=["bib", "wide", "empty", "note", "string"]
)
def test_a_file_of_the_same_format_is_given_back_byte_for_byte(run: Run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.bib").write_bytes(data)
    assert run("convert", "a.bib", "-o", "b.bib")[0] == 0
    assert (tmp_path / "b.bib").read_bytes() == data


def test_printed_it_is_the_same_bytes(bib: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (bib / "w.bib").write_bytes(b"@book{a, title = {Caf\xe9}}")
    assert main(["convert", str(bib / "w.bib"), "--to", "bibtex"]) == 0
    assert capsysbinary.readouterr().out == b"@book{a, title = {Caf\xe9}}"


def converted(run: Run, folder: Path, *options: str) -> str:
    assert run("convert", "a.bib", "-o", "b.bib", *options)[0] == 0
    return (folder / "b.bib").read_text()


def test_options(bib: Path, run: Run) -> None:
    assert "date = {2000-01}" in converted(run, bib, "--flavour", "biblatex")
    assert "month = jan" in converted(run, bib, "--flavour", "bibtex")
    assert "title = {Über}" in converted(run, bib, "--unicode")
    assert 'title = {{\\"U}ber}' in converted(run, bib, "--latex")
    assert converted(run, bib, "--sort", "key").index("{a,") < converted(run, bib, "--sort", "key").index("{z,")
    fields = ("--fields", "year,title")
    assert converted(run, bib, *fields).split("@")[1] == 'online{z,\n  date = {2000-01},\n  title = {{\\"U}ber},\n}\n\n'
    assert converted(run, bib, *fields, "--flavour", "bibtex").splitlines()[1] == "  year = {2000},"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--flavour", "biblatx"), ["flavour", "biblatex"]),
        (("--sort", "autor"), ["order", "author"]),
        (("--latex", "--unicode"), ["--latex, --unicode"]),
        (("--to", "yaml", "--fields", "title"), ["fields", "YAML"]),
    ],
)
def test_misuse_is_one_line(bib: Path, run: Run, options: tuple[str, ...], words: list[str]) -> None:
    code, out, err = run("convert", "a.bib", "-o", "b.bib", *options)
    assert (code, out, len(err)) == (2, [], 1)
    assert all(word in err[0] for word in words)
    assert not (bib / "b.bib").exists()


def test_others_are_kept_from_file_to_bibliography(bib: Path, run: Run) -> None:
    for name in ("b.yaml", "b.json", "b.ris"):
        assert run("convert", "a.bib", "-o", name)[0] in (0, 1)
        assert run("convert", name, "-o", "c.bib")[0] in (0, 1)
        assert "{Lee, A. and others}" in (bib / "c.bib").read_text()
        assert any(line.startswith("Lee, A. dkk.") for line in run("bibliography", name)[1])
