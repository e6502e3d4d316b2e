"""Which tables need wide pages: those that do not fit upright, so that no page before or behind one is left half empty for nothing."""

from __future__ import annotations

import attrs

from litreview.document.nodes import Document, Table
from litreview.writers.docx.blocks.tables import fits
from litreview.writers.docx.package.layout import Layout
from litreview.writers.docx.package.sections import Pages


def upright(document: Document, layout: Layout, pages: Pages) -> Document:
    """The document with those of its wide tables upright that fit so: none of their words would have to be broken."""
    if not pages.turns:
        return document
    room = pages.text_width(False)
    turned = (attrs.evolve(b, landscape=not fits(layout, b, room)) if isinstance(b, Table) and b.landscape else b for b in document.blocks)
    return attrs.evolve(document, blocks=tuple(turned))
