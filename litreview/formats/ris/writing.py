"""Studies as a RIS file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from litreview.errors import Problem
from litreview.formats._left_out import Written
from litreview.formats._raw_record import as_inverted
from litreview.formats._reference.kinds import ARTICLES, FROM_CSL, HOSTED, NUMBERED, TO_CSL
from litreview.formats.ris.tags import FOREIGN
from litreview.record import Date, Study

_ROLES = {"author": "AU", "director": "AU", "editor": "A2", "collection-editor": "A3", "translator": "A4"}
_THESIS_ROLES = ("author",)
"""Other persons of a thesis are its advisers to every program that reads RIS."""
_PAGES = re.compile(r"([^\s,;–—-]+)-+([^\s,;–—-]+)")


def write(studies: Sequence[Study]) -> tuple[bytes, tuple[Problem, ...]]:
    """A RIS file, UTF-8 with the line ends that the specification asks for; what RIS cannot hold is reported study by study.

    >>> from litreview.record import LangText
    >>> print(write([Study("lee2019", "book", title=LangText({"en": "Ports"}), language="en")])[0].decode().replace("\\r", ""), end="")
    TY  - BOOK
    ID  - lee2019
    TI  - Ports
    LA  - en
    ER  -
    <BLANKLINE>
    """
    works = [Written(study, "ris") for study in studies]
    lines = [f"{tag}  - {' '.join(value.splitlines())}\r\n" for work in works for tag, value in (*_tags(work), ("ER", ""))]
    text = "".join(line + "\r\n" if line.startswith("ER  -") else line for line in lines)
    return text.encode(), tuple(problem for work in works for problem in work.problems("RIS"))


def _tags(work: Written) -> Iterator[tuple[str, str]]:
    study = work.study
    own = dict(reversed(work.own_extra))
    kind = own.get("TY", "").strip().upper()
    yield "TY", own["TY"] if TO_CSL.get(kind, "document") == study.type and kind else FROM_CSL.get(study.type, "GEN")
    yield "ID", study.key
    if TO_CSL.get(FROM_CSL.get(study.type, "GEN")) != study.type and TO_CSL.get(kind, "") != study.type:
        work.changed.append(f"type ({study.type})")
    for role, tag in _ROLES.items():
        if study.type == "thesis" and role not in _THESIS_ROLES:
            continue
        if (role == "director") == (study.type == "motion_picture") or role not in ("author", "director"):
            for name in work.people(role):
                yield tag, as_inverted(name)
    hosted = study.type in HOSTED
    for variable, tag in (
        ("title", "TI"), ("container-title", "T2" if hosted else ""), ("division", "T2" if study.type == "thesis" else ""),
        ("collection-title", "T3" if hosted else "" if study.type == "thesis" else "T2"), ("title-short", "ST"),
        ("container-title-short", "J2" if hosted and study.tagged("container-title") else ""), ("volume", "VL"),
        ("number" if study.type in NUMBERED else "collection-number" if study.type in ("book", "chapter") else "issue", "IS"),
        ("number", "C7" if study.type in ARTICLES else ""), ("edition", "ET"), ("publisher", "PB"), ("publisher-place", "CY"),
        ("number-of-pages", "SP" if study.type == "book" and not study.tagged("page") else ""), ("number-of-volumes", "NV"),
        ("call-number", "CN"),
        ("section", "SE"), ("annote", "RN"), ("reviewed-title", "RI"), ("source", "DB"), ("archive_location", "AV"), ("genre", "M3"),
        ("DOI", "DO"),
        ("URL", "UR"), ("PMCID", "C2"), ("ISBN", "SN"), ("ISSN", "SN"), ("abstract", "AB"),
    ):  # fmt: skip
        if tag and (value := work.text(variable)):
            yield tag, value
    if page := work.text("page"):
        parts = _PAGES.fullmatch(page.strip())
        yield from (("SP", parts[1]), ("EP", parts[2])) if parts else (("SP", page),)
    if pmid := work.text("PMID"):
        yield "U1", f"{pmid}[pmid]"
    for note in (work.text("note") or "").split("\n\n"):
        if note.strip():
            yield "N1", note
    for word in work.keywords():
        yield "KW", word
    for variable, short, full in (("issued", "PY", "DA"), ("accessed", "", "Y2")):
        if date := work.date(variable):
            yield from _date(date, short, full)
    if study.language:
        yield "LA", study.language
    for tag, value in work.own_extra:
        if tag != "TY":
            yield tag, value
    for label, value in study.extra:
        if FOREIGN.fullmatch(f"{label}={value}") and "=" not in label and not label.startswith("ris:"):
            work.kept.add(label)
            yield "U1", f"{label}={value}"


def _date(date: Date, short: str, full: str) -> Iterator[tuple[str, str]]:
    """The year, and where there is more to say ``YYYY/MM/DD/other``: `other` is EDTF or the words of a date that is none."""
    start = date.start
    if short and date.year is not None and 0 < date.year < 10_000:
        yield short, f"{date.year:04d}"
    if start is None or not 0 < start.year < 10_000:
        yield full, f"///{date.edtf()}"
    elif date == Date(start=start) and start.season is None:
        if start.month or not short:
            yield full, "/".join(f"{part:02d}" if part else "" for part in (start.year, start.month, start.day)) + "/"
    else:
        yield full, f"{start.year:04d}///{date.edtf()}"
