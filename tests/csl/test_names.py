"""Names: their order, et al., conjunctions, initials, particles, labels, substitutes. Source: CSL 1.0.2, "Names"."""

from __future__ import annotations

from typing import Any

import pytest

from litreview.csl import Cite
from tests.csl.small import cited, listed, people

FIVE = ("One, Ann", "Two, Bo", "Three, Cy", "Four, Di", "Five, Ed")


def names(name: str = "", around: str = "", more: str = "") -> str:
    return f'<names variable="author" {around}><name {name}/>{more}</names>'


def by(count: int) -> dict[str, Any]:
    return {"author": people(*FIVE[:count])}


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("", ["Ann One", "Ann One, Bo Two", "Ann One, Bo Two, Cy Three"]),
        ('and="text"', ["Ann One", "Ann One and Bo Two", "Ann One, Bo Two, and Cy Three"]),
        ('and="symbol"', ["Ann One", "Ann One &#38; Bo Two", "Ann One, Bo Two, &#38; Cy Three"]),
        ('and="text" delimiter-precedes-last="contextual"', ["Ann One", "Ann One and Bo Two", "Ann One, Bo Two, and Cy Three"]),
        ('and="text" delimiter-precedes-last="always"', ["Ann One", "Ann One, and Bo Two", "Ann One, Bo Two, and Cy Three"]),
        ('and="text" delimiter-precedes-last="never"', ["Ann One", "Ann One and Bo Two", "Ann One, Bo Two and Cy Three"]),
        (
            'and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="first"',
            ["One, Ann", "One, Ann, and Bo Two", "One, Ann, Bo Two and Cy Three"],
        ),
        (
            'and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="all"',
            ["One, Ann", "One, Ann, and Two, Bo", "One, Ann, Two, Bo, and Three, Cy"],
        ),
        ('and="text" delimiter-precedes-last="after-inverted-name"', ["Ann One", "Ann One and Bo Two", "Ann One, Bo Two and Cy Three"]),
        ('delimiter="; " name-as-sort-order="all" sort-separator=" "', ["One Ann", "One Ann; Two Bo", "One Ann; Two Bo; Three Cy"]),
        ('form="short" and="text"', ["One", "One and Two", "One, Two, and Three"]),
        ('form="count"', ["1", "2", "3"]),
    ],
)
def test_lists_of_names(name: str, printed: list[str]) -> None:
    assert cited(names(name), by(1), by(2), by(3)) == printed


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ('et-al-min="3" et-al-use-first="1"', ["One, Two", "One et al.", "One et al."]),
        ('et-al-min="3" et-al-use-first="2"', ["One, Two", "One, Two, et al.", "One, Two, et al."]),
        ('et-al-min="2" et-al-use-first="2"', ["One, Two", "One, Two, et al.", "One, Two, et al."]),
        ('et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"', ["One, Two", "One, et al.", "One, et al."]),
        ('et-al-min="3" et-al-use-first="2" delimiter-precedes-et-al="never"', ["One, Two", "One, Two et al.", "One, Two et al."]),
        (
            'et-al-min="3" et-al-use-first="1" et-al-use-last="true"',
            ["One, Two", "One, … Three", "One, … Four"],
        ),
        ('et-al-min="4" et-al-use-first="2" et-al-use-last="true"', ["One, Two", "One, Two, Three", "One, Two, … Four"]),
        ('et-al-min="3"', ["One, Two", "One, Two, Three", "One, Two, Three, Four"]),
        ('et-al-use-first="1"', ["One, Two", "One, Two, Three", "One, Two, Three, Four"]),
    ],
)
def test_et_al(name: str, printed: list[str]) -> None:
    printed = [text.replace("One, …", "One …") for text in printed]  # behind one name stands no delimiter
    assert cited(names(f'form="short" {name}'), by(2), by(3), by(4)) == printed


def test_et_al_after_an_inverted_name() -> None:
    name = 'et-al-min="3" et-al-use-first="{}" delimiter-precedes-et-al="after-inverted-name" name-as-sort-order="first"'
    assert cited(names(name.format(1)), by(3)) == ["One, Ann, et al."]
    assert cited(names(name.format(2)), by(3)) == ["One, Ann, Bo Two et al."]


def test_the_style_has_another_word_for_et_al_in_italics() -> None:
    more = '<et-al term="and others" font-style="italic"/>'
    assert cited(names('form="short" et-al-min="2" et-al-use-first="1"', more=more), by(2)) == ["One <i>and others</i>"]


def test_later_cites_have_limits_of_their_own() -> None:
    name = 'form="short" et-al-min="4" et-al-use-first="3" et-al-subsequent-min="3" et-al-subsequent-use-first="1"'
    cites = [Cite("a"), Cite("a"), Cite("b"), Cite("a")]
    assert cited(names(name), by(3), by(2), cites=cites) == ["One, Two, Three", "One et al.", "One, Two", "One et al."]
    assert cited(names('form="short" et-al-min="3" et-al-use-first="2"'), by(3), by(2), cites=cites)[1] == "One, Two, et al."
    assert listed(names(name), by(3), by(5)) == ["One, Two, Three", "One, Two, Three, et al."]


@pytest.mark.parametrize("where", ["attributes", "citation"])
def test_the_style_and_the_citation_say_how_all_names_are(where: str) -> None:
    said = {where: 'et-al-min="3" et-al-use-first="1" and="text" name-delimiter=" / " name-form="short"'}
    assert cited('<names variable="author"/>', by(2), by(3), **said) == ["One and Two", "One et al."]
    assert cited(names('et-al-min="9" form="long"'), by(3), **said) == ["Ann One / Bo Two / and Cy Three"]


@pytest.mark.parametrize(
    ("name", "given", "printed"),
    [
        ('initialize-with="."', "Ann Beth", "A.B. Lee"),
        ('initialize-with=". "', "Ann Beth", "A. B. Lee"),
        ('initialize-with=""', "Ann Beth", "AB Lee"),
        ('initialize-with=" "', "Ann Beth", "A B Lee"),
        ('initialize-with="."', "Jean-Luc", "J.-L. Lee"),
        ('initialize-with=""', "Jean-Luc", "J-L Lee"),
        ('initialize-with=". "', "J.R.R.", "J. R. R. Lee"),
        ('initialize-with="."', "ann", "ann Lee"),
        ('initialize-with="."', "Ph.", "Ph. Lee"),
        ('initialize-with="."', "Yu. A.", "Yu.A. Lee"),
        ('initialize-with="."', "A.", "A. Lee"),
        ('initialize-with="."', "Chris.", "C. Lee"),
        ('initialize-with="."', "j. k.", "J.K. Lee"),
        ('initialize-with="."', "Élise", "É. Lee"),
        ('initialize-with="." initialize="false"', "Ann", "Ann Lee"),
        ('initialize-with="." initialize="false"', "A B", "A.B. Lee"),
        ('initialize-with="." initialize="false"', "Ann B", "Ann B. Lee"),
        ('initialize-with=". " initialize="false"', "Ann B. C.", "Ann B. C. Lee"),
        ('initialize-with="." initialize="true"', "Ann", "A. Lee"),
        ("", "Ann B.", "Ann B. Lee"),
    ],
)
def test_initials(name: str, given: str, printed: str) -> None:
    assert cited(names(name), {"author": [{"family": "Lee", "given": given}]}) == [printed]


@pytest.mark.parametrize(
    ("said", "printed"), [("", "J.-L. Lee"), ('initialize-with-hyphen="true"', "J.-L. Lee"), ('initialize-with-hyphen="false"', "J.L. Lee")]
)
def test_the_hyphen_between_initials(said: str, printed: str) -> None:
    assert cited(names('initialize-with="."'), {"author": people("Lee, Jean-Luc")}, attributes=said) == [printed]


FONTAINE = {"family": "La Fontaine", "given": "Jean", "dropping-particle": "de", "suffix": "III"}
GOGH = {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}


@pytest.mark.parametrize(
    ("demote", "name", "printed"),
    [
        ("never", "", ["Jean de La Fontaine III", "Vincent van Gogh"]),
        ("never", 'form="short"', ["La Fontaine", "van Gogh"]),
        ("never", 'name-as-sort-order="all"', ["La Fontaine, Jean de, III", "van Gogh, Vincent"]),
        ("sort-only", 'name-as-sort-order="all"', ["La Fontaine, Jean de, III", "van Gogh, Vincent"]),
        ("display-and-sort", 'name-as-sort-order="all"', ["La Fontaine, Jean de, III", "Gogh, Vincent van"]),
        ("display-and-sort", "", ["Jean de La Fontaine III", "Vincent van Gogh"]),
    ],
)
def test_particles_and_suffixes(demote: str, name: str, printed: list[str]) -> None:
    said = f'demote-non-dropping-particle="{demote}"'
    assert cited(names(name), {"author": [FONTAINE]}, {"author": [GOGH]}, attributes=said) == printed


@pytest.mark.parametrize(
    ("demote", "order"),
    [
        ("never", ["Gold", "van Gogh", "Vogt"]),
        ("sort-only", ["van Gogh", "Gold", "Vogt"]),
        ("display-and-sort", ["van Gogh", "Gold", "Vogt"]),
    ],
)
def test_particles_count_in_sorting_where_the_style_says_so(demote: str, order: list[str]) -> None:
    short = names('form="short"')
    layout = f'<sort><key variable="author"/></sort><layout>{short}</layout>'
    books = [{"author": people("Vogt, Al")}, {"author": [GOGH]}, {"author": people("Gold, Al")}]
    assert listed(layout, *books, attributes=f'demote-non-dropping-particle="{demote}"') == order


@pytest.mark.parametrize(
    ("author", "name", "printed"),
    [
        ({"literal": "Bank of Ports"}, 'name-as-sort-order="all" initialize-with="."', "Bank of Ports"),
        ({"family": "毛", "given": "泽东"}, "", "毛泽东"),
        ({"family": "毛", "given": "泽东"}, 'name-as-sort-order="all"', "毛泽东"),
        ({"family": "毛", "given": "泽东"}, 'form="short"', "毛"),
        ({"family": "Mao", "given": "Zedong", "static-ordering": True}, 'sort-separator=", "', "Mao Zedong"),
        ({"family": "King", "given": "Martin", "suffix": "Jr.", "comma-suffix": True}, "", "Martin King, Jr."),
        ({"family": "King", "given": "Martin", "suffix": "Jr."}, "", "Martin King Jr."),
        ({"family": "King", "given": "Martin", "suffix": "Jr."}, 'name-as-sort-order="all"', "King, Martin, Jr."),
        ({"family": "King", "given": "Martin", "suffix": "Jr."}, 'name-as-sort-order="all" initialize-with=""', "King, M, Jr"),
        ({"family": "King", "given": "Martin", "suffix": "Jr."}, 'form="short"', "King"),
        ({"family": "Estaing", "given": "Paul", "non-dropping-particle": "d’"}, "", "Paul d’Estaing"),
        ({"family": "Plato"}, 'name-as-sort-order="all"', "Plato"),
    ],
)
def test_names_of_other_kinds(author: dict[str, Any], name: str, printed: str) -> None:
    assert cited(names(name), {"author": [author]}) == [printed]


def test_parts_of_a_name_are_formatted_apart() -> None:
    part = '<name-part name="{}" {}/>'
    family = '<names variable="author"><name {}>' + part.format("family", 'text-case="uppercase" font-weight="bold"') + "</name></names>"
    given = '<names variable="author"><name>' + part.format("given", 'font-style="italic" prefix="[" suffix="]"') + "</name></names>"
    assert cited(family.format(""), by(1)) == ["Ann <b>ONE</b>"]
    assert cited(family.format('name-as-sort-order="all"'), by(1)) == ["<b>ONE</b>, Ann"]
    assert cited(given, by(1)) == ["[<i>Ann</i>] One"]


EDITED = {"editor": people("Lee, Ann")}
TWO_EDITORS = {"editor": people("Lee, Ann", "Kim, Bo")}


@pytest.mark.parametrize(
    ("children", "printed"),
    [
        ('<name/><label prefix=" (" suffix=")"/>', ["Ann Lee (editor)", "Ann Lee, Bo Kim (editors)"]),
        ('<name/><label form="short" prefix=", "/>', ["Ann Lee, ed.", "Ann Lee, Bo Kim, eds."]),
        ('<name/><label form="short" prefix=", " strip-periods="true"/>', ["Ann Lee, ed", "Ann Lee, Bo Kim, eds"]),
        ('<name/><label form="short" prefix=", " plural="never"/>', ["Ann Lee, ed.", "Ann Lee, Bo Kim, ed."]),
        ('<name/><label form="short" prefix=", " plural="always"/>', ["Ann Lee, eds.", "Ann Lee, Bo Kim, eds."]),
        ('<label form="verb" suffix=" "/><name/>', ["edited by Ann Lee", "edited by Ann Lee, Bo Kim"]),
        ('<label form="verb-short" text-case="capitalize-first" suffix=" "/><name/>', ["Ed. by Ann Lee", "Ed. by Ann Lee, Bo Kim"]),
    ],
)
def test_labels(children: str, printed: list[str]) -> None:
    assert cited(f'<names variable="editor">{children}</names>', EDITED, TWO_EDITORS) == printed


def test_several_roles_stand_one_behind_the_other() -> None:
    layout = '<names variable="author editor translator" delimiter="; "><name form="short"/><label form="short" prefix=", "/></names>'
    work = {**by(2), **EDITED, "translator": people("Roe, Jo")}
    assert cited(layout, work) == ["One, Two; Lee, ed.; Roe, trans."]


def test_an_editor_who_translates_too_is_named_once() -> None:
    layout = '<names variable="editor translator" delimiter="; "><name form="short"/><label prefix=" (" suffix=")"/></names>'
    both = {**EDITED, "translator": EDITED["editor"]}
    apart = {**EDITED, "translator": people("Roe, Jo")}
    assert cited(layout, both, apart) == ["Lee (editor &#38; translator)", "Lee (editor); Roe (translator)"]


SUBSTITUTE = (
    '<names variable="author"><name form="short"/><label form="short" prefix=", "/>'
    '<substitute><names variable="editor"/><names variable="translator"><name/></names><text variable="title"/></substitute></names>'
)


def test_who_takes_the_authors_place() -> None:
    assert cited(SUBSTITUTE, {**by(1), **EDITED}, EDITED, {"translator": people("Roe, Jo")}, {"title": "Ports"}) == [
        "One", "Lee, ed.", "Jo Roe", "Ports",
    ]  # fmt: skip


def test_what_took_the_authors_place_is_not_printed_again() -> None:
    layout = f'<group delimiter=": ">{SUBSTITUTE}<names variable="editor"><name/></names><text variable="title"/></group>'
    assert cited(layout, {**EDITED, "title": "Ports"}, {"title": "Ports"}, {**by(1), **EDITED, "title": "Ports"}) == [
        "Lee, ed.: Ports", "Ports", "One: Ann Lee: Ports",
    ]  # fmt: skip


def test_names_sort_by_family_then_given_then_number() -> None:
    initials = names('initialize-with=". "')
    layout = f'<sort><key variable="author"/></sort><layout>{initials}</layout>'
    books = [
        {"author": people(*authors)} for authors in (("Lee, Bo",), ("Lee, Ann", "Kim, Bo"), ("Leeds, Al",), ("Lee, Ann",), ("Kim, Zoe",))
    ]
    assert listed(layout, *books) == ["Z. Kim", "A. Lee", "A. Lee, B. Kim", "B. Lee", "A. Leeds"]


def test_a_key_limits_its_names() -> None:
    layout = (
        '<sort><key macro="who" names-min="2" names-use-first="1"/><key variable="title"/></sort><layout><text variable="title"/></layout>'
    )
    above = '<macro name="who"><names variable="author"/></macro>'
    books = [{"title": "B", "author": people("Lee, Ann", "Abel, Al")}, {"title": "A", "author": people("Lee, Ann", "Zoe, Zed")}]
    assert listed(layout, *books, above=above) == ["A", "B"]
    assert listed(layout.replace(' names-min="2" names-use-first="1"', ""), *books, above=above) == ["B", "A"]


def test_the_number_of_names_sorts_as_a_number() -> None:
    layout = '<sort><key macro="number"/></sort><layout><text variable="title"/></layout>'
    above = '<macro name="number"><names variable="author"><name form="count"/></names></macro>'
    books = [{"title": str(count), "author": people(*(f"N{n}, Al" for n in range(count)))} for count in (10, 2, 1)]
    assert listed(layout, *books, above=above) == ["1", "2", "10"]


OTHERS = {"literal": "others"}


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("", ["Ann One et al.", "Ann One, Bo Two, et al.", "Ann One, Bo Two, Cy Three, et al."]),
        ('and="text"', ["Ann One et al.", "Ann One, Bo Two, et al.", "Ann One, Bo Two, Cy Three, et al."]),
        ('et-al-min="3" et-al-use-first="1"', ["Ann One et al.", "Ann One et al.", "Ann One et al."]),
        ('et-al-min="4" et-al-use-first="1"', ["Ann One et al.", "Ann One, Bo Two, et al.", "Ann One et al."]),
        ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', ["Ann One et al.", "Ann One et al.", "Ann One et al."]),
        ('form="count"', ["2", "3", "4"]),
    ],
)
def test_a_list_that_goes_on_with_others(name: str, printed: list[str]) -> None:
    works = [{"author": [*people(*FIVE[:count]), OTHERS]} for count in (1, 2, 3)]
    assert cited(names(name), *works) == printed


def test_an_editor_and_others_are_several() -> None:
    layout = '<names variable="editor"><name form="short"/><label form="short" prefix=", "/></names>'
    assert cited(layout, {"editor": [*people("Lee, Ann"), OTHERS]}) == ["Lee et al., eds."]


def test_an_editor_is_the_translator_only_if_the_others_are() -> None:
    layout = '<names variable="editor translator" delimiter="; "><name form="short"/><label form="short" prefix=", "/></names>'
    more = [*people("Lee, Ann"), OTHERS]
    alike, unlike = cited(layout, {"editor": more, "translator": more}, {"editor": more, "translator": people("Lee, Ann")})
    assert alike == "Lee et al., eds. &#38; trans."
    assert unlike == "Lee et al., eds.; Lee, trans."


def test_a_work_of_more_persons_sorts_behind() -> None:
    short = names('form="short"')
    layout = f'<sort><key variable="author"/></sort><layout>{short}</layout>'
    books = [{"author": [*people("Lee, Ann"), OTHERS]}, {"author": people("Lee, Ann", "Kim, Bo")}, {"author": people("Lee, Ann")}]
    assert listed(layout, *books) == ["Lee", "Lee et al.", "Lee, Kim"]
