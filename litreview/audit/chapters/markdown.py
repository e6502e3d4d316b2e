"""A Markdown file as a draft: CommonMark's paragraphs, headings and lists, pipe tables, footnotes and pandoc's citations.

Not a whole CommonMark parser: what a chapter consists of is read, markup within a line is taken off, and nothing is lost.
"""

from __future__ import annotations

import re

import attrs

from litreview.audit.chapters.bibliography import with_entries
from litreview.audit.chapters.inline import inline
from litreview.audit.chapters.text import DraftText, Kind, Passage

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_ITEM = re.compile(r"\s{0,8}(?:[-*+]|\d{1,9}[.)])\s+(.*)$")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:\s*(.*)$")
_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")


def read_markdown(text: str, name: str) -> DraftText:
    """The draft in the text of a Markdown file."""
    reader = _Reader()
    reader.read(_body(text))
    order = list(dict.fromkeys([*reader.noted, *reader.notes]))
    numbers = {label: number for number, label in enumerate(order, 1)}
    passages = tuple(_numbered(passage, numbers, reader.labels[place]) for place, passage in enumerate(reader.passages))
    notes = tuple(attrs.evolve(reader.note(label), number=number) for label, number in numbers.items())
    return DraftText(name, with_entries(passages), notes, marks_language=False)


def _body(text: str) -> list[str]:
    """The lines without a front matter in YAML and without comments."""
    text = re.sub(r"<!--.*?-->", "", text.replace("\r\n", "\n").replace("\r", "\n"), flags=re.DOTALL)
    front_matter = re.match(r"---\n.*?\n(?:---|\.\.\.)\n", text, flags=re.DOTALL)
    return (text[front_matter.end() :] if front_matter else text).split("\n")


def _numbered(passage: Passage, numbers: dict[str, int], labels: tuple[str, ...]) -> Passage:
    named = iter(labels)
    marks = tuple(attrs.evolve(mark, note=numbers[next(named)]) if mark.note is not None else mark for mark in passage.marks)
    return attrs.evolve(passage, marks=marks)


class _Reader:
    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.labels: list[tuple[str, ...]] = []
        self.notes: dict[str, list[str]] = {}
        self.noted: list[str] = []
        self.heading = ""
        self.tables = 0

    def read(self, lines: list[str]) -> None:
        """Take in all lines."""
        at = 0
        while at < len(lines):
            at = self.block(lines, at)

    def block(self, lines: list[str], at: int) -> int:
        """Take in the block that begins at line `at`; gives the line behind it."""
        line = lines[at]
        if not line.strip() or line.lstrip().startswith(":::") or re.fullmatch(r"\s*(?:[-*_]\s*){3,}", line):
            return at + 1
        if match := _HEADING.match(line):
            self.add("heading", match[2], level=len(match[1]))
            return at + 1
        if match := _NOTE.match(line):
            rest, at = self.gathered(lines, at + 1)
            self.notes.setdefault(match[1], []).append(" ".join([match[2], *rest]))
            return at
        if "|" in line and at + 1 < len(lines) and "|" in lines[at + 1] and _RULE.match(lines[at + 1]):
            return self.table(lines, at)
        if match := _ITEM.match(line):
            rest, at = self.gathered(lines, at + 1)
            self.add("item", " ".join([match[1], *rest]))
            return at
        first = re.sub(r"^\s*(?:>\s?)+", "", line)
        rest, after = self.gathered(lines, at + 1)
        if not rest and after < len(lines) and re.fullmatch(r"=+\s*|-+\s*", lines[after]):
            self.add("heading", first, level=1 if lines[after].startswith("=") else 2)
            return after + 1
        kind: Kind = "caption" if re.match(r"\*\*[^*]+\d\*\*\s", first) else "paragraph"
        self.add(kind, " ".join([first, *rest]))
        return after

    def gathered(self, lines: list[str], at: int) -> tuple[list[str], int]:
        """The lines that go on with a paragraph, and where it ends."""
        paragraph: list[str] = []
        while at < len(lines) and lines[at].strip() and not _begins(lines[at]):
            paragraph.append(re.sub(r"^\s*(?:>\s?)*", "", lines[at]))
            at += 1
        return paragraph, at

    def table(self, lines: list[str], at: int) -> int:
        """Take in a pipe table."""
        row = 0
        while at < len(lines) and "|" in lines[at] and lines[at].strip():
            if not _RULE.match(lines[at]):
                for column, cell in enumerate(_cells(lines[at])):
                    for part in re.split(r"(?:(?<!\s)\s+)?<br\s*/?>\s*", cell):
                        self.add("cell", part, cell=(self.tables, row, column), header=row == 0)
                row += 1
            at += 1
        self.tables += 1
        return at

    def add(self, kind: Kind, markdown: str, level: int = 0, cell: tuple[int, int, int] | None = None, header: bool = False) -> None:
        """Add a passage of this Markdown."""
        line = inline(markdown.strip())
        if kind == "heading":
            self.heading = line.text
        self.noted += line.notes
        self.labels.append(line.notes)
        self.passages.append(
            Passage(kind, line.text, self.heading, level=level, marks=line.marks, foreign=line.foreign, cell=cell, header=header)
        )

    def note(self, label: str) -> Passage:
        """The text of the note called `label`."""
        line = inline(" ".join(self.notes.get(label, [])))
        return Passage("note", line.text, marks=tuple(mark for mark in line.marks if mark.note is None))


def _begins(line: str) -> bool:
    """Whether a line begins a block of its own, even without an empty line before it."""
    return bool(_HEADING.match(line) or _NOTE.match(line) or _ITEM.match(line) or re.fullmatch(r"=+\s*|-+\s*", line))


def _cells(line: str) -> list[str]:
    inside = line.strip().removeprefix("|")
    inside = inside[:-1] if inside.endswith("|") and not inside.endswith("\\|") else inside
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", inside)]
