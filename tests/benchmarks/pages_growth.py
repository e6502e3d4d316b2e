"""Hostile pages: one sign, word or line again and again, in sizes that double to 256 KB. Run it: python -m tests.benchmarks.pages_growth [KB] [WORD…]

A line is printed for each filling that takes more than `SLOW` times as long at twice the size, and the slowest of all. Reading is in
proportion to the length where none is printed. With words, only fillings that hold one of them are read.
"""

from __future__ import annotations

import sys
import time
from itertools import product

from litreview.pages import parse_pages

SIGNS = ["~", "|", ",", "(", ")", "[", "]", "{", "<", ">", "*", "_", "#", "-", "=", "/", "\\", "'", '"', "“", "”", "@", ".", ":", ";", "&", "•", "–", "1", "¹", "\t", "\u00a0", "\u200b", "\f", "\r", "字", "ا "]  # fmt: skip
SPACED = [". ", "; ", "- ", "A. ", "1 ", "² ", "1)", "(1)", "[1]", "dan ", "oleh ", "pp ", "Dr. ", "KOTA ", "NIM. "]
LINES = ["a\n", "A\n", "a\n\n", "a-\n", "...\n", "1\n", "2019\n", "(2019)\n", "KOTA\n", "kota desa\n", "Abstrak\n", "Skripsi\n", "Oleh\n", "BAB I\n", "References\n", "Daftar Isi\n", "Sri Wulandari\n", "SRI WULANDARI\n", "Universitas Contoh\n", "Nama :\n", "Pembimbing\n", "Kata kunci:\n", "How to cite:\n", "Kota Kembar di Jawa Tengah dan Desa\n", "Kota Kembar di Jawa Tengah dan Desa\n\n"]  # fmt: skip
MARKS = ["Vol. 1 ", "Vol. 3, No. 2, ", "ISSN 1234-5678 ", "doi 10.1000/1 ", "10.1000/", "http://a.id/ ", "2019 ", "(2019) ", "hal. 1-2 ", "Januari 2019 ", "a@b.c "]  # fmt: skip
WORDS = ["Kata kunci:", "Kata kunci: a\n", "Nama : a\n", "Abstrak ", "ABSTRAK: ", "Abstract. a ", "Sri Wulandari1, ", "SRI WULANDARI ", "Universitas Contoh ", "Fakultas Hukum, ", "Skripsi. ", "Oleh: Sri Wulandari\n", "NIM 12345678\n", "Pembimbing: ", "S.IP., ", "dc.title a\n", "1. Introduction\n", "Published: 2019\n", "Wulandari, S. (2019). ", "Wulandari, Sri (2019) Kota Kembar dan Desa. Skripsi, Universitas Contoh.\n"]  # fmt: skip
OVER = ["", "Abstrak\n\n", "KOTA KEMBAR\n\nAbstrak\n\nStudi ini membahas kota dan desa.\n\n", "Wulandari, Sri (2019) Kota", "Kata kunci: "]
PIECES = [*SIGNS, *SPACED, *LINES, *MARKS, *WORDS]
SLOW = 3.0
LEAST = 0.5
"""Below so many seconds the machine decides."""


def seconds(text: str) -> float:
    """Processor time that reading takes."""
    began = time.process_time()
    parse_pages(text, "page.txt")
    return time.process_time() - began


def main(most: int, words: list[str]) -> None:
    """Print what grows faster than its length."""
    slowest = (0.0, "", "")
    for piece, over in product(PIECES, OVER):
        if words and not any(word in piece for word in words):
            continue
        size, last = 8 * 1024, 0.0
        while size <= most * 1024:
            taken = seconds(over + piece * (size // len(piece)) + "x")
            if last > LEAST and taken > SLOW * last:
                print(f"{over[:12]!r} {piece!r}: {last:.2f} s, at twice the size ({size // 1024} KB) {taken:.2f} s", flush=True)
                break
            if taken < LEAST / 8 and size * 8 <= most * 1024:
                size, last = size * 4, 0.0
                continue
            size, last = size * 2, taken
        slowest = max(slowest, (last, over, piece))
    print(f"slowest: {slowest[0]:.1f} s ({slowest[1][:12]!r} {slowest[2]!r})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 256, sys.argv[2:])
