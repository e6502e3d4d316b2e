"""Diagrams as drawings of Word itself: boxes with their words, arrows between them; they can be moved and written in.

Source: ECMA-376 part 1, chapter 20 (DrawingML), and [MS-ODRAWXML] for groups and shapes of WordprocessingML (wpg, wps).
"""

from __future__ import annotations

from collections.abc import Callable

from litreview.document.diagrams import WIDTH, Placed, layout
from litreview.document.nodes import Diagram
from litreview.writers.docx.package import xml

_EMU = 360_000
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006"
_SHAPES = "http://schemas.microsoft.com/office/word/2010"
_WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
_CENTRED = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
)
_LINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{end}</a:ln>'


def diagram(block: Diagram, numbers: Callable[[int], int], title: str) -> str:
    """The content of the run that holds the drawing; `numbers` gives the first of so many that nothing else has."""
    made = layout(block.rows, block.branching)
    number = numbers(1 + len(made.boxes) + len(made.arrows))
    size = f'cx="{_emu(WIDTH)}" cy="{_emu(made.height)}"'
    shapes = [_box(box, number + n) for n, box in enumerate(made.boxes, 1)]
    shapes += [_arrow(arrow, number + n) for n, arrow in enumerate(made.arrows, len(shapes) + 1)]
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_MAIN}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="{xml.value(title[:200])}" descr="{xml.value(block.description)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_MAIN}/main"><a:graphicData uri="{_SHAPES}/wordprocessingGroup">'
        f'<wpg:wgp xmlns:wpg="{_SHAPES}/wordprocessingGroup" xmlns:wps="{_SHAPES}/wordprocessingShape"><wpg:cNvGrpSpPr/>'
        f'<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm></wpg:grpSpPr>'
        f"{''.join(shapes)}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _box(box: Placed, number: int) -> str:
    place = f'<a:xfrm><a:off x="{_emu(box.x)}" y="{_emu(box.y)}"/><a:ext cx="{_emu(box.width)}" cy="{_emu(box.height)}"/></a:xfrm>'
    lines = box.words.split("\n")
    looks = ("<w:b/>", *('<w:sz w:val="20"/>' for _ in lines[1:]))
    paragraphs = "".join(f"<w:p>{_CENTRED}{xml.run(line, look)}</w:p>" for line, look in zip(lines, looks, strict=True))
    outline = _LINE.format(end="")
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{number}"/><wps:cNvSpPr txBox="1"/><wps:spPr>{place}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_WHITE}{outline}</wps:spPr>'
        f"<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr wrap="square" lIns="36000" tIns="36000" rIns="36000" bIns="36000" anchor="ctr"/></wps:wsp>'
    )


def _arrow(arrow: tuple[float, float, float, float], number: int) -> str:
    x, y, to_x, to_y = arrow
    flip = ' flipH="1"' if to_x < x else ""
    place = (
        f'<a:xfrm{flip}><a:off x="{_emu(min(x, to_x))}" y="{_emu(y)}"/><a:ext cx="{_emu(abs(to_x - x))}" cy="{_emu(to_y - y)}"/></a:xfrm>'
    )
    line = _LINE.format(end='<a:tailEnd type="triangle"/>')
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{number}"/><wps:cNvCnPr/><wps:spPr>{place}'
        f'<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>{line}</wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def _emu(centimetres: float) -> int:
    return round(centimetres * _EMU)
