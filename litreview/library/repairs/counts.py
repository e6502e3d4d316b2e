"""Volume, issue and edition as the number that a style puts its own label before."""

from __future__ import annotations

import re
from functools import cache

from litreview.languages.marks import any_mark
from litreview.library.repairs import Repair, on_texts
from litreview.record import Study

_NUMBER = r"(\d+(?:\s*[-–/]\s*\d+)?[A-Za-z]?|[IVXLCDM]+)"
VARIABLES = ("volume", "issue", "edition")


@cache
def _labelled(variable: str) -> re.Pattern[str]:
    """A number with the label of this variable, in any language."""
    if variable == "edition":
        before, behind = any_mark("edition_before"), any_mark("edition_behind")
        return re.compile(rf"(?:{before}\b[\s-]*){{0,2}}(\d{{1,3}})(?:\s*{any_mark('ordinal')})?\.?\s*(?:{behind}\b\.?)?", re.IGNORECASE)
    return re.compile(rf"{any_mark(variable)}\b\.?\s*{_NUMBER}", re.IGNORECASE)


def number_of(variable: str, text: str) -> str:
    """The number in `text`, if that is a number with its label and nothing else.

    >>> number_of("volume", "Vol. 3"), number_of("issue", "No 2"), number_of("edition", "2nd ed."), number_of("edition", "Edisi revisi")
    ('3', '2', '2', 'Edisi revisi')
    """
    match = _labelled(variable).fullmatch(text.strip())
    return match[1] if match else text


def run(study: Study) -> Study:
    """Take the labels off."""
    for variable in VARIABLES:
        study = on_texts(study, lambda text, variable=variable: number_of(variable, text), only=(variable,))  # type: ignore[misc]
    return study


REPAIR = Repair("counts", run)
