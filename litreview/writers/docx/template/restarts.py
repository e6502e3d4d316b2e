"""Headings below each section that count anew, where a list of their own would count on: each section gets a list that begins at 1."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from docx.document import Document as WordDocument
from lxml import etree

from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.counting import Counting, Lists, Place
from litreview.writers.docx.template.labels import counts_in

_W = f"{{{W}}}"
_BEFORE_NUMBERS = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_OF_ONE_LIST = ("nsid", "tmpl", "name", "styleLink", "numStyleLink")
"""What no copy of the definition of a list may have."""


class _Heading(Protocol):
    """A heading of a file, as `litreview.writers.docx.template.numbers.Headed`."""

    @property
    def level(self) -> int: ...

    @property
    def number(self) -> str: ...

    @property
    def listed(self) -> bool: ...


def restarting(headings: Sequence[_Heading], places: Mapping[int, Place], lists: Lists) -> frozenset[int]:
    """The levels whose headings mostly count from 1 below each heading above them, though their list is another one than that.

    `places` are the lists of levels of headings.
    """
    restarting: set[int] = set()
    for level, place in places.items():
        above = places.get(level - 1)
        if above is not None and lists.shared.get(above.list) == lists.shared.get(place.list):
            continue
        firsts, fresh = [], True
        for heading in headings:
            if heading.level == level and heading.listed and fresh:
                firsts.append(counts_in(heading.number))
            fresh = heading.level < level or (fresh and heading.level != level)
        if len(firsts) > 1 and 2 * sum(counts == (1,) for counts in firsts) > len(firsts):
            restarting.add(level)
    return frozenset(restarting)


def restarted_label(lists: Lists, place: Place, count: int) -> str:
    """What a list prints before the heading that is `count` from where it began."""
    counting = Counting(lists)
    return [counting.label(place) for _ in range(count)][-1].strip()


def restart(word: WordDocument, blocks: Sequence[Any], levels: Mapping[str, int], places: Mapping[int, Place]) -> None:
    """Give the headings of the levels in `places`, below each heading above them, a list of their own, like the one in `places`.

    `levels` are the styles of headings of the file. The lists of the file itself are not counted on by ours.
    """
    root = next((rel.target_part.element for rel in word.part.rels.values() if rel.reltype.endswith("/numbering")), None)
    made: dict[int, str] = {}
    current: dict[int, str] = {}
    for block in blocks if root is not None else ():
        properties = block.find(f"{_W}pPr") if block.tag == f"{_W}p" else None
        style = properties.find(f"{_W}pStyle") if properties is not None else None
        level = levels.get(str(style.get(f"{_W}val"))) if style is not None else None
        if properties is None or level is None:
            continue
        for deeper in [one for one in current if one > level]:
            del current[deeper]
        old = properties.find(f"{_W}numPr")
        unnumbered = old is not None and (number := old.find(f"{_W}numId")) is not None and number.get(f"{_W}val") == "0"
        if level not in places or unnumbered:
            continue
        if level not in current:
            if level not in made:
                made[level] = _copied(root, places[level].list)
            current[level] = _begun(root, made[level], places[level].level)
        if old is not None:
            properties.remove(old)
        _put(properties, current[level], places[level].level)


def _put(properties: Any, number: str, level: int) -> None:
    made = etree.Element(f"{_W}numPr")
    etree.SubElement(made, f"{_W}ilvl").set(f"{_W}val", str(level))
    etree.SubElement(made, f"{_W}numId").set(f"{_W}val", number)
    before = sum(etree.QName(child).localname in _BEFORE_NUMBERS for child in properties)
    properties.insert(before, made)


def _copied(root: Any, number: int) -> str:
    """A copy of the definition that the list `number` follows, for which no style stands; gives its id."""
    one = next(num for num in root.iterfind(f"{_W}num") if num.get(f"{_W}numId") == str(number))
    of = one.find(f"{_W}abstractNumId").get(f"{_W}val")
    definitions = root.findall(f"{_W}abstractNum")
    made = copy.deepcopy(next(each for each in definitions if each.get(f"{_W}abstractNumId") == of))
    made.set(f"{_W}abstractNumId", _free(each.get(f"{_W}abstractNumId") for each in definitions))
    for child in list(made.iter(f"{_W}pStyle", *(f"{_W}{name}" for name in _OF_ONE_LIST))):
        child.getparent().remove(child)
    definitions[-1].addnext(made)
    return str(made.get(f"{_W}abstractNumId"))


def _begun(root: Any, definition: str, level: int) -> str:
    """A new list that follows a definition and begins at 1; gives its number."""
    lists = root.findall(f"{_W}num")
    made = etree.Element(f"{_W}num")
    made.set(f"{_W}numId", _free(each.get(f"{_W}numId") for each in lists))
    etree.SubElement(made, f"{_W}abstractNumId").set(f"{_W}val", definition)
    begins = etree.SubElement(made, f"{_W}lvlOverride")
    begins.set(f"{_W}ilvl", str(level))
    etree.SubElement(begins, f"{_W}startOverride").set(f"{_W}val", "1")
    lists[-1].addnext(made)
    return str(made.get(f"{_W}numId"))


def _free(taken: Iterable[str | None]) -> str:
    return str(max((int(number) for number in taken if number), default=0) + 1)
