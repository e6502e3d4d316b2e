"""Chapters of the invented studies tests/cases/review/ports.yaml, and ways to change a Word file by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

import litreview
from litreview._resources import folder
from litreview.errors import Problem

PORTS = Path(__file__).resolve().parent.parent / "cases" / "review" / "ports.yaml"
Paragraph = Any


@cache
def ports() -> litreview.Library:
    """The invented studies."""
    return litreview.load(PORTS)


@cache
def chapter(tag: str, style: str = "apa", outline: str | None = None) -> litreview.Review:
    """Their chapter."""
    return litreview.draft(ports(), lang=tag, style=style, outline=outline)


@cache
def shipped(tag: str) -> litreview.Review:
    """The chapter of the studies that come with litreview, whose every statement has its evidence."""
    return litreview.draft(litreview.load(folder("references")), lang=tag)


def paragraphs(word: Any) -> Iterator[Paragraph]:
    """Every paragraph of a Word file, those of tables too."""
    yield from word.paragraphs
    for table in word.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def body(paragraph: Paragraph) -> bool:
    """Whether it is a long paragraph of running text."""
    return paragraph.style.name.lower() in ("body text", "bodytext") and len(paragraph.text) > 120


def cell(paragraph: Paragraph) -> bool:
    """Whether it is a filled cell, in the usual type or in narrow type."""
    return paragraph.style.name.lower().startswith(("table text", "tabletext")) and bool(paragraph.text)


def replaced(path: Path, old: str, new: str, where: Callable[[Paragraph], bool]) -> None:
    """Change the first `old` that stands in one piece of a paragraph for which `where` holds, as a person would who types over it."""
    word = docx.Document(str(path))
    for paragraph in paragraphs(word):
        for text in paragraph._p.iter(qn("w:t")) if where(paragraph) else ():
            if old in (text.text or ""):
                text.text = text.text.replace(old, new, 1)
                word.save(str(path))
                return
    raise AssertionError(f"{old!r} stands in no such paragraph")


def appended(path: Path, text: str, where: Callable[[Paragraph], bool] = body) -> None:
    """Write `text` at the end of the first paragraph for which `where` holds."""
    word = docx.Document(str(path))
    next(paragraph for paragraph in paragraphs(word) if where(paragraph)).add_run(text)
    word.save(str(path))


def codes(problems: tuple[Problem, ...]) -> list[str]:
    """The kinds of what was found, without notes."""
    return [problem.code for problem in problems if problem.severity != "info"]
