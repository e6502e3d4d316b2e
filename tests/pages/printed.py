"""PDF files made by hand: what stands where, in which size."""

from __future__ import annotations

from collections.abc import Sequence

import attrs


@attrs.frozen
class Set:
    """A stretch of text, its place in points from below and from the left, and the size of its letters."""

    height: float
    text: str
    size: float = 12
    left: float = 72
    bold: bool = False


def pdf(*pages: Sequence[Set], title: str = "") -> bytes:
    """A PDF file of these pages, each set in the order given; `title` is the one that the file gives itself."""
    fonts = ("Helvetica", "Helvetica-Bold")
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", *(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} >>" for name in fonts)]
    objects.append(f"<< /Title ({title}) >>")
    kids: list[str] = []
    for page in pages:
        stream = "\n".join(f"BT /F{1 + s.bold} {s.size} Tf 1 0 0 1 {s.left} {s.height} Tm ({s.text}) Tj ET" for s in page)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        resources = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources {resources} >>")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()
