"""Which themes a library suggests: by its size, whatever its order, and nothing shaped by what says no topic."""

from __future__ import annotations

import random

import attrs
import pytest

from litreview.record import Aspects, LangList, LangText, Library, Statement, Study, library_of
from litreview.themes import Theme, suggest_themes
from litreview.themes.keywords import keywords
from litreview.themes.suggestion import suggest_topics
from tests.themes.corpora import corpus
from tests.work import growth


def topics(library: Library) -> list[Theme]:
    return [theme for theme in suggest_themes(library) if theme.facet == "topic"]


def purity(theme: Theme) -> float:
    """The share of the topic that most studies of the theme are of, by their keys."""
    names = [key.rstrip("0123456789-") for key in theme.keys]
    return max(names.count(name) for name in names) / len(names)


def test_a_few_studies_have_no_topics() -> None:
    library = corpus("four-topics", 1)
    assert len(library) == 4
    assert suggest_themes(library) == ()


def test_from_eight_on_studies_that_share_a_term_are_a_topic() -> None:
    found = [theme for theme in topics(corpus("four-topics", 4)) if theme.way != "rest"]
    assert sum(len(theme.keys) for theme in found) >= 12
    assert all(purity(theme) == 1 for theme in found)


def test_a_large_library_is_parted_into_what_its_studies_are_about() -> None:
    found = topics(corpus("four-topics", 12))
    named = [theme for theme in found if theme.way != "rest"]
    assert len(named) >= 4
    assert all(purity(theme) >= 0.9 for theme in named)
    titles = {theme.title["en"] for theme in named}
    assert any("Coral reef" in title or "Seagrass" in title for title in titles)
    assert any("Bicycle lanes" in title or "Urban cycling" in title for title in titles)
    assert {key for theme in found for key in theme.keys} == set(corpus("four-topics", 12).keys())


def test_labels_speak_both_languages_where_keyword_lists_do() -> None:
    found = [theme for theme in topics(corpus("four-topics", 12)) if theme.way != "rest"]
    assert all(set(theme.title) == {"en", "id"} for theme in found)
    reefs = next(theme for theme in found if theme.keys[0].startswith("reefs"))
    assert "karang" in reefs.title["id"].casefold() or "lamun" in reefs.title["id"].casefold()


def test_studies_of_the_other_language_go_by_topic_not_by_language() -> None:
    library = corpus("four-topics", 12, indonesian=3)
    found = [theme for theme in topics(library) if theme.way != "rest"]
    assert all(purity(theme) >= 0.9 for theme in found)
    placed = {key for theme in found for key in theme.keys}
    foreign = {study.key for study in library if "en" not in study.abstract}
    assert len(foreign & placed) >= 0.7 * len(foreign)


@pytest.mark.parametrize("each", [4, 12])
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_studies_changes_nothing(each: int, seed: int) -> None:
    library = corpus("four-topics", each)
    shuffled = list(library.studies)
    random.Random(seed).shuffle(shuffled)
    assert topics(library_of(shuffled)) == topics(library)


def test_a_study_that_stands_twice_makes_no_theme_of_its_own() -> None:
    library = corpus("four-topics", 12)
    odd = Study(
        "odd", title=LangText({"en": "Lasers"}), abstract=LangText({"en": "Laser light heals eyes. Laser light cuts. Laser ethics."})
    )
    copies = [attrs.evolve(odd, key=f"odd{n}", keywords=LangList({"en": ("Laser",)})) for n in range(4)]
    found = topics(library_of([*library.studies, *copies]))
    assert not any(theme.name == "laser" for theme in found)


def test_what_is_left_over_is_called_the_rest_and_stands_last() -> None:
    library = corpus("four-topics", 12)
    alone = [
        Study(f"alone{n}", title=LangText({"en": title}), abstract=LangText({"en": f"{title} and {title.casefold()} once more."}))
        for n, title in enumerate(("Volcano ash", "Tax law", "Puppet theatre", "Milk prices"))
    ]
    found = suggest_themes(library_of([*library.studies, *alone]))
    rest = found[-1]
    assert (rest.way, rest.name) == ("rest", "rest")
    assert {study.key for study in alone} <= set(rest.keys)
    assert set(rest.title) == {"en", "id"}


def test_publishers_lines_and_headings_shape_no_theme() -> None:
    plain = corpus("four-topics", 12)
    imprint = " © 2023, Example Press Limited. All rights reserved."
    marked = [
        attrs.evolve(study, abstract=LangText({"en": f"Purpose: {study.abstract['en']}{imprint if n % 2 else ''}"}))
        for n, study in enumerate(plain)
    ]
    found = topics(library_of(marked))
    assert [(t.name, t.keys) for t in found] == [(t.name, t.keys) for t in topics(plain)]


def test_what_all_studies_are_about_is_no_topic() -> None:
    library = corpus("four-topics", 4)
    shared = [attrs.evolve(s, keywords=LangList({"en": (*s.keywords.get("en", ()), "Islands")})) for s in library]
    assert not any(theme.name == "island" for theme in topics(library_of(shared)))


def test_places_and_general_words_are_no_topics() -> None:
    library = corpus("four-topics", 4)
    listed = [
        attrs.evolve(s, keywords=LangList({"en": ("Indonesia", "Case study", "Study")})) if n % 3 else s for n, s in enumerate(library)
    ]
    assert {"indonesia", "case-study", "study"}.isdisjoint({keyword.name for keyword in keywords(library_of(listed)) if not keyword.method})


def test_a_large_library_is_still_compared_by_what_enough_studies_state() -> None:
    """What they ask and find is told within the topics; what two of forty-eight state is no section."""
    said = (Statement(LangText({"en": "qualitative"}), "qualitative"),)
    aspects = Aspects(aim=said[0], method=said, sectors=said)
    library = library_of(
        [attrs.evolve(s, aspects=attrs.evolve(aspects, framework=said if n < 2 else ())) for n, s in enumerate(corpus("four-topics", 12))]
    )
    assert [theme.facet for theme in suggest_themes(library) if theme.facet != "topic"] == ["sectors", "methods"]


def test_abbreviations_are_what_they_stand_for() -> None:
    words = [("Artificial intelligence",), ("AI",), ("artificial intelligence (AI)",), ("Artificial Intelligence",)]
    library = library_of([Study(f"s{n}", keywords=LangList({"en": listed})) for n, listed in enumerate(words)])
    (found,) = keywords(library)
    assert (found.name, found.listed) == ("artificial intelligence", ("s0", "s1", "s2", "s3"))


def test_adding_one_study_leaves_the_topics_of_others_alone() -> None:
    library = corpus("four-topics", 4)
    new = Study("new", keywords=LangList({"en": ("Volcano ash",)}))
    before, after = suggest_topics(library), suggest_topics(library_of([*library.studies, new]))
    assert [theme.keys for theme in after if theme.way != "rest"] == [theme.keys for theme in before if theme.way != "rest"]


def test_removing_a_study_removes_it_from_every_theme() -> None:
    library = corpus("four-topics", 12)
    kept = library.filter(lambda study: study.key != "reefs03")
    assert all("reefs03" not in theme.keys for theme in suggest_themes(kept))


@pytest.mark.slow
def test_five_thousand_studies_are_parted_too() -> None:
    assert len(topics(corpus("four-topics", 1250))) >= 4


def test_the_work_of_parting_grows_with_the_studies() -> None:
    assert growth(lambda count: lambda: topics(corpus("four-topics", 10 + count)), 15, times=4) < 6
