"""Single fields of CSL-JSON: text, names and dates, each with the faults that are common in the wild."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from litreview.csl.particles import split_particles
from litreview.csl.rawdates import read_raw
from litreview.csl.richtext import unbalanced
from litreview.errors import Problem, fault
from litreview.record.dates import Date, DateParts, date_parts
from litreview.record.names import Name

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


def text_of_field(key: str, field: str, value: object) -> tuple[str, list[Problem]]:
    """A text or number field as a string; "" if it cannot be used."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return "", [fault("wrong-kind", key=key, field=field, expected="string", found=_kind(value))]
    text = str(value)
    problems = []
    if _CONTROL.search(text):
        text = _CONTROL.sub("", text)
        problems.append(fault("control-characters", key=key, field=field))
    tag = unbalanced(text)
    if tag is not None:
        problems.append(fault("csl-unbalanced-markup", key=key, field=field, tag=tag))
    return text, problems


def names_of(key: str, field: str, value: object) -> tuple[tuple[Name, ...], list[Problem]]:
    """A list of names; particles written into family or given name are told apart. A last "others" is still among them."""
    if not isinstance(value, list | tuple):
        return (), [fault("wrong-kind", key=key, field=field, expected="names", found=_kind(value))]
    people: list[Name] = []
    problems: list[Problem] = []
    for one in value:
        if not isinstance(one, Mapping):
            problems.append(fault("name-not-understood", key=key, field=field, value=str(one)[:60]))
            continue
        person, faults = _name(key, field, one)
        problems += faults
        if person is not None:
            people.append(person)
    return tuple(people), problems


def _name(key: str, field: str, one: Mapping[str, object]) -> tuple[Name | None, list[Problem]]:
    problems: list[Problem] = []

    def part(name: str) -> str | None:
        value = one.get(name)
        if value is None:
            return None
        text, faults = text_of_field(key, field, value)
        problems.extend(faults)
        return " ".join(text.split()) if "\u00a0" not in text else text.strip(" ") or None

    family, given, literal = part("family") or None, part("given") or None, part("literal") or None
    if literal is not None and (family is not None or given is not None):
        problems.append(fault("name-literal-and-parts", key=key, field=field, value=literal))
        literal = None
    if literal is not None:
        return Name(literal=literal), problems
    if one.get("isInstitution") and family is not None and given is None:
        return Name(literal=family), problems
    if family is None:
        if given is None:
            return None, problems
        return Name(family=given), problems
    person = Name(
        family=family,
        given=given,
        dropping_particle=part("dropping-particle") or None,
        non_dropping_particle=part("non-dropping-particle") or None,
        suffix=part("suffix") or None,
        comma_suffix=bool(one.get("comma-suffix")),
        static_ordering=bool(one.get("static-ordering")),
    )
    return (split_particles(person) if one.get("parse-names", True) not in (False, 0, "false") else person), problems


def dates_of(key: str, field: str, value: object) -> tuple[Date | None, list[Problem]]:
    """A date variable: an object with ``date-parts``, ``raw`` or ``literal``, or (with a problem) a bare string or number."""
    if isinstance(value, int | str) and not isinstance(value, bool):
        when = read_raw(str(value))
        if when is None:
            return None, []
        return when, [fault("csl-shape", key=key, field=field, expected="date", found=_kind(value))]
    if not isinstance(value, Mapping):
        return None, [fault("wrong-kind", key=key, field=field, expected="date", found=_kind(value))]
    circa = value.get("circa") not in (None, False, 0, "", "0", "false")
    parts = value.get("date-parts")
    literal, raw = value.get("literal"), value.get("raw") or value.get("edtf")
    if isinstance(parts, list | tuple) and any(parts):
        return _from_parts(key, field, parts, value.get("season"), circa)
    if literal:
        return Date(literal=str(literal), circa=circa), []
    if raw:
        when = read_raw(str(raw))
        if when is None:
            return None, []
        if not value.get("raw"):
            when = attrs.evolve(when, start=_without_year_0(when.start), end=_without_year_0(when.end))
        return attrs.evolve(when, circa=when.circa or circa), []
    if parts in ([], [[]], ()) or parts is None:
        problems = [fault("date-empty", key=key, field=field)] if parts == [[]] else []
        return None, problems
    return None, [fault("date-not-possible", key=key, field=field, value=str(parts)[:60])]


def _without_year_0(end: DateParts | None) -> DateParts | None:
    """One end of an EDTF date, which has a year 0, with the years before Christ counted as CSL prints them."""
    return attrs.evolve(end, year=end.year - 1) if end is not None and end.year <= 0 else end


def _from_parts(key: str, field: str, parts: Sequence[object], season: object, circa: bool) -> tuple[Date | None, list[Problem]]:
    problems: list[Problem] = []
    ends: list[DateParts | None] = []
    for inner in parts[:2]:
        numbers = inner if isinstance(inner, list | tuple) else [inner]
        values = [n for n in numbers if n not in (None, "")]
        end = _end(values)
        if end is None and values and not all(str(v).strip() == "0" for v in values):
            problems.append(fault("date-not-possible", key=key, field=field, value="-".join(str(v) for v in values)[:60]))
            year = re.match(r"-?\d{1,4}$", str(values[0]).strip())
            end = DateParts(int(year[0])) if year else None
        ends.append(end)
    start = ends[0]
    last = ends[1] if len(ends) > 1 else None
    open_end = len(ends) > 1 and last is None
    if start is None:
        if last is None:
            return None, problems or [fault("date-empty", key=key, field=field)]
        return Date(end=last, open_start=True, circa=circa), problems
    if season not in (None, "") and start.month is None:
        number = _SEASONS.get(str(season).strip().lower()) or (int(str(season)) if str(season).strip() in ("1", "2", "3", "4") else None)
        if number is not None:
            start = DateParts(start.year, season=number)
        else:
            problems.append(fault("date-not-possible", key=key, field=field, value=str(season)[:60]))
    return Date(start=start, end=last, open_end=open_end, circa=circa), problems


def _end(values: list[object]) -> DateParts | None:
    """One inner list of ``date-parts``; a month or day of 0 is not known."""
    texts = [str(v).strip() for v in values]
    while len(texts) > 1 and texts[-1] in ("0", "00"):
        texts.pop()
    return date_parts(texts) if texts and texts != ["0"] else None


def _kind(value: object) -> str:
    """What JSON calls the kind of a value."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, Mapping):
        return "object"
    return "list" if isinstance(value, list | tuple) else "string" if isinstance(value, str) else "number"
