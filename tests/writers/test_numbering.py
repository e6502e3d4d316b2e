"""Headings that number themselves, in our own look and in a file of somebody else's."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import attrs
import pytest
from lxml import etree

from litreview.document.nodes import Document, Heading, Paragraph, Reference, Text
from litreview.writers import Options, Template, named
from litreview.writers.docx.package.numbering import Scheme, roman, scheme
from tests.writers.sample import chapter
from tests.writers.test_citations import W
from tests.writers.university import MARKER, changed, paragraph, thesis

DOCX = named("docx")
NAMES = {"w": W[1:-1]}


def document(*numbers: tuple[int, str | None]) -> Document:
    return Document("", "id", tuple(Heading(level, (Text(f"h{n}"),), f"h{n}", number) for n, (level, number) in enumerate(numbers)))


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        (((1, "BAB II"), (2, "2.1"), (3, "2.1.1"), (3, "2.1.2"), (2, "2.2"), (2, None)), Scheme("BAB ", True, 2)),
        (((1, "Chapter 3"), (2, "3.1"), (1, None)), Scheme("Chapter ", False, 3)),
        (((1, "4"), (2, "4.1")), Scheme("", False, 4)),
        (((1, "BAB I"), (2, "1.1"), (1, "BAB II"), (2, "2.1")), Scheme("BAB ", True, 1)),
        (((1, "BAB II"), (2, "2.2")), None),
        (((1, "BAB II"), (3, "2.0.1")), None),
        (((1, "BAB II"), (1, "BAB IV")), None),
        (((2, "2.1"),), None),
        (((1, "Bagian satu"), (2, "1.1")), None),
        (((1, "BAB IIII"),), None),
        (((1, None), (2, None)), None),
        ((), None),
    ],
)
def test_numbers_are_counted_only_where_counting_gives_them(numbers: tuple[tuple[int, str | None], ...], wanted: Scheme | None) -> None:
    assert scheme(document(*numbers)) == wanted


def test_roman_numerals() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 89)] == ["I", "IV", "IX", "XIV", "XL", "LXXXIX"]


def parts(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}


def shown(found: dict[str, Any]) -> list[str]:
    """The headings as Word counts and shows them."""
    styles = {s.get(f"{W}styleId"): s for s in found["word/styles.xml"].iter(f"{W}style")}
    numbering = found.get("word/numbering.xml")
    counts: dict[tuple[str, int], int] = {}
    headings: list[str] = []
    for p in found["word/document.xml"].iter(f"{W}p"):
        name = p.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMES)
        if not re.fullmatch(r"(Heading|Judul)\w*", name):
            continue
        own = p.find(f"{W}pPr/{W}numPr")
        numbers = own if own is not None else styles[name].find(f"{W}pPr/{W}numPr")
        text = "".join(
            "\n" if e.tag == f"{W}br" else "\t" if e.tag == f"{W}tab" else e.text or "" for e in p.iter(f"{W}t", f"{W}br", f"{W}tab")
        )
        number = numbers.xpath("string(w:numId/@w:val)", namespaces=NAMES) if numbers is not None else "0"
        if number == "0":
            headings.append(text)
            continue
        level = int(numbers.xpath("string(w:ilvl/@w:val)", namespaces=NAMES) or 0)
        abstract = numbering.xpath(f"string(//w:num[@w:numId='{number}']/w:abstractNumId/@w:val)", namespaces=NAMES)
        levels = numbering.xpath(f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl", namespaces=NAMES)
        starts = [int(one.xpath("string(w:start/@w:val)", namespaces=NAMES)) for one in levels]
        for deeper in range(level + 1, len(levels)):
            counts.pop((abstract, deeper), None)
        counts[abstract, level] = counts.get((abstract, level), starts[level] - 1) + 1
        form = levels[level].xpath("string(w:lvlText/@w:val)", namespaces=NAMES)
        for place, start in enumerate(starts):
            form = form.replace(f"%{place + 1}", str(counts.get((abstract, place), start)))
        headings.append(f"{form}|{text}")
    return headings


def test_the_numbers_of_our_own_look_come_from_the_styles() -> None:
    assert shown(parts(DOCX.write(chapter("id")))) == [
        "|BAB\u00a0II\nTinjauan Pustaka",
        "2.1|Pengantar",
        "2.2|Penelitian Terdahulu",
        "2.2.1|Kerangka dan konsep",
        "Daftar Pustaka",
    ]
    assert shown(parts(DOCX.write(chapter("en"), Options(layout="neutral"))))[:2] == ["Chapter\u00a02|Literature Review", "2.1|Scope"]


def test_a_reference_to_a_heading_follows_its_number() -> None:
    body = (*chapter("id").blocks, Paragraph((Reference("chapter", (Text("BAB II"),)),), "p"))
    root = parts(DOCX.write(attrs.evolve(chapter("id"), blocks=body)))["word/document.xml"]
    codes = [str(code.text) for code in root.iter(f"{W}instrText") if " REF " in str(code.text)]
    assert [" \\r " in code for code in codes] == [False, True, False, False], "only 2.2.1 is a number that the list shows"


def test_numbers_that_do_not_count_stay_text() -> None:
    odd = document((1, "BAB II"), (2, "2.7"))
    assert shown(parts(DOCX.write(odd))) == ["BAB\u00a0II\nh0", "2.7\th1"]


def test_a_file_without_numbering_gets_a_list_for_the_new_headings_only() -> None:
    found = parts(DOCX.write(chapter("id"), Options(template=Template(thesis(numbered=False)))))
    assert shown(found) == [
        "Pendahuluan",
        "|BAB\u00a0II\nTinjauan Pustaka",
        "2.1|Pengantar",
        "2.2|Penelitian Terdahulu",
        "2.2.1|Kerangka dan konsep",
        "Daftar Pustaka",
        "Metodologi Riset",
    ]


def test_a_file_that_numbers_its_headings_goes_on_counting() -> None:
    found = shown(parts(DOCX.write(chapter("id"), Options(template=Template(thesis())))))
    assert [line.split("|")[0] for line in found if "Tinjauan" in line or "Pengantar" in line or "Metodologi" in line] == [
        "BAB 2",
        "2.1",
        "BAB 3",
    ]
    assert "Daftar Pustaka" in found


def test_headings_that_name_their_list_themselves_are_joined() -> None:
    own = paragraph("Awal", "Judul1").replace(
        '<w:pStyle w:val="Judul1"/>', '<w:pStyle w:val="Judul1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    )
    second = paragraph("Latar", "Judul2").replace(
        '<w:pStyle w:val="Judul2"/>', '<w:pStyle w:val="Judul2"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    )
    found = shown(parts(DOCX.write(chapter("id"), Options(template=Template(thesis(own + second + paragraph(MARKER), numbered=False))))))
    assert [line for line in found if line.split("|")[-1] in ("Awal", "Latar", "Tinjauan Pustaka", "Pengantar")] == [
        "BAB 1|Awal",
        "1.1|Latar",
        "BAB 2|Tinjauan Pustaka",
        "2.1|Pengantar",
    ]


@pytest.mark.parametrize(
    ("names", "how"),
    [(("Judul 1", "Judul 2", "Keterangan"), "localised"), (("Überschrift 1", "Überschrift2", "Beschriftung"), "localised")],
)
def test_styles_by_the_names_that_other_programs_store(names: tuple[str, ...], how: str) -> None:
    from litreview.writers.docx import examine

    with zipfile.ZipFile(io.BytesIO(thesis(numbered=False))) as archive:
        styles = archive.read("word/styles.xml").decode()
    for old, new in zip(("heading 1", "heading 2", "caption"), names, strict=True):
        styles = styles.replace(f'w:name w:val="{old}"', f'w:name w:val="{new}"')
    styles = styles.replace('w:styleId="Judul1"', 'w:styleId="P1"').replace('w:styleId="Keterangan"', 'w:styleId="P9"')
    report, _ = examine(Template(changed(thesis(numbered=False), {"word/styles.xml": styles.encode()})))
    found = {one.role: (one.name, one.how) for one in report.styles}
    assert [found[role] for role in ("heading 1", "heading 2", "caption")] == [(name, how) for name in names]
