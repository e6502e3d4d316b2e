"""Pairs and periods: who cooperates with whom, in which countries, and which years were studied."""

from __future__ import annotations

from litreview.record import Evidence, LangText, Library, Partner, Period, Statement, Study, state
from litreview.record.langtext import COMPARED
from litreview.review.claims.claim import Claim, Group, Part, Value
from litreview.review.claims.facets import FacetClaims
from litreview.review.claims.marked import is_marked
from litreview.review.claims.values import examined

NAME = "pairs"


def build(library: Library, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """Partner countries (and where they are inferred), parties studied more than once, periods in order of time."""
    studies = [study for key in keys if examined(study := library[key])]
    return (*_countries(studies), *_recurring(studies), *_periods(studies))


def home(studies: list[Study]) -> str | None:
    """The country from which the corpus looks abroad: the one that most studies have a partner in; None if no two do."""
    counts: dict[str, int] = {}
    for study in studies:
        for country in dict.fromkeys(p.country for p in study.aspects.partners if p.country):
            counts[country] = counts.get(country, 0) + 1
    most = max(counts.values(), default=0)
    return next((country for country, n in counts.items() if n == most), None) if most > 1 else None


def _countries(studies: list[Study]) -> tuple[Claim, ...]:
    own = home(studies)
    stating = [study for study in studies if study.aspects.partners]
    abroad: dict[str, list[Study]] = {}
    for study in stating:
        for country in dict.fromkeys(p.country for p in study.aspects.partners if p.country and p.country != own):
            abroad.setdefault(country, []).append(study)
    if not abroad or own is None:
        return ()
    groups = tuple(
        Group(
            Value(country, LangText({"und": country}), aspect="country"),
            tuple(_unquoted_part(study, _evidence_for(study, country)) for study in cases),
        )
        for country, cases in sorted(abroad.items(), key=lambda item: -len(item[1]))
    )
    claims = [Claim("pairs.countries" if len(groups) > 1 else "pairs.country", NAME, tuple(s.key for s in stating), groups=groups)]
    inferred = tuple(s.key for s in stating if any(p.country_inferred and p.country != own for p in s.aspects.partners))
    if inferred:
        kind = "all" if len(inferred) == len(stating) else "some"
        named = {s.key for s in stating} - set(inferred)
        claims.append(Claim(f"pairs.inferred.{kind}", NAME, inferred, tuple(s.key for s in stating if s.key in named)))
    return tuple(claims)


def _evidence_for(study: Study, country: str) -> tuple[Evidence, ...]:
    return tuple(e for partner in study.aspects.partners if partner.country == country for e in partner.evidence)


def _recurring(studies: list[Study]) -> tuple[Claim, ...]:
    parties: dict[str, list[tuple[Study, Partner]]] = {}
    for study in studies:
        for partner in study.aspects.partners:
            spelling = partner.name.best(*COMPARED)
            parties.setdefault(spelling[1].casefold() if spelling else "", []).append((study, partner))
    groups = tuple(
        Group(Value(name, pairs[0][1].name, aspect="partner"), tuple(_unquoted_part(study, partner.evidence) for study, partner in pairs))
        for name, pairs in sorted(parties.items(), key=lambda item: -len(item[1]))
        if name and len(pairs) > 1
    )
    return (Claim("pairs.recurring.one" if len(groups) == 1 else "pairs.recurring.more", NAME, groups=groups[:4]),) if groups else ()


def _periods(studies: list[Study]) -> tuple[Claim, ...]:
    dated = sorted(((period, s) for s in studies if (period := s.aspects.period)), key=lambda pair: (pair[0].start, pair[0].end or 0))
    missing = tuple(study.key for study in studies if state(study, "period") == "not-stated")
    unread = len(dated) + len(missing) < len(studies) or any(is_marked(period) for period, _ in dated)
    if not dated:
        return (Claim("period.coverage.none", NAME, (), missing),) if missing and not unread else ()
    groups = tuple(
        Group(Value(years(period), LangText({"und": years(period)}), aspect="period"), (_unquoted_part(s, period.evidence),))
        for period, s in dated
    )
    if unread:
        return (Claim("period.coverage.recorded", NAME, tuple(s.key for _, s in dated), groups=groups),)
    kind = "all" if not missing else "one" if len(dated) == 1 else "some"
    return (Claim(f"period.coverage.{kind}", NAME, tuple(s.key for _, s in dated), missing, groups),)


def years(period: Period) -> str:
    """A period as it is printed in every language: ``2016–2018`` or ``2016``."""
    return f"{period.start}–{period.end}" if period.end is not None and period.end != period.start else str(period.start)


def _unquoted_part(study: Study, evidence: tuple[Evidence, ...]) -> Part:
    """A part whose words are a name or a year: they carry their evidence, and are never quoted."""
    return Part(study.key, (Statement(LangText(), evidence=evidence),), paraphrased=True)


FACET = FacetClaims(NAME, build)
