"""Running the command line inside the test's process, in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from litreview.cli import main

RECORD = """\
- key: lee2019
  type: book
  title: {en: Motives}
  author: [{family: Lee, given: Ann}]
  issued: 2019
  publisher: Acme
  language: en
  abstract: {en: "This study asks why two towns work together. Interviews with officials were used. The results show shared interests."}
"""


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, list[str], list[str]]]:
    """``run("draft", "lee.yaml", lang="id_ID.UTF-8")`` in a folder that holds one sound record: (exit code, lines out, lines err)."""
    (tmp_path / "lee.yaml").write_text(RECORD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*argv: str, lang: str = "C") -> tuple[int, list[str], list[str]]:
        for name in ("LC_MESSAGES", "LANG"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("LC_ALL", lang)
        try:
            code = main(argv)
        except SystemExit as leave:
            code = int(leave.code or 0)
        out, err = capsys.readouterr()
        return code, out.splitlines(), err.splitlines()

    return call
