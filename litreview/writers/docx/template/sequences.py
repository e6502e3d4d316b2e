"""Counted captions around a text that was put between them: those behind it go on as if it were not there (ECMA-376 part 1, 17.16.5.59)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.parser import parse_xml

from litreview.writers.docx.package import xml
from litreview.writers.docx.package.xml import W

_W = f"{{{W}}}"
_SEQ = re.compile(r"\bSEQ\s+(?:\"([^\"]+)\"|(\S+))(.*)", re.DOTALL)


def counts_restored(body: Any, place: Any, blocks: Any) -> None:
    """Behind our last caption of a kind set its count back, unseen, where a caption of the file behind `place` goes on counting.

    `place` is the block that our text follows; None is the end of the file, behind which nothing counts.
    """
    if place is None:
        return
    order = list(body)
    top = place
    while top.getparent() is not body:
        top = top.getparent()
    at = order.index(top) + 1
    before, behind = [c for e in order[:at] for c in _codes(e)], [c for e in order[at:] for c in _codes(e)]
    for kind in {kind for kind, _, _ in (c for e in blocks for c in _codes(e))}:
        following = next((switches for other, switches, _ in behind if other.casefold() == kind.casefold()), None)
        if following is None or re.search(r"\\[rs]\b", following):
            continue
        last = [paragraph for e in blocks for other, _, paragraph in _codes(e) if other == kind][-1]
        hidden = "<w:vanish/>"
        field = xml.field(f" SEQ {kind} \\h \\r {_count(before, kind)} ", xml.run("", hidden), hidden)
        made = parse_xml(xml.part("w:p", [field]))
        for run in list(made):
            last.append(run)


def _codes(element: Any) -> Iterator[tuple[str, str, Any]]:
    """The fields that count captions: their kind, their switches and their paragraph."""
    paragraphs = [element] if element.tag == f"{_W}p" else list(element.iter(f"{_W}p"))
    for paragraph in paragraphs:
        codes = ["".join(code.text or "" for code in paragraph.iter(f"{_W}instrText"))]
        codes += [str(simple.get(f"{_W}instr")) for simple in paragraph.iter(f"{_W}fldSimple")]
        for code in codes:
            if match := _SEQ.search(code):
                yield match[1] or match[2], match[3], paragraph


def _count(codes: list[tuple[str, str, Any]], kind: str) -> int:
    """How far a kind was counted."""
    count = 0
    for other, switches, _ in codes:
        if other.casefold() == kind.casefold():
            again = re.search(r"\\r\s*(\d{1,6})", switches)
            count = int(again[1]) if again else count if re.search(r"\\[ch]\b", switches) and not again else count + 1
    return count
