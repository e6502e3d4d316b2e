"""What a user can get wrong: one clear line on standard error, exit code 2, no output left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, list[str], list[str]]]


def refused(run: Run, folder: Path, *argv: str) -> str:
    """The one line with which a command is refused, in English; the same with an Indonesian environment; nothing is left behind."""
    before = sorted(folder.rglob("*"))
    code, out, err = run(*argv)
    assert (code, out, len(err)) == (2, [], 1), err
    again, out, erring = run(*argv, lang="id_ID.UTF-8")
    assert (again, out, len(erring)) == (2, [], 1), erring
    assert sorted(folder.rglob("*")) == before
    assert "Traceback" not in err[0]
    return err[0]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ("drft lee.yaml", ['unknown command "drft"', 'did you mean "draft"']),
        ("--frob", ["--frob"]),
        ("draft", ["a source is needed", "litreview draft ."]),
        ("draft -o", ["-o", "one value"]),
        ("draft -o bab2.docx", ["a source is needed"]),
        ("draft lee.yaml -o bab2.docx --frob", ["--frob", "draft --help"]),
        ("draft lee.yaml -o bab2.pdf", [".pdf", ".docx"]),
        ("draft lee.yaml -o bab2", ["bab2", ".docx"]),
        ("draft lee.yaml -o no/where/bab2.docx", ["no/where", "does not exist", "make it first"]),
        ("draft lee.yaml -o .", [".docx"]),
        ("draft lee.yaml -o bab2.docx --lang fr", ['unknown language "fr"', "id"]),
        ("draft lee.yaml -o bab2.docx --style apaa", ['unknown style "apaa"', 'did you mean "apa"', "litreview styles"]),
        ("draft lee.yaml -o bab2.docx --style my.csl", ["my.csl"]),
        ("draft lee.yaml -o bab2.docx --outline plan.yaml", ["plan.yaml"]),
        ("draft le.yaml -o bab2.docx", ["le.yaml", "no such file", 'did you mean "lee.yaml"']),
        ("draft nowhere/at/all -o bab2.docx", ["nowhere/at/all", "no such file", "check the spelling"]),
        ("bibliography", ["a source is needed"]),
        ("bibliography lee.yaml --style apaa", ["apaa"]),
        ("bibliography lee.yaml -o refs.pdf", [".pdf"]),
        ("convert lee.yaml", ["an output is needed"]),
        ("convert lee.yaml -o out.xyz", [".xyz", ".bib"]),
        ("convert lee.yaml --to bibtx", ['"bibtx"', 'did you mean "bibtex"']),
        ("convert lee.yaml --to bibtex --from bibtx", ['"bibtx"']),
        ("convert lee.yaml -o lee.yaml", ["lee.yaml", "one of the sources"]),
        ("check", ["a source is needed"]),
        ("check nothing.bib", ["nothing.bib"]),
    ],
)
def test_misuse_is_one_line(run: Run, tmp_path: Path, argv: str, words: list[str]) -> None:
    line = refused(run, tmp_path, *argv.split())
    for word in words:
        assert word in line


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "nothing in this folder can be read" in refused(run, tmp_path, "draft", "empty", "-o", "bab2.docx")


def test_a_folder_of_other_things(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pdfs").mkdir()
    (tmp_path / "pdfs" / "lee.odt").write_bytes(b"PK")
    assert "nothing in this folder can be read" in refused(run, tmp_path, "draft", "pdfs", "-o", "bab2.docx")


def test_a_file_of_another_kind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lee.odt").write_bytes(b"PK")
    line = refused(run, tmp_path, "draft", "lee.odt", "-o", "bab2.docx")
    assert "lee.odt" in line
    assert ".bib" in line


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bad.yaml", b"- key: a\n  title: [unclosed\n"),
        ("tab.yaml", b"key: a\ntitle:\n\tx: y\n"),
        ("bytes.yaml", b"key: a\ntitle: caf\xe9\n"),
        ("bad.json", b'[{"id": "a", "type": "book",}'),
        ("bytes.txt", b"Abstract\n\nThe caf\xe9.\n"),
        ("nul.yaml", b"\x00\x01\x02\xff"),
    ],
)
def test_a_file_that_cannot_be_taken_apart(run: Run, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    line = refused(run, tmp_path, "draft", name, "-o", "bab2.docx")
    assert line.removeprefix("litreview: ").startswith(f"{name}:")


def test_the_line_of_broken_yaml_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("- key: a\n  title: A\n- key: b\n\ttitle: B\n")
    assert "bad.yaml:4:" in refused(run, tmp_path, "check", "bad.yaml")


def test_an_unknown_key_in_an_outline(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("chapter: 2\nthems: []\n")
    line = refused(run, tmp_path, "draft", "lee.yaml", "-o", "bab2.docx", "--outline", "plan.yaml")
    assert "plan.yaml:2:" in line
    assert "thems" in line
    assert "themes" in line


def test_an_old_output_survives_a_refusal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bab2.docx").write_bytes(b"yesterday's work")
    refused(run, tmp_path, "draft", "lee.yaml", "-o", "bab2.docx", "--style", "apaa")
    assert (tmp_path / "bab2.docx").read_bytes() == b"yesterday's work"


def test_an_output_that_is_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bab2.docx").mkdir()
    assert "this is a folder" in refused(run, tmp_path, "draft", "lee.yaml", "-o", "bab2.docx")


def test_a_device_is_not_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "null.md").symlink_to("/dev/null")
    assert "no ordinary file" in refused(run, tmp_path, "draft", "lee.yaml", "-o", "null.md")


def test_control_characters_of_a_source_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "evil.yaml").write_text('key: "a"\ntype: "\\x1b[2J"\ntitle: A\n')
    code, out, err = run("check", "evil.yaml")
    assert code == 1
    assert not any("\x1b" in line for line in (*out, *err))


def test_a_fault_of_ours_is_one_line_too(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("litreview.library.load.sources", broken)
    line = refused(run, tmp_path, "check", "lee.yaml")
    assert "a fault of litreview itself" in line
    assert "KeyError" in line


def test_an_unknown_study_in_an_outline(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("themes:\n- facet: methods\n  studies: [lee2019, le2019]\n", encoding="utf-8")
    line = refused(run, tmp_path, "draft", "lee.yaml", "-o", "bab2.docx", "--outline", "plan.yaml")
    assert "plan.yaml:3: le2019: " in line
    assert 'did you mean "lee2019"' in line


@pytest.mark.parametrize("data", [b"chapter: [2\n", b"title: caf\xe9\n", b"- a\n", b"chapter: zero\n"])
def test_an_outline_that_cannot_be_used(run: Run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "plan.yaml").write_bytes(data)
    line = refused(run, tmp_path, "draft", "lee.yaml", "-o", "bab2.docx", "--outline", "plan.yaml")
    assert line.startswith("litreview: plan.yaml:")


@pytest.mark.parametrize(
    ("argv", "english", "indonesian"),
    [
        ("finish", "litreview finish chapter2.docx -o chapter2-final.docx", "litreview finish bab2.docx -o bab2-final.docx"),
        ("status", "litreview status chapter2.docx references", "litreview status bab2.docx references"),
        ("cite", "litreview cite paper.md references -o paper.docx", "litreview cite naskah.md references -o naskah.docx"),
        ("screen --take x.csv", "litreview screen --take rayyan.csv --into candidates.yaml", "litreview screen --take rayyan.csv --into kandidat.yaml"),
        ("help nothing", "litreview help lists all", "litreview help menyebut semuanya"),
    ],
)  # fmt: skip
def test_the_next_step_is_in_the_language_of_the_reader(run: Run, argv: str, english: str, indonesian: str) -> None:
    assert english in run(*argv.split())[2][0]
    assert indonesian in run(*argv.split(), lang="id_ID.UTF-8")[2][0]


def test_a_wrong_ending_is_named_and_not_the_whole_file(run: Run) -> None:
    assert 'file name ".pdf"; known: .html' in run("view", ".", "-o", "corpus.pdf")[2][0]
