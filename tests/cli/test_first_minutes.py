"""The first minutes: what the program says of itself and of the folder, a folder to begin in, the chapter by one short line."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import litreview
from litreview.cli import commands
from litreview.cli._system_language import system_language
from litreview.languages import language, tags

Run = Callable[..., tuple[int, list[str], list[str]]]


def typed(lines: list[str]) -> list[str]:
    """The lines to type among what is shown."""
    return [line.strip().partition("  ")[0] for line in lines if line.startswith("  litreview")]


def test_alone_it_says_what_is_here_and_what_comes_next(run: Run, tmp_path: Path) -> None:
    code, out, err = run()
    assert (code, err) == (0, [])
    assert any("There are studies here" in line for line in out)
    assert typed(out) == ["litreview themes . -o outline.yaml", "litreview draft .", "litreview check .", "litreview help"]
    (tmp_path / "lee.yaml").unlink()
    assert typed(run()[1])[0] == "litreview init chapter --example sister-city"


def test_alone_it_names_the_draft_and_how_to_check_it(run: Run) -> None:
    assert run("draft", "lee.yaml", "-o", "my chapter.docx")[0] == 0
    out = run()[1]
    assert 'litreview check "my chapter.docx" --sources .' in typed(out)
    assert any("Draft: my chapter.docx." in line for line in out)


@pytest.mark.parametrize(("lang", "folder", "chapter"), [("id_ID.UTF-8", "bab", "bab2.docx"), ("C", "chapter", "chapter2.docx")])
def test_an_example_drafts_at_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, folder: str, chapter: str) -> None:
    assert run("init", folder, "--example", "sister-city", lang=lang)[0] == 0
    monkeypatch.chdir(tmp_path / folder)
    code, _, err = run("draft", lang=lang)
    assert (code, err[-1].partition(":")[0]) == (0, chapter)
    assert zipfile.is_zipfile(chapter)
    assert run("check", lang=lang)[0] == 0


def test_what_is_there_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bab").mkdir()
    (tmp_path / "bab" / "litreview.toml").write_text('style = "ieee"\n', encoding="utf-8")
    code, _, err = run("init", "bab")
    assert code == 0
    assert any("there already" in line and "litreview.toml" in line for line in err)
    assert (tmp_path / "bab" / "litreview.toml").read_text(encoding="utf-8") == 'style = "ieee"\n'
    assert (tmp_path / "bab" / "READ-ME.txt").is_file()


def test_the_settings_of_a_new_folder_are_sound_with_every_line_in_force(run: Run, tmp_path: Path) -> None:
    for tag in tags():
        run("init", tag, "--lang", tag)
        file = tmp_path / tag / "litreview.toml"
        lines = file.read_text(encoding="utf-8").splitlines()
        file.write_text("\n".join(line.removeprefix("# ") if " = " in line else line for line in lines), encoding="utf-8")
        said = litreview.configuration(file)
        assert said.problems == ()
        assert (said.language, said.citations, said.contents) == (tag, "zotero", True)


def test_no_folder_and_a_file_in_its_place(run: Run) -> None:
    assert "a folder is needed" in run("init")[2][0]
    assert "this is a file and no folder" in run("init", "lee.yaml")[2][0]
    assert 'unknown example "sister"; did you mean "sister-city"?' in run("init", "x", "--example", "sister")[2][0]


@pytest.mark.parametrize(
    ("plan", "options", "name"),
    [
        ("", [], "bab2.docx"),
        ("chapter: 3\nlanguage: en\n", [], "chapter3.docx"),
        ("chapter: 4\nlanguage: en\n", ["--lang", "id"], "bab4.docx"),
    ],
)
def test_a_chapter_without_a_name_is_called_by_its_language_and_number(
    run: Run, tmp_path: Path, plan: str, options: list[str], name: str
) -> None:
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    assert run("draft", "lee.yaml", "--outline", "plan.yaml", *options)[0] == 0
    assert zipfile.is_zipfile(tmp_path / name)


@pytest.mark.parametrize("tag", tags())
def test_every_command_has_examples_that_any_shell_takes(tag: str) -> None:
    section = language(tag).section("examples")
    assert {command.name for command in commands()} == set(section)
    for name, examples in section.items():
        for example in examples:
            line, colon, purpose = example.partition(" : ")
            assert colon
            assert purpose
            assert line.split()[:2] == ["litreview", name]
            assert not set(line) & set("'`$&|;<>^%*!(){}#\\"), line  # each means something else in bash, PowerShell or cmd


def test_help_of_one_command_is_its_help(run: Run) -> None:
    for command in commands():
        assert run("help", command.name) == run(command.name, "--help")
    assert run("help")[1][0] == run("--help")[1][0]
    assert 'unknown command "drft"; did you mean "draft"?' in run("help", "drft")[2][0]


@pytest.mark.parametrize(
    ("environ", "platform", "tag"),
    [
        ({"LANG": "id_ID.UTF-8"}, "linux", "id"),
        ({"LANG": "id_ID", "LC_ALL": "C"}, "linux", "en"),
        ({"LANG": "en_US.UTF-8", "LITREVIEW_LANG": "id"}, "linux", "id"),
        ({"LANG": "id_ID.UTF-8", "LITREVIEW_LANG": "en"}, "darwin", "en"),
        ({"LC_MESSAGES": "de_DE@euro"}, "linux", "en"),
        ({}, "linux", "en"),
    ],
)
def test_the_language_of_the_system(environ: dict[str, str], platform: str, tag: str) -> None:
    assert system_language(environ, platform) == tag


def test_a_mac_says_its_language_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preferences = tmp_path / "Library" / "Preferences"
    preferences.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert system_language({}, "darwin") == "en"
    text = "<plist><dict><key>AppleLanguages</key><array><string>id-ID</string><string>en-ID</string></array></dict></plist>"
    (preferences / ".GlobalPreferences.plist").write_text(text, encoding="utf-8")
    assert system_language({}, "darwin") == "id"


def test_json_is_one_object_with_what_was_made(run: Run) -> None:
    code, out, err = run("draft", "lee.yaml", "-o", "bab2.md", "--json")
    said = json.loads("\n".join(out))
    assert (code, err) == (0, [])
    assert (said["command"], said["exit"], said["files"]) == ("draft", 0, ["bab2.md"])
    assert said["messages"][-1]["studies"] == 1


def test_json_says_a_failure_too(run: Run) -> None:
    code, out, err = run("draft", "le.yaml", "--format", "json")
    assert (code, err) == (2, [])
    assert 'did you mean "lee.yaml"' in json.loads("\n".join(out))["error"]
    assert 'unknown format of results "xml"' in run("draft", "lee.yaml", "--format", "xml")[2][0]


def test_json_in_short_is_what_a_command_has_of_its_own(run: Run) -> None:
    assert run("check", "lee.yaml", "--json") == run("check", "lee.yaml", "--format", "json")


def test_quiet_says_errors_alone(run: Run) -> None:
    assert run("draft", "lee.yaml", "-o", "bab2.md", "--quiet") == (0, [], [])
    assert len(run("draft", "le.yaml", "--quiet")[2]) == 1


def test_many_problems_of_one_kind_are_told_by_the_first(run: Run, tmp_path: Path) -> None:
    records = "".join(f"- {{key: a{n}, type: book, title: A, autor: B}}\n" for n in range(9))
    (tmp_path / "many.yaml").write_text(records, encoding="utf-8")
    _, _, err = run("draft", "many.yaml", "-o", "bab2.md")
    assert sum('"autor"' in line for line in err) == 1
    assert any(line.startswith("9 times") for line in err)
    assert sum('"autor"' in line for line in run("draft", "many.yaml", "-o", "bab2.md", "--verbose")[2]) == 9


def test_a_command_imports_itself_alone() -> None:
    code = "import sys; from litreview.cli import main; main(['--version']); print([m for m in sys.modules if m.startswith('litreview.')])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "litreview.cli.draft" not in told
    assert "litreview.writers" not in told


def test_an_outline_given_as_a_source_is_called_one(run: Run, tmp_path: Path) -> None:
    run("themes", "lee.yaml", "-o", "outline.yaml")
    code, _, err = run("draft", "outline.yaml", "-o", "bab2.md")
    assert (code, len(err)) == (2, 1)
    assert "this is an outline" in err[0]
    assert "--outline" in err[0]


def test_a_wrong_folder_is_asked_about_in_one_line(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    for n in range(30):
        (wrong / f"data{n}.json").write_text('[{"id": 1, "value": 2}]', encoding="utf-8")
    (wrong / "lee.yaml").write_text((tmp_path / "lee.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    code, _, err = run("draft", "wrong", "-o", "bab2.md")
    assert (code, len(err)) == (2, 1)
    assert "is this the folder of the studies? In wrong there are 30 files without study records and only 1 studies" in err[0]
    assert run("draft", "wrong", "-o", "bab2.md", "--verbose")[0] == 0


def test_a_file_that_could_hold_records_and_was_not_read_makes_the_exit_code_1(run: Run, tmp_path: Path) -> None:
    studies = tmp_path / "studies"
    studies.mkdir()
    (studies / "lee.yaml").write_text((tmp_path / "lee.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    (studies / "photo.jpg").write_bytes(b"\xff\xd8")
    assert run("draft", "studies", "-o", "a.md")[0] == 0
    (studies / "page.pdf").write_bytes(b"%PDF-1.4 broken")
    assert run("draft", "studies", "-o", "b.md")[0] == 1
