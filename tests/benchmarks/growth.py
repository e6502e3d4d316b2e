"""Every reader on hostile input that grows to 1 MB: one sign or word again and again, put into its example at several places.

    python -m tests.benchmarks.growth [FORMAT ...]

At 64 KB what takes longer than 0.03 seconds is doubled up to 1 MB while it stays below a minute. Told is the worst growth of each
format: about 2 where work is in proportion, 4 where it grows with the square.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from litreview.errors import ReadError
from litreview.formats import Format, formats
from litreview.pages import parse_page
from tests.benchmarks.test_growth import FILLS

CASES = Path(__file__).parents[1] / "cases" / "formats"
START, END = 2**16, 2**20
NOTICED, PATIENCE = 0.03, 60.0
PLACES = 6


def grown(example: str, fill: str, place: int, size: int) -> bytes:
    """The example with `size` characters of `fill` inside one of its words."""
    words = [match.end() for match in re.finditer(r"[^\W\d_]{4,}", example)]
    at = words[len(words) * place // PLACES]
    return (example[:at] + (fill * (size // len(fill) + 1))[:size] + example[at:]).encode()


def seconds(format: Format, data: bytes) -> float:
    began = time.process_time()
    with suppress(ReadError):
        if format.read is not None:
            format.read(data, "a")
    return time.process_time() - began


def worst(format: Format, example: str) -> Iterator[tuple[float, float, str]]:
    """For what is slow at first: the seconds at the largest size that was tried, the last growth, and what it was."""
    for fill in FILLS:
        for place in range(PLACES):
            size, spent, ratio = START, seconds(format, grown(example, fill, place, START)), 0.0
            while spent > NOTICED and size < END and spent < PATIENCE:
                size, before = size * 2, spent
                spent = seconds(format, grown(example, fill, place, size))
                ratio = spent / before
            if ratio:
                yield spent, ratio, f"{fill!r} at place {place}, {size // 1024} KB"


def main(names: list[str]) -> None:
    """A line for each format; then the pages."""
    page = Format("page", "page", (), read=lambda data, name: ((parse_page(data.decode(), name).study,), ()))
    example = "KOTA KEMBAR\n\nSri Wulandari\n\nAbstrak\n\nStudi ini bertujuan menjelaskan kota.\n\nKata kunci: kota, desa\n\nJurnal Kota, 3(2), 45-60, 2019\n"
    for format in (*formats(), page):
        files = sorted(file for file in (CASES / format.name).glob("*") if file.suffix not in (".expected", ".xlsx", ".xls"))
        if format.read is None or (names and format.name not in names) or not (files or format is page):
            continue
        text = example if format is page else files[0].read_text(encoding="utf-8", errors="replace")
        listed = sorted(worst(format, text), reverse=True)
        steep = max(listed, key=lambda one: one[1], default=(0.0, 0.0, "nothing slow"))
        slow = listed[0] if listed else steep
        print(f"{format.name:14} slowest {slow[0]:5.1f} s ({slow[2]}); steepest × {steep[1]:.1f} ({steep[2]})", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
