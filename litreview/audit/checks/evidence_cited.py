"""The works a sentence cites against the works its words rest on."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._lines import Line
from litreview.errors import Problem


def run(draft: Draft) -> Iterator[Problem]:
    """Each generated sentence, changed or not, that cites another work than it was made from, or one fewer."""
    for line in draft.prose:
        if line.base is None or line.base.said.own or not line.base.keys:
            continue
        missing = [key for key in line.base.keys if key not in line.keys]
        added = [key for key in line.keys if key not in _citable(draft, line)]
        if added:
            rests = ", ".join(line.base.keys[:6])
            yield found("draft-cites-other", draft, severity="error", place=line.place, cited=", ".join(added[:6]), studies=rests)
        elif missing and line.cites:
            yield found("draft-citation-dropped", draft, place=line.place, studies=", ".join(missing[:6]))


def _citable(draft: Draft, line: Line) -> set[str]:
    claim = draft.claim(line)
    keys = line.base.keys if line.base else ()
    return {*keys, *(claim.studies if claim else ())} if line.status == "edited" else set(keys)


CHECK = DraftCheck("evidence-cited", run)
