"""The marks of Markdown emphasis in one paragraph: which stars and underscores are marks, and what they enclose."""

from __future__ import annotations

import re

import attrs

_RUN = re.compile(r"\\[!-/:-@\[-`{-~]|\*+|_+")


@attrs.frozen
class Marks:
    """What to leave out of a paragraph, and where emphasis reigns: (start, end, strength) with 1 for italics, 2 for bold, 3 for both.

    `opened` is an opening star without a partner at the very start of the paragraph, `closed` a closing one at its very end:
    the partner may stand in another paragraph.
    """

    removed: tuple[tuple[int, int], ...]
    stretches: tuple[tuple[int, int, int], ...]
    opened: tuple[int, int] | None = None
    closed: tuple[int, int] | None = None


_NO_MARKS = Marks((), ())


_NEAR = 80


@attrs.define
class _Run:
    start: int
    end: int
    opens: bool
    closes: bool


def find_marks(text: str) -> Marks:
    """Pair the emphasis runs of one paragraph, leniently and in linear time. Source: CommonMark 0.31.2, delimiter runs.

    Unlike there, runs of two or more marks also pair over the white space that word processors leave inside them.

    >>> marks = find_marks("the *sister **city*** of 2 * 3")
    >>> marks.removed, marks.stretches
    (((4, 5), (12, 14), (18, 20), (20, 21)), ((14, 18, 2), (5, 20, 1)))
    """
    if "*" not in text and "_" not in text:
        return _NO_MARKS
    removed: list[tuple[int, int]] = []
    stretches: list[tuple[int, int, int]] = []
    left_over: list[_Run] = []
    stacks: dict[str, list[_Run]] = {}
    for match in _RUN.finditer(text):
        mark = match.group()[0]
        if mark == "\\":
            continue
        run = _run(text, match.start(), match.end(), mark)
        stack = stacks.setdefault(mark, [])
        if run.closes:
            _close(run, stack, removed, stretches)
        if run.start < run.end:
            if run.opens:
                stack.append(run)
            else:
                left_over.append(run)
    left_over += [run for stack in stacks.values() for run in stack]
    left_over.sort(key=lambda r: r.start)
    single = _pair_wide(text, left_over, removed, stretches)
    first = next((r for r in single if r.opens and not text[: r.start].strip() and text[r.start] == "*"), None)
    last = next((r for r in reversed(single) if r.closes and not text[r.end :].strip() and text[r.start] == "*"), None)
    ends = ((r.start, r.end) if r else None for r in (first, last))
    return Marks(tuple(sorted(removed)), tuple(stretches), *ends)


def _run(text: str, start: int, end: int, mark: str) -> _Run:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opens, closes = not after.isspace(), not before.isspace()
    if mark == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    elif (before.isdigit() and after.isdigit()) or (after == ")" and _is_note(text, start)):
        # A product, or the note of a name ("Sri Wulandari **)").
        opens = closes = False
    return _Run(start, end, opens, closes)


def _is_note(text: str, at: int) -> bool:
    """Whether stars before a closing bracket stand in none that is open nearby: they are the note of a name."""
    near = text[max(0, at - _NEAR) : at]
    return near.rfind("(") <= near.rfind(")")


def _close(run: _Run, stack: list[_Run], removed: list[tuple[int, int]], stretches: list[tuple[int, int, int]]) -> None:
    while run.start < run.end and stack:
        opener = stack[-1]
        strength = min(opener.end - opener.start, run.end - run.start)
        removed += [(opener.end - strength, opener.end), (run.start, run.start + strength)]
        stretches.append((opener.end, run.start, min(strength, 3)))
        opener.end -= strength
        run.start += strength
        if opener.start == opener.end:
            stack.pop()


def _pair_wide(text: str, runs: list[_Run], removed: list[tuple[int, int]], stretches: list[tuple[int, int, int]]) -> list[_Run]:
    """Pair what is left of runs of two or three marks in their order; return the runs that stay alone."""
    waiting: dict[str, _Run] = {}
    alone: list[_Run] = []
    for run in runs:
        mark = text[run.start : run.end]
        if not 2 <= len(mark) <= 3 or not (run.opens or run.closes):
            alone.append(run)
        elif mark in waiting:
            opener = waiting.pop(mark)
            removed += [(opener.start, opener.end), (run.start, run.end)]
            stretches.append((opener.end, run.start, len(mark)))
        else:
            waiting[mark] = run
    return sorted([*alone, *waiting.values()], key=lambda r: r.start)
