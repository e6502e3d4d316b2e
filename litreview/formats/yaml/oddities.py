"""Values that have the right shape and are still not what belongs there: they are kept and reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from litreview.errors import nearest
from litreview.formats.yaml.structure import Path
from litreview.record import ASPECTS, OUTCOMES, Partner, Study
from litreview.record.aspects import LEVELS
from litreview.record.fields import LANGUAGE_FIELDS
from litreview.record.frozen_map import FrozenMap
from litreview.record.languages import language_tag

Oddity = tuple[Path, str, dict[str, object]]


def oddities(study: Study) -> Iterator[Oddity]:
    """Each as (path in the record, problem code, slots)."""
    for variable, date in study.dates.items():
        if date.literal is not None and re.search(r"\d", date.literal):
            yield (variable,), "date-as-words", {"field": variable, "value": date.literal}
    for field in (*LANGUAGE_FIELDS, "keywords"):
        yield from _tags((field,), getattr(study, field))
    for variable, text in study.variables.items():
        yield from _tags((variable,), text)
    for name in ASPECTS:
        value = getattr(study.aspects, name)
        for n, entry in enumerate(value if isinstance(value, tuple) else (value,)):
            path: Path = ("aspects", name, n) if isinstance(value, tuple) else ("aspects", name)
            if entry is not None:
                yield from _aspect(path, entry)


def _aspect(path: Path, value: Any) -> Iterator[Oddity]:
    if isinstance(value, Partner):
        yield from _tags((*path, "name"), value.name)
        if value.level is not None and value.level not in LEVELS:
            yield (*path, "level"), *_unknown("level", value.level, LEVELS)
        if value.country is not None and not re.fullmatch("[A-Z]{2}", value.country):
            yield (*path, "country"), "not-a-country", {"value": value.country}
    elif hasattr(value, "text"):
        yield from _tags(path, value.text)
        if path[1] == "outcome" and value.concept is not None and value.concept not in OUTCOMES:
            yield (*path, "concept"), *_unknown("outcome", value.concept, OUTCOMES)
    for n, evidence in enumerate(value.evidence):
        if language_tag(evidence.language) is None:
            yield (*path, "evidence", n, "language"), "unknown-language", {"field": path[1], "value": evidence.language}


def _tags(path: Path, text: FrozenMap[str, Any]) -> Iterator[Oddity]:
    for tag in text:
        if language_tag(tag) is None:
            yield (*path, tag), "unknown-language", {"field": path[1] if path[0] == "aspects" else path[0], "value": tag}


def _unknown(field: str, value: str, known: tuple[str, ...]) -> tuple[str, dict[str, object]]:
    near = nearest(value, known)
    return "value-unknown-near" if near else "value-unknown", {"field": field, "value": value, "known": ", ".join(known), "nearest": near}
