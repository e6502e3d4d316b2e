"""Figures of ours in an edited file: those drawn anew take the place of the old ones that nobody replaced, those that are gone go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from docx.document import Document as WordDocument
from docx.opc.part import Part

from litreview.document.nodes import Diagram, Figure
from litreview.merge.docx.line import Line
from litreview.merge.docx.story import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@attrs.frozen(eq=False)
class Stale:
    """A picture in the file, as its relation, with the figure as it is now and the drawing that shows it."""

    relation: str
    drawing: Any
    figure: Figure


def boxes(paragraph: Any) -> str:
    """The words in the boxes of a drawing, each once."""
    choices = list(paragraph.iter(f"{_MC}Choice")) or [paragraph]
    return "".join(t.text or "" for choice in choices for box in choice.iter(f"{W}txbxContent") for t in box.iter(f"{W}t"))


def untouched(line: Line, key: str, kept: Mapping[str, str]) -> bool:
    """Whether a figure is as it was drawn, as far as words in it tell."""
    words = boxes(line.paragraph)
    return not words or digest(_squeezed(words)) == kept.get(f"picture:{key}")


def _squeezed(words: str) -> bytes:
    return "".join(words.split()).encode("utf-8", "replace")


def digest(image: bytes) -> str:
    """By what a picture is known again."""
    return hashlib.sha256(image).hexdigest()


def remembered(figures: Iterable[Figure]) -> list[tuple[str, str]]:
    """What a manifest keeps of the pictures."""
    return [(f"picture:{figure.key}", digest(_looks(figure))) for figure in figures]


def _looks(figure: Figure) -> bytes:
    return _squeezed("".join(words for row in figure.rows for words in row)) if isinstance(figure, Diagram) else figure.image


def stale(word: WordDocument, lines: Iterable[Line], figures: Mapping[str, Figure], kept: Mapping[str, str]) -> list[Stale]:
    """The pictures that litreview drew, as they were, and that look otherwise now."""
    stale: list[Stale] = []
    for line in lines:
        for figure in (figures[key] for key in line.keys if key in figures and not isinstance(figures[key], Diagram)):
            for drawing in line.paragraph.iter(f"{W}drawing"):
                blip = next(drawing.iter(f"{_A}blip"), None)
                relation = str(blip.get(f"{_R}embed")) if blip is not None else ""
                if relation in word.part.rels and not word.part.rels[relation].is_external:
                    now = digest(word.part.rels[relation].target_part.blob)
                    if now == kept.get(f"picture:{figure.key}") and now != digest(figure.image):
                        stale.append(Stale(relation, drawing, figure))
    return stale


def renew(word: WordDocument, pictures: Iterable[Stale]) -> None:
    """Put the pictures as they are now in the place of those that were, as wide as these."""
    for one in pictures:
        name = word.part.package.next_partname("/word/media/image%d.png")
        word.part.rels[one.relation]._target = Part(name, "image/png", one.figure.image, word.part.package)
        for extent in (*one.drawing.iter(f"{_WP}extent"), *one.drawing.iter(f"{_A}ext")):
            if extent.get("cx") and str(extent.get("cx")).isdigit():
                extent.set("cy", str(round(int(str(extent.get("cx"))) * one.figure.height / max(one.figure.width, 0.1))))
        for about in one.drawing.iter(f"{_WP}docPr"):
            about.set("descr", one.figure.description)
