"""Captions: what is counted, by fields that go on counting (ECMA-376 part 1, 17.16.5.59)."""

from __future__ import annotations

import re

from litreview.document.nodes import Captioned, Table
from litreview.writers._characters import clean
from litreview.writers.docx.blocks.inlines import Emitter, text
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.bookmarks import contents_name, reference_name
from litreview.writers.docx.package.build import Build
from litreview.writers.docx.package.numbering import Scheme


def caption(build: Build, block: Captioned) -> xml.P:
    """The caption, above a table or below a figure: label and number, which a SEQ field counts, then the words."""
    context = build.plain_context
    label = _counted_label(build, block)
    if block.key in build.referred:
        label = build.bookmarks.around(reference_name(block.key), label)
    words = Emitter(build, build.body).start(block.caption)
    between = text(build, build.layout.captions.separator, context) if label and words else ""
    content = build.bookmarks.around(contents_name(block.key), label + between + words)
    marked = build.block(f"{block.key}/caption", content, block.caption, kind="caption")
    if isinstance(block, Table):
        return xml.P("Caption", marked, keep_next=True)
    own = "" if build.options.template else '<w:spacing w:before="120" w:after="240"/>'
    return xml.P("Caption", marked, own, keep_next=False)


def chapter_number(build: Build, scheme: Scheme, label: str) -> str:
    """The number of a chapter ("BAB II") with its Roman part as a field."""
    kind, number = re.sub(r"\W", "", scheme.before)[:30] or "Chapter", scheme.number(label)
    context = build.plain_context
    roman = text(build, label.removeprefix(scheme.before), context)
    field = xml.field(f" SEQ {kind} \\* ROMAN{_restart(build, kind, number)} ", roman, build.properties(context))
    return text(build, scheme.before.replace(" ", "\u00a0"), context) + field


def _restart(build: Build, kind: str, number: int) -> str:
    """The switch that sets a count to `number`, where it would not come there by itself."""
    restart = "" if number == build.sequences.get(kind, 0) + 1 else f" \\r {number}"
    build.sequences[kind] = number
    return restart


def _counted_label(build: Build, block: Captioned) -> str:
    """ "Tabel 2.1" with its last number as a field; a number that does not end in digits is plain text."""
    context = build.plain_context
    match = re.fullmatch(r"(.*?)(\d{1,6})", clean(block.number))
    if not match:
        return text(build, "\u00a0".join(part for part in (clean(block.label), clean(block.number)) if part), context)
    kind, number = sequence(block), int(match[2])
    restart = _restart(build, kind, number)
    before = f"{clean(block.label)}\u00a0{match[1]}" if clean(block.label) else match[1]
    field = xml.field(f" SEQ {kind} \\* ARABIC{restart} ", text(build, match[2], context), build.properties(context))
    return text(build, before, context) + field


def sequence(block: Captioned) -> str:
    """The name under which Word counts what has this label."""
    return re.sub(r"\W", "", clean(block.label))[:30] or ("Table" if isinstance(block, Table) else "Figure")
