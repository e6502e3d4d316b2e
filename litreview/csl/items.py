"""Works as the processor takes them, from values at hand or from CSL-JSON, with every fault said.

Source: CSL 1.0.2 data (csl-data.json). Nothing is repaired in silence: what was left out or changed is a Problem.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

import attrs

from litreview.csl.intake import DATES, NAMES, TEXTS, Intake
from litreview.csl.undisturbed import undisturbed
from litreview.errors import Problem, fault, nearest
from litreview.record.csl_values import dates, names
from litreview.record.csl_values.texts import kind_of, renamed, text_of
from litreview.record.dates import Date
from litreview.record.names import Name, without_others
from litreview.record.variables import TYPES, VARIABLES

_TYPES = frozenset(TYPES)
_QUIET = frozenset({"id", "type", "categories", "custom", "multi", "collection-title-short", "publisher-short"})


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
    >>> work.names["author"][0].literal, [problem.code for problem in problems]
    ('Lee, Ann', ['name-as-text'])
    """
    intake = Intake(text_of(mapping.get("id")) or "")
    if not intake.key:
        intake.problems.append(fault("missing-id", severity="error", title=str(mapping.get("title") or "…")[:60]))
    kind = mapping.get("type")
    if not isinstance(kind, str) or not kind:
        intake.problems.append(fault("missing-type", key=intake.key))
        kind = "document"
    elif kind not in _TYPES:
        close = nearest(kind, TYPES)
        intake.problems.append(fault("unknown-type-near" if close else "unknown-type", key=intake.key, value=kind, nearest=close))
    members = renamed(mapping)
    if "event" in mapping:
        members["event"] = mapping["event"]  # a variable of its own in CSL 1.0.1, by which older styles still ask for it
    for field, value in members.items():
        if value is not None and field not in ("id", "type"):
            _read(intake, field, value)
    return _finished(intake, kind), tuple(intake.problems)


def item_of(
    key: str,
    type: str,
    texts: Mapping[str, str],
    names: Mapping[str, tuple[Name, ...]],
    dates: Mapping[str, Date],
    others: Collection[str] = (),
) -> tuple[Item, tuple[Problem, ...]]:
    """The item of values at hand, made ready as those of CSL-JSON are, and what a style cannot print of them.

    >>> item_of("a", "book", {"title": "Ports"}, {"author": (Name(family="van Gogh"),)}, {})[0].names["author"][0].family
    'Gogh'
    """
    intake = Intake(key, dates=dict(dates))
    if not key:
        intake.problems.append(fault("missing-id", severity="error", title=texts.get("title", "…")[:60]))
    for field, text in texts.items():
        intake.add_text(field, text)
    for field, people in names.items():
        intake.add_names(field, people)
    return _finished(intake, type, others), tuple(intake.problems)


def _finished(intake: Intake, kind: str, others: Collection[str] = ()) -> Item:
    intake.read_note()
    named = {field: (people, True) if field in others else without_others(people) for field, people in intake.names.items()}
    people = {field: listed for field, (listed, _) in named.items() if listed}
    further = frozenset((*others, *(field for field, (_, more) in named.items() if more)))
    return Item(intake.key, kind, intake.texts, people, intake.dates, intake.texts.get("language"), further)


def _read(intake: Intake, field: str, value: object) -> None:
    if field in NAMES:
        intake.add_names(field, _people(intake, field, value))
    elif field in DATES:
        _read_date(intake, field, value)
    elif (text := text_of(value)) is not None:
        intake.add_text(field, text)
    elif field in TEXTS:
        intake.problems.append(fault("wrong-kind", key=intake.key, field=field, expected="string", found=kind_of(value)))
    if field not in VARIABLES and field not in _QUIET:
        intake.problems.append(_unknown(intake.key, field))


def _people(intake: Intake, field: str, value: object) -> tuple[Name, ...]:
    entries = value if isinstance(value, list | tuple) else [value]
    readings = [(entry, names.from_json(entry)) for entry in entries]
    for entry, reading in readings:
        for code in reading.faults:
            if code != "name-given-only":
                words = reading.name.text() if reading.name else str(entry)[:60]
                intake.problems.append(fault(code, key=intake.key, field=field, value=words))
    return tuple(reading.name for _, reading in readings if reading.name is not None)


def _read_date(intake: Intake, field: str, value: object) -> None:
    date, lost = dates.from_json(value)
    if date is not None:
        intake.dates[field] = date
    kind = kind_of(value)
    if kind != "object" and (date is not None or lost is not None):
        code = "csl-shape" if date is not None else "wrong-kind"
        intake.problems.append(fault(code, key=intake.key, field=field, expected="date", found=kind))
    elif lost is not None:
        intake.problems.append(fault("date-not-possible", key=intake.key, field=field, value=lost[:60]))
    elif date is None and isinstance(value, Mapping) and value.get("date-parts"):
        intake.problems.append(fault("date-empty", key=intake.key, field=field))


def _unknown(key: str, field: str) -> Problem:
    close = nearest(field, VARIABLES)
    return fault("unknown-field-near" if close else "unknown-field", key=key, severity="info", field=field, nearest=close)


@undisturbed
def items(mappings: Iterable[object]) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Read a CSL-JSON list. Items without id, and later items of the same id, are refused with a Problem; ids are compared exactly."""
    done: dict[str, Item] = {}
    problems: list[Problem] = []
    unknown: dict[str, Problem] = {}
    for place, mapping in enumerate(mappings, 1):
        if not isinstance(mapping, Mapping):
            problems.append(fault("not-an-item", severity="error", value=str(mapping)[:60], number=place))
            continue
        work, faults = item(mapping)
        for problem in faults:
            if problem.code in ("unknown-field", "unknown-field-near"):
                unknown.setdefault(problem.get("field") or "", problem)
            else:
                problems.append(problem)
        if not work.id:
            continue
        if work.id in done:
            problems.append(fault("csl-duplicate-id", key=work.id, severity="error"))
            continue
        done[work.id] = work
    return tuple(done.values()), (*problems, *unknown.values())
