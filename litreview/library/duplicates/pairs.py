"""All pairs of a library that may be one work."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.errors import fault
from litreview.library.duplicates.agreement import score
from litreview.library.duplicates.candidates import candidates
from litreview.library.duplicates.compare import compare
from litreview.library.duplicates.features import Features, features
from litreview.library.duplicates.pair import Pair
from litreview.library.duplicates.translations import translations
from litreview.record import Library, Study

_ORDER = {"certain": 0, "strong": 1, "weak": 2}


def duplicates(library: Library) -> tuple[Pair, ...]:
    """Find pairs of studies that may be one work, strongest first; the library is not changed.

    Identifiers decide first, then titles in every language they are given in with authors, years and places; at last texts in two
    languages that share names, numbers and loanwords. Different works on one topic, place or pair of cities are no pair.

    >>> from litreview.record import LangText, Name, Names, Variables, library_of
    >>> lee = Names({"author": (Name(family="Lee"),)})
    >>> one = Study("a", title=LangText({"en": "Ports of call in small cities"}), names=lee)
    >>> other = Study("b", title=LangText({"und": "Ports of Call in Small Cities."}), names=lee)
    >>> [(p.first, p.second, p.strength) for p in duplicates(library_of([one, other]))]
    [('a', 'b', 'strong')]
    """
    studies: Sequence[Study] = library.studies
    listed = [features(study) for study in studies]
    found: dict[tuple[int, int], Pair] = {}
    for one, other in candidates(listed):
        if pair := compare(listed[one], listed[other]):
            found[one, other] = pair
    for one, other, cosine in translations(studies, listed):
        if (one, other) not in found:
            found[one, other] = _translated(listed[one], listed[other], cosine)
    ordered = sorted(found.items(), key=lambda item: (_ORDER[item[1].strength], -item[1].score, item[0]))
    return tuple(pair for _, pair in ordered)


def _translated(first: Features, second: Features, cosine: float) -> Pair:
    reasons = [fault("other-language", severity="info", value=f"{cosine:.2f}")]
    if names := sorted(first.families & second.families):
        reasons.append(fault("same-names", severity="info", value=", ".join(names)))
    if first.year is not None and first.year == second.year:
        reasons.append(fault("same-year", severity="info", value=first.year))
    return Pair(first.key, second.key, "weak", max(score(first, second), cosine), tuple(reasons))
