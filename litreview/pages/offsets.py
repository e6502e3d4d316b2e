"""Text that knows where each of its characters stands in the page it was taken from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import attrs


@attrs.frozen(eq=False)
class Flat:
    """A text with, for each of its code points, the start and end (exclusive) of what stands for it in the page: two ranges where
    the text stands there as it is, else numbers one by one.

    >>> page = "a &amp; b"
    >>> flat = Flat.join([Flat.cut(page, 0, 2), Flat.put("&", 2, 7), Flat.cut(page, 7, 9)])
    >>> flat.text, flat.place(2, 3), flat[2:].text
    ('a & b', (2, 7), '& b')
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def cut(cls, page: str, start: int, end: int) -> Flat:
        """The characters of `page` from `start` to `end` as they are."""
        return cls(page[start:end], range(start, end), range(start + 1, end + 1))

    @classmethod
    def put(cls, text: str, start: int, end: int) -> Flat:
        """`text` in place of all that stands from `start` to `end`."""
        if len(text) == 1 and end == start + 1:
            return cls(text, range(start, end), range(end, end + 1))
        return cls(text, array("I", [start]) * len(text), array("I", [end]) * len(text))

    @classmethod
    def join(cls, pieces: Iterable[Flat], between: str = "") -> Flat:
        """The pieces in order; `between` two of them stands for whatever is left out there."""
        joined: list[Flat] = []
        for piece in pieces:
            if not piece.text:
                continue
            if joined and between:
                end = joined[-1].ends[-1]
                joined.append(cls.put(between, end, max(piece.starts[0], end)))
            joined.append(piece)
        if len(joined) == 1:
            return joined[0]
        text = "".join(piece.text for piece in joined)
        if _is_one_stretch(joined):
            first = joined[0].starts[0]
            return cls(text, range(first, first + len(text)), range(first + 1, first + len(text) + 1))
        starts, ends = array("I"), array("I")
        for piece in joined:
            starts.extend(piece.starts)
            ends.extend(piece.ends)
        return cls(text, starts, ends)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> Flat:
        return Flat(self.text[part], self.starts[part], self.ends[part])

    def strip(self, characters: str | None = None) -> Flat:
        """Without the white space (or `characters`) at both ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        right = len(self.text.rstrip(characters))
        return self if right - left == len(self.text) else self[left : max(left, right)]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the stretch `start` to `end` of this text stands in the page. Raises IndexError for an empty or outlying stretch."""
        if not 0 <= start < end <= len(self.text):
            raise IndexError(f"no stretch {start}-{end} in a text of {len(self.text)} characters")
        return self.starts[start], self.ends[end - 1]


def _is_one_stretch(pieces: Sequence[Flat]) -> bool:
    """Whether the pieces stand behind each other in the page as they are, with nothing between them."""
    at = pieces[0].starts[0] if pieces else 0
    for piece in pieces:
        if not isinstance(piece.starts, range) or piece.starts.start != at:
            return False
        at = piece.starts.stop
    return bool(pieces)
