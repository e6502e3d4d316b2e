"""Names that look wrong: several persons in one, figures, e-mail addresses, capitals, academic degrees, nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from litreview.errors import Problem
from litreview.languages.marks import any_mark, marks
from litreview.library.checks import RecordCheck
from litreview.record import Library, Name, Study
from litreview.record.faults import study_fault
from litreview.record.name_degrees import title_free_parts
from litreview.record.name_titles import PARTICLES, PATRONYMICS, UNSURE_DEGREES
from litreview.record.names import means_others

_MAIL = re.compile(r"\S+@\S+\.\S+")
_INVERTED = ("ris", "enw", "endnote-xml")
_PERSON = re.compile(r"(?:[^\W\d_]\.\s?|[^\W\d_a-z][^\W\d_A-Z][\w'’-]*\s){1,3}[^\W\d_a-z][^\W\d_A-Z][\w'’-]*")
"""Two to four words with a capital each, or initials and a word."""


def run(library: Library) -> Iterator[Problem]:
    """A warning for each name that looks wrong, with the first thing that does; for information where a list ends in "and others"."""
    for study in library:
        for role in sorted(study.others):
            yield study_fault("names-go-on", study, "info", field=role)
        for role, listed in study.names.items():
            capitals = [name for name in listed if _capitals(name)]
            for name in listed:
                if (code := _fault(name)) is not None:
                    yield study_fault(code, study, field=role, value=name.text())
                elif _without_comma(name, study):
                    family = name.text().split()[-1]
                    given = name.text().removesuffix(family).strip()
                    yield study_fault("name-without-comma", study, field=role, value=name.text(), new=f"{family}, {given}")
                elif _degree_as_given(name, study):
                    yield study_fault("degree-as-given", study, field=role, value=name.family or "", degree=name.given or "")
                elif _anonymous().fullmatch(name.text()):
                    yield study_fault("name-of-nobody", study, "info", field=role, value=name.text())
            if capitals:
                yield _in_capitals(study, role, capitals)
            doubled = {name.text().casefold() for n, name in enumerate(listed) if name in listed[:n]}
            for text in sorted(doubled):
                yield study_fault("name-twice", study, field=role, value=next(n.text() for n in listed if n.text().casefold() == text))


def _degree_as_given(name: Name, study: Study) -> bool:
    """Whether a whole name stands before the comma and a degree behind it, where people sign so: "Siti Rahma, S.E."."""
    folded = (name.given or "").replace(" ", "").rstrip(".").casefold()
    whole = " " in (name.family or "") and name.non_dropping_particle is None
    return whole and folded in UNSURE_DEGREES and (study.language or "").partition("-")[0] in ("", *marks("degrees_behind_names"))


def _fault(name: Name) -> str | None:
    text = name.text()
    person = name.literal is None
    if _MAIL.search(text):
        return "name-with-email"
    if _nobody().fullmatch(text):
        return "name-of-nobody"
    if means_others(text) or _also().search(text):
        return "name-et-al"
    if person and re.search(r"\d", text) and "\\" not in text:
        return "name-with-figures"
    if _several().search(name.family or "") or (not _institution().search(text) and _looks_like_several(name.literal or "")):
        return "name-of-several"
    return "name-with-degree" if person and _with_title(name) else None


def _with_title(name: Name) -> bool:
    """Whether a person's name holds an academic title or a degree, one that cannot be somebody's initials.

    >>> [_with_title(Name(family=f, given=g)) for f, g in (("Sugiyono", "Prof. Dr."), ("Lee", "Ann, M.Si."), ("Abdullah", "S.H."))]
    [True, True, False]
    """
    parts = [part.strip() for part in f"{name.family or ''}, {name.given or ''}".split(",") if part.strip()]
    spoken = [" ".join(filter(None, (name.given, name.family)))]
    return any(title_free_parts(form) != form for form in (parts, spoken) if form)


def _without_comma(name: Name, study: Study) -> bool:
    """Whether a person stands as one text in a format in which persons have a comma, and so is taken for an institution."""
    inverted = study.origin is not None and study.origin.format in _INVERTED
    return inverted and name.literal is not None and bool(_PERSON.fullmatch(name.literal)) and not _institution().search(name.literal)


def _looks_like_several(literal: str) -> bool:
    """Whether a name taken whole is a list of persons: "Budi Santoso; Ann Lee", "A. Lee and B. Abe".

    >>> [_looks_like_several(t) for t in ("Lee, A. and Abe, B.", "A. Lee & B. Abe", "Research and Development", "Lee, Ann; Abe, Ken")]
    [True, True, False, True]
    >>> [_looks_like_several(t) for t in ("Ann Smith, Bo Lee, Cy Doe", "Smith, John, Doe, Kate", "Barnes and Noble, Inc.")]
    [True, True, False]
    """
    if _several().search(literal):
        parts = [part for part in _between().split(literal) if part.strip()]
        if all("," in part or re.match(r"(?:[^\W\d_]\.\s?)+[^\W\d_]{2}", part.strip()) for part in parts):
            return True
    items = [item.strip() for item in literal.split(",")]
    return len(items) > 2 and all(_named().fullmatch(item) for item in items)


def _capitals(name: Name) -> bool:
    """Whether a person's name is all in capitals: two long words at least, since one may be an acronym, and one a nickname."""
    words = re.findall(r"[^\W\d_]{3,}", f"{name.family or ''} {name.given or ''}")
    return name.literal is None and len(words) >= 2 and all(word == word.upper() != word.lower() for word in words)


def _in_capitals(study: Study, role: str, names: list[Name]) -> Problem:
    text = "; ".join(name.text() for name in names[:3]) + (" …" if len(names) > 3 else "")
    return study_fault("name-in-capitals", study, field=role, value=text)


@cache
def _between() -> re.Pattern[str]:
    """What stands between two names."""
    return re.compile(rf"\s(?:{any_mark('and', 'and_elsewhere')}|&)\s|;\s*", re.IGNORECASE)


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_mark('and', 'and_elsewhere')}|&)\s|;\s*\w", re.IGNORECASE)


@cache
def _also() -> re.Pattern[str]:
    """The end of a name that says that there are others."""
    return re.compile(rf"\b{any_mark('also')}\b\.?$", re.IGNORECASE)


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(rf"(?:n\.? ?n|{any_mark('nobody')}|-+|\?+)\.?", re.IGNORECASE)


@cache
def _anonymous() -> re.Pattern[str]:
    """A work may be signed so: for information only."""
    return re.compile(rf"{any_mark('anonymous')}\.?", re.IGNORECASE)


@cache
def _named() -> re.Pattern[str]:
    """A name or a part of one: words that begin with a capital, initials, particles."""
    particles = "|".join(sorted(PARTICLES | PATRONYMICS))
    return re.compile(rf"(?:[^\W\d_]\.[ -]?|[^\W\d_a-z][\w'’-]*\.? ?|(?:{particles}) ){{1,5}}")


@cache
def _institution() -> re.Pattern[str]:
    """A word by which an institution is known."""
    return re.compile(rf"\b{any_mark('institutional')}\b", re.IGNORECASE)


CHECK = RecordCheck("names", run)
