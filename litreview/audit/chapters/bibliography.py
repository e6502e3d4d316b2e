"""Which passages are the bibliography, where neither a style nor a mark of the file says so: those below its heading."""

from __future__ import annotations

import attrs

from litreview.audit.chapters.text import Passage
from litreview.languages.headings import is_bibliography_heading


def with_entries(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages, those below the heading of a bibliography being entries; a heading of the same level or above ends it."""
    with_kinds: list[Passage] = []
    level: int | None = None
    for passage in passages:
        if passage.kind in ("paragraph", "heading") and is_bibliography_heading(passage.text):
            level = passage.level or 9
            passage = attrs.evolve(passage, kind="heading")
        elif passage.kind == "heading" and level is not None and passage.level <= level:
            level = None
        elif level is not None and passage.kind in ("paragraph", "item") and passage.text.strip():
            passage = attrs.evolve(passage, kind="entry")
        with_kinds.append(passage)
    return tuple(with_kinds)
