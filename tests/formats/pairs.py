"""Pairs of a file and the records that other programs expect from it, compared field by field.

The material lies beside the checkout and is not part of the project. Run as a program it prints the rate and every difference::

    python -m tests.formats.pairs ../shared/formats

Compared are title, authors, year, identifiers, container and pages, wherever the expected record states one of them. Letters and digits
count; capitals, markup, TeX commands, dashes and hyphens do not, since a record may keep them either way.

Two rates are told: how many fields are equal, and how many values are stated at all, be it in the other of two CSL variables that share
one field elsewhere (`NEIGHBOURS`). Files that are broken on purpose are not compared: there a clear message is the right answer. Where
an export holds another number of records than expected, that number is the one thing compared: fields of several records that were made
into one are no expectation for any of them.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import bibtexparser
from bibtexparser.library import Library as Parsed

from litreview.errors import Problem
from litreview.formats import by_suffix, named
from litreview.record import Name, Study
from litreview.record.identifiers import find_doi

KEPT = Path(__file__).with_name("pairs-kept.toml")
IDENTIFIERS = {"doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pmcid": "PMCID", "url": "URL"}
NEIGHBOURS = {"isbn": ("ISSN",), "container": ("container-title-short",), "pages": ("number-of-pages",)}
"""Variables that may hold what another program puts into the field: EndNote has one element for ISBN and ISSN, and BibTeX one field for
the name of a journal, in full or abbreviated, and one for the range of pages and for their number."""

BROKEN = re.compile(r"Corrupt|Invalid|OutOfBounds|Malformed")
"""In the original name of a file (``INDEX.tsv``): it is broken on purpose, says the description of the material."""

EXPORTS = ("copac", "endnote-xml", "enw", "isi", "marc-xml", "medline", "mods", "ovid", "pubmed-xml", "refer", "repec", "ris")


@attrs.frozen
class Compared:
    """One field of one record: the file, the number of the record (from 1), the field, and both values as they are compared."""

    file: str
    record: int
    field: str
    expected: str
    ours: str
    nearby: tuple[str, ...] = ()
    """What the study says in the `NEIGHBOURS` of the field."""

    @property
    def equal(self) -> bool:
        return self.expected == self.ours

    @property
    def stated(self) -> bool:
        """Whether the study states the value, there or nearby."""
        return self.expected in (self.ours, *self.nearby)

    @property
    def name(self) -> str:
        """What `KEPT` calls it."""
        return f"{self.file} [{self.record}] {self.field}"


def pairs(folder: Path) -> Iterator[Compared]:
    """Every compared field of every pair below the folder ``formats`` of the material."""
    broken = set(_broken(folder))
    for kind in EXPORTS:
        for wanted in sorted((folder / kind).glob("*.expected.bib")):
            source = next(p for p in wanted.parent.glob(wanted.name.partition(".")[0] + ".*") if ".expected." not in p.name)
            if f"{kind}/{source.stem}" in broken:
                continue
            yield from _against_entries(f"{kind}/{source.name}", read(source), entries(wanted))
    yield from _agreed(folder / "ris")
    for twin in sorted((folder / "csl-json").glob("*.csl.yaml")):
        yield from _against_studies(f"csl-json/{twin.name}", read(twin), read(twin.with_suffix(".json")))
    for wanted in sorted((folder / "csl-json").glob("*.expected.*.bib")):
        source = wanted.with_name(wanted.name.partition(".")[0] + ".csl.json")
        yield from _against_studies(f"csl-json/{source.name}", read(source), read(wanted))
    for wanted in sorted((folder / "pandoc-csl-yaml").glob("*.expected.yaml")):
        source = next(wanted.parent.glob(wanted.name.partition(".")[0] + ".*.bib"))
        yield from _against_studies(f"pandoc-csl-yaml/{source.name}", read(source), read(wanted, "csl-yaml"))


def _broken(folder: Path) -> Iterator[str]:
    for line in (folder / "INDEX.tsv").read_text(encoding="utf-8").splitlines():
        name, *origin = line.split("\t")
        if BROKEN.search(origin[-1] if origin else ""):
            yield name


def broken_and_read(folder: Path) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """The exports that are broken on purpose and can be read all the same, with the problems that are told."""
    for name in _broken(folder):
        for path in (folder / name).parent.glob(Path(name).name + ".*"):
            if ".expected." not in path.name and path.with_name(path.stem + ".expected.bib").exists():
                yield name, read_with_problems(path)[1]


def kept() -> dict[str, str]:
    """The differences that we keep, by `Compared.name`, each with its reason."""
    listed = tomllib.loads(KEPT.read_text(encoding="utf-8"))["kept"]
    return {name: one["why"] for one in listed for name in names_of(one)}


def names_of(entry: dict[str, Any]) -> list[str]:
    """The differences that one entry of the list explains: every field of every record that it names, "record" being one too many."""
    return [f"{entry['file']} [{number}] {field}" for number in entry["records"] for field in entry["fields"]]


def read(path: Path, format: str | None = None) -> tuple[Study, ...]:
    """The studies of a file, by the format that its name and first bytes say."""
    return read_with_problems(path, format)[0]


def read_with_problems(path: Path, format: str | None = None) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The same with what the reader has to tell."""
    data = path.read_bytes()
    found = named(format) if format else by_suffix(path.name, data[:4096])
    assert found is not None, path
    assert found.read is not None, path
    return found.read(data, path.name)


def words(text: str | None) -> str:
    """A text as its letters and digits, lower case: dashes, quotes, braces and TeX commands are no difference in content."""
    plain = re.sub(r"<[^>]*>|\\[A-Za-z]+|[{}$]", "", text or "")
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", plain)).casefold()


def page_range(text: str | None) -> str:
    """Page ranges with one hyphen, a shortened last page ("377-86") in full."""
    plain = re.sub(r"\s*[-–—]+\s*", "-", text or "").strip()
    short = re.fullmatch(r"(\d+)-(\d+)", plain)
    if short and len(short[2]) < len(short[1]):
        return f"{short[1]}-{short[1][: -len(short[2])]}{short[2]}"
    return plain


def family(name: Name) -> str:
    """The family name with its particle, which one program calls dropping and another non-dropping; an institution as a whole."""
    particle = name.non_dropping_particle or name.dropping_particle
    return words(" ".join(part for part in (particle, name.family) if part) or name.literal)


def numbers(text: str | None) -> str:
    """ISBNs or ISSNs without what stands in brackets behind them ("(Pbk)")."""
    return words(re.sub(r"\([^()]*\)", "", text or ""))


def stated(study: Study) -> dict[str, str]:
    """What is compared of a study; a field that it does not state is "" or absent."""
    own = {field: words(study.text(variable)) for field, variable in IDENTIFIERS.items()}
    own["doi"] = words(find_doi(study.text("DOI") or ""))
    issued = study.issued
    return {
        **own,
        "title": words(study.text("title", study.language or "und")),
        "authors": "; ".join(family(name) for name in study.author),
        "year": str(issued.year) if issued and issued.year is not None else words(issued.literal) if issued and issued.literal else "",
        "container": words(study.text("container-title") or study.text("collection-title")),
        "pages": page_range(study.text("page")),
    }


def entries(path: Path) -> list[dict[str, str]]:
    """The entries of a ``.bib`` file, each as its raw fields, lower-case names."""
    text = re.sub(r"^(@\w+),$", r"\1{,", path.read_text(encoding="utf-8"), flags=re.MULTILINE)  # a brace that one file lacks
    parsed: Parsed = bibtexparser.parse_string(text, parse_stack=[])
    blocks = [getattr(b, "ignore_error_block", b) for b in parsed.blocks]
    found = [b for b in blocks if hasattr(b, "fields")]
    return [{f.key.casefold(): str(f.value).strip('{}"') for f in e.fields} for e in found]


def _against_entries(file: str, studies: Sequence[Study], wanted: Sequence[dict[str, str]]) -> Iterator[Compared]:
    if len(studies) != len(wanted):
        yield Compared(file, 0, "records", str(len(wanted)), str(len(studies)))
        return
    for n, entry in enumerate(wanted):
        ours = stated(studies[n]) if n < len(studies) else {}
        people = studies[n].author if n < len(studies) else ()
        theirs = {
            **{field: numbers(entry.get(field)) for field in IDENTIFIERS},
            "doi": words(find_doi(entry.get("doi", ""))),
            "title": words(entry.get("title", "") + entry.get("subtitle", "")),
            "authors": "; ".join(_families(entry.get("author", ""), people)),
            "year": entry.get("year", "") or entry.get("date", "")[:4],
            "container": words(entry.get("journal") or entry.get("journaltitle") or entry.get("booktitle")),
            "pages": page_range(entry.get("pages")),
        }
        if theirs["pmid"] and theirs["url"].endswith(theirs["pmid"]):
            theirs["url"] = ""  # the address of an identifier says no more than the identifier
        for field in ("isbn", "issn"):
            listed = studies[n].text(field.upper()) if n < len(studies) else None
            if theirs[field] in [numbers(part) for part in (listed or "").split(", ")]:
                ours[field] = theirs[field]  # we keep every number of a work that has several
        nearby = {field: _nearby(studies[n], names) for field, names in NEIGHBOURS.items()} if n < len(studies) else {}
        yield from (
            Compared(file, n + 1, field, value, ours.get(field, ""), nearby.get(field, ())) for field, value in theirs.items() if value
        )


def _nearby(study: Study, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(words(study.text(name)) for name in names)


def _families(listed: str, ours: Sequence[Name]) -> Iterator[str]:
    """The family names of a BibTeX author list. One without a comma may be ``First Last`` or an institution without the braces that
    BibTeX asks for: it is taken as a whole where that is our name as a whole."""
    for n, name in enumerate(part.strip() for part in re.split(r"\s+and\s+", listed) if part.strip()):
        whole = n < len(ours) and words(ours[n].text()) == words(name)
        yield family(ours[n]) if whole else words(name.partition(",")[0] if "," in name else name.rpartition(" ")[2])


def _against_studies(file: str, studies: Sequence[Study], wanted: Sequence[Study]) -> Iterator[Compared]:
    by_key = {study.key: study for study in studies}
    for n, study in enumerate(wanted):
        ours = stated(by_key.get(study.key) or (studies[n] if n < len(studies) else Study("")))
        yield from (Compared(file, n + 1, field, value, ours.get(field, "")) for field, value in stated(study).items() if value)


def _agreed(folder: Path) -> Iterator[Compared]:
    """RIS files with the values on which two other readers agree."""
    path = folder / "expected.json"
    for file, wanted in json.loads(path.read_text(encoding="utf-8")).items() if path.exists() else ():
        studies = read(folder / file)
        if wanted["records"] is not None:
            yield Compared(f"ris/{file}", 0, "records", str(wanted["records"]), str(len(studies)))
        for n, values in enumerate(wanted["values"]):
            ours = stated(studies[n]) if n < len(studies) else {}
            theirs = {
                "title": words(values.get("title")), "authors": "; ".join(words(name) for name in values.get("author_family", ())),
                "year": str(values.get("year") or ""), "doi": words(find_doi(values.get("DOI") or "")),
            }  # fmt: skip
            yield from (Compared(f"ris/{file}", n + 1, field, value, ours.get(field, "")) for field, value in theirs.items() if value)


def report(folder: Path) -> str:
    """The rate, by kind and in all, and every difference with the reason why it is kept."""
    found, reasons = list(pairs(folder)), kept()
    lines = []
    for kind in dict.fromkeys(one.file.partition("/")[0] for one in found):
        own = [one for one in found if one.file.partition("/")[0] == kind]
        lines.append(f"{kind:16} {sum(one.equal for one in own):5} of {len(own):5}")
    right, said = sum(one.equal for one in found), sum(one.stated for one in found)
    explained = sum(not one.equal and one.name in reasons for one in found)
    lines.append(f"{'in all':16} {right:5} of {len(found):5} equal ({right / max(1, len(found)):.2%}); {explained} differ with a reason")
    lines.append(f"{'stated nearby too':16} {said} of {len(found)} ({said / max(1, len(found)):.2%})")
    lines += [f"{name}: broken on purpose, not compared; told: {len(told)} problems" for name, told in broken_and_read(folder)]
    for one in found:
        if not one.equal:
            lines.append(f"{one.name}: expected {one.expected[:120]!r}, got {one.ours[:120]!r} -- {reasons.get(one.name, 'NOT EXPLAINED')}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(Path(sys.argv[1])))
