"""The readers against records that other programs expect from the same files (JabRef's, rispy's and Pandoc's own tests).

The material lies beside the checkout and is not part of the project. Differences that we keep are in `KEPT`, each with its reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import bibtexparser
from bibtexparser.library import Library as Parsed

from litreview.formats import named
from litreview.record import Study

FOLDERS = {
    "ris": "ris",
    "medline": "nbib",
    "pubmed-xml": "pubmed-xml",
    "endnote-xml": "endnote-xml",
    "mods": "mods",
    "marc-xml": "marc-xml",
}
FIELDS = ("title", "author", "year", "doi", "isbn", "issn", "pmid", "container", "pages")

_MANGLED = "the file breaks off nine records after TY; each is a record of its own, where JabRef mixes the values of all into one"
_BOTH = "the full name is the container; JabRef takes the abbreviation, which we keep as container-title-short"
KEPT: dict[tuple[str, str], str] = {
    **{("ris/16.ris", field): _MANGLED for field in ("title", "author", "year", "issn", "container", "pages")},
    ("ris/24.ris", "author"): "A2 and A3 are editors and series editors; JabRef puts them among the authors",
    ("ris/27.ris", "issn"): "the file gives two ISSNs and we keep both; JabRef keeps the last",
    ("ris/28.ris", "container"): _BOTH,
    ("ris/29.ris", "container"): _BOTH,
    ("medline/01.txt", "pmid"): "a line without a tag is no part of the number; it is reported as a stray line",
    (
        "pubmed-xml/03.xml",
        "pages",
    ): "the page range stays as the source shortens it (228-42); the citation style expands it, as JabRef does on reading",
    ("mods/01.xml", "title"): "the first title is the title; JabRef takes the alternative one",
    ("mods/01.xml", "pages"): "a total of 50 pages is no range of pages; it is kept as part extent total",
    ("endnote-xml/03.xml", "isbn"): "0012-9658 has the check digit of an ISSN and is kept as one",
}
"""(file, field) with the reason why our value differs and stays."""


def words(text: str | None) -> str:
    """A text as its letters and digits, lower case: dashes, quotes, braces and TeX commands are no difference in content."""
    plain = re.sub(r"<[^>]*>|\\[A-Za-z]+|[{}$]", "", text or "")
    return re.sub(r"[\W_]+", "", plain).casefold()


def pages(text: str | None) -> str:
    """Page ranges with one hyphen; a shortened last page ("377-86") is what it says."""
    return re.sub(r"\s*[-–—]+\s*", "-", text or "").strip()


def families(text: str) -> list[str]:
    """The family names of a BibTeX author list whose names have commas, or are one word or an institution."""
    return [words(name.partition(",")[0]) for name in re.split(r"\s+and\s+", text) if name.strip() and name.strip() != "others"]


def expected(path: Path) -> list[dict[str, str]]:
    parsed: Parsed = bibtexparser.parse_string(path.read_text(encoding="utf-8"), parse_stack=[])
    blocks = [getattr(b, "ignore_error_block", b) for b in parsed.blocks]
    entries = [b for b in blocks if hasattr(b, "fields")]
    return [{"type": e.entry_type, **{f.key.casefold(): str(f.value).strip('{}"') for f in e.fields}} for e in entries]


def compared(entry: dict[str, str], study: Study) -> Iterator[tuple[str, str, str]]:
    """(field, expected, ours) wherever the expected record states one of `FIELDS`."""
    container = entry.get("journal") or entry.get("booktitle") or ""
    ours = {
        "title": words(study.text("title")),
        "year": str(study.issued.year) if study.issued else "",
        "doi": words(study.text("DOI")),
        "isbn": words(study.text("ISBN")),
        "issn": words(study.text("ISSN")),
        "pmid": words(study.text("PMID")),
        "container": words(study.text("container-title") or study.text("collection-title")),
        "pages": pages(study.text("page")),
        "author": "; ".join(words((n.family and (n.non_dropping_particle or "") + n.family) or n.literal) for n in study.author),
    }
    title = entry.get("title", "") + entry.get("subtitle", "")
    theirs = {**entry, "title": title, "container": container, "author": "; ".join(families(entry.get("author", "")))}
    for field in FIELDS:
        if theirs.get(field):
            yield (
                field,
                pages(theirs[field]) if field == "pages" else theirs[field] if field == "author" else words(theirs[field]),
                ours[field],
            )


def cases(shared: Path) -> Iterator[tuple[str, str, dict[str, str], Study | None]]:
    for folder, format in FOLDERS.items():
        for wanted in sorted((shared / "formats" / folder).glob("*.expected.bib")):
            source = next(p for p in wanted.parent.glob(wanted.name.partition(".")[0] + ".*") if not p.name.endswith(".bib"))
            reader = named(format).read
            assert reader is not None
            studies, _ = reader(source.read_bytes(), source.name)
            for n, entry in enumerate(expected(wanted)):
                yield f"{folder}/{source.name}", str(n), entry, studies[n] if n < len(studies) else None


def test_records_are_what_other_programs_expect(shared: Path) -> None:
    right, wrong = 0, []
    for source, number, entry, study in cases(shared):
        assert study is not None, f"{source}: record {number} is missing"
        for field, theirs, ours in compared(entry, study):
            if theirs == ours:
                right += 1
            elif (source, field) not in KEPT:
                wrong.append(f"{source} [{number}] {field}: expected {theirs!r}, got {ours!r}")
    assert right / (right + len(wrong)) >= 0.98, f"{right} right, {len(wrong)} wrong:\n" + "\n".join(wrong)
    assert not wrong, "explain in KEPT or mend:\n" + "\n".join(wrong)


def test_ris_is_what_rispy_and_pandoc_agree_on(shared: Path) -> None:
    reader = named("ris").read
    assert reader is not None
    for file, wanted in json.loads((shared / "formats" / "ris" / "expected.json").read_text(encoding="utf-8")).items():
        studies, _ = reader((shared / "formats" / "ris" / file).read_bytes(), file)
        assert wanted["records"] in (None, len(studies)), file
        for study, values in zip(studies, wanted["values"], strict=False):
            assert words(study.text("title")) == words(values.get("title", study.text("title"))), file
            assert [n.family for n in study.author][: len(values.get("author_family", []))] == values.get("author_family", []), file
            assert not values.get("year") or (study.issued and study.issued.year == values["year"]), file
            assert (study.text("DOI") or "") in values.get("DOI", study.text("DOI") or ""), file


def test_stray_carriage_returns_hide_no_record(shared: Path) -> None:
    reader = named("ris").read
    assert reader is not None
    studies, _ = reader((shared / "bibliographies" / "litstudy_example.ris").read_bytes(), "x.ris")
    assert len(studies) == 25
    assert all(s.title and s.author and s.issued for s in studies)


def test_the_same_items_in_json_and_yaml_are_the_same_studies(shared: Path) -> None:
    json_reader, yaml_reader = named("csl-json").read, named("csl-yaml").read
    assert json_reader is not None
    assert yaml_reader is not None
    for path in sorted((shared / "formats" / "csl-json").glob("*.csl.yaml")):
        twin = path.with_suffix(".json")
        assert yaml_reader(path.read_bytes(), path.name)[0] == json_reader(twin.read_bytes(), twin.name)[0]


def test_csl_json_comes_back_as_the_items_it_was(shared: Path) -> None:
    format = named("csl-json")
    assert format.read is not None
    assert format.write is not None
    for path in sorted((shared / "formats" / "csl-json").glob("*.csl.json")):
        studies, _ = format.read(path.read_bytes(), path.name)
        before, after = json.loads(path.read_bytes()), json.loads(format.write(studies)[0])
        for old, new in zip(before, after, strict=True):
            for field in ("title", "type", "container-title", "DOI", "page", "publisher", "ISBN", "ISSN", "volume", "issue"):
                assert str(old.get(field, "")) == str(new.get(field, "")), (path.name, field)
