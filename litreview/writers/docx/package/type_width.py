"""About how wide a word is in a serif type such as Times New Roman: enough to choose the widths of columns and indents."""

from __future__ import annotations

_CLASSES = (
    ("ijlt.,;:'|!()[]-/’‘ ", 0.29), ("frs", 0.38), ("aceghknopqbduvxyz", 0.49), ("mw", 0.78), ("MW%@", 0.93), ("0123456789", 0.5),
)  # fmt: skip
_WIDTHS = {letter: width for letters, width in _CLASSES for letter in letters}


def width(text: str) -> float:
    """The width of `text` in ems (multiples of the size of type).

    >>> width("11") == 1.0 and width("mm") > width("ii")
    True
    """
    return sum(_WIDTHS.get(letter, 1.0 if ord(letter) > 0x2E7F else 0.7 if letter.isupper() else 0.5) for letter in text)
