"""The headings of abstracts, and those of the parts of a structured abstract."""

from __future__ import annotations

from functools import cache

from litreview.languages import language, tags
from litreview.pages.remembered import remembered
from litreview.pages.vocabulary import fold, vocabulary


def is_stated_heading(text: str) -> bool:
    """Whether `text` is nothing but the heading of a part of an abstract ("Metode", "Results:")."""
    return fold(text.strip(" \t:.*_")) in _stated_headings()


@remembered
def begins_abstract(text: str) -> bool:
    """Whether a line is the heading of an abstract, or begins with one and goes on with the text.

    >>> [begins_abstract(t) for t in ("ABSTRAK", "Abstract: Two towns meet.", "Abstrak kota")]
    [True, True, False]
    """
    vocab = vocabulary()
    return bool(vocab.heading.match(text) or vocab.run_in.match(text) or vocab.capital_run_in.match(text))


@cache
def _stated_headings() -> frozenset[str]:
    return frozenset(fold(str(name)) for tag in tags() for names in language(tag).section("cues")["headings"].values() for name in names)
