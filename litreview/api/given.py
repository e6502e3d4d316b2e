"""What a caller may give where studies are needed: a library, a path, or several of both, in one order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import groupby
from operator import or_
from typing import TypeAlias

import attrs

from litreview.analysis.highlights import BadLegend, legend_of
from litreview.errors import UnknownName, WrongType
from litreview.library.concept_tables import read_concepts
from litreview.library.load import load as read
from litreview.record import ASPECTS, GAP, Legend, Library, Study

Path: TypeAlias = str | os.PathLike[str]
Studies: TypeAlias = Library | Path | Sequence[Library | Path]
"""A library, a file or folder of studies, or several of them."""

WANTED = "a path or a Library"
_TEXT = re.compile(r"\s*(?:@\s*\w+\s*[{(]|[\[{].*[\]}]\s*$)")


def given_sources(given: object) -> tuple[Library | Path, ...]:
    """The libraries and paths in `given`, one after the other. Raises WrongType, with what to do, for anything else.

    >>> given_sources(["a.bib", Library()])
    ('a.bib', <Library: 0 studies, 0 problems>)
    >>> given_sources("@book{lee, title={Ports}}")
    Traceback (most recent call last):
    litreview.errors.WrongType: this needs a path or a Library, not '@book{lee, title={Ports}}' (str): this is text: litreview.loads(text)
    """
    return tuple(_flat(given, nested=False))


def library_of(
    *given: Studies,
    format: str | None = None,
    leave_out: Iterable[Path] = (),
    concepts: Path | Iterable[Path] = (),
    highlights: Mapping[str, str | None] | None = None,
) -> Library:
    """The studies in `given`, in their order: what is read from paths, joined with libraries. Raises as `litreview.load` does.

    A legend of `highlights` stands for that of a library.
    A concept in the files `concepts` stands for that of the same id which a library has.

    >>> library_of(Library(), Library())
    <Library: 0 studies, 0 problems>
    """
    sources = [source for several in given for source in given_sources(several)]
    left_out = list(leave_out)
    own, faults = read_concepts(concepts)
    libraries = [Library(problems=faults, concepts=own)] if own or faults else []
    for at_hand, group in groupby(sources, lambda source: isinstance(source, Library)):
        if at_hand:
            libraries += [source for source in group if isinstance(source, Library)]
        else:
            paths = [source for source in group if not isinstance(source, Library)]
            libraries.append(read(*paths, format=format, leave_out=left_out, concepts=own))
    library = reduce(or_, libraries) if libraries else Library()
    return attrs.evolve(library, legend=_legend(highlights)) if highlights else library


def _legend(highlights: Mapping[str, str | None]) -> Legend:
    try:
        return legend_of(highlights)
    except BadLegend as error:
        raise UnknownName("meaning of a highlight", error.meaning, (*ASPECTS, GAP)) from error


def _flat(argument: object, nested: bool) -> Iterator[Library | Path]:
    if isinstance(argument, list | tuple) and not nested:
        if not argument:
            raise WrongType(argument, WANTED, "it is empty: give at least one path, litreview.load(path), or a Library")
        for source in argument:
            yield from _flat(source, nested=True)
    elif isinstance(argument, Library) or (isinstance(argument, str | os.PathLike) and not _is_text(argument)):
        yield argument
    else:
        raise WrongType(argument, WANTED, _advice(argument))


def _is_text(path: Path) -> bool:
    """Whether a string is records or a page rather than the name of a file."""
    return isinstance(path, str) and not os.path.lexists(path.replace("\0", "")) and ("\n" in path or bool(_TEXT.match(path)))


def _advice(argument: object) -> str:
    if isinstance(argument, str | bytes):
        return "this is text: litreview.loads(text)"
    if isinstance(argument, Study):
        return "litreview.Library([study])"
    if isinstance(argument, dict):
        return "litreview.Library([litreview.Study.from_csl(item)])"
    if isinstance(argument, list | tuple):
        return "give paths and libraries in one list: litreview.load(*paths)"
    return "give a path or a Library: litreview.load(path), litreview.loads(text), litreview.Library(studies)"
