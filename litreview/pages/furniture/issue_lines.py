"""Lines with volume, issue, pages, ISSN or DOI, and what is left of them."""

from __future__ import annotations

import re

import attrs

from litreview.pages.furniture.feet import read_foot
from litreview.pages.furniture.journal_names import take_name, take_name_above, take_name_behind
from litreview.pages.furniture.masthead import mastheads
from litreview.pages.furniture.page import BUTTON, Page
from litreview.pages.furniture.shapes import WORD, can_be_name, field_named, says_nothing

_LONGEST = 4000
"""A line of more characters holds running text; a shorter one can be of a site, or a whole front."""
_PAGE_FIRST = re.compile(r"\d{1,4}\s+(?=[A-Z]{2})")
"""The number of a page between a masthead and a title in capitals."""


def read_masthead(page: Page, at: int) -> None:
    """State what the masthead on the line at `at` tells, and the name beside or over it; without one, look for a running foot."""
    line = page.lines[at]
    text = line.text
    if len(text) > (BUTTON if page.headed else _LONGEST):
        return
    found = mastheads(text)
    if not found:
        _read_foot(page, at)
        return
    outside = len(WORD.findall(text)) - sum(len(WORD.findall(text[m.start : m.end])) for m in found)
    named_late = len(found) > 1 and found[0].fields <= {"ISSN"} and "volume" in found[1].fields
    first, behind = (found[1], found[0].end) if named_late else (found[0], 0)
    before = text[behind : first.start]
    named = can_be_name(before, page.words)
    if outside > (3 if page.headed else 10) and not (not page.headed and "volume" in first.fields and (named or not before.strip())):
        return
    page.marked.append(at)
    for mark in found if outside <= 10 else [first]:
        for field, value, start, end in mark.values:
            page.fact(field_named(field), value, line.flat[start:end], at)
    numbered = first.fields & {"volume", "issue"} or first.fields <= {"year"} or first.fields >= {"ISSN", "page", "year"}
    if named and (numbered or page.words.journal.search(before) or page.words.conference.search(before)):
        take_name(page, line.flat[behind : first.start], at)
    elif not page.headed and (numbered or "URL" in first.fields):
        take_name_above(page, at, bool(numbered))
    rest = line.flat[(first if outside > 10 else found[-1]).end :].strip(" \t,.;:|")
    rest = take_name_behind(page, rest, at) if outside > 10 else rest
    folio = _PAGE_FIRST.match(rest.text)
    rest = rest[folio.end() :] if folio else rest
    repeated = rest.text and rest.text.casefold() in before.casefold()
    if outside > 10 or (rest.text and not repeated and len(WORD.findall(rest.text)) > 3 and not says_nothing(rest.text, page.words)):
        page.kept[at] = attrs.evolve(line, flat=rest, lead=0)
    else:
        page.drop(at)


def _read_foot(page: Page, at: int) -> None:
    """A running head or foot is taken off the line at `at`; a kind of work that it names is a fact."""
    line = page.lines[at]
    foot = read_foot(line, page.headed, page.words)
    if foot is None:
        return
    for field, flat in foot.stated:
        page.fact(field, flat.text, flat, at, "foot")
    if foot.rest is None:
        page.drop(at)
    else:
        page.kept[at] = attrs.evolve(line, flat=foot.rest, lead=0)
