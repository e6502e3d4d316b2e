"""The sentence of a licence that a column beside an abstract leaves at the head of its text, with the names it belongs to."""

from __future__ import annotations

import re
from functools import cache

from litreview.languages import language, tags
from litreview.pages.offsets import Flat

_BEFORE = 200
"""So many characters of a copyright line stand before the licence at most."""


def without_licence(flat: Flat) -> Flat:
    """A text without the licence at its head.

    >>> text = "Wulandari, Santoso: This is an open-access article distributed under CC BY 4.0 International. Two towns meet."
    >>> without_licence(Flat.cut(text, 0, len(text))).text
    'Two towns meet.'
    """
    licence = _licence().match(flat.text)
    return flat[licence.end() :] if licence else flat


@cache
def _licence() -> re.Pattern[str]:
    """Up to the end of the sentence that speaks of a licence, in any language; a number ("4.0") ends none."""
    begins = [str(each) for tag in tags() for each in language(tag).section("blocks").get("furniture", {}).get("licence", ())]
    sentence = r"(?:[^.]|\.(?=\d)){0,300}\.\s+(?=(?-i:[^\W\d_a-z]))"
    return re.compile(rf"[^.!?]{{0,{_BEFORE}}}?(?<!\w)(?:{'|'.join(begins) or '(?!)'}){sentence}", re.IGNORECASE)
