"""Evaluating a style for one work: cites, entries and sort keys, each made once for the same state."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from litreview.csl.cites import Position
from litreview.csl.compile import PARTS, SortKey
from litreview.csl.context import Context, MadeName, NameKey, PrintedNames, Reference
from litreview.csl.dates import sort_text
from litreview.csl.finish import Orthography
from litreview.csl.locales import DateForm, Locale, known_locale
from litreview.csl.nameparts import OTHERS_SORTED, sort_name
from litreview.csl.pages import first_page_of
from litreview.csl.styles import Style
from litreview.csl.tree import Content, Node, text_of
from litreview.csl.trigraph import citation_label
from litreview.record.variables import NUMBER_VARIABLES

ItemLocale: TypeAlias = Literal["off", "entries", "terms", "all"]
_NUMBERS = frozenset(NUMBER_VARIABLES)


@attrs.frozen
class Extras:
    """What disambiguation adds to the cites of one work. `givens` lists the names that are spelled out, with their level."""

    more: int = 0
    givens: tuple[tuple[NameKey, int], ...] = ()
    conditions: int = 0
    suffix: str = ""


NOTHING = Extras()

MOST = 2_000
"""So many cites are kept as trees, which take ten times what is printed of them; of a longer document they are made twice."""


@attrs.frozen
class CiteState:
    """Everything that the form of one cite depends on, apart from its work."""

    position: Position = "first"
    near: bool = False
    locator: str | None = None
    label: str | None = None
    number: str = ""
    first_note: str = ""
    extras: Extras = NOTHING


FIRST = CiteState()


class _Blend(Locale):
    """The terms of one language with the date forms and quotation marks of another."""

    def __init__(self, terms: Locale, rest: Locale) -> None:
        super().__init__(terms.tag, terms.tables)
        self._rest = rest
        self.orthography = rest.orthography

    def date_form(self, form: str) -> DateForm | None:
        return self._rest.date_form(form)


class Renderer:
    """Renders works in one style. Trees that it gives out are shared: never change one, copy it."""

    def __init__(self, style: Style, item_locale: ItemLocale = "off") -> None:
        self.style = style
        self.locale = style.locale_of(style.locale)
        self._item_locale = item_locale
        self._locales: dict[str, Locale | None] = {}
        self._cites: dict[tuple[str, CiteState], tuple[Content | None, tuple[PrintedNames, ...]]] = {}
        self._names: dict[MadeName, Content] = {}
        self._compared: dict[tuple[str, CiteState], tuple[str, tuple[PrintedNames, ...]]] = {}
        rule = style.citation.options.get("givenname-disambiguation-rule", "by-cite")
        self._by_cite, self._only_initials = rule == "by-cite", rule.endswith("with-initials")
        self._conditions = 0 if style.bibliography is None else style.bibliography.conditions
        self._demote = dict(style.options).get("demote-non-dropping-particle", "display-and-sort")
        self.foreign: dict[str, Orthography] = {}

    def locale_for(self, reference: Reference) -> Locale:
        """The locale that the terms of this work are printed in."""
        if self._item_locale == "off" or reference.language is None:
            return self.locale
        tag = reference.language.split()[0]
        locale = self._locales.get(tag, self.locale)
        if tag not in self._locales:
            locale = self._locales[tag] = self._own_locale(tag)
        return locale or self.locale

    def locale_of_cites(self, reference: Reference) -> Locale:
        """The locale that the terms of this work are printed in where it is cited."""
        return self.locale if self._item_locale == "entries" else self.locale_for(reference)

    def _own_locale(self, tag: str) -> Locale | None:
        known = known_locale(tag)
        if known is None or known.split("-")[0] == self.locale.tag.split("-")[0]:
            return None
        own = self.style.locale_of(known)
        self.foreign[known] = own.orthography if self._item_locale == "all" else self.locale.orthography
        return own if self._item_locale == "all" else _Blend(own, self.locale)

    def _tagged(self, content: Content | None, locale: Locale) -> Content | None:
        return content if content is None or locale is self.locale else Node([content], lang=locale.tag)

    def cite(self, reference: Reference, state: CiteState = FIRST) -> tuple[Content | None, tuple[PrintedNames, ...]]:
        """One cite, without affixes, and the name lists in it."""
        key = (reference.id, state)
        cite = self._cites.get(key)
        if cite is None:
            locale = self.locale_of_cites(reference)
            context = self._context(reference, locale, "citation", state)
            content = self.style.citation.layout(context.kind)(context)
            if len(self._cites) >= MOST:
                self._cites.clear()
            cite = self._cites[key] = (self._tagged(content, locale), tuple(context.shown))
        return cite

    def forget(self) -> None:
        """Let go of the trees of cites, once what they print is set."""
        self._cites.clear()
        self._names.clear()

    def compared(self, reference: Reference, state: CiteState) -> str:
        """One cite as it is compared with those of other works: as text, without the day on which the work was looked up."""
        return self._for_comparison(reference, state)[0]

    def shown(self, reference: Reference, state: CiteState) -> tuple[PrintedNames, ...]:
        """The name lists in one cite."""
        return self._for_comparison(reference, state)[1]

    def _for_comparison(self, reference: Reference, state: CiteState) -> tuple[str, tuple[PrintedNames, ...]]:
        key = (reference.id, state)
        comparison = self._compared.get(key)
        if comparison is None:
            content, shown = self.cite(reference, state)
            comparison = self._compared[key] = ("" if content is None else _undated(content), shown)
        return comparison

    def _context(self, reference: Reference, locale: Locale, area: str, state: CiteState) -> Context:
        if len(self._names) >= MOST:
            self._names.clear()
        context = Context(reference, locale, area, self._names)
        if self._item_locale != "all":
            context.around = self.locale
        context.position, context.near = state.position, state.near
        context.locator, context.label = state.locator, state.label
        context.number, context.first_note = state.number, state.first_note
        extras = state.extras
        context.more, context.conditions, context.suffix = extras.more, extras.conditions, extras.suffix
        if extras.givens:
            context.givens = dict(extras.givens)
        return context

    def entry(self, reference: Reference, state: CiteState) -> list[Content]:
        """One bibliography entry as the parts of the layout that printed something, in order."""
        area = self.style.bibliography
        if area is None:
            return []
        locale = self.locale_for(reference)
        context = self._context(reference, locale, "bibliography", state)
        parts: list[Content] = []
        for column in area.columns:
            part = column(context.kind)(context)
            if isinstance(part, Node) and part.mark == PARTS:
                parts += part.children
            elif part is not None:
                parts.append(part)
        return [tagged for part in parts if (tagged := self._tagged(part, locale)) is not None]

    def sort_key(self, reference: Reference, key: SortKey, area: str, state: CiteState) -> tuple[str, bool]:
        """What `key` gives for a work, as plain text ("" if it has nothing), and whether it is the same whatever tells the work apart."""
        if key.macro is None:
            return self._variable_key(reference, key.variable or "", state), True
        context = self._context(reference, self.locale, area, state)
        context.sorting = True
        context.suffix = ""
        if area == "bibliography" or key.names_limit is not None:
            context.more = 0
        if self._by_cite and area == "bibliography":
            context.givens = {}
        context.names_limit = key.names_limit
        content = key.macro(context.kind)(context)
        settled = area == "bibliography" and not self._conditions and (self._by_cite or not any(map(self._is_shortened, context.shown)))
        return "" if content is None else text_of(content), settled

    def _is_shortened(self, printed: PrintedNames) -> bool:
        """Whether spelling out the given names of this list, as far as the style's rule goes, would change what is printed."""
        return printed.form.form != "long" or (printed.form.initials is not None and not self._only_initials)

    def _variable_key(self, reference: Reference, variable: str, state: CiteState) -> str:
        if variable == "citation-label":
            return reference.texts.get(variable) or citation_label(reference.names, reference.dates, reference.texts)
        if variable in reference.dates:
            return sort_text(reference.dates[variable])
        if variable in reference.names:
            names = reference.names[variable]
            others = [OTHERS_SORTED] if variable in reference.others else []
            return ", ".join([*(sort_name(name, self._demote) for name in names), *others])
        if variable == "citation-number":
            return state.number.rjust(8, "0") if state.number else ""
        if variable in _NUMBERS:
            text = first_page_of(reference.texts) if variable == "page-first" else reference.texts.get(variable, "")
            return "".join(part.rjust(8, "0") if part.isdigit() else part for part in _digits(text))
        rich = reference.rich(variable)
        return "" if rich is None else "".join(text_of(part) for part in rich)


def _undated(content: Content) -> str:
    if isinstance(content, str):
        return content
    if content.mark == "accessed":
        return ""
    inner = (content.delimiter or "").join([_undated(child) for child in content.children])
    return f"{content.prefix or ''}{inner}{content.suffix or ''}"


def _digits(text: str) -> list[str]:
    runs: list[str] = []
    for char in text:
        if runs and runs[-1].isdigit() == char.isdigit():
            runs[-1] += char
        else:
            runs.append(char)
    return runs
