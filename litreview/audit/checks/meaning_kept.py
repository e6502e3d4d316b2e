"""Small changes that turn what was generated into something else: a negation or a quantifier put in, taken out or exchanged."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from litreview.audit.chapters.text import bare
from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._cells import changed_cells
from litreview.audit.checks._lines import place
from litreview.audit.thresholds import WORDS_OF_A_CHANGE
from litreview.errors import Problem
from litreview.languages import Language


def run(draft: Draft) -> Iterator[Problem]:
    """Each sentence and cell in which a few changed words deny what was said, or say it of all instead of some."""
    for line in draft.prose:
        if line.status == "edited" and line.base is not None and not line.base.said.own:
            yield from _flipped(draft, line.place, line.base.bare, line.bare)
    for cell in changed_cells(draft):
        yield from _flipped(draft, place(cell.passage), bare(cell.generated), bare(cell.text))


def _flipped(draft: Draft, where: str, generated: str, text: str) -> Iterator[Problem]:
    before, after = _words(generated), _words(text)
    for kind, start, end, first, last in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, new = before[start:end], after[first:last]
        if kind == "equal" or max(len(gone), len(new)) > WORDS_OF_A_CHANGE:
            continue
        was, now = _senses(gone, draft.language), _senses(new, draft.language)
        if was != now and (_denies(was) != _denies(now) or (was and now)):
            word = next((w for w in new if _senses([w], draft.language)), None) or " ".join(new) or "…"
            yield found("draft-meaning-flipped", draft, severity="error", place=where, word=word, generated=generated)
            return


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", text.casefold())


def _senses(words: list[str], spoken: Language) -> frozenset[str]:
    """What words say of how many something holds, and whether they deny it."""
    drafts = spoken.section("drafts")
    quantifiers = drafts["quantifiers"]
    senses = {str(quantifiers[word]) for word in words if word in quantifiers}
    return frozenset(senses | {"not" for word in words if word in drafts["negations"]})


def _denies(senses: frozenset[str]) -> bool:
    return "not" in senses


CHECK = DraftCheck("meaning-kept", run)
