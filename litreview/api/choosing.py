"""Which studies are discussed, as callers say it."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.languages.failures import unreadable
from litreview.themes.outline.selection import NoSelection, Selection


def selection(only: Sequence[str] | None) -> Selection | None:
    """The selection of texts such as "year=2015-2024"; None for none. Raises ReadError for a text that chooses by nothing known."""
    try:
        return None if only is None else Selection.parsed([only] if isinstance(only, str) else only)
    except NoSelection as error:
        raise unreadable(error.problem) from error
