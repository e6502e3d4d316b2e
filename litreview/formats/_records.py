"""What every reader does with its records at the end: keys for those that have none, and the place they came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from litreview.record import Study
from litreview.record.keys import citation_key, lettered


def keyed(studies: Iterable[Study]) -> tuple[Study, ...]:
    """The studies, each without a key (key "") with a new one that no other has; keys that are there never change.

    >>> from litreview.record import LangText
    >>> [s.key for s in keyed([Study("", title=LangText({"en": "Ports"})), Study("ports-nd")])]
    ['ports-nd-a', 'ports-nd']
    """
    listed = list(studies)
    taken = {study.key.casefold() for study in listed if study.key}
    searches: dict[str, Iterator[str]] = {}
    with_keys: list[Study] = []
    for study in listed:
        if not study.key:
            bare = citation_key(study)
            # What was taken once stays taken, so each search goes on where the last for this key ended.
            candidates = searches.setdefault(bare.casefold(), lettered(bare))
            key = next(candidate for candidate in candidates if candidate.casefold() not in taken)
            taken.add(key.casefold())
            study = attrs.evolve(study, key=key)
        with_keys.append(study)
    return tuple(with_keys)
