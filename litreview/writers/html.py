"""HTML: one file with everything in it, for reading on screen and on paper; citations and entries lead to each other."""

from __future__ import annotations

import base64
from html import escape
from typing import assert_never

from litreview.document.nodes import (
    Block,
    Cell,
    Cite,
    Cited,
    Diagram,
    Display,
    Document,
    Entry,
    Figure,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Mark,
    Note,
    PageBreak,
    Paragraph,
    Quoted,
    Reference,
    References,
    Sentence,
    Styled,
    Table,
    Text,
)  # fmt: skip
from litreview.document.walk import plain
from litreview.writers import Writer
from litreview.writers._addresses import safe_address
from litreview.writers._anchors import Places, anchors, holds_link, letters, parted, slug, targets, works
from litreview.writers._characters import clean
from litreview.writers._lines import Line, lines
from litreview.writers._notes import opened
from litreview.writers._page_style import CSS
from litreview.writers._svg import svg
from litreview.writers.options import DEFAULT, Options

_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}


def write(document: Document, options: Options = DEFAULT) -> bytes:
    """The document as a self-contained HTML5 file in UTF-8: no script, nothing fetched.

    >>> page = write(Document("A", "id", (Paragraph((Text("a < b"),), "p"),)))
    >>> "<p>a &lt; b</p>" in page.decode()
    True
    """
    options.citations_among("plain")
    page = _Page(document, options)
    body = "\n".join(page.block(block) for block in document.blocks)
    titled = not document.title or any(isinstance(block, Heading) and block.level == 1 for block in document.blocks)
    title = "" if titled else f"<h1>{_text(document.title)}</h1>\n"
    head = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    head += f"<title>{_text(document.title)}</title>\n"
    return (
        f"<!DOCTYPE html>\n<html{_language(document.language)}>\n<head>\n{head}<style>\n{CSS}</style>\n</head>\n"
        f"<body>\n<main>\n{title}{page.contents() if options.contents else ''}{body}\n{page.notes()}</main>\n</body>\n</html>\n"
    ).encode()


def fragment(children: Inlines) -> str:
    """A citation or an entry as HTML, to stand in a page of somebody else's; it leads nowhere within that page.

    >>> fragment((Styled("italic", (Text("A & B"),)), Text(".")))
    '<i>A &amp; B</i>.'
    """
    return _Page(Document("", "", ()), DEFAULT).inlines(children)


def _text(text: str) -> str:
    return escape(clean(text), quote=False)


def _value(text: str) -> str:
    return escape(clean(text), quote=True)


def _language(tag: str) -> str:
    direction = ' dir="rtl"' if tag.split("-")[0].lower() in _RIGHT_TO_LEFT else ""
    return f' lang="{_value(tag)}"{direction}'


def _mark(mark: Mark, inner: str) -> str:
    match mark:
        case "italic" | "oblique":
            return f"<i>{inner}</i>"
        case "bold":
            return f"<b>{inner}</b>"
        case "superscript":
            return f"<sup>{inner}</sup>"
        case "subscript":
            return f"<sub>{inner}</sub>"
        case "underline":
            return f"<u>{inner}</u>"
        case "upright" | "light" | "medium" | "small-caps" | "normal-caps" | "baseline" | "no-underline":
            return f'<span class="{mark}">{inner}</span>'
        case _:
            assert_never(mark)


class _Page:
    """What one run of the writer keeps in mind: where it is in the citations, and the notes so far."""

    def __init__(self, document: Document, options: Options) -> None:
        self.document, self.options = document, options
        self.anchors = anchors(document)
        self.targets = targets(document)
        self.named: set[str] = set()
        self.places = Places(self.anchors)
        self.footnotes: list[str] = []
        self.in_link = False

    # Inlines

    def paragraph(self, children: Inlines) -> str:
        """Inlines that stand for themselves: a paragraph, a cell, an item."""
        self.places.paragraph()
        return self.inlines(children)

    def inlines(self, children: Inlines) -> str:
        return "".join(self.inline(node) for node in children)

    def inline(self, node: Inline) -> str:
        match node:
            case Text(text):
                return _text(text)
            case Styled(mark, children):
                return _mark(mark, self.inlines(children))
            case Quoted(children, opening, closing):
                return _text(opening) + self.inlines(children) + _text(closing)
            case Link(target, children):
                return self.external(target, children)
            case Foreign(tag, children):
                return f"<span{_language(tag)}>{self.inlines(children)}</span>"
            case Display(mode, children):
                return f'<span class="{mode}">{self.inlines(children)}</span>'
            case Cite():
                turned = opened(node)
                return self.inlines(turned) if turned is not None else self.cite(node)
            case Cited(key, children):
                return self.internal(self.anchors.entry(key), children)
            case Note(children):
                return self.note(children)
            case Sentence():
                return self.inlines(node.children)
            case Reference(key, children):
                return self.internal(f"at_{slug(key)}" if key in self.targets else None, children)
            case _:
                assert_never(node)

    def external(self, target: str, children: Inlines) -> str:
        address = safe_address(target)
        if address is None or self.in_link:
            return self.inlines(children)
        self.in_link = True
        inner = self.inlines(children)
        self.in_link = False
        return f'<a href="{_value(address)}">{inner}</a>'

    def internal(self, name: str | None, children: Inlines) -> str:
        if name is None or self.in_link:
            return self.inlines(children)
        if holds_link(children):
            return "".join(self.inline(node) if isinstance(node, Link | Note) else self.internal_part(name, node) for node in children)
        return f'<a class="cite" href="#{name}">{self.inlines(children)}</a>'

    def internal_part(self, name: str, node: Inline) -> str:
        return self.inline(node) if holds_link((node,)) or not plain((node,)).strip() else self.internal(name, (node,))

    def cite(self, cite: Cite) -> str:
        keys, own_parts = works(cite), parted(cite)
        places = [name for key in keys if (name := self.places.name(key))]
        only = keys[0] if len(keys) == 1 and not own_parts else None
        inner = self.internal(self.anchors.entry(only), cite.children) if only else self.inlines(cite.children)
        if not places:
            return inner
        others = "".join(f'<span id="{name}"></span>' for name in places[1:])
        return f'{others}<span id="{places[0]}">{inner}</span>'

    def note(self, children: Inlines) -> str:
        number = len(self.footnotes) + 1
        self.footnotes.append("")
        inside_link, self.in_link = self.in_link, False
        self.footnotes[number - 1] = self.inlines(children)
        self.in_link = inside_link
        label = f'<a href="#note_{number}" role="doc-noteref">{number}</a>' if not inside_link else str(number)
        return f'<sup id="noteref_{number}">{label}</sup>'

    def notes(self) -> str:
        if not self.footnotes:
            return ""
        back = f'role="doc-backlink" aria-label="{_value(self.options.words.back)}"'
        items = "".join(
            f'<li id="note_{n}">{text} <a class="back" href="#noteref_{n}" {back}>↑</a></li>\n' for n, text in enumerate(self.footnotes, 1)
        )
        return f'<section role="doc-endnotes" aria-label="{_value(self.options.words.notes)}">\n<ol>\n{items}</ol>\n</section>\n'

    def contents(self) -> str:
        """The headings and tables as lists of links."""
        words, blocks = self.options.words, self.document.blocks
        headings = [(b.level, b.key, " ".join(filter(None, (b.number, plain(b.children))))) for b in blocks if isinstance(b, Heading)]
        tables = [(1, b.key, " ".join(filter(None, (b.label, b.number, plain(b.caption))))) for b in blocks if isinstance(b, Table)]
        figures = [(1, b.key, " ".join(filter(None, (b.label, b.number, plain(b.caption))))) for b in blocks if isinstance(b, Figure)]
        lists = ""
        for title, entries in ((words.contents, headings), (words.tables, tables), (words.figures, figures)):
            items = "".join(f'<li class="level-{level}"><a href="#at_{slug(key)}">{_text(text)}</a></li>\n' for level, key, text in entries)
            head = f'<nav aria-label="{_value(title)}">\n<p class="title">{_text(title)}</p>\n'
            lists += f"{head}<ul>\n{items}</ul>\n</nav>\n" if items else ""
        return lists

    # Blocks

    def name(self, key: str) -> str:
        """The identifier of a block; only the first of several with one key gets it."""
        if key in self.named:
            return ""
        self.named.add(key)
        return f' id="at_{slug(key)}"'

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph(children):
                return f"<p>{self.paragraph(children)}</p>"
            case ListBlock(items, _, ordered):
                tag = "ol" if ordered else "ul"
                return f"<{tag}>\n" + "".join(f"<li>{self.paragraph(item)}</li>\n" for item in items) + f"</{tag}>"
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case References():
                return self.references(block)
            case PageBreak():
                return '<div class="page-break"></div>'
            case _:
                assert_never(block)

    def heading(self, heading: Heading) -> str:
        tag = f"h{min(max(heading.level, 1), 6)}"
        between = "<br>" if heading.level == 1 else " "
        number = f'<span class="number">{_text(heading.number)}</span>{between}' if heading.number else ""
        return f"<{tag}{self.name(heading.key)}>{number}{self.paragraph(heading.children)}</{tag}>"

    def table(self, table: Table) -> str:
        name = self.name(table.key)
        label = " ".join(part for part in (table.label, table.number) if part)
        caption = f'<caption><span class="label">{_text(label)}</span> {self.paragraph(table.caption)}</caption>'
        total = sum(table.widths)
        columns = "".join(f'<col style="width:{100 * w / total:.4g}%">' for w in table.widths) if total > 0 else ""
        header = "".join(f'<th scope="col">{self.cell(cell)}</th>' for cell in table.header)
        rows = "".join("<tr>" + "".join(f"<td>{self.cell(cell)}</td>" for cell in row) + "</tr>\n" for row in table.rows)
        about = f'<p class="unseen">{_text(table.description)}</p>\n' if table.description else ""
        head = f"<thead>\n<tr>{header}</tr>\n</thead>\n" if header else ""
        return (
            f'<div class="table"{name} role="region" tabindex="0" aria-label="{_value(label)}">\n{about}'
            f"<table>\n{caption}\n<colgroup>{columns}</colgroup>\n{head}<tbody>\n{rows}</tbody>\n</table>\n</div>"
        )

    def figure(self, figure: Figure) -> str:
        """A picture within the page itself, its caption below it."""
        label = " ".join(part for part in (figure.label, figure.number) if part)
        caption = f'<figcaption><span class="label">{_text(label)}</span> {self.paragraph(figure.caption)}</figcaption>'
        if isinstance(figure, Diagram):
            return f"<figure{self.name(figure.key)}>\n{svg(figure)}\n{caption}\n</figure>"
        picture = base64.b64encode(figure.image).decode()
        return (
            f'<figure{self.name(figure.key)}>\n<img src="data:image/png;base64,{picture}" alt="{_value(figure.description)}" '
            f'style="width:{min(max(figure.width, 1), 50):.4g}cm">\n{caption}\n</figure>'
        )

    def cell(self, cell: Cell) -> str:
        if len(cell.paragraphs) == 1:
            return self.paragraph(cell.paragraphs[0])
        return "".join(f"<p>{self.paragraph(paragraph)}</p>" for paragraph in cell.paragraphs)

    def references(self, references: References) -> str:
        kinds = ["references"] + (["hanging"] if references.hanging else []) + ([references.align] if references.align else [])
        spacing = f' style="--between:{max(references.entry_spacing, 0)}"'
        items = "".join(self.entry(entry) for entry in references.entries)
        return f'<ul class="{" ".join(kinds)}" role="list"{spacing}>\n{items}</ul>'

    def entry(self, entry: Entry) -> str:
        self.places.paragraph()
        name = self.anchors.entry(entry.key) or ""
        own = f' id="{name}"' if name not in self.named else ""
        self.named.add(name)
        parts = lines(entry)
        inner = "".join(self.line(line) for line in parts) if len(parts) > 1 or parts[0].margin else self.inlines(parts[0].children)
        return f"<li{own}>{inner}{self.back(entry.key)}</li>\n"

    def line(self, line: Line) -> str:
        if line.margin:
            return f'<div class="apart"><div>{self.inlines(line.margin)}</div><div>{self.inlines(line.children)}</div></div>'
        return f'<div class="{line.kind}">{self.inlines(line.children)}</div>'

    def back(self, key: str) -> str:
        places = list(self.anchors.citations(key)) if self.options.backlinks != "none" else []
        if not places:
            return ""
        signs = ["↑"] if len(places) == 1 else [letters(n) for n in range(1, len(places) + 1)]
        about = _value(self.options.words.back)
        marks = " ".join(f'<a href="#{p}" role="doc-backlink" aria-label="{about} {n}">{signs[n - 1]}</a>' for n, p in enumerate(places, 1))
        kind = "back" if self.options.backlinks == "quiet" else "back printed"
        return f'<span class="{kind}">{"" if len(places) == 1 else "↑ "}{marks}</span>'


WRITER = Writer("html", "HTML, one self-contained page", (".html", ".htm"), write, honours=frozenset({"contents", "backlinks"}))
