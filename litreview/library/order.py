"""Studies in an order that a person can look them up in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from litreview._parts import Later
from litreview.errors import UnknownName
from litreview.record import Study

_anyascii = Later("anyascii", "anyascii")


def ordered(studies: Sequence[Study], by: str | None) -> tuple[Study, ...]:
    """The studies sorted by "key", "author", "year" or "title"; as they are if `by` is None.

    Accents and capitals make no difference. Studies that do not state what they are sorted by come last, and equal ones keep their
    order. Authors are followed by year and title, years by author and title. Raises UnknownName for another order.

    >>> from litreview.record import Dates, LangText, parse_date
    >>> old, new, undated = (Study(k, dates=Dates(d)) for k, d in (("o", {"issued": parse_date("1999")}), ("n", {"issued":
    ...     parse_date("2020")}), ("u", {})))
    >>> [study.key for study in ordered((undated, new, old), "year")]
    ['o', 'n', 'u']
    """
    if by is None:
        return tuple(studies)
    if by not in ORDERS:
        raise UnknownName("order", by, ORDERS)
    keys = ORDERS[by]
    return tuple(sorted(studies, key=lambda study: [_last_if_absent(key(study)) for key in keys]))


def _last_if_absent(value: Any) -> tuple[bool, Any]:
    return (value is None, "" if value is None else value)


def _folded(texts: Iterable[str]) -> str | None:
    return " ".join(re.sub(r"<[^>]*>|[^\w\s]", "", _anyascii(text)).casefold() for text in texts).strip() or None


def _author(study: Study) -> str | None:
    people = study.author or next((names for names in study.names.values() if names), ())
    return _folded(" ".join(filter(None, (name.family or name.literal, name.given))) for name in people)


def _title(study: Study) -> str | None:
    return _folded([study.text("title", study.language or "") or ""])


def _year(study: Study) -> tuple[int, int, int] | None:
    start = study.issued.start if study.issued else None
    return (start.year, start.month or 0, start.day or 0) if start else None


ORDERS: Mapping[str, tuple[Callable[[Study], Any], ...]] = {
    "key": (lambda study: study.key.casefold(),),
    "author": (_author, _year, _title),
    "year": (_year, _author, _title),
    "title": (_title, _author, _year),
}
"""Each order with what it goes by, the first counting most."""
