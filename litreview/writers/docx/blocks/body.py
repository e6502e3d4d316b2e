"""The body of a Word file as it grows: each block becomes paragraphs or a table, in the section that it needs."""

from __future__ import annotations

from typing import assert_never

import attrs

from litreview.document.nodes import Block, Figure, Heading, ListBlock, PageBreak, Paragraph, References, Table
from litreview.document.walk import plain
from litreview.writers._anchors import token
from litreview.writers.docx.blocks.bibliography import references
from litreview.writers.docx.blocks.captions import caption, chapter_number
from litreview.writers.docx.blocks.figures import figure
from litreview.writers.docx.blocks.inlines import Emitter, text
from litreview.writers.docx.blocks.tables import table_xml
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.bookmarks import contents_name, reference_name
from litreview.writers.docx.package.build import Build
from litreview.writers.docx.package.numbering import NONE
from litreview.writers.docx.package.sections import Section


class Body:
    """The body so far: what is written, which section is open, what the next paragraph must heed."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.emit = Emitter(build, build.body)
        self.parts: list[xml.P | str] = []
        self.section = Section()
        self.after_table = False
        self.break_before = False
        self.section_start = 0
        self.lists = self.ordered_lists = 0

    def block(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Heading():
                self.heading(block)
            case Paragraph(children, key):
                content = self.build.block(key, self.emit.start(children), children)
                self.add(xml.P("BodyText", content, self.space_before()))
            case ListBlock():
                self.items(block)
            case Table():
                self.table(block)
            case Figure():
                for part in figure(self.build, block):
                    self.add(part)
            case References():
                self.turn(landscape=False)
                for paragraph in references(self.build, block):
                    self.add(paragraph)
            case PageBreak():
                self.break_before = True
            case _:
                assert_never(block)

    def add(self, paragraph: xml.P | str) -> None:
        """Write a paragraph or finished blocks, on a new page if one was asked for."""
        if self.section.landscape:
            self.turn(landscape=False)
        if self.break_before and isinstance(paragraph, xml.P):
            paragraph = attrs.evolve(paragraph, break_before=True)
            self.break_before = False
        self.parts.append(paragraph)
        self.after_table = False

    def front(self, blocks: list[str]) -> None:
        """Write what stands before the text, on pages of its own."""
        if not blocks:
            return
        roman = self.build.pages.roman
        if roman:
            self.section = Section(opening=True, front=True)
        for block in blocks:
            self.parts.append(block)
        if roman or self.build.pages.opens_anew:
            self.end_section()
            self.section = Section(opening=True, restart=roman)
        else:
            self.break_before = True

    def space_before(self) -> str:
        """Room between a table and the text below it."""
        return f'<w:spacing w:before="{self.build.layout.tables.after}"/>' if self.after_table else ""

    def heading(self, heading: Heading) -> None:
        build, context = self.build, self.build.plain_context
        level = min(max(heading.level + build.host.level_offset, 1), 4)
        if level == 1 and build.pages.opens_anew:
            self.turn(landscape=False, opening=True)
        number_text = "" if build.numbers_itself(level) else heading.number or ""
        own_line = level == 1 and build.layout.headings.chapter_number == "line"
        number = text(build, number_text.replace(" ", "\u00a0"), context)
        if build.scheme and level == 1 and number_text:
            number = chapter_number(build, build.scheme, number_text)
        if number and heading.key in build.referred:
            number = build.bookmarks.around(reference_name(heading.key), number)
        words = self.emit.start(heading.children)
        if not number and heading.key in build.referred:
            words = build.bookmarks.around(reference_name(heading.key), words)
        if number:
            hanging = build.layout.style(f"heading {level}").hanging
            number += xml.element_run("<w:br/>" if own_line else "<w:tab/>") if own_line or hanging else xml.run(" ")
        elif heading.number and own_line and build.scheme:
            number = xml.element_run("<w:br/>")
        content = build.bookmarks.around(contents_name(heading.key), number + words)
        properties = self.heading_properties(heading, level, bool(number_text))
        self.add(xml.P(f"Heading{level}", build.block(heading.key, content, heading.children, kind="heading"), properties))

    def heading_properties(self, heading: Heading, level: int, number_is_text: bool) -> str:
        """What a heading says of its list and its indent, where its style says otherwise; without a number it hangs from nothing."""
        build = self.build
        flush = '<w:ind w:left="0" w:firstLine="0"/>' if build.layout.style(f"heading {level}").hanging else ""
        if heading.number and (build.numbers_itself(level) or build.scheme):
            return build.heading_numbers(level)
        if level in build.host.unlisted or (not heading.number and (level in build.host.numbered or (build.scheme and build.own))):
            return NONE + flush
        return "" if number_is_text else flush

    def items(self, block: ListBlock) -> None:
        self.lists += 1
        number = self.build.host.list + bool(self.build.scheme)
        if block.ordered:
            self.ordered_lists += 1
            number += self.ordered_lists
        keys = block.keys if len(block.keys) == len(block.items) else [token(plain(item), 10) for item in block.items]
        for key, item in zip(keys, block.items, strict=True):
            content = self.emit.start(item)
            content = self.build.block(f"{block.key}/{key}", content, item, kind="item")
            properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' + self.space_before()
            self.add(xml.P("ListParagraph", content, properties))

    def table(self, table: Table) -> None:
        self.turn(table.landscape and self.build.pages.turns)
        self.parts.append(attrs.evolve(caption(self.build, table), break_before=self.break_before))
        self.break_before = False
        self.parts.append(table_xml(self.build, table, self.build.pages.text_width(self.section.landscape)))
        self.after_table = True

    def turn(self, landscape: bool, opening: bool = False) -> None:
        """Begin a new section where the next block needs another one than is open."""
        if landscape == self.section.landscape and not opening:
            return
        restart = self.section.restart and self.section_empty
        if self.parts and not self.section_empty:
            self.end_section()
        self.section = Section(landscape, opening, restart=restart)

    def end_section(self) -> None:
        """Close the open section in its last paragraph; a table gets a paragraph below it that takes no room."""
        mark = self.build.pages.section(self.section)
        last = self.parts[-1]
        if isinstance(last, xml.P):
            self.parts[-1] = attrs.evolve(last, section=mark)
        else:
            self.parts.append(xml.P("SectionEnd", "", section=mark))
        self.after_table = self.break_before = False
        self.section_start = len(self.parts)

    @property
    def section_empty(self) -> bool:
        """Whether nothing stands in the open section yet."""
        return len(self.parts) == self.section_start

    def finished(self) -> list[xml.P | str]:
        """The content of ``w:body``."""
        if self.after_table or not self.parts:
            self.parts.append(xml.P("SectionEnd", ""))
        last = self.build.pages.last(self.section)
        if self.section.landscape and not last:
            self.end_section()  # what follows in the file has pages of its own
        return [*self.parts, last]
