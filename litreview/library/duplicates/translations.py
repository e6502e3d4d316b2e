"""One work in two languages: two studies whose texts are in different languages and share names, numbers and loanwords."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import attrs

from litreview.library.duplicates.features import Features
from litreview.library.duplicates.thresholds import COMMON_WORD, LEAD_OF_NEAREST, LEAST_COSINE, SHORTEST_TEXT
from litreview.library.duplicates.words import content, likely_language, root, words
from litreview.record import Study

Vector = Mapping[str, float]


@attrs.frozen
class Text:
    """The text of one study in its only language."""

    at: int
    language: str
    words: tuple[str, ...]


def translations(studies: Sequence[Study], listed: Sequence[Features]) -> list[tuple[int, int, float]]:
    """(position, position, cosine) of studies that may be one work in two languages, each the other's nearest by far.

    Studies are left out that have text in several languages (they are compared as they stand), too little text, or nothing to tell
    their language. Two that state different years, different authors or one identifier of a kind each are two works.
    """
    texts = [text for at, study in enumerate(studies) if (text := _text(at, study))]
    if len({text.language for text in texts}) < 2:
        return []
    vectors = _vectors(texts)
    near = _nearest(texts, vectors, listed)
    pairs: list[tuple[int, int, float]] = []
    for at, ranked in near.items():
        best, other = ranked[0]
        back = near.get(other)
        if at < other and best >= LEAST_COSINE and back and back[0][1] == at and _leads(ranked) and _leads(back):
            pairs.append((texts[at].at, texts[other].at, round(best, 3)))
    return [(min(a, b), max(a, b), cosine) for a, b, cosine in pairs]


def _text(at: int, study: Study) -> Text | None:
    stated = {tag for field in (study.title, study.abstract, study.keywords) for tag in field}
    known = {tag.partition("-")[0] for tag in stated if tag != "und"}
    whole = " ".join([*study.title.values(), *study.abstract.values(), *(word for listed in study.keywords.values() for word in listed)])
    language = next(iter(known)) if len(known) == 1 and "und" not in stated else likely_language(whole) if not known else None
    content_words = content(words(whole))
    return Text(at, language, content_words) if language and len(content_words) >= SHORTEST_TEXT else None


def _vectors(texts: Sequence[Text]) -> list[Vector]:
    counted = [Counter(word if word.isdigit() else root(word) for word in text.words) for text in texts]
    spread = Counter(word for counts in counted for word in counts)
    vectors: list[Vector] = []
    for counts in counted:
        weighed = {w: (1 + math.log(n)) * math.log(1 + len(texts) / spread[w]) for w, n in counts.items()}
        length = math.sqrt(sum(value * value for value in weighed.values()))
        vectors.append({w: value / length for w, value in weighed.items() if spread[w] <= COMMON_WORD})
    return vectors


def _nearest(texts: Sequence[Text], vectors: Sequence[Vector], listed: Sequence[Features]) -> dict[int, list[tuple[float, int]]]:
    """For each text the two nearest in another language: (cosine, position in `texts`), nearest first."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for word in vector:
            holders[word].append(at)
    nearest: dict[int, list[tuple[float, int]]] = {}
    for at, vector in enumerate(vectors):
        cosines: defaultdict[int, float] = defaultdict(float)
        for word, value in vector.items():
            for other in holders[word]:
                if texts[other].language != texts[at].language:
                    cosines[other] += value * vectors[other][word]
        ranked = sorted(((cosine, other) for other, cosine in cosines.items()), reverse=True)
        fitting = [(c, other) for c, other in ranked[:8] if _compatible(listed[texts[at].at], listed[texts[other].at])]
        if fitting:
            nearest[at] = [fitting[0], *[pair for pair in ranked if pair != fitting[0]][:1]]
    return nearest


def _leads(ranked: Sequence[tuple[float, int]]) -> bool:
    return len(ranked) < 2 or ranked[0][0] >= ranked[1][0] * LEAD_OF_NEAREST


def _compatible(first: Features, second: Features) -> bool:
    years = first.year is None or second.year is None or first.year == second.year
    people = not first.families or not second.families or bool(first.families & second.name_words or second.families & first.name_words)
    kinds = {kind for kind, _ in first.identifiers} & {kind for kind, _ in second.identifiers}
    pages = not first.page or not second.page or first.page == second.page
    return years and people and pages and (not kinds or bool(first.identifiers & second.identifiers))
