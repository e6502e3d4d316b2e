"""The text of a Markdown file, and where the words of a token stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import attrs

from litreview.document.commonmark import Token
from litreview.library.sources import read_text


@attrs.frozen
class Source:
    """`text` has its lines ended by a line feed; `mark` stood before it, and `newline` ended its lines in the file."""

    text: str
    newline: str = "\n"
    mark: str = ""
    lines: Sequence[str] = ()
    starts: Sequence[int] = ()

    @classmethod
    def of(cls, data: bytes, file: str | None) -> Source:
        """The text of a file in UTF-8, or UTF-16 with its mark. Raises ReadError, with the line, for another encoding.

        >>> Source.of(b"a\\r\\nb", None).lines
        ('a', 'b')
        """
        text = read_text(data, file or "-")
        mark = "\ufeff" if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) else ""
        newline = "\r\n" if "\r\n" in text else "\n"
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        lines = tuple(text.split("\n"))
        return cls(text, newline, mark, lines, (0, *accumulate(len(line) + 1 for line in lines)))

    def line_start(self, line: int) -> int:
        """The place at which a line, counted from 0, begins; behind the last one the end of the text."""
        return min(self.starts[min(line, len(self.lines))], len(self.text))

    def encoded(self, text: str) -> bytes:
        """A text with the ends of lines and the mark of this one, in UTF-8."""
        return (self.mark + text.replace("\n", self.newline)).encode()


@attrs.define
class Places:
    """Where the texts of inline tokens stand: cells of a table one after the other in their line."""

    source: Source
    _cursor: dict[int, int] = attrs.field(factory=dict)

    def of(self, token: Token, in_table: bool) -> tuple[int | None, ...]:
        """The place in the source of each line of an inline token's content; None where it stands there in other characters."""
        first = token.map[0] if token.map else 0
        return tuple(self._place(first + n, words, in_table) for n, words in enumerate(token.content.split("\n")))

    def _place(self, line: int, words: str, in_table: bool) -> int | None:
        text = self.source.lines[line] if line < len(self.source.lines) else ""
        if not in_table:
            at = text.rfind(words)
        else:
            words = words.replace("|", "\\|")  # in a cell every bar is behind a backslash, which the parser takes off
            at = text.find(words, self._cursor.get(line, 0))
            self._cursor[line] = at + len(words) if at >= 0 else self._cursor.get(line, 0)
        return self.source.starts[line] + at if at >= 0 else None


def stretch(content: str, bases: Sequence[int | None], start: int, end: int, in_table: bool = False) -> tuple[int, int] | None:
    """The stretch of `content` from `start` to `end` in the source in which its lines begin at `bases`.

    >>> stretch("ab\\ncd", (10, 20), 1, 4)
    (11, 21)
    """
    begin, finish = _at(content, bases, start, in_table), _at(content, bases, end, in_table)
    return (begin, finish) if begin is not None and finish is not None else None


def _at(content: str, bases: Sequence[int | None], place: int, in_table: bool) -> int | None:
    line = content.count("\n", 0, place)
    base = bases[line]
    bars = content.count("|", 0, place) if in_table else 0
    return base + bars + place - (content.rfind("\n", 0, place) + 1) if base is not None else None
