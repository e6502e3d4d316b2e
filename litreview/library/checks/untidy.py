"""Values in another form than records have: what `litreview check --fix` puts right."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.library.repairs import differences, repaired
from litreview.record import Library

_NUMBERS = ("ISBN", "ISSN")
_DASHES = re.compile("[-‐-―−]+")


def run(library: Library) -> Iterator[Problem]:
    """A warning for each value that a repair would change; for information where the print is the same. Spaces are no matter."""
    for study in library:
        after = repaired(study)
        if after != study:
            for problem in differences(study, after, "untidy-field"):
                old, new = ("".join((problem.get(name) or "").split()) for name in ("value", "new"))
                old = _DASHES.sub("-", old) if problem.get("field") == "page" else old  # the style sets the dash
                if problem.get("field") in _NUMBERS or (old == new and problem.get("field") == "page"):
                    yield problem
                elif old != new:
                    yield attrs.evolve(problem, severity="warning")


CHECK = RecordCheck("untidy", run)
