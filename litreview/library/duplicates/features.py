"""What of a study matters when it is compared with another, worked out once."""

from __future__ import annotations

import re
from functools import cache

import attrs

from litreview.languages.marks import any_mark
from litreview.library.duplicates.words import content, numbers, words
from litreview.record import Study
from litreview.record.identifiers import arxiv, find_doi, isbn13, issn, pmcid, pmid
from litreview.record.languages import language_tag

Words = tuple[str, ...]
_TAG = re.compile(r"</?[a-z]{1,8}>", re.IGNORECASE)
_BEHIND = re.compile(r"[.\s]\s?\[([A-Z][a-z]{2,20})\]\s?$")
_CONFERENCE = re.compile(r"\. Conference: .*$", re.DOTALL)
"""Behind the name of a journal, as Embase writes it."""


@attrs.frozen
class Title:
    """One title: its words, those that carry meaning, and the numbers in it. `language` is None where it is not stated."""

    language: str | None
    words: Words
    content: Words
    numbers: frozenset[str]
    joined: str
    """The title without spaces: "kerja sama" and "kerjasama" are one."""
    spaced: str


@attrs.frozen
class Features:
    """One study, ready to be compared. `families` are the family names, `name_words` all words of all names."""

    key: str
    type: str
    identifiers: frozenset[tuple[str, str]]
    isbns: frozenset[str]
    issns: frozenset[str]
    titles: tuple[Title, ...]
    families: frozenset[str]
    name_words: frozenset[str]
    people: int
    year: int | None
    container: Words
    volume: str
    issue: str
    page: str


def features(study: Study) -> Features:
    """Work out the features of one study."""
    return Features(
        study.key,
        study.type,
        frozenset(_identifiers(study)),
        frozenset(filter(None, map(isbn13, _parts(study.text("ISBN"))))),
        frozenset(filter(None, map(issn, _parts(study.text("ISSN"))))),
        tuple(_titles(study)),
        frozenset("".join(words(n.family or n.literal or "")) for n in study.author) - {""},
        frozenset(w for n in study.author for w in words(n.text()) if len(w) > 2),
        len(study.author),
        study.issued.year if study.issued else None,
        words(_CONFERENCE.sub("", study.text("container-title") or study.text("publisher") or "")),
        _volume(study.text("volume")),
        _issue(study.text("issue")),
        _first_page(study.text("page")),
    )


def _identifiers(study: Study) -> list[tuple[str, str]]:
    identifiers: list[tuple[str, str | None]] = [
        ("DOI", (find_doi(study.text("DOI") or "") or "").casefold()),
        ("PMID", pmid(study.text("PMID") or "")),
        ("PMCID", pmcid(study.text("PMCID") or "")),
    ]
    for variable in ("number", "archive_location", "URL", "DOI"):
        value = study.text(variable) or ""
        if "arxiv" in (value + (study.text("archive") or "")).casefold():
            bare = re.sub(r"^10\.48550/", "", value, flags=re.IGNORECASE)
            identifiers.append(("arXiv", (arxiv(bare) or "").casefold()))
    return [(kind, value) for kind, value in identifiers if value]


def _titles(study: Study) -> list[Title]:
    titles = []
    volume = study.type == "book" and not study.text("container-title") and study.tagged("volume-title")  # two volumes are two works
    for tag, text in (volume or study.title).items():
        title_words = words(_bare(text))
        if title_words:
            titles.append(title_of(title_words, None if tag == "und" else tag.partition("-")[0]))
    return titles


def title_of(listed: Words, language: str | None = None) -> Title:
    """The title of these words."""
    return Title(language, listed, content(listed), numbers(listed), "".join(listed), " ".join(listed))


def _parts(text: str | None) -> list[str]:
    return re.split(r"[;,]\s*|(?<!\s)\s+(?=97[89])", text) if text else []


def _plain(text: str | None) -> str:
    return re.sub(r"[^a-z0-9]", "", (text or "").casefold()).lstrip("0")


def _bare(title: str) -> str:
    """A title without markup, and without the language that a database puts behind it: "Ports. [Russian]"."""
    tail = _BEHIND.search(title)
    return _TAG.sub("", title[: tail.start()] if tail and language_tag(tail[1]) else title)


def _volume(text: str | None) -> str:
    """The volume without the issue that some databases put behind it; none where half of that is left.

    >>> _volume("65 (Supplement 1)"), _volume("XII"), _volume("1)")
    ('65', 'xii', '')
    """
    volume = (text or "").strip()
    return "" if volume.count("(") != volume.count(")") else _plain(volume.partition("(")[0])


def _issue(text: str | None) -> str:
    """The issue; a supplement is one, however it is written.

    >>> _issue("SUPPL. 3"), _issue("Supplement 3"), _issue("S3"), _issue("2")
    ('s3', 's3', 's3', '2')
    """
    return _plain(_supplement().sub("s", (text or "").casefold()))


@cache
def _supplement() -> re.Pattern[str]:
    return re.compile(rf"\b{any_mark('supplement')}\b")


def _first_page(text: str | None) -> str:
    return _plain(re.split(r"[-–—,]", text)[0]) if text else ""
