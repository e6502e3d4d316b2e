"""Where our chapter stands in a file that holds more: a thesis of which the other chapters are its writer's alone."""

from __future__ import annotations

import attrs

from litreview.audit.chapters.text import DraftText, Passage
from litreview.audit.thresholds import PROSE_OF_ANOTHER_CHAPTER

_PROSE = ("paragraph", "item", "cell")


def own_chapter(text: DraftText) -> DraftText:
    """The draft with our chapter alone, known by the blocks that are marked as made here; the rest is put into `elsewhere`.

    Entries of the bibliography stay, wherever it stands. In a chapter that we share, what ends before our first block or begins, under a
    heading of its own, behind our last is its writer's. A file without other chapters is given back as it is.
    """
    passages = text.passages
    made = [n for n, p in enumerate(passages) if p.key is not None and p.kind != "entry" and not _opens_entries(passages, n)]
    if not made:
        return text
    top = _level_of_chapter(passages, made)
    begins = [n for n, p in enumerate(passages) if p.kind == "heading" and p.level <= top]
    chapters = [range(a, b) for a, b in zip([0, *begins], [*begins, len(passages)], strict=True) if a < b]
    ours = [chapter for chapter in chapters if any(n in chapter for n in made)]
    prose = {chapter.start: sum(_is_prose(passages[n]) for n in chapter) for chapter in chapters if chapter not in ours}
    others = [start for start, count in prose.items() if count >= (1 if start in begins else PROSE_OF_ANOTHER_CHAPTER)]
    if others:
        kept = {n for chapter in ours for n in _shared(passages, chapter, [m for m in made if m in chapter])}
    else:
        kept = set(range(made[0], _end_of_table(passages, made[-1]) + 1))
        if sum(_is_prose(p) for n, p in enumerate(passages) if n not in kept) < PROSE_OF_ANOTHER_CHAPTER:
            return text  # words of hers around a chapter that is the whole file
    inside = tuple(p for n, p in enumerate(passages) if n in kept or p.kind == "entry" or _opens_entries(passages, n))
    outside = tuple(p for n, p in enumerate(passages) if n not in kept and p.kind != "entry" and not _opens_entries(passages, n))
    numbers = {mark.note for passage in inside for mark in passage.marks if mark.note is not None}
    notes = tuple(note for note in text.notes if note.number in numbers)
    notes_elsewhere = tuple(note for note in text.notes if note.number not in numbers)
    return attrs.evolve(text, passages=inside, notes=notes, elsewhere=outside, notes_elsewhere=notes_elsewhere)


def _level_of_chapter(passages: tuple[Passage, ...], made: list[int]) -> int:
    """The level of the heading under which our blocks stand: the nearest above them that is higher than ours, else our highest."""
    own = min((passages[n].level for n in made if passages[n].kind == "heading"), default=10)
    above = next((p.level for p in reversed(passages[: made[0]]) if p.kind == "heading" and p.level < own), None)
    return above or (own if own < 10 else 1)


def _end_of_table(passages: tuple[Passage, ...], place: int) -> int:
    """The last passage of the table in which one stands; of a row of ours only the first cell is marked."""
    cell = passages[place].cell
    while cell is not None and place + 1 < len(passages) and (below := passages[place + 1].cell) is not None and below[0] == cell[0]:
        place += 1
    return place


def _opens_entries(passages: tuple[Passage, ...], place: int) -> bool:
    """Whether a passage is the heading of the bibliography."""
    return passages[place].kind == "heading" and place + 1 < len(passages) and passages[place + 1].kind == "entry"


def _is_prose(passage: Passage) -> bool:
    return passage.kind in _PROSE and passage.key is None and bool(passage.text.strip())


def _shared(passages: tuple[Passage, ...], chapter: range, made: list[int]) -> set[int]:
    """The part of a chapter from the heading above our first block to the next heading behind our last, and the heading of the chapter."""
    first = next((n for n in made if n != chapter.start), made[0])
    headings = [n for n in chapter if passages[n].kind == "heading"]
    start = max((n for n in headings if n <= first), default=first)
    end = min((n for n in headings if n > made[-1]), default=chapter.stop)
    return {chapter.start, *range(start, end)} if chapter.start in headings else set(range(start, end))
