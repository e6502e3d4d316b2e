"""Pairs of studies that may be one work: which are compared, in which order they are listed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from litreview.errors import fault
from litreview.library.duplicates.agreement import score
from litreview.library.duplicates.compare import compare
from litreview.library.duplicates.features import Features, features
from litreview.library.duplicates.pair import Pair
from litreview.library.duplicates.thresholds import LARGEST_BLOCK, RAREST_WORDS
from litreview.library.duplicates.translations import translations
from litreview.record import Library, Study

_ORDER = {"certain": 0, "strong": 1, "weak": 2}


def duplicates(library: Library) -> tuple[Pair, ...]:
    """Find pairs of studies that may be one work, strongest first; the library is not changed.

    Identifiers decide first, then titles in every language they are given in with authors, years and places; at last texts in two
    languages that share names, numbers and loanwords. Different works on one topic, place or pair of cities are no pair.

    >>> from litreview.record import LangText, Name, Names, Variables, library_of
    >>> lee = Names({"author": (Name(family="Lee"),)})
    >>> first = Study("a", title=LangText({"en": "Ports of call in small cities"}), names=lee)
    >>> second = Study("b", title=LangText({"und": "Ports of Call in Small Cities."}), names=lee)
    >>> [(p.first, p.second, p.strength) for p in duplicates(library_of([first, second]))]
    [('a', 'b', 'strong')]
    """
    studies: Sequence[Study] = library.studies
    compared = [features(study) for study in studies]
    pairs: dict[tuple[int, int], Pair] = {}
    for first, second in _candidates(compared):
        if pair := compare(compared[first], compared[second]):
            pairs[first, second] = pair
    for first, second, cosine in translations(studies, compared):
        if (first, second) not in pairs:
            pairs[first, second] = _translated(compared[first], compared[second], cosine)
    ordered = sorted(pairs.items(), key=lambda item: (_ORDER[item[1].strength], -item[1].score, item[0]))
    return tuple(pair for _, pair in ordered)


def _candidates(studies: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing, as positions, each once, the smaller first: those that share something rare.

    The cost grows with these blocks, not with the square of the library.
    """
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    common = Counter(word for study in studies for word in {w for title in study.titles for w in title.content})
    for at, study in enumerate(studies):
        for kind, value in {*study.identifiers, *(("ISBN", number) for number in study.isbns)}:
            blocks[kind, value].append(at)
        for title in study.titles:
            blocks["title", title.joined].append(at)
            shared = {word for word in title.content if common[word] > 1}  # a misspelt word is rare, and in no other title
            for word in sorted(shared, key=lambda w: (common[w], w))[:RAREST_WORDS]:
                blocks["word", word].append(at)
        for family in study.families:
            blocks["name", f"{family} {study.year}"].append(at)
            if study.page:
                blocks["page", f"{family} {study.page}"].append(at)
    seen: set[tuple[int, int]] = set()
    for (kind, _), members in blocks.items():
        if kind in ("word", "name", "page") and len(members) > LARGEST_BLOCK:
            continue
        for n, first in enumerate(members):
            for second in members[n + 1 :]:
                if first != second and (first, second) not in seen:
                    seen.add((first, second))
                    yield first, second


def _translated(first: Features, second: Features, cosine: float) -> Pair:
    reasons = [fault("other-language", severity="info", value=f"{cosine:.2f}")]
    if names := sorted(first.families & second.families):
        reasons.append(fault("same-names", severity="info", value=", ".join(names)))
    if first.year is not None and first.year == second.year:
        reasons.append(fault("same-year", severity="info", value=first.year))
    return Pair(first.key, second.key, "weak", max(score(first, second), cosine), tuple(reasons))
