"""The chapter: sections in the order of the outline, filled from the ledger. Citations and bibliography are left open."""

from __future__ import annotations

import attrs

from litreview.document.nodes import Block, Document, Heading, ListBlock, Paragraph, References, Table, Text
from litreview.languages import Language
from litreview.library.screening import Flow
from litreview.record import Library
from litreview.review.claims import Ledger
from litreview.review.composition import Composition, own_words
from litreview.review.numbering import number_headings, number_tables
from litreview.review.prose import Voice
from litreview.review.remarks import is_own
from litreview.review.sections import every_section, sections, usual_names
from litreview.themes import Outline


def compose(ledger: Ledger, library: Library, outline: Outline, language: Language, flow: Flow | None = None) -> Document:
    """Lay out the chapter: its sections with their tables, and the bibliography; `flow` are the numbers by which the studies were chosen.

    Paragraph keys name the theme and the move, never the place, so that edits can be matched after a new run. The document's
    citations have no children yet, its References no entries: `litreview.cite` fills both.
    """
    voice = Voice(language, library.concepts)
    words = language.section("chapter")
    title = own_words(outline.title, language) or str(words["title"])
    number = str(words["number"]).format(roman=roman(outline.chapter), arabic=outline.chapter)
    sectioned, appendix = _body(Composition(ledger, library, outline, voice, flow=flow), outline.sections or usual_names())
    body = number_headings(sectioned, outline.chapter)
    bibliography: tuple[Block, ...] = (Heading(2, (Text(language.label("bibliography")),), "bibliography"), References("references"))
    blocks = number_tables((Heading(1, (Text(title),), "chapter", number), *body, *bibliography, *appendix), outline.chapter)
    return Document(title, language.word_tag, tuple(block if is_own(block) else _italicised(block, voice) for block in blocks))


def _body(made: Composition, order: tuple[str, ...]) -> tuple[list[Block], list[Block]]:
    """The sections in `order`, and what stands behind the bibliography.

    They are built in the usual order, since later ones refer to tables of earlier ones.
    """
    built: dict[str, list[Block]] = {}
    behind: list[Block] = []
    wanted = sections(order)
    for section in (section for section in every_section() if section in wanted):
        below, further = section.build(made), section.appendix(made)
        made = attrs.evolve(made, tables=(*made.tables, *(block for block in (*below, *further) if isinstance(block, Table))))
        behind += further
        if below:
            heading = made.language.needed("chapter", section.heading, f"section {section.name}")
            built[section.name] = [Heading(2, (Text(str(heading)),), section.name), *below]
    return [block for name in order for block in built.get(name, ())], behind


def roman(n: int) -> str:
    """A number from 1 to 99 in Roman numerals, as chapters of a thesis are numbered.

    >>> roman(2), roman(49)
    ('II', 'XLIX')
    """
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")[n // 10]
    return tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[n % 10]


def _italicised(block: Block, voice: Voice) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(voice.italicise(block.children), block.key)
    if isinstance(block, ListBlock):
        return attrs.evolve(block, items=tuple(voice.italicise(item) for item in block.items))
    return block
