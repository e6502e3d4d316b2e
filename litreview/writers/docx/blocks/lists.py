"""Lists: real ones, each ordered list counting for itself (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from litreview.writers.docx.package import xml
from litreview.writers.docx.package.build import Build
from litreview.writers.docx.package.numbering import LEVELS, definition


def _level(form: str, sign: str) -> str:
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    )


def _definitions(first: int) -> str:
    """The two kinds of list, numbered from `first`: unordered, then ordered."""
    return "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        for n, level in enumerate((_level("bullet", "•"), _level("decimal", "%1.")), first)
    )


def _lists(first: int, definition: int, ordered: int) -> str:
    """The lists themselves, numbered from `first`: one for all unordered ones, then `ordered` that count for themselves."""
    unordered = f'<w:num w:numId="{first}"><w:abstractNumId w:val="{definition}"/></w:num>'
    return unordered + "".join(
        f'<w:num w:numId="{first + n}"><w:abstractNumId w:val="{definition + 1}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for n in range(1, ordered + 1)
    )


def _heading_list(build: Build, number: int) -> str:
    """The definition of the list that numbers the headings, or nothing where they have no list of their own."""
    if build.scheme is None:
        return ""
    line = build.layout.headings.chapter_number == "line"
    hangs = [bool(build.layout.style(f"heading {level}").hanging) for level in range(1, LEVELS + 1)]
    behind = ["nothing" if line and not level else "tab" if hang else "space" for level, hang in enumerate(hangs)]
    return definition(number, build.scheme, [f"Heading{level}" for level in range(1, LEVELS + 1)] if build.own else (), behind)


def numbering_part(build: Build, listed: bool, ordered: int, first: int = 0) -> bytes:
    """``word/numbering.xml`` with the lists of the text alone: definitions from the number `first` on.

    First the list of the headings, where they have one of their own; then, if there are lists in the text (`listed`), the kinds of
    list and the lists themselves, of which `ordered` count.
    """
    headings, number = _heading_list(build, first), build.host.list
    own = f'<w:num w:numId="{number}"><w:abstractNumId w:val="{first}"/></w:num>' if headings else ""
    if not listed:
        return xml.part("w:numbering", [headings, own])
    behind = int(bool(headings))
    return xml.part("w:numbering", [headings, _definitions(first + behind), own, _lists(number + behind, first + behind, ordered)])
