"""References to the work itself, in every form met, and what only looks like one."""

from __future__ import annotations

import pytest

from litreview.pages.citation import begins_citation, is_citation, may_be_citation, read_citation


def read(text: str) -> list[tuple[str, str]]:
    return [(stretch.field, text[stretch.start : stretch.end]) for stretch in read_citation(text)]


def whole(**values: str) -> list[tuple[str, str]]:
    return [(field.rstrip("0123456789"), value) for field, value in values.items()]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Wulandari, Sri (2019) Kota Kembar. Skripsi, Universitas Contoh.",
            whole(author="Wulandari, Sri", year="2019", title="Kota Kembar", genre="Skripsi", place="Universitas Contoh"),
        ),
        (
            "Sri Wulandari. 2017330045. 2019. Kota Kembar. Skripsi. Universitas Contoh.",
            whole(author="Sri Wulandari", number="2017330045", year="2019", title="Kota Kembar", genre="Skripsi", place="Universitas Contoh"),
        ),
        (
            "Sri Wulandari. 2019. 2017330045. Kota Kembar. Skripsi. Universitas Contoh.",
            whole(author="Sri Wulandari", year="2019", number="2017330045", title="Kota Kembar", genre="Skripsi", place="Universitas Contoh"),
        ),
        (
            "Sri Wulandari, NIM 2017330045. Kota Kembar. Skripsi. Universitas Contoh, 2019.",
            whole(author="Sri Wulandari", number="NIM 2017330045", title="Kota Kembar", genre="Skripsi", year="2019", place="Universitas Contoh"),
        ),
        (
            "Sri Wulandari, “Kota Kembar dan Desa,” Skripsi, Universitas Contoh, 2019.",
            whole(author="Sri Wulandari", title="Kota Kembar dan Desa", genre="Skripsi", year="2019", place="Universitas Contoh"),
        ),
        (
            "Sri Wulandari. 2019. Kota Kembar (Studi di Jawa). Tesis. Bogor: Universitas Contoh.",
            whole(author="Sri Wulandari", year="2019", title="Kota Kembar (Studi di Jawa)", genre="Tesis", place="Universitas Contoh"),
        ),
        (
            "Sri Wulandari. 2019. Kota Kembar. (Dibimbing oleh Budi Santoso dan Lee Min)",
            whole(author="Sri Wulandari", year="2019", title="Kota Kembar", supervisor1="Budi Santoso", supervisor2="Lee Min"),
        ),
        (
            "Sri Wulandari. 2019. Kota Kembar. Skripsi. Universitas Contoh. Pembimbing: 1. Budi Santoso 2. Lee Min",
            whole(
                author="Sri Wulandari", year="2019", title="Kota Kembar", genre="Skripsi", place="Universitas Contoh",
                supervisor1="Budi Santoso", supervisor2="Lee Min",
            ),
        ),
        (
            "Sri Wulandari. 2019. Kota Kembar. Skripsi. Universitas Contoh. Pembimbing (I) Budi Santoso, (II) Lee Min",
            whole(
                author="Sri Wulandari", year="2019", title="Kota Kembar", genre="Skripsi", place="Universitas Contoh",
            ),
        ),
        (
            "Sri Wulandari. 2019. Kota Kembar di Jawa Tengah, Program Studi Ilmu Politik, Universitas Contoh, Bogor.",
            whole(author="Sri Wulandari", year="2019", title="Kota Kembar di Jawa Tengah", place="Program Studi Ilmu Politik, Universitas Contoh, Bogor"),
        ),
        (
            "Skripsi dengan judul “Kota Kembar dan Desa” ditulis oleh Sri Wulandari, NIM 2017330045, Universitas Contoh, 2019.",
            whole(genre="Skripsi", title="Kota Kembar dan Desa", author="Sri Wulandari", year="2019", place="Universitas Contoh"),
        ),
        (
            "Skripsi dengan judul “Kota Kembar dan Desa” ditulis oleh Sri Wulandari",
            whole(genre="Skripsi", title="Kota Kembar dan Desa", author="Sri Wulandari"),
        ),
        # Not one: no author, no kind of work, running text, two ways of printing a name, a title of one word.
        ("Skripsi dengan judul “Kota Kembar dan Desa” ditulis oleh kota itu sendiri", []),
        ("Skripsi dengan judul “Kota Kembar dan Desa” membahas kota", []),
        ("Skripsi dengan judul Kota Kembar dan Desa ditulis oleh Sri Wulandari", []),
        ("Sri Wulandari. 2019. Kota. Skripsi. Universitas Contoh.", []),
        ("Sri Wulandari. 2019. Kota Kembar. Desa Wisata.", []),
        ("Sri WULANDARI Lestari. 2019. Kota Kembar. Skripsi. Universitas Contoh.", []),
        ("Sri Wulandari tinggal di kota, 2019. Kota Kembar. Skripsi.", []),
        ("Sri Wulandari. 2019. Kota Kembar. Skripsi. Kota ini tua dan desa itu ramai sekali bagi warga.", []),
        ("Sri, 2019. Desa. Skripsi", []),
    ],
)  # fmt: skip
def test_a_reference_is_read_value_by_value(text: str, values: list[tuple[str, str]]) -> None:
    assert read(text) == values
    assert is_citation(text) is bool(values)


def test_a_stretch_without_a_place_is_short() -> None:
    told = "Sri Wulandari. 2019. Kota Kembar. Skripsi. {}"
    assert [is_citation(told.format(" ".join(["kota"] * count))) for count in (7, 8)] == [True, False]


def test_a_stretch_with_a_place_may_be_longer() -> None:
    told = "Sri Wulandari. 2019. Kota Kembar. Skripsi. Universitas {}"
    assert [is_citation(told.format(" ".join(["Kota"] * count))) for count in (28, 29)] == [True, False]


def test_a_reference_is_neither_very_short_nor_very_long() -> None:
    assert is_citation("Ali. 2019. A B. Tesis")
    assert not is_citation("Ali. 2019. A. Tesis")
    long = "Sri Wulandari. 2019. {}. Skripsi. Universitas Contoh."
    room = 1200 - len(long) + 2
    assert is_citation(long.format(("Kota " * 300)[: room - 1] + "a"))
    assert not is_citation(long.format(("Kota " * 300)[:room] + "a"))


@pytest.mark.parametrize(
    ("text", "begins", "may"),
    [
        ("Sri Wulandari. 10111001. 2019. KOTA", True, True), ("Sri Wulandari. 2019. KOTA", True, True), ("Sri Wulandari tinggal di kota.", False, False),
        ("Sri Wulandari, “Kota Kembar", False, True), ("Skripsi dengan judul “Kota”", False, True), ("Kota dan desa di Jawa", False, False),
        ("Ali Wulandari. 2019.", False, True), ("Aliya Wulandari. 2019", True, True), ("sri Wulandari. 10111001. 2019", False, False),
        ("Wulandari, Sri. 2019. Kota", True, True),
    ],
)  # fmt: skip
def test_what_may_become_a_reference_in_the_next_line(text: str, begins: bool, may: bool) -> None:
    assert (begins_citation(text), may_be_citation(text)) == (begins, may)
