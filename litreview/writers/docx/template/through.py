"""Captions that a file numbers from its first chapter to its last ("Tabel 1", "Tabel 2"), without the number of a chapter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.chapter import words_of

_W = f"{{{W}}}"
THROUGH = ("", "")
"""The form of the number of a chapter where captions have none."""
_PLAIN = re.compile(r"([^\W\d_]{3,20})\s+(\d{1,3})(?![.\-–]?\d)")
_SEQ = re.compile(r"\s*SEQ\s")


def numbered_through(body: Any, style: str) -> tuple[tuple[str, int], ...]:
    """The captions of a file that show one number alone: label in small letters, and number; `style` is that of its captions."""
    captions = (_PLAIN.match(words_of(paragraph)) for paragraph in body.iter(f"{_W}p") if _is_caption(paragraph, style))
    return tuple((match[1].casefold(), int(match[2])) for match in captions if match is not None)


def _is_caption(paragraph: Any, style: str) -> bool:
    named = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if named is not None and named.get(f"{_W}val") == style:
        return True
    codes = [code.text or "" for code in paragraph.iter(f"{_W}instrText")]
    codes += [str(field.get(f"{_W}instr")) for field in paragraph.iter(f"{_W}fldSimple")]
    return any(map(_SEQ.match, codes))


def last_numbers(captions: Sequence[tuple[str, int]]) -> Mapping[str, int]:
    """The highest number of each kind of caption: ours go on from it.

    So they do where captions of other chapters follow: those keep their numbers, by which words of hers name them ("lihat Tabel 3").

    >>> last_numbers((("tabel", 1), ("gambar", 1), ("tabel", 2)))
    {'tabel': 2, 'gambar': 1}
    """
    last: dict[str, int] = {}
    for kind, number in captions:
        last[kind] = max(number, last.get(kind, 0))
    return last
