"""The styles a chapter needs, under the names that Word itself gives them, and ``word/styles.xml`` made from a layout."""

from __future__ import annotations

from typing import Literal

import attrs

from litreview.writers.docx.package.language_tags import word_language
from litreview.writers.docx.package.layout import Layout, StyleLook
from litreview.writers.docx.package.numbering import reference
from litreview.writers.docx.package.xml import DECLARATION, W, value


@attrs.frozen
class Role:
    """One style: `name` as Word stores it in every language of its interface, `id` as this package refers to it."""

    name: str
    id: str
    kind: Literal["paragraph", "character", "table"] = "paragraph"
    based_on: str | None = "Normal"
    next: str | None = None
    outline: int | None = None
    priority: int = 99
    own: bool = False
    """Whether the style is ours, not one of Word's built-in ones."""


ROLES = (
    Role("Normal", "Normal", based_on=None, priority=0),
    Role("Body Text", "BodyText", priority=1),
    Role("heading 1", "Heading1", next="BodyText", outline=0, priority=9),
    Role("heading 2", "Heading2", next="BodyText", outline=1, priority=9),
    Role("heading 3", "Heading3", next="BodyText", outline=2, priority=9),
    Role("heading 4", "Heading4", next="BodyText", outline=3, priority=9),
    Role("Title", "Title", next="BodyText", priority=10),
    Role("caption", "Caption", next="BodyText", priority=35),
    Role("Figure", "Figure", next="Caption", own=True, priority=35),
    Role("List Paragraph", "ListParagraph", priority=34),
    Role("Table Text", "TableText", own=True, priority=36),
    Role("Table Heading", "TableHeading", based_on="TableText", own=True, priority=36),
    Role("Table Text Narrow", "TableTextNarrow", based_on="TableText", own=True, priority=36),
    Role("Table Heading Narrow", "TableHeadingNarrow", based_on="TableTextNarrow", own=True, priority=36),
    Role("Bibliography", "Bibliography", priority=37),
    Role("footnote text", "FootnoteText", priority=38),
    Role("header", "Header"),
    Role("footer", "Footer"),
    Role("TOC Heading", "TOCHeading", next="BodyText", priority=39),
    Role("toc 1", "TOC1", priority=39),
    Role("toc 2", "TOC2", priority=39),
    Role("toc 3", "TOC3", priority=39),
    Role("toc 4", "TOC4", priority=39),
    Role("table of figures", "TableofFigures", priority=39),
    Role("Section End", "SectionEnd", own=True),
    Role("footnote reference", "FootnoteReference", "character", based_on="DefaultParagraphFont"),
    Role("Hyperlink", "Hyperlink", "character", based_on="DefaultParagraphFont"),
    Role("Citation Backlink", "CitationBacklink", "character", based_on="DefaultParagraphFont", own=True),
    Role("Table Grid", "TableGrid", "table", based_on="TableNormal", priority=39),
)
NAMES = frozenset(role.name for role in ROLES if role.kind != "table" and role.id != "SectionEnd")
"""The names that a layout may describe."""

_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def _paragraph_properties(look: StyleLook, outline: int | None = None, tabs: str = "", numbers: str = "") -> str:
    """The content of ``w:pPr`` for a look, in schema order."""
    content = _flag("keepNext", look.keep_next) + _flag("keepLines", look.keep_lines) + _flag("pageBreakBefore", look.page_break_before)
    content += numbers + tabs
    spacing = {"before": look.before, "after": look.after}
    if isinstance(look.line, float):
        spacing |= {"line": round(240 * look.line)}
    elif look.line is not None:
        spacing |= {"line": look.line}
    rule = "" if look.line is None else f' w:lineRule="{"auto" if isinstance(look.line, float) else "exact"}"'
    if attributes := _attributes(spacing):
        content += f"<w:spacing{attributes}{rule}/>"
    indent = {"left": look.left, "right": look.right, "hanging": look.hanging} | ({} if look.hanging else {"firstLine": look.first_line})
    if attributes := _attributes(indent):
        content += f"<w:ind{attributes}/>"
    content += f'<w:jc w:val="{_ALIGN[look.align]}"/>' if look.align else ""
    return content + (f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else "")


def _run_properties(look: StyleLook) -> str:
    """The content of ``w:rPr`` for a look, in schema order."""
    content = _fonts(look.font) if look.font else ""
    content += "".join(_flag(name, on) for name, on in (("b", look.bold), ("bCs", look.bold), ("i", look.italic), ("iCs", look.italic)))
    content += "".join(_flag(name, on) for name, on in (("caps", look.caps), ("smallCaps", look.small_caps)))
    content += f'<w:color w:val="{look.color}"/>' if look.color else ""
    content += f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>' if look.size else ""
    if look.underline is not None:
        content += f'<w:u w:val="{"single" if look.underline else "none"}"/>'
    return content + (f'<w:vertAlign w:val="{look.script}"/>' if look.script else "")


def _fonts(font: str) -> str:
    name = value(font)
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _flag(name: str, on: bool | None) -> str:
    return "" if on is None else f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def _attributes(values: dict[str, int | None]) -> str:
    return "".join(f' w:{name}="{number}"' for name, number in values.items() if number is not None)


def style_xml(role: Role, look: StyleLook, tabs: str = "", numbers: str = "") -> str:
    """One paragraph or character style as ``w:style``."""
    head = f'<w:style w:type="{role.kind}"{_default(role)} w:styleId="{role.id}"{_custom(role)}><w:name w:val="{role.name}"/>'
    head += f'<w:basedOn w:val="{role.based_on}"/>' if role.based_on else ""
    head += f'<w:next w:val="{role.next}"/>' if role.next else ""
    head += f'<w:uiPriority w:val="{role.priority}"/>' + ("<w:qFormat/>" if role.priority < 39 else "")
    paragraph = _paragraph_properties(look, role.outline, tabs, numbers) if role.kind == "paragraph" else ""
    characters = _run_properties(look)
    return head + _wrapped("pPr", paragraph) + _wrapped("rPr", characters) + "</w:style>"


def _wrapped(name: str, content: str) -> str:
    return f"<w:{name}>{content}</w:{name}>" if content else ""


def _default(role: Role) -> str:
    return ' w:default="1"' if role.id == "Normal" else ""


def _custom(role: Role) -> str:
    return ' w:customStyle="1"' if role.own else ""


def table_style(layout: Layout) -> str:
    """The table style: its rules, inner margins and header row."""
    tables = layout.tables
    sides = ("top", "left", "bottom", "right", "insideH", "insideV") if tables.borders == "grid" else ("top", "bottom")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    margins = "".join(f'<w:{side} w:w="{tables.cell_margin}" w:type="dxa"/>' for side in ("left", "right"))
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{tables.header_shade}"/>' if tables.header_shade else ""
    rule = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders>' if tables.borders == "rules" else ""
    first = f'<w:tblStylePr w:type="firstRow">{_wrapped("tcPr", rule + shade)}</w:tblStylePr>' if rule or shade else ""
    return (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{first}</w:style>"
    )


_BASE = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/>'
    "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
    '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/>'
    "<w:unhideWhenUsed/></w:style>"
)
_SECTION_END = StyleLook(size=2, line=20, before=0, after=0)


def tabs(role: Role, layout: Layout) -> str:
    """The tab stops of the styles that need them: page numbers of contents stand at the right margin."""
    if role.id in ("TOC1", "TOC2", "TOC3", "TOC4", "TableofFigures"):
        return f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{layout.page.text_width()}"/></w:tabs>'
    return ""


def styles_part(layout: Layout, language: str, headings: int | None = None) -> bytes:
    """The whole of ``word/styles.xml`` for a document whose main language is `language` (BCP 47); `headings` is the list they follow."""
    tongue = word_language(language)
    normal = layout.style("Normal")
    elements = [
        f'{DECLARATION}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(normal.font or "Times New Roman")}'
        f'<w:sz w:val="{normal.size or 24}"/><w:szCs w:val="{normal.size or 24}"/>{tongue.xml if tongue else ""}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>",
        _BASE,
    ]
    for role in ROLES:
        if role.kind == "table":
            elements.append(table_style(layout))
        else:
            look = _SECTION_END if role.id == "SectionEnd" else layout.style(role.name)
            numbers = reference(role.outline + 1, headings) if headings is not None and role.outline is not None else ""
            elements.append(style_xml(role, look, tabs(role, layout), numbers))
    return "".join([*elements, "</w:styles>"]).encode()


def style_id(name: str) -> str:
    """The id of the style called `name`.

    >>> style_id("heading 2")
    'Heading2'
    """
    return next(role.id for role in ROLES if role.name == name)
