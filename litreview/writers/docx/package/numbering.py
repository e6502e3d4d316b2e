"""Headings that number themselves: "BAB II", 2.1, 2.1.1 as one list of several levels (ECMA-376 part 1, 17.9).

A Roman chapter number would stand in "2.1" as well; the setting against that (``w:isLgl``) is unknown to LibreOffice before 7.5. So
a chapter with a Roman number is counted by the list without being shown by it, and its number is a SEQ field of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from litreview.document.nodes import Document, Heading
from litreview.writers.docx.package.xml import value

LEVELS = 4
"""The levels of headings there are."""
_ROMAN = (("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
_CHAPTER = re.compile(r"(?P<before>(?:.*\s)?)(?P<number>[1-9]\d?|[IVXL]+)")


@attrs.frozen
class Scheme:
    """How the chapters of a document are counted: the word before the number ("BAB "), its signs, and the number of the first."""

    before: str
    roman: bool
    first: int

    def number(self, label: str) -> int:
        """The number of the chapter whose heading says `label` ("BAB II")."""
        written = label.removeprefix(self.before)
        return next(n for n in range(1, 90) if (roman(n) if self.roman else str(n)) == written)

    def text(self, counts: Sequence[int]) -> str:
        """The number of a heading, as it is printed, where `counts` has that of its chapter and of each level below."""
        if len(counts) == 1:
            return self.before + (roman(counts[0]) if self.roman else str(counts[0]))
        return ".".join(map(str, counts))


def roman(number: int) -> str:
    """A number from 1 to 89 in Roman numerals.

    >>> roman(2), roman(49)
    ('II', 'XLIX')
    """
    numerals = ""
    for sign, size in _ROMAN:
        numerals += sign * (number // size)
        number %= size
    return numerals


def scheme(document: Document) -> Scheme | None:
    """How the headings of a document are counted, or None where counting them would not give the numbers that they have.

    >>> from litreview.document.nodes import Text
    >>> headings = (Heading(1, (Text("A"),), "a", "BAB II"), Heading(2, (Text("B"),), "b", "2.1"))
    >>> scheme(Document("", "id", headings))
    Scheme(before='BAB ', roman=True, first=2)
    """
    numbered = [block for block in document.blocks if isinstance(block, Heading) and block.number]
    counting = _chapter(numbered[0].number or "") if numbered and numbered[0].level == 1 else None
    if counting is None:
        return None
    counts: list[int] = []
    for heading in numbered:
        level = heading.level
        if not 1 <= level <= min(LEVELS, len(counts) + 1):
            return None
        counts = [*counts[:level], *([0] if len(counts) < level else [])]
        counts[-1] = counting.first if heading is numbered[0] else counts[-1] + 1
        if counts[0] >= 90 or counting.text(counts) != heading.number:
            return None
    return counting


def _chapter(number: str) -> Scheme | None:
    match = _CHAPTER.fullmatch(number)
    if match is None or len(match["before"]) > 20:
        return None
    written = match["number"]
    if written.isdigit():
        return Scheme(match["before"], False, int(written))
    return next((Scheme(match["before"], True, n) for n in range(1, 90) if roman(n) == written), None)


def definition(number: int, scheme: Scheme, styles: Sequence[str], behind: Sequence[str]) -> str:
    """The list as ``w:abstractNum``; `styles` are the ids of the heading styles that follow it (none: paragraphs name it themselves).

    `behind` says what stands between number and words at each level: "tab", "space" or "nothing".
    """
    levels = ""
    for level in range(LEVELS):
        text = ".".join(f"%{n}" for n in range(1, level + 2))
        if not level:
            text = "" if scheme.roman else value(scheme.before.replace(" ", "\u00a0")) + text
        style = f'<w:pStyle w:val="{styles[level]}"/>' if styles else ""
        start = scheme.first if not level else 1
        levels += (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/>{style}'
            f'<w:suff w:val="{behind[level] if text else "nothing"}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        )
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def reference(level: int, number: int) -> str:
    """What makes a paragraph or style follow a list: `level` from 1."""
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{number}"/></w:numPr>'


NONE = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
"""What takes a paragraph out of the list that its style follows."""
