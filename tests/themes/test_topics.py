"""What is a topic and what is none: terms of titles and abstracts, of both languages, and not what people and databases tag with."""

from __future__ import annotations

import random

import attrs
import pytest

from litreview.record import Dates, LangList, LangText, Library, Study, library_of, parse_date
from litreview.themes import Outline, apply, suggest_themes
from litreview.themes.keywords import is_tag, keywords
from litreview.themes.outline.selection import NoSelection, Selection
from litreview.themes.suggestion import suggest_topics
from litreview.themes.vocabulary import Vocabulary
from tests.themes.corpora import corpus

ENGLISH = {
    "rice": ("Rice terraces", "The rice terraces on the slope need water. Farmers repair rice terraces after rain falls on the slope."),
    "puppet": ("Shadow puppets", "Masters carve shadow puppets from hide. Night shows with shadow puppets last until the morning gong."),
    "anxiety": (
        "Mathematics anxiety",
        "Pupils with mathematics anxiety avoid sums. Mathematics anxiety shows in slow sums and fear of tests.",
    ),
}
INDONESIAN = {
    "anxiety": ("Kecemasan matematika", "Murid dengan kecemasan matematika menghindari hitungan. Kecemasan matematika tampak pada ujian."),
}


def study(key: str, title: str, abstract: str, tag: str = "en", **more: object) -> Study:
    return Study(key, title=LangText({tag: title}), abstract=LangText({tag: abstract} if abstract else {}), **more)  # type: ignore[arg-type]


def without_keywords(each: int = 5) -> list[Study]:
    """Studies of three topics, none with a keyword; half of the titles say more than the term."""
    ends = ("", " in the hills", " by the sea", " since 1990", " and their makers", " today")
    return [study(f"{name}{n}", f"{title}{ends[n]}", text) for name, (title, text) in ENGLISH.items() for n in range(each)]


def names(library: Library, ignored: tuple[str, ...] = ()) -> dict[str, set[str]]:
    return {theme.name: set(theme.keys) for theme in suggest_topics(library, ignored) if theme.way != "rest"}


def test_studies_without_keywords_have_topics_too() -> None:
    found = names(library_of(without_keywords()))
    assert set(found) == {"rice-terrace", "shadow-puppet", "mathematic-anxiety"}
    assert found["shadow-puppet"] == {f"puppet{n}" for n in range(5)}


def test_one_topic_takes_both_languages() -> None:
    title, text = INDONESIAN["anxiety"]
    theirs = [study(f"cemas{n}", f"{title} {end}", text, "id") for n, end in enumerate(("di sekolah", "pada remaja", "murid"))]
    library = library_of([*without_keywords(), *theirs])
    found = names(library)
    assert found["mathematic-anxiety"] == {*(f"anxiety{n}" for n in range(5)), "cemas0", "cemas1", "cemas2"}
    theme = next(theme for theme in suggest_topics(library) if theme.name == "mathematic-anxiety")
    assert theme.title["id"] == "Kecemasan matematika"


def test_a_word_is_called_by_the_english_word_for_it_or_that_it_is_a_form_of() -> None:
    vocabulary = Vocabulary.of(library_of([study("a", "Motivation and competence", "")]))
    assert vocabulary.names("motivasi belajar", "id") == ("learning", "motivation")
    assert vocabulary.names("kompetisi", "id") == ("kompetisi",)
    assert vocabulary.names("kerja sama", "id") == ("cooperation",)


@pytest.mark.parametrize(
    "word", ["to-read", "_tablet", "#nosource", "/unread", "sudah dibaca", "Humans", "Young Adult", "PMC1234567", "⭐"]
)
def test_tags_that_keep_order_are_no_keywords(word: str) -> None:
    assert is_tag(word)
    library = library_of([attrs.evolve(s, keywords=LangList({"en": (word,)})) for s in without_keywords()])
    assert keywords(library) == ()


def test_a_word_that_stands_in_no_text_of_the_studies_that_list_it_is_an_index_term() -> None:
    listed = [
        attrs.evolve(s, keywords=LangList({"en": ("Ethnology", "Rice terraces")})) if s.key[:4] == "rice" else s for s in without_keywords()
    ]
    assert [keyword.name for keyword in keywords(library_of(listed))] == ["rice terrace"]


def test_what_the_writer_ignores_names_no_topic() -> None:
    library = library_of(without_keywords())
    assert "rice-terrace" not in names(library, ("Rice terraces",))
    themes, _, _ = apply(Outline(ignore_keywords=("rice terraces",)), library)
    assert not any(theme.name == "rice-terrace" for theme in themes)


def test_a_study_may_belong_to_two_topics() -> None:
    both = study("both", "Shadow puppets about rice terraces", "Shadow puppets tell of rice terraces. Water and hide meet in one show.")
    found = names(library_of([*without_keywords(), both]))
    assert "both" in found["rice-terrace"] & found["shadow-puppet"]


def test_a_study_without_an_abstract_joins_a_topic_and_decides_none() -> None:
    bare = [study(f"bare{n}", f"Volcano ash {end}", "") for n, end in enumerate(("here", "there", "again", "once"))]
    joining = study("joining", "Shadow puppets abroad", "")
    found = names(library_of([*without_keywords(), *bare, joining]))
    assert "joining" in found["shadow-puppet"]
    assert not any("volcano" in name for name in found)


def test_nothing_is_lost_every_study_has_a_topic_or_is_the_rest() -> None:
    library = library_of([*without_keywords(), study("odd", "Tax law", "Courts judge taxes on boats.")])
    themes = suggest_themes(library)
    assert {key for theme in themes if theme.facet == "topic" for key in theme.keys} == set(library.keys())
    assert themes[-1].name == "rest"


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_studies_changes_no_topic(seed: int) -> None:
    studies = without_keywords()
    random.Random(seed).shuffle(studies)
    assert suggest_topics(library_of(studies)) == suggest_topics(library_of(without_keywords()))


def dated(key: str, year: int | None, kind: str = "article-journal", tags: tuple[str, ...] = ()) -> Study:
    dates = Dates({"issued": parse_date(str(year))} if year else {})
    return Study(key, kind, LangText({"en": key}), keywords=LangList({"en": tags}), dates=dates)


SHELF = library_of([dated("old", 1999), dated("new", 2020, tags=("Inti",)), dated("thesis", 2021, "thesis"), dated("undated", None)])


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["2015-2024"], {"new", "thesis"}),
        (["year=-2000"], {"old"}),
        (["year=2020", "year=1999"], {"new", "old"}),
        (["type=thesis"], {"thesis"}),
        (["tag=inti"], {"new"}),
        (["year=2020-", "type=article-journal"], {"new"}),
        ([], {"old", "new", "thesis", "undated"}),
    ],
)
def test_studies_are_chosen_by_year_type_and_tag(words: list[str], kept: set[str]) -> None:
    _, used, problems = apply(Outline(selection=Selection.parsed(words)), SHELF)
    assert set(used.keys()) == kept
    left = [problem for problem in problems if problem.code == "only-left-out"]
    assert [int(problem.get("count") or 0) for problem in left] == ([4 - len(kept)] if len(kept) < 4 else [])


@pytest.mark.parametrize("words", ["year=last", "type=tesis", "colour=red", "tag="])
def test_what_chooses_nothing_known_is_refused(words: str) -> None:
    with pytest.raises(NoSelection):
        Selection.parsed([words])


def test_a_large_corpus_without_keywords_keeps_its_topics_apart() -> None:
    library = library_of([attrs.evolve(s, keywords=LangList()) for s in corpus("four-topics", 12)])
    for theme in suggest_topics(library):
        kinds = {key[:4] for key in theme.keys}
        assert theme.way == "rest" or len(kinds) == 1, theme.title
