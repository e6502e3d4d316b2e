"""The name of the journal or conference on a page: before, over, behind and beside its masthead."""

from __future__ import annotations

import re

import attrs

from litreview.pages.furniture.heads import without_head
from litreview.pages.furniture.masthead import mastheads
from litreview.pages.furniture.page import BUTTON, NEAR, Page
from litreview.pages.furniture.running import without_site
from litreview.pages.furniture.shapes import MOST_WORDS, WORD, can_be_name, is_acronym_over
from litreview.pages.offsets import Flat
from litreview.pages.titlecase import in_capitals

_LONG_NAME = 12
_SITE = re.compile(r"https?://\S+")


def take_name(page: Page, flat: Flat, at: int) -> None:
    """State `flat`, without numbers, links of a sentence and addresses around it, as the name: the first one of a masthead counts."""
    flat = flat.strip(" \t,;:.|(/–-")
    number = re.match(r"\d{1,4}\s+(?=[^\W\d_])", flat.text)
    flat = flat[number.end() :] if number else flat
    spaced = len(flat.text.split()) > NEAR and all(len(letter) == 1 for letter in flat.text.split())
    if flat.text.count("(") > flat.text.count(")"):
        flat = flat[: flat.text.rfind("(")].strip(" \t,;:")
    last = flat.text.rsplit(None, 1)
    if len(last) == 2 and not spaced and last[1].casefold().strip(".,") in page.words.filler:
        flat = flat[: len(last[0])].strip(" \t,;:")
    flat = without_site(flat)
    bare = page.words.journal.fullmatch(flat.text) or page.words.conference.fullmatch(flat.text)
    if (
        WORD.search(flat.text)
        and not bare
        and not any(fact.field in ("container-title", "event") and fact.source == "masthead" for fact in page.facts)
    ):
        event = page.words.conference.search(flat.text) and not page.words.journal.search(flat.text)
        page.fact("event" if event else "container-title", flat.text.replace(" ", "") if spaced else flat.text, flat, at)


def take_name_above(page: Page, at: int, numbered: bool) -> None:
    """The lines straight over a masthead, from the top of the page, are the journal's name; over its address alone, its acronym."""
    first = at
    if not numbered:
        acronym = next((n for n in range(at - 1, max(at - NEAR, -1), -1) if page.stands(n)), None)
        if acronym is not None and page.lines[acronym].text.isupper() and len(page.lines[acronym].text.split()) < NEAR:
            page.drop(acronym)
        return
    if is_acronym_over(page.lines, at):
        take_name(page, page.lines[at - 2].flat, at)
        page.drop(at - 2)
        return
    while first and page.stands(first - 1) and first - 1 not in page.marked and at - first < NEAR:
        first -= 1
    above = page.lines[first:at]
    if above and (first == 0 or not page.stands(first - 1) or first - 1 in page.marked):
        flat = Flat.join([line.flat for line in above], " ")
        top = not any(map(page.stands, range(first)))
        if page.words.journal.search(flat.text) or (top and can_be_name(flat.text, page.words) and len(above) <= 2):
            take_name(page, flat, at)
            for number in range(first, at):
                page.drop(number)


def take_name_behind(page: Page, rest: Flat, at: int) -> Flat:
    """What follows the journal's whole name and its address behind a masthead that only has its acronym ("JK 4(1), Jurnal …")."""
    known = next((f for f in page.facts if f.field == "container-title"), None)
    site = _SITE.search(rest.text, 0, BUTTON)
    named = site and page.words.journal.search(rest.text, 0, site.start()) and len(rest.text[: site.start()].split()) <= _LONG_NAME
    if not site or not named or (known is not None and " " in known.value):
        return rest
    page.facts = [fact for fact in page.facts if fact is not known]
    take_name(page, rest[: site.start()], at)
    return rest[site.end() :].strip()


def take_repeated_name(page: Page) -> None:
    """The journal's name once more, alone on a line or before the title."""
    names = [fact.flat.text for fact in page.facts if fact.field == "container-title" and fact.source == "masthead"]
    name = " ".join(names[0].split()).casefold() if names else ""
    for at, line in enumerate(page.kept):
        if len(name) > 8 and line is not None and line.text.casefold().startswith(name):
            rest = line.flat[len(name) :].strip(" \t,;:|–-")
            marked = next(iter(mastheads(rest.text)), None)
            if marked is not None and marked.start == 0:
                rest = rest[:0]
            page.kept[at] = attrs.evolve(line, flat=rest if len(rest.text) > 3 else line.flat[:0], lead=0)
        elif len(name) > _LONG_NAME and line is not None:
            page.kept[at] = without_head(line, name)


def join_broken_name(page: Page) -> None:
    """The word for a journal alone on its line at the top of a page: its name goes on in the next."""
    full = [n for n, line in enumerate(page.kept) if line is not None and line.text][:2]
    lines = [page.kept[n] for n in full]
    first, second = lines if len(lines) == 2 else (None, None)
    if first is None or second is None or not page.marked or full[0] > page.marked[0]:
        return
    if page.words.journal.fullmatch(first.text) and first.text[0].isupper() and 1 < len(WORD.findall(second.text)) <= MOST_WORDS:
        flat = Flat.join([first.flat, second.flat], " ")
        numbered = any(fact.field in ("volume", "issue", "ISSN") for fact in page.facts)
        if not numbered:
            page.drop(full[0])
        elif in_capitals(second.text) and full[1] < page.marked[-1]:
            page.facts = [fact for fact in page.facts if fact.field != "container-title"]
            take_name(page, flat, full[0])
            page.drop(full[0])
            page.drop(full[1])
