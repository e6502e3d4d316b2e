"""Sentences against the templates they were made from: text that was changed since is known as such."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.errors import Problem


def run(draft: Draft) -> Iterator[Problem]:
    """Each sentence that is no longer template and slots: a note in a file, where a person may change it, else a fault."""
    for line in draft.prose:
        if line.status == "edited" and line.base is not None and not line.base.said.own:
            generated = line.base.said.text.only(draft.language.tag) or ""
            short = generated if len(generated) <= 200 else generated[:199] + "…"
            yield found(
                "draft-text-changed", draft, severity="info" if draft.text.from_file else "error", place=line.place, generated=short
            )


CHECK = DraftCheck("rendered", run)
