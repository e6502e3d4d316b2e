"""A reference to an article as sites print it under "How to cite": authors, year, title, journal, volume, issue, pages, DOI."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from litreview.languages.marks import any_mark
from litreview.pages.furniture.facts import Fact, FactField
from litreview.pages.offsets import Flat
from litreview.pages.unwrap import Line
from litreview.record.identifiers import find_doi

LONGEST = 1200
_YEAR = re.compile(r"\(((?:19|20)\d\d)[^()]{0,30}\)[.,:]?\s+|,\s+((?:19|20)\d\d)[.,]\s+")


def article_reference(flat: Flat, line: Line) -> Iterator[Fact]:
    """The facts of a reference, or nothing where `flat` is none: it needs a year in brackets behind the names, then a title.

    >>> text = "Wulandari, S., & Santoso, B. (2024). Kota Kembar di Jawa. Kota Publika, 18(1), 27–35. https://doi.org/10.1000/1"
    >>> from litreview.pages.unwrap import unwrap
    >>> line = unwrap(text)[0]
    >>> [fact.value for fact in article_reference(line.flat, line)]
    ['Wulandari, S., & Santoso, B.', '2024', 'Kota Kembar di Jawa', 'Kota Publika', '18', '1', '27-35', '10.1000/1']
    """
    text = flat.text[:LONGEST]
    year = _YEAR.search(text)
    if year is None or year.start() < 3:
        return

    def fact(field: FactField, start: int, end: int, value: str | None = None) -> Fact:
        return Fact(field, text[start:end].strip() if value is None else value, flat[start:end], line, "reference")

    names = text[: year.start()].rstrip(" ,")
    yield fact("author", 0, len(names))
    yield fact("year", *year.span(1 if year[1] else 2))
    behind = next((m for m in _behind().finditer(text, year.end()) if text[: m.start()].rstrip()[-1:] in '.?!”"'), None)
    if behind:
        yield fact("title", year.end(), len(text[: behind.start()].rstrip(' .”"')))
        yield fact("container-title", *behind.span("journal"))
        yield fact("volume", *behind.span("volume"))
        if behind["issue"] or behind["number"]:
            yield fact("issue", *behind.span("issue" if behind["issue"] else "number"))
        if behind["page"]:
            yield fact("page", *behind.span("page"), re.sub(r"\s?[-–—]{1,2}\s?", "-", behind["page"]))
    at = text.find("10.", year.end())
    doi = find_doi(text[at:]) if at >= 0 else None
    if doi:
        yield fact("DOI", at, at + len(doi), doi)


@cache
def _behind() -> re.Pattern[str]:
    """What stands behind the title of an article: its journal with volume, issue and pages."""
    volume, issue, page = (any_mark(kind) for kind in ("volume", "issue", "page"))
    within = rf"(?:\s?\((?P<issue>[^()]{{1,12}})\)|,?\s+{issue}\.?\s*(?P<number>\d{{1,3}}))?"
    numbers = rf"(?:{volume}\.?\s*)?(?P<volume>\d{{1,4}}|[IVXLC]{{1,6}}){within}"
    pages = rf"(?:\s*[,:]\s*(?:{page}\.?)?\s*(?P<page>[A-Za-z]?\d{{1,6}}(?:\s?[-–—]{{1,2}}\s?[A-Za-z]?\d{{1,6}})?))?"
    return re.compile(rf"(?P<journal>[^.,;?!]{{3,160}}?),?\s+{numbers}{pages}(?=[\s.,;]|$)", re.IGNORECASE)
