"""The marks that titles carry (``<i>``, ``<span class="nocase">`` …), taken out where a title stands in a line of plain text."""

from __future__ import annotations

import re

_MARK = re.compile(r"</?(?:i|b|sc|sup|sub|span)(?:\s[^<>]*)?>")
"""Source: CSL-JSON, rich text in fields."""


def unmarked(text: str) -> str:
    """`text` without its marks.

    >>> unmarked('Daya Saing <span class="nocase">UMKM</span> dan <i>e-commerce</i>, p < 0.05')
    'Daya Saing UMKM dan e-commerce, p < 0.05'
    """
    return _MARK.sub("", text)
