"""README.id.md: every block of it works as printed, one line after the other, in a folder that begins empty."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from litreview.cli import main
from tests.zotero.database import library_of_a_thesis

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.id.md").read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE) for line in block.splitlines()]
ODD = set("'\"`$&|;<>^%*!(){}#\\")
"""Characters that mean something else in bash, PowerShell or the command prompt."""


def test_every_line_works_as_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LITREVIEW_LANG", "id")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "Zotero").mkdir(parents=True)
    library_of_a_thesis(tmp_path / "home" / "Zotero" / "zotero.sqlite")
    assert len(LINES) > 15
    for line in LINES:
        program, *rest = shlex.split(line)
        if program == "cd":
            monkeypatch.chdir(rest[0])
            continue
        assert program == "litreview"
        assert main(rest) in (0, 1), (line, capsys.readouterr().err)
    made = {path.name for path in Path().iterdir()}
    assert {"bab2.docx", "bab2-zotero.docx", "matriks.xlsx", "korpus.html", "pustaka.bib", "daftar-pustaka.docx"} <= made


@pytest.mark.parametrize("line", LINES)
def test_every_line_is_the_same_in_every_shell(line: str) -> None:
    assert not set(line) & ODD


@pytest.mark.parametrize("name", ["README.md", "README.id.md"])
def test_what_is_linked_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link and not link.startswith("#")]
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "README.id.md"])
def test_windows_lines_hold_no_joined_commands(name: str) -> None:
    """Windows PowerShell 5 knows no ``&&``, the command prompt no single quotes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.findall(r"^```powershell\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert blocks
    for line in "".join(blocks).splitlines():
        assert not set(line) & set("'&|;"), line
