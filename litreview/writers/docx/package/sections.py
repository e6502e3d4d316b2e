"""Sections: portrait and landscape pages, and where page numbers stand (ECMA-376 part 1, 17.6)."""

from __future__ import annotations

from typing import Protocol

import attrs

from litreview.writers.docx.package import xml
from litreview.writers.docx.package.layout import Layout, Place


@attrs.frozen
class Section:
    """How the pages of one section are: landscape or not, whether a chapter opens on the first, how they are counted."""

    landscape: bool = False
    opening: bool = False
    front: bool = False
    """Whether it stands before the text: contents and lists."""
    restart: bool = False
    """Whether its pages are counted from 1."""


class Pages(Protocol):
    """The pages on which the text will stand: our own, or those of a file that takes it."""

    opens_anew: bool
    """Whether a chapter needs a section of its own: where its first page is numbered in another place."""
    turns: bool
    """Whether a wide table may have landscape pages."""
    roman: bool
    """Whether what stands before the text has pages of its own, counted i, ii, iii."""

    def text_width(self, landscape: bool) -> int:
        """The width of a line of text, in twips."""
        ...

    def section(self, section: Section) -> str:
        """The ``w:sectPr`` of a section that ends before the last."""
        ...

    def last(self, section: Section) -> str:
        """The ``w:sectPr`` at the end of the text, or nothing where the file has its own."""
        ...


class OwnPages:
    """Pages as a layout describes them."""

    turns = True

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.opens_anew = layout.page_numbers.opening != layout.page_numbers.other
        self.roman = layout.page_numbers.front == "roman"

    def text_width(self, landscape: bool) -> int:
        """The width of a line of text, in twips."""
        return self.layout.page.text_width(landscape)

    def section(self, section: Section) -> str:
        """The ``w:sectPr`` of a section."""
        page, numbers = self.layout.page, self.layout.page_numbers
        width, height = (page.height, page.width) if section.landscape else (page.width, page.height)
        orient = ' w:orient="landscape"' if section.landscape else ""
        title = "<w:titlePg/>" if section.opening and self.opens_anew else ""
        front = section.front and self.roman
        counted = '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>' if front else '<w:pgNumType w:start="1"/>' if section.restart else ""
        references = _reference("default", numbers.other) + (_reference("first", numbers.opening) if self.opens_anew else "")
        return (
            f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
            f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" w:header="{page.header}" '
            f'w:footer="{page.footer}" w:gutter="0"/>{counted}<w:cols w:space="708"/>{title}</w:sectPr>'
        )

    def last(self, section: Section) -> str:
        """The last section is written like every other."""
        return self.section(section)


def _reference(kind: str, place: Place) -> str:
    if place == "none":
        return ""
    name = "headerReference" if place.startswith("top") else "footerReference"
    return f'<w:{name} w:type="{kind}" r:id="{relation_of(place)}"/>'


def relation_of(place: Place) -> str:
    """The id of the relation to the header or footer that shows a page number in `place`."""
    return "number" + "".join(word.title() for word in place.split("-"))


def places(layout: Layout) -> tuple[Place, ...]:
    """The different places of page numbers, each of which needs a header or footer part."""
    numbers = layout.page_numbers
    return tuple(place for place in dict.fromkeys((numbers.other, numbers.opening)) if place != "none")


def number_part(place: Place) -> bytes:
    """The header or footer that shows the page number."""
    top = place.startswith("top")
    align = place.split("-")[1]
    number = xml.field(" PAGE ", xml.run("1"))
    paragraph = xml.P("Header" if top else "Footer", number, f'<w:jc w:val="{align}"/>')
    return xml.part("w:hdr" if top else "w:ftr", [str(paragraph)])
