"""Titles and names in the forms title pages give them."""

from __future__ import annotations

import pytest

from litreview.pages import parse_page

BODY = "\n\nABSTRAK\n\nPenelitian ini membahas kerja sama kota kembar dan desa dengan hasil yang baik bagi semua warga di sana.\n"


@pytest.mark.parametrize(
    ("front", "title", "authors"),
    [
        ("Kota Kembar dan Desa\n\nSri Wulandari", "Kota Kembar dan Desa", ["Sri Wulandari"]),
        ("Kota Kembar dan Desa\nSri Wulandari\nNIM 2017330045", "Kota Kembar dan Desa", ["Sri Wulandari"]),
        ("KOTA KEMBAR DAN DESA\n\nOLEH:\n\nSRI WULANDARI, S.IP.", "Kota Kembar dan Desa", ["Sri Wulandari"]),
        ("**Kota Kembar\ndan Desa**\n\n**Sri Wulandari**", "Kota Kembar dan Desa", ["Sri Wulandari"]),
        ("# **KOTA KEMBAR\nDAN DESA**\n\nSri Wulandari", "Kota Kembar dan Desa", ["Sri Wulandari"]),
        ("DIPLOMASI BUDAYA JEPANG\n\nMELALUI ANIME\n\nSRI WULANDARI", "Diplomasi Budaya Jepang melalui Anime", ["Sri Wulandari"]),
        ("Judul: Kota Kembar\ndan Desa\nPenulis: Sri Wulandari dan Budi Santoso", "Kota Kembar dan Desa", ["Sri Wulandari", "Budi Santoso"]),
        ("Nama\t: Sri Wulandari\nJudul Skripsi\t: Kota Kembar", "Kota Kembar", ["Sri Wulandari"]),
        ("Nama: Sukarno\nJudul: Kota Kembar", "Kota Kembar", ["Sukarno"]),
        ("SRI WULANDARI. Kota Kembar. (Dibimbing oleh Budi Santoso dan Lee Min)", "Kota Kembar", ["Sri Wulandari"]),
        ("Sri Wulandari, 2021. Kota Kembar. Skripsi. Universitas Contoh.", "Kota Kembar", ["Sri Wulandari"]),
        ("Kota Kembar dan Desa\n\nSri Wulandari¹ & Budi Santoso²", "Kota Kembar dan Desa", ["Sri Wulandari", "Budi Santoso"]),
        ("KOTA KEMBAR DI ASIA II: UMKM", "Kota Kembar di Asia II: UMKM", []),
        ("Universitas Contoh\n\nKota Kembar dan Desa (Studi Kasus Ambon)\n\nI Gusti Ngurah Rai", "Kota Kembar dan Desa (Studi Kasus Ambon)", ["I Gusti Ngurah Rai"]),
    ],
)  # fmt: skip
def test_title_and_authors(front: str, title: str, authors: list[str]) -> None:
    study = parse_page(front + BODY).study
    assert list(study.title.values()) == [title]
    assert [name.text() for name in study.author] == authors
    assert len(study.abstract) == 1


def test_supervisors_are_no_authors() -> None:
    study = parse_page("SRI WULANDARI. Kota Kembar. (Dibimbing oleh Budi Santoso dan Lee Min)" + BODY).study
    assert [value for name, value in study.extra if name == "page.supervisor"] == ["Budi Santoso", "Lee Min"]


def test_what_only_its_looks_speak_for_is_to_be_checked() -> None:
    assert parse_page("Kota Kembar dan Desa\n\nSri Wulandari" + BODY).doubtful == ("author",)
    assert parse_page("Judul: Kota Kembar\nNama: Sri Wulandari" + BODY).doubtful == ()


@pytest.mark.parametrize(
    "text", ["Oleh karena itu,\npenelitian ini membahas kota dan desa di pesisir bagi semua warga yang tinggal di sana."]
)
def test_a_line_of_running_text_is_no_front_matter(text: str) -> None:
    study = parse_page("ABSTRAK\n\n" + text).study
    assert study.abstract["id"] == " ".join(text.split())
    assert not study.author


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Kota itu tumbuh. KOTA lain tidak, dan kota ketiga kota tua", "Kota"),
        ("Kota itu tumbuh bersama KOTA lain dan KOTA ketiga menurut KOTA", "KOTA"),
    ],
)
def test_a_title_in_capitals_writes_a_word_as_the_text_does_most_often(written: str, printed: str) -> None:
    text = f"PERAN PELABUHAN BAGI KOTA PESISIR\n\nOleh: Ratna Kusumawardhani\n\nABSTRAK\n\nPenelitian ini membahas pelabuhan. {written}."
    assert parse_page(text).study.title["id"] == f"Peran Pelabuhan bagi {printed} Pesisir"
