"""Ovid's source line: journal, volume, issue, pages and date in one sentence, or editors, book, pages, place and publisher."""

from __future__ import annotations

import re

import attrs

_LONGEST = 1000
_JOURNAL = re.compile(r"(\d{1,5}[A-Za-z]?)\s*(?:\(([^()]{1,40})\))?\s*:\s*([\w.]{1,15}(?:\s*-\s*[\w.]{1,15})?)\s*,\s*([^,;:]{4,40})$")
_VOLUME = re.compile(
    r"\bVol\.?\s*(\d{1,5}[A-Za-z]?)\s*(?:\(([^()]{1,40})\))?,?\s*([^,;:]{0,40}\d{4})\s*,\s*(?:pp?\.\s*)?([\w.]{1,15}(?:\s*-\s*[\w.]{1,15})?)$"
)
_YEAR = re.compile(r"\((\d{4})\)\.?\s*")
_PAGES = re.compile(r"\(pp?\.\s*([^()]{1,30})\)\.?")
_TOTAL = re.compile(r"\b(\d{1,5}|[XVILC]{1,8}) pp\.\s*")
_IMPRINT = re.compile(r"([^:]{2,60}):\s*([^:]{2,100})$")


@attrs.frozen
class Source:
    """What a source line says: text variables, the editors and the date as they stand, and whether all of it was understood."""

    type: str
    texts: dict[str, str]
    editors: str = ""
    date: str = ""
    whole: bool = True


def source_of(line: str) -> Source:
    """Take a source line apart; what does not fit is the title of the container as a whole.

    >>> source_of("Port Studies. Vol 28(2) April 2015, 103-106.").texts
    {'container-title': 'Port Studies', 'volume': '28', 'issue': '2', 'page': '103-106'}
    >>> source = source_of("Lee, A. (2015). Ports. (pp. 3-6) 90 pp. London: Example Press.")
    >>> source.editors, source.texts
    ('Lee, A.', {'title': 'Ports', 'page': '3-6', 'number-of-pages': '90', 'publisher-place': 'London', 'publisher': 'Example Press'})
    """
    words = " ".join(line.split())
    bare = words.rstrip(". ")
    if len(words) > _LONGEST:
        return Source("document", {}, whole=False)
    if match := _JOURNAL.search(bare):
        volume, issue, page, date = match.groups()
    elif match := _VOLUME.search(bare):
        volume, issue, date, page = match.groups()
    elif match := _YEAR.search(words):
        return _book(words, match)
    else:
        return Source("article-journal", {"container-title": bare}, whole=not re.search(r"\d", bare))
    texts = {
        "container-title": bare[: match.start()].rstrip(" .,"),
        "volume": volume,
        "issue": issue or "",
        "page": re.sub(r"(?:(?<!\s)\s+)?-\s*", "-", page),
    }
    return Source("article-journal", {name: text for name, text in texts.items() if text}, date=date.strip())


def _book(words: str, year: re.Match[str]) -> Source:
    rest = words[year.end() :]
    texts: dict[str, str] = {}
    ends = [len(rest)]
    for pattern, variable in ((_PAGES, "page"), (_TOTAL, "number-of-pages")):
        if match := pattern.search(rest):
            texts[variable] = match[1].strip()
            ends.append(match.start())
    behind = max((m.end() for p in (_PAGES, _TOTAL) if (m := p.search(rest))), default=0)
    imprint = _IMPRINT.fullmatch(rest[behind:].strip(" .")) if behind else None
    if imprint:
        texts |= {"publisher-place": imprint[1].strip(), "publisher": imprint[2].strip()}
    title = rest[: min(ends)].strip(" .")
    texts = {"title": title, **texts} if title else texts
    return Source("chapter" if "page" in texts else "book", texts, words[: year.start()].strip(), year[1], whole=imprint is not None)
