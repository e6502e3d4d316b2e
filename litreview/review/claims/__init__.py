"""Claims: what may be said, before any words. Counts, agreements, contrasts and gaps, each with its studies and its evidence."""

from litreview.review.claims.claim import Claim, Group, Part, Value
from litreview.review.claims.comparison import Likeness, Own, likenesses
from litreview.review.claims.ledger import Ledger, build_ledger

__all__ = ["Claim", "Group", "Ledger", "Likeness", "Own", "Part", "Value", "build_ledger", "likenesses"]
