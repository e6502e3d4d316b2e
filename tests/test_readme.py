"""README.md holds what it promises: two commands, and an example that runs as printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from litreview import check, configuration, draft, load
from litreview.cli import commands, main
from litreview.document.walk import block_inlines, plain
from litreview.formats import formats
from litreview.writers import writers
from tests.writers.university import thesis
from tests.zotero.database import library_of_a_thesis

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def test_two_commands_do_all_their_own_set_up() -> None:
    lines = [line for block in blocks("sh") for line in block.splitlines() if "-m venv" in line]
    assert len(lines) == 2
    chapter, tests = lines
    for line in lines:
        assert line.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert chapter.endswith("litreview draft references/ --lang id -o bab2.docx")
    assert "pytest" in tests


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "references").symlink_to(ROOT / "references")
    monkeypatch.chdir(tmp_path)
    examples = blocks("python")
    assert len(examples) == 1
    exec(compile(examples[0], "README.md", "exec"), {})
    assert (tmp_path / "bab2.docx").is_file()
    assert capsys.readouterr().out.strip()


def test_every_command_line_shown_is_one_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home" / "Zotero").mkdir(parents=True)
    library_of_a_thesis(tmp_path / "home" / "Zotero" / "zotero.sqlite")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "references").symlink_to(ROOT / "references")
    (tmp_path / "paper.md").write_text("So [@wicaksono-nd, hlm. 12].\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    shown = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("litreview ")]
    assert {shlex.split(line)[1] for line in shown} == {command.name for command in commands()}
    for line in shown:
        code = main([word for word in shlex.split(line, comments=True)[1:] if word != "…"])
        assert code in (0, 1), (line, capsys.readouterr().err)


def test_every_suffix_is_named() -> None:
    for part in (*formats(), *writers()):
        assert f"`{part.suffixes[0]}`" in README, part.name


def test_the_sentence_shown_is_one_of_the_draft() -> None:
    shown = re.search(r"^A sentence of it reads: \*(.+)\*$", README, re.MULTILINE)
    assert shown
    review = draft(load(ROOT / "references"), lang="id")
    assert shown[1] in "\n".join(plain(inlines) for block in review.document.blocks for inlines in block_inlines(block))


def test_the_record_shown_is_sound(tmp_path: Path) -> None:
    shown, _ = blocks("yaml")
    (tmp_path / "lee.yaml").write_text(shown, encoding="utf-8")
    library = load(tmp_path)
    assert check(library) == ()
    assert library["lee2019"].aspects.stated("method")


def test_the_outline_shown_is_followed(tmp_path: Path) -> None:
    _, shown = blocks("yaml")
    (tmp_path / "outline.yaml").write_text(shown, encoding="utf-8")
    review = draft(load(str(ROOT / "references")), outline=tmp_path / "outline.yaml")
    words = "\n".join(plain(inlines) for block in review.document.blocks for inlines in block_inlines(block))
    assert "Kajian Pustaka" in words
    assert "Paradiplomasi sebagai kerangka" in words
    assert "A paragraph of your own, printed as it stands." in words
    assert "wicaksono-nd" not in review.library
    assert "belum diisi" not in words


def test_the_settings_shown_are_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings, concepts = blocks("toml")[:2]
    (tmp_path / "litreview.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "fakultas.toml").write_text(concepts, encoding="utf-8")
    (tmp_path / "kerangka.yaml").write_text("chapter: 3\n", encoding="utf-8")
    (tmp_path / "kampus.docx").write_bytes(thesis())
    (tmp_path / "chapters").mkdir()
    monkeypatch.chdir(tmp_path / "chapters")
    assert main(["draft", str(ROOT / "references"), "-o", "bab3.docx"]) == 0
    by_command = (tmp_path / "chapters" / "bab3.docx").read_bytes()
    said = configuration()
    assert said.problems == ()
    library = load(str(ROOT / "references"), concepts=said.concepts)
    assert [one.label("id") for one in library.concepts] == ["kesepakatan pelabuhan"]
    review = draft(library, configuration=said)
    assert review.style == "http://www.zotero.org/styles/ieee"
    review.save("bab3.docx", configuration=said)
    assert (tmp_path / "chapters" / "bab3.docx").read_bytes() == by_command
