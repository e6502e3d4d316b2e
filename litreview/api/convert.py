"""Studies as a file of another format."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from litreview.api.given import Studies
from litreview.api.load import load
from litreview.errors import Problem
from litreview.formats import Format
from litreview.library import convert as converting
from litreview.library.save import NOTHING, Protected, Saved, protected, save


@attrs.frozen
class Converted:
    """A file: its bytes, and what its format cannot hold. It can be taken apart as ``data, problems``.

    >>> import litreview
    >>> made = litreview.convert(litreview.loads("@book{lee, title = {Ports}}"), "ris")
    >>> made.text.splitlines()[:2], made.problems
    (['TY  - BOOK', 'ID  - lee'], ())
    """

    data: bytes
    problems: tuple[Problem, ...] = ()
    keep: Protected = attrs.field(default=NOTHING, eq=False, repr=False)
    """The files of the studies, which `save` never writes over."""

    @property
    def text(self) -> str:
        """The file as text."""
        return self.data.decode()

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Saved:
        """Write the file to `path`, whatever its suffix, whole or not at all; what stands there is kept or refused as in `Review.save`.

        Raises WriteError, also for a source of the studies.
        """
        saved = save(path, self.data, self.keep, overwrite)
        return attrs.evolve(saved, problems=(*saved.problems, *self.problems))

    def __iter__(self) -> Iterator[Any]:
        return iter((self.data, self.problems))

    def __getitem__(self, place: int) -> Any:
        return (self.data, self.problems)[place]


def convert(
    library: Studies,
    to: str | Format,
    *,
    flavour: str | None = None,
    latex: bool | None = None,
    fields: Sequence[str] | None = None,
    sort: str | None = None,
) -> Converted:
    """The studies in the format `to` (its name, as in ``"bibtex"``), and what that format cannot hold.

    A library that was read from one file of this very format gives that file back, byte for byte but for the studies that changed
    (where the format can do that). Any of the other arguments asks for a new file: `flavour` "bibtex" or "biblatex"; `latex` True
    for LaTeX commands instead of letters outside ASCII, False for the letters; `fields` for these fields alone, in this order (the
    format's own names); `sort` "key", "author", "year" or "title" for studies in that order. What is left open is as in the old file.

    Raises as `load` does, UnknownName for an unknown format, flavour or order, WriteError for a format that is only read or leaves no
    such choice.

    >>> from litreview.record import LangText, Library, Study
    >>> library = Library((Study("b", "webpage", title=LangText({"en": "Über"})), Study("a", "book")))
    >>> print(convert(library, "bibtex", flavour="biblatex", latex=True, fields=["title"], sort="key").text)
    @book{a,
    }
    <BLANKLINE>
    @online{b,
      title = {{\\"U}ber},
    }
    <BLANKLINE>
    """
    studies = load(library)
    data, problems = converting.convert(studies, to, flavour=flavour, latex=latex, fields=fields, sort=sort)
    return Converted(data, problems, protected(studies))
