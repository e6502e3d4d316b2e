"""Studies that may be one work: found, shown with reasons, and merged on somebody's word only."""

from litreview.library.duplicates.merge import merge, merged
from litreview.library.duplicates.pair import Pair, Strength
from litreview.library.duplicates.pairs import duplicates

__all__ = ["Pair", "Strength", "duplicates", "merge", "merged"]
