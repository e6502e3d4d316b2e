"""A list of formatted references, pasted into a text file: no record and no abstract page, and to be called by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs

from litreview.languages.marks import any_mark
from litreview.record.identifiers import find_doi

_MOST = 200_000
"""So many characters are looked at."""
_SHARE = 0.7
_SHORTEST, _LONGEST = 30, 1_500
"""Characters of one reference."""
_HEAD = 160
"""In so many characters of an entry its first author stands."""
_NUMBER = re.compile(r"\s{0,9}(?:\[\d{1,4}\]|\d{1,4}\.|[-*•–])\s")
_AUTHOR = re.compile(r"\s{0,9}[^\W\d_a-zß-ÿ][\w'’.]{0,40}(?:[ -][\w'’.]{1,40}){0,5},\s{1,3}(?:[^\W\d_]\.|[^\W\d_a-zß-ÿ])")
_MEDICAL = re.compile(r"\s{0,9}(?:[^\W\d_][\w'’-]{0,40} ){1,4}[^\W\d_a-zß-ÿ]{1,3}[.,]")
"""As in medicine: a family name with initials behind it and no comma between."""
_INITIALS = re.compile(r"\s{0,9}(?:[^\W\d_]\.[ -]?){1,3}[^\W\d_a-zß-ÿ][\w'’-]{1,40}")


@attrs.frozen
class ReferenceList:
    """How many references a text holds, and the DOIs that they state."""

    count: int
    dois: tuple[str, ...]


def reference_list(text: str) -> ReferenceList | None:
    """The list of references that `text` is, or None where it is anything else: two or more, and hardly a line beside them.

    >>> pasted = '''Sari, D. (2021). Kota kembar. Jurnal Kota, 3(2), 45–60. https://doi.org/10.5555/a
    ... Lee, M. (2020). Sister cities. Journal of Towns, 12(3), 311–330.'''
    >>> reference_list(pasted)
    ReferenceList(count=2, dois=('10.5555/a',))
    >>> reference_list("Kota Kembar\\n\\nDewi Sari (2021)\\n\\nAbstrak\\n\\nStudi ini menjelaskan kota.") is None
    True
    """
    entries = list(_entries(text[:_MOST]))
    references = [entry for entry in entries if _is_reference(entry)]
    if len(references) < 2 or len(references) < _SHARE * len(
        [entry for entry in entries if len(entry) > _SHORTEST or _is_reference(entry)]
    ):
        return None
    return ReferenceList(len(references), tuple(dict.fromkeys(doi for entry in references if (doi := find_doi(entry)))))


def _entries(text: str) -> Iterator[str]:
    """Lines with those that go on with them: an entry begins behind an empty line, with a number, or with an author."""
    waiting: list[str] = []
    for line in text.splitlines():
        head = line[:_HEAD]
        begins = _NUMBER.match(head) or _AUTHOR.match(head) or not line.strip()
        if begins and waiting:
            yield " ".join(" ".join(waiting).split())
            waiting = []
        if line.strip():
            waiting.append(line)
    if waiting:
        yield " ".join(" ".join(waiting).split())


def _is_reference(entry: str) -> bool:
    bare = entry[number.end() :] if (number := _NUMBER.match(entry)) else entry
    named = any(pattern.match(bare[:_HEAD]) for pattern in (_AUTHOR, _INITIALS, _MEDICAL))
    return bool(named and _SHORTEST < len(bare) < _LONGEST and _year().search(bare) and _detail().search(bare))


@cache
def _year() -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(?:1[89]|20)\d\d[a-z]?(?!\d)|\b{any_mark('undated_reference')}", re.IGNORECASE)


@cache
def _detail() -> re.Pattern[str]:
    """What a reference has and hardly a sentence: an address, the short word before a number, numbers joined, a place and a publisher."""
    return re.compile(
        rf"\bdoi\b|https?://|\b{any_mark('in_a_reference')}\.|\d\s?\(\d+\)|\d\s?[-–]\s?\d|[^\W\d_]: [^\W\d_]|[^\W\d_], \d", re.IGNORECASE
    )
