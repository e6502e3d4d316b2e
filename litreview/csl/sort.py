"""Sorting cites and entries by the keys of a style. Source: CSL 1.0.2, "Sorting".

Text is compared by its letters first, then by their marks, then by case, with the same result everywhere: a small stand-in for the
Unicode Collation Algorithm (UTS 10) with the tailorings of languages that order letters of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias, TypeVar

T = TypeVar("T")
_CollationKey: TypeAlias = tuple[str, str, str]

_AFTER_Z = {
    "sv": "åäö", "fi": "åäö", "da": "æøå", "nb": "æøå", "nn": "æøå", "no": "æøå", "et": "šžõäöü", "is": "þæö",
}  # fmt: skip
"""Letters that follow z, in this order."""
_AFTER = {
    "es": {"ñ": "n"}, "pl": {"ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "o", "ś": "s", "ź": "z", "ż": "z"},
    "cs": {"č": "c", "ř": "r", "š": "s", "ž": "z"}, "sk": {"ä": "a", "č": "c", "ô": "o", "š": "s", "ž": "z"},
    "tr": {"ç": "c", "ğ": "g", "ı": "h", "ö": "o", "ş": "s", "ü": "u"}, "hu": {"ö": "o", "ő": "o", "ü": "u", "ű": "u"},
    "hr": {"č": "c", "ć": "c", "đ": "d", "š": "s", "ž": "z"}, "sl": {"č": "c", "š": "s", "ž": "z"},
}  # fmt: skip
"""Letters that are their own letter behind another one."""
_EXPANDED = str.maketrans({
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ß": "ss", "ı": "i", "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "",
})  # fmt: skip
_SCRIPT_OF = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg"), "CYRILLIC"), **dict.fromkeys(("ar", "fa", "ur"), "ARABIC"),
    "el": "GREEK", "he": "HEBREW",
}  # fmt: skip
"""The script that comes before all others in a language that is not written in Latin letters."""
_IGNORED = re.compile(r"""^[\W_]+(?=\w)|[,:;'’‘`“”"\[\]()<>«»„‚¿¡?!]""")
_SPACE = re.compile(r"[ \t\n\u00a0\u2000-\u200a\u202f]+")


@lru_cache(maxsize=10_000)
def _collation_key(text: str, language: str = "en") -> _CollationKey:
    """A key that sorts `text` as readers of `language` (BCP 47) expect.

    >>> sorted(["zebra", "Äpfel", "apfel", "Öl"], key=lambda t: _collation_key(t, "de"))
    ['apfel', 'Äpfel', 'Öl', 'zebra']
    >>> sorted(["zebra", "ål", "al"], key=lambda t: _collation_key(t, "sv"))
    ['al', 'zebra', 'ål']
    """
    bare = _SPACE.sub(" ", _IGNORED.sub("", text)).strip(" ")
    language = language.split("-")[0].lower()
    folded = unicodedata.normalize("NFC", bare).casefold() if language != "tr" else bare.replace("I", "ı").replace("İ", "i").casefold()
    script = _SCRIPT_OF.get(language)
    lead = "" if script is None else _lead(folded, script)
    if folded.isascii():
        return lead + folded, "", _case(bare)
    letters = folded
    for place, letter in enumerate(_AFTER_Z.get(language, "")):
        letters = letters.replace(letter, f"z\U0010fffd{place}")
    for letter, base in _AFTER.get(language, {}).items():
        letters = letters.replace(letter, f"{base}\U0010fffd{letter}")
    plain = "".join(c for c in unicodedata.normalize("NFKD", letters.translate(_EXPANDED)) if not unicodedata.combining(c))
    return lead + plain, folded, _case(bare)


def _lead(text: str, script: str) -> str:
    """What puts a text before or behind those of other scripts: figures first, then the language's own script."""
    first = next((character for character in text if character.isalnum()), "0")
    return "0" if first.isdigit() else "1" if unicodedata.name(first, "").startswith(script) else "2"


def _case(text: str) -> str:
    """Small letters before capitals where nothing else differs."""
    return "" if text.islower() else text.swapcase()


def sorted_by(values: Sequence[T], keys: Sequence[tuple[Callable[[T], str], bool]], language: str) -> list[T]:
    """`values` sorted by (key function, descending) pairs, the first pair counting most; equal ones keep their order.

    What has nothing under a key comes last, in either direction.

    >>> sorted_by(["b2", "", "a1"], [(lambda v: v, True)], "en")
    ['b2', 'a1', '']
    """
    if not keys or len(values) < 2:
        return list(values)
    (key, descending), rest = keys[0], keys[1:]
    full: list[tuple[_CollationKey, T]] = []
    empty: list[T] = []
    for value in values:
        text = key(value)
        if text.strip() == "":
            empty.append(value)
        else:
            full.append((_collation_key(text, language), value))
    full.sort(key=_collation, reverse=descending)
    ordered: list[T] = []
    for _, alike in groupby(full, key=_collation):  # later keys are only worked out where earlier ones are equal
        ordered += sorted_by([value for _, value in alike], rest, language)
    return ordered + sorted_by(empty, rest, language)


def _collation(pair: tuple[_CollationKey, object]) -> _CollationKey:
    return pair[0]
