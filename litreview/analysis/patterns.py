"""The patterns of ``[aspects]`` in a language file, compiled once per language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import attrs

from litreview.analysis.literals import Sieve
from litreview.languages import Language, language, tags
from litreview.languages.regex import Pattern

_LISTS = ("question", "finding", "framework", "data", "period")
_SINGLE = (
    "framework_head framework_end framework_tail framework_breaks data_tail data_head data_nested data_end data_other joints "
    "aim_end aim_none aim_clause points_back points_back_bare purpose title_period years_of_birth cooperation "
    "between site undertaking sample success failure partial general judged contrast fields quoted"
).split()


@attrs.frozen(eq=False)
class Patterns:
    """The patterns of one language by the names they have in its file; see the comments there."""

    tag: str
    lists: dict[str, tuple[re.Pattern[str], ...]]
    sieves: dict[str, Sieve]
    """Which patterns of a list a text may hold."""
    single: dict[str, re.Pattern[str]]
    level_before: dict[str, str]
    level_after: dict[str, str]
    before_name: re.Pattern[str]
    """A level word in front of a capitalised name (first group: the word)."""
    after_name: re.Pattern[str]
    """One or two capitalised words with a level word behind them (first group: the name, second: the word)."""
    fillers: frozenset[str]
    active: dict[str, str]
    verbs: dict[str, str]
    """Forms of the verbs with which aims begin -> the form that stands after "aims to"."""

    def cut(self, name: str, text: str, group: str = "rest") -> tuple[int, int] | None:
        """Where the first pattern of the list `name` that matches `text` cuts out its group, or None."""
        for pattern in self.fitting(name, text):
            match = pattern.search(text)
            if match and match[group].strip():
                return match.span(group)
        return None

    def fitting(self, name: str, text: str) -> Iterator[re.Pattern[str]]:
        """The patterns of the list `name` that are worth searching `text` for, in order."""
        return (self.lists[name][number] for number in self.sieves[name].fitting(text.casefold()))

    def has(self, name: str, text: str) -> bool:
        """Whether the pattern `name` occurs in `text`."""
        return bool(self.single[name].search(text))


@cache
def patterns(tag: str) -> Patterns | None:
    """The patterns of the language `tag`, or None for a language without a file of ours."""
    bare = tag.split("-")[0]
    if bare not in tags():
        return None
    spoken = language(bare)
    section = spoken.section("aspects")

    def compiled(pattern: Pattern) -> re.Pattern[str]:
        return re.compile(spoken.regex(pattern), re.IGNORECASE)

    lists = {name: tuple(compiled(p) for p in section[name]) for name in _LISTS}
    return Patterns(
        bare,
        lists,
        {name: Sieve.of((p.pattern for p in listed), ignore_case=True) for name, listed in lists.items()},
        {name: compiled(section[name]) for name in _SINGLE},
        {str(k): str(v) for k, v in section["level_before"].items()},
        {str(k): str(v) for k, v in section["level_after"].items()},
        re.compile(rf"\b(?i:({_any_of(section['level_before'])}))\s+(?=[A-Z])"),
        re.compile(rf"((?:[A-Z][\w’'-]*\s+){{1,2}}?)({_any_of(str(w).title() for w in section['level_after'])})\b"),
        frozenset(str(section["fillers"]).split()),
        {str(k): str(v) for k, v in section["aim_active"].items()},
        {form: verb for verb in str(section["aim_verbs"]).split() for form in _forms(verb, spoken)},
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) or r"(?!)"


def _forms(verb: str, spoken: Language) -> tuple[str, ...]:
    """The forms of a regular verb by the first ending of ``verb_forms`` that it has.

    >>> _forms("study", language("en")), _forms("analyse", language("en"))
    (('study', 'studies', 'studied', 'studying'), ('analyse', 'analyses', 'analysed', 'analysing'))
    """
    for ending, forms in spoken.section("aspects")["verb_forms"]:
        if re.search(spoken.regex(ending), verb):
            return tuple(re.sub(spoken.regex(ending), str(form), verb) for form in forms)
    return (verb,)
