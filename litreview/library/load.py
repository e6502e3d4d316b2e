"""Reading sources into a library."""

from __future__ import annotations

import hashlib
import logging
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import attrs

from litreview.errors import Problem, ReadError, fault
from litreview.formats import broken_formats
from litreview.languages.failures import unreadable
from litreview.languages.outside import broken_words
from litreview.library.collecting import seldom_collected
from litreview.library.copies import NATIVE, Read, without_copies
from litreview.library.pages import studies_in
from litreview.library.products import is_plan, is_product
from litreview.library.safe.commit import recover
from litreview.library.sources import PAGE, Source, read_bytes, sources
from litreview.pages.sources import broken_sources
from litreview.record import Concept, Library, SourceFile, Study, unique_keys
from litreview.record.keys import lettered

LOG = logging.getLogger("litreview")


@seldom_collected()
def load(
    *paths: str | os.PathLike[str],
    format: str | None = None,
    leave_out: Iterable[str | os.PathLike[str]] = (),
    concepts: tuple[Concept, ...] = (),
) -> Library:
    """The studies of files and folders, in the order given, and what is wrong in them: see `litreview.load`.

    `concepts` are those of the user. Raises ReadError for a source that cannot be read at all, UnknownName for an unknown `format`.

    >>> from litreview._resources import folder
    >>> len(load(folder("references")))
    5
    """
    entered: list[Source] = []
    left_out: list[Source] = []
    problems = [attrs.evolve(problem, severity="info") for problem in recover()]
    seen = {os.path.realpath(path) for path in leave_out}
    for path in paths:
        new, told = sources(path, format)
        told = tuple(map(_of_ours, told))
        entered += [source for source in new if os.path.realpath(source.path) not in seen]
        left_out += [source for source in new if os.path.realpath(source.path) in seen and not source.listed]
        seen |= {os.path.realpath(source.path) for source in new}
        problems += told
    reads: list[Read] = []
    for done, source in enumerate(entered, 1):
        LOG.info("reading %s", source.path, extra={"step": "reading", "done": done, "of": len(entered)})
        studies, told = _read(source, concepts)
        problems += (problem.at(source.path) for problem in told)
        reads.append(Read(source.path, source.format, studies))
    kept, told = without_copies(reads)
    problems += told
    studies, told = unique_keys(_page_keys(kept))
    every = tuple(dict.fromkeys([*problems, *told, *broken_formats(), *broken_sources(), *broken_words()]))
    return Library(studies, every, _files(entered, left_out, studies, every), concepts)


def _files(
    found: Sequence[Source], left_out: Sequence[Source], studies: Sequence[Study], problems: Sequence[Problem]
) -> tuple[SourceFile, ...]:
    """The files that were read, and those that were named and left out, each once."""
    held = {study.origin.file for study in studies if study.origin}
    held |= {problem.origin.file for problem in problems if problem.code == "page-recorded"}  # no record holds the words of the page
    read = [_file(source, "copy" if source.listed and source.path not in held else "source") for source in found]
    places = {file.place for file in read}
    return (*read, *(file for file in dict.fromkeys(_file(source, "left-out") for source in left_out) if file.place not in places))


def _file(source: Source, role: Literal["source", "copy", "left-out"]) -> SourceFile:
    name = source.format.name if source.format else None
    return SourceFile(source.path, os.path.realpath(source.place or source.path), name, role, hashlib.sha256(source.data).hexdigest())


def _page_keys(studies: Sequence[Study]) -> Iterator[Study]:
    """The studies; a page, whose key was made and not given, gives way where another study has that key."""
    taken = {study.key.casefold() for study in studies if not _is_page(study)}
    candidates: dict[str, Iterator[str]] = {}
    for study in studies:
        if _is_page(study):
            free = candidates.setdefault(study.key, lettered(study.key))
            study = attrs.evolve(study, key=next(key for key in free if key.casefold() not in taken))
            taken.add(study.key.casefold())
        yield study


def _is_page(study: Study) -> bool:
    return study.origin is not None and study.origin.format == PAGE


def _of_ours(problem: Problem) -> Problem:
    """That a file has no records, or where it is an outline or a ledger, that it is ours."""
    file = problem.origin.file
    if problem.code != "no-bibliography" or file is None or not is_plan(read_bytes(file)):
        return problem
    return fault("page-own-draft", file=file, severity="info")


def _read(source: Source, concepts: tuple[Concept, ...]) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a file; one that was only found in a folder is passed over where it is ours or cannot be read."""
    if not source.listed:
        return _read_whole(source, concepts)
    if is_product(source.path, source.data):
        return (), (fault("page-own-draft", file=source.path, severity="info"),)
    try:
        return _read_whole(source, concepts)
    except ReadError as error:
        if error.problem is None:
            raise
        if error.problem.code == "own-worksheet":
            return (), (fault("page-own-draft", file=source.path, severity="info"),)
        if error.problem.code in ("no-table-of-studies", "no-json-of-studies", "other-xml", "table-broken") and source.format is not None:
            return (), (_of_ours(fault("no-bibliography", file=source.path, title=source.format.title)),)
        return (), (attrs.evolve(error.problem, severity="error"),)


def _read_whole(source: Source, concepts: tuple[Concept, ...]) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    if not source.listed and source.format is not None and source.format.name == NATIVE and is_plan(source.data):
        raise unreadable(fault("source-is-outline", file=source.path, severity="error"))
    if source.format is None:
        return studies_in(source.data, source.path, source.listed, concepts)
    if source.format.read is None:
        raise unreadable(fault("format-not-readable", file=source.path, severity="error", title=source.format.title))
    studies, problems = source.format.read(source.data, source.path)
    if source.listed and problems and not _bibliographic(source, studies, problems):
        return (), (_of_ours(fault("no-bibliography", file=source.path, title=source.format.title)),)
    if not studies and not problems:
        problems = (fault("no-studies", file=source.path),)
    return studies, problems


def _bibliographic(source: Source, studies: Sequence[Study], problems: Sequence[Problem]) -> bool:
    """Whether a file found in a folder is what its suffix promises: at least one record says what kind of work it is.

    In the native format, which allows shorter records, a key will do. Data of other programs and outline files have neither.
    """
    counts = Counter(problem.code for problem in problems)
    if not studies:
        return bool(counts.keys() - {"not-an-item", "not-a-record"})
    native = source.format is not None and source.format.name == NATIVE
    return counts["missing-type"] < len(studies) or (native and counts["missing-key"] < len(studies))
