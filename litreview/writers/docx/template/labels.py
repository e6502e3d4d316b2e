"""Numbers that stand before headings and in captions, as text: what kind they are, and the next one of the same look."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from litreview.writers.docx.package.numbering import roman
from litreview.writers.docx.template.counting import written

_NUMERAL = r"(?:\d{1,3}|[ivxlcdm]{1,7}|[IVXLCDM]{1,7})"
_WORDED = re.compile(rf"([^\W\d_]{{3,10}}\s+{_NUMERAL})\s*[.:)]?(?=\s|$)")
_COUNTED = re.compile(rf"((?:{_NUMERAL}|[A-Za-z])(?:[.-]\s?(?:\d{{1,3}}|[A-Za-z](?![^\W\d_])))*(?:[.:)]|(?=\s)|(?<=\d)$))(?=\s|$)")


def typed_number(words: str) -> str:
    """The number that somebody typed before the words of a heading; empty where there is none.

    >>> typed_number("BAB II TINJAUAN PUSTAKA"), typed_number("2.1. Pengantar"), typed_number("I.7 Data"), typed_number("Data primer")
    ('BAB II', '2.1.', 'I.7', '')
    >>> typed_number("A. Latar"), typed_number("A priori"), typed_number("BAB IV")
    ('A.', '', 'BAB IV')
    """
    worded = _WORDED.match(words)
    if worded:
        return worded[1]
    counted = _COUNTED.match(words)
    if counted is None or (counted[1].isalpha()):
        return ""
    return counted[1]


def value_of(token: str) -> int | None:
    """What an Arabic or Roman numeral stands for, up to 89.

    >>> value_of("IV"), value_of("12"), value_of("BAB")
    (4, 12, None)
    """
    if token.isdigit():
        return int(token)
    return next((n for n in range(1, 90) if roman(n) == token.upper()), None)


@attrs.frozen
class Shape:
    """The look of a number: how its last and its first part count, what stands behind it, and whether it has the parts above."""

    form: str = "decimal"
    tail: str = ""
    first: str = "decimal"
    whole: bool = True
    before: str = ""
    """A word before it ("BAB ")."""

    def number(self, above: Sequence[int], count: int) -> str:
        """The number of the `count`-th heading below those that `above` counts."""
        if not above or not self.whole:
            return f"{self.before}{written(count, self.form)}{self.tail}"
        first, *rest = above
        parts = [written(first, self.first), *map(str, rest), written(count, self.form)]
        return f"{self.before}{'.'.join(parts)}{self.tail}"


def shape_of(number: str) -> Shape | None:
    """The look of a number that is there already.

    >>> shape_of("II.1.").number((3,), 4), shape_of("A.").number((2,), 3), shape_of("BAB IV").number((), 2)
    ('III.4.', 'C.', 'BAB II')
    """
    tokens = re.findall(r"[^\W_]+", number)
    numerals = [t for t in tokens if value_of(t) is not None or len(t) == 1]
    if not numerals:
        return None
    before = number[: number.index(tokens[1])] if len(tokens) > 1 and value_of(tokens[0]) is None and len(tokens[0]) > 1 else ""
    tail = number[len(number.rstrip(".:)")) :]
    return Shape(_form(numerals[-1]), tail, _form(numerals[0]), len(numerals) > 1, before)


def _form(token: str) -> str:
    if token.isdigit():
        return "decimal"
    case = "upper" if token.isupper() else "lower"
    known = value_of(token) is not None and (len(token) > 1 or token.upper() in "IVX")
    return case + ("Roman" if known else "Letter")


def counts_in(number: str) -> tuple[int, ...]:
    """The counts in a number: of its chapter, its section and so on; letters count as their place.

    >>> counts_in("BAB II"), counts_in("II.3."), counts_in("2.1.4"), counts_in("B.")
    ((2,), (2, 3), (2, 1, 4), (2,))
    """
    tokens = re.findall(r"[^\W_]+", number)
    values: list[int] = []
    for token in tokens:
        value = value_of(token)
        if value is None and len(token) == 1 and "A" <= token.upper() <= "Z":
            value = ord(token.upper()) - ord("A") + 1
        if value is not None:
            values.append(value)
    return tuple(values)
