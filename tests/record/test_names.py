"""Personal names as people write them."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.record import Name
from litreview.record.name_parser import NamePolicy, examine_name, parse_name
from litreview.record.name_words import list_items

NATURAL = NamePolicy(natural=True)


def parts(name: Name) -> dict[str, object]:
    return {field: value for field, value in attrs.asdict(name).items() if value not in (None, False) and field != "raw"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sukarno", {"family": "Sukarno"}),
        ("Muhammad Hatta", {"given": "Muhammad", "family": "Hatta"}),
        ("Pramoedya Ananta Toer", {"given": "Pramoedya Ananta", "family": "Toer"}),
        ("Toer, Pramoedya Ananta", {"given": "Pramoedya Ananta", "family": "Toer"}),
        ("Prof. Dr. Sugiyono", {"family": "Sugiyono"}),
        ("Sugiyono, M.Pd.", {"family": "Sugiyono"}),
        ("Dr. H. Ahmad Fauzi, S.IP., M.A.", {"given": "Ahmad", "family": "Fauzi"}),
        ("Hj. Siti Aminah, S.Pd., M.Pd.", {"given": "Siti", "family": "Aminah"}),
        ("Ahmad Fauzi, S. IP., M. Si", {"given": "Ahmad", "family": "Fauzi"}),
        ("Ahmad Fauzi S.IP M.Si", {"given": "Ahmad", "family": "Fauzi"}),
        ("Assoc. Prof. Budi Santoso, Ph.D.", {"given": "Budi", "family": "Santoso"}),
        ("Drs. Budi Santoso, M.M.", {"given": "Budi", "family": "Santoso"}),
        ("Budi Santoso, S.H., M.H.", {"given": "Budi", "family": "Santoso"}),
        ("Ir. Soekarno", {"family": "Soekarno"}),
        ("Dr. rer. nat. Hans Meier", {"given": "Hans", "family": "Meier"}),
        ("Smith, John, Ph.D.", {"given": "John", "family": "Smith"}),
        ("Fauzi, Dr. Ahmad", {"given": "Ahmad", "family": "Fauzi"}),
        # what looks like a degree or title may be initials, and then it is
        ("Lee, S.H.", {"given": "S.H.", "family": "Lee"}),
        ("Garcia Lopez, M.A.", {"given": "M.A.", "family": "Garcia Lopez"}),
        ("H. Bosch", {"given": "H.", "family": "Bosch"}),
        ("Kim, DR", {"given": "DR", "family": "Kim"}),
        ("Jonscher, A K", {"given": "A K", "family": "Jonscher"}),
        ("Weber, M. Th.", {"given": "M. Th.", "family": "Weber"}),
        ("Drs.", {"family": "Drs."}),
        # patronymics and Balinese names hold no family name
        ("Siti binti Abdullah", {"family": "Siti binti Abdullah"}),
        ("Ali bin Abi Thalib", {"family": "Ali bin Abi Thalib"}),
        ("Bin Zhang", {"given": "Bin", "family": "Zhang"}),
        ("I Gusti Ngurah Rai", {"given": "I Gusti Ngurah", "family": "Rai"}),
        ("I Made", {"family": "I Made"}),
        ("Ni Luh Putu", {"family": "Ni Luh Putu"}),
        # BibTeX
        ("Ludwig van Beethoven", {"given": "Ludwig", "non_dropping_particle": "van", "family": "Beethoven"}),
        ("de la Fontaine, Jean", {"given": "Jean", "non_dropping_particle": "de la", "family": "Fontaine"}),
        ("Jean d'Alembert", {"given": "Jean", "family": "d'Alembert"}),
        ("{de la Cruz}, Maria", {"given": "Maria", "family": "de la Cruz"}),
        ("{World Health Organization}", {"literal": "World Health Organization"}),
        ("{{Badan Pusat Statistik}}", {"literal": "Badan Pusat Statistik"}),
        ("Siti{ }Nur", {"family": "Siti Nur"}),
        ("King, Jr., Martin Luther", {"given": "Martin Luther", "family": "King", "suffix": "Jr.", "comma_suffix": True}),
        ("King, Martin Luther, Jr.", {"given": "Martin Luther", "family": "King", "suffix": "Jr.", "comma_suffix": True}),
        ("King Jr., Martin Luther", {"given": "Martin Luther", "family": "King", "suffix": "Jr."}),
        ("Martin Luther King Jr.", {"given": "Martin Luther", "family": "King", "suffix": "Jr."}),
        ("Müller~Schmidt, Jo\\ Ann", {"given": "Jo\\ Ann", "family": "Müller Schmidt"}),
        ("王, 小明", {"given": "小明", "family": "王"}),
        ("family=Hasan, given=Nur", {"given": "Nur", "family": "Hasan"}),
        ("given={Jan}, prefix=van, family=Dijk, useprefix=true", {"given": "Jan", "non_dropping_particle": "van", "family": "Dijk"}),
        ("prefix=von, family=Goethe, useprefix=false", {"dropping_particle": "von", "family": "Goethe"}),
        # what is no name is kept
        ("A, B, C, D", {"literal": "A, B, C, D"}),
        ("Open {brace", {"literal": "Open brace"}),
        ("", {}),
    ],
)  # fmt: skip
def test_one_name(text: str, expected: dict[str, object]) -> None:
    name = parse_name(text)
    assert parts(name) == expected
    assert name.raw == text


@pytest.mark.parametrize(
    ("text", "policy", "expected"),
    [
        ("Budi Santoso, S.H.", NATURAL, {"given": "Budi", "family": "Santoso"}),
        ("Garcia, M.A.", NATURAL, {"family": "Garcia"}),
        (
            "Siti binti Abdullah",
            NamePolicy(patronymics="family"),
            {"given": "Siti", "non_dropping_particle": "binti", "family": "Abdullah"},
        ),
        ("Sri Wahyu", NamePolicy(uninverted=frozenset({"sri wahyu"})), {"family": "Sri Wahyu"}),
        ("Ida Anak Agung", NamePolicy(families=frozenset({"Anak Agung"})), {"given": "Ida", "family": "Anak Agung"}),
        ("Dr. Budi", NamePolicy(strip_titles=False), {"given": "Dr.", "family": "Budi"}),
    ],
)
def test_a_policy_says_what_a_name_cannot(text: str, policy: NamePolicy, expected: dict[str, object]) -> None:
    assert parts(parse_name(text, policy)) == expected


@pytest.mark.parametrize(
    ("text", "families", "others"),
    [
        ("Hatta, Muhammad and Sukarno", ["Hatta", "Sukarno"], False),
        ("Hatta, Muhammad AND Sukarno and others", ["Hatta", "Sukarno"], True),
        ("Ann Lee et al.", ["Lee"], True),
        ("Budi Santoso dkk.", ["Santoso"], True),
        ("{Barnes and Noble} and Budi", [None, "Budi"], False),
        ("Smith, John; Doe, Jane", ["Smith", "Doe"], False),
        ("Anderson, Ann and Brandon, Bo", ["Anderson", "Brandon"], False),
        ("Ann\n  and   Bo", ["Ann", "Bo"], False),
        ("and", [], False),
        ("", [], False),
    ],
)
def test_lists(text: str, families: list[str | None], others: bool) -> None:
    names, more, _ = list_items(text)
    assert [parse_name(name).family for name in names] == families
    assert more == others


@pytest.mark.parametrize(
    ("text", "oddity"),
    [("Lee, Ann", None), ("Lee,", "trailing"), ("A, B, C, D", "commas"), (", Ann", "empty-part"), ("Lee}, Ann", "unbalanced")],
)
def test_oddities_are_told(text: str, oddity: str | None) -> None:
    assert examine_name(text).oddity == oddity


PIECES = st.lists(
    st.sampled_from("Sri van d' {A {B}} { } , ; = ~ \\ \\'e and others Dr. S.H. M.Si Jr. binti I Made family= given={X} \" 李".split(" ")) | st.text(max_size=4),
    max_size=9,
)  # fmt: skip


@given(PIECES.map(" ".join) | PIECES.map("".join))
def test_anything_is_read_and_no_part_is_empty(text: str) -> None:
    name = parse_name(text)
    assert name.raw == text
    assert all(value is None or value.strip() for value in (name.family, name.given, name.literal, name.non_dropping_particle, name.suffix))
    assert name.literal is None or (name.family is None and name.given is None)
    assert all(name.strip() for name in list_items(text)[0])
