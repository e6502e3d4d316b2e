"""Which tables need wide pages: a section of its own leaves the page before and the last of its own half empty, so that few do."""

from __future__ import annotations

import attrs

from litreview.document.nodes import Block, Document, Table
from litreview.writers.docx.blocks.heights import row_heights
from litreview.writers.docx.blocks.widths import fits
from litreview.writers.docx.package.layout import Layout
from litreview.writers.docx.package.sections import Pages

_HIGHEST_ROW = 0.5
"""The share of a page that a row of an upright table may take: a higher one would leave half pages empty itself."""

_LEFT_EMPTY = 1.0
"""The pages that turning leaves empty, on average: half of the one before and half of the last."""


def upright(document: Document, layout: Layout, pages: Pages) -> Document:
    """The document with those of its wide tables upright that can stand so."""
    return attrs.evolve(document, blocks=tuple(stood(block, layout, pages) for block in document.blocks))


def stood(block: Block, layout: Layout, pages: Pages) -> Block:
    """A wide table upright where it can stand so; every other block as it is."""
    if not isinstance(block, Table) or not block.landscape or not pages.turns:
        return block
    return attrs.evolve(block, landscape=needs_turning(block, layout, pages))


def needs_turning(table: Table, layout: Layout, pages: Pages) -> bool:
    """Whether a wide table needs landscape pages.

    Words would have to be broken upright, a row would be very high, or it would take more paper than on landscape pages with what these
    leave empty.
    """
    room = pages.text_width(False)
    if not fits(layout, table, room):
        return True
    page = layout.page
    high, low = page.height - page.top - page.bottom, page.width - page.left - page.right
    rows, turned = row_heights(layout, table, room), row_heights(layout, table, pages.text_width(True))
    return max(rows) > _HIGHEST_ROW * high or sum(rows) / high > sum(turned) / low + _LEFT_EMPTY
