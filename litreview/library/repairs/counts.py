"""Volume, issue and edition as the number that a style puts its own label before."""

from __future__ import annotations

import re

from litreview.library.repairs import Repair, on_texts
from litreview.record import Study

_NUMBER = r"(\d+(?:\s*[-–/]\s*\d+)?[A-Za-z]?|[IVXLCDM]+)"
_LABELS = {
    "volume": re.compile(rf"(?:vol(?:ume)?|jilid|jil)\b\.?\s*{_NUMBER}", re.IGNORECASE),
    "issue": re.compile(rf"(?:no|nr|nomor|number|issue|iss)\b\.?\s*{_NUMBER}", re.IGNORECASE),
    "edition": re.compile(r"(?:edisi\s*)?(?:ke-?\s*)?(\d{1,3})(?:\s*(?:st|nd|rd|th))?\.?\s*(?:ed(?:n|ition|isi)?\b\.?)?", re.IGNORECASE),
}


def number_of(variable: str, text: str) -> str:
    """The number in `text`, if that is a number with its label and nothing else.

    >>> number_of("volume", "Vol. 3"), number_of("issue", "No 2"), number_of("edition", "2nd ed."), number_of("edition", "Edisi revisi")
    ('3', '2', '2', 'Edisi revisi')
    """
    match = _LABELS[variable].fullmatch(text.strip())
    return match[1] if match else text


def run(study: Study) -> Study:
    """Take the labels off."""
    for variable in _LABELS:
        study = on_texts(study, lambda text, variable=variable: number_of(variable, text), only=(variable,))  # type: ignore[misc]
    return study


REPAIR = Repair("counts", run)
