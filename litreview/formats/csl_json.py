"""CSL-JSON (citeproc JSON): what Zotero, Mendeley, Pandoc and citation processors exchange. Source: ``csl-data.json`` 1.0.2."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from litreview.errors import Origin, Problem, fault
from litreview.formats import Format
from litreview.formats._csl_shape import numbered, shapes
from litreview.formats._json import Item, items, placed
from litreview.formats._records import keyed
from litreview.formats._refusal import refusal
from litreview.record import Study
from litreview.record.csl_item import to_csl_json
from litreview.record.csl_json.read import read_item
from litreview.record.csl_json.schema import fitted


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a list of items, one item, an object with a list under ``items`` or ``references``, or items by their id.

    What does not follow the official schema is a problem with the item's number (slot ``number``), line and key, and is read all the
    same. Raises ReadError where it is no JSON.

    >>> studies, problems = read(b'[{"id": "lee", "type": "book", "titel": "Ports"}]', "lee.json")
    >>> studies[0].key, [(p.get("nearest"), p.origin.line) for p in problems]
    ('lee', [('title', 1)])
    """
    studies: list[Study] = []
    reports: list[tuple[Item, tuple[Problem, ...]]] = []
    strays: list[Problem] = []
    for item in _apart(items(data, name, ("items", "references"))):
        if not isinstance(item.value, Mapping):
            strays.append(fault("not-an-item", file=name, line=item.line, severity="error", value=json.dumps(item.value)[:60]))
            continue
        study, problems = read_item(item.value, Study)
        studies.append(_from(study, name, item.line))
        reports.append((item, (*problems, *shapes(item.value, problems))))
    if reports and not any(_says_something(study) for study in studies):
        first = reports[0][0].value
        raise refusal("no-json-of-studies", name, members=", ".join(list(first)[:8])[:120])
    named = keyed(studies)
    faults = [
        numbered(placed(p, item, name, study.key), n)
        for n, (study, (item, problems)) in enumerate(zip(named, reports, strict=True), 1)
        for p in problems
    ]
    return named, (*strays, *faults)


def _says_something(study: Study) -> bool:
    """Whether a record has anything by which a work is known."""
    return bool(study.title or study.names or study.dates or study.text("DOI") or study.text("URL") or study.key)


def write(studies: Sequence[Study]) -> tuple[bytes, tuple[Problem, ...]]:
    """A list of items, two-space indent, UTF-8. What an item has no place for is under its ``custom``, so there are no problems.

    Every item follows the official schema.
    """
    listed = [fitted(to_csl_json(study)) for study in studies]
    return (json.dumps(listed, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass"), ()


def _apart(rows: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items by their id, as some programs keep them, become a list of items."""
    if len(rows) != 1 or not isinstance(rows[0].value, Mapping):
        return rows
    whole: Mapping[str, Any] = rows[0].value
    if not whole or {"id", "type", "title"} & whole.keys() or not all(isinstance(value, Mapping) for value in whole.values()):
        return rows if whole else ()
    return tuple(Item({"id": key, **value}, rows[0].line_of(key), "") for key, value in whole.items())


def _from(study: Study, name: str, line: int) -> Study:
    return attrs.evolve(study, origin=Origin(name, line, "csl-json"))


FORMAT = Format("csl-json", "CSL-JSON", (".json",), read=read, write=write)
