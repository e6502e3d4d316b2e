"""One style of citing: dates, numbers, notes or keys, not several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.thresholds import SHARE_OF_ONE_STYLE
from litreview.errors import Problem

KINDS = ("date", "number", "note", "key")


def run(draft: Draft) -> Iterator[Problem]:
    """Each citation that looks otherwise than those of the rest, or that there is no main way at all."""
    cited = [(line, cite) for line in draft.lines for cite in line.cites if cite.kind in KINDS]
    if any(cite.kind == "note" for _, cite in cited):  # in the cells of a table a style of notes has names and years
        cited = [(line, cite) for line, cite in cited if line.passage.kind != "cell"]
    counts = Counter(cite.kind for _, cite in cited)
    if len(counts) < 2:
        return
    main, times = counts.most_common(1)[0]
    if times < SHARE_OF_ONE_STYLE * len(cited):
        yield found("draft-styles-mixed", draft, severity="error", kinds=", ".join(kind for kind, _ in counts.most_common()))
        return
    for line, cite in cited:
        if cite.kind != main:
            citation = " ".join((line.passage.text[cite.start : cite.end] or cite.kind).split())
            if cite.kind == "key":  # typed by hand, to be set when the chapter is made anew
                yield found("draft-key-typed", draft, place=line.place, citation=citation)
            else:
                yield found("draft-citation-style", draft, place=line.place, citation=citation, main=main)


CHECK = DraftCheck("one-style", run)
