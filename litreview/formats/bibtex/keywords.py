"""Keywords: a list in one field, parted at semicolons if it has any, else at commas; braces keep a keyword together."""

from __future__ import annotations

import re
from itertools import pairwise

from litreview.formats.bibtex.encode import encode
from litreview.formats.bibtex.latex import decode, is_plain

_MARK = re.compile(r"\\.|[{},;]", re.DOTALL)


def split_keywords(value: str) -> tuple[str, ...]:
    """The keywords of a field still in LaTeX.

    >>> split_keywords("trade, {peace, war}, caf{\\\\'e}")
    ('trade', 'peace, war', 'café')
    """
    if is_plain(value):
        return tuple([word for part in value.split(";" if ";" in value else ",") if (word := part.strip())])
    parts = _parts(value)
    words = (part.strip() if is_plain(part) else decode(part) for part in parts)
    return tuple(word for word in words if word)


def _parts(value: str) -> list[str]:
    depth = 0
    at: dict[str, list[int]] = {",": [], ";": []}
    for mark in _MARK.finditer(value):
        if mark[0] in at:
            if depth == 0:
                at[mark[0]].append(mark.start())
        elif mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
    cuts = [-1, *(at[";"] or at[","]), len(value)]
    return [value[a + 1 : b] for a, b in pairwise(cuts)]


def join_keywords(words: tuple[str, ...], unicode: bool, semicolons: bool = False, commands: bool = True) -> str:
    """The field for `words`, parted by commas or, as databases do, by `semicolons`; one with a mark in it stands in braces.

    >>> join_keywords(("R&D", "peace, war"), True)
    'R\\\\&D, {peace, war}'
    """
    encoded = (encode(word, unicode=unicode, commands=commands) for word in words)
    mark = "; " if semicolons and len(words) > 1 else ", "
    return mark.join("{" + word + "}" if "," in word or ";" in word else word for word in encoded)
