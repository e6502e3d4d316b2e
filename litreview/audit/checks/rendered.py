"""Sentences against the templates they were made from: text that was changed since is known as such."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._cells import Changed, changed_cells
from litreview.audit.checks._lines import place
from litreview.audit.checks._sources import flat, words
from litreview.audit.checks._tokens import vocabulary
from litreview.errors import Problem, Severity


def run(draft: Draft) -> Iterator[Problem]:
    """Each sentence that is no longer template and slots: a note in a file, where a person may change it, else a fault.

    A changed cell is more where it has words that the studies of its row do not: it then says of a study what its record does not.
    """
    for line in draft.prose:
        if line.status == "edited" and line.base is not None and not line.base.said.own:
            yield _changed(draft, "info", line.place, line.base.said.text.only(draft.language.tag) or "")
    for cell in changed_cells(draft):
        yield _changed(draft, "warning" if _new_words(draft, cell) else "info", place(cell.passage), cell.generated)


def _changed(draft: Draft, severity: Severity, where: str, generated: str) -> Problem:
    short = generated if len(generated) <= 200 else generated[:199] + "…"
    return found("draft-text-changed", draft, severity=severity if draft.text.from_file else "error", place=where, generated=short)


def _new_words(draft: Draft, cell: Changed) -> bool:
    """Whether a changed cell has words that neither the generated one, the language files nor the studies of the row have."""
    known = {*words(flat(cell.generated)), *vocabulary()}
    studies = cell.studies or tuple(draft.sources.texts)
    return any(w not in known and w.isalpha() and not draft.sources.has_word(w, studies) for w in words(flat(cell.text)))


CHECK = DraftCheck("rendered", run)
