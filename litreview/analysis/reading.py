"""A study read sentence by sentence: each with its place and its role."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.analysis.cues import Role
from litreview.analysis.roles import Verdict, assign_roles
from litreview.analysis.sentences import split_sentences
from litreview.record import Evidence, LangText, Study


@attrs.frozen
class Sentence:
    """One sentence of an abstract: where it stands there (code points, end exclusive), its words, and what it is for.

    `score` and `lead` are in the weights of the cues; `stated` says that a heading in the abstract names the role, `confirmed` that
    the same sentence in the other language has the same role (False: it has another one; None: there is nothing to compare).
    """

    language: str
    start: int
    end: int
    text: str
    role: Role | None
    score: float = 0.0
    lead: float = 0.0
    stated: bool = False
    confirmed: bool | None = None

    def evidence(self, start: int = 0, end: int | None = None) -> Evidence:
        """The stretch `start` to `end` of this sentence (all of it by default) as evidence from the abstract."""
        stop = len(self.text) if end is None else end
        return Evidence("abstract", self.language, self.text[start:stop], self.start + start, self.start + stop)


@attrs.frozen
class Reading:
    """All sentences of a study's abstracts, language by language, in order. `pairs` are the places of sentences that say the same
    in the two languages, as far as that is sure."""

    study: str
    sentences: tuple[Sentence, ...]
    pairs: tuple[tuple[Sentence, Sentence], ...] = ()

    def languages(self) -> tuple[str, ...]:
        """The languages read, in order."""
        return tuple(dict.fromkeys(s.language for s in self.sentences))

    def of(self, language: str, *roles: Role | None) -> tuple[Sentence, ...]:
        """The sentences in `language`, of the given roles if any are given."""
        return tuple(s for s in self.sentences if s.language == language and (not roles or s.role in roles))


def read(study: Study) -> Reading:
    """Read the abstracts of `study`: sentences with places and roles, those of two languages checked against each other.

    >>> from litreview.record import LangText
    >>> reading = read(Study("a", abstract=LangText({"en": "This study aims to explain why cities cooperate. Data were collected in interviews."})))
    >>> [(s.role, s.start, s.end) for s in reading.sentences]
    [('aim', 0, 48), ('method', 49, 83)]
    """
    by_language = {tag: _sentences(study.abstract, tag) for tag in study.abstract}
    pairs: list[tuple[Sentence, Sentence]] = []
    if len(by_language) == 2:
        (one, first), (two, second) = by_language.items()
        by_language[one], by_language[two], pairs = _compared(first, second)
    return Reading(study.key, tuple(s for listed in by_language.values() for s in listed), tuple(pairs))


def _sentences(abstract: LangText, tag: str) -> tuple[Sentence, ...]:
    text = abstract[tag]
    stretches = split_sentences(text, tag)
    verdicts = assign_roles([text[s.start : s.end] for s in stretches], tag)
    return tuple(_sentence(tag, text, s.start, s.end, v) for s, v in zip(stretches, verdicts, strict=True))


def _sentence(tag: str, text: str, start: int, end: int, verdict: Verdict) -> Sentence:
    return Sentence(tag, start, end, text[start:end], verdict.role, verdict.score, verdict.lead, verdict.stated)


def _compared(
    first: Sequence[Sentence], second: Sequence[Sentence]
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...], list[tuple[Sentence, Sentence]]]:
    """Sentences of equal number correspond one to one: a role sure in one language serves the other; a contradiction is marked."""
    if len(first) != len(second):
        return tuple(first), tuple(second), []
    agreed = [(a, b) for a, b in zip(first, second, strict=True)]
    both = [(a, b) for a, b in agreed if a.role and b.role]
    if both and sum(a.role == b.role for a, b in both) < 0.6 * len(both):
        return tuple(first), tuple(second), []
    out = [_agree(a, b) for a, b in agreed]
    return tuple(a for a, _ in out), tuple(b for _, b in out), out


def _agree(a: Sentence, b: Sentence) -> tuple[Sentence, Sentence]:
    if a.role == b.role:
        confirmed = True if a.role else None
        return attrs.evolve(a, confirmed=confirmed), attrs.evolve(b, confirmed=confirmed)
    if a.role is None:
        return attrs.evolve(a, role=b.role), b
    if b.role is None:
        return a, attrs.evolve(b, role=a.role)
    return attrs.evolve(a, confirmed=False), attrs.evolve(b, confirmed=False)
