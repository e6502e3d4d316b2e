"""The headings of the parts of a structured abstract."""

from __future__ import annotations

from functools import cache

from litreview.languages import language, tags
from litreview.pages.vocabulary import fold


def is_stated_heading(text: str) -> bool:
    """Whether `text` is nothing but the heading of a part of an abstract ("Metode", "Results:")."""
    return fold(text.strip(" \t:.*_")) in _stated_headings()


@cache
def _stated_headings() -> frozenset[str]:
    return frozenset(fold(str(name)) for tag in tags() for names in language(tag).section("cues")["headings"].values() for name in names)
