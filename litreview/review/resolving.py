"""Citations of a chapter set again, when its text is no longer the one that was drafted."""

from __future__ import annotations

import json

import attrs

from litreview.cite.resolve import resolve
from litreview.csl import ItemLocale, Style
from litreview.document.nodes import Document
from litreview.document.works import Works, json_text
from litreview.errors import Problem
from litreview.record import Library, Study


@attrs.frozen
class Resolving:
    """The library, the style and the language of one chapter, by which its citations are set."""

    library: Library
    style: Style
    item_locale: ItemLocale = "off"
    translated_titles: bool = False

    def __call__(self, document: Document, works: Works = ()) -> tuple[Document, tuple[Problem, ...]]:
        """`document` with its citations and its bibliography; of `works` (CSL-JSON by key) those that the library lacks are cited too."""
        return resolve(document, self.with_works(works), self.style, item_locale=self.item_locale, translated_titles=self.translated_titles)

    def with_works(self, works: Works) -> Library:
        """The library, and the works that it lacks."""
        others = [attrs.evolve(_study(item), key=key) for key, item in works if key not in self.library]
        return attrs.evolve(self.library, studies=(*self.library.studies, *others)) if others else self.library


def _study(item: object) -> Study:
    return Study.from_csl(json.loads(json_text(item)))
