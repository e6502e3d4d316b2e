"""The merged file in reading order, as far as citations go: a document that is resolved as a whole, and what of it is new."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from litreview.document.nodes import Block, Cite, Document, Paragraph, References, Sentence
from litreview.document.walk import entry_inlines
from litreview.merge.docx.line import Line
from litreview.merge.docx.ops import Op
from litreview.merge.docx.stage import Stage
from litreview.merge.docx.story import W
from litreview.merge.texts import even
from litreview.writers.docx.package import manifest


class Carried:
    """Where something of ours stands or comes to stand, in reading order: paragraphs with their ops, places of new blocks, the
    bibliography."""

    def __init__(self, body: Any, stage: Stage) -> None:
        self.body, self.stage = body, stage
        self.keeper: Any = self._keeper()
        self.sequence: list[Any] = self._sequence()
        self.ops: dict[Any, list[Op]] = {p: stage.works[p].ordered() for p in self.sequence if p in stage.works}

    def _keeper(self) -> Any:
        """A paragraph that keeps the place of the bibliography, before its first entry; None where the file has none."""
        entries = [line.paragraph for _, line in self.stage.edited.entries]
        if not entries:
            return None
        first = next((entry for entry in entries if next(entry.iterancestors(f"{W}tbl", f"{W}txbxContent"), None) is None), entries[0])
        outer = first
        for control in first.iterancestors(f"{W}sdt"):
            if any(control.find(f"{W}sdtPr/{W}{name}") is not None for name in ("bibliography", "docPartObj")):
                outer = control
        keeper = outer.makeelement(f"{W}p", {})
        outer.addprevious(keeper)
        return keeper

    def _sequence(self) -> list[Any]:
        stage = self.stage
        for line in every_line(stage):
            if any(piece.kind in ("cite", "note") for piece in line.pieces):
                stage.works.at(line)
        entries = {line.paragraph for _, line in stage.edited.entries}
        return [
            paragraph
            for paragraph in self.body.iter(f"{W}p")
            if paragraph not in entries and (paragraph in stage.works or paragraph in stage.runs or paragraph is self.keeper)
        ]

    def document(self) -> Document:
        """A document with every citation in reading order; the words between those that stay are left out."""
        blocks: list[Block] = []
        for paragraph in self.sequence:
            if paragraph is self.keeper:
                blocks.append(References("references"))
            elif paragraph in self.stage.runs:
                blocks += self.stage.runs[paragraph]
            else:
                carriers = tuple(Sentence("", "", op.nodes) for op in self.ops[paragraph] if op.nodes is not None)
                blocks.append(Paragraph(carriers, "merge"))
        return attrs.evolve(self.stage.content.document, blocks=tuple(blocks))

    def changes(self, resolved: Document, kept: Mapping[str, str]) -> bool:
        """Whether the merged file would say anything that the file does not say now, or keep it in another way (`kept`)."""
        if any(self.stage.base.kept.get(name) != kept.get(name) for name in ("style", "language", "citations")):
            return True
        if self.stage.runs or self.stage.changed or any(op.piece is None for ops in self.ops.values() for op in ops):
            return True
        for paragraph, block in zip(self.sequence, resolved.blocks, strict=True):
            if isinstance(block, References):
                now = [even(manifest.signed(entry_inlines(entry)))[0] for entry in block.entries]
                if _squeezed(now) != _squeezed([line.text for _, line in self.stage.edited.entries]):
                    return True
                continue
            assert isinstance(block, Paragraph)
            for op, carrier in zip(self.ops[paragraph], block.children, strict=True):
                cite = carrier.children[0] if isinstance(carrier, Sentence) and carrier.children else None
                live = op.piece is not None and op.piece.live and isinstance(cite, Cite)
                if live and op.piece and isinstance(cite, Cite) and _other(op.piece.shown, cite):
                    return True
        return False


def every_line(stage: Stage) -> list[Line]:
    """All lines of a file but those of its bibliography."""
    cells = (cell for table in stage.edited.tables for row in table.rows for cell in row.cells)
    return [*stage.edited.lines, *(line for cell in cells for line in cell.lines)]


def _other(shown: str, cite: Cite) -> bool:
    return _squeezed([shown]) != _squeezed([manifest.shown_text(cite.children)])


def _squeezed(texts: list[str]) -> str:
    """Texts without white space, and without the marks that lead back from entries."""
    return "".join("".join(texts).replace("↑", "").split())
