"""Which characters of a text an output may hold at all: what no XML or HTML file can carry, or what would disturb its neighbours, goes."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
# C0 and C1 controls, lone surrogates, and the non-characters that XML 1.0 (2.2, Char) forbids or advises against.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_OPENS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_CLOSES = "\u202c\u2069"
_DIRECTIONS = re.compile(f"[{_OPENS}{_CLOSES}]")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL_STRETCH = re.compile(f"[{_RIGHT_TO_LEFT}](?:[^A-Za-z\u00c0-\u058f]*[{_RIGHT_TO_LEFT}])?")


def clean(text: str) -> str:
    """The characters of `text` that may be printed; line ends and tabs become one space each run.

    Direction marks that a text opens and does not close would turn what follows it: then all of them go.

    >>> clean("a\\x00b\\nc")
    'ab c'
    """
    if text.isascii() and text.isprintable():
        return text
    text = _FORBIDDEN.sub("", _SPACES.sub(" ", text))
    if _DIRECTIONS.search(text) and not _balanced(text):
        text = _DIRECTIONS.sub("", text)
    return text


def _balanced(text: str) -> bool:
    open_marks: list[str] = []
    for mark in _DIRECTIONS.findall(text):
        if mark in _OPENS:
            open_marks.append("\u2069" if mark >= "\u2066" else "\u202c")
        elif not open_marks or open_marks.pop() != mark:
            return False
    return not open_marks


def stretches(text: str) -> tuple[tuple[str, bool], ...]:
    """Split a text where its writing direction changes: (characters, whether written from right to left).

    >>> stretches("see \u05d0\u05d1 (2019)")
    (('see ', False), ('\u05d0\u05d1', True), (' (2019)', False))
    """
    if text.isascii():
        return ((text, False),) if text else ()
    parts: list[tuple[str, bool]] = []
    at = 0
    for match in _RTL_STRETCH.finditer(text):
        if match.start() > at:
            parts.append((text[at : match.start()], False))
        parts.append((match.group(), True))
        at = match.end()
    if at < len(text):
        parts.append((text[at:], False))
    return tuple(parts)
