"""Where an abstract, a list of keywords and the lines around them begin and end: the parts of a page on both sides of each border."""

from __future__ import annotations

import pytest

from litreview.pages.blocks import split_parts
from litreview.pages.preliminaries import without_preliminaries
from litreview.pages.unwrap import unwrap

_WORDS = "warga dan kota itu ada di sana dengan desa yang baik".split() * 20
ID = "Studi ini membahas kota dan desa yang ada di Jawa. "
EN = "This study is about the two towns and what they share. "


def words(count: int, end: str = ".") -> str:
    """A sentence of so many words."""
    return " ".join(_WORDS[:count]).capitalize() + end


def parts(page: str) -> list[str]:
    """Each part as its kind and the beginning of its text."""
    return [f"{part.kind}: {part.flat.text[:40]}".strip() for part in split_parts(unwrap(page))]


PROSE = words(14)
BEGINS = f"prose: {PROSE[:40]}"
HEADED = ["heading: ABSTRAK", BEGINS]


@pytest.mark.parametrize(
    ("listed", "then"),
    [
        # A keyword a paragraph, of five words at most, all printed alike.
        ("kota besar\n\ndesa\n\nnegara", ["keywords: kota besar desa negara"]),
        ("kota\n\nsatu dua tiga empat lima", ["keywords: kota satu dua tiga empat lima"]),
        ("kota\n\nsatu dua tiga empat lima enam", ["keywords: kota", "front: satu dua tiga empat lima enam"]),
        ("satu dua tiga empat lima enam\n\nkota", ["keywords: satu dua tiga empat lima enam", "front: kota"]),
        ("Kota\n\ndesa", ["keywords: Kota", "front: desa"]),
        ("Kota;\n\ndesa", ["keywords: Kota; desa"]),
        ("kota\n\ndesa.", ["keywords: kota", "front: desa."]),
        ("kota\n\n2019", ["keywords: kota", "front: 2019"]),
        ("kota, desa\n\nnegara", ["keywords: kota, desa", "front: negara"]),
        ("kota\n\nDESA", ["keywords: kota", "front: DESA"]),
        ("kota\n\nUniversitas Contoh", ["keywords: kota", "front: Universitas Contoh"]),
        # A list that is not at its end goes on behind an empty line.
        ("kota,\n\n" + " ".join(["desa"] * 12), ["keywords: kota, " + " ".join(["desa"] * 12)[:34]]),
        ("kota,\n\n" + " ".join(["desa"] * 13), ["keywords: kota,", "front: desa desa desa desa desa desa desa desa"]),
        ("kota dan\n\ndesa", ["keywords: kota dan desa"]),
        ("kota;\n\nDESA", ["keywords: kota;", "front: DESA"]),
        ("kota,\n\nUniversitas Contoh", ["keywords: kota,", "front: Universitas Contoh"]),
        # It ends at front matter, and before running text.
        ("kota, desa\nUniversitas Contoh", ["keywords: kota, desa", "front: Universitas Contoh"]),
        ("kota, desa\n*Sri Wulandari", ["keywords: kota, desa", "front: *Sri Wulandari"]),
        (f"kota, desa\n{words(12)}\n{words(13)}", ["keywords: kota, desa", "prose: " + words(12)[:40]]),
        (f"kota, desa,\n{words(5, '')}, kota,\n{words(4, '')}", ["keywords: kota, desa, Warga dan kota itu ada, kota"]),
        (f"kota, desa. {PROSE}", ["keywords: kota, desa", BEGINS]),
        (words(30) + "\n" + words(20), ["keywords:", "prose: " + words(30)[:40]]),
    ],
)  # fmt: skip
def test_a_list_of_keywords_ends(listed: str, then: list[str]) -> None:
    for between in ("\n\n", " ") if listed[:1].islower() and "\n\n" not in listed else ("\n\n",):
        assert parts(f"ABSTRAK\n\n{PROSE}\n\nKata kunci:{between}{listed}") == [*HEADED, *then]


def test_keywords_stand_before_the_text_of_their_line_when_they_are_few() -> None:
    assert len(parts("Kata kunci: " + ", ".join(["kota"] * 20) + f". {PROSE}")) == 2
    assert len(parts("Kata kunci: " + ", ".join(["kota"] * 21) + f". {PROSE}")) == 1


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("kota, desa, negara", "keywords"), ("kota, desa", "front"), ("kota, desa, negara.", "keywords"), ("kota/x, desa, negara", "front"), ("• kota, desa, negara", "front"),
        ("kota satu dua tiga empat, desa, negara", "keywords"), ("kota satu dua tiga empat lima, desa, negara", "front"), ("(kota, desa, negara)", "front"),
        ("Sri Wulandari, Budi Santoso, Lee Min", "front"), ("kota a.b, desa, negara", "front"), ("kota a.b, desa, negara.", "keywords"), ("2019, desa, negara", "front"),
        ("kota; desa; negara", "keywords"), ("Warga Desa, Kota Itu, Desa Baik", "keywords"), ("Fakultas, Universitas Contoh, Bogor", "front"),
    ],
)  # fmt: skip
def test_a_list_of_short_items_beside_an_abstract_needs_no_label(line: str, read: str) -> None:
    assert parts(f"{PROSE}\n\n{line}") == [BEGINS, f"{read}: {line[:40]}"]
    assert parts(f"{line}\n\n{PROSE}") == [f"{read}: {line[:40]}", BEGINS]


def test_a_list_beside_one_with_a_label_is_none() -> None:
    assert parts(f"{PROSE}\n\nkota, desa, negara\n\nKata kunci: kota") == [BEGINS, "front: kota, desa, negara", "keywords: kota"]
    assert parts(f"kota, desa, negara\n\n{PROSE}\n\nKata kunci: kota")[0] == "keywords: kota, desa, negara"
    assert parts("kota, desa, negara\n\nKota Kembar") == ["front: kota, desa, negara", "front: Kota Kembar"]


@pytest.mark.parametrize(
    ("between", "read"),
    [
        ("Hal ini ada di sana.", "prose"), ("Ada di sana itu.", "front"), ("Hal ini ada di sana", "front"), ("Metode", "prose"),
        ("Metode:", "prose"), ("Universitas Contoh", "front"), ("Kota Kembar", "front"), ("Kota Besar, Desa, Negara.", "keywords"), ("**Hal ini ada di sana.**", "prose"),
    ],
)  # fmt: skip
def test_a_sentence_between_two_paragraphs_of_an_abstract_belongs_to_it(between: str, read: str) -> None:
    assert parts(f"ABSTRAK\n\n{PROSE}\n\n{between}\n\n{PROSE}") == [*HEADED, f"{read}: {between.strip('*')}", BEGINS]


@pytest.mark.parametrize(
    ("first", "read"),
    [
        ("Hal ini ada di sana.", "prose"), ("Hal Ini Ada Di Sana.", "front"), ("**Hal ini ada di sana.**", "front"), ("# Hal ini ada di sana.", "front"), ("Metode", "prose"),
        ("Universitas Contoh", "front"),
    ],
)  # fmt: skip
def test_a_sentence_straight_under_the_heading_belongs_to_its_abstract(first: str, read: str) -> None:
    assert parts(f"ABSTRAK\n\n{first}\n\n{PROSE}") == ["heading: ABSTRAK", f"{read}: {first.strip('*# ')}", BEGINS]


def test_a_line_that_is_not_ended_is_the_first_of_the_text_under_it() -> None:
    low, high = f"kota {words(13)}", words(14)
    assert parts(f"ABSTRAK\n\nPenelitian ini membahas\n\n{low}")[1] == "prose: Penelitian ini membahas"
    assert parts(f"ABSTRAK\n\nPenelitian ini membahas\n\n{high}")[1] == "front: Penelitian ini membahas"
    assert parts(f"ABSTRAK\n\nPENELITIAN INI MEMBAHAS\n\n{low}")[1] == "front: PENELITIAN INI MEMBAHAS"
    lines = "\n".join(["Warga dan kota itu ada di sana ya", "Warga dan kota itu ada di sana ya", "dengan desa yang baik."])
    assert parts(f"ABSTRAK\n\nPada masa lalu warga itu ada\n\n{lines}")[1] == "prose: Pada masa lalu warga itu ada"
    assert parts(f"ABSTRAK\n\nPada masa lalu warga\n\n{lines}")[1] == "front: Pada masa lalu warga"


@pytest.mark.parametrize(
    ("over", "read"),
    [
        (words(24), "front"), (words(25), "tail"), (words(25, ""), "front"), (f"{words(25)}\nUniversitas Contoh", "front"), ("Kota Kembar", "front"),
        ("Kata kunci: kota", "keywords"),
    ],
)  # fmt: skip
def test_running_text_over_the_heading_of_an_abstract_is_none(over: str, read: str) -> None:
    assert [part.partition(":")[0] for part in parts(f"{over}\n\nABSTRAK\n\n{PROSE}")] == [read, "heading", "prose"]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("ABSTRAK", ["heading: ABSTRAK"]), ("Abstrak: kota desa", ["front: Abstrak: kota desa"]), ("Abstrak: kota desa negara", ["heading: Abstrak: kota desa negara", "front: kota desa negara"]),
        ("**Abstrak** kota", ["heading: Abstrak kota", "front: kota"]), ("**Kata kunci** kota", ["keywords: kota"]), ("**Kata kunci**: kota", ["keywords: kota"]),
        ("Kata kunci: kota", ["keywords: kota"]), ("Daftar Pustaka", ["tail: Daftar Pustaka"]), ("Kota", ["front: Kota"]),
        (f"{PROSE} Kata kunci: kota", [BEGINS, "keywords: kota"]), (f"{PROSE} Kata kunci: kota. {PROSE} Kata kunci: desa", [BEGINS, "keywords: desa"]),
    ],
)  # fmt: skip
def test_a_part_is_marked_by_its_first_words(line: str, read: list[str]) -> None:
    assert parts(line) == read


def test_keywords_at_the_end_of_a_paragraph_are_not_very_long() -> None:
    assert [part.partition(":")[0] for part in parts(f"{PROSE} Kata kunci: {'a' * 400}")] == ["prose", "keywords"]
    assert [part.partition(":")[0] for part in parts(f"{PROSE} Kata kunci: {'a' * 401}")] != ["prose", "keywords"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (ID * 3 + EN * 3, 2), (EN * 3 + ID * 3, 2), (ID * 3 + EN + EN * 2 + ID * 3, 1), (ID * 6, 1), (ID * 2 + EN * 3, 1), (ID * 3 + EN * 2, 1),
        (ID * 3 + EN.replace(". ", " ") * 3 + ".", 1), (ID.replace(". ", " ") * 3 + ". " + EN * 3, 1),
    ],
)  # fmt: skip
def test_an_abstract_in_two_languages_is_two(text: str, pieces: int) -> None:
    assert [part.partition(":")[0] for part in parts(f"ABSTRAK\n\n{text}")] == ["heading", *["prose"] * pieces]


def test_lines_of_front_matter_are_told_from_the_text_under_them() -> None:
    text = words(30)
    for front in ("**Kota Kembar**\nSri Wulandari\nUniversitas Contoh", "Universitas Contoh", "**Kota Kembar**"):
        assert parts(f"{front}\n{text}") == ["front: " + front.replace("**", "").replace("\n", " ")[:40], "prose: " + text[:40]]
    for front in ("**Kota Kembar**\ndan desa di Jawa", "Kota Kembar", "kota universitas contoh"):
        assert len(parts(f"{front}\n{text[0].lower() + text[1:]}")) == 1


def kept(page: str) -> tuple[list[str], list[str]]:
    lines, headings = without_preliminaries(unwrap(page))
    return [line.text for line in lines if line.text], [line.text for line in headings]


@pytest.mark.parametrize(
    ("page", "lines", "headings"),
    [
        ("KOTA KEMBAR DI JAWA\nKATA PENGANTAR\nPuji syukur.\nABSTRAK\nDua kota.", ["KOTA KEMBAR DI JAWA", "ABSTRAK", "Dua kota."], ["KATA PENGANTAR"]),
        ("KOTA KEMBAR DI JAWA\nKATA PENGANTAR\nPuji.\nKOTA KEMBAR DI JAWA\nSri", ["KOTA KEMBAR DI JAWA", "KOTA KEMBAR DI JAWA", "Sri"], ["KATA PENGANTAR"]),
        ("KOTA KEMBAR DI JAWA\nKATA PENGANTAR\nPuji.\nKATA PENGANTAR\nSri", ["KOTA KEMBAR DI JAWA"], ["KATA PENGANTAR", "KATA PENGANTAR"]),
        ("KOTA KEMBAR\nKATA PENGANTAR\nPuji.", ["KOTA KEMBAR", "KATA PENGANTAR", "Puji."], []),
        ("KATA PENGANTAR\nPuji.\nABSTRAK\nDua kota.", ["ABSTRAK", "Dua kota."], ["KATA PENGANTAR"]),
        ("Kota ini ada\nBab I ........ 1\nDesa . . . . 2\nNegara …… 3\nJawa ... 4", ["Kota ini ada", "Jawa ... 4"], []),
        ("KOTA KEMBAR DI JAWA\nKATA PENGANTAR Puji syukur atas selesainya tulisan ini semua\nABSTRAK", ["KOTA KEMBAR DI JAWA", "ABSTRAK"], ["KATA PENGANTAR Puji syukur atas selesainya tulisan ini semua"]),
    ],
)  # fmt: skip
def test_the_preliminaries_of_a_thesis_are_passed_over(page: str, lines: list[str], headings: list[str]) -> None:
    assert kept(page) == (lines, headings)
