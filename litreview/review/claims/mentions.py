"""What a study speaks of anywhere in its record. Before anything is called absent from the corpus, everything recorded is searched."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache

from litreview.concepts import KINDS, concepts, find, term_languages
from litreview.concepts.places import find_places
from litreview.concepts.terms import WORD, fold
from litreview.languages import language, tags
from litreview.record import ASPECTS, Concept, Partner, Statement, Study

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_Texts = tuple[tuple[str, str], ...]

SHORTEST_WORD = 4
"""Letters of a word that tells one thing from another: "of", "dan", "kota" are in every text, or nearly."""


KIN: Mapping[str, frozenset[str]] = {
    "quantitative": frozenset(
        "questionnaire survey-design correlational experimental quasi-experimental true-experimental pre-experimental field-experiment"
        " natural-experiment survey-experiment randomised-trial cohort case-control cross-sectional longitudinal causal-design"
        " ex-post-facto simulation completely-randomised randomised-block pretest-posttest posttest-only event-study".split()
    ),
    "qualitative": frozenset(
        "interview focus-group observation ethnographic phenomenological case-study grounded-theory narrative-inquiry thematic-analysis"
        " discourse-analysis process-tracing qualitative-analysis interactive-model field-research life-history".split()
    ),
    "mixed-methods": frozenset({"convergent-mixed", "sequential-mixed"}),
    "comparative": frozenset({"comparison", "comparative-law", "historical-comparison"}),
}
"""For approaches that go by many names: what else in a record shows that one was taken, though nobody gives it its name."""


def texts(study: Study) -> _Texts:
    """Everything a record says in words, each with its language: titles, abstracts, keywords, values of aspects."""
    return tuple(dict.fromkeys(_texts(study)))


def _texts(study: Study) -> Iterator[tuple[str, str]]:
    for field in (study.title, study.abstract):
        yield from field.items()
    for tag, listed in study.keywords.items():
        yield tag, "; ".join(listed)
    for name in ASPECTS:
        for value in study.aspects.values(name):
            if isinstance(value, Statement):
                yield from value.text.items()
            elif isinstance(value, Partner):
                yield from value.name.items()


def names(study: Study, sought: Collection[str], own: tuple[Concept, ...] = ()) -> bool:
    """Whether a record names one of the concepts `sought` (by id), in whatever field; `own` are concepts known beside ours.

    >>> from litreview.record import LangText
    >>> names(Study("a", title=LangText({"en": "A comparison of three ports"})), {"comparison"})
    True
    """
    stated = {v.concept for name in ASPECTS for v in study.aspects.values(name) if isinstance(v, Statement)}
    return not stated.isdisjoint(sought) or not _concepts(texts(study), own).isdisjoint(sought)


def holds(study: Study, words: str, own: tuple[Concept, ...] = ()) -> bool:
    """Whether a record speaks of what `words` name: by their concept, or by all their telling words in one of its fields.

    >>> from litreview.record import LangText
    >>> study = Study("a", abstract=LangText({"id": "Kerangka implementasi kebijakan Edwards III digunakan."}))
    >>> holds(study, "implementasi kebijakan"), holds(study, "implementasi anggaran")
    (True, False)
    """
    named = frozenset(hit.value.id for tag in term_languages(own) for hit in find(words, tag, extra=own))
    if named and (names(study, named, own) or any(takes(study, one, own) for one in named)):
        return True
    return any(_telling(words, tag) <= _folded(text, tag) for tag, text in texts(study) if _telling(words, tag))


def takes(study: Study, approach: str, own: tuple[Concept, ...] = ()) -> bool:
    """Whether a record names the approach (a concept), or what shows that it was taken; both of its halves make a mixed one.

    >>> from litreview.record import LangText
    >>> takes(Study("a", abstract=LangText({"en": "Multiple regression was run on a questionnaire."})), "quantitative")
    True
    """
    if names(study, {approach} | _kin(approach, own), own) or (approach == "comparative" and compares(study)):
        return True
    halves = [_kin(half, own) | {half} for half in ("quantitative", "qualitative")]
    return approach == "mixed-methods" and all(names(study, half, own) for half in halves)


@cache
def _kin(approach: str, own: tuple[Concept, ...]) -> frozenset[str]:
    """What shows that an approach was taken; all statistics show a quantitative one."""
    statistics = (one.id for one in concepts(own) if approach == "quantitative" and "statistics" in one.kinds)
    return KIN.get(approach, frozenset()).union(statistics)


def compares(study: Study) -> bool:
    """Whether a record says anywhere that things are compared.

    >>> from litreview.record import LangText
    >>> compares(Study("a", title=LangText({"id": "Tiga kota dibandingkan"}))), compares(Study("b", title=LangText({"en": "Ports"})))
    (True, False)
    """
    return any(pattern.search(text) for tag, text in texts(study) for pattern in _comparing(tag.split("-")[0]))


@cache
def _comparing(tag: str) -> tuple[re.Pattern[str], ...]:
    """What says so in a language; of a text of unknown language in each of ours."""
    spoken = [language(one) for one in ((tag,) if tag in tags() else tags())]
    return tuple(re.compile(one.regex(one.section("gaps")["compares"]), re.IGNORECASE) for one in spoken)


def years(study: Study) -> frozenset[int]:
    """Every year that a record names in words."""
    return frozenset(int(found) for _, text in texts(study) for found in _YEAR.findall(text))


def countries(study: Study) -> frozenset[str]:
    """The countries of all places that a record names, by their codes; of a name that several countries know, each."""
    partners = {partner.country for partner in study.aspects.partners if partner.country}
    return frozenset(partners | {code for _, text in texts(study) for code in _places(text)})


@lru_cache(maxsize=20_000)
def _places(text: str) -> frozenset[str]:
    return frozenset(place.country for found in find_places(text) for place in found.value)


@lru_cache(maxsize=20_000)
def _concepts(said: _Texts, own: tuple[Concept, ...]) -> frozenset[str]:
    known = term_languages(own)
    return frozenset(
        hit.value.id
        for tag, text in said
        for spoken in ((tag.split("-")[0],) if tag.split("-")[0] in known else known)
        for kind in KINDS
        if kind != "compound"
        for hit in find(text, spoken, kind, own)
    )


def _telling(words: str, tag: str) -> frozenset[str]:
    return frozenset(fold(word, tag) for word in WORD.findall(words) if len(word) >= SHORTEST_WORD)


@lru_cache(maxsize=20_000)
def _folded(text: str, tag: str) -> frozenset[str]:
    return frozenset(fold(word, tag) for word in WORD.findall(text))
