"""The blocks of a document as the text of an OpenDocument file."""

from __future__ import annotations

from typing import assert_never

from litreview.document.nodes import (
    Block,
    Captioned,
    Cell,
    Diagram,
    Document,
    Entry,
    Figure,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    References,
    Table,
)
from litreview.document.walk import plain
from litreview.writers._anchors import slug
from litreview.writers._lines import Line, lines
from litreview.writers._svg import svg
from litreview.writers.docx.blocks.widths import columns_of, is_narrow, narrow_margin, widths_in
from litreview.writers.docx.contents.page_estimate import pages
from litreview.writers.docx.package.layout import Layout
from litreview.writers.odt.citations import ReferenceMarks
from litreview.writers.odt.inlines import Emitter
from litreview.writers.odt.styles import LANDSCAPE, OPENING, PLAIN, USUAL
from litreview.writers.odt.xml import centimetres, text, value
from litreview.writers.options import Options


class Body:
    """The text as it grows: its automatic styles, its pictures, and the page that is open."""

    def __init__(self, document: Document, options: Options, layout: Layout) -> None:
        self.document, self.options, self.layout = document, options, layout
        self.marks = ReferenceMarks(document, options) if options.citations == "zotero" else None
        self.emit = Emitter(self.marks, document)
        self.pictures: dict[str, bytes] = {}
        self.styles: dict[tuple[str, str], str] = {}
        self.named: set[str] = set()
        self.tables = 0
        self.columns: list[str] = []
        self.page = ""
        """The master page that the next paragraph asks for; empty where it goes on."""
        self.wide = False
        self.break_before = False

    def content(self) -> str:
        """All blocks."""
        first = self._front() if self.options.contents else ""
        titled = any(isinstance(block, Heading) and block.level == 1 for block in self.document.blocks)
        title = "" if titled or not self.document.title else f"{self.paragraph('Title', text(self.document.title))}"
        return title + first + "".join(self.block(block) for block in self.document.blocks)

    def block(self, block: Block) -> str:
        """One block."""
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph(children):
                return self.paragraph("Text_20_body", self.emit.inlines(children))
            case ListBlock():
                return self.items(block)
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case References():
                return self.references(block)
            case PageBreak():
                self.break_before = True
                return ""
            case _:
                assert_never(block)

    def paragraph(self, style: str, content: str, properties: str = "", element: str = "text:p", more: str = "") -> str:
        """A paragraph in a style, on the page that it needs."""
        if self.wide and not self.page:
            self.page, self.wide = USUAL, False
        used = self.style(style, self.page, properties + (' fo:break-before="page"' if self.break_before and not self.page else ""))
        self.page, self.break_before = "", False
        return f'<{element} text:style-name="{used}"{more}>{content}</{element}>\n'

    def style(self, parent: str, page: str, properties: str) -> str:
        """The name of a style like `parent`, opening a page or with own properties."""
        if not page and not properties:
            return parent
        return self.styles.setdefault((parent, f"{page}|{properties}"), f"P{len(self.styles) + 1}")

    def automatic(self) -> str:
        """The styles that were met, for ``office:automatic-styles``."""
        made = ""
        for (parent, key), name in self.styles.items():
            page, _, properties = key.partition("|")
            master = f' style:master-page-name="{page}"' if page else ""
            made += (
                f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}"{master}>'
                f"<style:paragraph-properties{properties}/></style:style>"
            )
        for properties, name in self.emit.styles.items():
            made += f'<style:style style:name="{name}" style:family="text"><style:text-properties{properties}/></style:style>'
        return made + "".join(self.columns)

    def place(self, key: str, content: str) -> str:
        """Content to which cross references and contents lead; only the first of several with one key."""
        name = f"at_{slug(key)}"
        if name in self.named:
            return content
        self.named.add(name)
        return f'<text:bookmark-start text:name="{name}"/>{content}<text:bookmark-end text:name="{name}"/>'

    def heading(self, heading: Heading) -> str:
        level = min(max(heading.level, 1), 4)
        if level == 1 and self.layout.page_numbers.opening != self.layout.page_numbers.other:
            self.page = OPENING
        between = "<text:line-break/>" if level == 1 and self.layout.headings.chapter_number == "line" else " "
        number = f"{text(heading.number)}{between}" if heading.number else ""
        content = self.place(heading.key, number + self.emit.inlines(heading.children))
        return self.paragraph(f"Heading_20_{level}", content, "", "text:h", f' text:outline-level="{level}"')

    def items(self, block: ListBlock) -> str:
        style = "Numbered" if block.ordered else "Bulleted"
        inner = "".join(
            f"<text:list-item>{self.paragraph('List_20_Contents', self.emit.inlines(item)).strip()}</text:list-item>"
            for item in block.items
        )
        return f'<text:list text:style-name="{style}">{inner}</text:list>\n'

    def caption(self, block: Captioned) -> str:
        """Label and number, then the words."""
        label = " ".join(part for part in (block.label, block.number) if part)
        between = self.layout.captions.separator if label and block.caption else ""
        content = self.place(block.key, text(label)) + text(between) + self.emit.inlines(block.caption)
        keep = ' fo:keep-with-next="always"' if isinstance(block, Table) else ""
        return self.paragraph("Caption", content, keep)

    def table(self, table: Table) -> str:
        if table.landscape and not self.wide:
            self.page, self.wide = LANDSCAPE, True
        wide = table.landscape
        above = self._kept_wide(wide, table)
        columns = columns_of(table)
        if not columns:
            return above
        self.tables += 1
        name = f"Table{self.tables}"
        room = self.layout.page.text_width(wide)
        narrow, widths = is_narrow(self.layout, table, room), widths_in(self.layout, table, room)
        padding = centimetres(narrow_margin(self.layout) if narrow else self.layout.tables.cell_margin)
        heading, contents = (f"Table_20_{kind}{'_20_Narrow' if narrow else ''}" for kind in ("Heading", "Contents"))
        total = centimetres(sum(widths))
        rule = "0.5pt solid #000000"
        sides = "border" if self.layout.tables.borders == "grid" else "border-bottom"
        self.columns.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{total}" table:align="left"/>'
            f'</style:style><style:style style:name="{name}.cell" style:family="table-cell"><style:table-cell-properties '
            f'fo:{sides}="{rule}" fo:padding="{padding}"/></style:style>'
        )
        for number, width in enumerate(widths):
            self.columns.append(
                f'<style:style style:name="{name}.{number}" style:family="table-column"><style:table-column-properties '
                f'style:column-width="{centimetres(width)}"/></style:style>'
            )
        grid = "".join(f'<table:table-column table:style-name="{name}.{number}"/>' for number in range(columns))
        header = (
            f"<table:table-header-rows>{self.row(table.header, columns, name, heading)}</table:table-header-rows>" if table.header else ""
        )
        rows = "".join(self.row(row, columns, name, contents) for row in table.rows)
        about = f"<table:desc>{text(table.description)}</table:desc>" if table.description else ""
        title = " ".join(part for part in (table.label, table.number, plain(table.caption)) if part)
        return (
            f'{above}<table:table table:name="{name}" table:style-name="{name}"><table:title>{text(title)}</table:title>{about}'
            f"{grid}{header}{rows}</table:table>\n"
        )

    def _kept_wide(self, wide: bool, table: Table) -> str:
        """A caption on the page of its table: the page that is open stays open."""
        open_page, self.wide = self.wide, self.wide and not wide
        made = self.caption(table)
        self.wide = open_page and wide
        return made

    def row(self, cells: tuple[Cell, ...], columns: int, name: str, style: str) -> str:
        made = ""
        for cell in (*cells, *(Cell(((),)) for _ in range(columns - len(cells)))):
            inner = "".join(f'<text:p text:style-name="{style}">{self.emit.inlines(p)}</text:p>' for p in cell.paragraphs)
            made += f'<table:table-cell table:style-name="{name}.cell" office:value-type="string">{inner or "<text:p/>"}</table:table-cell>'
        return f"<table:table-row>{made}</table:table-row>"

    def figure(self, figure: Figure) -> str:
        """A picture, or a drawing as SVG, with its caption below."""
        drawn = isinstance(figure, Diagram)
        picture = svg(figure, alone=True).encode() if isinstance(figure, Diagram) else figure.image
        path = f"Pictures/{len(self.pictures) + 1}.{'svg' if drawn else 'png'}"
        self.pictures[path] = picture
        wide, high = min(max(figure.width, 1), 50), min(max(figure.height, 1), 50)
        kind = "image/svg+xml" if drawn else "image/png"
        frame = (
            f'<draw:frame draw:name={value(f"Figure {len(self.pictures)}")} text:anchor-type="as-char" svg:width="{wide:.4g}cm" '
            f'svg:height="{high:.4g}cm"><draw:image xlink:href="{path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" '
            f'draw:mime-type="{kind}"/><svg:desc>{text(figure.description)}</svg:desc></draw:frame>'
        )
        return self.paragraph("Figure", frame, ' fo:keep-with-next="always"') + self.caption(figure)

    def references(self, block: References) -> str:
        section = self.marks.section(block) if self.marks is not None else None
        entries = "".join(self.entry(block, entry) for entry in block.entries)
        if section is None:
            return entries
        return f'<text:section text:style-name="Sect1" text:name={value(section)}>{entries}</text:section>\n'

    def entry(self, block: References, entry: Entry) -> str:
        name = self.emit.entries.entry(entry.key)
        made = ""
        for number, line in enumerate(lines(entry)):
            content = self._line(line)
            if number == 0 and name and name not in self.named and self.marks is None:
                self.named.add(name)
                content = f'<text:bookmark-start text:name="{name}"/>{content}<text:bookmark-end text:name="{name}"/>'
            flat = not (block.hanging or line.margin) or line.kind == "block"
            made += self.paragraph("Bibliography_20_1", content, ' fo:margin-left="0cm" fo:text-indent="0cm"' if flat else "")
        return made

    def _line(self, line: Line) -> str:
        margin = f"{self.emit.inlines(line.margin)}<text:tab/>" if line.margin else ""
        return margin + self.emit.inlines(line.children)

    def _front(self) -> str:
        """The table of contents, filled with estimates of the pages; LibreOffice makes it anew when asked."""
        guessed = pages(self.document, self.layout)
        headings = [block for block in self.document.blocks if isinstance(block, Heading)]
        rows = ""
        for heading in headings:
            level = min(max(heading.level, 1), 4)
            words = " ".join(filter(None, (heading.number, plain(heading.children))))
            rows += (
                f'<text:p text:style-name="Contents_20_{level}"><text:a xlink:type="simple" {PLAIN} '
                f'xlink:href="#at_{slug(heading.key)}">'
                f"{text(words)}<text:tab/>{guessed.get(heading.key, 1)}</text:a></text:p>"
            )
        title = text(self.options.words.contents)
        templates = "".join(
            f'<text:table-of-content-entry-template text:outline-level="{n}" text:style-name="Contents_20_{n}">'
            "<text:index-entry-link-start/><text:index-entry-text/>"
            '<text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/>'
            "<text:index-entry-link-end/></text:table-of-content-entry-template>"
            for n in range(1, 5)
        )
        self.break_before = True
        return (
            '<text:table-of-content text:style-name="Sect1" text:name="Contents"><text:table-of-content-source text:outline-level="4">'
            f'<text:index-title-template text:style-name="Contents_20_Heading">{title}</text:index-title-template>{templates}'
            '</text:table-of-content-source><text:index-body><text:index-title text:style-name="Sect1" text:name="Contents_Head">'
            f'<text:p text:style-name="Contents_20_Heading">{title}</text:p></text:index-title>{rows}</text:index-body>'
            "</text:table-of-content>\n"
        )
