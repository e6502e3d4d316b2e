"""Citations as they are typed in Markdown: ``[@key, hlm. 12; lihat @other]``, ``@key``, ``[-@key]``.

Source: the Pandoc User's Guide, "Citation syntax". Locator terms may be of any language that litreview has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import attrs

from litreview.document.nodes import CiteItem, CiteMode
from litreview.languages import language, tags

MOST = 2_000
"""Characters between the brackets of one citation."""

_KEY = r"@(?:\{([^{}\n]{1,200})\}|([^\W](?:[:.#$%&\-+?<>~/]*[\w])*))"
_NO_CITATION_BEHIND = "_\\/.=@#"
"""Behind these a sign belongs to an address ("https://example.org/@name")."""

_CITED = re.compile(rf"(?<![\w\\])(-?){_KEY}")
_BARE = re.compile(_KEY)
_UNIT = r"(?:\d+(?:[.:]\d+)*[a-z]?|[A-Za-z]{1,3}\.?\d+(?:[.:]\d+)*|[ivxlcdm]+|[IVXLCDM]+|[A-Z])(?![\w])"
_EMPHASIS = re.compile(r"(\*|_)(?=\S)([^*_]+?)(?<=\S)\1")


@attrs.frozen
class Typed:
    """One citation as typed: the works with the place in each, how they are cited, and the words of each item."""

    items: tuple[CiteItem, ...]
    mode: CiteMode
    words: tuple[str, ...]


def bracketed(words: str) -> tuple[Typed, ...] | None:
    """The citations that stand between square brackets; None where these hold none.

    Works whose author is left out (``-@key``) and others are parted, since one citation has one mode.

    >>> [(c.mode, [(i.key, i.locator, i.label) for i in c.items]) for c in bracketed("@lee2019, hlm. 12-14; @putri2020")]
    [('parenthetical', [('lee2019', '12-14', 'page'), ('putri2020', None, None)])]
    >>> bracketed("no citation") is None
    True
    """
    parts = _parts(words)
    if parts is None:
        return None
    runs: list[tuple[CiteMode, list[tuple[CiteItem, str]]]] = []
    for part in parts:
        match = _CITED.search(part)
        assert match is not None
        mode: CiteMode = "suppress-author" if match[1] else "parenthetical"
        if not runs or runs[-1][0] != mode:
            runs.append((mode, []))
        runs[-1][1].append((_item(part, match), part.strip()))
    return tuple(Typed(tuple(item for item, _ in run), mode, tuple(typed for _, typed in run)) for mode, run in runs)


def narrative(text: str, start: int) -> tuple[Typed, int] | None:
    """The citation ``@key`` that begins at `start`, with a place in brackets behind it, and where it ends; None if there is none.

    >>> narrative("@lee2019 [bab 2] shows", 0)
    (Typed(items=(CiteItem(key='lee2019', locator='2', label='chapter', prefix=None, suffix=None),), mode='narrative',
    words=('@lee2019 [bab 2]',)), 16)
    """
    match = _BARE.match(text, start)
    if match is None or (start and (text[start - 1].isalnum() or text[start - 1] in _NO_CITATION_BEHIND)):
        return None
    key, end = match[1] or match[2], match.end()
    behind = re.compile(r" ?\[([^\[\]@^]{1,200})\](?![(\[])").match(text, end)
    if behind is not None:
        place = _place(behind[1])
        if place is not None:
            locator, label, suffix = place
            return Typed((CiteItem(key, locator, label, None, suffix),), "narrative", (text[start : behind.end()],)), behind.end()
    return Typed((CiteItem(key),), "narrative", (text[start:end],)), end


def keys_in(words: str) -> tuple[str, ...]:
    """The keys of all works that are cited in some words.

    >>> keys_in("@lee2019, @{a b}")
    ('lee2019', 'a b')
    """
    return tuple(match[1] or match[2] for match in _BARE.finditer(words))


def unresolved(words: str) -> str:
    """The words of one item with a question mark before the key, for a work that nobody knows.

    >>> unresolved("lihat @{lee 2019}, hlm. 3"), unresolved("lihat -@lee, hlm. 3")
    ('lihat ?lee 2019, hlm. 3', 'lihat ?lee, hlm. 3')
    """
    return _CITED.sub(lambda found: f"?{found[2] or found[3]}", words, count=1)


def _parts(words: str) -> list[str] | None:
    """The items between the brackets, each with one key; words without a key belong to the item before them."""
    parts: list[str] = []
    for piece in words.split(";"):
        keys = len(_CITED.findall(piece))
        if keys > 1 or (not keys and not parts):
            return None
        if keys:
            parts.append(piece)
        else:
            parts[-1] += ";" + piece
    return parts


def _item(part: str, match: re.Match[str]) -> CiteItem:
    key = match[2] or match[3]
    prefix = part[: match.start()].strip()
    behind = part[match.end() :]
    place = _place(behind.lstrip(" ,")) if behind.lstrip()[:1] in (",", "{") or behind[:1] == " " else None
    if place is None:
        return CiteItem(key, None, None, _with_markup(prefix), _with_markup(behind.strip()))
    locator, label, suffix = place
    return CiteItem(key, locator, label, _with_markup(prefix), _with_markup(suffix))


def _place(text: str) -> tuple[str, str, str | None] | None:
    """(locator, label, what follows) at the head of `text`: a term and a place, a place in braces, or a number, which is a page."""
    text = text.strip()
    braced = re.compile(r"\{([^{}]+)\}").match(text)
    if braced is not None:
        inner = _place(braced[1])
        rest = text[braced.end() :].strip() or None
        return (inner[0], inner[1], rest) if inner and not inner[2] else (braced[1].strip(), "page", rest)
    term = _term_pattern().match(text)
    if term is not None:
        match = _place_pattern().match(text, term.end())
        if match is not None:
            return _with_plain_ranges(match[0]), _labels()[term[1].casefold()], text[match.end() :].strip() or None
    match = _place_pattern().match(text) if text[:1].isdecimal() else None
    return (_with_plain_ranges(match[0]), "page", text[match.end() :].strip() or None) if match is not None else None


def _with_plain_ranges(locator: str) -> str:
    """A locator with its ranges as the style expects them: "12 s.d. 14" and "12--14" as "12-14"."""
    return re.sub(rf"(?:(?<!\s)\s+)?(?:{'|'.join(('--?', '[–—]', *_words_for('place_ranges')))})\s*", "-", locator)


def _with_markup(words: str | None) -> str | None:
    """Words around a citation with their emphasis in the markup that citations take; None for nothing."""
    return _EMPHASIS.sub(r"<i>\2</i>", words) if words else None


@cache
def _words_for(name: str) -> tuple[str, ...]:
    return tuple(re.escape(str(word)) for tag in tags() for word in language(tag).section("drafts")[name])


@cache
def _place_pattern() -> re.Pattern[str]:
    """A place, or several of them, or a range."""
    joints = "|".join(("--?", "[–—,&]", *_words_for("place_joins"), *_words_for("place_ranges")))
    return re.compile(rf"{_UNIT}(?:\s*(?:{joints})\s*{_UNIT})*")


@cache
def _labels() -> dict[str, str]:
    """Every locator term of every language, folded, to its CSL label; the first language to claim a term keeps it."""
    by_term: dict[str, str] = {}
    for tag in tags():
        for label, terms in language(tag).section("locators").items():
            for term in terms:
                by_term.setdefault(str(term).casefold(), str(label))
    return by_term


@cache
def _term_pattern() -> re.Pattern[str]:
    """A locator term with what parts it from its place: a space, or nothing behind a full stop or a sign."""
    listed: Sequence[str] = sorted(_labels(), key=lambda term: (-len(term), term))
    worded = "|".join(re.escape(term) for term in listed)
    return re.compile(rf"({worded})(?:\s+|(?<=[.§¶]))(?=[\w])", re.IGNORECASE)
