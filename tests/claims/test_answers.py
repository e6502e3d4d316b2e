"""Answers read from findings and set side by side: only what the words say outright is related, and never more strongly than they do."""

from __future__ import annotations

import pytest
from claims.corpus import library, study

from litreview.record import Aspects, LangText, Statement, Study
from litreview.review.claims.answers import answers, chosen_finding, frames
from litreview.review.claims.answers.choosing import shortened


def finding(text: str, tag: str) -> Statement:
    return Statement(LangText({tag: text}))


def found(key: str, *texts: str, tag: str = "en") -> Study:
    known = study(key, 2001)
    return Study(key, abstract=known.abstract, aspects=Aspects(findings=tuple(finding(text, tag) for text in texts)))


@pytest.mark.parametrize(
    ("text", "tag", "told"),
    [
        ("Trust has a significant positive effect on giving", "en", [("raises", "Trust", "giving")]),
        ("Hasil penelitian menunjukkan bahwa motivasi berpengaruh positif dan signifikan terhadap hasil belajar", "id",
         [("raises", "motivasi", "hasil belajar")]),
        ("stress had a negative effect on sleep", "en", [("lowers", "stress", "sleep")]),
        ("pengetahuan tidak berpengaruh signifikan terhadap partisipasi", "id", [("none", "pengetahuan", "partisipasi")]),
        ("income does not affect giving", "en", [("none", "income", "giving")]),
        ("dukungan kepala sekolah menentukan penerapan", "id", [("decides", "dukungan kepala sekolah", "penerapan")]),
        ("transfer depends on administrative capacity", "en", [("depends", "administrative capacity", "transfer")]),
        ("kerja sama berjalan, namun bidang investasi masih terhambat regulasi", "id", [("hinders", "regulasi", "bidang investasi")]),
        ("trade was hampered by tariffs", "en", [("hinders", "tariffs", "trade")]),
        ("program itu didukung oleh asosiasi pengusaha", "id", []),
        # an association is no effect, and its direction is told only where it is said
        ("Trust is associated with higher giving", "en", [("linked", "Trust", "higher giving")]),
        ("Trust was negatively and significantly correlated with stress", "en", [("opposes", "Trust", "stress")]),
        ("terdapat hubungan yang signifikan antara motivasi dengan hasil belajar", "id", [("linked", "motivasi", "hasil belajar")]),
        ("tidak terdapat hubungan antara usia dengan kepatuhan", "id", [("unlinked", "usia", "kepatuhan")]),
        ("There was no significant association between age and trust", "en", [("unlinked", "age", "trust")]),
        ("stress significantly predicts absence", "en", [("predicts", "stress", "absence")]),
        # what is listed, numbered, put in brackets or followed by what it means
        ("Trust (r = 0.4), age and wealth have a significant and positive impact on giving", "en",
         [("raises", "Trust, age and wealth", "giving")]),
        ("1) trust affects giving, 2) wealth has no effect on giving", "en", [("affects", "trust", "giving"), ("none", "wealth", "giving")]),
        ("Training improved income, which suggests a use", "en", [("increases", "Training", "income")]),
        ("Motivasi dan minat berpengaruh secara signifikan terhadap prestasi", "id", [("affects", "Motivasi dan minat", "prestasi")]),
        # a clause before a comma is no item of a list, and a word that only joins clauses begins no factor
        ("In towns, trust affects giving", "en", []),
        ("Using panel data, trust affects giving", "en", []),
        ("Trust affects giving except in villages", "en", []),
        ("The effect of trust on giving affects saving", "en", []),
        # what weakens, asks, refers back, denies, compares or only associates is left alone
        ("Trust may have a positive effect on giving", "en", []),
        ("It has a positive effect on giving", "en", []),
        ("Trust has a positive effect on giving only where a church is near", "en", []),
        ("Not only trust has a positive effect on giving", "en", []),
        ("It is not true that trust has no effect on giving", "en", []),
        ("Trust may be associated with higher giving", "en", []),
        ("Trust determines giving more than income", "en", []),
        ("Whether trade depends on tariffs is open", "en", []),
        ("Diduga motivasi berpengaruh positif terhadap hasil belajar", "id", []),
        ("Hal ini menentukan keberhasilan", "id", []),
        ("Asosiasi pengusaha terbukti lebih menentukan agenda daripada pemerintah provinsi", "id", []),
        ("motivasi tidak selalu menentukan hasil", "id", []),
    ],
)  # fmt: skip
def test_only_what_is_said_outright_is_related(text: str, tag: str, told: list[tuple[str, str, str]]) -> None:
    assert [(f.relation, f.factor, f.outcome) for f in frames(finding(text, tag))] == told


def kinds(*studies: Study) -> list[tuple[str, list[tuple[str, ...]]]]:
    given = library(*studies)
    return [(claim.kind, [group.keys for group in claim.groups]) for claim in answers(given, given.keys(), "findings")]


RAISES, NONE = "Trust has a positive effect on giving", "Trust has no significant effect on giving"


def test_one_answer_by_several_studies_stands_once_with_all_of_them() -> None:
    assert kinds(
        found("a", RAISES), found("b", "trust has a positive effect on giving"), found("c", "Faith has a positive impact on giving")
    ) == [("answer.raises", [("a", "b"), ("c",)])]


def test_opposite_answers_are_told_as_such_and_nothing_else_is() -> None:
    assert kinds(found("a", RAISES), found("b", NONE)) == [("answer.opposed.raises-none", [("a",), ("b",)])]
    assert [kind for kind, _ in kinds(found("a", RAISES), found("b", "Trust has no effect on voting"))] == ["answer.raises", "answer.none"]
    apart = ["answer.raises", "answer.none"]
    assert [kind for kind, _ in kinds(found("a", RAISES), found("b", "Income has no effect on giving"))] == apart, "another factor"
    assert [kind for kind, _ in kinds(found("a", RAISES, NONE))] == apart, "one study does not contradict another by itself"
    assert [kind for kind, _ in kinds(found("a", RAISES), found("b", "Trust might have no effect on giving"))] == apart[:1]


def test_what_most_studies_tell_stands_first_and_little_of_what_one_tells_alone() -> None:
    told = ("Age increased income", "Age reduced debt", "Age is related to thrift", "Trust has a positive effect on giving")
    assert [kind for kind, _ in kinds(found("a", *told), found("b", "Faith has a positive effect on giving"))] == [
        "answer.raises", "answer.increases", "answer.decreases",
    ]  # fmt: skip


def test_one_finding_in_two_languages_is_one_answer() -> None:
    both = Statement(LangText({"id": "kerja sama terhambat regulasi", "en": "cooperation is hampered by regulation"}))
    twice = Study("two", abstract=study("x").abstract, aspects=Aspects(findings=(both,)))
    given = library(twice, found("b", "trade was hampered by tariffs"))
    (claim,) = answers(given, given.keys(), "findings")
    assert [(dict(g.value.text), dict(g.value.besides)) for g in claim.groups] == [
        ({"id": "regulasi", "en": "regulation"}, {"id": "kerja sama", "en": "cooperation"}), ({"en": "tariffs"}, {"en": "trade"}),
    ]  # fmt: skip


def test_the_finding_that_answers_the_aim_is_chosen_and_a_long_one_is_cut_at_a_clause() -> None:
    opening, answer = "Meskipun begitu, tidak ada mekanisme yang menjaga jejaring", "siswa membawa pulang jejaring"
    given = found("a", opening, answer, tag="id")
    chosen = chosen_finding(given, 20)
    assert chosen is not None
    assert chosen.text["id"] == answer
    long = "Composting spread to most neighbourhoods in the city, but the programme depends on a handful of facilitators who are paid by it"
    assert shortened(finding(long, "en"), 12).text["en"] == "Composting spread to most neighbourhoods in the city …"
    assert shortened(finding("Composting spread", "en"), 12) == finding("Composting spread", "en")
    assert chosen_finding(study("none"), 20) is None
