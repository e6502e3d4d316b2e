"""A RIS file as studies."""

from __future__ import annotations

from litreview.errors import Problem
from litreview.formats import formats
from litreview.formats._raw_record import RawRecord
from litreview.formats._reference.kinds import TO_CSL
from litreview.formats._reference.record import fill
from litreview.formats._reference.tag import Tag
from litreview.formats._tagged import studies_of
from litreview.formats.ris.tags import FOREIGN, LAYOUT
from litreview.record import Study


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a RIS file in their order. Bytes that are not UTF-8 are read as cp1252, with a problem.

    >>> studies, _ = read(b"TY  - THES\\nAU  - Santoso, Budi\\nTI  - Kota\\nPB  - Universitas Contoh\\nM3  - Skripsi\\nER  - ", "x.ris")
    >>> studies[0].type, studies[0].text("genre"), studies[0].text("publisher")
    ('thesis', 'Skripsi', 'Universitas Contoh')
    """
    return studies_of(data, name, LAYOUT, _raw_record)


def _raw_record(tags: tuple[Tag, ...], name: str) -> RawRecord:
    raw_record = RawRecord("ris", name, tags[0].line)
    kind = tags[0].value.strip().upper()
    raw_record.type = TO_CSL.get(kind) or TO_CSL[_kind_shown_by({tag.name for tag in tags if tag.value})]
    if kind not in TO_CSL:
        raw_record.fault("unknown-kind", value=tags[0].value, format="RIS", type=raw_record.type)
    if kind == "SER":
        raw_record.type = _part_of_series(tags) or raw_record.type
    raw_record.keep("TY", tags[0].value)
    foreign = [tag for tag in tags if tag.name == "U1" and _foreign(tag)]
    own = [tag for tag in tags[1:] if tag not in foreign] if foreign else tags[1:]
    if kind == "EDBOOK":
        own = [tag._replace(name="ED", found=tag.name) if tag.name in ("A1", "AU") else tag for tag in own]
    fill(raw_record, own)
    raw_record.extra += [pair for tag in foreign if (pair := _foreign(tag))]
    return raw_record


def _kind_shown_by(names: set[str]) -> str:
    """The type of a record that states none of RIS ("PDF", "CITATION"), by the fields that only some types have."""
    in_journal = bool(names & {"JF", "JO", "JA"}) or ("T2" in names and bool(names & {"VL", "IS"}))
    return "JOUR" if in_journal else "GEN"


def _part_of_series(tags: tuple[Tag, ...]) -> str | None:
    """What a work in a serial is that has pages there, which no whole volume has: Scopus calls both ``SER``."""
    said = {tag.name: tag.value for tag in tags}
    if not (said.get("SP") and said.get("EP") and said.get("T2")):
        return None
    return "paper-conference" if "conference" in said.get("M3", "").casefold() else "chapter"


def _foreign(tag: Tag) -> tuple[str, str] | None:
    """What another format of ours said, as writing RIS keeps it, or None."""
    match = FOREIGN.fullmatch(tag.value)
    return (
        (match[1], match[2])
        if match and match[1].partition(":")[0] in {name for format in formats() for name in (format.name, *format.dialects)}
        else None
    )
