"""Titles in capitals as they are read: which words stay in capitals, which are small, and what counts as capitals at all."""

from __future__ import annotations

import pytest

from litreview.pages.titlecase import Casing, in_capitals, main_part, mostly_capitals, readable


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("", False),
        ("A", False),
        ("AB", True),
        ("Ab", False),
        ("ABCDe", True),
        ("ABCde", False),
        ("12 AB", True),
        ("ÎLE", True),
        ("A2", False),
    ],
)
def test_four_letters_in_five_make_capitals(text: str, capitals: bool) -> None:
    assert in_capitals(text) is capitals
    assert in_capitals(text * 300) is (capitals or text in ("A", "A2"))


@pytest.mark.parametrize(
    ("text", "mostly"),
    [
        ("UJI DAUN SIRIH kota lama", True), ("UJI DAUN sirih kota", False), ("UJI DAUN kota", False), ("UJI DAUN SIRIH kota", True),
        ("UJI DAUN KOTA aureus lama", True), ("A B C D kota lama", False), ("UJI DAUN 12 13 KOTA lama baru", True),
    ],
)  # fmt: skip
def test_three_words_in_five_make_a_title_in_capitals(text: str, mostly: bool) -> None:
    assert mostly_capitals(text) is mostly


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("DAN KOTA", "Dan Kota"),
        ("KOTA DAN DESA", "Kota dan Desa"),
        ("KOTA: DI DESA", "Kota: Di Desa"),
        ("KOTA? DI DESA", "Kota? Di Desa"),
        ("KOTA. DI DESA", "Kota. Di Desa"),
        ("KOTA “DI DESA”", "Kota “Di Desa”"),
        ("KOTA (DI DESA)", "Kota (Di Desa)"),
        ("KOTA - DI DESA", "Kota - di Desa"),
        ("JUDUL KOTA.COM", "Judul Kota.com"),
        ("JUDUL KOTA.PUSAT DESA", "Judul Kota.Pusat Desa"),
        ("JUDUL KOTA.INFO DESA", "Judul Kota.info Desa"),
        # Roman numerals and what cannot be spoken stay; one letter is a word.
        ("KOTA II DAN XIV", "Kota II dan XIV"),
        ("PT KOTA BNPB", "PT Kota BNPB"),
        ("SISTEM XBZQW DESA", "Sistem XBZQW Desa"),
        ("SISTEM XZQWVB DESA", "Sistem Xzqwvb Desa"),
        ("VITAMIN C PADA KOTA", "Vitamin C pada Kota"),
        # Short forms that the words before them spell.
        ("TES KEBUGARAN JASMANI (TKJ)", "Tes Kebugaran Jasmani (TKJ)"),
        ("UJI KEBUGARAN INDONESIA (UKI)", "Uji Kebugaran Indonesia (UKI)"),
        ("KEBUGARAN ANAK INDONESIA (UKI)", "Kebugaran Anak Indonesia (Uki)"),
        ("UJI KOTA INDONESIA LAMA SEKALI BARU SAJA (UKI)", "Uji Kota Indonesia Lama Sekali Baru Saja (Uki)"),
        ("ANAK USIA (AU)", "Anak Usia (AU)"),
        ("ANAK (A)", "Anak (A)"),
        ("UJI KEBUGARAN INDONESIA (UKI", "Uji Kebugaran Indonesia (Uki"),
        ("UJI KEBUGARAN INDONESIA UKI)", "Uji Kebugaran Indonesia Uki)"),
        ("UJI KOTA ANAK SEHAT INDAH LAMA ELOK OLEH (UKASILEO)", "Uji Kota Anak Sehat Indah Lama Elok oleh (UKASILEO)"),
        ("UJI KOTA ANAK SEHAT INDAH LAMA ELOK OLEH NASI (UKASILEON)", "Uji Kota Anak Sehat Indah Lama Elok oleh Nasi (Ukasileon)"),
        # A species and a word in its own case are left alone, and so is a title that is not in capitals.
        ("UJI DAUN SIRIH PADA Staphylococcus aureus", "Uji Daun Sirih pada Staphylococcus aureus"),
        ("PENGARUH pH TANAH BAGI KOTA", "Pengaruh pH Tanah bagi Kota"),
        ("Kota DIY dan Desa", "Kota DIY dan Desa"),
        ("KOTA KEMBAR (Studi Kasus di Desa Lama)", "Kota Kembar (Studi Kasus di Desa Lama)"),
    ],
)  # fmt: skip
def test_a_title_in_capitals_is_read_in_its_usual_case(printed: str, read: str) -> None:
    assert readable(printed, {}) == read


def test_what_the_page_writes_comes_before_any_rule() -> None:
    assert readable("KOTA DI DIY DAN KITAB", {"diy": "DIY", "di": "DI", "kitab": "KiTab"}) == "Kota DI DIY dan KiTab"


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("kota Kota DIY", {"diy": "DIY"}), ("DIY Diy Diy", {}), ("DIY DIY Diy", {"diy": "DIY"}), ("pH dan JSONField", {"ph": "pH", "jsonfield": "JSONField"}),
        ("Kota KOTA kota Kota", {}), ("A B", {}),
    ],
)  # fmt: skip
def test_running_text_says_how_odd_words_are_written(text: str, forms: dict[str, str]) -> None:
    casing = Casing(text)
    assert dict(casing) == forms
    assert len(casing) == len(forms)


def test_the_main_part_of_a_title_stands_before_its_brackets() -> None:
    assert [main_part(text) for text in ("KOTA (Desa)", "KOTA", "(Desa)", " (Desa)")] == ["KOTA", "KOTA", "(Desa)", " (Desa)"]
