"""Studies that may be one work: found, shown with reasons, and merged on somebody's word only."""

from litreview.dedupe.merge import merge, merged
from litreview.dedupe.pair import Pair, Strength
from litreview.dedupe.pairs import duplicates

__all__ = ["Pair", "Strength", "duplicates", "merge", "merged"]
