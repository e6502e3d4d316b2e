"""WordprocessingML as strings: one function per construct, every text escaped (ECMA-376 part 1, chapter 17)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape as _escape

import attrs

from litreview.writers._characters import clean

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def escape(text: str) -> str:
    """Text for element content, without the characters that XML forbids."""
    return _escape(clean(text))


def value(text: str) -> str:
    """Text for an attribute between double quotes."""
    return _escape(clean(text), {'"': "&quot;"})


def run(text: str, properties: str = "") -> str:
    """A run of text; `properties` is the finished content of ``w:rPr``."""
    content = f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""
    return element_run(content, properties) if content else ""


def element_run(content: str, properties: str = "") -> str:
    """A run that holds anything but text: a break, a tab, a note mark."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def field(code: str, result: str, properties: str = "") -> str:
    """A complex field: its code, and the runs that it shows until it is updated."""
    return field_begin(code, properties) + result + field_end(properties)


def field_begin(code: str, properties: str = "", dirty: bool = False) -> str:
    """The first half of a field, up to what it shows."""
    mark = ' w:dirty="true"' if dirty else ""
    return (
        element_run(f'<w:fldChar w:fldCharType="begin"{mark}/>', properties)
        + element_run(f'<w:instrText xml:space="preserve">{escape(code)}</w:instrText>', properties)
        + element_run('<w:fldChar w:fldCharType="separate"/>', properties)
    )


def field_end(properties: str = "") -> str:
    """What closes a field."""
    return element_run('<w:fldChar w:fldCharType="end"/>', properties)


def anchor_link(name: str, content: str, tooltip: str = "") -> str:
    """A link to the bookmark `name` of the same document."""
    tip = f' w:tooltip="{value(tooltip)}"' if tooltip else ""
    return f'<w:hyperlink w:anchor="{name}"{tip} w:history="1">{content}</w:hyperlink>'


def external_link(relation: str, content: str) -> str:
    """A link to the address behind the relation with this id."""
    return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'


@attrs.frozen
class P:
    """A paragraph not yet written out.

    `keep_next` is whether it stays on the page of the next one; None leaves that to its style. `properties` is the content of ``w:pPr``
    from ``w:tabs`` or ``w:numPr`` on, `section` the ``w:sectPr`` of the section that it ends.
    """

    style: str
    content: str
    properties: str = ""
    keep_next: bool | None = None
    break_before: bool = False
    section: str = ""

    def __str__(self) -> str:
        style = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        keep = "" if self.keep_next is None else "<w:keepNext/>" if self.keep_next else '<w:keepNext w:val="0"/>'
        flow = keep + ("<w:pageBreakBefore/>" if self.break_before else "")
        properties = style + flow + self.properties + self.section
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{self.content}</w:p>"


def part(root: str, content: Iterable[object], attributes: str = "") -> bytes:
    """A whole part with the root element `root` (such as ``w:footnotes``), of blocks that are text or become it."""
    opening, closing = f"{DECLARATION}<{root} {NAMESPACES}{attributes}>", f"</{root}>"
    return b"".join([opening.encode(), *(str(block).encode() for block in content), closing.encode()])
