"""Results: which studies assess their case, how it went, and what those found that assess nothing."""

from __future__ import annotations

import attrs

from litreview.record import Library
from litreview.review.claims.claim import Claim, Group, Value
from litreview.review.claims.facets import FacetClaims
from litreview.review.claims.facets.further import further
from litreview.review.claims.moves import recorded
from litreview.review.claims.subjects import subjects
from litreview.review.claims.values import compare, identity, part, statements
from litreview.review.thresholds import OUTCOMES_ONE_BY_ONE, VALUES_ONE_BY_ONE

NAME = "outcomes"


def build(library: Library, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """Coverage; a background that contrasts with the own case; each outcome with its studies; findings of the rest."""
    comparison = compare(library, keys, "outcome")
    assessed = {group.value.identity: group for group in comparison.groups if group.value.identity != "not-assessed"}
    with_verdict = {key for group in assessed.values() for key in group.keys}
    judged = tuple(key for key in comparison.stated if key in with_verdict)
    unjudged = tuple(key for key in (*comparison.stated, *comparison.missing) if key not in with_verdict)
    kind = "none" if not judged else "some" if unjudged else "all"
    claims: list[Claim] = [Claim(f"outcome.coverage.{kind}", NAME, judged, unjudged)]
    if comparison.unread or comparison.marked:
        claims = [*recorded(NAME, "outcome", judged)]
        unjudged += comparison.unread
    claims += _against_background(library, judged)
    for outcome in ("success", "mixed", "failure"):
        if outcome in assessed:
            group = assessed[outcome]
            number = "one" if len(group.parts) == 1 else "more" if len(group.parts) <= VALUES_ONE_BY_ONE else "many"
            claims.append(Claim(f"outcome.{outcome}.{number}", NAME, groups=(group,)))
    if len(keys) <= OUTCOMES_ONE_BY_ONE:
        claims += [claim for key in unjudged[:VALUES_ONE_BY_ONE] for claim in _finding(library, key)]
    if len(judged) > 2 and "failure" not in assessed and not comparison.unread:
        claims.append(Claim("outcome.no-failure", NAME, judged))
    return (*claims, *further(library, keys, claims, NAME))


def _against_background(library: Library, judged: tuple[str, ...]) -> list[Claim]:
    """Studies that say the same of the field in general and report another outcome for their own case."""
    comparison = compare(library, judged, "background")
    claims: list[Claim] = []
    for group in comparison.shared:
        own = {outcome.concept for key in group.keys if (outcome := library[key].aspects.outcome)}
        if group.value.concept == "cooperation-often-fails" and own == {"success"}:
            claims.append(Claim("outcome.background", NAME, groups=(group,)))
    return claims


def _finding(library: Library, key: str) -> list[Claim]:
    """What a study found that assesses nothing: its first finding."""
    findings = statements(library[key], "findings")
    if not findings:
        return []
    one = attrs.evolve(part(library[key], findings[:1]), about=subjects(library[key], findings[0], library.concepts))
    group = Group(Value(identity(findings[0]), findings[0].text, aspect="findings"), (one,))
    return [Claim("outcome.finding", NAME, groups=(group,))]


FACET = FacetClaims(NAME, build)
