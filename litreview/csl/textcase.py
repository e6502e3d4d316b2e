"""Changing the case of text that may carry markup. Source: CSL 1.0.2, "Text-case"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from litreview.csl.tree import Content, Node

_UNCHANGED_INSIDE = frozenset({("vertical-align", "sup"), ("vertical-align", "sub"), ("font-variant", "small-caps")})
_WORD = re.compile(r"[^\W_](?:[\w'’`.&]*\w)?", re.UNICODE)
_STOP_WORDS = frozenset(
    """a about above across afore after against along alongside amid amidst among amongst an and anenst apropos apud around as aside
    astride at athwart atop barring before behind below beneath beside besides between beyond but by c ca circa d' de despite down
    during et except for forenenst from given in inside into lest like modulo near next nor notwithstanding of off on onto or out
    over per plus pro qua sans since so than the through throughout thru thruout till to toward towards under underneath until unto
    up upon v van versus via vis-à-vis von vs with within without yet""".split()
)
"""English words that title case leaves small, unless they come first or last or after a colon."""

SMALL = "sentence-small"
"""Sentence case that makes words small; no value of CSL."""
_ENDS = frozenset(".?!")
"""What may end a sentence within a title: a stop word that is large behind it begins the next one."""
_OPENS = frozenset("([“‘\"'’-‐‑–—/.,:;!?)]”")
"""What may stand right before a word that title case gives a capital; behind another sign (#tag, <word>) it stays as it was typed."""


class _State:
    """Where in the whole text a change of case has got to, across the nodes it is spread over."""

    __slots__ = ("inside", "offset", "started", "whole")

    def __init__(self, whole: str) -> None:
        self.whole = whole
        self.offset = 0
        self.started = False
        self.inside = 0  # how deep in marked-up text


def change_case(parts: list[Content], case: str, english: bool = True, language: str | None = None) -> list[Content]:
    """The same parts in another case: a ``text-case`` value of CSL. Titles change only where `english`.

    >>> change_case(["a tale of two cities: an introduction"], "title")
    ['A Tale of Two Cities: An Introduction']
    """
    if not english:
        if case == "title":
            return parts
        case = "sentence" if case == SMALL else case
    if len(parts) == 1 and isinstance(parts[0], str):
        return [_plain(parts[0], case, language)]
    return _changed(parts, case, language)


@lru_cache(maxsize=20_000)
def _plain(text: str, case: str, language: str | None) -> str:
    """Text without markup: most fields, and many of them more than once."""
    return str(_changed([text], case, language)[0])


def _changed(parts: list[Content], case: str, language: str | None) -> list[Content]:
    whole = "".join(_visible(part) for part in parts)
    state = _State(whole)
    if case in ("sentence", SMALL):
        letters = [c for c in whole if c.isalpha()]
        shouted = len(letters) > 1 and all(c.isupper() for c in letters) and " " in whole.strip()
    else:
        shouted = False
    change: Callable[[str, _State], str]
    if case == "lowercase":
        change = lambda text, state: _lower(text, language)  # noqa: E731
    elif case == "uppercase":
        change = lambda text, state: _upper(text, language)  # noqa: E731
    elif case == "capitalize-first":
        change = lambda text, state: _first(text, state, language)  # noqa: E731
    elif case == "capitalize-all":
        change = lambda text, state: _WORD.sub(lambda m: _capital(m[0], language) if _is_small(m[0]) else m[0], text)  # noqa: E731
    elif case == "sentence":
        change = lambda text, state: _first(text.lower() if shouted else text, state, language)  # noqa: E731
    elif case == SMALL:
        change = lambda text, state: _first(text.lower() if shouted else _words_small(text, state, language), state, language)  # noqa: E731
    elif case == "title":
        change = _title
    else:
        return parts
    return [_walk(part, change, state) for part in parts]


def _visible(part: Content) -> str:
    if isinstance(part, str):
        return part
    inner = (part.delimiter or "").join(_visible(child) for child in part.children)
    return f"{part.prefix or ''}{inner}{part.suffix or ''}"


def _walk(part: Content, change: Callable[[str, _State], str], state: _State) -> Content:
    if isinstance(part, str):
        changed = change(part, state)
        state.offset += len(part)
        if part.strip():
            state.started = True
        return changed
    if part.mark == "nocase" or _is_left_alone(part):
        state.offset += len(_visible(part))
        state.started = True
        return part
    new = part.copy([])
    if part.prefix:
        new.prefix = str(_walk(part.prefix, change, state))
    state.inside += part.rich and part.mark != "field"
    for number, child in enumerate(part.children):
        if number and part.delimiter:
            state.offset += len(part.delimiter)
        new.children.append(_walk(child, change, state))
    state.inside -= part.rich and part.mark != "field"
    if part.suffix:
        new.suffix = str(_walk(part.suffix, change, state))
    return new


def _is_left_alone(part: Node) -> bool:
    """Whether markup in a field keeps its case: raised, lowered and small capitals, and ``nodecor`` (which undoes several)."""
    return part.rich and part.format is not None and (len(part.format) > 1 or part.format[0] in _UNCHANGED_INSIDE)


def _lower(text: str, language: str | None) -> str:
    if language is not None and language[:2].lower() in ("tr", "az"):
        text = text.replace("İ", "i").replace("I", "ı")
    return text.lower()


def _upper(text: str, language: str | None) -> str:
    if language is not None and language[:2].lower() in ("tr", "az"):
        text = text.replace("i", "İ")
    return text.upper()


def _capital(word: str, language: str | None = None) -> str:
    return _upper(word[0], language) + word[1:]


def _first(text: str, state: _State, language: str | None) -> str:
    if state.started:
        return text
    word = _WORD.search(text)
    if word is None or not _is_small(word[0]):
        return text
    return text[: word.start()] + _capital(word[0], language) + text[word.end() :]


def _words_small(text: str, state: _State, language: str | None) -> str:
    """All words but the first small; those with more than a large letter at their beginning (NATO, iPhone, U.S.) stay as they are."""

    def small(match: re.Match[str]) -> str:
        word = match[0]
        opens = not state.started and not any(c.isalnum() for c in text[: match.start()])
        return word if opens or word == "I" or any(c.isupper() for c in word[1:]) else _lower(word, language)

    return _WORD.sub(small, text)


def _is_small(word: str) -> bool:
    """Whether a word is written without a capital: arXiv and eBay keep their own case."""
    return word == word.lower()


def _title(text: str, state: _State) -> str:
    whole = state.whole

    def cased(match: re.Match[str]) -> str:
        word = match[0]
        start, end = state.offset + match.start(), state.offset + match.end()
        if state.inside and word[0].isupper() and not text[: match.start()].strip():
            return word  # a title within the title begins here
        return _title_word(word, whole[:start], whole[end:])

    return _WORD.sub(cased, text)


def _title_word(word: str, before: str, after: str) -> str:
    ahead = before.rstrip(" \"'“‘(«")
    first = not any(c.isalnum() for c in before)
    last = not any(c.isalnum() for c in after)
    after_stop = ahead[-1:] in (":", "?", "!") and before != ahead
    hyphen_before, hyphen_after = before[-1:] in "-‐‑/" and before != "", after[:1] in ("-", "‐", "‑")
    small = word.lower()
    if before and not before[-1].isspace() and before[-1] not in _OPENS:
        return word
    if ahead[-1:] in _ENDS and before != ahead and word[0].isupper():
        return word
    if small in _STOP_WORDS and not word.isupper() and not (first or last or after_stop) and not (hyphen_after and not hyphen_before):
        return small
    if hyphen_before and len(word) == 1:
        return word
    if word[0].islower() and word == small and not (after[:1] == "-" and len(word) == 1 and not first):
        return _capital(word)
    return word
