"""Checks of chapters: of what was generated, and of what a person wrote or changed. One module is one check; `CHECK` registers it.

In comes a `Draft`, which `read` makes of a chapter read back, what its file keeps of its making, and the library, as far as they are at
hand; out come problems, in reading order. Called by `audit.judging` and `audit.evidence`. Modules with an underscore are what checks share:
works, citations, sentences, tokens, sources, quotations. Other packages bring checks by the entry points of `GROUP`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from litreview._parts import broken, parts
from litreview.audit.checks._draft import Draft, read
from litreview.audit.checks._lines import Line
from litreview.audit.checks._quotes import quoted_in, worded_in
from litreview.errors import Origin, Problem, Severity

__all__ = ["Draft", "DraftCheck", "Line", "broken_checks", "checks", "found", "quoted_in", "read", "worded_in"]


GROUP = "litreview.draft_checks"
"""The group of entry points by which other packages bring a check."""


@attrs.frozen
class DraftCheck:
    """One check: `run(draft)` gives what it found, in reading order."""

    name: str
    run: Callable[[Draft], Iterable[Problem]]


def checks() -> tuple[DraftCheck, ...]:
    """Every check, by module name."""
    return parts("litreview.audit.checks", "CHECK", DraftCheck, GROUP)


def broken_checks() -> tuple[Problem, ...]:
    """The checks of other packages that cannot be used, each as a problem."""
    return broken(GROUP, "CHECK", DraftCheck)


def found(code: str, draft: Draft, severity: Severity = "warning", **data: str | int) -> Problem:
    """A problem of `draft`. `place` among the slots says where: the heading above it and its first words (`Line.place`)."""
    return Problem(code, tuple((name, str(value)) for name, value in data.items()), Origin(file=draft.text.name), None, severity)
