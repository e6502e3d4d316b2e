"""Small libraries for the tests of claims: a study in one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from litreview.record import Aspects, Dates, Evidence, LangList, LangText, Library, Partner, Statement, Study, parse_date
from litreview.review.claims import Claim


def study(
    key: str,
    year: int | None = None,
    *,
    method: Sequence[str] = (),
    data: Sequence[str] = (),
    framework: Sequence[str] = (),
    finding: str = "",
    keywords: Sequence[str] = (),
    abstract: str = "An abstract.",
) -> Study:
    """A study in English; every value is a concept's id where there is one, else words. `finding` is quoted from the abstract."""
    said = (abstract + " " + finding).strip()
    return Study(
        key,
        abstract=LangText({"en": said}),
        keywords=LangList({"en": tuple(keywords)}) if keywords else LangList(),
        dates=Dates({"issued": parse_date(str(year))}) if year else Dates(),
        aspects=Aspects(
            method=_statements(method),
            data=_statements(data),
            framework=_statements(framework),
            findings=(
                Statement(LangText({"en": finding}), evidence=(Evidence("abstract", "en", finding, said.index(finding), len(said)),)),
            )
            if finding
            else (),
            looked_for=("method",),
        ),
    )


def library(*studies: Study) -> Library:
    """The studies as a library."""
    return Library(studies)


def _statements(names: Sequence[str]) -> tuple[Statement, ...]:
    return tuple(Statement(LangText({"en": name}), concept=name if "-" in name or name in KNOWN else None) for name in names)


KNOWN = {"qualitative", "quantitative", "comparative", "interview", "questionnaire"}


def of_kind(claims: Iterable[Claim], kind: str) -> list[Claim]:
    """The claims whose kind begins so."""
    return [claim for claim in claims if claim.kind.startswith(kind)]


def kinds(claims: Iterable[Claim], kind: str = "") -> list[str]:
    return [claim.kind for claim in of_kind(claims, kind)]


def grouped(claim: Claim) -> dict[str, tuple[str, ...]]:
    """The studies of a claim by the value they have in common."""
    return {group.value.identity: group.keys for group in claim.groups}


def with_aspects(known: Study, **aspects: Any) -> Study:
    """The study with other aspects besides."""
    return attrs.evolve(known, aspects=attrs.evolve(known.aspects, **aspects))


def said(concept: str) -> Statement:
    return Statement(LangText({"en": f"the {concept} of harbours"}), concept=concept)


def asking(key: str, aim: str, year: int | None = None, **more: Any) -> Study:
    return with_aspects(study(key, year, **more), aim=said(aim))


def partnered(key: str, *countries: str, site: bool = False, **more: Any) -> Study:
    """A study of partners, one in each country (`AA?` where it is inferred)."""
    partners = tuple(Partner(LangText({"en": f"{key} {c}"}), country=c.strip("?"), country_inferred=c.endswith("?")) for c in countries)
    return with_aspects(study(key), partners=partners, site=(said("port"),) if site else (), **more)
