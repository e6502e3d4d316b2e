"""A citation as it is found in a passage, and the name that stands in the sentence before it."""

from __future__ import annotations

import re
from functools import cache

import attrs

from litreview.audit.checks._works import Work, Works, folded, joining_words

_INITIALS = re.compile(r"(?:(?<!\w)[^\W\d_a-z]\.[\s-]?)*$")


@attrs.frozen
class Cited:
    """A citation: where it stands (code points, end exclusive), and the works it names; `unknown` is one that names no work at hand.

    `kind` is how it looks: "date" (author and year), "number", "note", "name" (the author alone), "key" (a key of pandoc).
    """

    start: int
    end: int
    keys: tuple[str, ...]
    kind: str
    unknown: bool = False


def with_name(text: str, cite: Cited, works: Works) -> Cited:
    """A citation with the name or title that stands in the sentence before it: only the rest of a narrative one is marked."""
    if len(cite.keys) != 1 or cite.keys[0] not in works.by_key:
        return cite
    start = _name_before(folded(text), cite.start, [works.by_key[cite.keys[0]]])
    return cite if start is None else attrs.evolve(cite, start=start)


def _name_before(text: str, at: int, candidates: list[Work]) -> int | None:
    """Where the name or title of one of `candidates` begins that ends right before `at`."""
    before = text[:at].rstrip()
    first = max(0, len(before) - 300)
    for work in candidates:
        for handle in work.titles:
            title = folded(handle).strip("[]\"' .")
            bare = before.rstrip("]\"'*.,")
            if bare.endswith(title) and len(title) > 3:
                return before_opening_marks(text, len(bare) - len(title))
        if not work.names:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(folded(work.names[0]))}(?!\w)", before[first:]):
            start = first + match.start()
            if only_names(before[first + match.end() :], work):
                return before_family(before, start, work)
    return None


def before_family(text: str, start: int, work: Work) -> int:
    """`start` of a family name moved before the given names or initials that stand there."""
    before = text[:start].rstrip()
    given = folded(work.given).split()
    for number in range(len(given)):
        written = " ".join(given[: len(given) - number])
        if before.endswith(written) and not before[: len(before) - len(written)][-1:].isalnum():
            return len(before) - len(written)
    initials = _INITIALS.search(text[:start])
    return initials.start() if initials else start


def before_opening_marks(text: str, start: int) -> int:
    """`start` moved before the brackets and quotation marks that open there."""
    while start and text[start - 1] in "[\"'*":
        start -= 1
    return start


def only_names(gap: str, work: Work) -> bool:
    """Whether nothing but further names stands in `gap`."""
    words = re.findall(r"[^\s,;]+", gap)
    known = {folded(word) for name in work.names for word in name.split()}
    return (
        all(w.strip("()") in known or w in _joining_parts() or re.fullmatch(r"&|'s|(?:[A-Z]\.?-?)+", w) for w in words) and len(words) < 12
    )


@cache
def _joining_parts() -> frozenset[str]:
    return frozenset(part for word in joining_words() for part in word.split())


def joining_pattern() -> str:
    return "|".join(re.escape(word) for word in joining_words()) + "|&"
