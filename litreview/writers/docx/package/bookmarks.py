"""Names and numbers of bookmarks: every place that something else in the file, or a later run, must find again."""

from __future__ import annotations

import hashlib
from itertools import count

from litreview.writers._anchors import token


def identity(key: str, number: int = 0) -> str:
    """The hidden bookmark of a generated block: it depends on the block's key (what it says), never on its place or wording.

    `number` tells several blocks of one key apart. Word ignores the case of names, so the name uses one case only.
    """
    return f"_lr_{token(key, 10)}_{number}"


def contents_name(key: str) -> str:
    """The bookmark of a heading or caption to which a list of contents leads, as Word itself names them."""
    return f"_Toc{_digits(key)}"


def reference_name(key: str) -> str:
    """The bookmark of a label and number to which cross references lead, as Word itself names them."""
    return f"_Ref{_digits(key)}"


def _digits(key: str) -> str:
    number = int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:8])
    return f"{number % 900_000_000 + 100_000_000}"


def control_id(key: str) -> int:
    """The number of a content control: 31 bits of the key's SHA-256, never 0."""
    return int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:4]) >> 1 or 1


class Bookmarks:
    """The bookmarks of one file: numbers counted up from `start`, and no name given twice, nor one of those `taken` (in small letters)."""

    def __init__(self, start: int = 1, taken: frozenset[str] = frozenset()) -> None:
        self._numbers = count(start)
        self._names = set(taken)
        self._blocks: dict[str, int] = {}

    def around(self, name: str, content: str) -> str:
        """`content` inside the bookmark `name`; a name that is taken already is not used again."""
        if name.casefold() in self._names:
            return content
        opening, closing = self.pair(name)
        return opening + content + closing

    def pair(self, name: str) -> tuple[str, str]:
        """The start and the end of a bookmark."""
        self._names.add(name.casefold())
        number = next(self._numbers)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'

    def block(self, key: str, content: str) -> tuple[str, str]:
        """`content` inside the hidden bookmark of the block `key`, and its name; a second block of that key gets the next number."""
        number = self._blocks.get(key, 0)
        while identity(key, number) in self._names:
            number += 1
        self._blocks[key] = number + 1
        name = identity(key, number)
        return self.around(name, content), name
