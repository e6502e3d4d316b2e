"""Headings inside an abstract as exports have them: glued to the next word, in capitals without a colon, several joined by a slash."""

from __future__ import annotations

import re
from functools import cache

from litreview.analysis.cues import cues
from litreview.languages.marks import any_mark

_CAPITALS = re.compile(r"(?:(?<=^)|(?<=[.!?:]\s)|(?<=[.!?],\s)|(?<=\n))[A-Z][A-Z ,/&-]{2,60}(?=\s+[A-Z“\"'(]?[a-z(]|\s+[A-Z]\s)")
LEAST = 2
"""Headings without a mark behind them count where an abstract has so many."""


def role_of(heading: str, tag: str) -> str | None:
    """The role that a heading names, of several joined ones the first that has one: "Methods/Design" (small letters or not).

    >>> role_of("Methods/Design", "en"), role_of("Desain dan Metode", "id"), role_of("Table", "en")
    ('method', 'method', None)
    """
    known = cues(tag).headings
    low = " ".join(heading.casefold().split()).strip(" .:,").replace("(s)", "s")
    if low in known:
        return known[low]
    pieces = [known.get(piece) for piece in _between().split(low) if piece]
    return pieces[0] if len(pieces) > 1 and all(pieces) else None


def unmarked(text: str, tag: str) -> tuple[tuple[int, int, str], ...]:
    """Headings of `text` without a mark behind them, or without one before them: (start, end of the heading, role).

    >>> unmarked("PurposeThis study asks. FindingsThe answer is no.", "en")
    ((0, 7, 'aim'), (24, 32, 'result'))
    """
    glued, spaced, within, marked = _patterns(tag)
    places = {m.start(1) - 1: (m.start(1) - 1, m.end(1) - 1) for m in glued.finditer(f"\n{text}")} if glued else {}
    apart = {m.start(1) - 1: (m.start(1) - 1, m.end(1) - 1) for m in spaced.finditer(f"\n{text}")} if spaced else {}
    for m in _CAPITALS.finditer(text):
        if role_of(m.group(), tag):
            apart.setdefault(m.start(), m.span())
    if within and text.count(":") >= LEAST:
        places = {**{m.start(): m.span() for m in within.finditer(text)}, **places}
    if marked:
        places = {**{m.start(1): m.span(1) for m in marked.finditer(text)}, **places}
    if len({text[a:b].casefold() for a, b in apart.values()}) >= LEAST:
        places = {**apart, **places}
    return tuple((a, b, role) for a, b in sorted(places.values()) if (role := role_of(text[a:b], tag)))


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str] | None, ...]:
    names = sorted((name for name in cues(tag).headings if len(name) > 3), key=len, reverse=True)
    if not names:
        return None, None, None, None
    forms = dict.fromkeys(form for name in names for form in (name.capitalize(), name.title()))
    written = "|".join(re.escape(form) for form in forms)
    raised = "|".join(re.escape(form) for form in dict.fromkeys((*forms, *(name.upper() for name in names))))
    begin = r"[.!?:)\n]\s?"  # a mark first: the search leaps from one to the next
    return (
        re.compile(rf"{begin}({written})(?=[A-Z][a-z]|[A-Z]{{2}}|[A-Z]\s|\d)"),
        re.compile(rf"{begin}({written})(?!\s+[^.:]{{0,30}}:)(?=\s+[A-Z“\"(\d])"),
        re.compile(rf"(?<=[\w)\]%]\s)(?:{written})(?:\(s\))?:(?=\s)"),
        re.compile(rf"[.!?)](?:,\s)?((?:{raised})(?:\(s\))?[.:])(?=\s)"),  # parted by a comma too much, or by no space
    )


@cache
def _between() -> re.Pattern[str]:
    """What stands between the names of two parts in one heading."""
    return re.compile(rf"(?:(?<!\s)\s+)?(?:[/,&]|\b{any_mark('and')}\b)\s*")
