"""Where a text stops being the name of a person, a list its next person, a comma its degree; one case on each side of each border."""

from __future__ import annotations

import pytest

from litreview.pages.names import are_persons, cut_persons, find_email, has_degree, looks_like_name, without_emails
from litreview.pages.persons import person


@pytest.mark.parametrize(
    ("printed", "persons"),
    [
        # Two pieces at a comma: one person turned round, a person and a degree, or two persons.
        ("Wulandari, Sri", ["Wulandari, Sri"]),
        ("Wulandari, Sri Ayu Lestari Kota", ["Wulandari, Sri Ayu Lestari Kota"]),
        ("Wulandari, Sri Ayu Lestari Desi Kartika", ["Wulandari", "Sri Ayu Lestari Desi Kartika"]),
        ("Sri Wulandari, Budi Santoso", ["Sri Wulandari", "Budi Santoso"]),
        ("bin Yusuf, Ahmad", ["bin Yusuf, Ahmad"]),
        ("Bin Yusuf, Ahmad", ["Bin Yusuf, Ahmad"]),
        ("bin Yusuf Ali, Ahmad", ["bin Yusuf Ali", "Ahmad"]),
        ("Yusuf bin, Ahmad", ["Yusuf bin", "Ahmad"]),
        ("Wulandari, Jr.", ["Wulandari, Jr."]),
        ("Sri Wulandari, MBA", ["Sri Wulandari, MBA"]),
        ("Sri Wulandari, M.Sc", ["Sri Wulandari, M.Sc"]),
        ("Sri Wulandari, S.IP., M.A.; Budi Santoso", ["Sri Wulandari, S.IP., M.A.", "Budi Santoso"]),
        ("Sri Wulandari1, Budi2", ["Sri Wulandari", "Budi"]),
        # A name in full twice, as some sites print it, is one; two words that are alike are a name.
        ("Sri Wulandari Sri Wulandari", ["Sri Wulandari"]),
        ("Sri Ayu Wulandari Sri Ayu Wulandari", ["Sri Ayu Wulandari"]),
        ("Budi Budi", ["Budi Budi"]),
        ("Sri Wulandari Sri Lestari", ["Sri Wulandari Sri Lestari"]),
        ("Sri Wulandari Ayu Sri Wulandari", ["Sri Wulandari Ayu Sri Wulandari"]),
        # Letters of notes glued to names, where they go on one by one.
        ("Sri Wulandaria, Budi Santosob, Lee Minc", ["Sri Wulandari", "Budi Santoso", "Lee Min"]),
        ("Sri Wulandaria,b, Budi Santosoc", ["Sri Wulandari", "Budi Santoso"]),
        ("Sri Wulandaria,b, Budi Santosoc*", ["Sri Wulandari", "Budi Santoso"]),
        ("Sri Wulandari a, Budi Santoso b, Lee Min c*", ["Sri Wulandari", "Budi Santoso", "Lee Min"]),
        ("Sri Putria, Rini Yakub", ["Sri Putria", "Rini Yakub"]),
        ("Putria, Yakub, Isac, Ahmad, Jose", ["Putria", "Yakub", "Isac", "Ahmad", "Jose"]),
        ("Sri Puspa, Budi Yakub, Lee Isac, Rina Saad, Ayu Putrie, f", ["Sri Pusp", "Budi Yaku", "Lee Isa", "Rina Saa", "Ayu Putri"]),
        # Marks, numbers and addresses are no part of a name.
        ("Sri Wulandari (sri@contoh.example) dan Lee Min", ["Sri Wulandari", "Lee Min"]),
        ("Sri Wulandari [email protected], Lee Min", ["Sri Wulandari", "Lee Min"]),
        ("(Sri Wulandari)", ["Sri Wulandari"]),
        ("Budi Santoso, Ph.D.", ["Budi Santoso, Ph.D."]),
        ("Sri Wulandari ramai.", ["Sri Wulandari ramai"]),
    ],
)  # fmt: skip
def test_a_list_is_cut_into_persons(printed: str, persons: list[str]) -> None:
    assert list(cut_persons(printed)) == persons


@pytest.mark.parametrize(
    ("printed", "persons"),
    [
        ("Wulandari Sri Ayu Lestari Dewi, Ayu", 1), ("Wulandari Sri Ayu Lestari Dewi Kartika, Ayu", 2),
        ("Wulandari, Sri Ayu Lestari Dewi Kartika", 1), ("Wulandari, Sri Ayu Lestari Dewi Kartika Putri", 2),
    ],
)  # fmt: skip
def test_where_family_names_stand_first_either_side_of_a_comma_has_up_to_five_words(printed: str, persons: int) -> None:
    assert len(cut_persons(printed, inverted=True)) == persons


def test_a_list_has_sixty_persons_at_most() -> None:
    assert [len(cut_persons("; ".join(["Sri Wulandari"] * count))) for count in (59, 60, 61)] == [59, 60, 60]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Sri", True), ("Al", False), ("Ani", True), ("A. B.", False), ("", False), (".", False), ("A. Pratama", True), ("a. Pratama", False),
        ("Sri Ayu Dewi Rini Lestari Wulandari", True), ("Sri Ayu Dewi Rini Lestari Kartika Wulandari", False),
        ("sri Wulandari", False), ("Sri wulandari", False), ("Ahmad bin Yusuf", True), ("Sri 2", False), ("Sri: Ayu", False), ("Sri (Ayu)", False),
        ("Wulandari, Sri", True), ("Wulandari, Sri, Ayu", False), ("Wulandari, Sri, M.A.", True), ("Dr. Wulandari", True), ("Dr. Drs.", False),
        ("S.IP., M.A.", False), ("Kota dan Desa", False), ("Universitas Wulandari", False), (" Sri Wulandari;", True),
    ],
)  # fmt: skip
def test_what_may_be_the_name_of_one_person(text: str, is_one: bool) -> None:
    assert looks_like_name(text) is is_one


@pytest.mark.parametrize(
    ("text", "can_be"),
    [
        ("Sri Wulandari", True), ("Sri Wulandari?", False), ("Sri Wulandari!", False), ("Sri Wulandari dan Lee Min", True), ("2019", False),
        ("Sri Ayu Dewi Rini Lestari Wulandari; Lee", True), ("Sri Wulandari; Kota dan Desa", False), ("; ".join(["Sri Wulandari"] * 40), True),
        ("; ".join(["Sri Wulandari"] * 101)[:1500], True), ("; ".join(["Sri Wulandari"] * 101)[:1501], False),
    ],
)  # fmt: skip
def test_what_can_be_the_names_of_persons(text: str, can_be: bool) -> None:
    assert are_persons(text) is can_be


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Budi Santoso, M.A.", True), ("Budi Santoso, Budi", False), ("Budi Santoso, Rina, M.A.", True), ("Prof. Budi", True), ("Budi", False),
        ("Budi, Mkom", False), ("Budi, M.Kom", True), ("Budi, LLM", True), ("Budi, MScX", True), ("Budi, MAbcdef", False), ("Budi, M.A. Rina", False),
        ("Budi, III", True), ("M.A.", False),
    ],
)  # fmt: skip
def test_a_degree_stands_behind_a_name_or_a_title_before_it(text: str, stands: bool) -> None:
    assert has_degree(text) is stands


def test_addresses_are_seen_whether_they_are_hidden_or_not() -> None:
    for address in ("sri@contoh.example", "[email protected]", "[email\u00a0protected]"):
        found = find_email(f"Surel {address} kota")
        assert found is not None
        assert found.group() == address
        assert without_emails(f"Surel {address} kota") == "Surel   kota"
    assert find_email("Surel sri kota") is None
    assert without_emails("Surel sri kota") == "Surel sri kota"


@pytest.mark.parametrize(
    ("printed", "family", "given"),
    [
        ("WULANDARI, SRI AYU", "Wulandari", "Sri Ayu"),
        ("WULANDARI, Sri Ayu", "Wulandari", "Sri Ayu"),
        ("SRI WULANDARI, S.IP.", "Wulandari", "Sri"),
        ("SRI-AYU WULANDARI", "Wulandari", "Sri-Ayu"),
        ("A. SRI WULANDARI", "Wulandari", "A. Sri"),
        ("SRI M.A. WULANDARI", "Wulandari", "Sri M.A."),
        ("Wulandari, Sri", "Wulandari", "Sri"),
        ("St. Wulandari", "Wulandari", "St."),
        ("Siti St. Aminah", "Aminah", "Siti St."),
    ],
)
def test_a_person_has_a_family_and_a_given_name_in_readable_case(printed: str, family: str, given: str) -> None:
    name = person(printed)
    assert (name.family, name.given, name.raw) == (family, given, printed)
