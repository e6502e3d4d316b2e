"""Where wide tables stand: upright where they fit, else on landscape pages behind their chapter, so that no page is left half empty."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.document.nodes import Block, Document, Heading, References, Table
from litreview.writers.docx.blocks.tables import fits
from litreview.writers.docx.contents.references import numbered_anew
from litreview.writers.docx.package.layout import Layout
from litreview.writers.docx.package.sections import Pages


def placed(document: Document, layout: Layout, pages: Pages) -> Document:
    """The document with its wide tables upright or behind the text of their chapter, numbered in the order in which they stand then."""
    if not pages.turns:
        return document
    room = pages.text_width(False)
    blocks = [attrs.evolve(b, landscape=not fits(layout, b, room)) if isinstance(b, Table) and b.landscape else b for b in document.blocks]
    done: list[Block] = []
    waiting: list[Block] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Table) and block.landscape:
            waiting.append(block)
            continue
        if _ends_chapter(blocks, place):
            done += waiting
            waiting = []
        done.append(block)
    done += waiting
    if done == blocks:
        return attrs.evolve(document, blocks=tuple(blocks))
    return numbered_anew(attrs.evolve(document, blocks=tuple(done)), _numbers(blocks, done))


def _ends_chapter(blocks: Sequence[Block], place: int) -> bool:
    """Whether a chapter begins with a block, or the bibliography, with its heading."""
    block = blocks[place]
    listed = isinstance(block, Heading) and place + 1 < len(blocks) and isinstance(blocks[place + 1], References)
    return listed or isinstance(block, References) or (isinstance(block, Heading) and block.level == 1)


def _numbers(before: Sequence[Block], after: Sequence[Block]) -> dict[str, str]:
    """The number of each table by key: those that tables of one label and chapter had, in the order in which they stand now."""
    numbers: dict[tuple[str, str], list[str]] = {}
    for block in before:
        if isinstance(block, Table):
            numbers.setdefault(_kind(block), []).append(block.number)
    return {block.key: numbers[_kind(block)].pop(0) for block in after if isinstance(block, Table)}


def _kind(table: Table) -> tuple[str, str]:
    return table.label, table.number.rpartition(".")[0]
