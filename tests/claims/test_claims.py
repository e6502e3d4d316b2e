"""What is claimed, and above all what is not: too few studies, values that all share, words that say nothing."""

from __future__ import annotations

import attrs
import pytest
from claims.corpus import library, of_kind, study

from litreview.record import Aspects, LangText, Library, Statement, Study
from litreview.review.claims.facets import facet_claims
from litreview.review.claims.facets.topic import contrasts
from litreview.review.claims.gaps import gap_claims
from litreview.review.claims.moves import lone, shared
from litreview.review.claims.recurring import recurring
from litreview.review.claims.synthesis import associations
from litreview.review.claims.values import compare
from litreview.review.thresholds import VALUES_ONE_BY_ONE
from litreview.themes import Theme


def kinds(claims: object) -> list[str]:
    return [claim.kind for claim in claims]  # type: ignore[attr-defined]


def test_the_newest_studies_are_mentioned_first() -> None:
    found = compare(library(study("a", 2001, method=["qualitative"]), study("b", 2020, method=["qualitative"])), ("a", "b"), "method")
    assert found.groups[0].keys == ("b", "a")


def test_many_shared_values_are_counted_beyond_the_first() -> None:
    names = [f"theory {n}" for n in range(VALUES_ONE_BY_ONE + 3)]
    both = library(study("a", framework=names), study("b", framework=names), study("c", framework=names[:1]))
    _, rest = shared("framework", compare(both, both.keys(), "framework"), both)
    assert rest.kind == "framework.shared.cut"
    assert (len(rest.groups), dict(rest.numbers)["further"]) == (VALUES_ONE_BY_ONE, 2)


def test_many_lone_values_are_counted_and_keep_their_evidence() -> None:
    many = library(*(study(f"s{n}", framework=[f"theory {n}"]) for n in range(VALUES_ONE_BY_ONE + 1)))
    (claim,) = lone("framework", compare(many, many.keys(), "framework"))
    assert claim.kind == "framework.lone.scattered"
    assert len(claim.groups) == len(claim.stated) == VALUES_ONE_BY_ONE + 1


def test_lone_values_beside_shared_ones_are_told_as_further_ones() -> None:
    shared_by = [study(f"x{n}", framework=["theory of gifts"]) for n in range(2)]
    many = library(*shared_by, *(study(f"s{n}", framework=[f"theory {n}"]) for n in range(VALUES_ONE_BY_ONE + 1)))
    assert kinds(lone("framework", compare(many, many.keys(), "framework"))) == ["framework.lone.cut"]


def two_findings(first: str, second: str, others: int = 4) -> Library:
    """Two studies with a keyword and a finding each among some without."""
    return library(
        study("a", 2020, keywords=["trust"], finding=first),
        study("b", 2010, keywords=["Trust"], finding=second),
        *(study(f"c{n}") for n in range(others)),
    )


def test_a_keyword_in_two_findings_recurs_with_the_clause_that_holds_it() -> None:
    given = two_findings(
        "Age had no effect; trust raised the wish to give again.", "Here trust in the board explains nothing, whereas income does."
    )
    (group,) = recurring(given, given.keys(), most=2)
    assert group.value.text["en"] == "trust"
    told = [part.statements[0] for part in group.parts]
    assert [s.text["en"] for s in told] == ["trust raised the wish to give again.", "Here trust in the board explains nothing"]
    for part, statement in zip(group.parts, told, strict=True):
        (evidence,) = statement.evidence
        assert given[part.key].abstract["en"][evidence.start : evidence.end] == evidence.quote == statement.text["en"]


def test_what_one_finding_alone_speaks_of_or_every_study_speaks_of_does_not_recur() -> None:
    alone = two_findings("Trust raised the wish to give.", "Income explains what people give.")
    assert not recurring(alone, alone.keys(), most=2)
    everywhere = two_findings("Trust raised the wish to give.", "Trust explains what people give.", others=1)
    assert not recurring(everywhere, everywhere.keys(), most=2)


def test_a_topic_differs_where_a_value_is_common_here_and_rare_elsewhere() -> None:
    here = [study(f"h{n}", method=["qualitative"]) for n in range(6)]
    there = [study(f"t{n}", method=["quantitative"]) for n in range(6)]
    one = library(*here, *there, study("one", method=["qualitative"]))
    both = library(*here, *there)
    keys = tuple(s.key for s in here)
    (claim,) = contrasts(both, compare(both, keys, "method"))
    assert (claim.kind, dict(claim.numbers)) == ("topic.contrast.method.none", {"here": 6, "there": 0, "others": 6})
    (claim,) = contrasts(one, compare(one, keys, "method"))
    assert (claim.kind, dict(claim.numbers)) == ("topic.contrast.method", {"here": 6, "there": 1, "others": 7})
    alike = library(*here, *(study(f"t{n}", method=["qualitative"]) for n in range(6)))
    assert not contrasts(alike, compare(alike, keys, "method"))
    few = library(*here, *there[:3])
    assert not contrasts(few, compare(few, keys, "method"))


def test_a_framework_that_is_only_a_keyword_is_told_of_those_who_list_it_among_others_who_do_not() -> None:
    shared_by = [study(f"x{n}", framework=["soft-power"]) for n in range(2)]
    looked = Aspects(looked_for=("framework",))
    listing = attrs.evolve(study("listing", keywords=["Soft power"]), aspects=looked)
    silent = attrs.evolve(study("silent"), aspects=looked)

    def told(*studies: Study) -> list[tuple[str, ...]]:
        given = library(*shared_by, *studies)
        return [c.groups[0].keys for c in facet_claims("framework").build(given, given.keys()) if c.kind == "framework.keyword-only"]

    assert told(listing, silent) == [("listing",)]
    assert told(listing) == []
    assert told(silent) == []


@pytest.mark.parametrize(("studies", "words", "told"), [(12, 40, 6), (13, 20, 2), (13, 21, 0), (30, 20, 2), (31, 20, 0)])
def test_of_few_studies_each_aim_is_told_of_more_some_that_are_brief_of_many_none(studies: int, words: int, told: int) -> None:
    def asking(number: int) -> Study:
        aim = Statement(LangText({"en": f"explain {number} " + " ".join(["harbours"] * (words - 2))}))
        return attrs.evolve(study(f"s{number:02d}", 2000 + number), aspects=Aspects(aim=aim))

    given = library(*(asking(number) for number in range(studies)))
    claims = facet_claims("aims").build(given, given.keys())
    assert {key for claim in claims for group in claim.groups for key in group.keys} == {f"s{studies - 1 - n:02d}" for n in range(told)}


def associated(given: Library) -> list[str]:
    """The kinds of what goes together or came late in `given`."""
    return kinds(
        associations(given, {aspect: compare(given, given.keys(), aspect) for aspect in ("framework", "method", "data", "sectors")})
    )


def test_values_go_together_only_if_every_study_has_both_and_not_all_studies_have_the_second() -> None:
    joined = [study(f"j{n}", framework=["theory of gifts"], method=["qualitative"]) for n in range(3)]
    apart = study("x", method=["quantitative"])
    other = study("y", framework=["theory of gifts"], method=["quantitative"])

    assert associated(library(*joined, apart)) == ["synthesis.together.framework.method"]
    assert associated(library(*joined)) == []
    assert associated(library(*joined, apart, other)) == []


def test_a_value_came_late_if_no_early_study_has_it_and_all_are_dated() -> None:
    early = [study("e0", 2001, method=["quantitative"])]
    late = [study(f"l{n}", 2010 + n, method=["qualitative"]) for n in range(4)]

    assert associated(library(*early, *late)) == ["synthesis.late.method"]
    assert associated(library(*early, *late, study("undated", method=["qualitative"]))) == []


def test_a_cell_is_empty_where_a_topic_lacks_an_approach_that_others_take() -> None:
    here = [study(f"h{n}", method=["qualitative"]) for n in range(5)]
    there = [study(f"t{n}", method=["quantitative"]) for n in range(5)]
    both = library(*here, *there)
    topic = Theme("topic", tuple(s.key for s in here), LangText({"en": "Gifts"}), name="gifts")
    (claim,) = of_kind(gap_claims(both, [topic]), "gap.cell")
    assert (claim.kind, claim.groups[0].value.identity, claim.groups[1].value.identity) == ("gap.cell.one", "quantitative", "topic-gifts")
    assert not of_kind(gap_claims(library(*here, *there[:4]), [topic]), "gap.cell")
    counting = attrs.evolve(here[0], abstract=LangText({"en": "A questionnaire was sent to 60 clerks."}))
    assert not of_kind(gap_claims(library(counting, *here[1:], *there), [topic]), "gap.cell"), "one of them counts, under another name"


def test_a_topic_never_quotes_a_long_finding() -> None:
    long = "We found " + "more and " * 30 + "more."
    given = library(*(study(f"s{n}", 2000 + n, finding=long if n else "We found little.") for n in range(9)))
    told = facet_claims("topic").build(given, given.keys())
    quoted = [part.statements[0].text["en"] for claim in told if claim.kind.startswith("finding") for part in claim.groups[0].parts]
    assert quoted
    assert all(len(text.split()) <= 21 and (text.endswith(" …") or text == "We found little.") for text in quoted), "cut, never skipped"
