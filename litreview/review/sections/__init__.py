"""One file per section of the chapter. `SECTION` registers the file; the outline says which stand where.

In comes what the chapter is made from, a composition. Out come the blocks of one section: headings, paragraphs, tables, lists.

The making of the chapter may call it, by the names that the outline gives. A section uses claims, prose and tables, and no other section.
"""

from __future__ import annotations

from collections.abc import Sequence

from litreview._parts import LAST, advice, broken, parts, placed
from litreview.errors import Problem, UnknownName
from litreview.review.composition import Section

GROUP = "litreview.sections"
"""The group of entry points by which other packages bring a section."""


def every_section() -> tuple[Section, ...]:
    """Every section there is, in the usual order; those without a place of their own at the end."""
    registered = parts("litreview.review.sections", "SECTION", Section, GROUP)
    return placed(registered, lambda section: LAST if section.place is None else section.place)


def usual_names() -> tuple[str, ...]:
    """The names of the sections of a chapter whose outline names none, in their order.

    >>> usual_names()
    ('introduction', 'selection', 'previous', 'themes', 'concepts', 'synthesis', 'gaps', 'novelty', 'scaffold')
    """
    return tuple(section.name for section in every_section() if section.place is not None)


def sections(names: Sequence[str]) -> tuple[Section, ...]:
    """The sections called `names`, in that order. Raises UnknownName.

    >>> [section.name for section in sections(["gaps", "previous"])]
    ['gaps', 'previous']
    """
    known = {section.name: section for section in every_section()}
    for name in names:
        if name not in known:
            raise UnknownName("section", name, known, advice(GROUP, "SECTION", Section))
    return tuple(known[name] for name in names)


def broken_sections() -> tuple[Problem, ...]:
    """The sections of other packages that cannot be used, each as a problem."""
    return broken(GROUP, "SECTION", Section)
