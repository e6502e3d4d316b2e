"""Works as the processor takes them, and the way from CSL-JSON to them, with every fault said.

Source: CSL 1.0.2 data (csl-data.json). Nothing is repaired in silence: what was left out or changed is a Problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs

from litreview.csl.intake import dates_of, names_of, text_of_field
from litreview.errors import Problem, fault, nearest
from litreview.record.dates import Date
from litreview.record.names import Name, without_others
from litreview.record.variables import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES, TYPES, VARIABLES

_NAMES, _DATES, _TEXTS = frozenset(NAME_VARIABLES), frozenset(DATE_VARIABLES), frozenset(TEXT_VARIABLES + NUMBER_VARIABLES)
_TYPES = frozenset(TYPES)
_QUIET = frozenset({"id", "type", "categories", "custom", "multi", "collection-title-short", "publisher-short"})
_NOTE_LINE = re.compile(r"^\s*(?:\{:)?([A-Za-z][\w-]*)\s*:\s*(.+?)\}?\s*$")


def _read_only(mapping: Mapping[str, object]) -> Mapping[str, object]:
    return MappingProxyType(dict(mapping))


@attrs.frozen(eq=False)
class Item:
    """One work: its variables by CSL name, each of its kind. A variable that is not known is not there.

    `type` is a CSL type. `texts` holds text and number variables as strings, with the markup that CSL-JSON allows. `others` are the
    name variables whose list goes on with persons whom the source does not name: they print as "et al.".
    `language` is a BCP 47 tag or None.

    >>> Item(id="lee2019", type="book", texts={"title": "Sister cities"}, names={"author": (Name(family="Lee"),)}).texts["title"]
    'Sister cities'
    """

    id: str
    type: str = "document"
    texts: Mapping[str, str] = attrs.field(factory=dict, converter=_read_only)
    names: Mapping[str, tuple[Name, ...]] = attrs.field(factory=dict, converter=_read_only)
    dates: Mapping[str, Date] = attrs.field(factory=dict, converter=_read_only)
    language: str | None = None
    others: frozenset[str] = frozenset()


def item(mapping: Mapping[str, object]) -> tuple[Item, tuple[Problem, ...]]:
    """Read one CSL-JSON item. Never raises: what cannot be used is left out and said.

    >>> work, problems = item({"id": "a", "type": "book", "title": None, "author": "Lee, Ann"})
    >>> [problem.code for problem in problems]
    ['wrong-kind']
    """
    problems: list[Problem] = []
    key = mapping.get("id")
    if key is None or key == "" or isinstance(key, list | dict):
        problems.append(fault("missing-id", severity="error", title=str(mapping.get("title") or "…")[:60]))
        key = ""
    name = str(key)
    kind = mapping.get("type")
    if not isinstance(kind, str) or not kind:
        problems.append(fault("missing-type", key=name))
        kind = "document"
    elif kind not in _TYPES:
        close = nearest(kind, TYPES)
        problems.append(fault("unknown-type-near" if close else "unknown-type", key=name, value=kind, nearest=close))
    texts: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, Date] = {}
    for field, value in mapping.items():
        if value is None or field in ("id", "type"):
            continue
        _read(name, field, value, texts, names, dates, problems)
    _read_note(name, texts, names, dates)
    for new, old in (("container-title-short", "journalAbbreviation"), ("title-short", "shortTitle"), ("event-title", "event")):
        if old in texts:
            texts.setdefault(new, texts[old])
    language = texts.get("language")
    others = frozenset(field for field, people in names.items() if without_others(people)[1])
    for field in others:
        names[field] = without_others(names[field])[0]
    return Item(name, kind, texts, {f: people for f, people in names.items() if people}, dates, language, others), tuple(problems)


def _read(
    key: str,
    field: str,
    value: object,
    texts: dict[str, str],
    names: dict[str, tuple[Name, ...]],
    dates: dict[str, Date],
    problems: list[Problem],
) -> None:
    if field in _NAMES:
        people, faults = names_of(key, field, value)
        problems += faults
        if people:
            names[field] = people
    elif field in _DATES:
        when, faults = dates_of(key, field, value)
        problems += faults
        if when is not None:
            dates[field] = when
    elif field in _TEXTS or isinstance(value, str | int | float):
        text, faults = text_of_field(key, field, value)
        problems += faults
        if text:
            texts[field] = text
        if field not in VARIABLES and field not in _QUIET:
            problems.append(_unknown(key, field))
    elif field not in _QUIET:
        problems.append(_unknown(key, field))


def _unknown(key: str, field: str) -> Problem:
    close = nearest(field, VARIABLES)
    return fault("unknown-field-near" if close else "unknown-field", key=key, severity="info", field=field, nearest=close)


def _read_note(key: str, texts: dict[str, str], names: dict[str, tuple[Name, ...]], dates: dict[str, Date]) -> None:
    """Variables that reference managers keep as ``variable: value`` lines at the start of ``note``; a field of its own wins."""
    note = texts.get("note")
    if not note or ":" not in note:
        return
    kept: list[str] = []
    reading = True
    for line in note.splitlines():
        found = _NOTE_LINE.match(line) if reading else None
        field = found[1] if found else ""
        if found and field in _DATES:
            when, _ = dates_of(key, field, found[2])
            if when is not None and when.literal is None:
                dates.setdefault(field, when)
        elif found and field in _NAMES:
            family, _, given = found[2].partition("||")
            person = {"family": family.strip(), "given": given.strip()} if given else {"literal": family.strip()}
            people, _ = names_of(key, field, [person])
            names.setdefault(field, people)
        elif found and field != "note" and (field in _TEXTS or field.removesuffix("-short") in _TEXTS):
            texts.setdefault(field, found[2])
        else:
            reading = reading and not line.strip()
            kept.append(line)
    if "\n".join(kept).strip():
        texts["note"] = "\n".join(kept)
    else:
        del texts["note"]


def items(mappings: Iterable[object]) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Read a CSL-JSON list. Items without id, and later items of the same id, are refused with a Problem; ids are compared exactly."""
    done: dict[str, Item] = {}
    problems: list[Problem] = []
    unknown: dict[str, Problem] = {}
    for place, mapping in enumerate(mappings, 1):
        if not isinstance(mapping, Mapping):
            problems.append(fault("not-an-item", severity="error", value=str(mapping)[:60], number=place))
            continue
        one, faults = item(mapping)
        for problem in faults:
            if problem.code in ("unknown-field", "unknown-field-near"):
                unknown.setdefault(problem.get("field") or "", problem)
            else:
                problems.append(problem)
        if not one.id:
            continue
        if one.id in done:
            problems.append(fault("csl-duplicate-id", key=one.id, severity="error"))
            continue
        done[one.id] = one
    return tuple(done.values()), (*problems, *unknown.values())
