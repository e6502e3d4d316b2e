"""A concept: one thing of the field, with its terms by language."""

from __future__ import annotations

import attrs

from litreview.record.langtext import LangList, LangText


@attrs.frozen(cache_hash=True)
class Concept:
    """One concept: its id, the kinds of thing it can be, and its terms by language (the first of each is the label).

    >>> Concept("batik", ("topic",), LangList({"id": ("batik", "kain batik")})).label("en")
    'batik'
    """

    id: str
    kinds: tuple[str, ...]
    terms: LangList

    @property
    def labels(self) -> LangText:
        """The usual term in each language."""
        return LangText([(tag, listed[0]) for tag, listed in self.terms.items()])

    def label(self, tag: str) -> str:
        """The usual term in the language `tag`, else in any."""
        found = self.terms.best(tag)
        return found[1][0] if found else self.id
