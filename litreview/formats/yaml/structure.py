"""Plain values of a YAML record as the record's own types: cattrs, with our rules for what people write short.

What does not fit raises; `faults` names every place in it and what was expected there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from litreview.errors import nearest
from litreview.record import (
    ASPECTS,
    DECISIONS,
    Aspects,
    Date,
    Evidence,
    Highlight,
    LangList,
    LangText,
    Name,
    Partner,
    Period,
    Screening,
    Span,
    Statement,
    parse_date,
)
from litreview.record.csl_values import dates as csl_dates
from litreview.record.highlights import KINDS, Kind
from litreview.record.languages import is_tag, language_tag
from litreview.record.name_parser import parse_name

T = TypeVar("T")
Path = tuple[str | int, ...]

HYPHENATED = {
    name: override(rename=name.replace("_", "-"))
    for name in ("dropping_particle", "non_dropping_particle", "comma_suffix", "static_ordering")
}
_PERIOD = re.compile(r"(\d{4})\s*(?:(?:[-–—/]|to|sampai|hingga|s\.?d\.?)\s*(\d{4}|\.\.)?)?")


class Expected(ValueError):
    """Something else belongs here. `code` names the problem, `path` leads from the value that was given to the place."""

    def __init__(self, code: str, path: Path = (), **data: object) -> None:
        super().__init__(code)
        self.code, self.path, self.data = code, path, {name: str(value) for name, value in data.items() if value is not None}


def faults(error: BaseException, path: Path = ()) -> Iterator[tuple[Path, Expected]]:
    """Every fault in what cattrs or one of our hooks raised, with the path to its place."""
    if isinstance(error, Expected):
        yield path + error.path, error
    elif isinstance(error, ForbiddenExtraKeysError):
        members = [HYPHENATED[a.name].rename or a.name if a.name in HYPHENATED else a.name for a in attrs.fields(error.cl)]
        for key in sorted(error.extra_fields):
            near = nearest(key, members)
            yield (*path, key), Expected("unknown-part-near" if near else "unknown-part", part=key, nearest=near)
    elif isinstance(error, ClassValidationError | IterableValidationError):
        noted, bare = error.group_exceptions()
        for below, note in noted:
            step = note.index if isinstance(note, IterableValidationNote) else note.name
            yield from faults(below, (*path, step.replace("_", "-") if step in HYPHENATED else step))
        for below in bare:
            yield from faults(below, path)
    elif isinstance(error, KeyError):
        yield path[:-1], Expected("missing-part", part=path[-1] if path else str(error))
    else:
        yield path, Expected("wrong-shape")


def text(value: Any) -> str:
    """A text that says something."""
    if not isinstance(value, str):
        raise Expected("expected-text")
    if not value or value.isspace():
        raise Expected("empty-text")
    return value


def texts(value: Any) -> tuple[str, ...]:
    """A list of texts; a plain string is parted at semicolons, else at commas."""
    if isinstance(value, str):
        value = [word.strip() for word in text(value).split(";" if ";" in value else ",") if word.strip()]
    if not isinstance(value, Sequence):
        raise Expected("expected-list")
    return tuple(_within(n, text, part) for n, part in enumerate(value))


def lang_text(value: Any, tag: str) -> LangText:
    """Text by language, or a plain text, which stands under `tag`. A language with ``null`` is left out.

    >>> lang_text("Kota kembar", "id"), lang_text({"Indonesian": "Kota", "en": None}, "en")
    (LangText({'id': 'Kota kembar'}), LangText({'id': 'Kota'}))
    """
    if isinstance(value, str):
        return LangText({tag: text(value)})
    return LangText(_by_language(value, text, "expected-text-by-language"))


def lang_list(value: Any, tag: str) -> LangList:
    """Lists of text by language, or one list, which stands under `tag`."""
    if isinstance(value, dict):
        return LangList(_by_language(value, texts, "expected-keywords"))
    if not isinstance(value, str | Sequence):
        raise Expected("expected-keywords")
    listed = texts(value)
    return LangList({tag: listed} if listed else {})


def date(value: Any) -> Date:
    """A date: EDTF or a year, words ("in press"), or a mapping as in CSL-JSON."""
    if isinstance(value, str):
        return parse_date(text(value))
    if not isinstance(value, dict):
        raise Expected("expected-date")
    unknown = [name for name in value if name not in csl_dates.MEMBERS]
    if unknown:
        near = nearest(unknown[0], csl_dates.MEMBERS)
        raise Expected("unknown-part-near" if near else "unknown-part", (unknown[0],), part=unknown[0], nearest=near)
    parsed, lost = csl_dates.from_json(value)
    if parsed is None or lost is not None:
        raise Expected("expected-date")
    return parsed


def names(value: Any, tag: str) -> tuple[Name, ...]:
    """A list of names; one name alone is a list of one."""
    rows = value if isinstance(value, list) else [value]
    structured: tuple[Name, ...] = _converter(tag).structure(rows, tuple[Name, ...])
    return structured


def screening(value: Any) -> Screening:
    """Where a work was found and what was decided; one place alone is a list of one."""
    if not isinstance(value, dict):
        raise Expected("expected-mapping")
    parts = ("found-in", "decision", "reason")
    unknown = [name for name in value if name not in parts]
    if unknown:
        near = nearest(str(unknown[0]), parts)
        raise Expected("unknown-part-near" if near else "unknown-part", (unknown[0],), part=unknown[0], nearest=near)
    decision = value.get("decision")
    if decision is not None and decision not in DECISIONS:
        raise Expected("expected-decision", ("decision",), value=decision, decisions=", ".join(DECISIONS))
    places = value.get("found-in")
    found_in = () if places is None else _within("found-in", texts, places)
    reason = "" if value.get("reason") is None else _within("reason", text, value["reason"])
    return Screening(found_in, decision, reason)


def aspects(value: Any, tag: str) -> Aspects:
    """The aspects of a study; plain text in them is in the language `tag`. A ``null`` was looked for and is not stated."""
    if not isinstance(value, dict):
        raise Expected("expected-mapping")
    stated = {name: part for name, part in value.items() if part is not None and part != []}
    structured: Aspects = _converter(tag).structure({name: _many(name, part) for name, part in stated.items()}, Aspects)
    return attrs.evolve(structured, looked_for=tuple(name for name in ASPECTS if name in value and name not in stated))


def highlights(value: Any, tag: str) -> tuple[Highlight, ...]:
    """A list of what was marked in the text; a plain text in it is in the language `tag`."""
    rows = value if isinstance(value, list) else [value]
    structured: tuple[Highlight, ...] = _converter(tag).structure(rows, tuple[Highlight, ...])
    return structured


_MANY = tuple(a.name for a in attrs.fields(Aspects) if a.default == () and a.name != "looked_for")


def _many(name: str, part: Any) -> Any:
    return [part] if name in _MANY and not isinstance(part, list) else part


_STATEMENT = frozenset(a.name for a in attrs.fields(Statement))


@cache
def _converter(tag: str) -> Converter:
    """The converter for records whose plain texts are in the language `tag`. Parts come before wholes: cattrs binds their hooks early."""
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, lambda value, _: text(value))
    converter.register_structure_hook(int, lambda value, _: _integer(value))
    converter.register_structure_hook(bool, lambda value, _: _flag(value))
    converter.register_structure_hook(LangText, lambda value, _: lang_text(value, tag))

    def parts(kind: type[Any], code: str, **overrides: Any) -> Callable[[Any], Any]:
        structure = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **overrides)
        return lambda value: structure(_mapping(value, code), kind)

    converter.register_structure_hook(Span, _hook(parts(Span, "expected-mapping")))
    evidence = parts(Evidence, "expected-evidence")
    converter.register_structure_hook(
        Evidence, _hook(lambda value: evidence({"field": "abstract", **_mapping(value, "expected-evidence")}))
    )
    converter.register_structure_hook_func(lambda kind: kind == tuple[Evidence, ...], _hook(lambda value: _evidence(value, converter)))
    converter.register_structure_hook(Partner, _hook(parts(Partner, "expected-partner")))
    period = parts(Period, "expected-period")
    converter.register_structure_hook(Period, _hook(lambda value: _period(value) if isinstance(value, str) else period(value)))
    statement = parts(Statement, "expected-statement")
    converter.register_structure_hook(Statement, _hook(lambda value: _statement(value, tag, statement)))
    name = parts(Name, "expected-name", **HYPHENATED)
    converter.register_structure_hook(Name, _hook(lambda value: parse_name(text(value)) if isinstance(value, str) else _named(name(value))))
    converter.register_structure_hook_func(lambda kind: kind == Kind, lambda value, _: _kind(value))
    converter.register_structure_hook_func(lambda kind: kind == tuple[str, ...], lambda value, _: texts(value))
    converter.register_structure_hook(Highlight, _hook(parts(Highlight, "expected-mapping")))
    converter.register_structure_hook(Aspects, _hook(parts(Aspects, "expected-mapping", looked_for=override(omit=True))))
    return converter


def _hook(reader: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda value, _: reader(value)


def _statement(value: Any, tag: str, full: Callable[[Any], Any]) -> Any:
    if isinstance(value, dict) and set(value) & _STATEMENT:
        return full(value if "text" in value or not value.get("concept") else {"text": {}, **value})
    if isinstance(value, dict):
        if not value:
            raise Expected("expected-statement")
        for key in value:
            if language_tag(key) is None and (near := nearest(key, _STATEMENT)):
                raise Expected("unknown-part-near", (key,), part=key, nearest=near)
    elif not isinstance(value, str):
        raise Expected("expected-statement")
    return Statement(lang_text(value, tag))


def _named(name: Name) -> Name:
    if (name.literal is None) == (name.family is None):
        raise Expected("expected-name")
    return name


def _evidence(value: Any, converter: Converter) -> tuple[Evidence, ...]:
    rows = [value] if isinstance(value, dict) else value
    if not isinstance(rows, list):
        raise Expected("expected-evidence")
    return tuple(converter.structure(rows, list[Evidence]))


def _mapping(value: Any, code: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Expected(code)
    return value


def _within(step: str | int, reader: Callable[[Any], T], value: Any) -> T:
    try:
        return reader(value)
    except Expected as error:
        raise Expected(error.code, (step, *error.path), **error.data) from None


def _by_language(value: Any, reader: Callable[[Any], T], code: str) -> dict[str, T]:
    by_tag: dict[str, T] = {}
    for key, part in _mapping(value, code).items():
        if part is None:
            continue
        tag = language_tag(key) or key
        if not is_tag(tag):
            raise Expected("expected-language", (key,), value=key)
        if tag in by_tag:
            raise Expected("repeated-language", (key,), value=key)
        by_tag[tag] = _within(key, reader, part)
    return by_tag


def _integer(value: Any) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]{1,9}", value):
        raise Expected("expected-number")
    return int(value)


def _kind(value: Any) -> Kind:
    if value not in KINDS:
        raise Expected("expected-kind-of-mark", known=", ".join(KINDS))
    return next(kind for kind in KINDS if kind == value)


def _flag(value: Any) -> bool:
    if value not in ("true", "false"):
        raise Expected("expected-true-or-false")
    return bool(value == "true")


def _period(value: str) -> Period:
    match = _PERIOD.fullmatch(value.strip())
    if not match:
        raise Expected("expected-period")
    return Period(int(match[1]), int(match[2]) if match[2] and match[2] != ".." else None)
