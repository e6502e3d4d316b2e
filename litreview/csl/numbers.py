"""Numbers in fields: what counts as one, ranges and lists, ordinals and roman numerals. Source: CSL 1.0.2, "Number", "Choose"."""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs

from litreview.csl.locales import Locale
from litreview.csl.locators import LABELS
from litreview.csl.pages import SEPARATOR, PageFormat

_ONE = r"[^\W\d_]{0,4}\d+(?:/\d+)?[^\W\d_]{0,4}"
_NUMERIC = re.compile(rf"^\s*{_ONE}(?:\s*(?:[,&]|[-–]+|,\s*&)\s*{_ONE})*\s*$")
_ROMAN = r"[ivxlcdmIVXLCDM]+"
_ITEM = rf"(?:[^\W\d_]{{0,4}}\.?\d[\w.:/]*|{_ROMAN})"
_RANGE = re.compile(rf"^({_ITEM})\s*[-–—]+\s*({_ITEM})$")
_WORDS = re.compile(r"(?:(?<!\s)\s+)?[,;]\s+(?=[^\W\d_]+\.?(?:\s|$))")
"""Where words begin behind the numbers of a field."""
_PLACES = re.compile(rf"([^\W\d_]+\.)\s+({_ITEM}(?:\s*(?:[,&]|[-–]+)\s*{_ITEM})*)")
_ROMAN_DIGITS = tuple(zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True))


def is_numeric(text: str) -> bool:
    """Whether a field is a number in the sense of CSL: digits with letters around them, in lists and ranges too.

    >>> [is_numeric(t) for t in ("2nd", "2-4", "A2 & A3", "second", "2nd edition")]
    [True, True, True, False, False]
    """
    return bool(_NUMERIC.match(text))


def is_plural(text: str) -> bool:
    """Whether a label before this text stands in the plural: a range or a list of numbers.

    >>> [is_plural(t) for t in ("12-15", "12", "12 & 14", "i-ix", "3\\\\-B", "Michaelson-Morely")]
    [True, False, True, True, False, False]
    """
    first = re.split(r"(?:(?<!\s)\s+)?,\s*(?!(?:and|et|und|dan)\s)(?=[^\W\d_]{2,}\.?\s)", text.strip())[0]
    parts = [p for p in SEPARATOR.split(first)[::2] if p]
    return (len(parts) > 1 and any(c.isdigit() or re.fullmatch(_ROMAN, p) for p in parts for c in p)) or any(_RANGE.match(p) for p in parts)


@attrs.frozen
class NumberFormat:
    """How one ``cs:number`` or ``cs:text`` prints a number: `form` is "numeric", "ordinal", "long-ordinal" or "roman"."""

    variable: str
    form: str = "numeric"

    def text(self, text: str, locale: Locale, pages: PageFormat | None) -> str:
        """The number as printed. Text that is no number stays as it is; ``\\-`` is a hyphen that is no range."""
        if pages is not None:
            return pages.text(text, locale)
        numbers, words = _apart(text)
        rest = _with_plurals(words, locale)
        if self.form == "numeric":
            return _mapped(numbers, locale, lambda part: part) + rest
        if not _NUMERIC.match(numbers):
            return numbers + rest
        if self.form == "roman":
            return _mapped(numbers, locale, lambda part: roman(int(part)) if part.isascii() and part.isdigit() else part) + rest
        gender = locale.gender(self.variable)
        long = self.form == "long-ordinal"
        ordered = lambda part: ordinal(int(part), locale, gender, long) if part.isascii() and part.isdigit() else part  # noqa: E731
        return _mapped(numbers, locale, ordered) + rest


def _apart(text: str) -> tuple[str, str]:
    """(the numbers a field begins with, what stands behind them): "7, rev." is the number 7 and ", rev."."""
    match = _WORDS.search(text)
    return (text[: match.start()], text[match.start() :]) if match and _NUMERIC.match(text[: match.start()]) else (text, "")


def _with_plurals(words: str, locale: Locale) -> str:
    """Places that are written behind a number, as the locale names several of them: ", p. 3-8" is ", pp. 3–8"."""

    def named(match: re.Match[str]) -> str:
        label = next((label for label in LABELS if locale.term(label, "short") == match[1]), None)
        if label is None or not is_plural(match[2]):
            return match[0]
        return f"{locale.term(label, 'short', True)} {_mapped(match[2], locale, lambda part: part)}"

    return _PLACES.sub(named, words)


def _mapped(text: str, locale: Locale, convert: Callable[[str], str]) -> str:
    """The text with each of its numbers converted, and what stands between them as the locale has it."""
    printed: list[str] = []
    for place, part in enumerate(SEPARATOR.split(text.strip())):
        if place % 2:
            printed.append(separator(part, locale))
            continue
        match = _RANGE.match(part)
        if match:
            printed.append(f"{convert(match[1])}{locale.term('page-range-delimiter') or '–'}{convert(match[2])}")
        else:
            printed.append(convert(part).replace("\\-", "-"))
    return "".join(printed)


def separator(text: str, locale: Locale) -> str:
    """What stands between the numbers of a list; ``&`` takes the locale's word."""
    bare = text.strip()
    if bare == "&":
        return f" {locale.term('and', 'symbol') or '&'} "
    if bare in (",", ";"):
        return bare + " "
    return text


def ordinal(number: int, locale: Locale, gender: str = "", long: bool = False) -> str:
    """``2nd``, or ``second`` where the locale has the word."""
    words = locale.long_ordinal(number, gender) if long else None
    return words or f"{locale.ordinal_prefix}{number}{locale.ordinal(number, gender)}"


def roman(number: int) -> str:
    """Small roman numerals for 1 to 5999; other numbers stay in digits.

    >>> roman(42)
    'xlii'
    """
    if not 0 < number < 6000:
        return str(number)
    numeral = ""
    for value, digits in _ROMAN_DIGITS:
        count, number = divmod(number, value)
        numeral += digits * count
    return numeral
