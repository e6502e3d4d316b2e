"""What the specification leaves open and users and other processors do: words behind numbers, later seasons, titles in large letters."""

from __future__ import annotations

import pytest

from litreview.csl import Cite, Cluster, Processor, compile_style, items
from litreview.document.walk import entry_inlines, plain
from tests.csl.small import cited, style, works


@pytest.mark.parametrize(
    ("form", "edition", "printed"),
    [
        ("ordinal", "7, rev.", "7th, rev."),
        ("ordinal", "3-8, rev. by the author", "3rd–8th, rev. by the author"),
        ("roman", "7; corrected", "vii; corrected"),
        ("ordinal", "7, p. 3-8", "7th, pp. 3–8"),
        ("ordinal", "7, p. 3", "7th, p. 3"),
        ("numeric", "2, vol. 3, 4", "2, vols. 3, 4"),
        ("ordinal", "7, shelf 3-8", "7th, shelf 3-8"),
        ("ordinal", "2 rev. ed.", "2 rev. ed."),
        ("ordinal", "rev. 2", "rev. 2"),
    ],
)
def test_words_behind_the_numbers_of_a_field(form: str, edition: str, printed: str) -> None:
    assert cited(f'<number variable="edition" form="{form}"/>', {"edition": edition}) == [printed]


def test_a_place_behind_a_number_is_named_as_the_language_has_it() -> None:
    assert cited('<number variable="edition"/>', {"edition": "7, hlm. 3-8"}, locale="id-ID") == ["7, hlm. 3–8"]


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        ([2016, 13, 1], "Spring 2016"),
        ([2016, 18, 5], "Summer 2016"),
        ([2016, 20, 1], "Winter 2016"),
        ([2016, 17], "2016"),  # as likely a range of years
        ([2016, 25, 1], "2016"),
    ],
)
def test_months_beyond_the_year_are_seasons_where_a_day_stands_behind(parts: list[int], printed: str) -> None:
    (work,), problems = items([{"id": "a", "type": "book", "issued": {"date-parts": [parts]}}])
    assert [problem.code for problem in problems] == ["date-not-possible"]
    date = '<date variable="issued" delimiter=" "><date-part name="month"/><date-part name="year"/></date>'
    assert plain(Processor(style(date), [work]).citations([Cluster((Cite("a"),))])[0]) == printed


@pytest.mark.parametrize(
    ("title", "language", "printed"),
    [
        ("The Ports of the Netherlands", "en", "The ports of the netherlands"),
        ("NATO and the iPhone in <span class='nocase'>Bandung</span>", "en", "NATO and the iPhone in Bandung"),
        ("What I Owe the U.S.", "en", "What I owe the U.S."),
        ("A TALE OF TWO PORTS", "en", "A tale of two ports"),
        ("“Trust” Between City Halls", "en", "“Trust” between city halls"),
        ("Kota Kembar di Bandung", "id", "Kota Kembar di Bandung"),
    ],
)
def test_english_titles_in_large_letters_are_made_small_where_that_is_asked(title: str, language: str, printed: str) -> None:
    text = (
        b'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title><id>t</id>'
        b"<updated>2026-01-01T00:00:00Z</updated></info>"
        b'<citation><layout><text variable="title" text-case="sentence"/></layout></citation></style>'
    )
    (work,) = works({"title": title, "language": language})
    made = Processor(compile_style(text, sentence_case="small"), [work]).citations([Cluster((Cite("a"),))])
    assert plain(made[0]) == printed


def test_an_entry_of_which_nothing_is_printed_keeps_its_number() -> None:
    list_ = '<bibliography><layout><choose><if type="book"><text variable="citation-number" suffix=" "/>{}</if></choose></layout></bibliography>'
    known = works({"title": "Ports"}, {"type": "speech", "title": "Towns"})
    processor = Processor(style('<text variable="title"/>', below=list_.format('<text variable="title"/>')), known)
    processor.citations([Cluster((Cite("a"), Cite("b")))])
    entries = [plain(entry_inlines(entry)) for entry in processor.bibliography().entries]
    assert entries == ["1 Ports", "2. [CSL STYLE ERROR: reference with no printed form.]"]


TEST = '<choose><if disambiguate="true">{}</if></choose>'
TITLE = '<text variable="title"/>'
SHORT_NAMES = '<names variable="author"><name form="short" et-al-min="3" et-al-use-first="1"/></names>'


@pytest.mark.parametrize(
    ("second", "printed"),
    [
        ("Gump", ["Lee et al.", "Lee et al."]),  # adding names would tell them apart, and had its turn
        ("Kim", ["Lee et al., Ports", "Lee et al., Towns"]),
    ],
)
def test_names_that_a_condition_brings_in_are_not_widened(second: str, printed: list[str]) -> None:
    layout = f'<group delimiter=", ">{TEST.format(SHORT_NAMES)}{TEST.format(TITLE)}</group>'
    people = [[{"family": family} for family in ("Lee", other, "Park")] for other in ("Kim", second)]
    known = ({"author": people[0], "title": "Ports"}, {"author": people[1], "title": "Towns"})
    assert cited(layout, *known, citation='disambiguate-add-names="true"') == printed


def test_affixes_of_a_name_stand_with_each_name() -> None:
    author = [{"family": "Lee", "given": "Ann"}, {"family": "Kim", "given": "Bo"}, {"literal": "Harbour Board"}]
    name = '<name form="short" prefix="*" suffix="." and="text" et-al-min="{}" et-al-use-first="1"/>'
    for least, printed in ((9, "*Lee., *Kim., and *Harbour Board."), (2, "*Lee. et al.")):
        assert cited(f'<names variable="author">{name.format(least)}</names>', {"author": author}) == [printed]


@pytest.mark.parametrize(
    ("opening", "printed"),
    [
        ('<text term="anonymous" form="short"/>', "Anon. Ports"),
        ('<text term="anonymous" form="short" prefix="["  suffix="]"/>', "[Anon.] Ports"),
        ('<text term="anonymous" form="short" text-case="lowercase"/>', "anon. Ports"),
        ('<text value="anon."/>', "anon. Ports"),
    ],
)
def test_a_term_with_which_an_entry_begins_has_a_capital(opening: str, printed: str) -> None:
    list_ = f'<bibliography><layout><group delimiter=" ">{opening}<text variable="title"/></group></layout></bibliography>'
    processor = Processor(style(TITLE, below=list_), works({"title": "Ports"}))
    processor.citations([Cluster((Cite("a"),))])
    assert [plain(entry_inlines(entry)) for entry in processor.bibliography().entries] == [printed]


def test_a_citation_taken_out_or_put_in_leaves_the_others_as_they_are() -> None:
    known = works({"title": "Ports"}, {"title": "Towns"}, {"title": "Walls"})
    processor = Processor(style(TITLE), known)
    clusters = [Cluster((Cite(key),)) for key in ("a", "b", "c")]
    processor.citations(clusters)
    assert processor.update([clusters[0], clusters[2]]) == (1,)
    assert processor.update(clusters) == (1, 2)
    assert processor.update(clusters) == ()
    assert processor.update([clusters[1], *clusters]) == (0, 1, 2, 3)
    assert [plain(one) for one in processor.citations([*clusters, clusters[0]])] == ["Ports", "Towns", "Walls", "Ports"]


def test_letters_of_another_language_are_no_sign() -> None:
    named = [
        compile_style("chicago-notes-bibliography", "de-DE").locale_of("de-DE").term(name, "symbol")
        for name in ("chapter", "section", "and")
    ]
    assert named == ["Kap.", "§", "&"]


def test_works_of_one_kind_share_what_is_left_of_a_style_and_nothing_else() -> None:
    layout = '<group delimiter=", "><text variable="title"/><choose><if variable="volume"><text variable="volume" prefix="vol. "/></if>'
    layout += '<else-if type="book"><text variable="publisher"/></else-if><else><text variable="genre"/></else></choose></group>'
    mappings = (
        {"title": "Ports", "volume": "2"},
        {"title": "Towns", "volume": "3"},
        {"title": "Walls", "publisher": "Acme"},
        {"type": "report", "title": "Roads", "genre": "Note"},
        {"type": "report", "title": "Rails", "publisher": "Acme"},
    )
    assert cited(layout, *mappings) == ["Ports, vol. 2", "Towns, vol. 3", "Walls, Acme", "Roads, Note", "Rails"]
