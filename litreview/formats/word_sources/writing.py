"""Studies as a file of Word's sources."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from litreview.errors import Problem
from litreview.formats._left_out import Written
from litreview.formats.word_sources.fields import (
    CONTAINERS,
    FROM_WORD,
    KINDS,
    LCID,
    NAMESPACE,
    OTHER_LCID,
    OWN_AUTHORS,
    ROLES,
    THESIS,
    number_variable,
)
from litreview.record import Date, DateParts, Name, Study

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PAGED = frozenset(("JournalArticle", "ArticleInAPeriodical", "ConferenceProceedings"))
"""Kinds whose number of an article stands where others have pages."""
_FOUR_DIGITS = 1000
_LANGUAGES = {**LCID, **{tag: number for number, tag in OTHER_LCID.items() if tag not in LCID}}
_OPENED = re.compile(r"<(i|b|sup|sub|span)(?! class=\"nocase\")(?: [^<>]*)?>")
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|span)(?: [^<>]*)?>")


def write(studies: Sequence[Study]) -> tuple[bytes, tuple[Problem, ...]]:
    """A Sources file, UTF-8; what Word's fields cannot hold is reported study by study.

    >>> from litreview.record import LangText, Name, Names
    >>> study = Study("lee2019", "book", title=LangText({"en": "Ports"}), names=Names({"author": (Name(family="Lee", given="Ann"),)}))
    >>> b"<b:Last>Lee</b:Last><b:First>Ann</b:First>" in write([study])[0]
    True
    """
    works = [Written(study, "word") for study in studies]
    tags = _tags([study.key for study in studies])
    lines = [f"<b:Source>{''.join(_source(work, tag, n))}</b:Source>" for n, (work, tag) in enumerate(zip(works, tags, strict=True), 1)]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    opened = f'<b:Sources xmlns:b="{NAMESPACE}" xmlns="{NAMESPACE}" SelectedStyle="">'
    text = "\n".join([head + opened, *lines, "</b:Sources>"]) + "\n"
    return text.encode(), tuple(problem for work in works for problem in work.problems("Word", "info"))


def _tags(keys: Sequence[str]) -> list[str]:
    """Keys as Word takes them in a field code: no space, quotation mark or backslash; each unlike the others."""
    tags: list[str] = []
    taken: set[str] = set()
    for key in keys:
        bare = re.sub(r"[\s\"\\]+", "_", key)[:200]
        tag, number = bare, 1
        while tag.casefold() in taken:
            number += 1
            tag = f"{bare}_{number}"
        taken.add(tag.casefold())
        tags.append(tag)
    return tags


def _source(work: Written, tag: str, number: int) -> Iterator[str]:
    study = work.study
    kind = KINDS.get(study.type, "Misc")
    yield _field("Tag", tag)
    yield _field("SourceType", kind)
    yield _field("Guid", "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, study.key)).upper() + "}")
    yield _field("LCID", str(_language(work)))
    if tag != study.key:
        work.changed.append(f"key ({tag})")
    if _type_read(study, kind) != study.type:
        work.changed.append(f"type ({study.type})")
    yield from _people(work, kind)
    institution = kind == "Report"
    yield from _texts(
        work,
        {
            "title": "Title", "container-title": CONTAINERS.get(kind, "PublicationTitle"),
            "publisher": "Institution" if institution else "Publisher",
            "publisher-place": "City", "volume": "Volume", "issue": "Issue", "page": "Pages",
            "number": number_variable(kind, study.type) or ("Pages" if kind in _PAGED and not study.tagged("page") else ""),
            "edition": "Edition", "DOI": "DOI", "URL": "URL",
            "genre": "ThesisType" if institution else "Type", "division": "Department", "number-of-volumes": "NumberVolumes",
            "title-short": "ShortTitle", "note": "Comments", "medium": "Medium", "version": "Version", "chapter-number": "ChapterNumber",
            "event-title": "" if work.study.tagged("container-title") else "ConferenceName" if kind == "ConferenceProceedings" else "",
            "ISBN": "StandardNumber", "ISSN": "" if study.tagged("ISBN") or study.type == "standard" else "StandardNumber",
            "authority": "Court" if kind == "Case" else "",
        },
    )  # fmt: skip
    if study.type == "thesis" and not study.genre:
        yield _field("ThesisType", "")  # what tells a thesis from a report
    for variable, behind in (("issued", ""), ("accessed", "Accessed")):
        if date := work.date(variable):
            yield from _date(date, behind)
            if not _whole(date):
                work.changed.append(f"{variable} ({date.edtf()})")
    for name, value in work.own_extra:
        if re.fullmatch("[A-Za-z]+", name):
            yield _field(name, value)
    yield _field("RefOrder", str(number))


def _texts(work: Written, names: dict[str, str]) -> Iterator[str]:
    """The fields, each once: a second variable for one field is left out, and reported."""
    written: set[str] = set()
    for variable, name in names.items():
        if name and name not in written and (text := work.text(variable)):
            written.add(name)
            if tags := dict.fromkeys(opened[1] for opened in _OPENED.finditer(text)):
                work.changed.append(f"{variable} ({', '.join(f'<{one}>' for one in tags)})")
            yield _field(name, _MARKUP.sub("", text))


def _people(work: Written, kind: str) -> Iterator[str]:
    parts: dict[str, str] = {}
    for role, word in ROLES.items():
        word = OWN_AUTHORS.get(kind, word) if role == "author" else word
        if role in work.study.names and word not in parts:
            parts[word] = _names(work.people(role))
    if parts:
        yield f"<b:Author>{''.join(f'<b:{word}>{names}</b:{word}>' for word, names in parts.items() if names)}</b:Author>"


def _names(names: tuple[Name, ...]) -> str:
    """One institution alone is ``Corporate``; among persons it is a person with a last name only."""
    if len(names) == 1 and names[0].literal is not None:
        return _field("Corporate", names[0].literal)
    people = []
    for name in names:
        family = " ".join(part for part in (name.non_dropping_particle, name.family) if part) or name.literal or ""
        given = " ".join(part for part in (name.given, name.dropping_particle) if part)
        if name.suffix:
            family = f"{family}, {name.suffix}"
        people.append(f"<b:Person>{_field('Last', family)}{_field('First', given) if given else ''}</b:Person>")
    return f"<b:NameList>{''.join(people)}</b:NameList>" if people else ""


def _date(date: Date, behind: str) -> Iterator[str]:
    start = date.start
    if start is None or date.end is not None or not _whole(date):
        last = date.end.year if date.end is not None else None
        alone = start is not None and last in (None, start.year)
        yield _field("Year" + behind, date.edtf() if start is None else str(start.year) if alone else f"{start.year}–{last}")
    else:
        for name, value in (("Year", start.year), ("Month", start.month), ("Day", start.day)):
            if value is not None:
                yield _field(name + behind, str(value))


def _whole(date: Date) -> bool:
    """Whether the fields for year, month and day hold all that the date says; its words do where it is none."""
    start, end = date.start, date.end
    if start is None or date.circa or date.open_end:
        return start is None
    return (
        start.season is None
        and start.year >= _FOUR_DIGITS
        and (end is None or (start, end) == (DateParts(start.year), DateParts(end.year)))
    )


def _type_read(study: Study, kind: str) -> str:
    """The type that a source of Word's `kind` is read as."""
    genre = study.text("genre", study.language or "und")
    if kind == "Report" and (study.type == "thesis" or genre) and (not genre or THESIS.search(genre)):
        return "thesis"
    day = study.issued is not None and study.issued.start is not None and study.issued.start.day is not None
    if kind == "ArticleInAPeriodical" and day and not study.tagged("issue"):
        return "article-newspaper"
    return FROM_WORD[kind]


def _language(work: Written) -> int:
    """Word's number of the language; 0 where it has none, and told where it has none of that region."""
    tag = work.study.language or ""
    if tag and tag not in _LANGUAGES:
        work.changed.append(f"language ({tag})")
    return _LANGUAGES.get(tag) or _LANGUAGES.get(tag.partition("-")[0], 0)


def _field(name: str, value: str) -> str:
    return f"<b:{name}>{escape(_FORBIDDEN.sub('', value))}</b:{name}>"
