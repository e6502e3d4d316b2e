"""One study: the record that everything else cites, compares and prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from litreview.errors import Origin
from litreview.record.aspects import Aspects
from litreview.record.confidence import Confidence
from litreview.record.csl_json.read import read_item
from litreview.record.dates import Date
from litreview.record.fields import LANGUAGE_FIELDS, Dates, Names, Variables
from litreview.record.highlights import COMMENTS, HIGHLIGHTS, Highlight, joined
from litreview.record.langtext import LangList, LangText
from litreview.record.markup import unmarked
from litreview.record.names import Name
from litreview.record.screening import Screening
from litreview.record.shown import days, people, stated, table, texts

_SHOWN = 60
"""Characters of a title where a study is named on one line."""

ADDRESS = "zotero:uri"
"""The name in `Study.extra` of the address of the work in its keeper's library of Zotero, by which the plugins of Zotero know it."""
ITEMS = "/items/"
"""What stands before the key of the item in an address."""
REPLACED = "zotero:replaces"
"""The name there of the address of an item that was merged into this one."""
COLLECTION = "zotero:collection"
"""The name in `Study.extra` of a collection there that holds it: a path of names, with slashes."""


def _frozen(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)


@attrs.frozen
class Study:
    """One work, by the types and variables of CSL 1.0.2, with its text tagged by language.

    A fact nobody stated is absent (None, an empty tuple, no entry in a mapping), never "" and never a guess.
    `looked_for` names the fields of which a person says that the source does not state them (an explicit ``null`` in YAML).

    - `names`: persons by CSL name variable; `dates`: by CSL date variable. `others`: the name variables whose list goes on with persons
      whom the source does not name ("and others").
    - `variables`: every other CSL variable by its CSL name. Text whose language does not matter (a DOI, a volume) is tagged "und".
    - `title`, `abstract`, `genre` and `variables` may carry the markup of CSL-JSON (``<i> <b> <sup> <sub>``, small caps, ``nocase``).
    - `paraphrased`: fields whose wording is the keeper's own; a draft never puts quotation marks around them.
    - `screening`: where the work was found and what was decided about it, in a systematic review.
    - `highlights`: what its keeper marked in the full text, in the order of its pages.
    - `extra`: what a format said and no field holds, as (qualified name, value) pairs, so that writing gives it back.
    - `origin`: where it was read from; equality ignores it.
    - `confidence`: for each value that was read from a page, how sure it is and why; equality ignores it, and no format keeps it.

    >>> study = Study(key="lee2019", title=LangText({"en": "Motives"}), names=Names({"author": (Name(family="Lee"),)}))
    >>> study.author[0].family, study.text("title", "id"), study.issued is None
    ('Lee', 'Motives', True)
    """

    key: str
    type: str = "document"
    title: LangText = LangText()
    abstract: LangText = LangText()
    keywords: LangList = LangList()
    genre: LangText = LangText()
    language: str | None = None
    names: Names = Names()
    others: frozenset[str] = attrs.field(default=frozenset(), converter=_frozen)
    dates: Dates = Dates()
    variables: Variables = Variables()
    aspects: Aspects = Aspects()
    paraphrased: tuple[str, ...] = ()
    looked_for: tuple[str, ...] = ()
    screening: Screening = Screening()
    highlights: tuple[Highlight, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    origin: Origin | None = attrs.field(default=None, eq=False)
    confidence: tuple[Confidence, ...] = attrs.field(default=(), eq=False)

    @classmethod
    def from_csl(cls, item: Mapping[str, Any]) -> Study:
        """The study that a CSL-JSON item describes, under its ``id`` ("" where it has none).

        Nothing in the item is an error: what no field holds is kept in `extra`, and `litreview.Library.from_csl` says what was wrong.

        >>> Study.from_csl({"id": "lee", "type": "book", "title": "Ports", "issued": {"date-parts": [[2019]]}}).issued.edtf()
        '2019'
        """
        return read_item(item, cls)[0]

    def __repr__(self) -> str:
        """What it is, on one line.

        >>> Study("lee2019", title=LangText({"en": "Motives"}))
        <Study lee2019: Motives>
        """
        people = "; ".join(name.text() for name in self.author[:2]) + (" …" if len(self.author) > 2 else "")
        year = str(self.issued.year) if self.issued and self.issued.year is not None else ""
        title = unmarked(self.text("title") or "")
        said = ", ".join(filter(None, (people, year, title if len(title) <= _SHOWN else title[: _SHOWN - 1] + "…")))
        return f"<{type(self).__name__} {self.key}: {said}>" if said else f"<{type(self).__name__} {self.key}>"

    def _repr_html_(self) -> str:
        fields = {"title": self.title, "genre": self.genre, **self.variables, "abstract": self.abstract}
        rows = (("type", self.type), *people(self.names), *days(self.dates), *texts(fields), *stated(self.aspects))
        return table(self.key, rows)

    @property
    def author(self) -> tuple[Name, ...]:
        """The authors, empty where none is stated."""
        return self.names.get("author", ())

    @property
    def issued(self) -> Date | None:
        """The date of issue, or None where none is stated."""
        return self.dates.get("issued")

    def text(self, variable: str, *tags: str) -> str | None:
        """The value of a text or number variable in the first of `tags` that it has, else in any language; None if not stated."""
        best = self.tagged(variable).best(*tags)
        return best[1] if best else None

    def tagged(self, variable: str) -> LangText:
        """The value of a text or number variable in all its languages (empty if not stated)."""
        if variable in LANGUAGE_FIELDS:
            value: LangText = getattr(self, variable)
            return value
        if variable == "language":
            return LangText({"und": self.language}) if self.language else LangText()
        if variable in (HIGHLIGHTS, COMMENTS):
            return joined(self.highlights, variable)
        return self.variables.get(variable, LangText())

    def descriptive(self) -> bool:
        """Whether the title is a description in square brackets, because the source states none."""
        title = self.title.best(self.language or "")
        return bool(title) and title[1].startswith("[") and title[1].endswith("]") if title else False
