"""The lines of a page without its furniture, and the facts that the furniture states."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from litreview.pages.furniture.dates import read_dated
from litreview.pages.furniture.facts import Fact, Source
from litreview.pages.furniture.heads import without_first_page
from litreview.pages.furniture.issue_lines import read_masthead
from litreview.pages.furniture.journal_lines import find_journal_line
from litreview.pages.furniture.journal_names import join_broken_name, take_repeated_name
from litreview.pages.furniture.masthead import mastheads
from litreview.pages.furniture.page import BUTTON, Page
from litreview.pages.furniture.references import article_reference
from litreview.pages.furniture.running import own_doi, read_running
from litreview.pages.furniture.shapes import ends_title, field_named, is_site_field, quote_end
from litreview.pages.furniture.words import furniture_words
from litreview.pages.headings import begins_abstract
from litreview.pages.offsets import Flat
from litreview.pages.unwrap import Line

_LONE_NUMBER = re.compile(r"[-–\s(\[]*(?:(?!(?:19|20)\d\d\W*$)\d{1,4}|[ivxlc]{1,7})[-–\s)\].]*")
_WITH_BUTTON: dict[str, Source] = {"DOI": "list", "year": "foot"}


@attrs.frozen(eq=False)
class Furnished:
    """Lines without furniture (a line of it is left blank, or out of the middle of a text), and what it states, in order."""

    lines: tuple[Line, ...]
    facts: tuple[Fact, ...]


def without_furniture(lines: Sequence[Line], body: int | None = None) -> Furnished:
    """Take the furniture of one page off its lines. Of those from `body` on nothing is kept; a DOI alone on its line still counts.

    >>> from litreview.pages.unwrap import unwrap
    >>> page = unwrap("Jurnal Kota Vol. 3, No. 1, Juli 2019\\n\\nKota Kembar di Jawa\\n\\nShow Abstract | Download Original")
    >>> furnished = without_furniture(page)
    >>> [line.text for line in furnished.lines if line.text], [(fact.field, fact.value) for fact in furnished.facts]
    (['Kota Kembar di Jawa'], [('volume', '3'), ('issue', '1'), ('year', '2019'), ('container-title', 'Jurnal Kota')])
    """
    furnished = _read(Page(lines[:body], furniture_words()))
    behind = [] if body is None else [fact for line in lines[body:] for fact in own_doi(line)]
    listed = {fact.value for fact in behind}
    return attrs.evolve(furnished, facts=(*furnished.facts, *(behind if len(listed) == 1 else ())))


def _read(page: Page) -> Furnished:
    at = next((n for n, line in enumerate(page.lines[:BUTTON]) if line.text and page.words.list_begins.match(line.text)), 0)
    for over in range(at + 1 if at else 0):
        page.drop(over)
    while at < len(page.lines):
        at = _read_line(page, at)
    join_broken_name(page)
    find_journal_line(page)
    take_repeated_name(page)
    pages = [fact.value.partition("-")[0] for fact in page.facts if fact.field == "page"]
    page.kept = without_first_page(page.kept, pages[0]) if pages else page.kept
    return Furnished(tuple(line for line in page.kept if line is not None), tuple(page.facts))


def _read_line(page: Page, at: int) -> int:
    """Read the line at `at`; the place of the next one."""
    line = page.lines[at]
    text = line.text
    if not text:
        return at + 1
    short = len(text) < BUTTON
    for pattern, kind in ((page.words.repository, "thesis"), (page.words.article_site, "article-journal")):
        if short and pattern.match(text):
            page.fact("type", kind, line.flat, at, "list")
    if begins_abstract(text):
        if not page.headed and is_site_field(page.lines, at):
            page.fact("type", "article-journal", line.flat, at, "list")
        page.headed = True
        return at + 1
    button = short and bool(page.words.button.match(text))
    if short and (following := _read_running(page, at, button)):
        return following
    if (button or _LONE_NUMBER.fullmatch(text)) and not ends_title(page.kept[max(at - 2, 0) : at], text):
        for mark in mastheads(text) if short else ():
            for field, value, start, end in mark.values:
                if field in _WITH_BUTTON:
                    page.fact(field_named(field), value, line.flat[start:end], at, _WITH_BUTTON[field])
        end = quote_end(page.lines, at)
        for number in range(at, end):
            page.drop(number)
        return end
    if not page.headed and page.words.article_kind.match(text) and _is_first(page, at):
        page.drop(at)
        return at + 1
    if short and (following := _read_label(page, at) or read_dated(page, at)):
        return following
    read_masthead(page, at)
    return at + 1


def _is_first(page: Page, at: int) -> bool:
    """Whether nothing but furniture stands above a line, and an empty line below it."""
    return at < BUTTON and not any(map(page.stands, range(at))) and at + 1 < len(page.lines) and not page.lines[at + 1].text


def _read_running(page: Page, at: int, button: bool) -> int | None:
    """A running head with volume and pages, or the line of a licence that names the journal."""
    running = read_running(page.lines, at, button)
    if running is None or (page.headed and running.head):
        return None
    page.facts += running.facts
    page.marked += [at] if running.head else []
    for number in running.lines:
        page.drop(number)
    return at + 1


def _read_label(page: Page, at: int) -> int | None:
    """A line with a label of furniture (a reference, a publisher), read with what stands under it."""
    text = page.lines[at].text
    if cite := page.words.cite.match(text):
        end = at + 1
        pieces = [page.lines[at].flat[cite.end() :]]
        while not pieces[-1].text and end < len(page.lines) and not page.lines[end].text:
            end += 1
        while end < len(page.lines) and page.lines[end].text and not page.words.button.match(page.lines[end].text):
            pieces.append(page.lines[end].flat)
            end += 1
        page.facts += article_reference(Flat.join([piece for piece in pieces if piece.text], " "), page.lines[at])
        for number in range(at, end):
            page.drop(number)
        return end
    if publisher := page.words.publisher.match(text):
        page.fact("publisher", text[publisher.end() :], page.lines[at].flat[publisher.end() :], at, "list")
        page.drop(at)
        return at + 1
    return None
