"""Abstract pages a second: from the text of a page to its record with aspects. Run it: python tests/benchmarks/pages.py [COUNT]

The pages are those of tests/cases, each made unlike the others so that nothing is read twice. Needs no network and no model.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from litreview.analysis import annotate
from litreview.pages import parse_page

CASES = Path(__file__).resolve().parent.parent / "cases"


def pages(count: int) -> list[str]:
    """`count` pages, all different."""
    cases = [path.read_text(encoding="utf-8") for folder in ("pages", "analysis") for path in sorted((CASES / folder).glob("*.txt"))]
    texts = [case.split("\n=== page\n", 1)[1].rsplit("\n=== ", 1)[0] for case in cases]
    found = []
    for number in range(count):
        text = texts[number % len(texts)]
        found.append(text.replace(". ", f" ke-{number}. ").replace("kerja sama", f"kerja sama {number}"))
    return found


def main(count: int) -> None:
    """Print pages a second for reading alone and for reading with analysis."""
    texts = pages(count)
    annotate(parse_page(texts[0]).study)
    before = time.perf_counter()
    read = [parse_page(text) for text in texts]
    between = time.perf_counter()
    for page in read:
        page.lift(annotate(page.study)[0])
    after = time.perf_counter()
    print(f"{count} pages, {sum(map(len, texts)) // count} characters each")
    print(f"record: {count / (between - before):.0f} a second; with aspects: {count / (after - before):.0f} a second")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
