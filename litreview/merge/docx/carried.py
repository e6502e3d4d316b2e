"""The merged file in reading order, as far as citations go: a document that is resolved as a whole, and what of it is new."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from litreview.document.nodes import Block, Cell, Cite, Document, Inlines, Paragraph, References, Sentence, Table
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
                label = self._label(paragraph)
                carriers = tuple(Sentence("", "", op.nodes) for op in self.ops[paragraph] if op.nodes is not None)
                blocks.append(Paragraph(carriers, "merge") if label is None else _cell(label))
        return attrs.evolve(self.stage.content.document, blocks=tuple(blocks))

    def _label(self, paragraph: Any) -> Cite | None:
        """The citation that is to fill a paragraph of a cell, all of whose paragraphs name works; None where there is more or less."""
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        alone = cell is not None and all(other in self.stage.works and self._alone(other) for other in cell.iterfind(f"{W}p"))
        return self._alone(paragraph) if alone else None

    def _alone(self, paragraph: Any) -> Cite | None:
        """The narrative citation that is to be all of a paragraph."""
        nodes = [op for op in self.stage.works[paragraph].ordered() if op.nodes is not None]
        if len(nodes) != 1:
            return None
        op, text = nodes[0], self.stage.works[paragraph].line.text
        whole = not text[: op.start].strip() and not text[op.end :].strip() and not op.tracked
        cite = op.nodes[0] if op.nodes and len(op.nodes) == 1 else None
        return cite if whole and isinstance(cite, Cite) and cite.mode == "narrative" else None

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
            for op, carrier in zip(self.ops[paragraph], carriers_in(block), strict=True):
                cite = carrier.children[0] if isinstance(carrier, Sentence) and carrier.children else None
                live = op.piece is not None and op.piece.live and isinstance(cite, Cite)
                if live and op.piece and isinstance(cite, Cite) and _other(op.piece.shown, cite):
                    return True
        return False


def _cell(cite: Cite) -> Table:
    """A table of one cell."""
    return Table("merge", "", "", (), (Cell(((cite,),)),), (), (1.0,))


def carriers_in(block: Block) -> Inlines:
    """What a block of `Carried.document` holds for each op that sets something: inlines with the nodes of the op."""
    if isinstance(block, Table):
        return tuple(Sentence("", "", paragraph) for cell in block.header for paragraph in cell.paragraphs)
    assert isinstance(block, Paragraph)
    return block.children


def every_line(stage: Stage) -> list[Line]:
    """All lines of a file but those of its bibliography."""
    cells = (cell for table in stage.edited.tables for row in table.rows for cell in row.cells)
    return [*stage.edited.lines, *(line for cell in cells for line in cell.lines)]


def _other(shown: str, cite: Cite) -> bool:
    return _squeezed([shown]) != _squeezed([manifest.shown_text(cite.children)])


def _squeezed(texts: list[str]) -> str:
    """Texts without white space, and without the marks that lead back from entries."""
    return "".join("".join(texts).replace("↑", "").split())
