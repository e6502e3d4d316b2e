"""Invented libraries for property tests: every study has a name, a title word and a place that no other has."""

from __future__ import annotations

from hypothesis import strategies as st

from litreview.concepts import concept
from litreview.record import (
    ASPECTS,
    Aspects,
    Dates,
    LangList,
    LangText,
    Library,
    Name,
    Names,
    Partner,
    Period,
    Statement,
    Study,
    Variables,
    library_of,
    parse_date,
)

FAMILIES = tuple(
    f"{first}{second}" for first in ("Bar", "Cel", "Dor", "Fen", "Gul", "Hir", "Jat", "Kem") for second in ("anto", "ubin", "eswar", "illo")
)
POOLS = {
    "method": ("qualitative", "quantitative", "descriptive", "comparative"),
    "data": ("interview", "questionnaire", "literature", "observation"),
    "framework": ("paradiplomacy", "sister-city", "soft-power", "interdependence", "diplomacy"),
    "sectors": ("education", "culture", "health", "trade", "tourism"),
}
AIMS = ("motives", "implementation", "impact", "obstacles")
OUTCOMES = ("success", "failure", "mixed")
KEYWORDS = ("sister city", "paradiplomacy", "ports", "tourism", "festivals", "networks")


def stated(name: str) -> Statement:
    """A statement of a concept under its usual names."""
    return Statement(concept(name).labels, name)


@st.composite
def studies(draw: st.DrawFn, number: int) -> Study:
    """The study `number`: what it states is drawn, what identifies it is not."""
    family = FAMILIES[number]
    mark = f"{family.casefold()}ville"
    year = draw(st.one_of(st.none(), st.integers(2008, 2024)))
    abstract = draw(st.booleans()) or draw(st.booleans())
    values = {aspect: tuple(map(stated, draw(st.lists(st.sampled_from(pool), max_size=3, unique=True)))) for aspect, pool in POOLS.items()}
    aim = draw(st.sampled_from(AIMS))
    outcome = draw(st.one_of(st.none(), st.sampled_from(OUTCOMES)))
    start = draw(st.one_of(st.none(), st.integers(1990, 2007)))
    filled = Aspects(
        **values,
        aim=Statement(LangText({"en": f"explain the twinning of {mark}"}), aim),
        outcome=Statement(LangText({"en": f"an outcome seen in {mark}"}), outcome) if outcome else None,
        findings=(Statement(LangText({"en": f"the twinning of {mark} was kept up by volunteers"})),) if draw(st.booleans()) else (),
        period=Period(start, start + 3) if start else None,
        partners=(
            Partner(LangText({"en": mark.title()}), "city", "ID"),
            Partner(
                LangText({"en": draw(st.sampled_from(("Kyoto", "Busan", "Perth")))}), "city", draw(st.sampled_from(("JP", "KR", "AU")))
            ),
        )
        if draw(st.booleans())
        else (),
    )
    looked = tuple(name for name in ASPECTS if not filled.stated(name))
    return Study(
        f"{family.casefold()}{year or 'nd'}",
        "article-journal",
        title=LangText({"en": f"Twinning seen from {mark.title()}"}),
        abstract=LangText({"en": f"We explain the twinning of {mark}."}) if abstract else LangText(),
        keywords=LangList({"en": tuple(draw(st.lists(st.sampled_from(KEYWORDS), max_size=4, unique=True)))}),
        language="en",
        names=Names({"author": (Name(family=family, given="Ani"),)}),
        dates=Dates({"issued": parse_date(str(year))}) if year else Dates(),
        variables=Variables({"container-title": LangText({"en": "Journal of Twin Towns"})}),
        aspects=attrs_looked(filled, looked) if abstract else Aspects(),
        paraphrased=("abstract",) if draw(st.booleans()) else (),
    )


def attrs_looked(aspects: Aspects, looked: tuple[str, ...]) -> Aspects:
    """The aspects with those that were looked for in vain."""
    return Aspects(**{name: getattr(aspects, name) for name in ASPECTS}, looked_for=looked)


@st.composite
def libraries(draw: st.DrawFn, least: int = 2, most: int = 12) -> Library:
    """A library of `least` to `most` studies."""
    return library_of([draw(studies(number)) for number in range(draw(st.integers(least, most)))])


def traces(study: Study) -> tuple[str, ...]:
    """Words that stand in no other study of an invented library."""
    family = study.author[0].family or ""
    return study.key, family.casefold(), f"{family.casefold()}ville"
