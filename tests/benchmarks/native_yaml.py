"""Time reading native YAML beside the same studies as BibTeX. Run it: python -m tests.benchmarks.native_yaml [STUDIES]

The studies are those of references/, with all their evidence, under new keys. The aim: YAML within three times the seconds of BibTeX.
"""

from __future__ import annotations

import statistics
import sys
import time

import attrs

import litreview
from litreview.formats import named

RUNS = 5


def main(count: int) -> None:
    """Print the megabytes, and the median seconds of the processor over several runs, of each format."""
    ours = litreview.load("references").studies
    studies = [attrs.evolve(ours[n % len(ours)], key=f"k{n}") for n in range(count)]
    for name in ("yaml", "bibtex"):
        data, _ = named(name).write(studies)
        named(name).read(named(name).write(studies[:2])[0], name)
        seconds: list[float] = []
        for _ in range(RUNS):
            start = time.process_time()
            named(name).read(data, name)
            seconds.append(time.process_time() - start)
        print(f"{name}: {count} studies, {len(data) / 1e6:.1f} MB, {statistics.median(seconds):.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 300)
