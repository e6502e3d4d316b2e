"""Table of contents and lists of tables and figures: TOC fields, which Word keeps up to date, filled so that every program shows them.

The page numbers shown until a program makes them anew are estimates; the field asks Word to do so when it opens the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import attrs

from litreview.document.nodes import Document, Figure, Heading, Inlines, Table
from litreview.document.walk import plain
from litreview.writers._characters import clean
from litreview.writers.docx.blocks.captions import sequence
from litreview.writers.docx.blocks.inlines import text
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.bookmarks import contents_name, control_id
from litreview.writers.docx.package.build import Build

T = TypeVar("T", Heading, Table, Figure)


@attrs.frozen
class Line:
    """One line of a list: the style of the line, the bookmark to which it leads, its words and its page."""

    style: str
    name: str
    words: str
    page: int


def contents(build: Build, pages: Mapping[str, int]) -> list[str]:
    """The blocks that stand in front of the text; `pages` has an estimate for each heading, table and figure by key."""
    words = build.options.words
    lines = [
        Line(
            f"TOC{min(max(h.level + build.host.level_offset, 1), 4)}",
            contents_name(h.key),
            _words(h.number, h.children),
            pages.get(h.key, 1),
        )
        for h in _first(build.document, Heading)
    ]
    lists = [_table_of_contents(build, words.contents, lines)] if lines else []
    room = '<w:spacing w:before="480"/>'
    for blocks, words_above in ((_first(build.document, Table), words.tables), (_first(build.document, Figure), words.figures)):
        kinds: dict[str, list[Line]] = {}
        for block in blocks:
            line = Line(
                "TableofFigures", contents_name(block.key), _words(block.label, block.number, block.caption), pages.get(block.key, 1)
            )
            kinds.setdefault(sequence(block), []).append(line)
        for kind, rows in kinds.items():
            paragraphs = _field(build, f' TOC \\h \\z \\c "{kind}" ', rows)
            above = xml.P("TOCHeading", text(build, words_above, build.plain_context), room if lists else "")
            lists.append("".join(map(str, [above, *paragraphs])))
    return lists


def _words(*parts: str | Inlines | None) -> str:
    return " ".join(filter(None, (part if isinstance(part, str) else plain(part or ()) for part in parts)))


def _first(document: Document, kind: type[T]) -> list[T]:
    """The headings, tables or figures of a document; of several with one key only the first can be led to."""
    by_key: dict[str, T] = {}
    for block in document.blocks:
        if isinstance(block, kind):
            by_key.setdefault(block.key, block)
    return list(by_key.values())


def _table_of_contents(build: Build, title: str, lines: list[Line]) -> str:
    heading = xml.P("TOCHeading", text(build, title, build.plain_context))
    paragraphs = _field(build, ' TOC \\o "1-4" \\h \\z \\u ', lines)
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{control_id("contents")}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{heading}{''.join(map(str, paragraphs))}</w:sdtContent></w:sdt>"
    )


def _field(build: Build, code: str, lines: list[Line]) -> list[xml.P]:
    """One field over all its lines."""
    paragraphs = [_line(build, line) for line in lines]
    paragraphs[0] = attrs.evolve(paragraphs[0], content=xml.field_begin(code, dirty=True) + paragraphs[0].content)
    paragraphs[-1] = attrs.evolve(paragraphs[-1], content=paragraphs[-1].content + xml.field_end())
    return paragraphs


def _line(build: Build, line: Line) -> xml.P:
    context = build.plain_context
    number = xml.field(f" PAGEREF {line.name} \\h ", xml.run(str(line.page)))
    return xml.P(line.style, xml.anchor_link(line.name, text(build, clean(line.words), context) + xml.element_run("<w:tab/>") + number))
