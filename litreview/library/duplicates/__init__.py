"""Studies that may be one work: pairs of them, with reasons, and their merging.

In comes a library. Out come pairs of its studies, each with a strength, a score and the reasons (`duplicates`), and a library in which
the pairs that somebody chose are merged, with the conflicts as problems (`merge`, `merged`). Nothing is merged unasked.

The rest of the library and the public functions may call it. It compares records, wherever they came from, and uses no other part of
the library.
"""

from litreview.library.duplicates.merge import merge, merged
from litreview.library.duplicates.pair import Pair, Strength
from litreview.library.duplicates.pairs import duplicates

__all__ = ["Pair", "Strength", "duplicates", "merge", "merged"]
