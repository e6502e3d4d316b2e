"""What a group of studies is called: by the keywords that stand for it and for little else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import attrs

from litreview.languages import language, tags
from litreview.record import LangText
from litreview.themes.keywords import Keyword, heading, slug
from litreview.themes.thresholds import (
    ESTABLISHED,
    FULL_REACH,
    KEYWORDS_OF_A_LABEL,
    LETTERS_OF_A_STEM,
    LIFT,
    MATTER_OF_ALL,
    REACH,
    REACH_ADDED,
    REACH_OF_A_LABEL,
    WORTH_OF_A_FURTHER,
    WORTH_OF_A_LONE_WORD,
    WORTH_OF_A_METHOD,
    WORTH_OF_THE_FIRST,
)


@attrs.frozen
class Label:
    """A heading by language, a name for keys, and the keywords it was made from."""

    title: LangText
    name: str
    keywords: tuple[Keyword, ...]


def label(group: Collection[str], library: int, keywords: Iterable[Keyword], taken: Collection[str] = ()) -> Label | None:
    """The label for the studies `group` out of a library of so many studies; None where no keyword stands for it.

    Keywords are ranked by the harmonic mean of their reach (the share of the group that uses them) and their precision (the share of
    their uses that lie in the group). One whose name is in `taken` is another group's already.
    """
    inside = frozenset(group)
    fitting = [k for k in keywords if k.name not in taken and _fits(k, inside, library)]
    chosen: list[Keyword] = []
    while len(chosen) < KEYWORDS_OF_A_LABEL and _reach(chosen, inside) < FULL_REACH:
        covered = frozenset(key for keyword in chosen for key in keyword.spoken)
        further = [k for k in fitting if all(_apart(k, other) for other in chosen) and not (k.method or bare(k))]
        more = _best(further if chosen else fitting, inside, covered)
        if more is None or _worth(more, inside, ()) < (WORTH_OF_A_FURTHER if chosen else WORTH_OF_THE_FIRST):
            break
        with_more = [*chosen, more]
        if chosen and (
            _reach(with_more, inside) < _reach(chosen, inside) + REACH_ADDED or _f_score(with_more, inside) <= _f_score(chosen, inside)
        ):
            break
        chosen.append(more)
    if _reach(chosen, inside) < REACH_OF_A_LABEL:
        return None
    return Label(joined(chosen), slug(chosen[0].name), tuple(chosen))


def marking(group: Collection[str], library: int, keywords: Iterable[Keyword], most: int) -> tuple[Keyword, ...]:
    """The keywords that mark off the studies `group`, the best first, at most so many; what labels ask of them is asked here too."""
    inside = frozenset(group)
    fitting = [k for k in keywords if _fits(k, inside, library)]
    return tuple(sorted(fitting, key=lambda k: (-_worth(k, inside, ()), k.name))[:most])


def joined(keywords: Sequence[Keyword]) -> LangText:
    """One heading for some keywords, in every language that all of them have words in; else in those of the first.

    >>> from litreview.record import LangText
    >>> joined([Keyword("trust", LangText({"en": "trust"}), (), (), ()), Keyword("zakat", LangText({"en": "zakat"}), (), (), ())])["en"]
    'Trust and zakat'
    """
    common = [tag for tag in keywords[0].title if all(tag in k.title for k in keywords)]
    if not common:
        return LangText({tag: heading(words) for tag, words in keywords[0].title.items()})
    return LangText([(tag, heading(_listed([k.title[tag] for k in keywords], tag))) for tag in common])


def _listed(words: Sequence[str], tag: str) -> str:
    if len(words) < 2 or tag.split("-")[0] not in tags():
        return " · ".join(words)
    forms = language(tag).section("lists")["and"]
    return ", ".join(words[:-1]) + str(forms["two" if len(words) == 2 else "last"]) + words[-1]


def _fits(keyword: Keyword, inside: frozenset[str], library: int) -> bool:
    here = sum(key in inside for key in keyword.spoken)
    if here < 2 or len(keyword.spoken) > MATTER_OF_ALL * library:
        return False
    lift = (here / len(inside)) / (len(keyword.spoken) / library)
    return lift >= LIFT and here >= REACH * len(inside)


def _best(fitting: Sequence[Keyword], inside: frozenset[str], covered: Collection[str]) -> Keyword | None:
    """The keyword that marks off best those of the group that are not in `covered`."""
    ranked = sorted(fitting, key=lambda k: (-_worth(k, inside, covered), k.name))
    return ranked[0] if ranked else None


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


def worth(keyword: Keyword) -> float:
    """How much a keyword is worth as a heading, by itself: more as a term of several words, or of several studies."""
    if bare(keyword):
        return WORTH_OF_A_LONE_WORD
    return (
        (WORTH_OF_A_METHOD if keyword.method else 1.0)
        * (ESTABLISHED if len(keyword.listed) > 1 else 1.0)
        * (ESTABLISHED if keyword.compound else 1.0)
    )


def bare(keyword: Keyword) -> bool:
    """Whether a keyword is one word that one study alone lists, or that opens several others: a word, but hardly a term."""
    return keyword.opening or (len(keyword.listed) < 2 and not keyword.compound)


def _reach(chosen: Sequence[Keyword], inside: frozenset[str]) -> float:
    return len(inside & {key for keyword in chosen for key in keyword.spoken}) / len(inside)


def _f_score(chosen: Sequence[Keyword], inside: frozenset[str]) -> float:
    """How well some keywords together mark off a group: the harmonic mean of reach and precision."""
    uses = {key for keyword in chosen for key in keyword.spoken}
    here = len(uses & inside)
    return 2 * here / (len(uses) + len(inside))


def _apart(keyword: Keyword, other: Keyword) -> bool:
    """Whether no word of one keyword begins like one of the other: "financing" beside "Islamic finance" would say little more."""
    return not _stems(keyword) & _stems(other)


def _stems(keyword: Keyword) -> frozenset[str]:
    return frozenset(word[:LETTERS_OF_A_STEM] for text in keyword.title.values() for word in text.casefold().split())
