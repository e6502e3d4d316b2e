"""ENW, the tagged export of EndNote (and of library catalogues and Google Scholar), which goes back to Unix refer."""

from __future__ import annotations

import re

from litreview.errors import Problem
from litreview.formats import Format
from litreview.formats._raw_record import RawRecord
from litreview.formats._reference.endnote_types import type_of
from litreview.formats._reference.kinds import TO_CSL
from litreview.formats._reference.record import fill
from litreview.formats._reference.tag import Tag
from litreview.formats._tagged import Layout, studies_of
from litreview.record import Study

_LAYOUT = Layout(re.compile(r"%(\S) ?(.*)"), re.compile(r"(.*)"), first=("0",), parted=True)
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*%[0A-Z] ")
_TAGS = {
    "A": "AU", "E": "A2", "Y": "A3", "?": "A4", "T": "TI", "B": "T2", "S": "T3", "J": "JF", "D": "PY", "8": "DA", "C": "CY", "I": "PB",
    "V": "VL", "N": "IS", "P": "SP", "&": "SE", "@": "SN", "R": "DO", "U": "UR", "X": "AB", "K": "KW", "L": "CN", "M": "AN", "G": "LA",
    "7": "ET",
    "6": "NV", "O": "N1", "Z": "N1", "!": "ST", "[": "Y2", "9": "M3", "F": "LB", "<": "RN", "~": "DB", "W": "DP", "+": "AD", "^": "CA",
    ">": "L1", "(": "OP", "Q": "TT", "H": "TA", "1": "C1", "2": "C2", "3": "C3", "4": "C4", "#": "C5", "$": "C6",
}  # fmt: skip


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of an ENW file in their order. Bytes that are not UTF-8 are read as cp1252, with a problem.

    >>> studies, _ = read(b"%0 Thesis\\n%A Santoso, Budi\\n%T Kota\\n%D 2021\\n%I Universitas Contoh\\n%9 Skripsi", "x.enw")
    >>> studies[0].type, studies[0].text("genre"), studies[0].author[0].family
    ('thesis', 'Skripsi', 'Santoso')
    """
    return studies_of(data, name, _LAYOUT, _raw_record)


def _raw_record(tags: tuple[Tag, ...], name: str) -> RawRecord:
    raw_record = RawRecord("enw", name, tags[0].line)
    type_tag = next((tag for tag in tags if tag.name == "0" and tag.value), None)
    kind = type_of(type_tag.value) if type_tag else _type_shown_by({tag.name for tag in tags})
    if type_tag and kind is None:
        raw_record.fault("unknown-kind", type_tag.line, value=type_tag.value, format="EndNote", type="document")
    if type_tag:
        raw_record.keep("%0", type_tag.value)
    raw_record.type = TO_CSL[kind or "GEN"]
    read_as = {**_TAGS, "A": "ED"} if kind == "EDBOOK" else _TAGS
    fields = [tag._replace(name=read_as.get(tag.name, "?"), found=f"%{tag.name}") for tag in tags if tag is not type_tag]
    return fill(raw_record, fields)


def _type_shown_by(names: set[str]) -> str:
    """The RIS type of a record that states none, by the fields that only some types have."""
    return next((kind for name, kind in (("J", "JOUR"), ("B", "CHAP"), ("I", "BOOK")) if name in names), "GEN")


FORMAT = Format("enw", "EndNote (ENW)", (".enw", ".refer", ".ref", ".txt"), read=read, sniff=lambda head: _HEAD.match(head) is not None)
