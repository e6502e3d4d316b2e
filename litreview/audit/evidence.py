"""What each sentence of a draft rests on: the studies, their words, and where those stand."""

from __future__ import annotations

import os
import re

import attrs

from litreview.audit.checks import Draft, Line, quoted_in, worded_in
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
    """A sentence of a draft with what it rests on.

    `status` is "generated", "edited" (its evidence is that of the sentence that litreview made, in `made_as`) or "own" (the writer's: then
    the words are those that it quotes from the works it cites, and none are claimed for the rest). `claim` is the kind of its claim.
    """

    heading: str
    sentence: str
    status: str
    claim: str | None
    basis: tuple[Basis, ...]
    made_as: str | None = None


def evidence(
    chapter: Review | str | os.PathLike[str],
    library: Library | None = None,
    outline: Outline | str | os.PathLike[str] | None = None,
    words: str | None = None,
) -> tuple[SentenceEvidence, ...]:
    """Each sentence of a draft that rests on studies, with their words: see `litreview.evidence`."""
    draft, _ = judge(chapter, library, outline)
    sentences: list[SentenceEvidence] = []
    for line in draft.prose if words is None else _with_words(draft, words):
        claim = draft.claim(line)
        basis = of_claim(claim, draft) if claim else _of_own(line, draft)
        if basis or words is not None:
            text = " ".join(line.text.split())
            made_as = line.base.bare if line.status == "edited" and line.base is not None else None
            kind = claim.kind if claim else None
            sentences.append(SentenceEvidence(line.passage.heading, text, line.status, kind, basis, made_as))
    return tuple(sentences)


def _with_words(draft: Draft, words: str) -> tuple[Line, ...]:
    """The sentences and cells with these words, as they stand together where one has them so, else all of them in any order."""
    wanted = _evened(words)
    lines = [(line, _evened(line.text)) for line in draft.lines]
    together = tuple(line for line, text in lines if wanted and wanted in text)
    each = wanted.split()
    return together or tuple(line for line, text in lines if each and set(each) <= set(text.split()))


def _evened(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


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
    of_row = line.passage.cell is not None and not line.keys
    for key in line.row if of_row else line.keys:
        words = (worded_in if of_row else quoted_in)(draft, line, key)
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
