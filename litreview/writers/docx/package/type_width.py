"""About how wide a word is in a serif type such as Times New Roman: enough to choose the widths of columns and indents."""

from __future__ import annotations

_CLASSES = (
    (".,", 0.25), ("ijlt;:/ ", 0.278), ("frI-()[]|!’‘'", 0.333), ("sJ", 0.389), ("acez“”", 0.444), ("bdghknopquvxy–0123456789", 0.5),
    ("FPS", 0.556), ("ELTZ", 0.611), ("BCR", 0.667), ("ADGHKNOQUVXYw", 0.722), ("m", 0.778), ("M%@", 0.9), ("W", 0.944), ("—", 1.0),
)  # fmt: skip
_WIDTHS = {letter: width for letters, width in _CLASSES for letter in letters}


def width(text: str) -> float:
    """The width of `text` in ems (multiples of the size of type).

    >>> width("11") == 1.0 and width("mm") > width("ii")
    True
    """
    return sum(_WIDTHS.get(letter, 1.0 if ord(letter) > 0x2E7F else 0.7 if letter.isupper() else 0.5) for letter in text)
