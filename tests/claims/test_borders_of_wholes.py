"""Gaps, what shows in all themes together, findings, concepts and the own study: from how many studies on, and of which."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from claims.corpus import asking, grouped, kinds, library, of_kind, partnered, said, study, with_aspects

from litreview.record import Aspects, LangList, LangText, Partner, Period, Statement, Study
from litreview.review.claims import Claim, Own, likenesses
from litreview.review.claims.concept_use import concept_claims
from litreview.review.claims.facets import facet_claims
from litreview.review.claims.gaps import gap_claims
from litreview.review.claims.recurring import recurring
from litreview.review.claims.synthesis import synthesis_claims

# Gaps.


def gaps(kind: str, *studies: Study) -> list[Claim]:
    return of_kind(gap_claims(library(*studies)), f"gap.{kind}")


def said_without(known: Study, *aspects: str) -> Study:
    """The study, of which a person says that it does not state `aspects`."""
    return attrs.evolve(known, aspects=attrs.evolve(known.aspects, looked_for=aspects))


def test_one_study_alone_looks_below_the_level_of_the_partners() -> None:
    placed = partnered("placed", "ID", "JP", site=True)
    a, b = (said_without(partnered(key, "ID", "JP"), "site") for key in "ab")
    (claim,) = gaps("site", placed, a, b, study("without"))
    assert (claim.stated, claim.missing) == (("placed",), ("a", "b"))
    assert not gaps("site", placed, a)
    assert not gaps("site", placed, a, partnered("b", "ID", "JP")), "of one of them nothing is known"
    assert not gaps("site", placed, partnered("p", "ID", "JP", site=True), a, b)


def test_every_study_has_one_pair_of_partners() -> None:
    assert [c.stated for c in gaps("single-pair", partnered("a", "ID", "JP"), partnered("b", "ID", "CN"))] == [("a", "b")]
    assert not gaps("single-pair", partnered("a", "ID", "JP"), study("b"))
    assert not gaps("single-pair", partnered("a", "ID", "JP"), partnered("b", "ID", "CN", "JP"))


def test_an_approach_that_nobody_takes() -> None:
    (claim,) = gaps("approach", study("a", method=["qualitative"]), study("b", method=["quantitative"]), study("c"))
    assert (claim.stated, claim.missing) == (("a", "b"), ("c",))
    assert [group.value.identity for group in claim.groups] == ["mixed-methods", "comparative"]
    assert not gaps("approach", study("a", method=["qualitative"]), study("b"))
    unread = attrs.evolve(study("c"), aspects=Aspects(), abstract=LangText({"en": "Harbours."}))
    assert gaps("approach", study("a", method=["qualitative"]), study("b", method=["quantitative"]), unread)
    assert not gaps("approach", study("a", method=["qualitative"]), study("b", method=["quantitative"]), unread, *copies(unread, 1))
    assert not gaps("approach", study("a", method=["quantitative", "mixed-methods"]), study("b", method=["comparative"]))


def copies(known: Study, count: int) -> list[Study]:
    return [attrs.evolve(known, key=f"{known.key}{n}") for n in range(count)]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Three towns are compared in their dealings with the ministry.", ["mixed-methods"]),
        ("A comparison of three towns; a questionnaire was sent to 60 clerks and interviews were held.", []),
        ("Some towns.", ["mixed-methods", "comparative"]),
    ],
)
def test_a_gap_that_any_record_contradicts_is_not_told(text: str, absent: list[str]) -> None:
    """What a study does may stand in its aim or its title, and not in the cell of its approach."""
    speaking = attrs.evolve(study("c", method=["analytical"]), abstract=LangText({"en": text}))
    found = gaps("approach", study("a", method=["qualitative"]), study("b", method=["quantitative"]), speaking)
    assert [group.value.identity for claim in found for group in claim.groups] == absent


def test_no_gap_of_places_where_a_record_names_another_place_or_compares() -> None:
    three = [partnered(f"s{n}", "ID", "JP") for n in range(3)]
    assert gaps("region", *three)
    assert gaps("single-pair", *three)
    abroad = attrs.evolve(three[0], keywords=LangList({"en": ("France", "ports")}))
    assert not gaps("region", abroad, *three[1:])
    compares = attrs.evolve(three[0], title=LangText({"en": "Comparison of ports"}))
    assert not gaps("single-pair", compares, *three[1:])


def test_the_last_year_studied_is_a_gap_unless_a_record_names_a_later_one() -> None:
    ended = [with_aspects(study(f"p{n}", 2024), period=Period(2010, 2014 + n)) for n in range(3)]
    (claim,) = gaps("period", *ended)
    assert dict(claim.numbers) == {"last": 2016}
    assert not gaps("period", *ended[:2])
    later = attrs.evolve(ended[0], abstract=LangText({"en": "Ports were closed in 2020."}))
    assert not gaps("period", later, *ended[1:])
    recent = [attrs.evolve(one, dates=study("x", 2018).dates) for one in ended]
    assert not gaps("period", *recent)


def test_gaps_that_studies_state_themselves_are_told_with_their_words_reviews_first() -> None:
    review = attrs.evolve(
        study("review", 2015), title=LangText({"en": "Ports: a scoping review"}),
        abstract=LangText({"en": "We map 40 papers. Most are case studies; few test propositions on the partner. Ports are large."}),
    )  # fmt: skip
    own = attrs.evolve(study("own", 2020), abstract=LangText({"id": "Manfaat ekonominya jarang dikaji oleh para ahli. Kota itu besar."}))
    told = gap_claims(library(own, review, study("silent")))
    assert [(claim.kind, claim.studies) for claim in told] == [("gap.review", ("review",)), ("gap.told", ("own",))]
    quotes = [evidence.quote for claim in told for _, evidence in claim.evidence]
    assert quotes == ["few test propositions on the partner", "Manfaat ekonominya jarang dikaji oleh para ahli"]
    fine = attrs.evolve(
        study("fine"), abstract=LangText({"id": "Disimpulkan bahwa sistem itu belum menghasilkan aplikasi yang dapat dipakai."})
    )
    assert not gap_claims(library(fine))


def test_no_more_than_five_gaps_are_told() -> None:
    telling = [
        attrs.evolve(study(f"t{n}", 2000 + n), abstract=LangText({"en": f"Little is known about harbour number {n} of the coast."}))
        for n in range(9)
    ]
    assert 0 < len(gap_claims(library(*telling))) <= 5


def test_all_partners_abroad_lie_on_one_continent() -> None:
    three = [partnered(f"s{n}", "ID", country) for n, country in enumerate(("JP", "CN", "JP"))]
    (claim,) = gaps("region", *three)
    assert (claim.stated, [group.value.identity for group in claim.groups]) == (("s0", "s1", "s2"), ["region-asia"])
    assert not gaps("region", *three[:2])
    assert not gaps("region", *three, partnered("x", "ID", "FR"))
    assert not gaps("region", *(partnered(f"s{n}", "ID") for n in range(3)))


def test_gaps_round_which_most_studies_stand_come_first() -> None:
    pairs = [partnered(f"p{n}", "ID", "JP") for n in range(3)]
    stating = [with_aspects(one, method=study("x", method=["qualitative"]).aspects.method) for one in pairs[:2]]
    sizes = [len(claim.studies) for claim in gap_claims(library(*stating, pairs[2]))]
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) > 1


# Synthesis.


def synthesis(kind: str, *studies: Study) -> list[Claim]:
    return of_kind(synthesis_claims(library(*studies)), f"synthesis.{kind}")


def test_the_widest_values_over_all_aspects() -> None:
    shared_by = [study(f"s{n}", method=["qualitative"], data=["interview"] if n else []) for n in range(3)]
    (claim,) = synthesis("widest", *shared_by)
    assert (claim.kind, grouped(claim)) == ("synthesis.widest.more", {"qualitative": ("s0", "s1", "s2"), "interview": ("s1", "s2")})
    assert claim.opens
    assert kinds(synthesis("widest", *shared_by[:2])) == ["synthesis.widest.one"]
    assert not synthesis("widest", shared_by[0])


def test_the_two_studies_that_share_most() -> None:
    near = {"method": ["qualitative"], "data": ["interview"], "framework": ["soft-power"]}
    a, b = study("a", 2001, **near), study("b", 2009, **near)
    (claim,) = synthesis("closest", a, b, study("c", method=["qualitative"]))
    assert claim.stated == ("a", "b")
    assert grouped(claim) == {"soft-power": ("b", "a"), "qualitative": ("b", "a"), "interview": ("b", "a")}
    assert not synthesis("closest", a, b, study("c", **near)), "three pairs share as many"
    less = {**near, "data": []}
    assert not synthesis("closest", study("a", **less), study("b", **less))
    others = [study(f"o{n}") for n in range(29)]
    assert synthesis("closest", a, b, *others[:28])
    assert not synthesis("closest", a, b, *others)


def test_studies_of_one_framework_that_part_ways() -> None:
    soft: dict[str, Any] = {"framework": ["soft-power"]}
    a, b = study("a", method=["qualitative"], **soft), study("b", method=["quantitative"], **soft)
    (claim,) = synthesis("parting", a, b)
    assert (claim.kind, grouped(claim)) == (
        "synthesis.parting.method", {"soft-power": ("a", "b"), "qualitative": ("a",), "quantitative": ("b",)},
    )  # fmt: skip
    assert not synthesis("parting", a, study("c", method=["qualitative"], **soft))
    assert not synthesis("parting", a, study("c", **soft)), "one of them says nothing"
    asked = [asking("a", "role", **soft), asking("b", "impact", **soft)]
    assert kinds(synthesis("parting", *asked)) == ["synthesis.parting.aim"]


def test_a_late_value_is_told_with_the_year_and_the_studies_it_came_up_with() -> None:
    late = [study(f"l{n}", 2010 + n // 2, method=["qualitative"]) for n in range(4)]
    (claim,) = synthesis("late", study("e", 2007, method=["quantitative"]), *late)
    assert (claim.stated, dict(claim.numbers)) == (("l2", "l3", "l0", "l1"), {"since": 2010, "count": 4, "first": 2007})
    assert [group.keys for group in claim.groups] == [("l0", "l1"), ("l2", "l3", "l0", "l1")]
    assert not synthesis("late", study("e", 2008, method=["quantitative"]), *late)
    assert not synthesis("late", study("e", 2007, method=["quantitative"]), *late[:3])


# Findings.


def finding(key: str, year: int, text: str, *, keywords: tuple[str, ...] = (), aim: str = "", own: bool = False) -> Study:
    known = study(key, year, finding=text, keywords=keywords)
    known = with_aspects(known, aim=said(aim)) if aim else known
    return attrs.evolve(known, paraphrased=("abstract",)) if own else known


def test_findings_of_studies_that_ask_alike_stand_beside_each_other() -> None:
    alike = [finding(f"a{n}", 2001 + n, f"Ferries number {n} sail.", aim="role") for n in range(4)]
    given = library(*alike, finding("x", 2020, "Ports grow."), finding("long", 2021, " ".join(["word"] * 31)))
    claims = facet_claims("findings").build(given, given.keys())
    assert [(claim.kind, claim.groups[0].keys if claim.groups else ()) for claim in claims] == [
        ("findings.coverage.all", ()), ("finding.alike", ("a3", "a2")), ("finding.two", ("long", "x")), ("finding.two", ("a1", "a0")),
    ]  # fmt: skip
    assert claims[1].opens
    assert kinds(facet_claims("findings").build(library(alike[0]), ("a0",)), "finding.alike") == []


@pytest.mark.parametrize(("count", "kind", "quoted"), [(2, "finding.recurring", 2), (4, "finding.recurring.cut", 2)])
def test_of_a_term_that_recurs_two_studies_are_quoted(count: int, kind: str, quoted: int) -> None:
    naming = [finding(f"a{n}", 2001 + n, f"Trust makes {n} of ten people give.", keywords=("trust",)) for n in range(count)]
    given = library(*naming, *(study(f"c{n}") for n in range(count)))
    (claim,) = of_kind(facet_claims("findings").build(given, given.keys()), "finding.recurring")
    assert (claim.kind, len(claim.groups[0].keys), dict(claim.numbers)) == (kind, quoted, {"studies": count})
    assert (claim.opens, len(claim.stated)) == (True, count)


def test_a_finding_in_own_words_is_told_whole() -> None:
    text = "Age had no effect; trust raised the wish to give again."
    given = library(
        finding("own", 2009, text, keywords=("trust",), own=True), finding("quoted", 2001, text, keywords=("trust",)), study("c"), study("d")
    )  # fmt: skip
    (group,) = recurring(given, given.keys(), most=1)
    assert [(p.key, p.paraphrased, p.statements[0].text["en"]) for p in group.parts] == [
        ("own", True, text), ("quoted", False, "trust raised the wish to give again."),
    ]  # fmt: skip


def test_what_a_topic_asks() -> None:
    given = library(asking("a", "role", 2001), asking("b", "impact", 2009), asking("c", "role", 2005))
    claims = facet_claims("topic").build(given, given.keys())
    (aims,) = of_kind(claims, "topic.aims")
    assert grouped(aims) == {"role": ("c", "a"), "impact": ("b",)}
    assert aims.stated == ("c", "a", "b")
    assert kinds(claims, "topic.told") == [], "quotations are kept for answers"
    keeper = library(*(attrs.evolve(one, paraphrased=("abstract",)) for one in given))
    (told,) = of_kind(facet_claims("topic").build(keeper, keeper.keys()), "topic.told")
    assert told.groups[0].keys == ("b", "c")
    one = library(asking("a", "role", 2001), study("b", 2009))
    assert kinds(facet_claims("topic").build(one, one.keys()), "topic.aims") == []
    assert kinds(facet_claims("topic").build(one, one.keys()), "topic.told") == []


# Concepts, partners, periods, outcomes.


def test_concepts_named_and_described() -> None:
    told = study("a", framework=["soft-power"], abstract="Soft power is the ability to attract others.")
    silent = study("b", framework=["soft-power", "city-branding"])
    claims = concept_claims(library(told, silent))
    assert kinds(claims) == ["concept.named.one.recorded", "concept.described"]
    assert (grouped(claims[0]), dict(claims[0].numbers)) == ({"soft-power": ("a", "b")}, {"concepts": 2, "further": 0})
    assert (grouped(claims[1]), claims[1].opens) == ({"soft-power": ("a",)}, True)
    assert kinds(concept_claims(library(silent))) == ["concept.named.single.recorded", "concept.undescribed.all"]
    lone = library(study("a", framework=["soft-power"]), study("b", framework=["city-branding"]))
    assert kinds(concept_claims(lone)) == ["concept.named.lone.recorded", "concept.undescribed.all"]
    two = library(silent, study("c", framework=["soft-power", "city-branding"], abstract="Soft power is the ability to attract others."))
    claims = concept_claims(two)
    assert kinds(claims) == ["concept.named.shared.recorded", "concept.described", "concept.undescribed.one"]
    assert claims[2].stated == ("b", "c")
    silenced = with_aspects(study("x"), looked_for=("framework",))
    assert kinds(concept_claims(library(silent, silenced))) == ["concept.named.single", "concept.undescribed.all"]
    assert concept_claims(library(study("x"))) == ()
    assert kinds(concept_claims(library(with_aspects(study("x"), looked_for=("framework",))))) == ["concept.none"]


def pairs(*studies: Study) -> list[Claim]:
    given = library(*studies)
    return list(facet_claims("pairs").build(given, given.keys()))


def test_countries_abroad_are_those_besides_the_one_most_studies_share() -> None:
    first, second, third = partnered("a", "ID", "JP"), partnered("b", "ID", "JP?"), partnered("c", "ID", "CN")
    claims = of_kind(pairs(first, second, third), "pairs.")
    assert kinds(claims) == ["pairs.countries", "pairs.inferred.some"]
    assert grouped(claims[0]) == {"JP": ("a", "b"), "CN": ("c",)}
    assert (claims[1].stated, claims[1].missing) == (("b",), ("a", "c"))
    assert kinds(pairs(first, partnered("d", "ID", "JP")), "pairs.") == ["pairs.country"]
    assert kinds(pairs(second, partnered("d", "ID", "JP?")), "pairs.inferred") == ["pairs.inferred.all"]
    assert kinds(pairs(first), "pairs.") == []


def test_a_partner_that_two_studies_have() -> None:
    kyoto, bandung = Partner(LangText({"en": "Kyoto"})), Partner(LangText({"en": "Bandung"}))
    a, b = (with_aspects(study(key), partners=(kyoto, bandung)) for key in "ab")
    assert [(c.kind, grouped(c)) for c in of_kind(pairs(a, b), "pairs.recurring")] == [
        ("pairs.recurring.more", {"kyoto": ("a", "b"), "bandung": ("a", "b")})
    ]
    assert kinds(pairs(a, with_aspects(study("c"), partners=(kyoto,))), "pairs.recurring") == ["pairs.recurring.one"]
    assert kinds(pairs(a), "pairs.recurring") == []


def test_periods_stand_in_order_of_time() -> None:
    def dated(key: str, start: int, end: int | None) -> Study:
        return with_aspects(study(key), period=Period(start, end))

    studies = [dated("a", 2016, 2018), dated("b", 2016, None), dated("c", 2010, 2010), dated("d", 2016, 2017)]
    (claim,) = of_kind(pairs(*studies), "period")
    assert (claim.kind, grouped(claim)) == (
        "period.coverage.all", {"2010": ("c",), "2016": ("b",), "2016–2017": ("d",), "2016–2018": ("a",)},
    )  # fmt: skip
    without = said_without(study("x"), "period")
    assert kinds(pairs(studies[0], without), "period") == ["period.coverage.one"]
    assert kinds(pairs(*studies, without), "period") == ["period.coverage.some"]
    assert kinds(pairs(without), "period") == ["period.coverage.none"]
    assert kinds(pairs(*studies, study("x")), "period") == ["period.coverage.recorded"]
    assert kinds(pairs(study("x")), "period") == []


def test_outcomes() -> None:
    def judged(key: str, outcome: str) -> Study:
        return with_aspects(study(key), outcome=Statement(LangText({"en": outcome}), concept=outcome))

    def told(*outcomes: str) -> list[str]:
        given = library(*(judged(f"s{n}", outcome) for n, outcome in enumerate(outcomes)))
        return [claim.kind.removeprefix("outcome.") for claim in facet_claims("outcomes").build(given, given.keys())]

    assert told("success", "mixed", "failure") == ["coverage.all", "success.one", "mixed.one", "failure.one"]
    assert told("success", "success") == ["coverage.all", "success.more"]
    assert told("success", "success", "not-assessed") == ["coverage.some", "success.more"]
    assert told("success", "success", "mixed") == ["coverage.all", "success.more", "mixed.one", "no-failure"]
    assert told(*["success"] * 6) == ["coverage.all", "success.more", "no-failure"]
    assert told(*["success"] * 7) == ["coverage.all", "success.many", "no-failure"]
    assert told("not-assessed") == ["coverage.none"]


# The writer's own study.


def test_the_own_study_is_compared_only_in_what_both_fill_in() -> None:
    other = attrs.evolve(
        with_aspects(study("a", method=["qualitative"], framework=["soft-power", "trust"]), period=Period(2016, 2018)),
        keywords=LangList({"en": ("Sister city", "ferry")}),
    )
    own = Own((
        ("topic", ("sister city",)), ("method", ("Quantitative",)), ("framework", ("Trust", "gifts")), ("data", ("interview",)),
        ("period", ("2016-2018",)),
    ))  # fmt: skip
    compared = {one.aspect: one for one in likenesses(other, own)}
    assert [*compared] == ["topic", "method", "framework", "period"]
    assert ([t["en"] for t in compared["topic"].same], compared["topic"].other) == (["sister city"], ())
    assert (compared["method"].same, len(compared["method"].other), tuple(t["en"] for t in compared["method"].own)) == (
        (),
        1,
        ("quantitative",),
    )
    assert [text["en"] for text in compared["framework"].same] == ["trust"]
    assert (len(compared["framework"].other), compared["framework"].own) == (1, (LangText({"und": "gifts"}),))
    assert ([dict(t) for t in compared["period"].same], compared["period"].own) == ([{"und": "2016–2018"}], ())
    assert likenesses(other, Own((("topic", ("lantern",)),))) == (), "keywords that differ say little"
