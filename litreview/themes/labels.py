"""What a group of studies is called: by the keywords that stand for it and for little else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import attrs

from litreview.languages import language, tags
from litreview.record import LangText
from litreview.themes.keywords import Keyword, heading, slug

ESTABLISHED = 1.25
"""A term of several words, and one that more than one study lists, says more than its counts: each raises its worth so much."""

LIFT = 1.5
"""A keyword labels a group if it is so many times as common there as in the whole library."""

REACH = 0.2
"""And if at least this share of the group uses it."""

WIDEST = 0.5
"""What more than this share of the library speaks of is the matter of the whole library, and tells no group from another."""

ENOUGH = 0.4
"""A label that reaches less of the group does not name it."""

SPEAKING = 0.36
"""What the first keyword of a label must be worth, and …"""

BESIDE = 0.3
"""… what each further one."""

FULL = 0.75
"""Another keyword is added where the label so far reaches less than this share of the group."""

MORE = 0.1
"""And if it adds at least this share, and the label marks off the group better with it than without."""

MOST = 3
"""Keywords of a label."""

STEM = 5
"""Letters by which two words are taken for forms of one."""

METHOD = 0.8
"""What the name of a method is worth, beside what studies are about."""

BARE = 0.6
"""What one word that one study alone lists is worth, beside other keywords."""


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
    while len(chosen) < MOST and _reach(chosen, inside) < FULL:
        covered = frozenset(key for keyword in chosen for key in keyword.spoken)
        further = [k for k in fitting if all(_apart(k, other) for other in chosen) and not (k.method or bare(k))]
        more = _best(further if chosen else fitting, inside, covered)
        if more is None or _worth(more, inside, ()) < (BESIDE if chosen else SPEAKING):
            break
        with_more = [*chosen, more]
        if chosen and (
            _reach(with_more, inside) < _reach(chosen, inside) + MORE or _f_score(with_more, inside) <= _f_score(chosen, inside)
        ):
            break
        chosen.append(more)
    if _reach(chosen, inside) < ENOUGH:
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
    if here < 2 or len(keyword.spoken) > WIDEST * library:
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
        return BARE
    return (
        (METHOD if keyword.method else 1.0) * (ESTABLISHED if len(keyword.listed) > 1 else 1.0) * (ESTABLISHED if keyword.compound else 1.0)
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
    return frozenset(word[:STEM] for text in keyword.title.values() for word in text.casefold().split())
