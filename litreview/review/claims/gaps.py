"""Gaps: what no cell of the table holds. Each is a count that anyone can repeat, and holds in this corpus only."""

from __future__ import annotations

from collections.abc import Callable

from litreview.concepts import concept
from litreview.concepts.countries import country
from litreview.record import LangText, Library, state
from litreview.review.claims.claim import Claim, Group, Value
from litreview.review.claims.facets.pairs import home
from litreview.review.claims.values import compare, examined
from litreview.review.thresholds import ASSESSED_AT_ALL, UNSTATED_OFTEN

NAME = "gaps"

APPROACHES = ("quantitative", "mixed-methods", "comparative")
"""Approaches whose absence is worth saying, where approaches are stated at all."""


def gap_claims(library: Library) -> tuple[Claim, ...]:
    """The gaps of the corpus, those that most studies stand around first."""
    rules: tuple[Callable[[Library], list[Claim]], ...] = (_single_pair, _approaches, _abroad, _sites, _unstated, _lone_frameworks, _years)
    found = [claim for rule in rules for claim in rule(library)]
    return tuple(sorted(found, key=lambda claim: -len(claim.studies)))


def _single_pair(library: Library) -> list[Claim]:
    stating = tuple(s.key for s in library if s.aspects.partners)
    several = [s for s in library if len(s.aspects.partners) > 2]
    return [Claim("gap.single-pair", NAME, stating)] if len(stating) > 1 and not several else []


def _approaches(library: Library) -> list[Claim]:
    found = compare(library, library.keys(), "method")
    if len(found.stated) < 2:
        return []
    used = {group.value.concept for group in found.groups}
    absent = [name for name in APPROACHES if name not in used]
    groups = tuple(Group(_named(name, library), ()) for name in absent)
    return [Claim("gap.approach", NAME, found.stated, found.missing, groups)] if groups else []


def _abroad(library: Library) -> list[Claim]:
    """All partners abroad lie on one continent or in one country."""
    studies = [study for study in library if study.aspects.partners]
    own = home(studies)
    countries = {p.country for study in studies for p in study.aspects.partners if p.country and p.country != own}
    regions = {country(code).continent for code in countries}
    if len(studies) < 3 or own is None or not countries or len(regions) != 1 or None in regions:
        return []
    region = next(iter(regions))
    group = Group(Value(f"region-{region}", LangText({"und": str(region)}), aspect="region"), ())
    return [Claim("gap.region", NAME, tuple(s.key for s in studies), groups=(group,))]


def _sites(library: Library) -> list[Claim]:
    """One study alone looks below the level of the partners."""
    placed = tuple(study.key for study in library if study.aspects.site)
    rest = tuple(study.key for study in library if not study.aspects.site and study.aspects.partners)
    said = all(state(library[key], "site") == "not-stated" for key in rest)
    return [Claim("gap.site", NAME, placed, rest)] if len(placed) == 1 and len(rest) > 1 and said else []


def _unstated(library: Library) -> list[Claim]:
    claims = []
    read = [study for study in library if examined(study)]
    for aspect, least in (("framework", 0.0), ("method", 0.0), ("data", 0.0), ("period", 0.0), ("outcome", ASSESSED_AT_ALL)):
        stated = tuple(study.key for study in read if study.aspects.stated(aspect))
        missing = tuple(study.key for study in read if state(study, aspect) == "not-stated")
        if (
            len(stated) + len(missing) == len(read)
            and stated
            and len(stated) >= least * len(read)
            and len(missing) >= UNSTATED_OFTEN * len(read)
            and len(missing) > 1
        ):
            claims.append(Claim(f"gap.unstated.{aspect}", NAME, stated, missing))
    return claims


def _lone_frameworks(library: Library) -> list[Claim]:
    lone = compare(library, library.keys(), "framework").lone
    return [Claim("gap.framework", NAME, groups=lone)] if 2 <= len(lone) <= 6 else []


def _years(library: Library) -> list[Claim]:
    missing = tuple(study.key for study in library if state(study, "issued") == "not-stated")
    return [Claim("gap.years", NAME, (), missing)] if len(missing) == len(library) and len(missing) > 1 else []


def _named(name: str, library: Library) -> Value:
    return Value(name, concept(name, library.concepts).labels, name, "method")
