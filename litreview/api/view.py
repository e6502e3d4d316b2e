"""A page to look at."""

from __future__ import annotations

import os

import attrs

from litreview.api.given import Studies
from litreview.api.load import load
from litreview.languages import CHAPTER, language
from litreview.library.save import NOTHING, Protected, Saved, protected, save
from litreview.overview.gathering import Overview, overview
from litreview.overview.page import page


@attrs.frozen
class View:
    """A page of the studies of a library; `shown` is what it shows, as values."""

    shown: Overview
    keep: Protected = attrs.field(default=NOTHING, eq=False, repr=False)
    """The files of the studies, which `save` never writes over."""

    @property
    def html(self) -> str:
        """The page, one file that asks for nothing."""
        return page(self.shown).decode()

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Saved:
        """Write the page to `path`, whole or not at all. Raises WriteError."""
        return save(path, page(self.shown), self.keep, overwrite)


def view(library: Studies, *, lang: str | None = None) -> View:
    """A page on which the studies of `library` can be searched, filtered, sorted and compared, in the language `lang` ("id" by default).

    Raises as `load` does, and UnknownName for a language.

    >>> from litreview._resources import folder
    >>> made = view(folder("references"), lang="en")
    >>> len(made.shown.studies), made.html.startswith("<!DOCTYPE html>")
    (5, True)
    """
    studies = load(library)
    return View(overview(studies, language(lang or CHAPTER).tag), protected(studies))
