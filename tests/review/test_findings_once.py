"""How many findings are told: one of a study in two topics once, and no third on one study in a row."""

from __future__ import annotations

from litreview.analysis import annotate
from litreview.document.nodes import Paragraph, Sentence
from litreview.languages import language
from litreview.record import LangText, Library, Study
from litreview.review.claims.facets.findings import brief_parts
from litreview.review.claims.ledger import build_ledger
from litreview.review.claims.moves import in_twos
from litreview.review.paragraphs import paragraphs
from litreview.review.prose.voice import Voice
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


def test_no_third_sentence_on_one_study_stands_in_a_row() -> None:
    library = Library(tuple(map(_study, range(len(FINDINGS)))))
    parts = brief_parts(library, library.keys(), "findings", 20)
    singles = [in_twos("finding", "findings", [part])[0] for part in parts[:3]]
    (paragraph,) = paragraphs(singles, "t", Voice(language("en")))
    assert isinstance(paragraph, Paragraph)
    assert len([node for node in paragraph.children if isinstance(node, Sentence)]) == 2
