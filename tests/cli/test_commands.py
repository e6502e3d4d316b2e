"""What each command does where nothing is wrong, and what it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import litreview
from litreview.cli import commands

Run = Callable[..., tuple[int, list[str], list[str]]]


@pytest.mark.parametrize("suffix", ["docx", "md", "html"])
def test_draft_writes_the_chapter(run: Run, tmp_path: Path, suffix: str) -> None:
    code, out, err = run("draft", "lee.yaml", "-o", f"bab2.{suffix}", "--lang", "en")
    assert (code, out) == (0, [])
    assert err[-1] == f"bab2.{suffix}: written (studies: 1)"
    data = (tmp_path / f"bab2.{suffix}").read_bytes()
    assert zipfile.is_zipfile(tmp_path / f"bab2.{suffix}") if suffix == "docx" else b"Lee" in data


def test_draft_follows_style_and_outline(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("chapter: 7\nstyle: ieee\nlanguage: en\n", encoding="utf-8")
    assert run("draft", "lee.yaml", "-o", "a.md", "--outline", "plan.yaml")[0] == 0
    assert run("draft", "lee.yaml", "-o", "b.md", "--outline", "plan.yaml", "--style", "apa", "--lang", "id")[0] == 0
    first, second = ((tmp_path / name).read_text(encoding="utf-8") for name in ("a.md", "b.md"))
    assert "[1]" in first.replace("\\", "")
    assert "(2019)" in second.replace("\\", "")
    assert "Daftar Pustaka" in second


def test_an_outline_in_the_folder_of_the_studies_is_no_study(run: Run, tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text("title: {en: Literature}\nchapter: 2\n", encoding="utf-8")
    code, _, err = run("draft", ".", "-o", "../bab2.md", "--outline", "outline.yaml", "--lang", "en")
    assert code == 0
    assert err[-1].endswith("(studies: 1)")


def test_bibliography_is_printed(run: Run) -> None:
    code, out, err = run("bibliography", "lee.yaml", "--lang", "en")
    assert (code, err) == (0, [])
    assert "Lee, A. (2019). Motives. Acme." in out


@pytest.mark.parametrize("suffix", ["docx", "md", "html", "txt"])
def test_bibliography_is_saved(run: Run, tmp_path: Path, suffix: str) -> None:
    code, out, err = run("bibliography", "lee.yaml", "--lang", "id", "-o", f"pustaka.{suffix}")
    assert (code, out, err) == (0, [], [f"pustaka.{suffix}: written (studies: 1)"])
    assert (tmp_path / f"pustaka.{suffix}").stat().st_size > 20


def test_bibliography_by_a_style_file(run: Run, tmp_path: Path) -> None:
    style = (litreview.styles("ieee")[0].path).read_bytes()
    (tmp_path / "mine.csl").write_bytes(style)
    assert run("bibliography", "lee.yaml", "--style", "mine.csl") == run("bibliography", "lee.yaml", "--style", "ieee")


@pytest.mark.parametrize("suffix", ["bib", "json", "yaml"])
def test_convert_there_and_back(run: Run, tmp_path: Path, suffix: str) -> None:
    assert run("convert", "lee.yaml", "-o", f"out.{suffix}") == (0, [], [f"out.{suffix}: written (studies: 1)"])
    study, back = litreview.load("lee.yaml")["lee2019"], litreview.load(f"out.{suffix}")["lee2019"]
    assert (back.title, back.author, back.issued, back.text("publisher")) == (study.title, study.author, study.issued, "Acme")


def test_convert_prints_where_only_the_format_is_named(run: Run) -> None:
    code, out, err = run("convert", "lee.yaml", "--to", "csl-json")
    assert (code, err) == (0, [])
    assert json.loads("\n".join(out))[0]["id"] == "lee2019"


def test_convert_reads_a_named_format_whatever_the_suffix(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lee.yaml").rename(tmp_path / "lee.dat")
    assert run("convert", "lee.dat", "--from", "yaml", "-o", "out.dat", "--to", "bibtex")[0] == 0
    assert "@book{lee2019" in (tmp_path / "out.dat").read_text(encoding="utf-8")


def test_convert_makes_a_generated_file_anew_beside_its_records(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "refs"
    folder.mkdir()
    (tmp_path / "lee.yaml").rename(folder / "lee.yaml")
    assert run("convert", "refs", "-o", "refs/all.bib")[0] == 0
    first = (folder / "all.bib").read_bytes()
    assert run("convert", "refs", "-o", "refs/all.bib")[0] == 0
    assert (folder / "all.bib").read_bytes() == first


def test_convert_does_not_replace_what_only_the_output_says(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "refs"
    folder.mkdir()
    (tmp_path / "lee.yaml").rename(folder / "lee.yaml")
    run("convert", "refs", "-o", "refs/all.bib")
    edited = (folder / "all.bib").read_text(encoding="utf-8").replace("Acme", "Acme Press")
    (folder / "all.bib").write_text(edited, encoding="utf-8")
    code, _, err = run("convert", "refs", "-o", "refs/all.bib")
    assert (code, len(err)) == (2, 1)
    assert "delete it first if it was made from them" in err[0]
    assert (folder / "all.bib").read_text(encoding="utf-8") == edited


def test_check_is_silent_about_a_sound_record(run: Run) -> None:
    assert run("check", "lee.yaml") == (0, [], ["problems: 0; notes: 0"])


def test_check_lists_what_it_finds_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("- key: a\n  type: book\n  titel: A\n  issued: 2019-02-31\n", encoding="utf-8")
    code, out, err = run("check", "bad.yaml")
    assert code == 1
    assert any(line.startswith("bad.yaml:3: a: ") and '"title"' in line for line in out)
    assert any("2019-02-31" in line for line in out)
    assert any('"publisher"' in line for line in out)
    assert err == [f"problems: {len(out)}; notes: 0"]


def test_notes_are_counted_and_listed_when_asked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "n.yaml").write_text(
        "- key: a\n  type: webpage\n  title: A\n  author: null\n  URL: https://example.org/\n", encoding="utf-8"
    )
    assert run("check", "n.yaml") == (0, [], ["problems: 0; notes: 1 (--verbose lists them)"])
    code, out, err = run("check", "n.yaml", "--verbose")
    assert (code, err) == (0, ["problems: 0; notes: 1"])
    assert out == ['n.yaml:1: a: the source does not state "author": nothing to do']


def test_styles_by_a_word_of_the_title(run: Run) -> None:
    code, out, err = run("styles", "apa", "7th")
    assert (code, err) == (0, [])
    assert out[0] == "apa\tAPA Style 7th edition"
    assert run("styles", "qqqqqq")[0] == 1


@pytest.mark.parametrize("command", [command.name for command in commands()])
def test_help_is_there_in_both_languages(run: Run, command: str) -> None:
    english, indonesian = run(command, "--help"), run(command, "-h", lang="id_ID.UTF-8")
    assert english[0] == indonesian[0] == 0
    assert english[1][0].startswith(f"usage: litreview {command} ")
    assert indonesian[1][0].startswith(f"pemakaian: litreview {command} ")


@pytest.mark.parametrize("command", [command.name for command in commands()])
def test_the_usage_is_short_and_says_that_there_are_options(run: Run, command: str) -> None:
    english, indonesian = run(command, "--help"), run(command, "-h", lang="id_ID.UTF-8")
    assert english[1][0].endswith(" [options]")
    assert indonesian[1][0].endswith(" [opsi]")
    assert len(english[1][0]) < 110


def test_values_are_named_in_the_language_of_the_reader(run: Run) -> None:
    assert run("draft", "-h")[1][0] == "usage: litreview draft SOURCE... [-o OUT] [options]"
    lines = run("draft", "-h", lang="id_ID.UTF-8")[1]
    assert lines[0] == "pemakaian: litreview draft SUMBER... [-o KELUARAN] [opsi]"
    assert not [line for line in lines if "FILE" in line or "SOURCE" in line]


def test_the_options_of_a_chapter_stand_under_headings(run: Run) -> None:
    lines = run("draft", "-h")[1]
    start = lines.index("a draft that is there already:")
    own = lines[start : lines.index("", start)]
    assert [line.split()[0] for line in own if line.startswith("  --")] == ["--on-conflict", "--adopt", "--dry-run", "--overwrite"]


def test_an_option_with_a_wrong_value_says_what_it_takes(run: Run) -> None:
    assert run("draft", ".", "--item-language", "french")[2] == [
        "litreview draft: the option --item-language takes one of these: terms, entries, off; see litreview draft --help"
    ]
    assert run("draft", ".", "--level-offset", "two")[2] == [
        "litreview draft: the option --level-offset takes a whole number; see litreview draft --help"
    ]
    assert run("draft", ".", "--style")[2] == ["litreview draft: the option --style takes one value; see litreview draft --help"]


def test_the_commands_and_the_version(run: Run) -> None:
    out = run("--help")[1]
    assert [line.split()[0] for line in out if line.startswith("  ") and not line.startswith("  -")] == [c.name for c in commands()]
    assert run("--version") == (0, [f"litreview {litreview.__version__}"], [])


def process(*argv: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    environ: Mapping[str, str] = {**os.environ, **environment}
    return subprocess.run([sys.executable, "-m", "litreview", *argv], capture_output=True, env=environ, check=False, timeout=60)


def test_output_is_utf_8_whatever_the_locale(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {key: a, type: book, title: {id: Kota “kembar” – Łódź 北京}}\n", encoding="utf-8")
    for name in ("C", "POSIX"):
        done = process("convert", "a.yaml", "--to", "yaml", LC_ALL=name, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert done.returncode == 0
        assert "Kota “kembar” – Łódź 北京" in done.stdout.decode()


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = f'"{sys.executable}" -m litreview styles | head -n 1; exit "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said_in_one_line() -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m litreview styles apa > /dev/full', shell=True, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "No space left" in done.stderr


def test_a_name_that_is_no_unicode_does_not_stop_the_message(tmp_path: Path) -> None:
    done = process("check", os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9.yaml"), LC_ALL="C.UTF-8")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
