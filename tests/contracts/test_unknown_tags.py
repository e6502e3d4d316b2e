"""What a format says and no field of a record holds is kept, and comes back: in the same format, in YAML, and where there is room for it."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from litreview.formats import Format, formats, named
from litreview.record import Study

CASES = Path(__file__).resolve().parent.parent / "cases" / "formats"
READERS = [f for f in formats() if f.read and f.name != "other-xml"]  # which reads nothing
SAID = "zebra crossing 7"

PLANTED: dict[str, tuple[str, str, str]] = {
    "bibtex": ("example.bib", "year", f"zzunknown = {{{SAID}}},\n  year"),
    "bibtex-text": ("pasted.txt", "year", f"zzunknown = {{{SAID}}},\n  year"),
    "cff": ("CITATION.cff", "title: Port", f"zz-unknown: {SAID}\ntitle: Port"),
    "copac": ("catalogue.txt", "AU- Lee", f"QQ- {SAID}\nAU- Lee"),
    "crossref": ("work.json", '"volume"', f'"zz-unknown": "{SAID}", "volume"'),
    "csl-json": ("export.json", '"volume"', f'"zz-unknown": "{SAID}", "volume"'),
    "csl-yaml": ("pandoc.yaml", "  volume:", f"  zz-unknown: {SAID}\n  volume:"),
    "datacite": ("work.json", '"publisher"', f'"zz-unknown": "{SAID}", "publisher"'),
    "endnote-xml": ("library.xml", "<titles>", f"<zz-unknown><style>{SAID}</style></zz-unknown><titles>"),
    "enw": ("catalogue.enw", "%T Kota", f"%| {SAID}\n%T Kota"),
    "ieee": ("export.csv", '"Article Citation Count"', f'"{SAID}"'),
    "marc-xml": (
        "catalogue.xml",
        '<datafield tag="245"',
        f'<datafield tag="999"><subfield code="a">{SAID}</subfield></datafield><datafield tag="245"',
    ),
    "mods": ("slims.xml", "<typeOfResource", f"<zzUnknown>{SAID}</zzUnknown><typeOfResource"),
    "nbib": ("pubmed.nbib", "TI  -", f"ZZZ - {SAID}\nTI  -"),
    "openalex": ("works.json", '"language"', f'"zz_unknown": "{SAID}", "language"'),
    "other-json": ("perish.json", '"GSX"', f'"{SAID}"'),
    "ovid": ("export.txt", "Source\n", f"Unheard of\n  {SAID}\nSource\n"),
    "pubmed-text": ("abstracts.txt", "© 2019", f"Comment in: {SAID}\n\n© 2019"),
    "pubmed-xml": ("two.xml", "<ArticleTitle>", f"<ZzUnknown>{SAID}</ZzUnknown><ArticleTitle>"),
    "repec": ("report.txt", "JEL:      F14 R12", f"JEL:      {SAID}"),
    "ris": ("thesis-and-article.ris", "TI  -", f"ZZ  - {SAID}\nTI  -"),
    "scopus": ("new.csv", '"Cited by"', f'"{SAID}"'),
    "table": ("siswa.csv", "Warna", SAID),
    "table-text": ("endnote.txt", "Custom 1", SAID),
    "word": ("Sources.xml", "<b:Volume>", f"<b:Zebra>{SAID}</b:Zebra><b:Volume>"),
    "wos": ("tagged.ciw", "SO JOURNAL", f"Z9 {SAID}\nSO JOURNAL"),
    "zotero-json": ("better.json", '"volume"', f'"zzUnknown": "{SAID}", "volume"'),
    "zotero-rdf": ("library.rdf", "<bib:pages>", f"<z:zzUnknown>{SAID}</z:zzUnknown><bib:pages>"),
    "yaml": ("two-studies.yaml", "  type: thesis", f"  zz-unknown: {SAID}\n  type: thesis"),
}
"""format -> (its example, a text in it, the text that takes its place). A table names its unknown column by the words looked for."""


def ids(format: Format) -> str:
    return format.name


def planted(format: Format) -> tuple[Study, ...]:
    file, old, new = PLANTED[format.name]
    text = (CASES / format.name / file).read_text(encoding="utf-8")
    assert old in text, f"{file} lacks {old!r}"
    assert format.read is not None
    return format.read(text.replace(old, new, 1).encode(), file)[0]


def says(studies: tuple[Study, ...]) -> bool:
    return any(SAID in name or SAID in value for study in studies for name, value in study.extra)


@pytest.mark.parametrize("format", READERS, ids=ids)
def test_an_unknown_tag_is_in_the_record(format: Format) -> None:
    assert says(planted(format))


@pytest.mark.parametrize("format", READERS, ids=ids)
@pytest.mark.parametrize("through", ["yaml", "csl-json", "csl-yaml", "bibtex", "ris", "itself"])
def test_an_unknown_tag_comes_back(format: Format, through: str) -> None:
    other = format if through == "itself" else named(through)
    if not (other.read and other.write):
        pytest.skip("this format is read only")
    studies = planted(format)
    data, _ = other.write(studies)
    found = other.read(data, "x")[0]
    assert says(found)
    mine = [sorted(pair for pair in s.extra if SAID in pair[0] + pair[1]) for s in studies]
    assert [sorted(pair for pair in s.extra if SAID in pair[0] + pair[1]) for s in found] == mine


def test_word_tells_what_it_has_no_room_for() -> None:
    word = named("word")
    assert word.write is not None
    study = attrs.evolve(planted(named("nbib"))[0], variables=type(planted(named("nbib"))[0].variables)())
    _, problems = word.write([study])
    assert any("nbib:ZZZ" in (problem.get("fields") or "") for problem in problems)
