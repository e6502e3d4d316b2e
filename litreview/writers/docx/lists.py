"""Lists: real ones, each ordered list counting for itself (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from litreview.writers.docx import xml

BULLETS = 1
"""The number of the one unordered list definition in use."""


def _level(form: str, sign: str) -> str:
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    )


def numbering_part(ordered: int) -> bytes:
    """``word/numbering.xml`` for any unordered lists and `ordered` ordered ones, which have the numbers from 2."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        for n, level in enumerate((_level("bullet", "•"), _level("decimal", "%1.")))
    )
    nums = f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>'
    nums += "".join(
        f'<w:num w:numId="{BULLETS + n}"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for n in range(1, ordered + 1)
    )
    return xml.part("w:numbering", [abstract, nums])
