"""What every reader does with its records at the end: keys for those that have none, and the place they came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import attrs

from litreview.record import Study
from litreview.record.keys import citation_key, unused


def keyed(studies: Iterable[Study]) -> tuple[Study, ...]:
    """The studies, each without a key (key "") with a new one that no other has; keys that are there never change.

    >>> from litreview.record import LangText
    >>> [s.key for s in keyed([Study("", title=LangText({"en": "Ports"})), Study("ports-nd")])]
    ['ports-nd-a', 'ports-nd']
    """
    listed = list(studies)
    taken: defaultdict[str, set[str]] = defaultdict(set)
    for study in listed:
        taken[_stem(study.key)].add(study.key)
    found: list[Study] = []
    for study in listed:
        if not study.key:
            bare = citation_key(study)
            key = unused(bare, taken[_stem(bare)])
            taken[_stem(bare)].add(key)
            study = attrs.evolve(study, key=key)
        found.append(study)
    return tuple(found)


def _stem(key: str) -> str:
    """What a key and its lettered forms have in common, so that each is compared with a few others only."""
    return key.casefold()[:12]
