"""``cs:text`` and ``cs:number``: variables, terms, values and macros. Source: CSL 1.0.2, "Text", "Number"."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from litreview.csl.attributes import Look, attributes_of, look_of
from litreview.csl.context import Context, Kind, Render
from litreview.csl.narrowing import Element, always, asking, silent, wanting
from litreview.csl.numbers import NumberFormat, is_numeric
from litreview.csl.pages import PageFormat, first_page_of
from litreview.csl.richtext import parse
from litreview.csl.textcase import change_case
from litreview.csl.tree import Content, Node
from litreview.csl.trigraph import citation_label
from litreview.record.variables import NUMBER_VARIABLES

_NUMBERS = frozenset(NUMBER_VARIABLES)
_PAGES = frozenset({"page", "locator"})
_LINKS = {
    "DOI": "https://doi.org/", "URL": "", "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/", "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
}  # fmt: skip
_NO_DATE = "no date"
"""The term that stands for a variable: where the others around it are empty it must not vanish with them."""
_OWN_WORDS = frozenset({"term", "value"})
_PERIOD = re.compile(r"(?<!\d)\.(?=\d)|(?<=\d)\.(?!\d)|(?<!\d)\.(?![a-z]{2}|\d)|(?<![^\W\d_]{2})\.(?=[a-z]{2})")
"""A full stop, but none within a number (1.5) or the name of a host (go.id)."""
_DIGITS = re.compile(r"\d+")
_SHORT = {"title": "title-short", "container-title": "container-title-short"}


class _Finishing:
    """strip-periods, text-case and look of one element, in the order of the specification."""

    __slots__ = ("case", "look", "strip")

    def __init__(self, element: etree._Element) -> None:
        self.look: Look = look_of(attributes_of(element))
        self.case = element.get("text-case")
        self.strip = element.get("strip-periods") == "true"

    def __call__(self, content: list[Content], context: Context, mark: str | None = None) -> Content:
        """The content dressed; words of the style's own ("term", "value") change case whatever the language of the work."""
        if self.strip:
            content = [_without_periods(part) for part in content]
        if self.case is not None:
            content = change_case(content, self.case, mark in _OWN_WORDS or context.ref.english, context.ref.language)
        return self.look.wrap(content, "small-term" if mark == "term" and self.case == "lowercase" else mark)


def _without_periods(part: Content) -> Content:
    """The part without the full stops of abbreviations."""
    if isinstance(part, str):
        return _PERIOD.sub("", part)
    new = part.copy([_without_periods(child) for child in part.children])
    new.prefix = part.prefix.replace(".", "") if part.prefix else None
    new.suffix = part.suffix.replace(".", "") if part.suffix else None
    return new


def compile_text(element: etree._Element, macro: Callable[[str], Element], pages: PageFormat) -> Element:
    """Compile a ``cs:text``; `macro` gives a compiled macro by its name."""
    finish = _Finishing(element)
    name = element.get("macro")
    if name is not None:
        return _macro(macro(name), finish)
    value = element.get("value")
    if value is not None:
        parts = parse(value)
        return always(lambda context: finish(parts, context, "value") if value else None)
    term = element.get("term")
    if term is not None:
        return always(_term(term, element.get("form", "long"), element.get("plural") == "true", finish))
    return _variable(element.get("variable", ""), element.get("form"), finish, pages)


def _macro(inner: Element, finish: _Finishing) -> Element:
    if finish.look.plain and finish.case is None and not finish.strip:
        return inner

    def narrow(kind: Kind) -> Render:
        printing = inner(kind)
        if printing is silent or printing is asking:
            return printing

        def render(context: Context) -> Content | None:
            content = printing(context)
            return None if content is None else finish([content], context)

        return render

    return narrow


def _term(term: str, form: str, plural: bool, finish: _Finishing) -> Render:
    def render(context: Context) -> Content | None:
        text = context.locale.term(term, form, plural)
        if not text:
            context.emptied = text is not None
            return None
        if term == _NO_DATE:
            context.found = True
        return finish([text], context, "term")

    return render


def _variable(variable: str, form: str | None, finish: _Finishing, pages: PageFormat) -> Element:
    special = _special(variable, finish)
    if special is not None:
        return always(special)
    if variable in _NUMBERS and variable != "page-first":
        return _number(NumberFormat(variable), finish, pages if variable in _PAGES else None)
    short = _SHORT.get(variable, variable + "-short") if form == "short" else None
    link = _LINKS.get(variable)

    def render(context: Context) -> Content | None:
        context.called = True
        if variable in context.used:
            return None
        content = (context.ref.rich(short) if short is not None else None) or context.ref.rich(variable)
        if content is None:
            return None
        context.found = True
        if context.log is not None:
            context.log.append(variable)
        if link is not None:
            return _linked(context.texts[variable], link, finish, context)
        return finish(content, context)

    return wanting((variable,) if short is None else (variable, short), render)


def _linked(text: str, base: str, finish: _Finishing, context: Context) -> Content:
    """A DOI, URL or PubMed number that leads there; a prefix that is the start of the address belongs to the link."""
    bare = text.strip()
    target = bare if base and bare.startswith(("http://", "https://")) else base + bare
    if not target.startswith(("http://", "https://")) or any(c.isspace() for c in target):
        return finish([text], context)
    prefix = finish.look.prefix or ""
    if base and prefix.strip().startswith("http"):
        lead = prefix[: len(prefix) - len(prefix.lstrip())]
        return Node(
            [Node([prefix.lstrip() + bare], link=target)], format=finish.look.format, prefix=lead or None, suffix=finish.look.suffix,
            display=finish.look.display,
        )  # fmt: skip
    return finish([Node([text], link=target)], context)


def _special(variable: str, finish: _Finishing) -> Render | None:
    def number(context: Context) -> Content | None:
        context.called = True
        if not context.number:
            return None
        context.found = True
        if context.sorting:
            return context.number.rjust(8, "0")
        return finish([context.number], context, "citation-number")

    def suffix(context: Context) -> Content | None:
        if not context.suffix or context.suffix_done:
            return None
        context.called = context.found = True
        context.suffix_done = True
        return finish([context.suffix], context, "year-suffix")

    def first_note(context: Context) -> Content | None:
        context.called = True
        if not context.first_note:
            return None
        context.found = True
        return finish([context.first_note], context)

    def first_page(context: Context) -> Content | None:
        context.called = True
        text = "" if "page-first" in context.used else first_page_of(context.texts)
        if not text:
            return None
        context.found = True
        return finish([text], context)

    def label(context: Context) -> Content | None:
        context.called = context.found = True
        text = context.texts.get("citation-label") or citation_label(context.ref.names, context.ref.dates, context.texts)
        content: list[Content] = [text]
        if context.suffix and not context.suffix_done:
            context.suffix_done = True
            content.append(Node([context.suffix], mark="year-suffix"))
        return finish(content, context, "citation-label")

    return {
        "citation-number": number, "year-suffix": suffix, "first-reference-note-number": first_note, "page-first": first_page,
        "citation-label": label,
    }.get(variable)  # fmt: skip


def compile_number(element: etree._Element, pages: PageFormat) -> Element:
    """Compile a ``cs:number``."""
    variable = element.get("variable", "")
    finish = _Finishing(element)
    special = _special(variable, finish)
    form = element.get("form", "numeric")
    if special is not None and form == "numeric":
        return always(special)
    return _number(NumberFormat(variable, form), finish, pages if variable in _PAGES and form == "numeric" else None)


def _number(number: NumberFormat, finish: _Finishing, pages: PageFormat | None) -> Element:
    variable = number.variable

    def render(context: Context) -> Content | None:
        context.called = True
        if variable in context.used:
            return None
        if variable == "locator":
            text = context.locator
        elif variable == "citation-number":
            text = context.number
        else:
            text = context.texts.get(variable)
        if not text:
            return None
        context.found = True
        if context.log is not None:
            context.log.append(variable)
        if context.sorting:
            return _DIGITS.sub(lambda match: match[0].rjust(8, "0"), text)
        if text.isdigit() and number.form == "numeric":
            return finish([text], context, "locator" if variable == "locator" else None)
        as_pages = None if pages is None or (variable == "locator" and context.label not in (None, "page")) else pages
        if as_pages is None and not any(c.isdigit() for c in text):
            return finish(context.ref.rich(variable) or parse(text), context) if variable != "locator" else finish(parse(text), context)
        printed = number.text(text, context.locale, as_pages)
        return finish([printed] if is_numeric(text) or ("<" in text and text[0].isdigit()) else parse(printed), context)

    return always(render) if variable in ("locator", "citation-number") else wanting((variable,), render)
