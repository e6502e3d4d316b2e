"""Where in the plan of a chapter each claim stands: a name that stays when studies come and go, and in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from litreview.review.claims.claim import Claim

FORMS = frozenset(
    "all some none most join one more many cut only scattered lone single two too rest shared recent".split()
)  # fmt: skip
"""Last parts of kinds that say how many or how far, or how the thing is told: the move is the same one."""

EACH = frozenset(
    "gap.cell gap.review gap.told corpus.unstated corpus.unrecorded concept.described finding.recurring finding.alike aim.pair"
    " answer.opposed outcome.finding synthesis.parting synthesis.together synthesis.late".split()
)
"""Moves that are made once for each thing they are about: that thing is part of their name. What begins with one of them counts too."""


def move(kind: str) -> str:
    """The move that a kind is a form of.

    >>> move("framework.shared.most"), move("framework.shared.all"), move("gap.single-pair"), move("corpus.size.many")
    ('framework.shared', 'framework.shared', 'gap.single-pair', 'corpus.size')
    """
    stem, dot, form = kind.rpartition(".")
    return stem if dot and form in FORMS else kind


def slots(claims: Sequence[Claim], scope: str) -> tuple[str, ...]:
    """The place of each of `claims`, which stand in one list: their scope (a section, a theme), the move, and what it is about.

    Of several with one name the second and further ones are counted.

    >>> slots((Claim("aim.coverage.all", "aims"), Claim("aim.shared.most", "aims"), Claim("aim.shared.more", "aims")), "theme/aims")
    ('theme/aims/aim.coverage', 'theme/aims/aim.shared', 'theme/aims/aim.shared/2')
    """
    count: Counter[str] = Counter()
    named: list[str] = []
    for claim in claims:
        name = "/".join((scope, move(claim.kind), *_about(claim)))
        count[name] += 1
        named.append(name if count[name] == 1 else f"{name}/{count[name]}")
    return tuple(named)


def _about(claim: Claim) -> tuple[str, ...]:
    """The values that a move made for each is about: both of two that go together, else the first; of a single finding the study."""
    if not any(claim.kind == one or claim.kind.startswith(f"{one}.") for one in EACH):
        return ()
    if claim.kind == "outcome.finding":
        return claim.studies[:1]
    several = claim.kind.startswith("synthesis.together")
    return tuple(group.value.identity for group in claim.groups[: 2 if several else 1])
