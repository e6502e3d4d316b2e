"""A study read sentence by sentence: each with its place and its role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from litreview.analysis.alignment import Bead, align
from litreview.analysis.cues import Role
from litreview.analysis.headings import unmarked
from litreview.analysis.lexicon import STANDARD, Lexicon
from litreview.analysis.roles import assign_roles
from litreview.analysis.sentences import Stretch, split_sentences, study_text
from litreview.analysis.shapes import Shape, shape
from litreview.analysis.thresholds import FOREIGN, LONGEST_SENTENCE, MIXED
from litreview.languages import detect
from litreview.record import Evidence, LangText, Study


@attrs.frozen
class Sentence:
    """One sentence of an abstract: where it stands there (code points, end exclusive), its words, and what it is for.

    `score` and `lead` are in the weights of the cues; `stated` says that a heading in the abstract names the role (its first
    `heading` characters are that heading), `confirmed` that
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
    heading: int = 0
    confirmed: bool | None = None

    def evidence(self, start: int = 0, end: int | None = None) -> Evidence:
        """The stretch `start` to `end` of this sentence (all of it by default) as evidence from the abstract."""
        stop = len(self.text) if end is None else end
        return Evidence("abstract", self.language, self.text[start:stop], self.start + start, self.start + stop)

    def shape(self) -> Shape:
        """The shape of the sentence, without its heading."""
        return shape(self.text[self.heading :], self.language)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the words `start` to `end` of its shape stand in the sentence."""
        first, last = self.shape().place(start, end)
        return self.heading + first, self.heading + last


@attrs.frozen
class Reading:
    """All sentences of a study's abstracts, language by language, in order; what is too long for a sentence is left out.

    `pairs` are sentences that say the same in the two languages (one against one, or two against one), in the order of the languages.
    """

    study: str
    sentences: tuple[Sentence, ...]
    pairs: tuple[tuple[tuple[Sentence, ...], tuple[Sentence, ...]], ...] = ()
    lexicon: Lexicon = STANDARD

    def languages(self) -> tuple[str, ...]:
        """The languages read, in order."""
        return tuple(dict.fromkeys(s.language for s in self.sentences))

    def of(self, language: str, *roles: Role | None) -> tuple[Sentence, ...]:
        """The sentences in `language`, of the given roles if any are given."""
        return tuple(s for s in self.sentences if s.language == language and (not roles or s.role in roles))


def read(study: Study, lexicon: Lexicon = STANDARD) -> Reading:
    """Read the abstracts of `study`: sentences with places and roles, those of two languages checked against each other.

    >>> from litreview.record import LangText
    >>> text = "This study aims to explain why cities cooperate. Data were collected in interviews."
    >>> reading = read(Study("a", abstract=LangText({"en": text})))
    >>> [(s.role, s.start, s.end) for s in reading.sentences]
    [('aim', 0, 48), ('method', 49, 83)]
    """
    by_language = {tag: _sentences(study.abstract, tag) for tag in study.abstract}
    pairs: list[tuple[tuple[Sentence, ...], tuple[Sentence, ...]]] = []
    if len(by_language) == 2:
        (one, first), (two, second) = by_language.items()
        by_language[one], by_language[two], pairs = _compared(first, second)
    return Reading(study.key, tuple(s for listed in by_language.values() for s in listed), tuple(pairs), lexicon)


def _sentences(abstract: LangText, tag: str) -> tuple[Sentence, ...]:
    text = abstract[tag]
    start, end = study_text(text)
    mixed = any(share >= MIXED for other, share in detect.shares(text).items() if other != tag.split("-")[0])
    headings = {place: (_behind(text, stop) - place, role) for place, stop, role in unmarked(text[:end], tag)}
    stretches = [
        s
        for s in _stretches(text[:end], tag, sorted(headings))
        if s.start >= start and s.end - s.start <= LONGEST_SENTENCE and not (mixed and _foreign(text[s.start : s.end], tag))
    ]
    headed = [(headings[s.start][1], headings[s.start][0]) if s.start in headings else None for s in stretches]
    verdicts = assign_roles([text[s.start : s.end] for s in stretches], tag, headed)
    return tuple(
        Sentence(tag, s.start, s.end, text[s.start : s.end], v.role, v.score, v.lead, v.stated, v.heading)
        for s, v in zip(stretches, verdicts, strict=True)
    )


def _behind(text: str, at: int) -> int:
    """The first place from `at` on that is no white space."""
    return at + len(text[at:]) - len(text[at:].lstrip()) if text[at : at + 1].isspace() else at


def _stretches(text: str, tag: str, cuts: Sequence[int]) -> Iterator[Stretch]:
    """The sentences of `text`, of which each heading at `cuts` begins one."""
    for start, end in pairwise((0, *(cut for cut in cuts if cut), len(text))):
        for s in split_sentences(text[start:end], tag):
            yield Stretch(start + s.start, start + s.end)


def _foreign(sentence: str, tag: str) -> bool:
    """Whether a sentence is in another language that we know: it belongs to another abstract."""
    if tag.split("-")[0] not in detect.known() or sentence.count(" ") < FOREIGN:
        return False
    return detect.detect(sentence) not in (tag.split("-")[0], detect.UNDETERMINED)


def _compared(
    first: Sequence[Sentence], second: Sequence[Sentence]
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...], list[tuple[tuple[Sentence, ...], tuple[Sentence, ...]]]]:
    """Bring the two versions together: a role sure in one language serves the other, a contradiction is marked.

    Where too many roles contradict each other the versions are not taken to correspond at all.
    """
    beads = align([s.text for s in first], [s.text for s in second])
    roles = [(a.role, b.role) for a, b in _one_to_one(beads, first, second) if a.role and b.role]
    if not beads or (roles and sum(a == b for a, b in roles) < 0.6 * len(roles)):
        return tuple(first), tuple(second), []
    one, two = list(first), list(second)
    for left, right in beads:
        if len(left) == 1 and len(right) == 1:
            one[left[0]], two[right[0]] = _agreed(one[left[0]], two[right[0]])
        elif left and right:
            _spread_role(one, left, two, right)
    return tuple(one), tuple(two), [(tuple(one[n] for n in left), tuple(two[n] for n in right)) for left, right in beads if left and right]


def _one_to_one(beads: Sequence[Bead], first: Sequence[Sentence], second: Sequence[Sentence]) -> list[tuple[Sentence, Sentence]]:
    return [(first[left[0]], second[right[0]]) for left, right in beads if len(left) == 1 and len(right) == 1]


def _spread_role(one: list[Sentence], left: Sequence[int], two: list[Sentence], right: Sequence[int]) -> None:
    """Two sentences against one: those without a role take that of the other side, if it has one only."""
    for mine, places, others, theirs in ((one, left, two, right), (two, right, one, left)):
        roles = {others[n].role for n in theirs} - {None}
        for n in places:
            if mine[n].role is None and len(roles) == 1:
                mine[n] = attrs.evolve(mine[n], role=next(iter(roles)))


def _agreed(a: Sentence, b: Sentence) -> tuple[Sentence, Sentence]:
    if a.role == b.role:
        confirmed = True if a.role else None
        return attrs.evolve(a, confirmed=confirmed), attrs.evolve(b, confirmed=confirmed)
    if a.role is None:
        return attrs.evolve(a, role=b.role), b
    if b.role is None:
        return a, attrs.evolve(b, role=a.role)
    return attrs.evolve(a, confirmed=False), attrs.evolve(b, confirmed=False)
