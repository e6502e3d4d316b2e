"""Several persons in a field for one, into which some exporters put all."""

from __future__ import annotations

import re

from litreview.record.names import means_others

_INITIALS_FIRST = re.compile(
    r"([A-Z]{1,4}(?:-[A-Z]{1,2})?(?= )|(?:[A-Z]\.[ -]?){1,4}) ?([^\W\d_]{2}[^\d()]{0,60}|[^\W\d_]['’][^\d()]{1,60})"
)
_INITIALS_LAST = re.compile(
    r"([^\W\d_][\w'’ -]{0,60}[^\W\d_]) ((?:[A-ZÀ-Þ]\.-?){1,4}|[A-ZÀ-Þ]{1,4}(?:-[A-ZÀ-Þ])?)\.?(?: (Jr|Sr|2nd|3rd|4th|I{2,3}|IV)\.?)?"
)
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?-?\s?){1,4}")
NO_INITIALS = frozenset("RI UN EU UK US AS AB SA BI NV BV AG AD AL AU II IV VI III".split())
"""Short words in capitals behind a name that are a country, a body or a number."""
_AND = re.compile(r"\s(?:and|dan|und|et|&)\s", re.IGNORECASE)


def listed(text: str) -> list[str]:
    """The names of a field: parted by semicolons, by "and" between names with a comma each, or by commas where initials tell who is who.

    What nothing parts for certain stays one name.

    >>> listed("Lee, Ann; Abe, Bo"), listed("Lee, Ann and Abe, Bo"), listed("Danu, C.M.")
    (['Lee, Ann', 'Abe, Bo'], ['Lee, Ann', 'Abe, Bo'], ['Danu, C.M.'])
    >>> listed("CM Danu, E Nechita"), listed("Danu CM, van Dijk E."), listed("Danu, C., Lee, A. B.")
    (['Danu, CM', 'Nechita, E'], ['Danu, CM', 'van Dijk, E.'], ['Danu, C.', 'Lee, A. B.'])
    >>> listed("Danu CM, Abé É, Lee AG, et al."), listed("Danu JM Jr, Abe B, Lee C.")
    (['Danu, CM', 'Abé, É', 'Lee, AG', 'et al.'], ['Danu, JM, Jr', 'Abe, B', 'Lee, C.'])
    >>> listed("Kemenkes RI, Badan Litbang"), listed("Ann Smith, Bo Lee, Cy Doe")
    (['Kemenkes RI, Badan Litbang'], ['Ann Smith, Bo Lee, Cy Doe'])
    """
    family, comma, given = text.partition(",")
    if ";" not in text and not (comma and (" " in family or "," in given)):  # as most are
        return [text]
    parts = [part for part in text.split(";") if part and not part.isspace()]
    return [name for part in parts for half in _by_and(part) for name in _by_commas(half)]


def _by_and(text: str) -> list[str]:
    halves = _AND.split(text) if text.count(",") > 1 else [text]
    return halves if all(half.count(",") == 1 and "," in half.strip(" ,") for half in halves) else [text]


def _by_commas(text: str) -> list[str]:
    items = [item.strip() for item in text.split(",")]
    named = len(items)
    while named > 1 and means_others(items[named - 1]):
        named -= 1
    if named < len(items):
        return [*_by_commas(", ".join(items[:named])), items[named]]
    if len(items) < 2 or not all(items):
        return [text.strip()]
    if all(first := [_INITIALS_FIRST.fullmatch(item) for item in items]):
        return [f"{match[2]}, {match[1].strip()}" for match in first if match]
    last = [_INITIALS_LAST.fullmatch(item) for item in items]
    doubtful = sum(match[2] in NO_INITIALS for match in last if match)
    if all(last) and 2 * doubtful < len(last):
        return [", ".join(part for part in match.groups() if part) for match in last if match]
    if (
        len(items) > 3
        and len(items) % 2 == 0
        and all(map(INITIALS.fullmatch, items[1::2]))
        and not any(map(INITIALS.fullmatch, items[::2]))
    ):
        return [f"{family}, {given}" for family, given in zip(items[::2], items[1::2], strict=True)]
    return [text.strip()]
