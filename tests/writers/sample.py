"""A chapter of our own invention in which every kind of node occurs: what the tests of all outputs print."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

import attrs

from litreview.document.nodes import (
    Cell,
    Cite,
    Cited,
    CiteItem,
    Display,
    Document,
    Entry,
    Figure,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Quoted,
    Reference,
    References,
    Sentence,
    Styled,
    Table,
    Text,
)
from litreview.document.walk import rebuild_document
from litreview.document.works import Json, frozen_item

WORDS = {
    "id": ("BAB II", "Tinjauan Pustaka", "Pengantar", "Penelitian Terdahulu", "Kerangka dan konsep", "Daftar Pustaka", "Tabel", "Lanjutan"),
    "en": ("Chapter 2", "Literature Review", "Scope", "Previous Studies", "Frameworks and concepts", "References", "Table", "Continued"),
}
HEADER = {
    "id": ("No", "Peneliti, tahun, judul", "Metode", "Teori", "Hasil", "Persamaan", "Perbedaan"),
    "en": ("No", "Author, year, title", "Method", "Framework", "Findings", "Similarity", "Difference"),
}
WORKS = (
    ("hartono2019", "Hartono", "Dwi", 2019, "Pengelolaan pelabuhan rakyat di pesisir utara Jawa", "Jurnal Tata Kelola Pesisir"),
    ("müller2017", "Müller", "Änne", 2017, "Harbour partnerships between small islands & the mainland", "Island Studies Quarterly"),
    ("lestari2021a", "Lestari", "Putri", 2021, "Kemitraan pasar ikan antarkabupaten", "Jurnal Ekonomi Daerah"),
    ("lestari2021b", "Lestari", "Putri", 2021, "Persepsi nelayan tentang koperasi", "Jurnal Ekonomi Daerah"),
    ("okafor2020", "Okafor", "Chidi", 2020, "Twinning coastal towns: who decides?", "Regional Governance Review"),
)
DOI = "https://doi.org/10.1234/sample.{}"


def _text(*pieces: str) -> Inlines:
    return tuple(Text(piece) for piece in pieces)


def source(key: str) -> Mapping[str, Json]:
    """The item of one work."""
    family, given, year, title, journal = next(work[1:] for work in WORKS if work[0] == key)
    return frozen_item(
        {
            "id": key,
            "type": "article-journal",
            "title": title,
            "author": [{"family": family, "given": given}],
            "issued": {"date-parts": [[year]]},
            "container-title": journal,
            "volume": "12",
            "issue": "3",
            "page": "101–118",
            "DOI": f"10.1234/sample.{key}",
            "abstract": "Not for the field.",
        }
    )


def year(key: str) -> str:
    """The year as it is cited, with its letter."""
    return "".join(filter(str.isdigit, key)) + (key[-1] if not key[-1].isdigit() else "")


def family(key: str) -> str:
    """The family name of the author."""
    return next(work[1] for work in WORKS if work[0] == key)


def parenthetical(*keys: str, locator: str | None = None) -> Cite:
    """``(Hartono, 2019, hlm. 4; Müller, 2017)`` with its parts set apart."""
    children: list[Inline] = [Text("(")]
    for number, key in enumerate(keys):
        place = f", hlm. {locator}" if locator and number == 0 else ""
        children += [Text("; ")] if number else []
        children.append(Cited(key, (Text(f"{family(key)}, {year(key)}{place}"),)))
    items = tuple(CiteItem(key, locator if n == 0 else None, "page" if locator and n == 0 else None) for n, key in enumerate(keys))
    return Cite(items, "parenthetical", (*children, Text(")")))


def narrative(key: str) -> Cite:
    """``Hartono (2019)``, without parts of its own."""
    return Cite((CiteItem(key),), "narrative", (Text(f"{family(key)} ({year(key)})"),))


def entry(key: str) -> Entry:
    """A bibliography entry in the manner of APA."""
    name, given, _, title, journal = next(work[1:] for work in WORKS if work[0] == key)
    address = DOI.format(key)
    title_node: Inline = Foreign("en", (Text(title),)) if key in ("müller2017", "okafor2020") else Text(title)
    return Entry(
        key,
        (
            Text(f"{name}, {given[0]}. ({year(key)}). "),
            title_node,
            Text(". "),
            Styled("italic", (Text(f"{journal}, 12"),)),
            Text("(3), 101–118. "),
            Link(address, (Text(address),)),
        ),
    )


def _cell(*paragraphs: Inlines | str) -> Cell:
    return Cell(tuple(_text(p) if isinstance(p, str) else p for p in paragraphs))


def previous_studies(language: str, landscape: bool = False) -> Table:
    """The seven-column table of previous studies."""
    label = WORDS[language][6]
    empty = {"id": "tidak disebutkan", "en": "not stated"}[language]
    unfilled = {"id": "belum diisi", "en": "not filled in"}[language]
    results = (
        "Retribusi dikelola bersama; ketidakmerataan pendapatan antarpelabuhan menurun.",
        "Joint harbour fees lowered the cost of freight, but only on two of the five islands.",
        "Pedagang memperoleh harga yang lebih stabil. Pembagian lapak masih diperdebatkan.",
        "Kepercayaan bergantung pada pengurus, bukan pada besarnya simpanan.",
        "Decisions stay with the mayors; councils are informed afterwards.",
    )
    methods = ("Kualitatif; wawancara", "Comparative case study", "Survei 212 pedagang", empty, "Kualitatif deskriptif; dokumen")
    theories = ("Tata kelola kolaboratif", "Paradiplomacy", empty, "Modal sosial", "Multilevel governance")
    rows = tuple(
        (
            _cell(str(n + 1)),
            _cell((narrative(key),), (Styled("italic", _text(WORKS[n][4])),)),
            _cell(methods[n]),
            _cell(theories[n]),
            _cell(results[n]),
            _cell(unfilled),
            _cell(unfilled),
        )
        for n, key in enumerate(work[0] for work in WORKS)
    )
    number = "2.2" if landscape else "2.1"
    return Table(
        f"table/previous{'/wide' if landscape else ''}",
        label,
        number,
        _text({"id": "Penelitian terdahulu", "en": "Previous studies"}[language]),
        tuple(_cell(name) for name in HEADER[language]),
        rows,
        (0.05, 0.22, 0.14, 0.14, 0.21, 0.12, 0.12),
        landscape,
        {"id": "Satu baris untuk tiap studi.", "en": "One row for each study."}[language],
    )


def too_wide(document: Document) -> Document:
    """The same with wide tables that fit no upright page: each word of their header is a long one."""
    return attrs.evolve(document, blocks=tuple(_too_wide(b) if isinstance(b, Table) and b.landscape else b for b in document.blocks))


def _too_wide(table: Table) -> Table:
    return attrs.evolve(table, header=tuple(_cell(f"pertanggungjawaban{n}") for n in range(len(table.header))))


def png(width: int = 4, height: int = 3, shade: int = 128) -> bytes:
    """A whole PNG file of one grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([shade]) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def years(language: str) -> Figure:
    """A figure."""
    label, words = {"id": ("Gambar", "Studi menurut tahun terbit"), "en": ("Figure", "Studies by year of publication")}[language]
    return Figure("figure/years", label, "2.1", _text(words), png(), 14.0, 10.5, '2017: 1; 2019: 1; 2020: 1; 2021: 2 <&">')


def chapter(language: str = "id") -> Document:
    """The whole chapter."""
    number, title, scope, previous, frameworks, listed, label, _ = WORDS[language]
    other = "en" if language == "id" else "id"
    introduction = {
        "id": "Bab ini meninjau lima studi tentang kemitraan kota pelabuhan. Dua di antaranya berbahasa Inggris dan tiga berbahasa "
        "Indonesia; yang dibaca hanya abstraknya.",
        "en": "This chapter reviews five studies of partnerships between harbour towns. Two of them are in English and three in "
        "Indonesian; only their abstracts were read.",
    }[language]
    agree = {"id": " menemukan bahwa biaya turun, sejalan dengan ", "en": " found that costs fell, which agrees with "}[language]
    contrast = {
        "id": "Sebaliknya, keputusan tetap berada di tangan kepala daerah, dan dewan baru mengetahuinya kemudian ",
        "en": "By contrast, decisions stay with the mayors, and councils learn of them only later ",
    }[language]
    quoted = {"id": "kepercayaan bergantung pada pengurus", "en": "trust depends on the board"}[language]
    blocks = (
        Heading(1, _text(title), "chapter", number),
        Heading(2, _text(scope), "scope", "2.1"),
        Paragraph(
            (
                Text(introduction + " "),
                Reference("table/previous", _text(f"{label} 2.1")),
                Text(" · "),
                Reference("frameworks", _text("2.2.1")),
                Text(" · "),
                Reference("figure/years", _text(f"{years(language).label} 2.1")),
                Text("."),
            ),
            "scope/corpus",
        ),
        Heading(2, _text(previous), "previous", "2.2"),
        previous_studies(language),
        Heading(3, _text(frameworks), "frameworks", "2.2.1"),
        Paragraph(
            (
                Sentence("c1", "agree", (narrative("müller2017"), Text(agree), narrative("hartono2019"), Text(". "))),
                Sentence("c2", "differ", (Text(contrast), parenthetical("okafor2020", "lestari2021a", locator="4"), Text(". "))),
                Quoted(_text(quoted)),
                Text(" "),
                parenthetical("lestari2021b"),
                Text(", "),
                Foreign(other, (Styled("italic", _text("multilevel governance")),)),
                Text(" x"),
                Styled("superscript", _text("2")),
                Styled("subscript", _text("0")),
                Text(" "),
                Styled("small-caps", _text("unesco")),
                Text(" "),
                Styled("bold", (Text("b"), Styled("medium", _text("m")))),
                Text(" "),
                Styled("underline", (Text("u"), Styled("no-underline", _text("n")))),
                Styled("italic", (Text(" i "), Styled("upright", _text("roman")))),
                Text("."),
                Note((*_text("Lihat juga "), parenthetical("hartono2019"), Text("."))),
            ),
            "frameworks/compare",
        ),
        ListBlock((_text("satu"), (Text("dua "), parenthetical("lestari2021a"))), "frameworks/list"),
        ListBlock((_text("pertama"), _text("kedua")), "frameworks/steps", ordered=True),
        ListBlock((_text("pertama lagi"),), "frameworks/steps-again", ordered=True),
        years(language),
        PageBreak(),
        Paragraph(_text(introduction), "frameworks/closing"),
        previous_studies(language, landscape=True),
        Paragraph(_text(introduction), "frameworks/after"),
        Heading(1, _text(listed), "references"),
        References("references/list", tuple(entry(work[0]) for work in sorted(WORKS)), hanging=True, entry_spacing=0, line_spacing=2),
    )
    return Document(f"{number}: {title}", language, blocks, tuple((work[0], source(work[0])) for work in WORKS))


def numbered() -> References:
    """A bibliography in a numeric style, with annotations as display blocks."""
    return References(
        "numbered",
        tuple(
            Entry(
                work[0],
                (Text(f"{work[1]}, {work[4]}."), Display("block", _text("Catatan: dibaca.")), Display("indent", _text("Rak 3"))),
                _text(f"[{n}]"),
            )
            for n, work in enumerate(WORKS, 1)
        ),
        align="flush",
    )


def in_notes(document: Document) -> Document:
    """The same document as a note style resolves it: a footnote for each citation in the text, behind the name of a narrative one."""

    def change(node: Inline) -> Inline | None:
        if isinstance(node, Note):
            return node
        if not isinstance(node, Cite):
            return None
        name = (Text(family(node.items[0].key)),) if node.mode == "narrative" else ()
        return Cite(node.items, node.mode, (*name, Note((*node.children, Text(".")))))

    return rebuild_document(document, change)
