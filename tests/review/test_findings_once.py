"""A finding of a study that stands in two topics is told in the first of them alone."""

from __future__ import annotations

from litreview.analysis import annotate
from litreview.record import Dates, LangList, LangText, Library, Study, parse_date
from litreview.review.claims.ledger import build_ledger
from litreview.themes import suggest_themes

FINDINGS = ("queues grew shorter", "fares stayed high", "captains trust old maps", "fog delays every second boat", "night boats sail empty")
WORDS = (("ferry",), ("ferry",), ("ferry", "fog"), ("fog",), ("fog",))


def _study(number: int) -> Study:
    abstract = f"This study examines boats in bay {number}. Interviews were conducted. The results show that {FINDINGS[number]}."
    return annotate(
        Study(
            f"s{number}",
            title=LangText({"en": f"Boats in bay {number}"}),
            abstract=LangText({"en": abstract}),
            keywords=LangList({"en": WORDS[number]}),
            dates=Dates({"issued": parse_date(str(2015 + number))}),
        )
    )[0]


def test_told_once() -> None:
    library = Library(tuple(map(_study, range(5))))
    told = [
        part.key
        for claim in build_ledger(library, suggest_themes(library)).claims
        if claim.kind in ("finding.two", "finding.single")
        for part in claim.groups[0].parts
    ]
    assert len(told) == len(set(told)) > 2
