"""Parting a large corpus by the words its studies share: non-negative matrix factorisation over TF-IDF. The one door to scikit-learn.

Sources: Lee and Seung, "Learning the parts of objects by non-negative matrix factorization" (1999); the number of parts by stability
over subsamples, as in Greene, O'Callaghan and Cunningham, "How many topics? Stability analysis for topic models" (2014).
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
from sklearn.decomposition import NMF
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.metrics import adjusted_rand_score
from sklearn.utils.extmath import randomized_svd
from threadpoolctl import threadpool_limits

from litreview.themes.thresholds import FEWEST_PARTS, MOST_PARTS, SMALLEST_PART, STABLE

_SAMPLES = 8
_SAMPLED = 0.8
_ENOUGH = 800
"""Studies from which the number of parts is judged; more would say the same, later."""
_MOST_TERMS = 8000
_COMMON = 0.4
_EXACT = 1500
"""Documents up to which singular vectors are found exactly; of more, closely enough and much faster."""
_ROUNDS, _FINE = 600, 1e-4
_ROUGH_ROUNDS, _ROUGH = 200, 1e-3
_TINY = 1e-6
_HEAVIEST = 12
"""How many words of a part are given."""
_DIGITS = 5
"""Weights are compared to so many digits: what lies behind them differs between machines."""


@attrs.frozen
class Factors:
    """A partition: `weights` of each study in each part (same scale for all, rounded), and the heaviest words of each part."""

    weights: tuple[tuple[float, ...], ...]
    words: tuple[tuple[str, ...], ...]


def factorise(documents: Sequence[Sequence[str]]) -> Factors | None:
    """Part `documents` (the words of each study, in any order) into the largest number of parts that is stable.

    Same documents in the same order, same parts: nothing depends on chance, nor, with one thread, on how a machine divides its sums.
    Returns None where the documents share too few words.
    """
    with threadpool_limits(1):
        return _factorise(documents)


def _factorise(documents: Sequence[Sequence[str]]) -> Factors | None:
    counts = _counts(documents)
    if counts is None:
        return None
    matrix, terms = counts
    distinct, place = _distinct(documents)
    whole = TfidfTransformer(sublinear_tf=True).fit_transform(matrix)
    most = min(MOST_PARTS, int((len(distinct) / 2) ** 0.5) + 1, min(matrix.shape) - 1)
    if most < FEWEST_PARTS:
        return None
    parts = _stable_number(whole[distinct], most)
    weights, components = _Start.of(whole[distinct], parts).fit(parts, _ROUNDS, _FINE)
    order = sorted(range(parts), key=lambda k: (-int((weights.argmax(axis=1) == k).sum()), _heaviest(components[k], terms)[0]))
    rows = tuple(tuple(float(weights[place[n], k]) for k in order) for n in range(len(documents)))
    return Factors(rows, tuple(_heaviest(components[k], terms) for k in order))


def _counts(documents: Sequence[Sequence[str]]) -> tuple[Any, list[str]] | None:
    """How often each word stands in each document; words of few or of very many documents are left out."""
    spread = Counter(word for words in documents for word in set(words))
    least = 2 if len(documents) < 60 else max(3, len(documents) // 500)
    kept = sorted((-n, word) for word, n in spread.items() if least <= n <= _COMMON * len(documents))[:_MOST_TERMS]
    vocabulary = sorted(word for _, word in kept)
    if len(vocabulary) < 2 * FEWEST_PARTS:
        return None
    matrix = CountVectorizer(analyzer=lambda words: words, vocabulary=vocabulary).transform(documents)
    return matrix, vocabulary


def _distinct(documents: Sequence[Sequence[str]]) -> tuple[list[int], list[int]]:
    """The first of each set of equal documents, and for every document the place of its like among them: a study that stands twice
    must not make a theme of its own."""
    first: dict[tuple[str, ...], int] = {}
    kept: list[int] = []
    place: list[int] = []
    for n, words in enumerate(documents):
        bag = tuple(sorted(words))
        if bag not in first:
            first[bag] = len(kept)
            kept.append(n)
        place.append(first[bag])
    return kept, place


def _stable_number(matrix: Any, most: int) -> int:
    """The largest number of parts that is stable and has no part too small; else the most stable."""
    random = np.random.RandomState(0)
    n = matrix.shape[0]
    if n > _ENOUGH:
        matrix = matrix[np.sort(random.permutation(n)[:_ENOUGH])]
        n = _ENOUGH
    whole = _Start.of(matrix, most)
    samples = [np.sort(random.permutation(n)[: int(_SAMPLED * n)]) for _ in range(_SAMPLES)]
    starts = [_Start.of(matrix[sample], most) for sample in samples]
    agreements: list[tuple[float, int]] = []
    for parts in range(most, FEWEST_PARTS - 1, -1):
        labels = _labels(whole, parts)
        agreement = round(
            float(np.mean([adjusted_rand_score(labels[s], _labels(start, parts)) for s, start in zip(samples, starts, strict=True)])), 2
        )
        if agreement >= STABLE and int(np.bincount(labels, minlength=parts).min()) >= SMALLEST_PART:
            return parts
        agreements.append((agreement, parts))
    return max(agreements)[1]


def _labels(start: _Start, parts: int) -> Any:
    return start.fit(parts, _ROUGH_ROUNDS, _ROUGH)[0].argmax(axis=1)


@attrs.frozen(eq=False)
class _Start:
    """A matrix with its singular vectors, from which factorisations into any number of parts start.

    The start is that of Boutsidis and Gallopoulos, "SVD based initialization: a head start for nonnegative matrix factorization" (2008),
    with the mean in the place of zeros. It does not depend on the signs of the vectors, which differ between machines.
    """

    matrix: Any
    left: Any
    values: Any
    right: Any

    @classmethod
    def of(cls, matrix: Any, parts: int) -> _Start:
        """The first `parts` singular vectors of `matrix` (documents × terms)."""
        if matrix.shape[0] > _EXACT:
            left, values, right = randomized_svd(matrix, parts, n_iter=7, random_state=0)
            return cls(matrix, left, values, right)
        products, vectors = np.linalg.eigh((matrix @ matrix.T).toarray())
        left = vectors[:, ::-1][:, :parts]
        values = np.sqrt(np.maximum(products[::-1][:parts], 1e-12))
        return cls(matrix, left, values, (matrix.T @ left / values).T)

    def fit(self, parts: int, rounds: int, tolerance: float) -> tuple[Any, Any]:
        """Weights (documents × parts, on one scale, rounded) and components (parts × terms)."""
        weights, components = self._start(parts)
        model = NMF(parts, init="custom", solver="cd", max_iter=rounds, tol=tolerance)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # the last digits of the weights are not used
            weights = model.fit_transform(self.matrix, W=weights, H=components)
        return np.round(weights * np.linalg.norm(model.components_, axis=1), _DIGITS), model.components_

    def _start(self, parts: int) -> tuple[Any, Any]:
        weights = np.zeros((self.left.shape[0], parts))
        components = np.zeros((parts, self.right.shape[1]))
        for k in range(parts):
            sides = [(np.maximum(sign * self.left[:, k], 0), np.maximum(sign * self.right[k], 0)) for sign in (1, -1)]
            norms = [float(np.linalg.norm(a) * np.linalg.norm(b)) for a, b in sides]
            (a, b), norm = (sides[0], norms[0]) if norms[0] >= norms[1] else (sides[1], norms[1])
            if norm > 0:
                scale = np.sqrt(self.values[k] * norm)
                weights[:, k] = scale * a / np.linalg.norm(a)
                components[k] = scale * b / np.linalg.norm(b)
        mean = self.matrix.mean()
        weights[weights < _TINY] = mean
        components[components < _TINY] = mean
        return weights, components


def _heaviest(component: Any, terms: list[str]) -> tuple[str, ...]:
    ranked = sorted((-round(float(weight), _DIGITS), terms[n]) for n, weight in enumerate(component) if weight > 0)
    return tuple(term for _, term in ranked[:_HEAVIEST])
