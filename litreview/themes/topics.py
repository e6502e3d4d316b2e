"""The topics of a library: terms that many of its studies are about and few others use, each with the studies that belong to it.

The description comes first and the group follows from it, so that a topic is never a heap of studies that some name was found for:
it holds the studies that are about its term, and those that are as like these as they are like one another. A study may belong to
several topics. Where studies are alike and no term holds, they are a group that the writer names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

import attrs

from litreview.record import Library
from litreview.themes.keywords import Keyword
from litreview.themes.labels import bare, worth
from litreview.themes.likeness import Likeness, Vector, cosine
from litreview.themes.texts import said
from litreview.themes.thresholds import (
    ALIKE,
    ALIKE_OF_A_LONE_WORD,
    FAR,
    FOCUS_OF_A_LONE_WORD,
    GROUP_IS_ALIKE,
    LEAST_ALIKE,
    LEAST_GAIN,
    MATTER_OF_ALL,
    MOST_ALIKE,
    MOST_TOPICS,
    NEW_OF_A_TOPIC,
    REACH_OF_A_NAME,
    SAMPLE,
    SMALL_LIBRARY,
    SMALLEST_SHARE,
    STUDIES_OF_A_TOPIC,
    TERMS_WEIGHED,
    TOPICS_OF_A_STUDY,
    WORDS_SHARED,
)


@attrs.frozen
class Topic:
    """A topic: its term (None where no term holds), its studies, those most about it first, and the words that hold it together."""

    term: Keyword | None
    keys: tuple[str, ...]
    words: tuple[str, ...] = ()


def topics(library: Library, terms: Sequence[Keyword]) -> tuple[Topic, ...]:
    """The topics of `library`, the widest first, called by some of `terms`. Nothing depends on the order of the studies.

    Studies without an abstract belong to topics by their titles and keywords, and decide none.
    """
    deciding = _deciding(library)
    least = smallest(len(deciding))
    likeness = Likeness.of(library)
    listed = 2 * sum(bool(study.keywords) for study in library) > len(library)
    chosen = _chosen(_weighed(terms, deciding, likeness, least, listed), least)
    return _with_others(chosen, library, likeness, least, deciding, terms)


def _deciding(library: Library) -> frozenset[str]:
    """The studies with an abstract; of those that say the same, one: a study that stands twice must not make a topic of its own."""
    first: dict[tuple[str, ...], str] = {}
    for study in sorted(library, key=lambda study: study.key):
        if study.abstract:
            first.setdefault(tuple(text.words for text in said(study) if text.where != "keyword"), study.key)
    return frozenset(first.values())


def smallest(studies: int) -> int:
    """How many studies a topic of a library of so many has at least."""
    return max(2 if studies < SMALL_LIBRARY else STUDIES_OF_A_TOPIC, round(SMALLEST_SHARE * studies))


@attrs.frozen
class _Weighed:
    """A term, the deciding studies about it, and what it is worth as a topic for each."""

    term: Keyword
    keys: frozenset[str]
    value: float


def _weighed(terms: Sequence[Keyword], deciding: frozenset[str], likeness: Likeness, least: int, listed: bool) -> list[_Weighed]:
    """The terms that may name a topic, with their worth: about enough studies, and not what the whole library is about.

    A term is worth the more the fewer studies use it in passing, and the more those about it are alike.
    """
    usual = likeness.cohesion(sampled(sorted(likeness.vectors))) or 1.0
    likely = [(deciding.intersection(t.named), t) for t in terms if not t.method and not t.opening]
    likely = [
        (keys, t) for keys, t in likely if len(keys) >= least and len(deciding.intersection(t.spoken)) <= MATTER_OF_ALL * len(deciding)
    ]
    weighed: list[_Weighed] = []
    for keys, term in sorted(likely, key=lambda pair: (-len(pair[0]), pair[1].name))[:TERMS_WEIGHED]:
        focus = len(keys) / len(deciding.intersection(term.spoken))
        alike = likeness.cohesion(sampled(sorted(keys))) / usual
        if bare(term) and (focus < FOCUS_OF_A_LONE_WORD or alike < ALIKE_OF_A_LONE_WORD):
            continue
        value = worth(term, listed) * focus**0.5 * max(0.0, min(alike, MOST_ALIKE) - LEAST_ALIKE) ** 0.5
        if value > 0:
            weighed.append(_Weighed(term, frozenset(keys), round(value, 4)))
    return weighed


def sampled(keys: Sequence[str]) -> Sequence[str]:
    """So many of some studies that they speak for all, evenly taken."""
    return keys[:: 1 + len(keys) // SAMPLE]


def _chosen(weighed: Sequence[_Weighed], least: int) -> list[_Weighed]:
    """Term after term, each that adds most to those chosen: studies that no other holds yet, weighed by what the term is worth.

    In the end those go again whose studies nearly all stand in others.
    """
    chosen: list[_Weighed] = []
    covered: set[str] = set()
    open_ = list(weighed)
    first = 0.0
    while open_ and len(chosen) < MOST_TOPICS:
        gains = [(round(len(w.keys - covered) * w.value, 4), w) for w in open_ if len(w.keys - covered) >= _new(w, least)]
        if not gains:
            break
        gain, best = min(gains, key=lambda pair: (-pair[0], pair[1].term.name))
        first = first or gain
        if gain < LEAST_GAIN * first:
            break
        chosen.append(best)
        covered |= best.keys
        open_ = [w for w in open_ if w is not best]
    while len(chosen) > 1:
        held = Counter(key for w in chosen for key in w.keys)
        own = [(sum(held[key] == 1 for key in w.keys) - _new(w, least), w.term.name, w) for w in chosen]
        fewest, _, spare = min(own, key=lambda one: one[:2])
        if fewest >= 0:
            break
        chosen.remove(spare)
    return chosen


def _new(weighed: _Weighed, least: int) -> float:
    """How many studies of a topic no other may hold."""
    return max(min(least, 2), NEW_OF_A_TOPIC * len(weighed.keys))


@attrs.frozen
class _Scale:
    """How near to the middle of a topic a study is that has nothing to do with it (`none`), and one that is about it (`all`)."""

    none: float
    all: float

    @classmethod
    def of(cls, weighed: _Weighed, middle: Vector, likeness: Likeness) -> _Scale:
        others = [cosine(vector, middle) for key, vector in sorted(likeness.vectors.items()) if key not in weighed.term.spoken]
        return cls(median(others) if others else 0.0, likeness.usual(weighed.keys))

    def of_those_about_it(self, near: float) -> float:
        """Where a study is between the two: 0 to 1, or above; nothing where the two are not apart."""
        return (near - self.none) / (self.all - self.none) if self.all > self.none else 0.0


def _with_others(
    chosen: Sequence[_Weighed], library: Library, likeness: Likeness, least: int, deciding: frozenset[str], terms: Sequence[Keyword]
) -> tuple[Topic, ...]:
    middles = [likeness.middle(w.keys) for w in chosen]
    scales = [_Scale.of(w, middle, likeness) for w, middle in zip(chosen, middles, strict=True)]
    members: list[list[tuple[float, str]]] = [[] for _ in chosen]
    left: list[str] = []
    for study in library:
        vector = likeness.vectors.get(study.key, {})
        near = [cosine(vector, middle) for middle in middles]
        about = sorted((-near[n], n) for n, w in enumerate(chosen) if study.key in w.term.named)
        if about:
            for closeness, n in about[:TOPICS_OF_A_STUDY]:
                members[n].append((closeness, study.key))
            continue
        using = [(scales[n].of_those_about_it(near[n]) * (1.0 if study.key in w.term.spoken else FAR), n) for n, w in enumerate(chosen)]
        best = max(using, key=lambda pair: (pair[0], -pair[1]), default=(0.0, 0))
        if best[0] >= ALIKE:
            members[best[1]].append((-near[best[1]], study.key))
        else:
            left.append(study.key)
    made = [Topic(w.term, tuple(key for _, key in sorted(m)), _heaviest(mid)) for w, m, mid in zip(chosen, members, middles, strict=True)]
    if made:
        names = {w.term.name for w in chosen}
        made += _groups(
            sorted(deciding.intersection(left)), likeness, least, MOST_TOPICS - len(made), [t for t in terms if t.name not in names]
        )
    return tuple(sorted(made, key=lambda t: (t.term is None, -len(t.keys), t.term.name if t.term else t.keys[0])))


def _groups(left: Sequence[str], likeness: Likeness, least: int, most: int, terms: Sequence[Keyword]) -> Iterator[Topic]:
    """Groups of studies that are alike though none is about a term of the others: each is a study with those nearest to it."""
    open_ = [key for key in left if key in likeness.vectors]
    near = {key: [other for other in open_ if _alike(likeness.vectors[key], likeness.vectors[other])] for key in open_}
    while most > 0 and len(open_) >= least:
        group = max(([other for other in near[key] if other in open_] for key in open_), key=lambda keys: (len(keys), keys))
        if len(group) < least:
            return
        yield Topic(_name(frozenset(group), terms), tuple(group), _heaviest(likeness.middle(group)))
        open_ = [key for key in open_ if key not in group]
        most -= 1


def _alike(one: Vector, other: Vector) -> bool:
    """Whether two studies share so many words, and such rare ones, that they are about one thing."""
    return cosine(one, other) >= GROUP_IS_ALIKE and len(one.keys() & other.keys()) >= WORDS_SHARED


def _name(group: frozenset[str], terms: Sequence[Keyword]) -> Keyword | None:
    """The term that most studies of a group use and few others do, if there is one."""
    fitting: list[tuple[float, str, Keyword]] = []
    for term in terms:
        here = len(group.intersection(term.spoken))
        if not term.method and not bare(term) and here >= REACH_OF_A_NAME * len(group) and 2 * here >= len(term.spoken):
            fitting.append((round(-here * worth(term) / len(term.spoken) ** 0.5, 4), term.name, term))
    return min(fitting, key=lambda one: one[:2])[2] if fitting else None


def _heaviest(middle: Vector, most: int = 12) -> tuple[str, ...]:
    return tuple(word for _, word in sorted((-round(weight, 5), word) for word, weight in middle.items())[:most])
