"""The work that a draft leaves: the cells of its table that nobody has filled in yet, and the studies whose abstract is not there."""

from __future__ import annotations

import attrs

from litreview.record import ASPECT, Library, state


@attrs.frozen
class Work:
    """`cells` are (key, aspects not yet read) by study; `without_abstract` the keys of studies of which nothing could be read."""

    cells: tuple[tuple[str, tuple[str, ...]], ...]
    without_abstract: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many cells there are to look at."""
        return sum(len(aspects) for _, aspects in self.cells)


def work_left(library: Library) -> Work:
    """What is left to look at in the studies of `library`, as a draft was made of them.

    >>> from litreview.record import LangText, Study, library_of
    >>> read = Study("a", abstract=LangText({"en": "Two ports."}))
    >>> work_left(library_of([read, Study("b")]))
    Work(cells=(('a', ('method', 'data', 'framework', 'findings')),), without_abstract=('b',))
    """
    shown = [name for name, aspect in ASPECT.items() if aspect.column is not None or aspect.beside is not None]
    open_cells = ((study.key, tuple(name for name in shown if state(study, name) == "not-read")) for study in library)
    without = tuple(s.key for s in library if any(state(s, name) == "no-abstract" for name in shown))
    return Work(tuple((key, aspects) for key, aspects in open_cells if aspects), without)
