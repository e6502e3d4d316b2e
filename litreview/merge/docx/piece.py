"""The pieces of which a paragraph consists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import attrs

from litreview.audit.chapters.docx.package import W
from litreview.document.nodes import Cite
from litreview.writers.docx.package.manifest import signed

PieceKind = Literal["text", "cite", "reference", "label", "note", "other"]


@attrs.define(eq=False)
class Piece:
    """A stretch of a paragraph: its text, and the elements that make it up, which are neighbours.

    Of a citation `cite` is what it cites, `shown` what it shows now; `live` is whether it is rendered anew: one whose words
    the writer changed stays as it is.
    """

    kind: PieceKind
    text: str
    elements: list[Any]
    cite: Cite | None = None
    shown: str = ""
    live: bool = True
    tracked: bool = False
    start: int = 0

    @property
    def end(self) -> int:
        """Where it ends in the text of the paragraph."""
        return self.start + len(self.text)


def plain_piece(kind: PieceKind, text: str, elements: list[Any]) -> Piece:
    """A piece that cites nothing."""
    return Piece(kind, text, elements)


def live_cite(elements: list[Any], cite: Cite, shown: str) -> Piece:
    """A citation that is rendered anew."""
    return Piece("cite", signed((cite,)), elements, cite, shown)


def frozen_cite(elements: list[Any], cite: Cite, text: str) -> Piece:
    """A citation whose words the writer changed: they stay."""
    return Piece("cite", text, elements, cite, text, live=False)


def text_pieces(elements: Iterable[Any]) -> list[Piece]:
    """The runs of text in elements."""
    runs = (run for element in elements for run in element.iter(f"{W}r"))
    return [Piece("text", text, [run]) for run in runs if (text := "".join(t.text or "" for t in run.iter(f"{W}t")))]
