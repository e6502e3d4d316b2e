"""A chapter against what was generated for it: works it no longer cites, sentences it no longer has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from litreview.audit.chapters.text import tokens
from litreview.audit.checks import Draft, DraftCheck, found
from litreview.errors import Problem


def run(draft: Draft) -> Iterator[Problem]:
    """Each work that the ledger cites and the file no longer does, then how many generated sentences are not in it any more."""
    if draft.saved is None:
        return
    cited = {key for sentence in draft.saved.said for key in tokens(sentence.text.only(draft.language.tag) or "")}
    for key in sorted(cited - set(draft.cited)):
        yield found("draft-citation-lost", draft, severity="error", study=key)
    tag = draft.language.tag  # a sentence may stand in two sections: each line of it counts
    made = Counter(text for sentence in draft.saved.said if sentence.claim and (text := sentence.text.only(tag)))
    there = Counter(text for line in draft.lines if line.base is not None and (text := line.base.said.text.only(tag)))
    gone = made - there
    if gone:
        yield found("draft-sentences-gone", draft, severity="info", count=gone.total())


CHECK = DraftCheck("read-back", run)
