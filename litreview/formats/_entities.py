"""Entities of HTML that an export left in its values."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def without_entities(text: str, stand_ins: Mapping[str, str] | None = None) -> str:
    """The text with its entities as characters, or as what stands for these; a lone ``&`` and names that HTML does not know stay.

    >>> without_entities("Ma&#039;arif &amp; R&D; &copy x")
    "Ma'arif & R&D; &copy x"
    """
    if "&" not in text:
        return text

    def character(match: re.Match[str]) -> str:
        resolved = html.unescape(match[0])
        if resolved in ("\ufffd", ""):
            return match[0]
        return " " if resolved == "\xa0" else stand_ins.get(resolved, resolved) if stand_ins else resolved

    return _ENTITY.sub(character, text)
