"""Identifiers that cannot be right: their shape, and the check digit of those that have one.

Sources: ISO 26324 (DOI), ISO 2108 (ISBN), ISO 3297 (ISSN), ISO 27729 (ORCID).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from litreview.errors import Problem
from litreview.languages.marks import any_mark
from litreview.library.checks import RecordCheck
from litreview.record import Library, Study
from litreview.record.faults import study_fault
from litreview.record.identifiers import is_doi, isbn, issn, orcid, pmcid, pmid, short_doi

_NUMBERS: dict[str, tuple[Callable[[str], str | None], frozenset[int]]] = {
    "ISBN": (isbn, frozenset((10, 13))),
    "ISSN": (issn, frozenset((8,))),
}
"""For each number the function that knows its check digit, and how many characters it has."""
_NOTE = re.compile(r"(?:(?<!\s)\s+)?\([^()]*\)?|\b[ep]-(?=is[bs]n)", re.IGNORECASE)
_ORCID = re.compile(r"(?:https?://)?orcid\.org/([\dXx-]+)", re.IGNORECASE)


def run(library: Library) -> Iterator[Problem]:
    """A warning for each identifier that is none, or that has a slip of the pen in it."""
    for study in library:
        doi = study.text("DOI")
        if doi and not is_doi(doi) and not short_doi(doi):
            yield study_fault("wrong-doi", study, value=doi)
        for name in _NUMBERS:
            yield from _numbers(study, name)
        for name, reads in (("PMID", pmid), ("PMCID", pmcid)):
            value = study.text(name)
            if value and reads(value) is None:
                yield study_fault("wrong-identifier", study, field=name, value=value)
        for name, value in study.extra:
            for number in _ORCID.findall(value) if "orcid" in (name + value).casefold() else ():
                if orcid(number) is None:
                    yield study_fault("wrong-check-digit", study, field="ORCID", value=number)


@cache
def _between() -> re.Pattern[str]:
    """What stands between numbers that share a field."""
    return re.compile(rf"[;,/]\s*|(?<!\s)\s+(?=97[89])|\b{any_mark('and')}\b")


def _numbers(study: Study, name: str) -> Iterator[Problem]:
    reads, lengths = _NUMBERS[name]
    for part in _between().split(study.text(name) or ""):
        value = _NOTE.sub("", part).strip()
        if not value or any(reads(piece) for piece in (value, *value.split())):
            continue
        characters = len(re.sub(r"[^0-9Xx]", "", re.sub(r"(?i)is[bs]n(?:-1[03])?", "", value)))
        other = "ISSN" if name == "ISBN" and issn(value) else "ISBN" if name == "ISSN" and isbn(value) else None
        if other:
            yield study_fault("number-of-another-kind", study, "info", field=name, value=value, other=other)
        elif characters < 7:
            yield study_fault("wrong-identifier", study, field=name, value=value)
        elif characters in lengths:
            yield study_fault("wrong-check-digit", study, field=name, value=value)
        else:
            yield study_fault(
                "wrong-length", study, field=name, value=value, expected=" / ".join(map(str, sorted(lengths))), found=characters
            )


CHECK = RecordCheck("identifiers", run)
