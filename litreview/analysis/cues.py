"""The signs by which a sentence shows its role, from the ``[cues]`` section of a language file."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

import attrs

from litreview.analysis.literals import Sieve
from litreview.languages import language, tags

Role = Literal["background", "aim", "method", "framework", "result"]
ROLES: tuple[Role, ...] = get_args(Role)
NONE = "none"
"""The name under which the cues list signs that a sentence has none of the roles."""


@attrs.frozen(eq=False)
class Cue:
    """One sign: the role it speaks for (or "none"), its weight, and its pattern, to be searched in small letters."""

    role: str
    weight: float
    pattern: re.Pattern[str]


@attrs.frozen(eq=False)
class Cues:
    """The cues of one language, and the headings that state a role outright (small letters -> role, or "none")."""

    rules: tuple[Cue, ...]
    headings: dict[str, str]
    sieve: Sieve
    """Which of the rules a text may hold."""


@cache
def cues(tag: str) -> Cues:
    """The cues of the language `tag`; of a language without a file of ours, none. Raises ValueError for a rule of an unknown role."""
    bare = tag.split("-")[0]
    if bare not in tags():
        return Cues((), {}, Sieve.of(()))
    spoken = language(bare)
    section = spoken.section("cues")
    rules = tuple(Cue(str(role), float(weight), re.compile(spoken.regex(pattern))) for role, weight, pattern in section["rules"])
    for rule in rules:
        if rule.role not in (*ROLES, NONE):
            raise ValueError(f'[cues] of {section.file}: unknown role "{rule.role}"; known: {", ".join((*ROLES, NONE))}')
    headings = {str(name).casefold(): str(role) for role, names in section["headings"].items() for name in names}
    return Cues(rules, headings, Sieve.of(rule.pattern.pattern for rule in rules))
