"""Abstract pages a second of processor time: from the text of a page to its record with aspects. Run it: python tests/benchmarks/pages.py [COUNT]

The pages are those of tests/cases, each made unlike the others so that nothing is read twice. Needs no network and no model.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from litreview import read_abstract
from litreview.pages import parse_page

CASES = Path(__file__).resolve().parent.parent / "cases"


def pages(count: int) -> list[str]:
    """`count` pages, all different."""
    cases = [
        path.read_text(encoding="utf-8") for folder in ("pages", "analysis", "labelled") for path in sorted((CASES / folder).glob("*.txt"))
    ]
    texts = [case.split("\n=== page\n", 1)[1].rsplit("\n=== ", 1)[0] for case in cases]
    found = []
    for number in range(count):
        text = texts[number % len(texts)]
        found.append(text.replace(". ", f" ke-{number}. ").replace("kerja sama", f"kerja sama {number}"))
    return found


def main(count: int) -> None:
    """Print pages a second for reading alone and for reading with analysis."""
    texts = pages(count)
    read_abstract(texts[0])
    before = time.process_time()
    for text in texts:
        parse_page(text)
    between = time.process_time()
    for text in texts:
        read_abstract(text)
    after = time.process_time()
    print(f"{count} pages, {sum(map(len, texts)) // count} characters each")
    print(
        f"record: {count / (between - before):.0f} a second; with aspects (litreview.read_abstract): {count / (after - between):.0f} a second"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
