"""Patterns as language files write them: a text, or a list of parts, with names that stand for other patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Pattern = str | Sequence["Pattern"]
"""A text; or parts one behind the other, where a list among them holds alternatives, each of them a pattern again."""

_NAME = re.compile(r"\{([a-z]\w*)\}")


def joined(pattern: Pattern) -> str:
    """One pattern as a text.

    >>> joined(["the ", ["paper", ["stud", ["y", "ies"]]], r"\\b"])
    'the (?:paper|stud(?:y|ies))\\\\b'
    >>> joined([["paper", "study"]])
    'paper|study'
    """
    if isinstance(pattern, str):
        return pattern
    if len(pattern) == 1 and not isinstance(pattern[0], str):
        return _any(pattern[0])
    return "".join(part if isinstance(part, str) else f"(?:{_any(part)})" for part in pattern)


def filled(pattern: str, names: Mapping[str, Pattern]) -> str:
    """`pattern` with each ``{name}`` replaced by what it stands for: a pattern, or any of a list. Raises KeyError for no such name.

    >>> filled(r"{study} shows{0,1}", {"study": "this {work}", "work": ["paper", "study"]})
    'this (?:paper|study) shows{0,1}'
    """

    def meaning(match: re.Match[str]) -> str:
        named = names[match[1]]
        return filled(named if isinstance(named, str) else f"(?:{_any(named)})", names)

    return _NAME.sub(meaning, pattern)


def _any(alternatives: Sequence[Pattern]) -> str:
    return "|".join(joined(alternative) for alternative in alternatives)
