"""Gaps: what no study of the corpus does, so far as the cells are filled and nothing else in the records speaks against it.

A cell that reading left open is no gap. What is called absent is looked for in every record, in whatever field (`mentions`): a gap that
any of them contradicts is not told. What studies themselves call missing comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from litreview.concepts import concept
from litreview.concepts.countries import country
from litreview.record import LangText, Library, Study, state
from litreview.review.claims.claim import Claim, Group, Part, Value
from litreview.review.claims.facets.pairs import home
from litreview.review.claims.marked import in_full_text
from litreview.review.claims.mentions import countries, takes, years
from litreview.review.claims.order import year_of
from litreview.review.claims.told_gaps import told_gaps
from litreview.review.claims.values import approaches, examined
from litreview.review.thresholds import (
    GAPS_TOLD,
    KNOWN_FOR_A_GAP,
    STUDIES_FOR_AN_EMPTY_CELL,
    STUDIES_WITH_PERIODS,
    YEARS_SINCE_A_PERIOD,
)
from litreview.themes import Theme
from litreview.themes.theme import TOPIC

NAME = "gaps"

SEVERAL = 3
"""A comparison of so many partners, or more, is one of several pairs."""


def gap_claims(library: Library, themes: Sequence[Theme] = ()) -> tuple[Claim, ...]:
    """What was marked in the full texts; then, to `GAPS_TOLD` in all: what reviews of the corpus call missing, then what most studies stand
    around, then what others say.
    """
    rules: tuple[Callable[[Library], list[Claim]], ...] = (_single_pair, _approaches, _abroad, _sites, _periods)
    counted = [*(claim for rule in rules for claim in rule(library)), *_cells(library, themes)]
    of_literature = told_gaps(library)
    read = [claim for claim in of_literature if any(map(in_full_text, claim.groups[0].parts[0].evidence))]
    reviews = [claim for claim in of_literature if claim.kind == "gap.review" and claim not in read]
    others = [claim for claim in of_literature if claim.kind != "gap.review" and claim not in read]
    further = [*reviews, *sorted(counted, key=lambda claim: -len(claim.studies)), *others]
    return (*read, *further[: max(2, GAPS_TOLD - len(read))])


def _known(studies: Collection[Study], aspect: str) -> bool:
    """Whether enough of the cells are filled, or said by a person to be empty, for an absence to mean anything."""
    known = sum(state(study, aspect) in ("stated", "not-stated") for study in studies)
    return bool(studies) and known >= KNOWN_FOR_A_GAP * len(studies)


def _examined(library: Library) -> list[Study]:
    return [study for study in library if examined(study)]


def _single_pair(library: Library) -> list[Claim]:
    """Every study is about one pair of partners, and none speaks of a comparison."""
    stating = tuple(s.key for s in library if s.aspects.partners)
    several = any(len(s.aspects.partners) >= SEVERAL or takes(s, "comparative", library.concepts) for s in library)
    worth = len(stating) > 1 and not several and _known(_examined(library), "partners")
    return [Claim("gap.single-pair", NAME, stating)] if worth else []


def _approaches(library: Library) -> list[Claim]:
    """Approaches that no study takes, by its name or by what it does."""
    compared = approaches(library, library.keys())
    if len(compared.stated) < 2 or not _known(_examined(library), "method"):
        return []
    absent = [name for name in ("quantitative", "mixed-methods", "comparative") if not _taken(name, library, library)]
    groups = tuple(Group(_named(name, library), ()) for name in absent)
    return [Claim("gap.approach", NAME, compared.stated, compared.missing, groups)] if groups else []


def _taken(approach: str, studies: Collection[Study] | Library, library: Library) -> bool:
    return any(takes(study, approach, library.concepts) for study in studies)


def _abroad(library: Library) -> list[Claim]:
    """All partners abroad lie on one continent, and no record names a country of another."""
    studies = [study for study in library if study.aspects.partners]
    own = home(studies)
    codes = {p.country for study in studies for p in study.aspects.partners if p.country and p.country != own}
    regions = {country(code).continent for code in codes}
    if len(studies) < 3 or own is None or not codes or len(regions) != 1 or None in regions or not _known(_examined(library), "partners"):
        return []
    region = next(iter(regions))
    if any(country(code).continent not in (region, None) for study in library for code in countries(study) if code != own):
        return []
    group = Group(Value(f"region-{region}", LangText({"und": str(region)}), aspect="region"), ())
    return [Claim("gap.region", NAME, tuple(s.key for s in studies), groups=(group,))]


def _sites(library: Library) -> list[Claim]:
    """One study alone looks below the level of the partners, as persons say of the others."""
    placed = tuple(study.key for study in library if study.aspects.site)
    rest = tuple(study.key for study in library if not study.aspects.site and study.aspects.partners)
    said = all(state(library[key], "site") == "not-stated" for key in rest)
    return [Claim("gap.site", NAME, placed, rest)] if len(placed) == 1 and len(rest) > 1 and said else []


def _periods(library: Library) -> list[Claim]:
    """The years studied end some time ago, and no record names a later one."""
    dated = [study for study in library if study.aspects.period]
    ends = {study.key: period.end or period.start for study in dated if (period := study.aspects.period)}
    newest = max((year for study in library if (year := year_of(study)) is not None), default=0)
    if len(ends) < STUDIES_WITH_PERIODS or not _known(_examined(library), "period"):
        return []
    last = max(ends.values())
    later = any(year > last for study in library for year in years(study))
    if later or newest - last < YEARS_SINCE_A_PERIOD:
        return []
    return [Claim("gap.period", NAME, tuple(ends), numbers=(("last", last),))]


def _cells(library: Library, themes: Sequence[Theme]) -> list[Claim]:
    """For each approach that several studies take, the topics in which none does, by its name or by what it does.

    The first group of a claim is the approach with the studies that take it, each further one a topic with those that state another.
    """
    taken = {group.value.concept: group for group in approaches(library, library.keys()).groups}
    topics = [theme for theme in themes if theme.facet == TOPIC and theme.title]
    claims: list[Claim] = []
    for approach in ("quantitative", "qualitative", "mixed-methods"):
        group = taken.get(approach)
        if group is None or len(group.parts) < STUDIES_FOR_AN_EMPTY_CELL:
            continue
        empty = []
        for theme in topics:
            studies = [study for key in theme.keys if examined(study := library[key])]
            stated = approaches(library, theme.keys).stated
            if len(stated) >= STUDIES_FOR_AN_EMPTY_CELL and _known(studies, "method") and not _taken(approach, studies, library):
                empty.append(Group(Value(theme.key, theme.title, aspect="theme"), tuple(Part(key) for key in stated)))
        if empty:
            kind = "gap.cell.one" if len(empty) == 1 else "gap.cell.more"
            groups = (Group(_named(approach, library), group.parts), *empty)
            claims.append(Claim(kind, NAME, groups=groups, numbers=(("others", len(empty)),)))
    return claims


def _named(name: str, library: Library) -> Value:
    return Value(name, concept(name, library.concepts).labels, name, "method")
