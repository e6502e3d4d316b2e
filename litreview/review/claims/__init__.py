"""Claims: what may be said, before any words. Counts, agreements, contrasts and gaps, each with its studies and its evidence.

In come a library and its themes. Out comes the ledger: every claim of the chapter in order, with the studies and the quoted words that
it rests on.

All rooms of the review and the audit may call it. It uses none of them, and holds no word of any language.
"""

from litreview.review.claims.claim import Claim, Group, Part, Value
from litreview.review.claims.comparison import Likeness, Own, likenesses
from litreview.review.claims.ledger import Ledger, build_ledger

__all__ = ["Claim", "Group", "Ledger", "Likeness", "Own", "Part", "Value", "build_ledger", "likenesses"]
