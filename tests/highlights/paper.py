"""A small PDF, written by hand: lines of text, marks over whole lines, page labels."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

TOP, STEP, SIZE, LEFT, RIGHT = 720, 24, 12, 72, 540


@attrs.frozen
class Drawn:
    """A mark over the lines `first` to `last` (from 0) of a page, or a note beside the first."""

    first: int
    last: int
    colour: tuple[float, float, float] = (1.0, 0.83, 0.0)
    contents: str = ""
    subtype: str = "Highlight"
    name: str = ""


def paper(pages: Sequence[tuple[Sequence[str], Sequence[Drawn]]], first: int | None = None) -> bytes:
    """The file; with `first` it says that its pages are numbered from there on."""
    objects: list[bytes] = []

    def put(body: str) -> int:
        objects.append(body.encode("latin-1"))
        return len(objects)

    font = put("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    tree = len(objects) + 1 + sum(2 + len(marks) for _, marks in pages)
    kids: list[int] = []
    for lines, marks in pages:
        shown = " ".join(f"1 0 0 1 {LEFT} {TOP - STEP * n} Tm ({_escaped(line)}) Tj" for n, line in enumerate(lines))
        stream = f"BT /F1 {SIZE} Tf {shown} ET"
        content = put(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        annotations = [put(_annotation(mark)) for mark in marks]
        listed = " ".join(f"{number} 0 R" for number in annotations)
        kids.append(
            put(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R "
                f"/Resources << /Font << /F1 {font} 0 R >> >> /Annots [{listed}] >>"
            )
        )
    assert put(f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>") == tree
    labels = f"/PageLabels << /Nums [0 << /S /D /St {first} >>] >>" if first is not None else ""
    root = put(f"<< /Type /Catalog /Pages {tree} 0 R {labels} >>")
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(data)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return data + f"trailer\n<< /Size {len(objects) + 1} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def _annotation(mark: Drawn) -> str:
    quads = []
    for line in range(mark.first, mark.last + 1):
        low, high = TOP - STEP * line - 3, TOP - STEP * line + SIZE
        quads.append(f"{LEFT - 2} {high} {RIGHT} {high} {LEFT - 2} {low} {RIGHT} {low}")
    low, high = TOP - STEP * mark.last - 3, TOP - STEP * mark.first + SIZE
    colour = " ".join(str(part) for part in mark.colour)
    points = f"/QuadPoints [{' '.join(quads)}]" if mark.subtype in ("Highlight", "Underline") else ""
    name = f"/NM ({mark.name})" if mark.name else ""
    return (
        f"<< /Type /Annot /Subtype /{mark.subtype} /Rect [{LEFT} {low} {RIGHT} {high}] /C [{colour}] "
        f"/Contents ({_escaped(mark.contents)}) {points} {name} >>"
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
