"""The page that a citation names against the page on which the words were marked in the full text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._cited import Cited
from litreview.audit.checks._lines import Line
from litreview.audit.checks._quotes import pieces, stands
from litreview.audit.checks._sources import flat, unquoted
from litreview.audit.checks._tokens import quotations
from litreview.errors import Problem
from litreview.languages import language, tags
from litreview.languages.marks import any_mark
from litreview.record import Study
from litreview.review.claims.marked import in_full_text

_SPAN = re.compile(r"(\d+)[-–](\d+)")
_LONGEST_SPAN = 500
"""A span of more pages says nothing of a place."""


def run(draft: Draft) -> Iterator[Problem]:
    """Each citation that names another page than the highlight of its words has, or one that the work does not have."""
    for line in draft.lines:
        if draft.planned(line):
            continue
        for cite in line.cites:
            for key, segment in _segments(cite, line, draft):
                named = pages_in(segment)
                if named:
                    yield from _judge(draft, line, key, named)


def _judge(draft: Draft, line: Line, key: str, named: tuple[str, ...]) -> Iterator[Problem]:
    there = _pages_of(draft, line, key)
    printed = ", ".join(named)
    if there:
        if not any(page in _spread(there) for page in _spread(named)):
            pages = ", ".join(there[:4])
            yield found("draft-page-differs", draft, severity="error", place=line.place, study=key, printed=printed, pages=pages)
    elif draft.library is not None and key in draft.library and _outside(draft.library[key], named):
        pages = draft.library[key].text("page") or ""
        yield found("draft-page-outside", draft, place=line.place, study=key, printed=printed, pages=pages)


def _pages_of(draft: Draft, line: Line, key: str) -> tuple[str, ...]:
    """The pages on which what the sentence says of a study was marked: those of the words that it quotes, else those of its claim."""
    marked = list(dict.fromkeys(_marked(draft, key)))
    quoted = [pieces(quote.value) for quote in quotations(line.prose)]
    holding = [page for words, page in marked if any(q and all(stands(piece, unquoted(flat(words))) for piece in q) for q in quoted)]
    claim = draft.claim(line)
    stated = [e.locator for k, e in claim.evidence if k == key and e.locator] if claim is not None and not holding else []
    return tuple(dict.fromkeys((*holding, *stated)))


def _marked(draft: Draft, key: str) -> Iterator[tuple[str, str]]:
    """Words that were marked in a study, each with its page: by the record where it is at hand, else by the ledger."""
    if draft.library is not None and key in draft.library:
        for mark in draft.library[key].highlights:
            yield from ((words, mark.page) for words in mark.text.values() if mark.page)
    for claim in draft.claims.values():
        yield from ((e.quote, e.locator) for k, e in claim.evidence if k == key and e.locator and in_full_text(e))


def _segments(cite: Cited, line: Line, draft: Draft) -> Iterator[tuple[str, str]]:
    """The part of a citation that stands for each of its works."""
    text = line.passage.text[cite.start : cite.end]
    if len(cite.keys) == 1:
        yield cite.keys[0], text
        return
    for segment in text.split(";"):
        keys = [key for key in cite.keys if key in draft.works.by_key and _names(segment, draft.works.by_key[key].handles, key)]
        if len(keys) == 1:
            yield keys[0], segment


def _names(segment: str, handles: tuple[str, ...], key: str) -> bool:
    said = flat(segment)
    return any(flat(handle) in said for handle in handles if handle) or f"@{key}" in segment


def pages_in(segment: str) -> tuple[str, ...]:
    """The pages that a part of a citation names, behind a word for them.

    >>> pages_in("(Lee, 2019, hlm. 103, 105)"), pages_in("(Lee 2019, pp. 12–14)"), pages_in("(Lee, 2019)")
    (('103', '105'), ('12–14',), ())
    """
    match = _pattern().search(segment)
    return tuple(re.split(rf"(?:(?<!\s)\s+)?(?:,|;|&|\b{any_mark('and')}\b)\s*", match["pages"])) if match else ()


@cache
def _pattern() -> re.Pattern[str]:
    terms = {str(word) for tag in tags() for word in language(tag).section("locators")["page"]}
    joined = "|".join(re.escape(word) for word in sorted(terms, key=lambda word: (-len(word), word)))
    page = r"(?:\d[\w-]*(?:[-–]\d+)?|[ivxlcdm]+|[A-Z]-?\d+)"
    return re.compile(rf"(?<!\w)(?:{joined})\s*(?P<pages>{page}(?:\s*(?:,|&|{any_mark('and')})\s*{page})*)(?!\w)", re.IGNORECASE)


def _spread(pages: tuple[str, ...]) -> frozenset[str]:
    """The pages, spans among them as each of their pages too."""
    single = {page.casefold().replace("–", "-") for page in pages}
    for page in pages:
        span = _SPAN.fullmatch(page)
        if span and 0 <= int(_whole(span[1], span[2])) - int(span[1]) <= _LONGEST_SPAN:
            single |= {str(n) for n in range(int(span[1]), int(_whole(span[1], span[2])) + 1)}
    return frozenset(single)


def _whole(first: str, last: str) -> str:
    """The end of a span that is shortened ("315–8")."""
    return first[: len(first) - len(last)] + last if len(last) < len(first) else last


def _outside(study: Study, named: tuple[str, ...]) -> bool:
    """Whether an article or a chapter, whose pages are known, has none of those named."""
    span = _SPAN.fullmatch((study.text("page") or "").strip().replace(" ", ""))
    if span is None or not all(page.isdigit() for page in named):
        return False
    return not any(int(span[1]) <= int(page) <= int(_whole(span[1], span[2])) for page in named)


CHECK = DraftCheck("pages-named", run)
