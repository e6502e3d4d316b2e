"""Marks of Markdown and HTML: which are taken out of a page, which are text, and where each character stands."""

from __future__ import annotations

import pytest

from litreview.pages.joining import join_lines, join_text, squeeze, whole_words
from litreview.pages.offsets import Flat
from litreview.pages.unwrap import unwrap


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("kota\n\ndesa", ["kota", "", "desa"]),
        ("a\r\nb\rc\u2028d\fe", ["a", "b", "c", "d", "e"]),
        ("  kota\t", ["kota"]),
        ("> > kota", ["kota"]),
        ("---\n***\n===\n| --- | --- |\n--", ["", "", "", "", "--"]),
        ("| Judul | Kota |", ["Judul \t Kota"]),
        ("Judul | Kota", ["Judul | Kota"]),
        ("*kota* dan **desa** dan ***negara***", ["kota dan desa dan negara"]),
        ("**kota *besar** kecil*", ["kota besar kecil"]),
        ("_kota_ kota_desa_kota __desa__", ["kota kota_desa_kota desa"]),
        ("2 * 3 * 4 dan 2*3*4", ["2 * 3 * 4 dan 2*3*4"]),
        ("**kota** ** dan desa", ["kota ** dan desa"]),
        ("dan *kota * desa", ["dan *kota * desa"]),
        ("*kota\n\ndesa*", ["kota", "", "desa"]),
        ("*kota\n\ndesa", ["*kota", "", "desa"]),
        ("kota\n\ndesa*", ["kota", "", "desa*"]),
        ("\\*kota\\* \\[1\\]", ["*kota* [1]"]),
        ("&amp; &lt; &#65; &#x42; &nichts; &copy", ["& < A B &nichts; &copy"]),
        ("<b>kota</b><br>desa<br/>x <kota>", ["kota desa x <kota>"]),
        ("a<!-- b -->c", ["ac"]),
        ("[kota](https://contoh.example/a) [desa](x) ![p](/a.png)", ["kota [desa](x) p"]),
        ("x^1,2^ y^kota^", ["x1,2 y^kota^"]),
        ("ko\u00adta\u200b \ufeffdesa", ["kota desa"]),
        ("kota\u00a0desa", ["kota desa"]),
        ("####### kota", ["####### kota"]),
        ("#kota", ["#kota"]),
        ("-" * 200, [""]),
        ("-" * 201, ["-" * 201]),
    ],
)  # fmt: skip
def test_the_lines_of_a_page_without_their_marks(page: str, lines: list[str]) -> None:
    assert [line.text for line in unwrap(page)] == lines


@pytest.mark.parametrize(
    ("page", "looks"),
    [
        # (text, heading, wholly bold, characters that are bold at its beginning)
        ("# Kota", [("Kota", True, False, 0)]),
        ("## Kota ##", [("Kota", True, False, 0)]),
        ("# **Kota\nkembar**\ndesa", [("Kota", True, True, 0), ("kembar", True, True, 0), ("desa", False, False, 0)]),
        ("# **Kota**\ndesa", [("Kota", True, True, 0), ("desa", False, False, 0)]),
        ("**Kota**", [("Kota", False, True, 0)]),
        ("*Kota*", [("Kota", False, False, 0)]),
        ("***Kota***", [("Kota", False, True, 0)]),
        ("**Kota** desa", [("Kota desa", False, False, 4)]),
        ("desa **Kota**", [("desa Kota", False, False, 0)]),
        ("**Kota\ndesa** lama", [("Kota", False, True, 0), ("desa lama", False, False, 4)]),
        ("kota\n# desa\nnegara", [("kota", False, False, 0), ("desa", True, False, 0), ("negara", False, False, 0)]),
    ],
)  # fmt: skip
def test_how_a_line_is_printed(page: str, looks: list[tuple[str, bool, bool, int]]) -> None:
    assert [(line.text, line.heading, line.strong, line.lead) for line in unwrap(page)] == looks
    assert [line.number for line in unwrap(page)] == [*range(1, len(looks) + 1)]


@pytest.mark.parametrize(
    ("page", "stands"),
    [
        ("a &amp; b", ["a", " ", "&amp;", " ", "b"]),
        ("**a** \\*", ["a", " ", "\\*"]),
        ("<b>a</b>b", ["a", "b"]),
        ("a<br>b", ["a", "<br>", "b"]),
        ("*a\n\nb*", ["a", "b"]),
        ("|a|b|", ["a", "|", "b"]),
    ],
)  # fmt: skip
def test_every_character_knows_its_place(page: str, stands: list[str]) -> None:
    assert [page[start:end] for line in unwrap(page) for start, end in zip(line.flat.starts, line.flat.ends, strict=True)] == stands


@pytest.mark.parametrize(
    ("page", "joined"),
    [
        ("kota\ndesa", "kota desa"), ("kota   besar\n desa", "kota besar desa"), ("pem-\nbangunan", "pembangunan"), ("negara-\nnegara", "negara-negara"),
        ("ASIA-\nPASIFIK", "ASIA-PASIFIK"), ("kota -\ndesa", "kota - desa"), ("kota-\n2019", "kota- 2019"), ("kota-\n(desa", "kota- (desa"),
        ("sayur-\nmayur", "sayur-mayur"), ("bolak-\nbalik", "bolakbalik"), ("berlari-\nlari", "berlari-lari"), ("kota-\nkotaan", "kota-kotaan"),
        ("pem\u2010\nbangunan", "pembangunan"), ("kota-", "kota-"), ("kota\n\ndesa", "kota desa"), ("non-\nformal", "non-formal"),
    ],
)  # fmt: skip
def test_lines_are_joined_to_a_text(page: str, joined: str) -> None:
    lines = [line for line in unwrap(page) if line.text]
    assert join_text(lines) == joined
    flat = join_lines([line.flat for line in lines])
    assert flat.text == joined
    for character, start, end in zip(flat.text, flat.starts, flat.ends, strict=True):
        assert page[start:end] == character or (character == " " and not page[start:end].strip())


def test_a_hyphen_stays_between_words_that_the_page_has_apart() -> None:
    lines = unwrap("kota dan sumber\nsumber-\nkota\nkem-\nbar")
    words = whole_words(lines)
    assert {"kota", "dan", "sumber"} <= words
    assert not {"kem", "bar"} & words
    assert join_text(lines[1:3], words) == "sumber-kota"
    assert join_text(lines[1:3], words | {"sumberkota"}) == "sumberkota"
    assert join_text(lines[3:], words) == "kembar"
    assert whole_words(lines[:1]) == frozenset()


def test_a_text_says_where_a_stretch_of_it_stands() -> None:
    flat = Flat.join([Flat.cut("kota desa", 0, 4), Flat.cut("kota desa", 5, 9)], "; ")
    assert (flat.text, flat.place(0, 4), flat.place(4, 6), flat.place(6, 10)) == ("kota; desa", (0, 4), (4, 5), (5, 9))
    assert (len(flat), flat[6:].text, flat[6:].place(0, 1)) == (10, "desa", (5, 6))
    for start, end in ((-1, 2), (2, 2), (3, 2), (0, 11)):
        with pytest.raises(IndexError):
            flat.place(start, end)


def test_white_space_is_made_one_space_that_stands_for_all_of_it() -> None:
    flat = squeeze(Flat.cut("a  b \t c", 0, 8))
    assert (flat.text, flat.place(1, 2), flat.place(3, 4), flat.place(4, 5)) == ("a b c", (1, 3), (4, 7), (7, 8))
    assert Flat.cut("  a ", 0, 4).strip().place(0, 1) == (2, 3)
    assert Flat.cut(" - ", 0, 3).strip(" -").text == ""
