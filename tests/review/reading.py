"""A document as plain text, citations as their keys: what the tests of the review read."""

from __future__ import annotations

from pathlib import Path

from litreview.document.nodes import Block, Cite, Document, Heading, Inline, Inlines, ListBlock, Paragraph, Table, Text
from litreview.document.walk import plain, rebuild
from litreview.formats import named
from litreview.record import Library, library_of

CASES = Path(__file__).resolve().parent.parent / "cases" / "review"


def corpus(name: str) -> Library:
    """The invented library tests/cases/review/`name`.yaml."""
    read = named("yaml").read
    assert read is not None
    studies, problems = read((CASES / f"{name}.yaml").read_bytes(), f"{name}.yaml")
    assert not problems, problems
    return library_of(studies)


def text(document: Document) -> str:
    """The whole document, a line a block."""
    return "\n".join(line for block in document.blocks for line in _lines(block)) + "\n"


def words(inlines: Inlines) -> str:
    """Inlines as text; a citation is (key; key), in the sentence <key>."""
    return plain(rebuild(inlines, _cite))


def _cite(node: Inline) -> Inline | None:
    if not isinstance(node, Cite):
        return None
    keys = (f"{node.lead} " if node.lead else "") + "; ".join(item.key for item in node.items)
    return Text(f"<{keys}>" if node.mode == "narrative" else f"({keys})")


def _lines(block: Block) -> list[str]:
    if isinstance(block, Heading):
        return ["", f"{'#' * block.level} {block.number or ''} {words(block.children)}".replace("  ", " ")]
    if isinstance(block, Paragraph):
        return ["", words(block.children)]
    if isinstance(block, ListBlock):
        return ["", *(f"- {words(item)}" for item in block.items)]
    if isinstance(block, Table):
        rows = (block.header, *block.rows)
        return [
            "",
            f"{block.label} {block.number}. {words(block.caption)}",
            *(" | ".join(" / ".join(words(p) for p in c.paragraphs) for c in r) for r in rows),
        ]
    return []
