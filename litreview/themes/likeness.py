"""How alike studies are by the words they use, weighted by how rare these are (TF-IDF, cosine), in one vocabulary for all languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from math import log, sqrt
from statistics import median

import attrs

from litreview.record import Library
from litreview.themes.texts import said
from litreview.themes.thresholds import COMMON_WORD, EMPHASIS
from litreview.themes.vocabulary import Vocabulary

Vector = Mapping[str, float]

_TINY = 1e-9


@attrs.frozen(eq=False)
class Likeness:
    """The studies of a library as vectors of length 1, by key; one without any word is not in it."""

    vectors: Mapping[str, Vector]

    @classmethod
    def of(cls, library: Library) -> Likeness:
        """Each study by the words of its title, keywords and abstract; nothing that any study may use, or that one alone uses."""
        vocabulary = Vocabulary.of(library)
        counted: dict[str, Counter[str]] = {}
        for study in sorted(library, key=lambda study: study.key):
            counts: Counter[str] = Counter()
            for text in said(study):
                for part in vocabulary.phrases(text.words, text.tag):
                    for token in part:
                        if not (token.stop or token.general):
                            counts[token.word] += 1 if text.where == "abstract" else EMPHASIS
            counted[study.key] = counts
        spread = Counter(word for counts in counted.values() for word in counts)
        most = max(COMMON_WORD * len(counted), 3)
        rarity = {word: log(len(counted) / n) for word, n in sorted(spread.items()) if 1 < n <= most}
        weighted = {
            key: {word: (1 + log(n)) * rarity[word] for word, n in sorted(counts.items()) if word in rarity}
            for key, counts in counted.items()
        }
        return cls({key: unit(vector) for key, vector in weighted.items() if vector})

    def middle(self, keys: Iterable[str]) -> Vector:
        """The vector of length 1 in the middle of some studies."""
        total: dict[str, float] = {}
        for key in keys:
            for word, weight in self.vectors.get(key, {}).items():
                total[word] = total.get(word, 0.0) + weight
        return unit(total)

    def usual(self, keys: Iterable[str]) -> float:
        """How near a study of some usually is to the middle of the others (the median), 0 to 1."""
        inside = [self.vectors[key] for key in sorted(keys) if key in self.vectors]
        total: dict[str, float] = {}
        for vector in inside:
            for word, weight in vector.items():
                total[word] = total.get(word, 0.0) + weight
        whole = sum(weight * weight for weight in total.values())
        near: list[float] = []
        for vector in inside:
            along = sum(weight * total[word] for word, weight in vector.items())
            rest = whole - 2 * along + 1
            near.append((along - 1) / sqrt(rest) if rest > _TINY else 0.0)
        return round(median(near), 6) if near else 0.0

    def cohesion(self, keys: Collection[str], without: Collection[str] = ()) -> float:
        """How alike some studies are on average, 0 to 1, each with each; the words `without` are not counted."""
        inside = [self.vectors[key] for key in sorted(keys) if key in self.vectors]
        if len(inside) < 2:
            return 0.0
        total: dict[str, float] = {}
        alone = 0.0
        for vector in inside:
            kept = {word: weight for word, weight in vector.items() if word not in without}
            length = sqrt(sum(weight * weight for weight in kept.values())) or 1.0
            for word, weight in kept.items():
                total[word] = total.get(word, 0.0) + weight / length
            alone += 1.0 if kept else 0.0
        whole = sum(weight * weight for weight in total.values())
        return round((whole - alone) / (len(inside) * (len(inside) - 1)), 6)


def unit(vector: Vector) -> Vector:
    """A vector of the same direction and the length 1; an empty one for none."""
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}


def cosine(first: Vector, second: Vector) -> float:
    """How alike two vectors of length 1 are, 0 to 1, to six digits.

    >>> cosine({"zakat": 1.0}, {"zakat": 0.6, "waqf": 0.8})
    0.6
    """
    small, large = (first, second) if len(first) <= len(second) else (second, first)
    return round(sum(weight * large[word] for word, weight in sorted(small.items()) if word in large), 6)
