"""Dates: localised and free forms, single and ranged, with seasons, years before 1000 and the year suffix.

Source: CSL 1.0.2, "Date", "Date-part", "Date Ranges", "AD and BC", "Seasons".
"""

from __future__ import annotations

from collections.abc import Callable

import attrs
from lxml import etree

from litreview.csl.attributes import Look, attributes_of, look_of
from litreview.csl.context import Context
from litreview.csl.locales import NS, Locale
from litreview.csl.narrowing import Element, wanting
from litreview.csl.numbers import ordinal
from litreview.csl.textcase import change_case
from litreview.csl.tree import Content, Node
from litreview.record.dates import Date, DateParts

_ORDER = ("year", "month", "day")
_SHOWN = {"year": ("year",), "year-month": ("year", "month"), "year-month-day": _ORDER}


@attrs.frozen
class Part:
    """One ``cs:date-part`` with the style's own attributes laid over the locale's."""

    name: str
    form: str
    look: Look
    range_delimiter: str
    strip_periods: bool
    case: str | None

    @property
    def worded(self) -> bool:
        """Whether the affixes have a word, as in "2015年3月" and "2015 г."."""
        return any(character.isalpha() for character in f"{self.look.prefix or ''}{self.look.suffix or ''}")


def _part(name: str, attributes: dict[str, str]) -> Part:
    form = attributes.get("form", "long" if name != "day" else "numeric")
    return Part(
        name, form, look_of(attributes), attributes.get("range-delimiter", "–"), attributes.get("strip-periods") == "true",
        attributes.get("text-case"),
    )  # fmt: skip


def compile_date(element: etree._Element, explicit_suffix: Callable[[], bool]) -> Element:
    """Compile ``cs:date``. `explicit_suffix` tells, once all is compiled, whether the style places the year suffix itself."""
    variable = element.get("variable", "")
    attributes = attributes_of(element)
    form = attributes.get("form")
    look = look_of(attributes)
    own = {part.get("name", ""): attributes_of(part) for part in element.iterfind(f"{NS}date-part")}
    names = _SHOWN.get(attributes.get("date-parts", "year-month-day"), _ORDER)
    free = tuple(_part(name, values) for name, values in own.items())
    delimiter = attributes.get("delimiter", "")
    case = attributes.get("text-case")
    by_locale: dict[str, tuple[tuple[Part, ...], str]] = {}

    def parts_for(locale: Locale) -> tuple[tuple[Part, ...], str]:
        if form is None:
            return free, delimiter
        localised = by_locale.get(locale.tag)
        if localised is None:
            model = locale.date_form(form)
            parts = () if model is None else tuple(
                _part(p.name, {**p.attributes, **_localised(own.get(p.name, {}))}) for p in model.parts if p.name in names
            )  # fmt: skip
            localised = by_locale[locale.tag] = (parts, "" if model is None else model.attributes.get("delimiter", ""))
        return localised

    def render(context: Context) -> Content | None:
        context.called = True
        date = context.date(variable)
        if date is None:
            return None
        parts, between = parts_for(context.locale)
        if context.sorting:
            context.found = True
            return sort_text(date, frozenset(part.name for part in parts)) or None
        node = _date(date, parts, between, context, not explicit_suffix())
        if node is None:
            return None
        context.found = True
        if context.log is not None:
            context.log.append(variable)
        if case is not None:
            node = Node(change_case([node], case, context.ref.english, context.ref.language), mark=None)
        return look.wrap([node], "accessed" if variable == "accessed" else None)

    return wanting((variable,), render)


def _localised(attributes: dict[str, str]) -> dict[str, str]:
    """What a date-part may override in a localised date: not its affixes."""
    return {k: v for k, v in attributes.items() if k not in ("prefix", "suffix")}


def _date(date: Date, parts: tuple[Part, ...], delimiter: str, context: Context, add_suffix: bool) -> Node | None:
    if date.literal is not None:
        year = next((part for part in parts if part.name == "year"), None)
        return None if year is None else _words(date.literal, year)
    start, end = date.start, date.end
    if start is None:
        if end is None:
            return None
        start, end = end, None
    names = [p.name for p in parts]
    open_end = date.open_end
    if end is not None and not _differs(start, end, names):
        end = None
    content: list[Content] = []
    if end is None:
        content = _single(start, parts, context, add_suffix, open_end)
    else:
        content = _range(start, end, parts, context, delimiter, add_suffix)
    return Node(content, delimiter=delimiter or None) if content else None


def _words(literal: str, year: Part) -> Node:
    """Words for a date stand in place of the year, within its brackets, but without a word that goes with a number ("年")."""
    affixes = (None, None) if year.worded else (year.look.prefix, year.look.suffix)
    return Node([literal], prefix=affixes[0], suffix=affixes[1], mark="year")


def _differs(start: DateParts, end: DateParts, names: list[str]) -> bool:
    return any(_value(start, name) != _value(end, name) for name in names)


def _value(end: DateParts, name: str) -> int | None:
    if name == "year":
        return end.year
    if name == "day":
        return end.day
    return end.month if end.month is not None else None if end.season is None else -end.season  # no season is a month


def _single(when: DateParts, parts: tuple[Part, ...], context: Context, add_suffix: bool, open_end: bool) -> list[Content]:
    content: list[Content] = []
    for part, text in _texts(parts, when, context, add_suffix):
        if text is not None:
            content.append(_dress(part, [*text, part.range_delimiter] if open_end and part.name == "year" else text))
    return content


def _texts(parts: tuple[Part, ...], when: DateParts, context: Context, add_suffix: bool) -> list[tuple[Part, list[Content] | None]]:
    fitting = [_fitting(part, when) for part in parts]
    return [(part, _text(part, when, context, add_suffix)) for part in fitting]


def _fitting(part: Part, when: DateParts) -> Part:
    """The part as `when` needs it: where a month is a number and a word ("3月"), a season takes the place of both."""
    if part.name != "month" or when.month is not None or not part.form.startswith("numeric") or not part.worded:
        return part
    return attrs.evolve(part, form="long", look=attrs.evolve(part.look, prefix=None, suffix=None))


def _range(start: DateParts, end: DateParts, parts: tuple[Part, ...], context: Context, delimiter: str, add_suffix: bool) -> list[Content]:
    """Print what the two ends share once: the parts up to the largest that differs are given for both."""
    names = [p.name for p in parts]
    largest = next(name for name in _ORDER if name in names and _value(start, name) != _value(end, name))
    twice = set(_ORDER[_ORDER.index(largest) :])
    inside = [i for i, p in enumerate(parts) if p.name in twice and (_value(start, p.name) is not None or _value(end, p.name) is not None)]
    first, last = inside[0], inside[-1]
    lead = next(p for p in parts if p.name == largest)
    before, middle, after = parts[:first], parts[first : last + 1], parts[last + 1 :]
    head = _texts(before, start, context, add_suffix)
    left = _texts(middle, start, context, False)
    right = _texts(middle, end, context, add_suffix)
    tail = _texts(after, start, context, add_suffix)
    joined: list[Content] = []

    def put(pairs: list[tuple[Part, list[Content] | None]], cut_start: bool, cut_end: bool) -> list[Content]:
        printed = [(p, t) for p, t in pairs if t is not None]
        return [_dress(p, t, cut_start and i == 0, cut_end and i == len(printed) - 1) for i, (p, t) in enumerate(printed)]

    joined += put(head, False, False)
    both_left, both_right = put(left, False, True), put(right, True, False)
    span = Node([*_between(both_left, delimiter), lead.range_delimiter, *_between(both_right, delimiter)])
    joined.append(span)
    joined += put(tail, False, False)
    return joined


def _between(parts: list[Content], delimiter: str) -> list[Content]:
    return [Node(parts, delimiter=delimiter)] if delimiter and len(parts) > 1 else parts


def _dress(part: Part, text: list[Content], cut_start: bool = False, cut_end: bool = False) -> Content:
    """Affixes and formatting of a part; at the delimiter of a range the affix on that side falls away."""
    look = part.look
    return Node(
        text, format=look.format, prefix=None if cut_start else look.prefix, suffix=None if cut_end else look.suffix, quotes=look.quotes,
        mark="year" if part.name == "year" else None,
    )  # fmt: skip


def _text(part: Part, when: DateParts, context: Context, add_suffix: bool) -> list[Content] | None:
    locale = context.locale
    if part.name == "year":
        content: list[Content] = [_year(when.year, part, locale, context.sorting)]
        if add_suffix and context.suffix and not context.suffix_done and not context.sorting:
            context.suffix_done = True
            content.append(Node([context.suffix], mark="year-suffix"))
        return content
    if part.name == "month":
        text = _month(when, part, locale)
    else:
        text = _day(when, part, locale, locale.gender(f"month-{when.month:02d}") if when.month else "")
    if text is None:
        return None
    if part.strip_periods:
        text = text.replace(".", "")
    return change_case([text], part.case, context.ref.english, context.ref.language) if part.case else [text]


def _year(year: int, part: Part, locale: Locale, sorting: bool) -> str:
    if part.form == "short" and year >= 1000:
        return f"{year % 100:02d}"
    if year <= 0:
        return f"{1 - year}{_era(locale, 'bc')}"
    if year < 1000 and not sorting:
        return f"{year}{_era(locale, 'ad')}"
    return str(year)


def _era(locale: Locale, name: str) -> str:
    term = locale.term(name) or ""
    return term if not term or not term[0].isalnum() else " " + term


def _month(when: DateParts, part: Part, locale: Locale) -> str | None:
    if when.month is None:
        if when.season is None or part.form.startswith("numeric"):
            return None
        return locale.term(f"season-{when.season:02d}", part.form) or None
    if part.form == "numeric":
        return str(when.month)
    if part.form == "numeric-leading-zeros":
        return f"{when.month:02d}"
    return locale.term(f"month-{when.month:02d}", part.form) or str(when.month)


def _day(when: DateParts, part: Part, locale: Locale, gender: str) -> str | None:
    if when.day is None:
        return None
    if part.form == "numeric-leading-zeros":
        return f"{when.day:02d}"
    if part.form == "ordinal" and not (locale.day_one_only and when.day != 1):
        return ordinal(when.day, locale, gender)
    return str(when.day)


def sort_text(date: Date, names: frozenset[str] = frozenset(_ORDER)) -> str:
    """A date as a sort key, with the parts in `names`: years before 1 first, a range behind its beginning."""
    start = date.start or date.end
    if start is None:
        return date.literal or ""
    return _sort_end(start, names) + ("-" + _sort_end(date.end, names) if date.end is not None and date.start is not None else "-0")


def _sort_end(end: DateParts, names: frozenset[str]) -> str:
    month = (end.month or (20 + end.season if end.season is not None else 0)) if "month" in names else 0
    day = (end.day or 0) if "day" in names else 0
    return f"{end.year + 100000 if 'year' in names else 0:06d}{month:02d}{day:02d}"
