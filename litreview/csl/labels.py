"""Labels: "pp.", "eds.", "vols." in the right number. Source: CSL 1.0.2, "Label"."""

from __future__ import annotations

import re

import attrs
from lxml import etree

from litreview.csl.attributes import Look, attributes_of, look_of
from litreview.csl.context import Context
from litreview.csl.locales import Locale
from litreview.csl.locators import LABELS
from litreview.csl.narrowing import Element, always, silent, wanting
from litreview.csl.numbers import is_plural
from litreview.csl.textcase import change_case
from litreview.csl.tree import Content, Node

_WORD = re.compile(r"[^\W\d_]+\.?(?= ?\d)")
_COUNTED = frozenset({"number-of-pages", "number-of-volumes"})
_STATE = frozenset({"locator", "citation-number", "first-reference-note-number"})
"""Variables of the cite."""
_TERM_OF = {"page-first": "page"}


@attrs.frozen
class LabelForm:
    """Form, plural, look and case of a ``cs:label``."""

    form: str
    plural: str
    look: Look
    strip_periods: bool
    case: str | None

    def show(self, term: str, several: bool, locale: Locale) -> Content | None:
        """The label for one or `several`; None if the term is missing or empty."""
        plural = self.plural == "always" or (self.plural == "contextual" and several)
        text = locale.term(term, self.form, plural)
        if not text:
            return None
        if self.strip_periods:
            text = text.replace(".", "")
        content: list[Content] = [text]
        if self.case is not None:
            content = change_case(content, self.case)
        wrapped = self.look.wrap(content, "label")
        assert isinstance(wrapped, Node)
        return wrapped


def label_form(element: etree._Element) -> LabelForm:
    """Read a ``cs:label``, inside ``cs:names`` or alone."""
    attributes = attributes_of(element)
    return LabelForm(
        attributes.get("form", "long"), attributes.get("plural", "contextual"), look_of(attributes),
        attributes.get("strip-periods") == "true", attributes.get("text-case"),
    )  # fmt: skip


def _names_itself(locator: str, locale: Locale) -> bool:
    """Whether a locator begins with a label of its own: "vol. 1, fol. 186"."""
    word = _WORD.match(locator)
    if word is None:
        return False
    own = word[0].lower()
    return any(own == locale.term(label, form, plural) for label in LABELS for form in ("short", "long") for plural in (False, True))


def compile_label(element: etree._Element) -> Element:
    """Compile a ``cs:label`` that stands alone."""
    variable = element.get("variable", "")
    form = label_form(element)

    def render(context: Context) -> Content | None:
        if variable == "locator":
            text, term = context.locator, "page" if context.label is None else context.label
            if text and term == "page" and _names_itself(text, context.around):
                return None
        else:
            text, term = ("" if variable in context.used else context.texts.get(variable)), _TERM_OF.get(variable, variable)
            if variable == "citation-number":
                text = context.number
            elif variable == "first-reference-note-number":
                text = context.first_note
        if not text:
            return None
        several = text.strip() not in ("0", "1") if variable in _COUNTED else is_plural(text)
        return form.show(term, several, context.around if variable == "locator" else context.locale)

    return always(render) if variable in _STATE else wanting((variable,), render, silent)
