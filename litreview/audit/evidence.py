"""What each sentence of a draft rests on: the studies, their words, and where those stand."""

from __future__ import annotations

import os

import attrs

from litreview.audit.checks import Draft, Line, quoted_in
from litreview.audit.judging import judge
from litreview.record import Evidence, Library
from litreview.review.claims import Claim
from litreview.review.claims.marked import in_full_text
from litreview.review.drafting import Review
from litreview.themes import Outline


@attrs.frozen
class Basis:
    """One study behind a sentence: its key, how the draft calls it, and the words, None where the study is only counted or cited."""

    key: str
    name: str
    evidence: Evidence | None = None


@attrs.frozen
class SentenceEvidence:
    """A sentence of a draft with what it rests on. `status` is "generated", "edited" or "own"; `claim` the kind of its claim."""

    heading: str
    sentence: str
    status: str
    claim: str | None
    basis: tuple[Basis, ...]


def evidence(
    chapter: Review | str | os.PathLike[str], library: Library | None = None, outline: Outline | str | os.PathLike[str] | None = None
) -> tuple[SentenceEvidence, ...]:
    """Each sentence of a draft that rests on studies, with their words: see `litreview.evidence`."""
    draft, _ = judge(chapter, library, outline)
    sentences: list[SentenceEvidence] = []
    for line in draft.prose:
        claim = draft.claim(line)
        basis = of_claim(claim, draft) if claim else _of_own(line, draft)
        if basis:
            text = " ".join(line.text.split())
            sentences.append(SentenceEvidence(line.passage.heading, text, line.status, claim.kind if claim else None, basis))
    return tuple(sentences)


def of_claim(claim: Claim, draft: Draft) -> tuple[Basis, ...]:
    """The words that a claim rests on, in the language of the draft where they stand in several, then the studies that it counts only."""
    bases: list[Basis] = []
    for key, words in claim.evidence:
        in_language = [e for k, e in claim.evidence if k == key and e.language.split("-")[0] == draft.language.tag]
        if not in_language or words in in_language or words.language == "und" or in_full_text(words):
            bases.append(Basis(key, name(draft, key), words))
    quoted = {basis.key for basis in bases}
    return (*bases, *(Basis(key, name(draft, key)) for key in claim.studies if key not in quoted))


def _of_own(line: Line, draft: Draft) -> tuple[Basis, ...]:
    bases: list[Basis] = []
    for key in line.keys:
        words = quoted_in(draft, line, key)
        bases += [Basis(key, name(draft, key), Evidence(s.field, s.language, quote)) for quote, s in words] or [
            Basis(key, name(draft, key))
        ]
    return tuple(bases)


def name(draft: Draft, key: str) -> str:
    """How a person knows a study: the first author or a title, and the year.

    An unknown key is its own name.
    """
    work = draft.works.by_key.get(key)
    if work is None:
        return key
    first = work.names[0] if work.names else work.titles[0] if work.titles else key
    return f"{first}, {work.year}" if work.year else first
