"""What of a study matters when it is compared with another, worked out once."""

from __future__ import annotations

import re

import attrs

from litreview.library.duplicates.words import content, numbers, words
from litreview.record import Study
from litreview.record.identifiers import arxiv, find_doi, isbn13, issn, pmcid, pmid

Words = tuple[str, ...]


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
        words(study.text("container-title") or study.text("publisher") or ""),
        _plain(study.text("volume")),
        _plain(study.text("issue")),
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
        title_words = words(text)
        if title_words:
            titles.append(title_of(title_words, None if tag == "und" else tag.partition("-")[0]))
    return titles


def title_of(listed: Words, language: str | None = None) -> Title:
    """The title of these words."""
    return Title(language, listed, content(listed), numbers(listed), "".join(listed), " ".join(listed))


def _parts(text: str | None) -> list[str]:
    return re.split(r"[;,]\s*|\s+(?=97[89])", text) if text else []


def _plain(text: str | None) -> str:
    return re.sub(r"[^a-z0-9]", "", (text or "").casefold()).lstrip("0")


def _first_page(text: str | None) -> str:
    return _plain(re.split(r"[-–—,]", text)[0]) if text else ""
