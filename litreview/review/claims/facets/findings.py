"""Findings: what recurs in them, and what single studies found. For studies that assess no outcome."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.record import Library, Statement, Study
from litreview.review.claims.answers import answers, chosen_finding
from litreview.review.claims.claim import Claim, Group, Part
from litreview.review.claims.facets import FacetClaims
from litreview.review.claims.facets.further import further
from litreview.review.claims.marked import is_marked
from litreview.review.claims.moves import coverage, in_turn, in_twos
from litreview.review.claims.recurring import recurring
from litreview.review.claims.subjects import subjects
from litreview.review.claims.values import compare, examined, part, statements
from litreview.review.thresholds import BRIEF_FINDING, FINDINGS_AT_ONCE, SINGLE_FINDINGS, TERMS_OF_FINDINGS

NAME = "findings"


def build(library: Library, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """How many state a finding; the answers that go together; what recurs; findings of studies that ask alike; the newest of the others."""
    comparison = compare(library, keys, "findings")
    related = answers(library, comparison.stated, NAME)
    claims = [
        *coverage(NAME, comparison),
        *related,
        *recurrences(library, keys, TERMS_OF_FINDINGS, FINDINGS_AT_ONCE, NAME, related),
    ]
    mentioned = {key for claim in claims for group in claim.groups for key in group.keys}
    for group in compare(library, keys, "aim").shared:
        parts = brief_parts(library, [key for key in group.keys if key not in mentioned], "findings", BRIEF_FINDING)[:FINDINGS_AT_ONCE]
        if group.value.concept and len(parts) > 1 and len(claims) <= TERMS_OF_FINDINGS:
            mentioned |= {part.key for part in parts}
            claims.append(Claim("finding.alike", NAME, groups=(Group(group.value, parts),), opens=True))
    rest = brief_parts(library, [key for key in comparison.stated if key not in mentioned], "findings", BRIEF_FINDING)[:SINGLE_FINDINGS]
    told = (*claims, *in_twos("finding", NAME, rest, opens=True))
    return in_turn((*told, *further(library, keys, told, NAME)))


def recurrences(library: Library, keys: tuple[str, ...], terms: int, quoted: int, facet: str, told: Sequence[Claim] = ()) -> list[Claim]:
    """What recurs in the findings of the studies `keys`: at most so many terms, each with so many studies quoted.

    A term is left out where what would be quoted is `told` already.
    """
    claims: list[Claim] = []
    mentioned = {key for claim in told for group in claim.groups for key in group.keys}
    for group in recurring(library, tuple(key for key in keys if examined(library[key])), terms):
        excerpt = Group(group.value, group.parts[:quoted])
        if mentioned & set(excerpt.keys):
            continue
        kind = "finding.recurring" if len(group.parts) <= quoted else "finding.recurring.cut"
        claims.append(Claim(kind, facet, group.keys, groups=(excerpt,), numbers=(("studies", len(group.parts)),), opens=not claims))
    return claims


def brief_parts(library: Library, keys: Sequence[str], aspect: str, words: int) -> tuple[Part, ...]:
    """The studies `keys` that state `aspect` in no more than so many words, each with that statement."""
    stating = ((library[key], _told(library[key], aspect, words)) for key in keys)
    return tuple(
        attrs.evolve(part(study, (stated,)), about=subjects(study, stated, library.concepts)) for study, stated in stating if stated
    )


def _told(study: Study, aspect: str, words: int) -> Statement | None:
    """Of findings in the source's words the one that answers the aim, shortened where it must be; else the first that is brief."""
    if aspect == "findings" and ("abstract" not in study.paraphrased or any(map(is_marked, study.aspects.findings))):
        return chosen_finding(study, words)
    return brief(statements(study, aspect), words)


def brief(stated: tuple[Statement, ...], words: int) -> Statement | None:
    """The first statement of no more than so many words in any of its languages."""
    return next((s for s in stated if s.text and all(len(text.split()) <= words for text in s.text.values())), None)


FACET = FacetClaims(NAME, build)
