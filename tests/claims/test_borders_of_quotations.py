"""How much of a finding or of a stated gap is told, and which comes first: borders that a reader sees in the chapter."""

from __future__ import annotations

import pytest
from claims.corpus import library, study, with_aspects

from litreview.record import LangText, Statement, Study
from litreview.review.claims.answers import chosen_finding
from litreview.review.claims.answers.choosing import shortened
from litreview.review.claims.told_gaps import is_review, told_gaps


def finding(text: str) -> Statement:
    return Statement(LangText({"en": text}))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Of at most eight words: whole, cut at the end of a clause of five words or more, or else within one.
        ("one two three four five six seven eight", "one two three four five six seven eight"),
        ("one two three four five six seven eight nine", "one two three four five six seven eight …"),
        ("one two three four, and it was five six seven", "one two three four, and it was five …"),
        ("one two three four five, and it was six seven", "one two three four five …"),
        ("one two three four five six seven eight, and it was nine", "one two three four five six seven eight …"),
        ("one two three four five six seven eight nine, and ten", "one two three four five six seven eight …"),
        ("one two three four five six seven eight, nine", "one two three four five six seven eight …"),
    ],
)
def test_a_long_finding_is_cut_where_a_clause_ends(text: str, told: str) -> None:
    assert dict(shortened(finding(text), 8).text) == {"en": told}


@pytest.mark.parametrize(
    ("findings", "best"),
    [
        # What answers the question, then what gives a figure, then what comes first; what takes up a sentence before it comes last.
        (["Rain fell often", "Ports trade more rice"], 1), (["Rain fell often", "Rice grew well"], 0), (["Rain fell often", "Rain fell 12 times"], 1),
        (["However, ports trade more", "Rain fell often"], 1), (["Ships are big", "Ports cost much"], 1), (["Rain fell often", "Trust affects giving"], 1),
        (["Rain fell " + "very " * 20 + "often", "Rain fell often"], 1),
    ],
)  # fmt: skip
def test_the_finding_that_is_told_answers_the_question(findings: list[str], best: int) -> None:
    known = with_aspects(study("a"), aim=finding("how ports trade in the sea"), findings=tuple(map(finding, findings)))
    chosen = chosen_finding(known, 20)
    assert chosen is not None
    assert chosen.text["en"] == findings[best]


def test_a_study_without_findings_has_none() -> None:
    assert chosen_finding(study("a"), 20) is None


GAP = "No study has examined {}"


@pytest.mark.parametrize(("words", "told"), [(4, False), (5, True), (35, True), (36, False)])
def test_a_stated_gap_is_a_clause_of_some_words_and_no_more(words: int, told: bool) -> None:
    abstract = GAP.format(" ".join(["ports"] * (words - 4))).strip() + "."
    claims = told_gaps(library(study("a", 2020, abstract=abstract)))
    assert [claim.groups[0].parts[0].statements[0].text["en"] for claim in claims] == ([abstract[:-1]] if told else [])


def test_the_gaps_of_three_studies_are_told_the_newest_first_and_reviews_before_others() -> None:
    studies = [study(f"s{year}", year, abstract=GAP.format("small ports") + ".") for year in (2001, 2004, 2002, 2003)]
    assert [claim.groups[0].value.identity for claim in told_gaps(library(*studies))] == ["s2004", "s2003", "s2002"]
    review = Study("r", title=LangText({"en": "Ports: a scoping review"}), abstract=LangText({"en": GAP.format("large ports") + "."}))
    told = told_gaps(library(*studies, review))
    assert [(claim.kind, claim.groups[0].value.identity) for claim in told] == [
        ("gap.review", "r"),
        ("gap.told", "s2004"),
        ("gap.told", "s2003"),
    ]


def test_of_one_abstract_one_gap_is_told_without_what_stands_beside_it() -> None:
    text = f"Ports are old; {GAP.format('how they trade')}. {GAP.format('their budgets')}."
    (claim,) = told_gaps(library(study("a", 2020, abstract=text)))
    (statement,) = claim.groups[0].parts[0].statements
    (evidence,) = statement.evidence
    assert evidence.start is not None
    assert text[evidence.start : evidence.end] == evidence.quote == GAP.format("how they trade")


@pytest.mark.parametrize(
    ("title", "tag", "review"),
    [("Ports: a scoping review", "en", True), ("Ports under review", "en", False), ("Pelabuhan: tinjauan pustaka sistematis", "id", True)],
)
def test_a_review_says_so_in_its_title(title: str, tag: str, review: bool) -> None:
    assert is_review(Study("a", title=LangText({tag: title}))) is review
