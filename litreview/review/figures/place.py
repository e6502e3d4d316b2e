"""Figures set into a chapter: each with a sentence that leads to it, at the end of the section it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import attrs

from litreview.document.nodes import Block, Cite, Diagram, Document, Figure, Heading, Inline, Paragraph, Reference, References, Text
from litreview.document.walk import cites, plain, rebuild_document
from litreview.languages import Language
from litreview.review.figures import Kind
from litreview.review.figures.chart import Chart

Draw = Callable[[Chart], tuple[bytes, float, float]]


def study_names(document: Document) -> dict[str, str]:
    """How the text names each study, by key: as in a sentence if it does so anywhere, else as in brackets."""
    names: dict[str, str] = {}
    for mode in ("narrative", "parenthetical"):
        for cite in cites(document):
            if cite.mode == mode and len(cite.items) == 1 and not cite.items[0].locator and cite.children:
                names.setdefault(cite.items[0].key, _without_brackets(cite))
    return names


def _without_brackets(cite: Cite) -> str:
    text = plain(cite.children)
    return text[1:-1] if re.fullmatch(r"\([^()]*\)", text) else text


def with_figures(document: Document, made: Sequence[tuple[Kind, Chart]], draw: Draw, language: Language) -> Document:
    """The document with the charts drawn and set in, numbered in the order in which they stand ("2.1", after the chapter's number)."""
    places: dict[int, list[Chart]] = {}
    for kind, chart in made:
        places.setdefault(_end_of_section(document, kind.sections), []).append(chart)
    chapter = _chapter_prefix(document)
    blocks: list[Block] = []
    count = sum(isinstance(block, Figure) and not isinstance(block, Diagram) for block in document.blocks)
    for position in range(len(document.blocks) + 1):
        for chart in places.get(position, ()):
            count += 1
            blocks += _figure_blocks(chart, f"{chapter}{count}", draw, language)
        for block in document.blocks[position : position + 1]:
            if isinstance(block, Diagram):
                count += 1
                block = attrs.evolve(block, number=f"{chapter}{count}")
            blocks.append(block)
    return _named(attrs.evolve(document, blocks=tuple(blocks)))


def _named(document: Document) -> Document:
    """The document with label and number in each reference to a diagram that has no words yet."""
    labels = {block.key: f"{block.label} {block.number}" for block in document.blocks if isinstance(block, Diagram)}

    def name(node: Inline) -> Inline | None:
        if isinstance(node, Reference) and not node.children and node.key in labels:
            return Reference(node.key, (Text(labels[node.key]),))
        return None

    return rebuild_document(document, name) if labels else document


def _figure_blocks(chart: Chart, number: str, draw: Draw, language: Language) -> list[Block]:
    shared = language.section("figures")
    label, key = str(shared["label"]), f"figure/{chart.name}"
    image, width, height = draw(chart)
    sentence = str(shared[chart.name]["all" if chart.stated == chart.total else "some"])
    before, _, behind = sentence.format(figure="\0", stated=chart.stated, total=chart.total).partition("\0")
    note = f" {chart.note}" if chart.note else ""
    lead = Paragraph((Text(before), Reference(key, (Text(f"{label} {number}"),)), Text(behind + note)), f"{key}/lead")
    return [lead, Figure(key, label, number, (Text(chart.title),), image, width, height, chart.description)]


def _end_of_section(document: Document, sections: Sequence[str]) -> int:
    """Where the first of `sections` that the document has ends: before the next heading; else where its first section does."""
    starts = {block.key: n for n, block in enumerate(document.blocks) if isinstance(block, Heading)}
    first = next((n for n, block in enumerate(document.blocks) if isinstance(block, Heading) and block.level > 1), 0)
    start = next((starts[key] for key in sections if key in starts), first)
    following = document.blocks[start + 1 :]
    stops = (start + 1 + n for n, block in enumerate(following) if isinstance(block, Heading | References))
    return next(stops, len(document.blocks))


def _chapter_prefix(document: Document) -> str:
    """What stands before the number of a figure: that of the chapter and a full stop."""
    numbers = (block.number or "" for block in document.blocks if isinstance(block, Heading) and block.level == 2)
    return next((match[0] for number in numbers if (match := re.match(r"\d+\.", number))), "")
