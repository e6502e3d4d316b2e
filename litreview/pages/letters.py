"""How many letters and capitals a text has, counted at once rather than one by one."""

from __future__ import annotations

import re
import string

_LETTERS = string.ascii_letters.encode()
_CAPITALS = string.ascii_uppercase.encode()
_OTHERS = re.compile(r"[^\x00-\x7f]+")


def letters(text: str) -> int:
    """The number of letters.

    >>> letters("Kota 2, Désa")
    8
    """
    return _counted(text, _LETTERS) + (0 if text.isascii() else sum(map(str.isalpha, "".join(_OTHERS.findall(text)))))


def capitals(text: str) -> int:
    """The number of capitals.

    >>> capitals("Kota DIY dan Île")
    5
    """
    return _counted(text, _CAPITALS) + (0 if text.isascii() else sum(map(str.isupper, "".join(_OTHERS.findall(text)))))


def _counted(text: str, signs: bytes) -> int:
    plain = text.encode("ascii", "ignore")
    return len(plain) - len(plain.translate(None, signs))
