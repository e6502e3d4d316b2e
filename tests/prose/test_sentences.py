"""The sentences of each language: every claim kind has one, and every slot in it can be filled."""

from __future__ import annotations

import re

import pytest

from litreview.document.nodes import Foreign, Quoted, Styled
from litreview.document.walk import nodes, plain
from litreview.errors import MissingWord
from litreview.languages import language, tags
from litreview.record import LangText, Statement
from litreview.review.claims import Claim, Group, Part, Value
from litreview.review.prose import Voice, say
from litreview.review.prose.wording import term, wording

WORDS = LangText({"id": "sesuatu", "en": "something"})
PART = Part("a", (Statement(WORDS),), paraphrased=True)
NUMBERS = tuple(
    {
        "most": 2,
        "kinds": 2,
        "further": 2,
        "dated": 9,
        "recent": 5,
        "here": 4,
        "there": 1,
        "others": 6,
        "count": 4,
        "concepts": 2,
        "topics": 5,
        "left": 2,
        "total": 9,
    }.items()
)
YEARS = (("first", 2001), ("since", 2015), ("last", 2020))
GROUP = Group(Value("x", WORDS), (PART, Part("b", (Statement(WORDS),), paraphrased=True)))


def sentences(tag: str) -> dict[str, list[str]]:
    section = language(tag).section("claims")
    return {kind: [text] if isinstance(text, str) else list(text) for kind, text in section.items()}


def test_all_languages_have_the_same_kinds() -> None:
    kinds = {tag: set(sentences(tag)) for tag in tags()}
    first = kinds[tags()[0]]
    assert all(found == first for found in kinds.values()), {tag: found ^ first for tag, found in kinds.items()}


@pytest.mark.parametrize("tag", tags())
def test_every_sentence_can_be_filled(tag: str) -> None:
    voice = Voice(language(tag))
    for kind, variants in sentences(tag).items():
        value = {"gap.region": Value("region-asia", LangText({"und": "asia"}), aspect="region")}.get(kind, GROUP.value)
        groups = (Group(value, GROUP.parts), GROUP)
        claim = Claim(kind, "framework", ("a", "b"), ("c",), groups, numbers=NUMBERS + YEARS)
        used: list[str] = []
        for _ in variants:
            sentence = say(claim, voice, used)
            used.append(sentence.template)
            said = plain(sentence.children)
            assert "{" not in said, (kind, said)
            assert said.endswith("."), (kind, said)
        assert len(set(used)) == len(variants)


BANNED = re.compile(r"\b(prove[sd]?|refutes?|clearly|membuktikan|terbukti|jelas sekali)\b", re.IGNORECASE)


@pytest.mark.parametrize("tag", tags())
def test_no_sentence_claims_proof(tag: str) -> None:
    assert not [text for variants in sentences(tag).values() for text in variants if BANNED.search(text)]


def test_a_missing_sentence_is_named() -> None:
    with pytest.raises(MissingWord, match=r'languages/en/prose.toml lacks "no-such-kind" in \[claims\]'):
        say(Claim("no-such-kind", "framework", ("a",)), Voice(language("en")))


def test_the_sources_words_are_quoted_and_cut_and_those_of_another_language_left_to_be_translated() -> None:
    voice = Voice(language("id"))
    own = wording(Statement(LangText({"id": "kata sendiri"})), True, voice)
    assert plain(own) == "kata sendiri"
    long = " ".join(["kata"] * 60)
    cut = wording(Statement(LangText({"id": long})), False, voice)
    assert isinstance(cut[0], Quoted)
    assert plain(cut).count("kata") == 40
    assert plain(cut).endswith(" …”")
    foreign = wording(Statement(LangText({"en": "own words"})), True, voice)
    assert plain(foreign) == "[terjemahan, periksa]"
    term_of_theirs = term(LangText({"en": "own words"}), voice)
    assert [type(node) for node in nodes(term_of_theirs)][:2] == [Foreign, Styled]


@pytest.mark.parametrize(
    ("tag", "n", "words"),
    [("id", 1, "satu studi"), ("id", 12, "12 studi"), ("en", 1, "one study"), ("en", 3, "three studies"), ("en", 150, "150 studies")],
)
def test_numbers_are_written_as_the_language_does(tag: str, n: int, words: str) -> None:
    assert Voice(language(tag)).studies(n) == words


def test_which_form_a_sentence_takes_depends_on_the_claim_not_on_its_place() -> None:
    voice = Voice(language("en"))
    claims = [Claim("topic.size", "topic", (key, "z"), numbers=(("total", 9),)) for key in "abcdefgh"]
    told = [say(claim, voice).template for claim in claims]
    assert len(set(told)) > 1
    assert [say(claim, voice).template for claim in reversed(claims)] == told[::-1]


def test_a_sentence_that_takes_up_another_never_comes_first() -> None:
    voice = Voice(language("en"))
    for key in "abcdefghijkl":
        claim = Claim("finding.single", "topic", groups=(Group(Value("x", WORDS), (Part(key, (Statement(WORDS),), paraphrased=True),)),))
        first = say(claim, voice)
        second = say(claim, voice, [first.template])
        assert "in turn" not in plain(first.children)
        assert second.template != first.template


def test_what_a_source_says_in_a_sentence_of_its_own_is_not_drawn_into_ours() -> None:
    def told(words: str, paraphrased: bool) -> str:
        parts = (Part("a", (Statement(LangText({"en": words})),), paraphrased),)
        return plain(say(Claim("finding.single", "topic", groups=(Group(Value("x", WORDS), parts),)), Voice(language("en"))).children)

    assert ": “We saw little”." in told("We saw little.", paraphrased=False)
    assert " that “little was seen”." in told("that little was seen.", paraphrased=False)
    assert " that little was seen." in told("little was seen", paraphrased=True)


def test_quotation_marks_within_a_quotation_become_single() -> None:
    assert plain(Voice(language("en")).quote('the “best” and the "worst" year', "en")) == "“the ‘best’ and the ‘worst’ year”"


def test_a_slot_without_words_takes_its_space_along() -> None:
    claim = Claim("method.coverage.none", "methods", (), tuple(f"s{n}" for n in range(20)))
    assert plain(say(claim, Voice(language("en"))).children) == "The approach is not stated in any abstract."
