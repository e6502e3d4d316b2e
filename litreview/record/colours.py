"""Colours of marks: by the names that Zotero has for its own, and any other by the name of the nearest."""

from __future__ import annotations

import colorsys
import re

NAMED = {
    "#ffd400": "yellow", "#ff6666": "red", "#5fb236": "green", "#2ea8e5": "blue", "#a28ae5": "purple", "#e56eee": "magenta",
    "#f19837": "orange", "#aaaaaa": "grey",
}  # fmt: skip
"""The colours that Zotero offers."""
COLOURS: tuple[str, ...] = tuple(NAMED.values())
_CODE = re.compile(r"#[0-9a-f]{6}")
_GREY = 0.12
"""A colour of less saturation is a grey."""
_HUES = ((15, "red"), (42, "orange"), (70, "yellow"), (165, "green"), (225, "blue"), (275, "purple"), (338, "magenta"), (361, "red"))


def colour_of(code: str) -> str | None:
    """The colour that ``#rrggbb`` stands for: by its name where it is one of Zotero's, else as it is; None for anything else.

    >>> colour_of("#FFD400"), colour_of("#123456"), colour_of("x")
    ('yellow', '#123456', None)
    """
    low = code.strip().casefold()
    return NAMED.get(low) or (low if _CODE.fullmatch(low) else None)


def nearest_name(colour: str) -> str:
    """The name of a colour, or of the one that its code comes nearest to.

    >>> nearest_name("#ffff00"), nearest_name("blue"), nearest_name("#808080")
    ('yellow', 'blue', 'grey')
    """
    if not _CODE.fullmatch(colour):
        return colour
    hue, _, saturation = colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    return "grey" if saturation < _GREY else next(name for limit, name in _HUES if hue * 360 < limit)
