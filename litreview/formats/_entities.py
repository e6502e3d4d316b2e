"""Entities of HTML that an export left in its values."""

from __future__ import annotations

import html
import re

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def without_entities(text: str) -> str:
    """The text with its entities as characters; a lone ``&`` and names that HTML does not know stay.

    >>> without_entities("Ma&#039;arif &amp; R&D; &copy x")
    "Ma'arif & R&D; &copy x"
    """
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    character = html.unescape(match[0])
    return match[0] if character in ("\ufffd", "") else " " if character == "\xa0" else character
