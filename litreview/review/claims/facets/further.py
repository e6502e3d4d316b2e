"""What was marked as a finding in the full text and no other sentence of the theme tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from litreview.record import Library
from litreview.review.claims.claim import Claim, Part
from litreview.review.claims.marked import is_marked
from litreview.review.claims.moves import in_twos
from litreview.review.claims.order import newest_first
from litreview.review.claims.values import part, statements
from litreview.review.thresholds import LONGEST_QUOTATION, MARKED_OF_A_STUDY, MARKED_TOLD


def further(library: Library, keys: Sequence[str], told: Iterable[Claim], facet: str) -> tuple[Claim, ...]:
    """The marked findings of the studies `keys` that `told` leaves out, two studies beside each other, the newest first; a few of each."""
    said = {(key, evidence.quote) for claim in told for key, evidence in claim.evidence}
    rounds: list[list[Part]] = [[] for _ in range(MARKED_OF_A_STUDY)]
    for key in newest_first(library, keys):
        fresh = [
            statement
            for statement in filter(is_marked, statements(library[key], "findings"))
            if not any((key, evidence.quote) in said for evidence in statement.evidence)
            and all(len(text.split()) <= LONGEST_QUOTATION for text in statement.text.values())
        ]
        for parts, statement in zip(rounds, fresh, strict=False):
            parts.append(part(library[key], (statement,)))
    listed = [parts for parts in rounds if parts]
    claims = [claim for n, parts in enumerate(listed) for claim in in_twos("finding", facet, parts, opens=n == 0)]
    return tuple(claims[:MARKED_TOLD])
