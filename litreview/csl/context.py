"""What is known while a style is evaluated for one work, and the work as the style sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias

from litreview.csl.cites import Position
from litreview.csl.items import Item
from litreview.csl.locales import Locale
from litreview.csl.nameparts import NameForm
from litreview.csl.richtext import parse
from litreview.csl.tree import Content, text_of
from litreview.record.dates import Date
from litreview.record.languages import language_tag
from litreview.record.names import Name


@lru_cache(maxsize=5_000)
def _set_of(names: tuple[str, ...]) -> frozenset[str]:
    """One set for all works that have the same variables, which most works of a kind have."""
    return frozenset(names)


class Kind:
    """The type of a work and the variables it has: all that the branches of a style depend on, apart from what its fields say.

    Works of one kind share one value, which is compared by identity.
    """

    __slots__ = ("present", "type")

    def __init__(self, type: str, present: frozenset[str]) -> None:
        self.type, self.present = type, present


_kind_of = lru_cache(maxsize=5_000)(Kind)


class Reference:
    """A work made ready for rendering: its fields are taken apart once. `order` is its place in the input, from 0.

    `kind` has its type and names the variables it has. `stand_in` takes the author's place in citations, for a work without author that
    is cited by its title.
    """

    __slots__ = (
        "_rich", "dates", "english", "id", "item", "kind", "kind_in_cites", "language", "locale", "names", "order", "others",
        "stand_in", "texts", "type",
    )  # fmt: skip

    def __init__(self, item: Item, order: int, default_english: bool, by_title: bool = False) -> None:
        self.item = item
        self.id, self.type, self.texts, self.names, self.dates = item.id, item.type, item.texts, item.names, item.dates
        self.order, self.others = order, item.others
        stated = (item.language or "").strip() or None
        self.language = stated and (language_tag(stated) or stated)
        self.english = default_english if self.language is None else self.language.partition("-")[0].lower() == "en"
        self.locale: Locale | None = None
        self._rich: dict[str, list[Content]] | None = None
        texts = (name for name, text in item.texts.items() if text)
        present = _set_of((*texts, *(name for name, people in item.names.items() if people), *item.dates))
        title = item.texts.get("title-short") or item.texts.get("title")
        self.stand_in = (Name(literal="".join(map(text_of, parse(title)))),) if by_title and title and not item.names.get("author") else ()
        self.kind = self.kind_in_cites = _kind_of(item.type, present)
        if self.stand_in:
            self.kind_in_cites = _kind_of(item.type, present | {"author"})

    def rich(self, variable: str) -> list[Content] | None:
        """The field with its markup taken apart; None if there is none. Only what has markup is kept apart."""
        text = self.texts.get(variable)
        if not text:
            return None
        parts = None if self._rich is None else self._rich.get(variable)
        if parts is None:
            parts = parse(text)
            if len(parts) > 1 or not isinstance(parts[0], str):
                self._rich = self._rich or {}
                self._rich[variable] = parts
        return parts


MadeName: TypeAlias = tuple[int, int, bool, int, bool]
"""One name in one form: the identities of both, inverted or not, how far it is spelled out, whether for sorting."""


class Context:
    """The state of one evaluation. `called` and `found` tell groups whether a variable was asked for and whether one was there.

    `around` is the locale of the text that cites, in which a place in a work is named whatever the work's own language is.
    `used` holds the variables that a substitution has taken. `shown` is the log of the name lists printed, for disambiguation.
    `more` and `givens` widen them: how many names beyond the style's own, and how far given names are spelled out
    (0 as the style says, 1 initials, 2 in full), by name. `conditions` is how many ``disambiguate`` tests may still come out true.
    `made_names` are single names as they were printed for this work or another, by name and form.
    `emptied` says that a term was found to be empty, which ends a substitution.
    """

    __slots__ = (
        "area", "around", "called", "conditions", "emptied", "first_note", "found", "givens", "kind", "label", "locale", "locator",
        "log", "made_names", "more", "names_limit", "near", "number", "position", "ref", "shown", "sorting", "suffix", "suffix_done",
        "texts", "used",
    )  # fmt: skip

    def __init__(self, ref: Reference, locale: Locale, area: str, made_names: dict[MadeName, Content] | None = None) -> None:
        self.ref = ref
        self.made_names = {} if made_names is None else made_names
        self.texts: Mapping[str, str] = ref.texts
        self.kind = ref.kind_in_cites if area == "citation" else ref.kind
        self.locale = locale
        self.around = locale
        self.area = area
        self.called = False
        self.found = False
        self.sorting = False
        self.position: Position = "first"
        self.near = False
        self.locator: str | None = None
        self.label: str | None = None
        self.number: str = ""
        self.first_note: str = ""
        self.suffix = ""
        self.suffix_done = False
        self.conditions = 0
        self.emptied = False
        self.more = 0
        self.givens: Mapping[NameKey, int] = {}
        self.names_limit: tuple[int, int, bool | None] | None = None
        self.used: set[str] = set()
        self.shown: list[PrintedNames] = []
        self.log: list[str] | None = None

    def names(self, variable: str) -> tuple[Name, ...]:
        """The names of a role, unless a substitution has used them up."""
        if variable in self.used:
            return ()
        names = self.ref.names.get(variable, ())
        return self.ref.stand_in if not names and variable == "author" and self.area == "citation" else names

    def date(self, variable: str) -> Date | None:
        """The date, unless a substitution has used it up."""
        return None if variable in self.used else self.ref.dates.get(variable)


NameKey: TypeAlias = tuple[str, ...]
"""What tells a person apart: the parts of the name, in a fixed order."""


class PrintedNames:
    """One list of names as printed: the names, how many of them, the form of one name and the limits that the style sets."""

    __slots__ = ("count", "form", "limit", "names")

    def __init__(self, names: tuple[Name, ...], count: int, form: NameForm, limit: tuple[int, int, bool]) -> None:
        self.names, self.count, self.form, self.limit = names, count, form, limit


Render: TypeAlias = Callable[[Context], "Content | None"]
"""What is evaluated for a work: gives its part of the output, or None if it has none."""
