"""The pages of a university's file where the text goes in: their width, and landscape pages between them."""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree

from litreview.writers.docx.package.sections import Section
from litreview.writers.docx.package.xml import W

_W = f"{{{W}}}"


def _number(element: Any, name: str, otherwise: int) -> int:
    text = element.get(f"{_W}{name}") if element is not None else None
    return int(text) if text is not None and text.lstrip("-").isdigit() else otherwise


class TemplatePages:
    """Pages as the section describes them in which the text will stand; None where a file has no section at all.

    `turns` is off where no section may end: in a table cell, a content control, a text box. `width` is that of the cell there.
    """

    opens_anew = False
    roman = False

    def __init__(self, section: Any, turns: bool, width: int | None = None) -> None:
        self.element, self.turns = section, turns and section is not None
        size = section.find(f"{_W}pgSz") if section is not None else None
        margins = section.find(f"{_W}pgMar") if section is not None else None
        self._width, self._height = _number(size, "w", 11906), _number(size, "h", 16838)
        self._beside = _number(margins, "left", 1440) + _number(margins, "right", 1440) + _number(margins, "gutter", 0)
        self._room = width
        self.broken = False

    def text_width(self, landscape: bool) -> int:
        """The width of a line of text, in twips; of the first column where there are several."""
        if self._room:
            return self._room
        long_side = max(self._width, self._height) if landscape else self._width
        columns = self.element.find(f"{_W}cols") if self.element is not None and not landscape else None
        count = _number(columns, "num", 1)
        return max((long_side - self._beside - (count - 1) * _number(columns, "space", 708)) // max(count, 1), 1440)

    def section(self, section: Section) -> str:
        """A section like the one that the text stands in; only the first of several opens as that one does."""
        made = copy.deepcopy(self.element)
        if section.landscape:
            size = made.find(f"{_W}pgSz")
            if size is None:
                size = etree.SubElement(made, f"{_W}pgSz")
            size.set(f"{_W}w", str(max(self._width, self._height)))
            size.set(f"{_W}h", str(min(self._width, self._height)))
            size.set(f"{_W}orient", "landscape")
            for columns in made.findall(f"{_W}cols"):
                made.remove(columns)
        if section.landscape or self.broken:
            continued(made)
        self.broken = True
        return etree.tostring(made, encoding="unicode", with_tail=False)

    def last(self, section: Section) -> str:
        """Nothing: the file has its own."""
        return ""


def continued(section: Any) -> None:
    """Let a section begin on a new page, go on counting pages, and have no first page of its own."""
    for name in ("titlePg", "type"):
        for element in section.findall(f"{_W}{name}"):
            section.remove(element)
    for counted in section.findall(f"{_W}pgNumType"):
        counted.attrib.pop(f"{_W}start", None)
    kind = etree.Element(f"{_W}type")
    kind.set(f"{_W}val", "nextPage")
    behind = [e for e in section if etree.QName(e).localname in ("headerReference", "footerReference", "footnotePr", "endnotePr")]
    section.insert(len(behind), kind)
