"""The tables that were generated, wherever they stand now, and what was changed in their cells."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator

import attrs

from litreview.audit.chapters import Passage
from litreview.audit.chapters.text import bare, tokens, without_tokens
from litreview.audit.checks._draft import Draft
from litreview.audit.checks._lines import Line

TABLES = "table/"
"""How the key of a table's block begins."""
_ROW = re.compile(r"(.+)/row/")


@attrs.frozen
class Changed:
    """A paragraph of a cell that was changed: as it stands, as it was generated, and the works of its row (none: not told)."""

    passage: Passage
    text: str
    generated: str
    studies: tuple[str, ...]


def generated_tables(draft: Draft, block: str = TABLES) -> list[int]:
    """The numbers of the tables that were generated as `block`, the one with most of its rows first.

    They are known by the marks of their rows, or by what stands in them where a program has taken the marks off.
    """
    votes = Counter(p.cell[0] for p in draft.text.passages if p.cell and p.key and p.key.startswith(block))
    if not votes:
        votes = Counter(
            line.passage.cell[0]
            for line in draft.lines
            if line.passage.cell and line.base and line.base.said.block.startswith(block) and re.search(r"[^\W\d_]{2}", line.bare)
        )
    return [number for number, _ in votes.most_common()]


def changed_cells(draft: Draft) -> Iterator[Changed]:
    """Each paragraph of a cell that says other words than it was generated with; what fills a place that was left open is none."""
    rows: dict[tuple[int, int], list[Passage]] = {}
    for passage in draft.text.passages:
        if passage.cell and not passage.header:
            rows.setdefault(passage.cell[:2], []).append(passage)
    lines: dict[int, list[Line]] = {}
    for line in draft.lines:
        lines.setdefault(id(line.passage), []).append(line)
    blocks = dict(draft.text.blocks)
    for row in rows.values():
        key = next((p.key for p in row if p.key in blocks and _ROW.match(p.key)), None)
        if key is not None:
            yield from _in_row(draft, row, blocks[key], lines)
        else:
            yield from _by_likeness(line for passage in row for line in lines.get(id(passage), ()))


def _in_row(draft: Draft, row: list[Passage], block: str, lines: dict[int, list[Line]]) -> Iterator[Changed]:
    parts = block.split(" | ")
    before = [bare(without_tokens(part)) for part in parts]
    after = [bare(" ".join(line.bare for line in lines.get(id(passage), ()))) for passage in row]
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "replace":
            continue
        for generated, passage, words in zip(parts[start:end], row[first:last], after[first:last], strict=False):
            if words and _says_something(generated, draft):
                yield Changed(passage, passage.text, without_tokens(generated).strip(), tokens(block))


def _by_likeness(lines: Iterator[Line]) -> Iterator[Changed]:
    for line in lines:
        if line.status == "edited" and line.base is not None and line.base.said.block.startswith(TABLES):
            yield Changed(line.passage, line.text, line.base.bare, line.row)


def _says_something(generated: str, draft: Draft) -> bool:
    """Whether a cell was not left open for the writer."""
    labels = (draft.language.label(name) for name in ("not_stated", "not_read", "no_abstract", "not_filled_in"))
    return bool(re.search(r"\w", without_tokens(generated))) and not any(generated.strip().endswith(label) for label in labels)
