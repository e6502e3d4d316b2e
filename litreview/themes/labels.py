"""What a group of studies is called: by the keywords that stand for it and for little else."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from litreview.themes.keywords import Keyword
from litreview.themes.thresholds import (
    COMPOUND,
    ESTABLISHED,
    LIFT,
    MATTER_OF_ALL,
    REACH,
    WORTH_OF_A_LONE_WORD,
    WORTH_OF_A_METHOD,
    WORTH_OF_AN_UNLISTED,
)


def marking(group: Collection[str], library: int, keywords: Iterable[Keyword], most: int) -> tuple[Keyword, ...]:
    """The keywords that mark off the studies `group`, the best first, at most so many; what labels ask of them is asked here too."""
    inside = frozenset(group)
    fitting = [k for k in keywords if _fits(k, inside, library)]
    return tuple(sorted(fitting, key=lambda k: (-_worth(k, inside, ()), k.name))[:most])


def _fits(keyword: Keyword, inside: frozenset[str], library: int) -> bool:
    here = sum(key in inside for key in keyword.spoken)
    if here < 2 or len(keyword.spoken) > MATTER_OF_ALL * library:
        return False
    lift = (here / len(inside)) / (len(keyword.spoken) / library)
    return lift >= LIFT and here >= REACH * len(inside)


def _worth(keyword: Keyword, inside: frozenset[str], covered: Collection[str]) -> float:
    """How well a keyword marks off a group; a title or a keyword list that has it says more than an abstract."""
    open_ = [key for key in inside if key not in covered]
    if not open_:
        return 0.0
    uses = [key for key in keyword.spoken if key not in covered]
    here = sum(key in inside for key in uses)
    named = sum(key in inside for key in keyword.named)
    reach, precision = (here + named) / (2 * len(inside)), here / len(uses) if uses else 0.0
    if not here:
        return 0.0
    return round(worth(keyword) * 2 * reach * precision / (reach + precision), 4)


def worth(keyword: Keyword, listed: bool = True) -> float:
    """How much a keyword is worth as a heading, by itself: more as a term of several words, or of several studies.

    `listed` says that most studies of the library list keywords, so that what none lists is hardly a term of the field.
    """
    if bare(keyword):
        return WORTH_OF_A_LONE_WORD
    return (
        (WORTH_OF_A_METHOD if keyword.method else 1.0)
        * (ESTABLISHED if len(keyword.listed) > 1 else 1.0)
        * (WORTH_OF_AN_UNLISTED + (1 - WORTH_OF_AN_UNLISTED) * (len(keyword.listed) / max(1, len(keyword.named))) ** 0.5 if listed else 1.0)
        * (COMPOUND if keyword.compound else 1.0)
    )


def bare(keyword: Keyword) -> bool:
    """Whether a keyword is one word that one study alone lists, or that opens several others: a word, but hardly a term."""
    return keyword.opening or (len(keyword.listed) < 2 and not keyword.compound)
