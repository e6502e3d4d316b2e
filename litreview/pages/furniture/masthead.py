"""The marks of a masthead in one line ("Vol. 3, No. 3, July 2019 ISSN 2599-0715"), and the stretch of the line that is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from litreview.pages.furniture.words import furniture_words, without
from litreview.pages.remembered import remembered
from litreview.record.identifiers import find_doi

Value = tuple[str, str, int, int]
"""Field, value, and where it stands in the line."""
_LONGEST_GAP = 60
_DIGIT = re.compile(r"\d")
_SIGNS = ("http", "www.", "issn", ".id")
"""Without a digit or one of these no mark stands in a line."""


@attrs.frozen
class Masthead:
    """A stretch of a line (code points, end exclusive) that is a masthead, and what it states."""

    start: int
    end: int
    values: tuple[Value, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The fields it states."""
        return frozenset(field for field, *_ in self.values)


@remembered
def mastheads(text: str) -> tuple[Masthead, ...]:
    """The mastheads of a line in order. A volume, an issue or a page alone is none, nor is a year.

    >>> [(m.start, m.values) for m in mastheads("Kota 5(2), 2019, 10-18")]
    [(5, (('volume', '5', 5, 6), ('issue', '2', 7, 8), ('year', '2019', 11, 15), ('page', '10-18', 17, 22)))]
    >>> mastheads("Jalan Kenari No. 13, 2019")
    ()
    """
    low = "" if _DIGIT.search(text) else text.casefold()
    return () if low and not any(sign in low for sign in _SIGNS) else tuple(_mastheads(text))


def _mastheads(text: str) -> Iterator[Masthead]:
    words = furniture_words()
    group: list[re.Match[str]] = []
    for mark in words.marks.finditer(text):
        if group and not _belongs(text[group[-1].end() : mark.start()]):
            yield from _masthead(text, group)
            group = []
        group.append(mark)
    if group:
        yield from _masthead(text, group)


def _belongs(gap: str) -> bool:
    return len(gap) <= _LONGEST_GAP and without(gap, furniture_words().filler)


def _masthead(text: str, group: list[re.Match[str]]) -> Iterator[Masthead]:
    numbered = any(mark["vol"] or mark["both"] or mark["dated"] for mark in group)
    values: list[Value] = []
    kept: list[re.Match[str]] = []
    for mark in group:
        found = list(_values(mark, numbered))
        if found or mark["url"] or mark["issnless"] or mark["one"] or _is_open(mark["volume"]) or _is_open(mark["issue"]):
            values += [value for value in found if value[0] not in ("volume", "issue", "year", "page") or value[0] not in _fields(values)]
            kept.append(mark)
    numbers = [value for field, value, *_ in values if field in ("volume", "issue")]
    if len(numbers) > 1 and all(set(number) <= set("xX") for number in numbers):
        values = [value for value in values if value[0] not in ("volume", "issue")]  # not filled in ("Volume XX, Nomor X")
    fields = _fields(values)
    if "volume" in fields and not fields & {"issue", "year", "page", "ISSN", "DOI"}:
        return
    placeholder = any(_is_open(mark["volume"]) for mark in kept)
    if kept and (placeholder or fields & {"volume", "ISSN", "DOI", "page"} or any(mark["url"] or mark["issnless"] for mark in kept)):
        start, end = kept[0].start(), kept[-1].end()
        while end < len(text) and text[end] in " \t)].,;:|":
            end += 1
        yield Masthead(start, end, tuple(values))


def _is_open(number: str | None) -> bool:
    """Whether a number is not filled in ("Vol. xx")."""
    return bool(number) and not (number or "").strip("x")


def _fields(values: list[Value]) -> frozenset[str]:
    return frozenset(value[0] for value in values)


def _values(mark: re.Match[str], numbered: bool) -> Iterator[Value]:
    if mark["doi"]:
        doi = find_doi(re.sub(r"[A-Z][a-z]+:?$", "", mark["doi"]) if re.search(r"\d[A-Z][a-z]+:?$", mark["doi"]) else mark["doi"])
        if doi:
            at = mark.start() + mark["doi"].find("10.")
            labelled = furniture_words().journal.search(mark.string[max(0, mark.start() - 12) : mark.start()])
            if labelled or not _DIGIT.search(doi.partition("/")[2]):
                return  # that of the journal, not of the article
            yield "DOI", doi, at, at + len(doi)
    elif mark["url"]:
        yield "URL", mark["url"].rstrip(".,;)"), *mark.span("url")
    elif mark["issn"]:
        yield "ISSN", re.sub(r"\s", "", mark["number"]).upper(), *mark.span("number")
    elif mark["vol"]:
        if not _is_open(mark["volume"]):
            yield "volume", mark["volume"], *mark.span("volume")
    elif mark["dated"]:
        yield "volume", mark["w"], *mark.span("w")
    elif mark["both"]:
        yield "volume", mark["v"], *mark.span("v")
        yield "issue", mark["i"], *mark.span("i")
    elif mark["iss"]:
        if numbered and not _is_open(mark["issue"]):
            yield "issue", re.sub(r"\s", "", mark["issue"]), *mark.span("issue")
    elif mark["span"]:
        if int(mark["first"]) <= int(mark["last"]):
            yield "page", f"{mark['first']}-{mark['last']}", mark.start("first"), mark.end("last")
    elif mark["range"]:
        if numbered and int(mark["from"]) <= int(mark["to"]):
            yield "page", f"{mark['from']}-{mark['to']}", mark.start("from"), mark.end("to")
    elif mark["date"]:
        yield "year", mark["year"], *mark.span("year")
