"""What in a CSL item does not follow the official schema, as problems; the item is read all the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from litreview.errors import Problem, fault
from litreview.record.csl_json.schema import Misfit, misfits


def shapes(item: Mapping[str, Any], problems: Iterable[Problem], pandoc: bool = False) -> Iterator[Problem]:
    """One problem for each place that reading has not told of already.

    `pandoc`: dates as plain text, keywords as a list and empty fields are usual in CSL-YAML, where every number is a text besides.

    >>> [(p.get("field"), p.get("found")) for p in shapes({"id": "a", "type": "book", "title": 5}, ())]
    [('title', 'number')]
    """
    reported = {re.split("[:. ]", problem.get("field") or "")[0] for problem in problems}
    for misfit in misfits(item):
        if misfit.field in reported or misfit.expected is None or not misfit.found:
            continue  # unknown and missing members are told of by the reader, which knows the newer ones too
        if not (pandoc and _usual(misfit)):
            yield fault("csl-shape", severity="info", field=misfit.path, expected=misfit.expected, found=misfit.found)


def numbered(problem: Problem, number: int) -> Problem:
    """The problem with the number of its item in the list, from 1."""
    return attrs.evolve(problem, data=(*problem.data, ("number", str(number))))


def _usual(misfit: Misfit) -> bool:
    return (
        misfit.found == "null"
        or (misfit.expected == "date" and misfit.found == "string")
        or (misfit.field == "keyword" and misfit.found == "list")
    )
