"""CSL-YAML items to studies and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from litreview.errors import Origin, Problem, fault
from litreview.formats._csl_shape import numbered, shapes
from litreview.formats._records import keyed
from litreview.formats._text import decode
from litreview.formats._yaml.emit import block
from litreview.formats._yaml.tree import Node, at, parse, plain
from litreview.formats.csl_yaml.markdown import from_markdown, to_markdown
from litreview.record import Study
from litreview.record.csl_item import to_csl_json
from litreview.record.csl_json.fields import IDENTIFIERS
from litreview.record.csl_json.read import read_item
from litreview.record.csl_json.schema import fitted
from litreview.record.variables import DATE_VARIABLES, TEXT_VARIABLES, VARIABLES

_MARKED = frozenset(TEXT_VARIABLES) - IDENTIFIERS - {"language", "citation-label"}
"""Variables whose text is Markdown."""
_BY_FOLDED = {name.casefold(): name for name in VARIABLES}


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies under ``references``, or of a plain list of items. Raises ReadError where it is no YAML.

    What does not follow the official schema is a problem and is read all the same; dates and keywords as Pandoc writes them are none.

    >>> studies, problems = read(b"references:\\n- id: lee\\n  type: book\\n  issued: {date-parts: [[2019]]}", "lee.yaml")
    >>> studies[0].issued.year, problems
    (2019, ())
    """
    text, _ = decode(data, name)
    studies: list[Study] = []
    reports: list[tuple[Node, tuple[Problem, ...]]] = []
    strays: list[Problem] = []
    for root in parse(text, name):
        whole = plain(root)
        path: tuple[str, ...] = ("references",) if isinstance(whole, dict) else ()
        listed = whole.get("references") if isinstance(whole, dict) else whole
        for n, item in enumerate(listed if isinstance(listed, list) else []):
            node = at(root, (*path, n))
            if not isinstance(item, Mapping):
                strays.append(fault("not-an-item", file=name, line=node.place.line, severity="error", value=str(item)[:60]))
                continue
            read_as = _as_json(item)
            study, problems = read_item(read_as, Study)
            problems = (*problems, *shapes(read_as, problems, pandoc=True))
            studies.append(attrs.evolve(study, origin=Origin(name, node.place.line, "csl-yaml")))
            reports.append((node, problems))
    named = keyed(studies)
    faults = [
        numbered(_placed(p, node, name, study.key), n)
        for n, (study, (node, problems)) in enumerate(zip(named, reports, strict=True), 1)
        for p in problems
    ]
    return named, (*strays, *faults)


def write(studies: Sequence[Study]) -> tuple[bytes, tuple[Problem, ...]]:
    """The items under ``references``, UTF-8; what an item has no place for is under its ``custom``."""
    return (block({"references": [_as_yaml(fitted(to_csl_json(study))) for study in studies]}) + "\n").encode(), ()


def _as_yaml(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item with its texts in Markdown."""
    return {field: to_markdown(value) if field in _MARKED and isinstance(value, str) else value for field, value in item.items()}


def _as_json(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item as CSL-JSON has it: Pandoc also takes variable names in lower case and dates as ``{year: …, month: …}``."""
    members: dict[str, Any] = {}
    for field, value in item.items():
        variable = _BY_FOLDED.get(field.casefold(), field)
        free = variable if variable not in item and variable not in members else field
        members[free] = _date(value) if free in DATE_VARIABLES else _typed(value) if free == "custom" else _text(free, value)
    return members


def _text(field: str, value: Any) -> Any:
    return from_markdown(value) if field in _MARKED and isinstance(value, str) else value


def _typed(value: Any, name: str = "") -> Any:
    """What we keep under ``custom`` with its numbers and truth values again: every word of a YAML tree is a text."""
    if isinstance(value, dict):
        return {key: _typed(part, key) for key, part in value.items()}
    if isinstance(value, list):
        return [_typed(part) for part in value]
    if name in ("start", "end") and isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    return value == "true" if name in ("inferred", "country_inferred") and value in ("true", "false") else value


def _date(value: Any) -> Any:
    rows = value if isinstance(value, list) else [value]
    if not rows or not all(isinstance(row, Mapping) and "year" in row for row in rows):
        return value
    date: dict[str, Any] = {"date-parts": [[row[part] for part in ("year", "month", "day") if row.get(part)] for row in rows]}
    date |= {part: row[part] for row in rows for part in row if part not in ("year", "month", "day")}
    return date


def _placed(problem: Problem, node: Node, name: str, key: str) -> Problem:
    field = (problem.get("field") or "").partition(":")[0]
    return attrs.evolve(problem, origin=Origin(name, at(node, (field,)).place.line), key=key)
