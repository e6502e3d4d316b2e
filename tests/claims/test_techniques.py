"""A technique is no approach: it is told, counted and tabled apart."""

from __future__ import annotations

import litreview
from litreview.document.walk import plain
from litreview.languages import language
from litreview.review.claims.facets import facet_claims
from litreview.review.claims.synthesis import synthesis_claims
from litreview.review.claims.values import approaches, is_technique, techniques
from litreview.review.prose import Voice
from litreview.review.tables import previous_studies
from tests.claims.corpus import grouped, library, of_kind, said, study


def test_methods_are_parted_by_their_concepts_and_others_by_their_words() -> None:
    assert [is_technique(said(name)) for name in ("purposive-sampling", "structural-equation-model", "qualitative", "case-study")] == [
        True,
        True,
        False,
        False,
    ]
    worded = study("a", method=["ripple analysis", "ripple stance"]).aspects.method
    assert [is_technique(statement) for statement in worded] == [True, False]


def test_a_study_with_a_technique_alone_has_no_approach_yet() -> None:
    one = study("a", 2001, method=["qualitative", "purposive-sampling"])
    other = study("b", 2002, method=["purposive-sampling"])
    given = library(one, other)
    ways = approaches(given, given.keys())
    assert (ways.stated, ways.unread, ways.missing) == (("a",), ("b",), ())
    assert techniques(given, given.keys()).stated == ("b", "a")
    assert [group.value.aspect for group in techniques(given, given.keys()).groups] == ["technique"]


def test_no_sentence_calls_a_technique_an_approach() -> None:
    given = library(*(study(f"s{n}", 2000 + n, method=["purposive-sampling", "structural-equation-model"]) for n in range(4)))
    claims = [
        *facet_claims("methods").build(given, given.keys()),
        *synthesis_claims(given),
        *facet_claims("topic").build(given, given.keys()),
    ]
    assert not of_kind(claims, "method.")
    assert {name for claim in of_kind(claims, "technique.shared") for name in grouped(claim)} == {
        "purposive-sampling",
        "structural-equation-model",
    }
    told = [group.value.aspect for claim in of_kind(claims, "synthesis.widest") for group in claim.groups]
    assert set(told) == {"technique"}


def test_the_table_tells_them_apart() -> None:
    given = library(
        study("a", 2001, method=["qualitative", "purposive-sampling"], data=["interview"]), study("b", 2002, method=["purposive-sampling"])
    )
    table = previous_studies.previous_studies(given, Voice(language("en")), None)
    cells = [[plain(paragraph) for paragraph in row[2].paragraphs] for row in table.rows]
    assert cells[0] == ["Approach: qualitative", "Technique: purposive-sampling", "Data: interview"]
    assert cells[1] == ["Technique: purposive-sampling", "Data: not yet read"]


def test_one_abstract_alone_is_not_counted_against_itself() -> None:
    review = litreview.draft(library(study("a", 2001, framework=["soft-power"])), lang="en")
    assert "one abstracts" not in " ".join(plain(block.children) for block in review.document.blocks if hasattr(block, "children"))
