"""What is known of one cell of a record: that it has a value, that its source has none, or nothing yet."""

from __future__ import annotations

from typing import Literal

from litreview.record.aspects import ASPECTS
from litreview.record.highlights import full_text_read
from litreview.record.study import Study

State = Literal["stated", "not-stated", "not-read", "no-abstract"]
"""A value is there; a person says that the source does not state it; reading has not found it; there is no abstract to read yet."""


def state(study: Study, name: str) -> State:
    """What is known of the aspect or field `name` of `study`.

    Only a person, or a record that says ``null``, makes a cell "not-stated": that rules found nothing in a text says nothing of the text.

    >>> from litreview.record import Aspects, LangText
    >>> read = Study("a", abstract=LangText({"en": "Two ports."}), aspects=Aspects(looked_for=("method",)))
    >>> state(read, "method"), state(read, "data"), state(Study("b"), "data"), state(read, "abstract"), state(read, "issued")
    ('not-stated', 'not-read', 'no-abstract', 'stated', 'not-read')
    """
    if name in ASPECTS:
        if study.aspects.stated(name):
            return "stated"
        if name in study.aspects.looked_for:
            return "not-stated"
        return "not-read" if study.abstract or full_text_read(study.highlights) else "no-abstract"
    if has_field(study, name):
        return "stated"
    return "not-stated" if name in study.looked_for else "not-read"


def has_field(study: Study, name: str) -> bool:
    """Whether the field `name` (by its name in a record) has a value.

    >>> has_field(Study("a", language="en"), "language"), has_field(Study("a"), "keywords")
    (True, False)
    """
    if name == "keywords":
        return bool(study.keywords)
    return bool(study.names.get(name) or study.dates.get(name) or study.text(name))
