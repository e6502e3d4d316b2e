"""ISBN and ISSN in their usual form; only numbers whose check digit is right. Source: ISO 2108, ISO 3297."""

from __future__ import annotations

import re

from litreview.library.repairs import Repair, on_texts
from litreview.record import Study
from litreview.record.identifiers import isbn, issn

_LABEL = re.compile(r"^\s*(?:[ep]-?)?is[bs]n(?:-(?:1[03]|l))?\s*:?\s*", re.IGNORECASE)
_DASH = re.compile(r"(?:(?<!\s)\s+)?[‐-―−]\s*|(?<=[\dXx])\s+(?=[\dXx])")


def _each_number(text: str, kind: str) -> str:
    """Each number of a list by itself; a list in which one is doubtful stays."""
    parts = re.split(r"(?:(?<!\s)\s+)?[;,]\s*", text.strip())
    form = issn if kind == "ISSN" else _isbn
    new = [form(part) for part in parts]
    return ", ".join(number for number in new if number) if all(new) else text


def _isbn(text: str) -> str | None:
    """An ISBN with the hyphens it has; spaces and other dashes become hyphens.

    >>> _isbn("ISBN 978 0 306 40615 7"), _isbn("9780306406157"), _isbn("9780306406158")
    ('978-0-306-40615-7', '9780306406157', None)
    """
    return _DASH.sub("-", _LABEL.sub("", text).strip()).upper() if isbn(text) else None


def run(study: Study) -> Study:
    """Write ISBNs without label and other dashes, ISSNs as ``1234-5678``."""
    study = on_texts(study, lambda text: _each_number(text, "ISBN"), only=("ISBN",))
    return on_texts(study, lambda text: _each_number(text, "ISSN"), only=("ISSN",))


REPAIR = Repair("numbers", run)
