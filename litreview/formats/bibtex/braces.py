"""Braces in BibTeX text: where a group ends, and whether all groups do. A backslash takes the brace behind it out of the count."""

from __future__ import annotations

import re

_MARK = re.compile(r"\\.|[{}]", re.DOTALL)
_EVERY = re.compile(r"[{}]")


def closing(text: str, start: int, end: int | None = None, *, escapes: bool = True) -> int | None:
    """The offset behind the brace that closes the group beginning at `start`; None if it stays open up to `end`.

    Without `escapes` braces behind a backslash count as well, as BibTeX itself has it.

    >>> closing("{a {b}} c", 0), closing("{a {b}", 0), closing("{a" + chr(92) + "}}", 0)
    (7, None, 5)
    """
    depth = 0
    for mark in (_MARK if escapes else _EVERY).finditer(text, start, len(text) if end is None else end):
        char = mark[0]
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth <= 0:
                return mark.end()
    return None


def counted(text: str) -> bool:
    """Whether BibTeX itself can read the text between braces: it counts every brace, one behind a backslash as well.

    >>> counted(r"a {b} \\{c\\}"), counted(r"a \\{ b"), counted("} {")
    (True, False, False)
    """
    if "{" not in text and "}" not in text:
        return True
    depth = 0
    for brace in _EVERY.finditer(text):
        depth += 1 if brace[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def balanced(text: str) -> bool:
    """Whether every group closes and none closes that is not open.

    >>> balanced("a {b} {c {d}}"), balanced("} {"), balanced("{")
    (True, False, False)
    """
    depth = 0
    for mark in _MARK.finditer(text):
        depth += (mark[0] == "{") - (mark[0] == "}")
        if depth < 0:
            return False
    return depth == 0
