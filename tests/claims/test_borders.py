"""From how many studies on a claim is made, and of which studies it then is: one study fewer, and nothing is said."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from claims.corpus import asking, grouped, kinds, library, of_kind, said, study, with_aspects

from litreview.record import Aspects, LangText, Name, Statement, Study
from litreview.record.langtext import FrozenMap
from litreview.review.claims.corpus import corpus_claims
from litreview.review.claims.facets import facet_claims
from litreview.review.claims.moves import coverage, in_twos, shared, spread
from litreview.review.claims.overview import overview_claims
from litreview.review.claims.recurring import recurring
from litreview.review.claims.values import compare, part
from litreview.themes import Theme

# The corpus.


@pytest.mark.parametrize(("count", "size", "examples"), [(8, "corpus.size", 0), (9, "corpus.size.many", 1)])
def test_of_up_to_eight_studies_the_sentence_on_size_names_each(count: int, size: str, examples: int) -> None:
    claims = corpus_claims(library(*(study(f"s{n}", 2000 + n) for n in range(count))))
    assert claims[0].kind == size
    assert claims[0].stated == tuple(f"s{n}" for n in range(count))
    assert len(of_kind(claims, "corpus.examples")) == examples
    assert len(of_kind(claims, "corpus.years")) == examples


def test_years_are_told_of_the_dated_studies() -> None:
    dated = [study(f"s{n}", year) for n, year in enumerate((2001, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2024))]
    (claim,) = of_kind(corpus_claims(library(*dated)), "corpus.years")
    assert (claim.kind, dict(claim.numbers)) == (
        "corpus.years.all", {"first": 2001, "last": 2024, "since": 2013, "dated": 9, "recent": 5},
    )  # fmt: skip
    (some,) = of_kind(corpus_claims(library(*dated, study("undated"))), "corpus.years")
    assert (some.kind, dict(some.numbers)["dated"]) == ("corpus.years", 9)
    assert not of_kind(corpus_claims(library(*(study(f"s{n}", 2020) for n in range(9)))), "corpus.years")


def stated(known: Study, *fields: str) -> Study:
    """The study with what a citation needs, as far as `fields` say."""
    return attrs.evolve(
        known,
        title=LangText({"en": "Motives"}) if "title" in fields else LangText(),
        names=FrozenMap({"author": (Name("Lee", "Ann"),)}) if "author" in fields else FrozenMap(),
        variables=FrozenMap({"publisher": LangText({"und": "Acme"})}) if "publisher" in fields else FrozenMap(),
    )


def test_fields_that_the_same_studies_lack_are_told_together() -> None:
    whole, nameless = stated(study("whole", 2001), "title", "author", "publisher"), stated(study("nameless", 2002), "title")
    (claim,) = of_kind(corpus_claims(library(whole, nameless)), "corpus.unrecorded")
    assert (claim.kind, claim.stated, claim.missing, claim.opens) == ("corpus.unrecorded.some", ("whole",), ("nameless",), True)
    assert [group.value.identity for group in claim.groups] == ["author", "publisher"]
    undated = stated(study("undated"), "title", "author", "publisher")
    (claim,) = of_kind(corpus_claims(library(whole, undated)), "corpus.unrecorded")
    assert (claim.kind, [group.value.identity for group in claim.groups]) == ("corpus.unrecorded.some", ["issued"])
    said = attrs.evolve(undated, looked_for=("issued",))
    assert [claim.kind for claim in of_kind(corpus_claims(library(whole, said)), "corpus.un")] == ["corpus.unstated.some"]


def test_where_no_study_states_a_year_this_is_told_by_itself() -> None:
    claims = of_kind(corpus_claims(library(stated(study("a"), "title"), stated(study("b"), "title"))), "corpus.unrecorded")
    assert [(claim.kind, claim.missing, claim.opens) for claim in claims] == [
        ("corpus.unrecorded.years", ("a", "b"), True), ("corpus.unrecorded.all", ("a", "b"), False),
    ]  # fmt: skip
    assert [group.value.identity for group in claims[1].groups] == ["author", "publisher"]


def test_the_commonest_keywords_are_those_that_two_studies_share() -> None:
    given = library(
        study("a", 2001, keywords=["trust", "lantern"]), study("b", 2009, keywords=["trust", "lantern"]), study("c", 2005, keywords=["trust", "ferry"])
    )  # fmt: skip
    (claim,) = of_kind(corpus_claims(given), "corpus.keywords")
    assert (claim.kind, grouped(claim)) == ("corpus.keywords.two", {"trust": ("b", "c", "a"), "lantern": ("b", "a")})
    one = library(study("a", 2001, keywords=["trust"]), study("b", 2009, keywords=["trust", "ferry"]))
    assert kinds(corpus_claims(one), "corpus.keywords") == ["corpus.keywords.one"]
    assert not of_kind(corpus_claims(library(study("a", keywords=["trust"]), study("b"))), "corpus.keywords")


def test_abstracts_in_two_languages_are_counted() -> None:
    both = attrs.evolve(study("both"), abstract=LangText({"id": "Abstrak.", "en": "Abstract."}))
    none = attrs.evolve(study("none"), abstract=LangText())

    def told(*studies: Study) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        claims = corpus_claims(library(*studies))
        return [(c.kind, c.stated, c.missing) for c in claims if c.kind.startswith(("corpus.bilingual", "corpus.abs", "corpus.no-abs"))]

    assert told(both) == [("corpus.bilingual.all", ("both",), ()), ("corpus.abstracts-only", ("both",), ())]
    assert told(both, study("a"))[0] == ("corpus.bilingual.some", ("both",), ("a",))
    assert told(study("a"))[0] == ("corpus.bilingual.none", (), ("a",))
    assert told(both, none)[0] == ("corpus.bilingual.some", ("both",), ())
    assert told(both, none)[-1] == ("corpus.no-abstract", ("both",), ("none",))
    assert told(none) == [("corpus.no-abstract", (), ("none",))]


# The topics.


def topic(name: str, *keys: str, titled: bool = True) -> Theme:
    return Theme("topic", keys, LangText({"en": name.title()}) if titled else LangText(), name=name)


def test_of_several_topics_the_widest_three_are_named() -> None:
    given = library(*(study(f"s{n}", 2000 + n) for n in range(8)))
    topics = [topic("a", "s0"), topic("b", "s1", "s2"), topic("c", "s3", "s4"), topic("d", "s5", "s6"), topic("rest", "s7")]
    (claim,) = overview_claims(given, topics)
    assert (claim.kind, grouped(claim)) == (
        "overview.topics.rest", {"topic-b": ("s2", "s1"), "topic-c": ("s4", "s3"), "topic-d": ("s6", "s5")},
    )  # fmt: skip
    assert dict(claim.numbers) == {"topics": 4, "left": 1, "total": 8}
    assert kinds(overview_claims(library(study("s0"), study("s1")), [topic("a", "s0"), topic("b", "s1")])) == ["overview.topics"]
    assert kinds(overview_claims(given, [topic("a", "s0", titled=False), topic("b", "s1", titled=False)])) == []


def test_one_topic_is_told_if_it_has_a_name() -> None:
    given = library(study("a", 2001), study("b", 2009))
    (claim,) = overview_claims(given, [topic("gifts", "a", "b")])
    assert (claim.kind, grouped(claim)) == ("overview.topic", {"topic-gifts": ("b", "a")})
    assert overview_claims(given, [topic("gifts", "a", "b", titled=False)]) == ()
    aims = Theme("aims", ("a", "b"))
    assert kinds(overview_claims(given, [aims])) == ["overview.facets"]
    assert kinds(overview_claims(given, [topic("gifts", "a", "b"), aims])) == ["overview.topic", "overview.facets.too"]


def test_a_topic_tells_lone_values_only_where_none_is_shared() -> None:
    def told(*methods: str) -> list[str]:
        given = library(*(study(f"s{n}", 2000 + n, method=[method]) for n, method in enumerate(methods)))
        return kinds(facet_claims("topic").build(given, given.keys()), "method")

    assert told("qualitative", "quantitative") == ["method.lone.only"]
    assert told("qualitative", "qualitative", "quantitative") == ["method.shared.most"]
    assert told("qualitative", "qualitative", "qualitative") == ["method.shared.all"]


@pytest.mark.parametrize(
    ("years", "kind", "numbers"),
    [
        ((2001, 2024), "topic.years", {"first": 2001, "last": 2024}),
        ((2001, *range(2010, 2016)), "topic.years", {"first": 2001, "last": 2015}),
        ((2001, *range(2010, 2017)), "topic.years.recent", {"first": 2001, "last": 2016, "since": 2013, "recent": 4}),
        ((2001, 2001, 2001, 2001, 2001, 2002, 2003, 2004), "topic.years", {"first": 2001, "last": 2004}),
    ],
)
def test_the_newer_half_of_a_topic_is_told_from_eight_studies_on(years: tuple[int, ...], kind: str, numbers: dict[str, int]) -> None:
    given = library(*(study(f"s{n}", year) for n, year in enumerate(years)))
    (claim,) = of_kind(facet_claims("topic").build(given, given.keys()), "topic.years")
    assert (claim.kind, dict(claim.numbers)) == (kind, numbers)
    size = facet_claims("topic").build(given, given.keys())[0]
    assert (size.kind, dict(size.numbers), size.opens) == ("topic.size", {"total": len(years)}, True)


def test_one_year_is_no_span_of_years() -> None:
    given = library(study("a", 2020), study("b", 2020), study("c"))
    assert not of_kind(facet_claims("topic").build(given, given.keys()), "topic.years")


def test_what_no_study_of_a_topic_states_is_told_once() -> None:
    silent = Aspects(looked_for=("framework", "method"))
    given = library(*(attrs.evolve(study(key, year), aspects=silent) for key, year in (("a", 2001), ("b", 2009))))
    (claim,) = of_kind(facet_claims("topic").build(given, given.keys()), "topic.unstated")
    assert (claim.kind, claim.missing) == ("topic.unstated.framework", ("b", "a"))
    half = library(given["a"], study("c", 2010))
    assert not of_kind(facet_claims("topic").build(half, half.keys()), "topic.unstated.framework"), "one of them is not read yet"


# Aims.


def test_kinds_of_aim() -> None:
    def told(*aims: str, opens: bool = False) -> list[Any]:
        given = library(*(asking(f"s{n:02d}", aim, 2000 + n) for n, aim in enumerate(aims)))
        claims = facet_claims("aims").build(given, given.keys())
        return [(claim.kind, claim.opens) if opens else claim.kind for claim in claims]

    assert told("role", "role", "role") == ["aim.group"]
    assert told("role", "role") == ["aim.pair"]
    assert told("role", "role", "impact") == ["aim.kinds", "aim.pair", "aim.single"]
    assert told("role", "role", "role", "impact", "motives") == ["aim.kinds", "aim.two"]
    many = ["role"] * 12 + ["impact", "motives", "obstacles"]
    assert told(*many, opens=True) == [("aim.kinds", False), ("aim.two", True)]
    seven = ["role", "impact", "motives", "obstacles", "benefits", "process", "strategy"]
    assert told(*seven)[0] == "aim.kinds.cut"
    assert told(*seven[:6])[0] == "aim.kinds"


def test_what_is_quoted_and_what_is_told_in_own_words_is_not_set_together() -> None:
    own = attrs.evolve(study("own"), paraphrased=("abstract",))
    parts = [part(known, [said("role")]) for known in (study("a"), own, study("b"), study("c"))]
    claims = in_twos("aim", "aims", parts, opens=True)
    assert [(claim.kind, claim.studies, claim.opens) for claim in claims] == [
        ("aim.two", ("a", "b"), True), ("aim.single", ("c",), False), ("aim.single", ("own",), False),
    ]  # fmt: skip


# Values.


@pytest.mark.parametrize(
    ("methods", "told"),
    [
        ("aa", ["most"]),
        ("aaa", ["all"]),
        ("aab", ["most"]),
        ("aabb", ["even"]),
        ("aaabb", ["most", "one"]),
        ("aaabbcc", ["most", "more"]),
        ("aabbccddeeff", ["even"]),
        ("aabbccddeeffgg", ["even.cut"]),
        ("aaabbccddeeffgg", ["most", "more"]),
        ("aaabbccddeeffgghh", ["most", "cut"]),
        ("ab", []),
    ],
)
def test_shared_values(methods: str, told: list[str]) -> None:
    given = library(*(study(f"s{n}", method=[letter]) for n, letter in enumerate(methods)))
    assert kinds(shared("m", compare(given, given.keys(), "method"), given)) == [f"method.shared.{kind}" for kind in told]


def test_a_pair_that_joins_another_value_each_is_told_as_such() -> None:
    both = library(study("a", framework=["gifts", "trust"]), study("b", framework=["gifts", "power"]))
    (claim,) = shared("framework", compare(both, both.keys(), "framework"), both, join=True)
    assert claim.kind == "framework.shared.join"
    assert [(p.key, [s.text["en"] for s in p.statements]) for p in claim.groups[1].parts] == [("a", ["trust"]), ("b", ["power"])]
    one = library(study("a", framework=["gifts", "trust"]), study("b", framework=["gifts"]))
    assert kinds(shared("framework", compare(one, one.keys(), "framework"), one, join=True)) == ["framework.shared.most"]
    assert kinds(shared("framework", compare(both, both.keys(), "framework"), both)) == ["framework.shared.most"]


@pytest.mark.parametrize(("methods", "told"), [("abc", ("lone", 1)), ("aab", ("some", 2)), ("aaa", None), ("ab", None)])
def test_how_far_any_value_reaches(methods: str, told: tuple[str, int] | None) -> None:
    given = library(*(study(f"s{n}", method=[letter]) for n, letter in enumerate(methods)))
    claims = spread("m", compare(given, given.keys(), "method"))
    assert [(c.kind, dict(c.numbers)["most"]) for c in claims] == ([(f"method.spread.{told[0]}", told[1])] if told else [])


def test_who_states_an_aspect_and_who_does_not() -> None:
    stating, silent = study("a", method=["qualitative"]), study("b")

    def told(*studies: Study) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        given = library(*studies)
        (claim,) = coverage("m", compare(given, given.keys(), "method"))
        return claim.kind, claim.stated, claim.missing

    assert told(stating) == ("method.coverage.all", ("a",), ())
    assert told(stating, silent) == ("method.coverage.some", ("a",), ("b",))
    assert told(silent) == ("method.coverage.none", (), ("b",))


def test_so_many_recurring_terms_are_told_and_no_clause_twice() -> None:
    words = ("trust", "lantern", "ferry")
    findings = [[f"People say that {word} makes them give {much}." for word in words] for much in ("more", "less")]

    def finding(key: str, year: int, sentences: list[str]) -> Study:
        stated = tuple(Statement(LangText({"en": sentence})) for sentence in sentences)
        return with_aspects(study(key, year, keywords=words, abstract=" ".join(sentences)), findings=stated)

    given = library(finding("a", 2001, findings[0]), finding("b", 2009, findings[1]), *(study(f"c{n}") for n in range(4)))
    assert [(group.value.identity, group.keys) for group in recurring(given, given.keys(), most=2)] == [
        ("ferry", ("b", "a")), ("lantern", ("b", "a")),
    ]  # fmt: skip
    assert len(recurring(given, given.keys(), most=3)) == 3
    assert recurring(given, given.keys(), most=0) == ()
