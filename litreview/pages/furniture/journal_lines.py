"""A line of its own that names the journal or the conference."""

from __future__ import annotations

import re
from bisect import bisect_left

import attrs

from litreview.pages.furniture.journal_names import take_name
from litreview.pages.furniture.page import Page
from litreview.pages.furniture.running import is_head, is_name_alone, is_titled
from litreview.pages.furniture.shapes import WORD, goes_on
from litreview.pages.headings import begins_abstract
from litreview.pages.offsets import Flat


def find_journal_line(page: Page) -> None:
    """A line of its own with the word for a journal or a conference in it, close to a masthead or at the top of the page."""
    known = next((f for f in page.facts if f.field in ("container-title", "event") and f.source == "masthead"), None)
    if known is not None and (page.words.journal.search(known.value) or len(known.value.split()) > 1):
        return
    near = [n for n, line in enumerate(page.kept) if line is not None and line.text]
    ends = [bisect_left(near, mark) for mark in page.marked]
    candidates = [n for end in ends for n in (*reversed(near[max(end - 2, 0) : end]), *near[end : end + 3])]
    candidates += [n for n in near if is_head(page.lines, n, page.kept[n - 1] if n else None)]
    heading = next((n for n in near if begins_abstract(page.lines[n].text)), 0)
    candidates += [n for n in near if n < heading and is_name_alone(page.lines, n)]
    first = [n for n in near[:1] if page.marked or is_titled(page.lines, n)]
    candidates += [n for n in first if page.words.journal.match(page.lines[n].text.lstrip())]
    for at in candidates:
        line = page.kept[at]
        text = line.text if line is not None else ""
        top = at == near[0] and bool(page.marked) and at < page.marked[0] and page.words.journal.search(text)
        named = (
            top
            or page.words.journal.match(text.lstrip())
            or page.words.conference.search(text)
            or is_head(page.lines, at, page.kept[at - 1] if at else None)
        )
        named = named or (known is not None and text.startswith(known.value) and bool(page.words.journal.search(text)))
        if line is None or not named or not 2 <= len(WORD.findall(text)) <= 12 or text.rstrip().endswith("."):
            continue
        if known is not None:
            page.facts.remove(known)
        year = re.search(r"(?<![\s,(])[\s,(]+(?:19|20)\d\d\)?$", text)
        folio = re.search(r"(?<!\s)\s+[\d]{1,4}$", text)
        end = year.start() if year and not page.words.conference.search(text) else folio.start() if folio and not year else len(text)
        flat = line.flat[:end]
        after = page.kept[at + 1] if at + 1 < len(page.kept) else None
        if end == len(text) and after is not None and goes_on(page.lines, at):
            flat = Flat.join([flat, after.flat], " ")
            page.drop(at + 1)
        joined = known is not None and ":" in page.lines[page.marked[0]].text.partition(known.value)[2][:2]
        take_name(page, flat, at)
        if joined and known is not None:
            page.facts[-1] = attrs.evolve(page.facts[-1], value=f"{known.value}: {page.facts[-1].value}")
        page.headed = False
        page.drop(at)
        return
