"""Sentences that claim something and cite nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._lines import Line
from litreview.audit.checks._tokens import numbers
from litreview.audit.thresholds import WORDS_ADDED
from litreview.errors import Problem


def run(draft: Draft) -> Iterator[Problem]:
    """Each sentence that a person wrote into the chapter, or that lost its citations; a made one that rests on no study."""
    for line in draft.prose:
        if _lost(line):
            yield found("draft-uncited", draft, severity="error", place=line.place)
        elif line.status == "generated" and draft.generated(line):
            claim = draft.claim(line)
            if claim is not None and not claim.studies:
                yield found("draft-claim-without-study", draft, severity="error", place=line.place)
        elif not draft.planned(line) and _claims_something(line, draft) and not line.cites:
            yield found("draft-uncited", draft, severity="error", place=line.place)


def _lost(line: Line) -> bool:
    """Whether a sentence that was made with citations has none any more."""
    return line.base is not None and not line.base.said.own and bool(line.base.keys) and not line.cites


def _claims_something(line: Line, draft: Draft) -> bool:
    text = line.text.strip()
    changed = line.status == "edited" and line.base is not None and not line.base.said.own and not line.base.keys
    if changed and line.base is not None and len(line.bare.split()) < len(line.base.words) + WORDS_ADDED:
        return False
    if len(text.split()) < 3 or text.endswith(("?", ":")) or not re.search(r"[^\W\d_]{2}", text):
        return False
    text = re.sub(r"^(?:[^\W\d_]+\s){0,3}[^\W\d_]+,\s+", "", text)  # what joins it to the sentence before
    about = re.match(draft.language.regex(draft.language.section("drafts")["about_text"]), text, re.IGNORECASE)
    return not about or bool(numbers(text[about.end() :], draft.language.tag))


CHECK = DraftCheck("uncited", run)
