"""The moves that any list of values allows: who states it, what is shared, what stands alone, what holds of the whole corpus."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from litreview.record import Library
from litreview.review.claims.claim import Claim, Group, Part, Value
from litreview.review.claims.marked import is_marked
from litreview.review.claims.values import Comparison, identity, others
from litreview.review.thresholds import STUDIES_IN_A_ROW, VALUES_ONE_BY_ONE

NOT_JOINED = 1_000


def coverage(facet: str, comparison: Comparison) -> tuple[Claim, ...]:
    """How many studies state the aspect and which do not; while some are unread, or were read in full, only for how many it is recorded."""
    if comparison.unread or comparison.marked:
        return recorded(facet, comparison.aspect, comparison.stated)
    kind = "none" if not comparison.stated else "some" if comparison.missing else "all"
    return (Claim(f"{comparison.aspect}.coverage.{kind}", facet, comparison.stated, comparison.missing, opens=True),)


def recorded(facet: str, aspect: str, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """For how many studies something is recorded of an aspect, where nothing may be said of the others."""
    return (Claim(f"{aspect}.coverage.recorded", facet, keys, opens=True),) if keys else ()


def shared(facet: str, comparison: Comparison, library: Library, join: bool = False) -> tuple[Claim, ...]:
    """The values of two studies or more: the widest first, then the others in one sentence; where none is wider than the next, all in one.

    With `join`, a pair that adds a different value each to the common one is told as such.
    """
    if not comparison.shared:
        return ()
    ranked = sorted(comparison.shared, key=lambda group: (-len(group.parts), _values_joined(group, library) if join else 0))
    first, *rest = ranked
    if rest and not join and len(rest[0].parts) == len(first.parts):  # none of them leads
        kind = "even" if len(ranked) <= VALUES_ONE_BY_ONE else "even.cut"
        numbers = (("further", max(0, len(ranked) - VALUES_ONE_BY_ONE)),)
        return (Claim(f"{comparison.aspect}.shared.{kind}", facet, groups=tuple(ranked[:VALUES_ONE_BY_ONE]), numbers=numbers),)
    claims: list[Claim] = []
    if len(first.parts) == len(comparison.stated) and len(comparison.stated) > 2 and not comparison.unread:
        claims.append(Claim(f"{comparison.aspect}.shared.all", facet, first.keys, groups=(first,)))
    elif join and _values_joined(first, library) < NOT_JOINED:
        parts = others(library, first)
        claims.append(Claim(f"{comparison.aspect}.shared.join", facet, first.keys, groups=(first, Group(first.value, parts))))
    else:
        claims.append(Claim(f"{comparison.aspect}.shared.most", facet, first.keys, groups=(first,)))
    if rest:
        further = len(rest) - VALUES_ONE_BY_ONE
        kind = "one" if len(rest) == 1 else "more" if further <= 0 else "cut"
        claims.append(
            Claim(
                f"{comparison.aspect}.shared.{kind}", facet, groups=tuple(rest[:VALUES_ONE_BY_ONE]), numbers=(("further", max(0, further)),)
            )
        )
    return tuple(claims)


def lone(facet: str, comparison: Comparison, mentioned: Collection[str] = ()) -> tuple[Claim, ...]:
    """The values that one study alone states, gathered by study; of many their number. `mentioned` are already in the text."""
    by_study: dict[str, list[Group]] = {}
    for group in comparison.lone:
        if group.value.identity not in mentioned:
            by_study.setdefault(group.keys[0], []).append(group)
    if not by_study:
        return ()
    groups = tuple(group for listed in by_study.values() for group in listed)
    if len(by_study) > VALUES_ONE_BY_ONE:
        kind = "cut" if comparison.shared else "scattered"
        return (Claim(f"{comparison.aspect}.lone.{kind}", facet, tuple(by_study), groups=groups),)
    kind = "only" if not comparison.shared else "one" if len(by_study) == 1 else "more"
    return (Claim(f"{comparison.aspect}.lone.{kind}", facet, groups=groups),)


def spread(facet: str, comparison: Comparison) -> tuple[Claim, ...]:
    """What no value reaches: the widest share of one value, where it is not the whole and no study is unread."""
    if len(comparison.stated) < 3 or not comparison.groups or comparison.unread:
        return ()
    widest = max(len(group.parts) for group in comparison.groups)
    if widest == len(comparison.stated):
        return ()
    kind = "lone" if widest == 1 else "some"
    return (Claim(f"{comparison.aspect}.spread.{kind}", facet, comparison.stated, numbers=(("most", widest),)),)


def told_in(claims: tuple[Claim, ...]) -> frozenset[str]:
    """The identities of all values that `claims` mention."""
    groups = [group for claim in claims for group in claim.groups]
    stated = {identity(statement) for group in groups for part in group.parts for statement in part.statements}
    return frozenset(stated | {group.value.identity for group in groups})


def in_twos(kind: str, facet: str, parts: Sequence[Part], opens: bool = False) -> tuple[Claim, ...]:
    """One claim ``<kind>.two`` for each two of `parts`, so that studies are set beside each other; ``<kind>.single`` for one left over.

    What is quoted and what is told in the keeper's words does not go into one sentence. With `opens` the first begins a new thought.
    """
    alike = [[part for part in parts if part.paraphrased is paraphrased] for paraphrased in (False, True)]
    twos = [tuple(listed[n : n + 2]) for listed in alike for n in range(0, len(listed), 2)]
    claims: list[Claim] = []
    for pair in twos:
        first = pair[0].statements[0]
        name = f"{kind}.two" if len(pair) == 2 else f"{kind}.single"
        claims.append(Claim(name, facet, groups=(Group(Value(identity(first), first.text), pair),), opens=opens and not claims))
    return tuple(claims)


def in_turn(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims so that no more than two on one study each stand in a row: the next on several comes between, else a third is left out.

    Two findings count as one, for where much is quoted only the first of them is told.
    """
    ordered: list[Claim] = []
    left = list(claims)
    while left:
        alone = [_on_one(claim) for claim in (*ordered[-STUDIES_IN_A_ROW:], left[0])]
        at = 0
        if len(alone) > STUDIES_IN_A_ROW and all(alone):
            at = next((n for n, claim in enumerate(left) if not _on_one(claim)), -1)
        if at < 0:
            left = [claim for claim in left if is_marked_claim(claim)]
            return (*ordered, *left)
        ordered.append(left.pop(at))
    return tuple(ordered)


def _on_one(claim: Claim) -> bool:
    return len(claim.studies) < 2 or claim.kind == "finding.two"


def is_marked_claim(claim: Claim) -> bool:
    """Whether a claim tells what somebody marked in a full text, which is never left out."""
    return any(is_marked(statement) for group in claim.groups for part in group.parts for statement in part.statements)


def _values_joined(group: Group, library: Library) -> int:
    """How many different values the two studies of `group` join to it, fewest reading best; `NOT_JOINED` where they do not."""
    if len(group.parts) != 2:
        return NOT_JOINED
    first, second = ({identity(s) for s in part.statements} for part in others(library, group))
    return len(first | second) if first and second and not first & second else NOT_JOINED
