"""What every unit of a chapter must be called, whatever section, claim or table it is: by its place in the plan, in no language.

A later run finds by these names what the writer has edited. So a new claim, section or table must keep to them: sentences of claims
have a slot, tables name their rows and columns, nothing has the name of another, and neither a language nor a study more renames what
was there. A move that is made once for each of several values belongs in `litreview.review.claims.slots.EACH`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

import litreview
from litreview._resources import folder
from litreview.document.nodes import Block, Document, Heading, ListBlock, Paragraph, Sentence, Table
from litreview.document.walk import block_inlines, nodes
from litreview.languages import tags
from tests.benchmarks.draft_studies import bibtex

SIZES = (3, 12, 60)


def names(document: Document) -> list[str]:
    """The names of all units: blocks, sentences, items, rows and columns."""
    return [name for block in document.blocks for name in _names(block)]


def _names(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph | ListBlock | Table):
        yield block.key
    if isinstance(block, ListBlock):
        yield from (f"{block.key} item {key}" for key in block.keys)
    if isinstance(block, Table):
        yield from (f"{block.key} row {key}" for key in block.row_keys)
        yield from (f"{block.key} column {key}" for key in block.column_keys)
        return
    yield from (f"sentence {node.slot}" for run in block_inlines(block) for node in nodes(run) if isinstance(node, Sentence))


def drafted(size: int, **choices: str) -> Document:
    """The chapter on so many invented studies; on those that are shipped for 0."""
    library = litreview.load(folder("references")) if size == 0 else litreview.loads(bibtex(size))
    return litreview.draft(library, **choices).document


@pytest.fixture(scope="module", params=(0, *SIZES))
def document(request: pytest.FixtureRequest) -> Document:
    return drafted(request.param)


def test_every_sentence_has_a_slot_and_every_table_names_its_rows_and_columns(document: Document) -> None:
    for block in document.blocks:
        for run in block_inlines(block):
            assert all(node.slot for node in nodes(run) if isinstance(node, Sentence)), block.key
        if isinstance(block, Table):
            assert (len(block.row_keys), len(block.column_keys)) == (len(block.rows), len(block.header)), block.key
        if isinstance(block, ListBlock):
            assert len(block.keys) == len(block.items), block.key


def test_no_two_units_have_one_name(document: Document) -> None:
    assert [name for name, count in Counter(names(document)).items() if count > 1] == []


IN_WORDS = ("finding", "aim", "outcome", "topic.told", "concept.described", "answer")


@pytest.mark.parametrize("size", [0, 12])
def test_another_language_renames_nothing(size: int) -> None:
    """But for what is told in the words of studies, which may be told in one language and left to the table in another."""
    one, *others = (names(drafted(size, lang=tag)) for tag in tags())
    for other in others:
        apart = set(one) ^ set(other)
        assert all(name.split("/")[-1].startswith(IN_WORDS) or name.split("/")[-2].startswith(IN_WORDS) for name in apart), apart
        assert [name for name in one if name not in apart] == [name for name in other if name not in apart]


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_a_study_more_keeps_the_names_of_nearly_all(size: int) -> None:
    """What goes is only what is no longer so: a gap that was filled, a value that is no longer alone."""
    before, behind = set(names(drafted(size))), set(names(drafted(size + 1)))
    assert len(before - behind) <= 0.12 * len(before), sorted(before - behind)
