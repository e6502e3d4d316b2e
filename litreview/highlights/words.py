"""Words of a mark as a record keeps them: evened out, under the tag of their language, and the page that they name taken out."""

from __future__ import annotations

import re
from functools import cache

from litreview.languages import detect, language, tags
from litreview.record import LangText

_HYPHENED = re.compile(
    r"(?<=[^\W\d_])(?:[-\u00ad\u2010]\s*\n|[\x02\ufffe])\s*(?=[^\W\d_])"
)  # \x02, \ufffe: as pdfium marks a hyphen at a line end
_FIRST, _ENOUGH, _SHARE = 30, 6, 0.25
_MARKUP = re.compile(r"</?(?:i|b|em|strong|sub|sup|u|span)\b[^<>]{0,200}>", re.IGNORECASE)


def source_text(words: str | None, tag: str | None) -> LangText:
    """The words of a source, on one line; `tag` is the language of the work, for words too few to show theirs.

    >>> dict(source_text("the coopera-\\ntion of two  cities", None))
    {'en': 'the cooperation of two cities'}
    """
    plain = _plain(_HYPHENED.sub("", words) if words and not words.isprintable() else words or "")
    if not plain:
        return LangText()
    if tag and _clearly(plain, tag):
        return LangText({tag: plain})
    tongue = detect.detect(plain)
    return LangText({tag or _short(plain) if tongue == detect.UNDETERMINED else tongue: plain})


def comment_text(words: str | None) -> LangText:
    """The words of a reader. Of a few words the language may not show: then they stand under "und".

    >>> dict(comment_text("hasil: warga ikut menentukan")), dict(comment_text("cf. Lee"))
    ({'id': 'hasil: warga ikut menentukan'}, {'und': 'cf. Lee'})
    """
    plain = _plain(words or "")
    tongue = detect.detect(plain)
    return LangText({tongue if tongue != detect.UNDETERMINED else _short(plain): plain}) if plain else LangText()


def page_in(words: str) -> tuple[str | None, str]:
    """The page that words name in brackets at their end ("… (hlm. 12)"), and the words without it.

    >>> page_in("Warga ikut menentukan (hlm. 12)."), page_in("Ports grew (Lee, 2019, p. xii)"), page_in("In 1999 (see below)")
    (('12', 'Warga ikut menentukan.'), ('xii', 'Ports grew'), (None, 'In 1999 (see below)'))
    """
    match = _page().search(words)
    if match is None:
        return None, words
    return match["page"], (words[: match.start()].rstrip() + words[match.end() :]).strip()


def page_of(label: str) -> str | None:
    """The page in a label: "Page 12", "hlm. 12", "12"; None for one that names none.

    >>> page_of("Page 12"), page_of("hal. xii"), page_of("A-3"), page_of("")
    ('12', 'xii', 'A-3', None)
    """
    bare = _term().sub("", label.strip()).strip(" .:")
    return bare if re.fullmatch(r"[\w-]{1,12}(?:\s?[-–]\s?\w{1,8})?", bare) else None


def _plain(words: str) -> str:
    bare = words.replace("\u00ad", "")
    return " ".join((_MARKUP.sub("", bare) if "<" in bare else bare).split())


def _clearly(plain: str, tag: str) -> bool:
    """Whether the first words leave no doubt that a text is in the language of its work: most are, and there may be many thousands."""
    common = _common(tag.split("-")[0])
    first = plain.casefold().split()[:_FIRST]
    return len(first) >= _ENOUGH and sum(word in common for word in first) >= _SHARE * len(first)


@cache
def _common(tag: str) -> frozenset[str]:
    return frozenset(str(language(tag).section("stop_words")["words"]).split()) if tag in tags() else frozenset()


def _short(plain: str) -> str:
    return detect.detect_short(plain)


@cache
def _term() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_terms()})(?!\w)\s*", re.IGNORECASE)


@cache
def _page() -> re.Pattern[str]:
    return re.compile(
        rf"\s*[(\[](?:[^()\[\]]{{0,120}}?[,;\s])?(?:{_terms()})\s*(?P<page>[\w-]{{1,12}}(?:[-–]\w{{1,8}})?)[)\]](?=[.\s]*$)", re.IGNORECASE
    )


def _terms() -> str:
    words = {str(word) for tag in tags() for word in language(tag).section("locators")["page"]}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
