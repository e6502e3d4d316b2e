"""The words of page furniture, from ``[blocks.furniture]`` of every language file, ready for matching."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import attrs

from litreview.languages import language, tags
from litreview.pages.vocabulary import any_of

_DAYS = r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?"
_ROMAN = frozenset("ivxlc")
_NUMBER = r"\d{1,4}"
_DASH = r"\s?[-\u2010-\u2015~]{1,3}\s?"


@attrs.frozen(eq=False)
class Words:
    """Compiled patterns; all ignore case."""

    marks: re.Pattern[str]
    """One mark of a masthead: its group is named for the field, or holds its parts."""
    filler: frozenset[str]
    """Words that stand between two marks and say nothing."""
    button: re.Pattern[str]
    """A whole line of a site or a publisher."""
    journal: re.Pattern[str]
    """A name with the word for a journal in it."""
    list_begins: re.Pattern[str]
    """A whole line over the entries of a list: nothing over it is part of one."""
    article_kind: re.Pattern[str]
    """A whole line that says what kind of article it is."""
    licensed: tuple[re.Pattern[str], ...]
    """The line of a licence; the group is the name of the journal."""
    head: re.Pattern[str]
    """A running head with a volume and pages and nothing between them but a colon ("J. Kota 10: 54-60")."""
    page_behind: re.Pattern[str]
    """The word for a page at the end of a running head, its number taken off."""
    conference: re.Pattern[str]
    repository: re.Pattern[str]
    """A whole line of a repository of theses."""
    article_site: re.Pattern[str]
    """A whole line of the site of a journal."""
    and_others: re.Pattern[str]
    """The end of a list of authors that a running head cuts short."""
    cite: re.Pattern[str]
    """The label of a reference to the work; the reference may stand behind it."""
    published: re.Pattern[str]
    received: re.Pattern[str]
    publisher: re.Pattern[str]
    before_uploader: re.Pattern[str]
    behind_uploader: re.Pattern[str]
    authors: re.Pattern[str]
    """A heading over a list of authors."""
    preliminary: re.Pattern[str]
    """The heading of a part of a thesis other than its abstract."""
    references: re.Pattern[str]
    """The heading of a list of references."""
    no_person: frozenset[str]
    months: re.Pattern[str]
    full_date: re.Pattern[str]
    """A day with its month and year."""
    dated_name: re.Pattern[str]
    """The name of a journal with month and year in brackets behind it."""


@cache
def furniture_words() -> Words:
    """The words of furniture in all languages together."""
    sections = [language(tag).section("blocks") for tag in tags()]
    tables = [section.get("furniture", {}) for section in sections]

    def words(name: str) -> list[str]:
        return [str(word) for table in tables for word in table.get(name, ())]

    def small(name: str) -> frozenset[str]:
        return frozenset(word for table in tables for word in str(table.get(name, "")).split())

    names = [month for section in sections for month in str(section["months"]).split()]
    months = any_of([*names, *(month[:3] for month in names)])
    whole = re.IGNORECASE
    return Words(
        marks=re.compile(rf"(?:(?<![^\W\d_])|(?=\d))(?:{_marks(words, months)})", whole),
        filler=small("filler") | {month.casefold() for month in names},
        button=re.compile(rf"[\s•·▪|\[(*]*(?:{'|'.join(words('buttons')) or '(?!)'})[\s|\])*]*$", whole),
        journal=re.compile(rf"(?<!\w){any_of(words('journal'))}(?!\w)", whole),
        list_begins=re.compile(rf"\W*(?:{'|'.join(words('list_begins')) or '(?!)'})\W*$", whole),
        article_kind=re.compile(rf"\W*(?:{'|'.join(words('article_kinds')) or '(?!)'})\W*$", whole),
        licensed=tuple(re.compile(pattern, whole) for pattern in words("licensed")),
        head=_head(words("journal")),
        page_behind=re.compile(rf"\s+{any_of(words('page'))}\W*$", whole),
        conference=re.compile(rf"(?<!\w){any_of(words('conference'))}(?!\w)", whole),
        repository=re.compile(rf"\s*(?:{'|'.join(words('repository')) or '(?!)'})\s*$", whole),
        article_site=re.compile(rf"\s*(?:{'|'.join(words('article_site')) or '(?!)'})\W*$", whole),
        and_others=re.compile(rf"(?<!\w){any_of(words('and_others'))}(?!\w)", whole),
        cite=re.compile(rf"\W*{any_of(words('cite'))}(?:\s*[:：]\s*|\s*$)", whole),
        published=re.compile(rf"(?<!\w){any_of(words('published'))}(?!\w)\s*[:：]?\s*", whole),
        received=re.compile(rf"(?<!\w){any_of(words('received'))}(?!\w)\s*[:：]?\s*", whole),
        publisher=re.compile(rf"\s*{any_of(words('publisher'))}\s*[:：]\s*(?=\S)", whole),
        authors=re.compile(rf"\s*{any_of(words('authors'))}\s*[:：]?\s*$", whole),
        before_uploader=re.compile(any_of(words("before_uploader")), whole),
        behind_uploader=re.compile(any_of(words("behind_uploader")), whole),
        preliminary=re.compile(rf"[\W\d]*(?:{'|'.join(words('preliminaries')) or '(?!)'})\W*$", whole),
        references=re.compile(rf"[\W\d]*{any_of(words('references'))}\W*$", whole),
        no_person=small("no_person"),
        months=re.compile(months, whole),
        full_date=re.compile(rf"(?<!\d)(?:{_DAYS}\s+{months}|{months}\s+{_DAYS},?)\s+(?P<year>(?:19|20)\d\d)(?!\d)", whole),
        dated_name=re.compile(rf"(?P<name>.{{4,120}}?)\s*\((?:{months})\.?\s+(?P<year>(?:19|20)\d\d)\)$", whole),
    )


def _head(journal: Iterable[str]) -> re.Pattern[str]:
    name = rf"(?P<name>(?=J\.|.{{0,60}}?(?<!\w){any_of(journal)}(?!\w))[^\d:;]{{4,90}}?)"
    number = r"(?P<volume>\d{1,3})\s?(?:\(\s?(?P<issue>\d{1,2})\s?\)\s?)?"
    return re.compile(rf"{name}[\s,]+{number}:\s?(?P<first>\d{{1,4}}){_DASH}(?P<last>\d{{1,4}})\W*$", re.IGNORECASE)


def _marks(words: object, months: str) -> str:
    listed = words if callable(words) else list
    volume, issue, page = (any_of(listed(name)) for name in ("volume", "issue", "page"))
    kind = r"(?:\s*\(?\s*(?:print|online|cetak|daring|media\s+online|electronic|elektronik)\s*\)?)?"
    return "|".join(
        (
            r"(?P<doi>(?:doi\s*[:.=]?\s*)?(?:https?\s*:\s*/{1,2}\s*)?(?:(?:dx\.)?doi\.org/)?\b10\.\d{4,9}/[^\s,;]+)",
            r"(?P<url>(?:https?://|www\.)[^\s<>]+|(?<![\w@.])(?:[a-z0-9-]{2,30}\.){2,4}(?:id|my|org|com|net|edu)(?:/[^\s]*)?(?![\w@]))",
            rf"(?P<issn>(?<![^\W_])(?:[pe][\s-]{{0,2}})?i?ssn{kind}\s*(?:no)?[\s:.\u2010-\u2015-]*(?P<number>\d{{4}}\s*[-\u2010-\u2015]?\s*\d{{3}}[\dXx]){kind})",
            r"(?P<issnless>(?<![^\W_])(?:[pe][\s\u2010-\u2015-]{0,2})?issn\s*:?(?=\s*(?:[xX]\b|$|[pe]-?issn)))",
            rf"(?P<vol>(?<!\w){volume}\s*[.:]?\s*(?P<volume>{_NUMBER}|[IVXLC]{{1,7}}|x{{1,3}})(?![\w]))",
            r"(?P<dated>(?<![\w(])(?P<w>\d{1,3})\s(?=\((?:19|20)\d\d\)\s*:?\s*\d))",
            rf"(?P<iss>(?<!\w){issue}\s*[.:]?\s*(?P<issue>\d{{1,3}}(?:\s?[-–&/]\s?\d{{1,3}})?|x{{1,3}})(?!\w))",
            rf"(?P<span>(?<!\w){page}\s*[.:]?\s*(?P<first>\d{{1,5}}){_DASH}(?P<last>\d{{1,5}})(?!\d))",
            rf"(?P<one>(?<!\w){page}\s*[.:]?\s*\d{{1,5}}(?!\w))",
            r"(?P<both>(?<![\w(])(?P<v>\d{1,3}|[IVXLC]{1,6})\s?\(\s?(?P<i>\d{1,3})\s?\)(?!\w))",
            rf"(?P<range>(?<![\w/-])(?P<from>\d{{1,5}}){_DASH}(?P<to>\d{{1,5}})(?![\w/-]))",
            rf"(?P<date>\(?(?:{months}\.?(?:\s?[-–/]\s?{months}\.?)?[,/]?\s*|/[a-z]{{3,9}}/)?(?P<year>(?:19|20)\d\d)\)?(?![\d/]))",
        )
    )


def without(text: str, words: Iterable[str]) -> bool:
    """Whether nothing but `words`, numbers and marks stands in `text`."""
    known = words if isinstance(words, frozenset) else frozenset(words)
    return all(word in known or set(word) <= _ROMAN for word in re.findall(r"[^\W\d_]+", text.casefold()))
