"""Duplicates among thousands of records, and the checks of as many. Run it: python -m tests.benchmarks.dedupe [WORKS]

The library is the labelled one of tests/dedupe (all works are of one field, which is harder than a real library: every pair of titles
shares words). A real library to compare with may be given as files: python -m tests.benchmarks.dedupe FILE...
"""

from __future__ import annotations

import sys
import time

import litreview
from litreview.library.checks import checks
from litreview.library.duplicates import duplicates, merged
from litreview.record import Library
from tests.dedupe.labelled import labelled


def main(library: Library) -> None:
    """Print seconds of the processor for finding, for merging what is certain, and for each check."""
    start = time.process_time()
    pairs = duplicates(library)
    found = time.process_time()
    result, gone = merged(library, [pair for pair in pairs if pair.strength == "certain"])
    done = time.process_time()
    print(f"{len(library)} records: {len(pairs)} pairs in {found - start:.1f} s; {len(gone)} merged in {done - found:.1f} s")
    for part in checks():
        before = time.process_time()
        problems = list(part.run(result))
        print(f"  {part.name}: {len(problems)} in {time.process_time() - before:.2f} s")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(labelled(int(given[0]) if given else 5950, 3).library if not given or given[0].isdigit() else litreview.load(*given))
