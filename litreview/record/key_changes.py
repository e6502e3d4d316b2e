"""Which citation keys of a library are not by a formula, and their new keys. Nothing here changes a study."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from litreview.record.frozen_map import FrozenMap
from litreview.record.keys import FORMULA, citation_key, lettered
from litreview.record.study import Study


def key_changes(studies: Iterable[Study], formula: str = FORMULA) -> FrozenMap[str, str]:
    """The new key for each study whose key is not by `formula`, in their order; keys that are by it, with or without letter, stay.

    No new key is like one that is there already, even if that one goes: an old key never comes to mean another work.
    Raises UnknownName for a wrong formula.

    >>> from litreview.record import LangText, Name, Names
    >>> lee = Names({"author": (Name(family="Lee"),)})
    >>> dict(key_changes([Study("x1", title=LangText({"en": "Ports"}), names=lee), Study("lee-ports-nd", names=lee)]))
    {'x1': 'lee-ports-nd-a', 'lee-ports-nd': 'lee-nd'}
    """
    formula_keys = {study.key: citation_key(study, formula) for study in studies}
    used = Counter(key.casefold() for key in formula_keys)
    changes: dict[str, str] = {}
    for old, base in formula_keys.items():
        if by_formula(old, base):
            continue
        used[old.casefold()] -= 1
        new = next(key for key in lettered(base) if not used[key.casefold()])
        used[old.casefold()] += 1
        used[new.casefold()] += 1
        changes[old] = new
    return FrozenMap(changes)


def by_formula(key: str, bare: str) -> bool:
    """Whether `key` is the key `bare` that a formula gives, or that with a letter.

    >>> by_formula("lee-2019", "lee-2019"), by_formula("lee-2019b", "lee-2019"), by_formula("lee-nd-b", "lee-nd")
    (True, True, True)
    >>> by_formula("lee", "lee-nd"), by_formula("lee-nd-book", "lee-nd")
    (False, False)
    """
    joint = "" if bare[-1:].isdigit() else "-"
    return key.startswith(bare) and re.fullmatch(rf"(?:{joint}[a-z]{{1,2}})?", key[len(bare) :]) is not None
