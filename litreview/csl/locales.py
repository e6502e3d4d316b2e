"""Terms, date forms, ordinals and options of one language for one style, with the fallback of the specification.

Order: in-style dialect, in-style language, in-style without language, file of the dialect, file of the primary dialect, en-US.
Source: CSL 1.0.2, "Locale fallback", "Terms", "Ordinals".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import attrs
from citeproc import LANGUAGE_NAMES, PRIMARY_DIALECTS
from citeproc.frontend import CitationStylesLocale
from lxml import etree

from litreview.csl.finish import Orthography

NS = "{http://purl.org/net/xbiblio/csl}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OVERLAYS = Path(__file__).with_name("overlays")
_NEXT_FORM = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}


@attrs.frozen
class Term:
    """One form of a term."""

    single: str
    multiple: str
    gender: str | None = None
    match: str | None = None


@attrs.frozen
class DatePart:
    """A ``cs:date-part`` as it stands: its name and its attributes."""

    name: str
    attributes: Mapping[str, str]


@attrs.frozen
class DateForm:
    """A localised date: its parts in order, with the delimiter between them."""

    parts: tuple[DatePart, ...]
    attributes: Mapping[str, str]


@attrs.frozen
class Table:
    """What one ``cs:locale`` element or locale file defines. Term keys are (name, form, gender form)."""

    tag: str | None
    terms: Mapping[tuple[str, str, str], Term]
    dates: Mapping[str, DateForm]
    options: Mapping[str, str]


def read_table(element: etree._Element) -> Table:
    """Read a ``cs:locale`` element; nothing of it is kept."""
    terms: dict[tuple[str, str, str], Term] = {}
    for term in element.iterfind(f"{NS}terms/{NS}term"):
        single, multiple = term.findtext(f"{NS}single"), term.findtext(f"{NS}multiple")
        text = term.text or ""
        text = "" if text.strip(" \n\t") == "" and "\n" in text else text
        singular = text if single is None else single
        plural = text if multiple is None else multiple
        if single is not None or multiple is not None:
            singular, plural = singular.strip() and singular, plural.strip() and plural
        key = (term.get("name", ""), term.get("form", "long"), term.get("gender-form", ""))
        terms[key] = Term(singular, plural, term.get("gender"), term.get("match"))
    dates = {}
    for date in element.iterfind(f"{NS}date"):
        parts = tuple(DatePart(part.get("name", ""), _attributes(part)) for part in date.iterfind(f"{NS}date-part"))
        dates[date.get("form", "text")] = DateForm(parts, _attributes(date))
    options: dict[str, str] = {}
    for style_options in element.iterfind(f"{NS}style-options"):
        options.update({str(name): str(value) for name, value in style_options.attrib.items()})
    return Table(element.get(_LANG), terms, dates, options)


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


@cache
def _file(tag: str) -> Table:
    return attrs.evolve(read_table(CitationStylesLocale(tag, validate=False).root), tag=tag)


def known_locale(tag: str) -> str | None:
    """The locale file that serves `tag`: itself, or its language's primary dialect, or None.

    >>> known_locale("id"), known_locale("en-GB"), known_locale("xx")
    ('id-ID', 'en-GB', None)
    """
    if tag in LANGUAGE_NAMES:
        return tag
    dialect = PRIMARY_DIALECTS.get(tag.split("-")[0].lower())
    return str(dialect) if dialect else None


@cache
def overlay(language: str) -> Table | None:
    """The terms that litreview has for a language where the public locale is wanting; None where there are none."""
    path = _OVERLAYS / f"{language}.xml"
    return read_table(etree.parse(path).getroot()) if path.is_file() else None


@cache
def overlaid_languages() -> tuple[str, ...]:
    """The languages that `overlay` knows.

    >>> overlaid_languages()
    ('id',)
    """
    return tuple(sorted(path.stem for path in _OVERLAYS.glob("*.xml")))


def locale_for(tag: str, in_style: Sequence[Table], overlays: bool = False) -> Locale:
    """The locale `tag` (BCP 47) as a style with the tables `in_style` sees it, with our own terms before the public ones if `overlays`."""
    language = tag.split("-")[0]
    chain = [t for t in in_style if t.tag == tag] if "-" in tag else []
    chain += [t for t in in_style if t.tag == language]
    chain += [t for t in in_style if not t.tag]
    files = [name for name in (tag, PRIMARY_DIALECTS.get(language)) if name in LANGUAGE_NAMES]
    ours = overlay(language.lower()) if overlays and language.lower() in overlaid_languages() else None
    own = [*chain, *([ours] if ours else ()), *(_file(name) for name in dict.fromkeys(files))]
    return Locale(tag, (*own, _file("en-US")))


class Locale:
    """One language as a style sees it. Look-ups are remembered; the object is otherwise constant.

    >>> locale = locale_for("id-ID", ())
    >>> locale.term("and"), locale.term("page", "short", plural=True), locale.term("nowhere")
    ('dan', 'hlm.', None)
    """

    def __init__(self, tag: str, tables: tuple[Table, ...]) -> None:
        self.tag = tag
        self.english = tag.lower().startswith("en")
        self.tables = tables
        self._found: dict[tuple[str, str, bool, str], str | None] = {}
        self.ordinal_prefix = self.option("ordinal-prefix") or ""
        self.day_one_only = self.option("limit-day-ordinals-to-day-1") == "true"
        self._ordinals = next(
            (t.terms for t in self.tables if any(name == "ordinal" or (name[:8] == "ordinal-") for name, _, _ in t.terms)), {}
        )
        marks = [self.term(name) for name in ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")]
        self.orthography = Orthography(
            (marks[0] or "", marks[1] or ""), (marks[2] or "", marks[3] or ""), self.option("punctuation-in-quote") == "true"
        )

    def option(self, name: str) -> str | None:
        """An attribute of ``cs:style-options``."""
        return next((t.options[name] for t in self.tables if name in t.options), None)

    def date_form(self, form: str) -> DateForm | None:
        """The localised date of this form ("text" or "numeric")."""
        return next((t.dates[form] for t in self.tables if form in t.dates), None)

    def term(self, name: str, form: str = "long", plural: bool = False, gender: str = "") -> str | None:
        """A term in a form, or in the nearest form that there is; None if no locale has it. An empty term is ""."""
        key = (name, form, plural, gender)
        try:
            return self._found[key]
        except KeyError:
            term = self.find(name, form, gender)
            text = None if term is None else term.multiple if plural else term.single
            self._found[key] = text
            return text

    def find(self, name: str, form: str = "long", gender: str = "") -> Term | None:
        """The term itself: in the locale's own language the wanted form, or else the next lesser one; en-US comes last, except that
        its signs (``&``, ``§``) are of no language; "c." for a chapter is."""
        sign = self.tables[-1].terms.get((name, form, "")) if form == "symbol" else None
        of_no_language = sign is not None and not any(character.isalpha() for character in sign.single or "")
        for tables in (self.tables,) if of_no_language else (self.tables[:-1], self.tables[-1:]):
            lesser_form: str | None = form
            while lesser_form is not None:
                for table in tables:
                    term = table.terms.get((name, lesser_form, gender)) or table.terms.get((name, lesser_form, ""))
                    if term is not None:
                        return term
                lesser_form = _NEXT_FORM.get(lesser_form)
        return None

    def gender(self, name: str) -> str:
        """The grammatical gender of a term, or "" where it has none."""
        for table in self.tables:
            term = table.terms.get((name, "long", ""))
            if term is not None and term.gender:
                return term.gender
        return ""

    def ordinal(self, number: int, gender: str = "") -> str:
        """The ending that makes `number` an ordinal: the most specific term that matches, in this gender if there is one."""
        last_two, last = number % 100, number % 10
        whole = "last-two-digits" if last_two > 9 or number < 10 else ""
        for name, default in ((f"ordinal-{last_two:02d}", whole), (f"ordinal-{last:02d}", "last-digit")):
            for gender_form in (gender, "") if gender else ("",):
                term = self._ordinals.get((name, "long", gender_form))
                if term is None:
                    continue
                match = term.match or default
                if match == "whole-number" and number != int(name[8:]):
                    continue
                if match == "last-two-digits" and name[8:] != f"{last_two:02d}":
                    continue
                if match == "last-digit" and name[8:] != f"{last:02d}":
                    continue
                if match == "":
                    continue
                return term.single
        for gender_form in (gender, "") if gender else ("",):
            term = self._ordinals.get(("ordinal", "long", gender_form))
            if term is not None:
                return term.single
        return ""

    def long_ordinal(self, number: int, gender: str = "") -> str | None:
        """The ordinal of 1 to 10 in words, or None. Where the locale's own language has it in other genders only, in one of those."""
        if not 1 <= number <= 10:
            return None
        name = f"long-ordinal-{number:02d}"
        stated = [form for form in (gender, "", "masculine", "feminine") if any((name, "long", form) in t.terms for t in self.tables[:-1])]
        return self.term(name, "long", False, stated[0] if stated else gender)
