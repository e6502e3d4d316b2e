"""Text that knows its language: a mapping from language tag (BCP 47) to what is said in that language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from litreview.languages import CHAPTER, COMMON
from litreview.record.frozen_map import FrozenMap

T = TypeVar("T", covariant=True)

COMPARED = (COMMON, CHAPTER)
"""The languages by which texts that stand in several are compared and sorted, whatever the language of the reader: English first, being
the most shared, then the one that most records of our users have. A text in neither is taken in the first language it has."""

UNDETERMINED = "und"
"""The tag of text whose language nobody stated (BCP 47)."""


class Tagged(FrozenMap[str, T]):
    """Values by language tag, in the order given.

    >>> title = LangText({"id": "Kota kembar", "en": "Twin cities"})
    >>> title.best("en"), title.best("ms", "jv")
    (('en', 'Twin cities'), ('id', 'Kota kembar'))
    """

    __slots__ = ()

    def best(self, *tags: str) -> tuple[str, T] | None:
        """The first of `tags` that is there (a region falls back to its language), else the first value; None if empty."""
        for tag in tags:
            for candidate in _widening(tag):
                if candidate in self:
                    return candidate, self[candidate]
        for tag, value in self.items():
            return tag, value
        return None

    def only(self, tag: str) -> T | None:
        """The value in exactly this language (a region falls back to its language), or None."""
        return next((self[candidate] for candidate in _widening(tag) if candidate in self), None)


class LangText(Tagged[str]):
    """One text in one or more languages."""

    __slots__ = ()


class LangList(Tagged[tuple[str, ...]]):
    """A list of texts (keywords, say) in one or more languages."""

    __slots__ = ()


_LONGEST_TAG = 100
"""No tag is longer; what is, is some other text that somebody wrote in its place."""


def _widening(tag: str) -> Iterator[str]:
    parts = tag.split("-") if len(tag) <= _LONGEST_TAG else [tag]
    for end in range(len(parts), 0, -1):
        yield "-".join(parts[:end])
