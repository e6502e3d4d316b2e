"""What the lists of a file print before its paragraphs (ECMA-376 part 1, 17.9): each list counted as a program does that shows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from litreview.writers.docx.package.numbering import roman
from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.styles import Sheet

_W = f"{{{W}}}"


@attrs.frozen
class Place:
    """A level (from 0) of a list, by the number of the list."""

    list: int
    level: int


@attrs.frozen
class Level:
    """How a level of a list counts: `text` has ``%1`` to ``%9`` for the counts of levels, `restart` is the level that begins it anew."""

    text: str
    form: str = "decimal"
    start: int = 1
    plain: bool = False
    """Whether all counts are shown in Arabic numerals."""
    restart: int | None = None


@attrs.frozen
class Lists:
    """The lists of a file: what each number of a list is, and which levels belong to which style."""

    shared: Mapping[int, int]
    """The definition that a list follows; lists of one definition go on counting."""
    levels: Mapping[int, Mapping[int, Level]]
    starts: Mapping[tuple[int, int], int]
    """Where a list begins anew: list and level to the first count."""
    styled: Mapping[tuple[int, str], int]
    """The level of a definition that a style stands for."""


def _value(element: Any, name: str) -> str | None:
    child = element.find(f"{_W}{name}") if element is not None else None
    return child.get(f"{_W}val") if child is not None else None


def _number(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else otherwise


def lists_of(numbering: Any) -> Lists:
    """Read ``word/numbering.xml``, the parsed part; None for a file without lists."""
    shared: dict[int, int] = {}
    levels: dict[int, dict[int, Level]] = {}
    starts: dict[tuple[int, int], int] = {}
    styled: dict[tuple[int, str], int] = {}
    definitions = {
        _number(e.get(f"{_W}abstractNumId"), -1): e for e in (numbering.findall(f"{_W}abstractNum") if numbering is not None else ())
    }
    by_style = {_value(e, "styleLink"): e for e in definitions.values() if _value(e, "styleLink")}
    for number, definition in definitions.items():
        source = by_style.get(_value(definition, "numStyleLink"), definition)
        levels[number] = {}
        for level in source.findall(f"{_W}lvl"):
            place = _number(level.get(f"{_W}ilvl"))
            levels[number][place] = _level(level)
            if style := _value(level, "pStyle"):
                styled.setdefault((number, style), place)
    for one in numbering.findall(f"{_W}num") if numbering is not None else ():
        number = _number(one.get(f"{_W}numId"))
        shared[number] = _number(_value(one, "abstractNumId"), -1)
        for override in one.findall(f"{_W}lvlOverride"):
            place = _number(override.get(f"{_W}ilvl"))
            if (start := _value(override, "startOverride")) is not None:
                starts[number, place] = _number(start, 1)
    return Lists(shared, levels, starts, styled)


def _level(level: Any) -> Level:
    restart = _value(level, "lvlRestart")
    form = _value(level, "numFmt") or "decimal"
    plain = level.find(f"{_W}isLgl")
    return Level(
        _value(level, "lvlText") or "",
        form,
        _number(_value(level, "start"), 1),
        plain is not None and plain.get(f"{_W}val") not in ("0", "false"),
        _number(restart) if restart is not None else None,
    )


def place_of(paragraph: Any, sheet: Sheet, lists: Lists) -> Place | None:
    """The list that a paragraph is in, by itself or by its style."""
    properties = paragraph.find(f"{_W}pPr")
    own = properties.find(f"{_W}numPr") if properties is not None else None
    mark = properties.find(f"{_W}pStyle") if properties is not None else None
    style = str(mark.get(f"{_W}val")) if mark is not None else sheet.default
    number = _value(own, "numId")
    if number is not None:
        return Place(_number(number), _number(_value(own, "ilvl"))) if _number(number) in lists.shared else None
    by_style = styled_place(style, sheet, lists)
    return Place(by_style.list, _number(_value(own, "ilvl"), by_style.level)) if by_style is not None else None


def styled_place(style: str, sheet: Sheet, lists: Lists) -> Place | None:
    """The list in which a style puts its paragraphs."""
    number = sheet.inherited(style, "pPr/numPr/numId")
    listed = _number(number.get(f"{_W}val")) if number is not None else 0
    if listed not in lists.shared:
        return None
    named = lists.styled.get((lists.shared[listed], style))
    level = sheet.inherited(style, "pPr/numPr/ilvl")
    return Place(listed, named if named is not None else _number(level.get(f"{_W}val")) if level is not None else 0)


class Counting:
    """Lists while a text is read from its beginning."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self._counts: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def copy(self) -> Counting:
        """The same state, to be counted on without changing this one."""
        other = Counting(self.lists)
        other._counts = {number: dict(counts) for number, counts in self._counts.items()}
        other._begun = set(self._begun)
        return other

    def label(self, place: Place) -> str:
        """Count one paragraph at `place` and give what is printed before it."""
        definition = self.lists.shared.get(place.list, -1)
        levels = self.lists.levels.get(definition, {})
        counts = self._counts.setdefault(definition, {})
        level = levels.get(place.level)
        if level is None:
            return ""
        for deeper in range(place.level + 1):
            begins = (place.list, deeper)
            if begins in self.lists.starts and begins not in self._begun:
                self._begun.add(begins)
                counts[deeper] = self.lists.starts[begins] - (1 if deeper == place.level else 0)
        counts[place.level] = counts.get(place.level, level.start - 1) + 1
        for deeper in [d for d in counts if d > place.level]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or place.level < restart:
                del counts[deeper]
        if level.form in ("bullet", "none"):
            return "" if level.form == "none" else level.text
        return re.sub(r"%([1-9])", lambda m: self._shown(int(m[1]) - 1, level.plain, levels, counts), level.text)

    def _shown(self, at: int, plain: bool, levels: Mapping[int, Level], counts: Mapping[int, int]) -> str:
        level = levels.get(at, Level(""))
        return written(counts.get(at, level.start), "decimal" if plain else level.form)


def written(count: int, form: str) -> str:
    """A count in one of the forms of lists; one that is not known here is written in Arabic numerals.

    >>> written(4, "upperRoman"), written(28, "lowerLetter"), written(3, "decimalZero")
    ('IV', 'bb', '03')
    """
    if form in ("upperRoman", "lowerRoman") and 0 < count < 90:
        return roman(count) if form == "upperRoman" else roman(count).lower()
    if form in ("upperLetter", "lowerLetter") and 0 < count < 781:
        letters = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if form == "upperLetter" else letters.lower()
    if form == "none":
        return ""
    return f"{count:02d}" if form == "decimalZero" else str(count)
