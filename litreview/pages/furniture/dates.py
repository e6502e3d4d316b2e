"""Lines of dates: of arrival, of publication, and of an issue."""

from __future__ import annotations

from litreview.pages.furniture.facts import Source
from litreview.pages.furniture.masthead import mastheads
from litreview.pages.furniture.page import NEAR, Page
from litreview.pages.furniture.shapes import MOST_WORDS, YEAR, is_date


def read_dated(page: Page, at: int) -> int | None:
    """A line of dates: of arrival, of publication, or the name of a journal with month and year behind it."""
    line = page.lines[at]
    text = line.text
    named = page.words.dated_name.match(text) if text.endswith(")") else None
    if named and not page.headed and len(named["name"].split()) <= MOST_WORDS:
        page.fact("container-title", named["name"], line.flat[slice(*named.span("name"))], at)
        page.fact("year", named["year"], line.flat[slice(*named.span("year"))], at)
        page.drop(at)
        return at + 1
    for pattern, source in ((page.words.published, "published"), (page.words.received, "received")):
        label = pattern.match(text.lstrip("(*[ "))
        if not label:
            continue
        alone = not text.lstrip("(*[ ")[label.end() :].strip(" :()[]")
        following = next((n for n in range(at + 1, min(at + NEAR, len(page.lines))) if page.lines[n].text), None)
        if alone and following is not None and is_date(page.lines[following].text, page.words):
            _dates(page, following, "published" if source == "published" else "received")
            page.drop(at)
            page.drop(following)
            return following + 1
        if alone or is_date(text, page.words):
            _dates(page, at, "published" if source == "published" else "received")
            page.drop(at)
            return at + 1
    date = page.words.full_date.search(text) if page.marked and at - page.marked[-1] <= NEAR and not page.headed else None
    if date and len(text.split()) <= MOST_WORDS and not _knows_year(page, text):
        page.fact("year", date["year"], line.flat[slice(*date.span("year"))], at)
        page.drop(at)
        return at + 1
    return None


def _dates(page: Page, at: int, source: Source) -> None:
    """The years of a line of dates, each by the label before it."""
    text = page.lines[at].text
    for year in YEAR.finditer(text):
        labels = [(m.start(), "published") for m in page.words.published.finditer(text, 0, year.start())]
        labels += [(m.start(), "received") for m in page.words.received.finditer(text, 0, year.start())]
        own = max(labels)[1] if labels else source
        page.fact("year", year.group(), page.lines[at].flat[slice(*year.span())], at, "published" if own == "published" else "received")


def _knows_year(page: Page, text: str) -> bool:
    return any(fact.field == "year" for fact in page.facts) or any("volume" in mark.fields for mark in mastheads(text))
