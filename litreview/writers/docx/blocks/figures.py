"""Figures: the picture in a paragraph of its own, then its caption, which counts and to which cross references lead."""

from __future__ import annotations

from litreview.document.nodes import Diagram, Figure
from litreview.document.walk import plain
from litreview.writers.docx.blocks.captions import caption
from litreview.writers.docx.blocks.diagrams import diagram
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.build import Build

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU = 360_000
"""English metric units in a centimetre."""
_TWIPS = 1440 / 2.54


def figure(build: Build, block: Figure) -> list[xml.P]:
    """The picture, never apart from the caption below it; made smaller where the line is shorter than it is wide."""
    if isinstance(block, Diagram):
        title = " ".join(part for part in (block.label, block.number, plain(block.caption)) if part)
        drawn = build.block(block.key, xml.element_run(diagram(block, build.shapes, title)), kind="figure")
        return [xml.P("Figure", drawn, keep_next=True), caption(build, block)]
    room = build.pages.text_width(False) / _TWIPS
    width, height = max(block.width, 0.1), max(block.height, 0.1)
    scale = min(1.0, room / width)
    number, relation = build.picture(block.image)
    size = f'cx="{round(width * scale * _EMU)}" cy="{round(height * scale * _EMU)}"'
    title = " ".join(part for part in (block.label, block.number, plain(block.caption)) if part)
    drawing = (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="{xml.value(title[:200])}" descr="{xml.value(block.description)}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{relation}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    picture = build.block(block.key, xml.element_run(drawing), kind="figure")
    return [xml.P("Figure", picture, keep_next=True), caption(build, block)]
