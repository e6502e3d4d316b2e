"""Lists: real ones, each ordered list counting for itself (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from litreview.writers.docx import xml


def _level(form: str, sign: str) -> str:
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    )


def definitions(first: int) -> str:
    """The two kinds of list, numbered from `first`: unordered, then ordered."""
    return "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        for n, level in enumerate((_level("bullet", "•"), _level("decimal", "%1.")), first)
    )


def lists(first: int, definition: int, ordered: int) -> str:
    """The lists themselves, numbered from `first`: one for all unordered ones, then `ordered` that count for themselves."""
    found = f'<w:num w:numId="{first}"><w:abstractNumId w:val="{definition}"/></w:num>'
    return found + "".join(
        f'<w:num w:numId="{first + n}"><w:abstractNumId w:val="{definition + 1}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for n in range(1, ordered + 1)
    )


def numbering_part(ordered: int) -> bytes:
    """``word/numbering.xml`` of a file that has no other lists."""
    return xml.part("w:numbering", [definitions(0), lists(1, 0, ordered)])
