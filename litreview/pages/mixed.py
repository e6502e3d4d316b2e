"""Running text in which an abstract is followed by another in a second language, with nothing between them: where the language changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from litreview.languages import detect
from litreview.pages.offsets import Flat

_SHARE = 0.07
"""From this share of stop words on a text can hold sentences of a language."""
_LEAST = 25
"""Words in each of the two languages."""
_SIGNS = 2
"""Sentences whose language is known on each side."""
_BETWEEN = re.compile(r"(?<=[.?!])[\"”’')\]]{0,2}\s+(?=[\"“‘'(\[]?[^\W\d_a-z])")


def by_language(flat: Flat) -> tuple[Flat, ...]:
    """`flat` cut where its language changes for good, or whole.

    >>> text = "This study is about two towns and what they share. " * 3 + "Studi ini membahas kota dan desa yang ada di Jawa. " * 3
    >>> [piece.text[:10] for piece in by_language(Flat.cut(text, 0, len(text)))]
    ['This study', 'Studi ini ']
    """
    shares = sorted(detect.shares(flat.text).values())
    if len(shares) < 2 or shares[-2] < _SHARE:
        return (flat,)
    cuts = [0, *(match.end() for match in _BETWEEN.finditer(flat.text)), len(flat.text)]
    tags = [detect.detect(flat.text[a:b]) for a, b in pairwise(cuts)]
    at = _change(tags)
    if at is None:
        return (flat,)
    pieces = flat[: cuts[at]].strip(), flat[cuts[at] :].strip()
    return pieces if all(len(piece.text.split()) >= _LEAST for piece in pieces) else (flat,)


def _change(tags: Sequence[str]) -> int | None:
    """The number of the first sentence in the second language, where all before it are in a first one and all behind it in that."""
    known = [(number, tag) for number, tag in enumerate(tags) if tag != detect.UNDETERMINED]
    change = next((n for n in range(1, len(known)) if known[n][1] != known[0][1]), None)
    if change is None or change < _SIGNS or len(known) - change < _SIGNS or len({tag for _, tag in known[change:]}) > 1:
        return None
    return known[change][0]
