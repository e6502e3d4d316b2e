"""``litreview cite``: a paper, sources, and where the result goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as Word

Run = Callable[..., tuple[int, list[str], list[str]]]


@pytest.fixture
def paper(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "paper.md"
    path.write_text("## Ports\n\nSo [@lee2019, p. 12].\n", encoding="utf-8")
    return path


def test_it_is_printed(run: Run, paper: Path) -> None:
    code, out, err = run("cite", "paper.md", "lee.yaml", "--lang", "en")
    assert code == 0
    assert out == ["## Ports", "", "So (Lee, 2019, p. 12).", "", "## References", "", "Lee, A. (2019). *Motives*. Acme."]
    assert err == []


@pytest.mark.parametrize("suffix", ["docx", "html", "md", "tex", "txt"])
def test_it_is_written_in_every_output(run: Run, paper: Path, suffix: str) -> None:
    code, _, err = run("cite", "paper.md", "lee.yaml", "-o", f"out.{suffix}")
    assert (code, err[-1]) == (0, f"out.{suffix}: written (studies: 1)")
    assert paper.read_text(encoding="utf-8") == "## Ports\n\nSo [@lee2019, p. 12].\n"


def test_the_paper_is_no_source_and_is_never_written_over(run: Run, paper: Path) -> None:
    assert run("cite", "paper.md", ".", "-o", "out.md")[0] == 0
    code, _, err = run("cite", "paper.md", "lee.yaml", "-o", "paper.md", "--overwrite")
    assert code != 0
    assert "paper.md" in err[-1]


def test_live_citations_in_word(run: Run, paper: Path, tmp_path: Path) -> None:
    assert run("cite", "paper.md", "lee.yaml", "-o", "out.docx", "--citations", "zotero")[0] == 0
    assert "ADDIN ZOTERO_ITEM" in Word(str(tmp_path / "out.docx")).element.xml


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("cite", ["a paper is needed"]),
        ("cite paper.md", ["a source is needed"]),
        ("cite lee.yaml lee.yaml", [".yaml", ".md"]),
        ("cite paper.md lee.yaml -o out.pdf", [".pdf"]),
        ("cite paper.md lee.yaml --template a.docx", ["an output is needed"]),
        ("cite paper.md lee.yaml -o out.md --layout neutral", [".md", '"layout"']),
    ],
)
def test_misuse_is_told(run: Run, paper: Path, line: str, words: list[str]) -> None:
    code, _, err = run(*line.split())
    assert code == 2
    assert all(word in "\n".join(err) for word in words), err


def test_an_unknown_key_is_an_error_with_its_line(run: Run, paper: Path) -> None:
    paper.write_text("A\n\n[@lee2091]", encoding="utf-8")
    code, out, err = run("cite", "paper.md", "lee.yaml")
    assert code == 1
    assert err[0].startswith("paper.md:3: lee2091: ")
    assert "[@lee2091]" in out[2]
