"""Which lines of a PDF file are the title of the work: on the first page, in the largest letters over the abstract."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from litreview.pages.furniture.masthead import mastheads
from litreview.pages.furniture.words import furniture_words
from litreview.pages.headings import begins_abstract
from litreview.pages.sources.pdf.printed import PrintedLine, body_size
from litreview.pages.titlecase import mostly_capitals

TITLE = "# "
"""What marks a line as a heading in the text of a page."""
LARGER = 1.05
"""Letters so many times as large as those of the running text are those of a title."""
LEADING, WIDER = 2.2, 1.35
"""Two lines of one title stand no further apart than so many times the size of their letters, and than so many times others of it."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS, _LEAST_LETTERS = 2, 12
_MOST_LINES, _MOST_LETTERS = 8, 400
_NAME = 6
"""The name of a journal has no more words, a title that speaks of one has."""
_FRONT = 60
"""The title stands among so many lines of its page."""


@attrs.frozen
class Block:
    """The places of lines that are alike in size and strength and stand under each other, in that order, and their text."""

    places: tuple[int, ...]
    text: str
    size: float


def title_block(lines: Sequence[PrintedLine], declared: str = "") -> Block | None:
    """The lines of a first page that are the title, or None where its print does not tell.

    `declared` is the title that the file gives itself: where the page prints it, it tells which lines.

    >>> lines = [PrintedLine("Jurnal Kota Vol. 3", 780, 9), PrintedLine("Kota Kembar di Pesisir", 700, 14),
    ...          PrintedLine("dan Pedalaman Jawa", 684, 14), PrintedLine("Sri Wulandari", 660, 11), PrintedLine("Abstrak", 640, 10),
    ...          PrintedLine("Studi ini membahas apa yang dikerjakan bersama oleh kota-kota pesisir.", 620, 10)]
    >>> title_block(lines).text
    'Kota Kembar di Pesisir dan Pedalaman Jawa'
    """
    at = next((n for n, line in enumerate(lines) if begins_abstract(line.text.strip())), len(lines))
    found = _best(lines, range(min(at, _FRONT)), declared)
    if found is not None or at == len(lines):
        return found
    start = lines[at].height
    late = [n for n in range(at + 1, len(lines)) if start is not None and (lines[n].height or 0.0) > start + lines[n].size]
    return _best(lines, late[:_FRONT], declared)


def _best(lines: Sequence[PrintedLine], places: Sequence[int], declared: str) -> Block | None:
    """The block among the lines at `places` that the file calls its title, else the largest."""
    blocks = [block for block in _blocks(lines, places) if _can_be_title(block)]
    told = next((run for block in blocks if (run := _declared(lines, block, declared)) is not None), None)
    usual = body_size(lines)
    if told is not None:
        cut = next((block for block in blocks if set(told.places) < set(block.places) and block.places[0] == told.places[0]), None)
        return cut if cut is not None and cut.size >= LARGER * usual else told  # what a file calls itself may be the first line alone
    large = [block for block in blocks if usual and block.size >= LARGER * usual]
    return max(large, key=lambda block: (block.size, -block.places[0]), default=None)


def titled(lines: Sequence[PrintedLine], block: Block) -> tuple[PrintedLine, ...]:
    """The lines of a page, those of `block` made one heading; what stands over it comes before it, whichever was printed first, and so
    does all that is printed behind the abstract and stands over that.
    """
    top, first, own = lines[block.places[0]], min(block.places), frozenset(block.places)
    title = PrintedLine(f"{TITLE}{block.text}", top.height, block.size, top.bold)
    at = next((n for n, line in enumerate(lines) if begins_abstract(line.text.strip())), len(lines))
    start = lines[at].height if at < first else None
    late = [n for n in range(first, len(lines)) if n not in own and (start is None or _over(lines[n], start))]
    over = [n for n in late if top.height is not None and _over(lines[n], top.height)]
    above, moved = frozenset(over), own.union(late)
    before = () if start is not None else lines[:first]
    behind = [line for n, line in enumerate(lines) if n not in moved] if start is not None else []
    return (*before, *(lines[n] for n in over), title, *(lines[n] for n in late if n not in above), *behind)


def _over(line: PrintedLine, height: float) -> bool:
    return line.height is not None and line.height > height


def _blocks(lines: Sequence[PrintedLine], among: Iterable[int]) -> Iterator[Block]:
    """The lines of text grouped as they stand on the page, whatever was printed between them."""
    kinds: dict[tuple[float, bool], list[int]] = {}
    for number in among:
        line = lines[number]
        if line.size and line.height is not None:
            kinds.setdefault((line.size, line.bold), []).append(number)
    for (size, _), places in kinds.items():
        places.sort(key=lambda number: -(lines[number].height or 0.0))
        group, usual = [places[0]], LEADING * size
        for last, number in pairwise(places):
            gap = (lines[last].height or 0.0) - (lines[number].height or 0.0)
            if gap > min(LEADING * size, WIDER * usual) or _differ(lines[last].text, lines[number].text):
                yield _block(lines, group, size)
                group, usual = [], LEADING * size
            else:
                usual = min(usual, max(gap, size))
            group.append(number)
        yield _block(lines, group, size)


def _differ(text: str, other: str) -> bool:
    """Whether of two lines with words enough to tell one is in capitals and the other is not."""
    return min(len(_WORD.findall(text)), len(_WORD.findall(other))) > _LEAST_WORDS and mostly_capitals(text) != mostly_capitals(other)


def _block(lines: Sequence[PrintedLine], places: Sequence[int], size: float) -> Block:
    return Block(tuple(places), " ".join(" ".join(lines[number].text.split()) for number in places), size)


def _can_be_title(block: Block) -> bool:
    """Whether lines can be a title by their words: neither the name of a journal nor what mastheads and sites print."""
    words, letters = furniture_words(), sum(c.isalpha() for c in block.text)
    if len(_WORD.findall(block.text)) < _LEAST_WORDS or not _LEAST_LETTERS <= letters <= _MOST_LETTERS or len(block.places) > _MOST_LINES:
        return False
    if words.button.match(block.text) or words.article_kind.match(block.text) or words.references.match(block.text):
        return False
    named = words.journal.search(block.text) or words.conference.search(block.text)
    before = block.text[: named.start()].rstrip() if named else ""
    journal = named and (not before or before.endswith((":", "(", "-", "–")) or len(block.text.split()) <= _NAME)
    return not journal and not any(mastheads(block.text))


def _declared(lines: Sequence[PrintedLine], block: Block, declared: str) -> Block | None:
    """Those lines of a block that print the title which the file gives itself, and nothing else."""
    told = _folded(declared)
    if len(_WORD.findall(declared)) <= _LEAST_WORDS or len(told) < _LEAST_LETTERS:
        return None
    runs = [block.places[a:b] for a in range(len(block.places)) for b in range(a + 1, len(block.places) + 1)]
    return next((run for places in runs if _folded((run := _block(lines, places, block.size)).text) == told), None)


def _folded(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))
