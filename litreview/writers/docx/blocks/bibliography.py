"""The bibliography: one paragraph a line of an entry, indented as its style asks, each entry a place to which citations lead."""

from __future__ import annotations

from litreview.document.nodes import Entry, References
from litreview.document.walk import entry_inlines, plain
from litreview.writers._lines import Line, lines
from litreview.writers.docx.blocks.inlines import Emitter
from litreview.writers.docx.citations.places import entry_name
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.build import Build
from litreview.writers.docx.package.type_width import width


def references(build: Build, block: References) -> list[xml.P | str]:
    """The paragraphs of a bibliography."""
    hang = build.layout.style("Bibliography").hanging or 709
    if block.align:
        size = (build.layout.style("Bibliography").size or build.layout.style("Normal").size or 24) * 10
        widest = max((width(plain(entry.margin)) for entry in block.entries), default=0.0)
        hang = max(hang if block.hanging else 0, round(widest * size) + size)
    paragraphs = [paragraph for entry in block.entries for paragraph in _entry(build, block, entry, hang)]
    return build.mode.bibliography(build, block, paragraphs)


def _entry(build: Build, block: References, entry: Entry, hang: int) -> list[xml.P]:
    parts = lines(entry)
    own = build.layout.style("Bibliography").hanging is not None
    emit = Emitter(build, build.body)
    paragraphs: list[xml.P] = []
    for number, line in enumerate(parts):
        margin = emit.start(line.margin) + xml.element_run("<w:tab/>") if line.margin else ""
        content = margin + (build.mode.entry(emit, entry.key, line.children) if number == 0 else emit.start(line.children))
        if number == len(parts) - 1:
            content += build.mode.behind_entry(build, entry.key)
        if number == 0:
            if name := entry_name(build, entry.key):
                content = build.bookmarks.around(name, content)
            content = build.block(f"{block.key}/{entry.key}", content, entry_inlines(entry), kind="entry")
        more = number < len(parts) - 1
        properties = _spacing(build, block, more) + _indent(block, line, hang, own)
        paragraphs.append(xml.P("Bibliography", content, properties, keep_next=more or None))
    return paragraphs


def _indent(block: References, line: Line, hang: int, own: bool) -> str:
    """The indent of a line, unless it is the style's `own`."""
    if line.kind == "block":
        return '<w:ind w:left="0" w:firstLine="0"/>'
    if line.kind == "indent":
        return f'<w:ind w:left="{hang}" w:firstLine="0"/>'
    if not (block.hanging or line.margin):
        return '<w:ind w:left="0" w:firstLine="0"/>'
    return "" if own and not line.margin else f'<w:ind w:left="{hang}" w:hanging="{hang}"/>'


def _spacing(build: Build, block: References, more: bool) -> str:
    """Room below a line of an entry: none where the entry goes on."""
    if build.layout.references.spacing == "layout":
        return '<w:spacing w:after="0"/>' if more else ""
    line = 240 * min(max(block.line_spacing, 1), 5)
    after = 0 if more else line * min(max(block.entry_spacing, 0), 5)
    return f'<w:spacing w:after="{after}" w:line="{line}" w:lineRule="auto"/>'
