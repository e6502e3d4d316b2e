"""What is to be done to lines: stretches replaced, set in or remarked on, kept in a list until citations are known."""

from __future__ import annotations

from typing import Any

import attrs

from litreview.document.nodes import Inlines, Note
from litreview.merge.docx.line import Line
from litreview.merge.docx.piece import Piece


@attrs.define(eq=False)
class Op:
    """One thing to do to a stretch (places in the text of the line).

    - `nodes` are set in its place; None where the stretch stays. `lead` and `tail` are blanks around them.
    - `remark` are the lines of a comment on it, `tracked` says that what is set in is a tracked insertion behind it.
    - `block` is the key of the block whose bookmark goes round what is set in; `piece` the citation that is rendered anew.
    """

    start: int
    end: int
    nodes: Inlines | None = None
    lead: str = ""
    tail: str = ""
    remark: tuple[str, ...] = ()
    tracked: bool = False
    block: str | None = None
    piece: Piece | None = None


@attrs.define(eq=False)
class Work:
    """A line with what is to be done to it."""

    line: Line
    ops: list[Op] = attrs.field(factory=list)

    def ordered(self) -> list[Op]:
        """What is to be done, from left to right, with each citation that stays among it."""
        covered = [(op.start, op.end) for op in self.ops if op.nodes is not None and op.start < op.end and not op.tracked]
        cites = [
            Op(piece.start, piece.end, (piece.cite,), piece=piece)
            for piece in self.line.pieces
            if piece.kind == "cite" and piece.cite is not None and not any(a <= piece.start and piece.end <= b for a, b in covered)
        ]
        notes = [
            Op(piece.start, piece.end, (Note(self.line.story.note_cites(piece.elements[0])),), piece=piece)
            for piece in self.line.pieces
            if piece.kind == "note" and not any(a <= piece.start and piece.end <= b for a, b in covered)
        ]
        return sorted([*self.ops, *cites, *notes], key=lambda op: (op.start, op.end))


class Works(dict[Any, Work]):
    """The work at each paragraph, by its element."""

    def at(self, line: Line) -> Work:
        """The work at a line."""
        return self.setdefault(line.paragraph, Work(line))
