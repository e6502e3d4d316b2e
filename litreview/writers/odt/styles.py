"""The looks of an OpenDocument file, from a layout: ``styles.xml``, and the styles that runs and tables need."""

from __future__ import annotations

from litreview.writers._looks import Look
from litreview.writers.docx.package.language_tags import word_language
from litreview.writers.docx.package.layout import Layout, Place, StyleLook
from litreview.writers.odt.xml import DECLARATION, NAMESPACES, centimetres, value

PARAGRAPHS = (
    # our name of the look, name in the file, the style it is based on, outline level
    ("Normal", "Standard", None, None),
    ("Body Text", "Text_20_body", "Standard", None),
    ("heading 1", "Heading_20_1", "Standard", 1),
    ("heading 2", "Heading_20_2", "Standard", 2),
    ("heading 3", "Heading_20_3", "Standard", 3),
    ("heading 4", "Heading_20_4", "Standard", 4),
    ("Title", "Title", "Standard", None),
    ("caption", "Caption", "Standard", None),
    ("Figure", "Figure", "Standard", None),
    ("List Paragraph", "List_20_Contents", "Standard", None),
    ("Table Text", "Table_20_Contents", "Standard", None),
    ("Table Heading", "Table_20_Heading", "Table_20_Contents", None),
    ("Table Text Narrow", "Table_20_Contents_20_Narrow", "Table_20_Contents", None),
    ("Table Heading Narrow", "Table_20_Heading_20_Narrow", "Table_20_Contents_20_Narrow", None),
    ("Bibliography", "Bibliography_20_1", "Standard", None),
    ("footnote text", "Footnote", "Standard", None),
    ("header", "Header", "Standard", None),
    ("footer", "Footer", "Standard", None),
    ("TOC Heading", "Contents_20_Heading", "Standard", None),
    ("toc 1", "Contents_20_1", "Standard", None),
    ("toc 2", "Contents_20_2", "Standard", None),
    ("toc 3", "Contents_20_3", "Standard", None),
    ("toc 4", "Contents_20_4", "Standard", None),
)
_ALIGN = {"left": "start", "center": "center", "right": "end", "justify": "justify"}
LANDSCAPE, OPENING, USUAL = "Landscape", "Opening", "Standard"
"""The names of the master pages."""


PLAIN = 'text:style-name="Plain_20_link" text:visited-style-name="Plain_20_link"'
"""What makes a link within the file look like the words around it."""


def styles_part(layout: Layout, language: str) -> str:
    """The whole of ``styles.xml``."""
    normal = layout.style("Normal")
    spelt = word_language(language)
    tongue, _, region = (spelt.tag if spelt else language).partition("-")
    last = region.rpartition("-")[2]
    country = last if len(last) == 2 else "none"
    default = (
        f'<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/><style:text-properties '
        f"fo:language={value(tongue or 'none')} fo:country={value(country)}{_font(normal.font or 'Times New Roman')} "
        f'fo:font-size="{(normal.size or 24) / 2:g}pt"/></style:default-style>'
    )
    named = "".join(_paragraph(layout, *row) for row in PARAGRAPHS)
    characters = (
        '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties '
        f'{_color(layout.style("Hyperlink").color)}style:text-underline-style="solid"/></style:style>'
        '<style:style style:name="Plain_20_link" style:display-name="Plain link" style:family="text"><style:text-properties '
        'style:use-window-font-color="true" style:text-underline-style="none"/></style:style>'
        '<style:style style:name="Footnote_20_Symbol" style:display-name="Footnote Symbol" style:family="text"/>'
        '<style:style style:name="Footnote_20_anchor" style:display-name="Footnote anchor" style:family="text">'
        '<style:text-properties style:text-position="super 58%"/></style:style>'
    )
    notes = (
        '<text:notes-configuration text:note-class="footnote" text:citation-style-name="Footnote_20_Symbol" '
        'text:citation-body-style-name="Footnote_20_anchor" style:num-format="1" text:start-value="0" '
        'text:footnotes-position="page" text:start-numbering-at="document"/>'
    )
    return (
        f'{DECLARATION}<office:document-styles {NAMESPACES} office:version="1.3"><office:styles>{default}{named}{characters}{notes}'
        f"</office:styles><office:automatic-styles>{_pages(layout)}</office:automatic-styles>"
        f"<office:master-styles>{_masters(layout)}</office:master-styles></office:document-styles>"
    )


def _paragraph(layout: Layout, look: str, name: str, based: str | None, level: int | None) -> str:
    style = layout.style(look)
    parent = f' style:parent-style-name="{based}"' if based else ""
    outline = f' style:default-outline-level="{level}" style:next-style-name="Text_20_body"' if level else ""
    tabs = ""
    if look.startswith("toc "):
        stop = centimetres(layout.page.text_width())
        tabs = (
            f'<style:tab-stops><style:tab-stop style:position="{stop}" style:type="right" style:leader-style="dotted" '
            'style:leader-text="."/></style:tab-stops>'
        )
    plain_name = name.replace("_20_", " ")
    return (
        f'<style:style style:name="{name}" style:display-name="{plain_name}" style:family="paragraph"{parent}{outline}>'
        f"<style:paragraph-properties{paragraph_properties(style)}>{tabs}</style:paragraph-properties>"
        f"<style:text-properties{text_properties(style)}/></style:style>"
    )


def paragraph_properties(look: StyleLook) -> str:
    """The attributes of a paragraph for a look."""
    said = {
        "fo:margin-left": look.left if look.left is not None else look.hanging,
        "fo:margin-right": look.right,
        "fo:margin-top": look.before,
        "fo:margin-bottom": look.after,
        "fo:text-indent": -look.hanging if look.hanging else look.first_line,
    }
    attributes = "".join(f' {name}="{centimetres(length)}"' for name, length in said.items() if length is not None)
    if isinstance(look.line, float):
        attributes += f' fo:line-height="{round(look.line * 100)}%"'
    elif look.line is not None:
        attributes += f' fo:line-height="{centimetres(look.line)}"'
    attributes += f' fo:text-align="{_ALIGN[look.align]}"' if look.align else ""
    attributes += ' fo:keep-with-next="always"' if look.keep_next else ""
    attributes += ' fo:keep-together="always"' if look.keep_lines else ""
    return attributes + (' fo:break-before="page"' if look.page_break_before else "")


def text_properties(look: StyleLook) -> str:
    """The attributes of characters for a look."""
    attributes = _font(look.font) if look.font else ""
    attributes += f' fo:font-size="{look.size / 2:g}pt"' if look.size else ""
    attributes += "" if look.bold is None else f' fo:font-weight="{"bold" if look.bold else "normal"}"'
    attributes += "" if look.italic is None else f' fo:font-style="{"italic" if look.italic else "normal"}"'
    attributes += ' fo:text-transform="uppercase"' if look.caps else ""
    attributes += ' fo:font-variant="small-caps"' if look.small_caps else ""
    return attributes + (f" {_color(look.color)}".rstrip() if look.color else "")


def run_properties(look: Look, language: str) -> str:
    """The attributes of a run: its marks and its language."""
    attributes = "" if look.bold is None else f' fo:font-weight="{"bold" if look.bold else "normal"}"'
    attributes += "" if look.italic is None else f' fo:font-style="{"italic" if look.italic else "normal"}"'
    attributes += "" if look.small_caps is None else f' fo:font-variant="{"small-caps" if look.small_caps else "normal"}"'
    if look.underline is not None:
        attributes += f' style:text-underline-style="{"solid" if look.underline else "none"}"'
    if look.script is not None:
        raised = {"superscript": "super 58%", "subscript": "sub 58%", "baseline": "0% 100%"}[look.script]
        attributes += f' style:text-position="{raised}"'
    if language:
        tongue, _, region = language.partition("-")
        country = region if len(region) == 2 else "none"
        attributes += f" fo:language={value(tongue)} fo:country={value(country)}"
    return attributes


def _font(font: str) -> str:
    return f" fo:font-family={value(font)}"


def _color(color: str | None) -> str:
    return f'fo:color="#{color}" ' if color else ""


def _pages(layout: Layout) -> str:
    page = layout.page
    made = ""
    for name, width, height, orientation in (
        ("Portrait", page.width, page.height, "portrait"),
        ("Wide", page.height, page.width, "landscape"),
    ):
        made += (
            f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{centimetres(width)}" '
            f'fo:page-height="{centimetres(height)}" style:print-orientation="{orientation}" fo:margin-top="{centimetres(page.header)}" '
            f'fo:margin-bottom="{centimetres(page.footer)}" fo:margin-left="{centimetres(page.left)}" '
            f'fo:margin-right="{centimetres(page.right)}"/>'
            f'<style:header-style><style:header-footer-properties fo:min-height="{centimetres(max(page.top - page.header, 0))}"/>'
            f"</style:header-style><style:footer-style><style:header-footer-properties "
            f'fo:min-height="{centimetres(max(page.bottom - page.footer, 0))}"/></style:footer-style></style:page-layout>'
        )
    for side in ("left", "center", "right"):
        for kind in ("Header", "Footer"):
            made += (
                f'<style:style style:name="{kind}{side}" style:family="paragraph" style:parent-style-name="{kind}">'
                f'<style:paragraph-properties fo:text-align="{_ALIGN[side]}"/></style:style>'
            )
    return made


def _masters(layout: Layout) -> str:
    numbers = layout.page_numbers
    masters = _master(USUAL, "Portrait", numbers.other) + _master(LANDSCAPE, "Wide", numbers.other)
    return masters + _master(OPENING, "Portrait", numbers.opening, USUAL)


def _master(name: str, page: str, place: Place, following: str | None = None) -> str:
    number = {"top": "", "bottom": ""}
    if place != "none":
        edge, _, side = place.partition("-")
        kind = "Header" if edge == "top" else "Footer"
        number[edge] = f'<text:p text:style-name="{kind}{side}"><text:page-number text:select-page="current">1</text:page-number></text:p>'
    top, bottom = number["top"] or "<text:p/>", number["bottom"] or "<text:p/>"
    behind = f' style:next-style-name="{following}"' if following else ""
    return (
        f'<style:master-page style:name="{name}" style:page-layout-name="{page}"{behind}><style:header>{top}</style:header>'
        f"<style:footer>{bottom}</style:footer></style:master-page>"
    )
