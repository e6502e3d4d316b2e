"""One file per section of the chapter. `SECTION` registers the file; the outline says which stand where."""

from __future__ import annotations

from collections.abc import Sequence

from litreview._parts import parts
from litreview.errors import UnknownName
from litreview.review.composition import Section
from litreview.themes import SECTIONS


def sections(names: Sequence[str] = SECTIONS) -> tuple[Section, ...]:
    """The sections called `names`, in that order. Raises UnknownName.

    >>> [section.name for section in sections(["gaps", "previous"])]
    ['gaps', 'previous']
    """
    known = {section.name: section for section in parts("litreview.review.sections", "SECTION", Section)}
    for name in names:
        if name not in known:
            raise UnknownName("section", name, known)
    return tuple(known[name] for name in names)
