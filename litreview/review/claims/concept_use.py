"""The concepts the studies work with: which there are, who shares them, and what an abstract says a concept is, in its own words."""

from __future__ import annotations

from litreview.analysis.definitions import definition
from litreview.record import Library
from litreview.review.claims.claim import Claim, Group, Part
from litreview.review.claims.values import compare
from litreview.review.thresholds import CONCEPTS_TOLD

NAME = "concepts"


def concept_claims(library: Library) -> tuple[Claim, ...]:
    """Which frameworks are named and shared, each description that an abstract gives, and for which none is given.

    Nothing is defined that no abstract describes. A library without any stated framework gives one claim that says so, or none where
    nobody could look.
    """
    frameworks = compare(library, library.keys(), "framework")
    if not frameworks.stated:
        return (Claim("concept.none", NAME, (), frameworks.missing),) if frameworks.missing and not frameworks.unread else ()
    told = frameworks.shared or frameworks.lone
    kind = "single" if len(frameworks.stated) == 1 else "lone" if not frameworks.shared else "one" if len(told) == 1 else "shared"
    kind += ".recorded" if frameworks.unread or frameworks.marked or not frameworks.missing else ""
    named = (("concepts", len(frameworks.groups)), ("further", max(0, len(told) - CONCEPTS_TOLD)))
    missing = () if frameworks.unread or frameworks.marked else frameworks.missing
    claims = [Claim(f"concept.named.{kind}", NAME, frameworks.stated, missing, told[:CONCEPTS_TOLD], named)]
    described = [group for group in frameworks.groups if _described(library, group)]
    claims += [
        Claim("concept.described", NAME, groups=(_described_by(library, group),), opens=n == 0)
        for n, group in enumerate(described[:CONCEPTS_TOLD])
    ]
    silent = [group for group in told if group not in described]
    if silent:
        kind = "all" if not described else "one" if len(silent) == 1 else "some"
        keys = tuple(dict.fromkeys(key for group in silent for key in group.keys))
        claims.append(Claim(f"concept.undescribed.{kind}", NAME, keys, groups=tuple(silent[:CONCEPTS_TOLD])))
    return tuple(claims)


def _described(library: Library, group: Group) -> bool:
    return any(definition(library[part.key], part.statements[0], library.concepts) for part in group.parts)


def _described_by(library: Library, group: Group) -> Group:
    """The first study (in the order of `group`) that says what the concept is, with those words instead of its statement."""
    for part in group.parts:
        found = definition(library[part.key], part.statements[0], library.concepts)
        if found:
            return Group(group.value, (Part(part.key, (found,), part.paraphrased),))
    return group
