"""Verbs that say more than the evidence: proof where a study reports, findings where it only sets out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._lines import Line
from litreview.audit.checks._tokens import quotations
from litreview.errors import Problem


def run(draft: Draft) -> Iterator[Problem]:
    """Each strong verb outside quotations, and each verb of finding told of an aim or a background."""
    words = draft.language.section("drafts")
    for line in draft.prose:
        text = _unquoted(line)
        if not draft.generated(line) or line.base is None or line.base.said.claim is not None:
            for strong in re.finditer(draft.language.regex(words["banned"]), text, re.IGNORECASE):
                if not _in_study(draft, line, strong.group()):
                    yield found("draft-verb-strong", draft, place=line.place, verb=strong.group())
        claim = draft.claim(line)
        aspects = {group.value.aspect for group in claim.groups if any(part.statements for part in group.parts)} if claim else set()
        match = re.search(draft.language.regex(words["verbs"]["result"]), text, re.IGNORECASE)
        if match and aspects and aspects <= {"aim", "question", "background"}:
            yield found("draft-verb-role", draft, place=line.place, verb=match.group())


def _unquoted(line: Line) -> str:
    text = line.prose
    for quote in reversed(quotations(text)):
        text = text[: quote.start] + " " * (quote.end - quote.start) + text[quote.end :]
    return text


def _in_study(draft: Draft, line: Line, word: str) -> bool:
    """Whether a generated sentence has the word from a study, whose own statement it tells."""
    return draft.generated(line) and draft.sources.has_word(word, line.known)


CHECK = DraftCheck("verbs", run)
