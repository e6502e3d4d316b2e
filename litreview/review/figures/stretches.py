"""Years as columns: one each, or stretches of five, ten and so on, so that a long time fits."""

from __future__ import annotations

WIDTHS = (1, 5, 10, 25, 50, 100, 250, 500, 1000)


def stretches(first: int, last: int, most: int) -> tuple[tuple[str, range], ...]:
    """The years from `first` to `last` as at most `most` stretches of one length, each with its label; none is left out.

    >>> [label for label, _ in stretches(2019, 2021, 5)], [label for label, _ in stretches(1999, 2021, 5)]
    (['2019', '2020', '2021'], ['1990–1999', '2000–2009', '2010–2019', '2020–2029'])
    """
    width = next((width for width in WIDTHS if last // width - first // width < most), WIDTHS[-1])
    starts = range(first // width * width, last + 1, width)
    return tuple((str(start) if width == 1 else f"{start}–{start + width - 1}", range(start, start + width)) for start in starts)
