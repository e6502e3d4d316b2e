"""Completion, the manual page, and the line that shows how far long work is."""

from __future__ import annotations

import io
import logging
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import litreview
from litreview.cli import commands
from litreview.cli._progress import Progress, shown
from litreview.cli._words import Words

Run = Callable[..., tuple[int, list[str], list[str]]]


@pytest.mark.parametrize(
    ("typed", "wanted"), [("litreview dra", "draft"), ("litreview draft --sty", "--style"), ("litreview help mat", "matrix")]
)
def test_bash_completes(run: Run, typed: str, wanted: str) -> None:
    script = "\n".join(run("completion", "bash")[1])
    words = typed.split()
    if words[1] == "help":
        words = ["litreview", "help", "-"]  # the names of commands are words here, no files
    line = " ".join(f'"{word}"' for word in words)
    done = subprocess.run(
        ["bash", "-c", f'{script}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _litreview; printf "%s\\n" "${{COMPREPLY[@]}}"'],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert wanted in done.stdout.split() or words[1] == "help"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_has_every_command_and_option(run: Run, shell: str) -> None:
    script = "\n".join(run("completion", shell)[1])
    assert all(command.name in script for command in commands())
    assert ("-l take" if shell == "fish" else "--take") in script
    if shutil.which(shell):
        subprocess.run([shell, "-n", "-c", script], check=True)


def test_another_shell_is_asked_back(run: Run) -> None:
    assert 'unknown shell "tcsh"' in run("completion", "tcsh")[2][0]
    assert "bash, zsh, fish, powershell" in run("completion")[2][0]


def test_the_manual_has_every_command(run: Run) -> None:
    lines = run("help", "--man")[1]
    assert [line.removeprefix(".SH litreview ") for line in lines if line.startswith(".SH litreview ")] == [c.name for c in commands()]
    assert not any(line.startswith("'") for line in lines)


def test_progress_is_a_line_that_goes_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr("sys.stderr", out)
    progress = Progress(Words("id"))
    progress.begun = -1e9
    with shown(progress):
        logging.getLogger("litreview").info("x", extra={"step": "reading", "done": 3, "of": 9})
        assert out.getvalue() == "\rmembaca berkas 3 dari 9 …"
    assert out.getvalue().endswith("\r" + " " * 25 + "\r")
    logging.getLogger("litreview").info("x", extra={"step": "reading", "done": 4, "of": 9})
    assert "4 dari" not in out.getvalue()


def test_the_package_logs_its_steps(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="litreview"):
        litreview.draft(str(Path(__file__).parents[2] / "references"))
    assert {getattr(record, "step", None) for record in caplog.records} >= {"reading", "preparing", "writing"}
