"""Front matter put together from the ways in which journals and theses print each of its parts: whatever stands beside what, each is read."""

from __future__ import annotations

import random

import pytest

from litreview.pages import read_page
from litreview.record import Study

MASTHEADS = (
    ("Jurnal Kota Contoh Vol. 3, No. 2, Juli 2019", {"container-title": "Jurnal Kota Contoh", "volume": "3", "issue": "2", "year": "2019"}),
    (
        "Jurnal Kota Contoh\nVolume 12 Nomor 1 (2021) 44-58\nISSN 1234-5679 (print)",
        {"container-title": "Jurnal Kota Contoh", "volume": "12", "issue": "1", "year": "2021", "page": "44-58"},
    ),
    (
        "JURNAL KOTA CONTOH, 7(2), 2020, pp. 101-115\nDOI: 10.1234/jkc.v7i2.55",
        {"volume": "7", "issue": "2", "year": "2020", "page": "101-115", "DOI": "10.1234/jkc.v7i2.55"},
    ),
    (
        "Journal of Example Cities, Volume 5 Issue 4, 2018",
        {"container-title": "Journal of Example Cities", "volume": "5", "issue": "4", "year": "2018"},
    ),
    (
        "e-ISSN: 2345-6789\nJurnal Kota Contoh, Vol 9 No 3 Tahun 2022, hlm. 12 - 20",
        {"volume": "9", "issue": "3", "year": "2022", "page": "12-20"},
    ),
    ("Vol. 4 No. 1 (2017): Jurnal Kota Contoh", {"volume": "4", "issue": "1", "year": "2017"}),
    (
        "JKC 6 (1) (2023): 1-14\nJurnal Kota Contoh\nhttps://jurnal.example.org/jkc",
        {"volume": "6", "issue": "1", "year": "2023", "page": "1-14"},
    ),
    (
        "Received: 2 Mei 2020; Accepted: 3 Juni 2020\nJurnal Kota Contoh, Vol. 8, No. 1, Juni 2020",
        {"volume": "8", "issue": "1", "year": "2020"},
    ),
    ("", {}),
)
TITLES = (
    ("KERJA SAMA DUA KOTA PESISIR\nDALAM PENGELOLAAN SAMPAH LAUT", "kerja sama dua kota pesisir dalam pengelolaan sampah laut"),
    ("Kerja Sama Dua Kota Pesisir dalam Pengelolaan Sampah Laut", "kerja sama dua kota pesisir dalam pengelolaan sampah laut"),
    ("# Kerja Sama Dua Kota Pesisir: Studi tentang Sampah Laut", "kerja sama dua kota pesisir: studi tentang sampah laut"),
    ("**Kerja Sama Dua Kota Pesisir dalam Pengelolaan\nSampah Laut**", "kerja sama dua kota pesisir dalam pengelolaan sampah laut"),
)
PEOPLE = ["Sri Wulandari", "Budi Santoso", "Ratna Dewi"]
AUTHORS = (
    ("Sri Wulandari1, Budi Santoso2, Ratna Dewi3", PEOPLE),
    ("Sri Wulandari 1), Budi Santoso 2), dan Ratna Dewi 3)", PEOPLE),
    ("1Sri Wulandari, 2Budi Santoso, 3Ratna Dewi", PEOPLE),
    ("Sri Wulandari^1,2^, Budi Santoso^2^, Ratna Dewi^1*^", PEOPLE),
    ("Sri Wulandari*, Budi Santoso**, Ratna Dewi***", PEOPLE),
    ("Sri Wulandari, Budi Santoso, & Ratna Dewi", PEOPLE),
    ("Oleh: Sri Wulandari, Budi Santoso dan Ratna Dewi", PEOPLE),
    ("Dr. Sri Wulandari, M.Si.1, Budi Santoso, S.IP., M.A.2, Ratna Dewi3", PEOPLE),
    ("SRI WULANDARI1, BUDI SANTOSO2, RATNA DEWI3", PEOPLE),
    ("Sri Wulandari¹, Budi Santoso², Ratna Dewi³", PEOPLE),
    ("Sri Wulandari (1)\nBudi Santoso (2)\nRatna Dewi (3)", PEOPLE),
    ("Sri Wulandari", PEOPLE[:1]),
    ("Sri Wulandari1, Budi Santoso2,\nRatna Dewi3", PEOPLE),
    ("Sri Wulandari1*), Budi Santoso2)\ndan Ratna Dewi3)", PEOPLE),
    ("Sri Wulandari, Budi Santoso,\nRatna Dewi", PEOPLE),
    ("Sri Wulandari a*, Budi Santoso b, Ratna Dewi a", PEOPLE),
    ("Wulandari, Sri; Santoso, Budi; Dewi, Ratna", PEOPLE),
    ("Penulis: Sri Wulandari; Budi Santoso; Ratna Dewi", PEOPLE),
)
PLACES = (
    "1,2,3Program Studi Ilmu Pemerintahan, Universitas Contoh",
    "1Fakultas Hukum, Universitas Contoh\n2Universitas Misal, Bandung, Indonesia",
    "Universitas Contoh\nEmail: sri@example.org",
    "Program Studi Hubungan Internasional Fakultas Ilmu Sosial Universitas Contoh, Jl. Mawar No. 3, Bandung",
)
BODY = (
    "Penelitian ini membahas bagaimana dua kota pesisir bekerja sama dalam pengelolaan sampah laut. Data dikumpulkan melalui wawancara "
    "dengan dua belas pejabat kota. Hasilnya menunjukkan bahwa kerja sama itu bergantung pada anggaran."
)
HEADS = ("Abstrak\n\n", "ABSTRAK\n", "Abstrak: ", "Abstrak— ", "**Abstrak**\n\n", "INTISARI\n\n")
KEYWORDS = (
    ("Kata kunci: kota pesisir; sampah laut; anggaran", ("kota pesisir", "sampah laut", "anggaran")),
    ("Kata Kunci : kota pesisir, sampah laut, anggaran.", ("kota pesisir", "sampah laut", "anggaran")),
    ("**Kata kunci**: kota pesisir, sampah laut, anggaran", ("kota pesisir", "sampah laut", "anggaran")),
    ("Keywords: kota pesisir; sampah laut; anggaran", ("kota pesisir", "sampah laut", "anggaran")),
)
COVERS = (
    ("{title}\n\nSKRIPSI\n\nOleh:\n{name}\nNIM. 2016330045\n\n{place}\n{town}\n{year}", "skripsi"),
    ("{title}\n\nSkripsi\n\nDisusun oleh\n{name}\n2016330045\n\n{place}\n{year}", "skripsi"),
    ("Judul : {title}\nNama : {name}\nNIM : 2016330045\nPembimbing : Dr. Budi Santoso, M.Si.\nTahun : {year}\n{place}\nSkripsi", "skripsi"),
    ("**{title}**\n\nTesis\n\n{name}\nNPM 2016330045\n\n{place}\n{year}", "tesis"),
    ("{name}. NIM. 2016330045. {title}. Skripsi. {place}, {year}.", "skripsi"),
    ("{name} (2016330045)\n{title}\nSkripsi, {place}, {year}", "skripsi"),
    (
        "{title}\n\nOleh\n\n{name}\n\nPembimbing I: Dr. Budi Santoso, M.Si.\nPembimbing II: Ratna Dewi, S.IP., M.A.\n\n{place}\n\nSkripsi {year}",
        "skripsi",
    ),
)
CALLED = ("KERJA SAMA DUA KOTA PESISIR DALAM PENGELOLAAN SAMPAH LAUT", "Kerja Sama Dua Kota Pesisir dalam Pengelolaan Sampah Laut")
BY = ("Sri Wulandari", "SRI WULANDARI")
AT = ("Universitas Contoh", "Fakultas Ilmu Sosial Universitas Contoh", "Program Studi Hubungan Internasional\nUniversitas Contoh")
PAGES = 200


def theses() -> list[tuple[str, dict[str, object]]]:
    """As many pages of theses."""
    lot = random.Random(8)
    made = []
    for _ in range(PAGES // 2):
        cover, genre = lot.choice(COVERS)
        year, (keywords, listed) = str(lot.randrange(2001, 2026)), lot.choice(KEYWORDS)
        at = lot.choice(AT if "\n{place}" in cover else AT[:2])
        front = cover.format(title=lot.choice(CALLED), name=lot.choice(BY), place=at, town="BANDUNG", year=year)
        text = f"{front}\n\n{lot.choice(HEADS)}{BODY}\n\n{keywords}"
        stated = {"title": TITLES[0][1], "authors": PEOPLE[:1], "keywords": listed, "year": year, "publisher": "Universitas Contoh"}
        made.append((text, {**stated, "genre": genre}))
    return made


def pages() -> list[tuple[str, dict[str, object]]]:
    """So many pages, each of parts drawn by lot, the same in every run, with what they state."""
    lot = random.Random(7)
    made = []
    for _ in range(PAGES):
        (masthead, stated), (title, said), (authors, names) = lot.choice(MASTHEADS), lot.choice(TITLES), lot.choice(AUTHORS)
        keywords, listed = lot.choice(KEYWORDS)
        text = "\n\n".join(part for part in (masthead, title, authors, lot.choice(PLACES), lot.choice(HEADS) + BODY, keywords) if part)
        made.append((text, {**stated, "title": said, "authors": names, "keywords": listed}))
    return made


def read(study: Study, names: set[str]) -> dict[str, object]:
    """What a record says of the things named."""
    issued = study.issued
    found: dict[str, object] = {
        "title": study.title.get("id", "").casefold(),
        "authors": [name.text() for name in study.author],
        "keywords": study.keywords.get("id", ()),
        "genre": study.genre.get("id", "").casefold(),
        "year": str(issued.start.year) if issued is not None and issued.start is not None else None,
    }
    return {name: found[name] if name in found else study.text(name) for name in names}


@pytest.mark.parametrize(("text", "stated"), [*pages(), *theses()])
def test_each_part_is_read_whatever_stands_beside_it(text: str, stated: dict[str, object]) -> None:
    study, _ = read_page(text)
    assert read(study, set(stated)) == stated
    assert study.abstract["id"] == BODY
