"""The claims of the ledger against the sources: each is recounted, and must come out as it was."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.errors import LitreviewError, Problem
from litreview.review.claims import Claim, build_ledger
from litreview.review.claims.rules import rules


def run(draft: Draft) -> Iterator[Problem]:
    """Each claim that the sources do not give when they are counted again: a count, a value or a study differs.

    Where the draft was made by other rules than those of today it need not be false for that: one note says so.
    """
    if draft.library is None or draft.saved is None or not draft.claims:
        return
    ledger = draft.saved.ledger
    used = {key for claim in ledger.claims for key in claim.studies}
    missing = sorted(key for key in used if key not in draft.library)
    if missing:
        yield found("draft-sources-incomplete", draft, count=len(missing), studies=", ".join(missing[:8]))
        return
    library = draft.library.filter(lambda study: study.key in used)
    try:
        again = {_content(claim) for claim in build_ledger(library, [theme for theme, _ in ledger.themes]).claims}
    except LitreviewError:
        again = set()
    places = {line.base.said.claim: line.place for line in draft.lines if line.base and line.base.said.claim}
    differing = [claim for claim in ledger.claims if _content(claim) not in again]
    if differing and draft.saved.rules and draft.saved.rules != rules():
        yield found("draft-other-rules", draft, severity="info", count=len(differing))
        return
    for claim in differing:
        where = places.get(claim.id) or claim.kind
        yield found("draft-claim-not-supported", draft, severity="error", place=where, studies=", ".join(claim.studies[:6]))


def _content(claim: Claim) -> Hashable:
    """What a claim says, whatever the order in which its studies are told."""
    groups = frozenset(
        (
            group.value.identity,
            frozenset((part.key, part.paraphrased, frozenset((s.text, s.concept) for s in part.statements)) for part in group.parts),
        )
        for group in claim.groups
    )
    return claim.kind, claim.facet, frozenset(claim.stated), frozenset(claim.missing), groups, frozenset(claim.numbers)


CHECK = DraftCheck("claims-hold", run)
