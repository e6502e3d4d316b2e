"""A finding of a study that stands in two topics is told in the first of them alone."""

from __future__ import annotations

from litreview.analysis import annotate
from litreview.record import LangText, Library, Study
from litreview.review.claims.ledger import build_ledger
from litreview.themes import Theme
from litreview.themes.theme import TOPIC

FINDINGS = ("queues grew shorter", "fares stayed high", "captains trust old maps", "crews sleep badly", "lamps are rarely mended")


def _study(number: int) -> Study:
    abstract = f"This study examines boats in bay {number}. Interviews were conducted. The results show that {FINDINGS[number]}."
    return annotate(Study(f"s{number}", title=LangText({"en": f"Boats in bay {number}"}), abstract=LangText({"en": abstract})))[0]


def _topic(name: str, *numbers: int) -> Theme:
    return Theme(TOPIC, tuple(f"s{number}" for number in numbers), LangText({"en": name}), name=name)


def test_told_once() -> None:
    library = Library(tuple(map(_study, range(len(FINDINGS)))))
    claims = build_ledger(library, (_topic("ferries", 0, 1, 2), _topic("fog", 2, 3, 4))).claims
    told = [part.key for claim in claims if claim.kind in ("finding.two", "finding.single") for part in claim.groups[0].parts]
    assert sorted(told) == ["s0", "s1", "s2", "s3", "s4"]
