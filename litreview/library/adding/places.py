"""Where records go: each into a new file of a folder, or all into one file of records."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import attrs

from litreview.errors import Problem, ReadError, fault
from litreview.formats import Format, named
from litreview.formats.yaml.comments import Comment, with_comments
from litreview.languages.failures import unwritable
from litreview.library.convert import format_for
from litreview.library.load import load
from litreview.library.rewrite import Rewrite, files_of, rewritten
from litreview.library.safe.putting import write_fault
from litreview.library.save import NOTHING, check_target
from litreview.library.sources import PAGE, read_bytes
from litreview.record import Library, Study

_EMPTY = ("nothing-to-read",)
_RESERVED = frozenset("con prn aux nul".split()) | {f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)}
"""Names that Windows keeps for devices. Source: Microsoft, Naming Files, Paths, and Namespaces."""


@attrs.frozen
class Target:
    """A folder, or one file of records in `format`; `library` is what is there already, without the abstract pages of a folder."""

    path: Path
    format: Format | None
    library: Library


def target(into: str | os.PathLike[str]) -> Target:
    """The place `into` as it is now: what ends in the suffix of a format that can be written is a file, anything else a folder.

    Raises ReadError where what is there cannot be read, WriteError for a file of a format that cannot be added to.
    """
    path = Path(into)
    if path.is_dir() or not path.suffix:
        return Target(path, None, _existing(path))
    format = format_for(path)
    if path.exists() and format.update is None:
        raise unwritable(fault("format-not-addable", file=str(path), severity="error", title=format.title))
    return Target(path, format, load(path, format=format.name) if path.exists() else Library())


def _existing(folder: Path) -> Library:
    if not folder.exists():
        return Library()
    try:
        library = load(folder)
    except ReadError as error:
        if error.problem is not None and error.problem.code in _EMPTY:
            return Library()
        raise
    return library.filter(lambda study: study.origin is None or study.origin.format != PAGE)


def make_place(into: str | os.PathLike[str]) -> Path:
    """The folder in which files of the place `into` lie, which is made if it is missing. Raises WriteError."""
    path = Path(into)
    if not path.is_dir() and path.suffix:
        return check_target(path, NOTHING).parent
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise unwritable(write_fault(error, path)) from error
    return path.resolve()


def placed(
    place: Target, studies: Sequence[Study], comments: Sequence[Comment], changed: Mapping[str, Study]
) -> tuple[tuple[Rewrite, ...], list[Study], list[Problem]]:
    """The files to write so that `studies` are there and those there are as in `changed`, by key.

    Behind them the studies with their places, and what the format cannot hold. Raises WriteError, also for a file that has changed since
    it was read.
    """

    def change(study: Study) -> Study:
        return changed.get(study.key, study)

    files = [source for source in files_of(place.library) if source.format is not None] if changed or place.format is not None else []
    rewrites, problems = rewritten(files, place.library, change) if changed else ((), ())
    if not studies:
        return rewrites, [], list(problems)
    if place.format is None:
        new, written = in_folder(place.path, studies, comments)
        return (*rewrites, *new), written, list(problems)
    before = files[0].data if files else read_bytes(place.path) if place.path.exists() else None
    base = rewrites[0].after if rewrites else before
    if base is not None and place.format.update is not None:
        data, more = place.format.update(base, [*map(change, place.library.studies), *studies])
    elif place.format.write is not None:
        data, more = place.format.write(studies)
    else:
        raise unwritable(fault("format-not-writable", file=str(place.path), severity="error", title=place.format.title))
    if place.format.name == "yaml":
        data = _commented(data, comments, place.format)
    written = _read_back(place.format, data, place.path, studies)
    return (Rewrite(str(place.path), before, data),), written, [*problems, *(problem.at(str(place.path)) for problem in more)]


def _read_back(format: Format, data: bytes, path: Path, studies: Sequence[Study]) -> list[Study]:
    """`studies` as the file has them now."""
    written = {study.key: study for study in format.read(data, str(path))[0]} if format.read is not None else {}
    return [written.get(study.key, study) for study in studies]


def in_folder(folder: Path, studies: Sequence[Study], comments: Sequence[Comment]) -> tuple[list[Rewrite], list[Study]]:
    """A new file in `folder` for each of `studies`, and the studies as they stand there."""
    yaml = named("yaml")
    files: list[Rewrite] = []
    written: list[Study] = []
    taken = {entry.name.casefold() for entry in os.scandir(folder)} if folder.is_dir() else set()
    for study in studies:
        path = folder / file_name(study.key, taken)
        taken.add(path.name.casefold())
        data = yaml.write([study])[0] if yaml.write is not None else b""
        data = _commented(data, [c for c in comments if c.key == study.key], yaml)
        files.append(Rewrite(str(path), None, data))
        written += _read_back(yaml, data, path, [study])
    return files, written


def file_name(key: str, taken: Collection[str]) -> str:
    """A new file name for the record `key`, unlike all of `taken` (small letters), that every system allows.

    >>> file_name("lee2019", ()), file_name("DBLP:conf/Lee", ()), file_name("lee2019", {"lee2019.yaml"}), file_name("aux", ())
    ('lee2019.yaml', 'DBLP-conf-Lee.yaml', 'lee2019-2.yaml', 'aux-.yaml')
    """
    stem = re.sub(r"[^\w.-]+", "-", key).strip(".-")[:100] or "study"
    stem += "-" if stem.casefold().partition(".")[0] in _RESERVED else ""
    number, name = 1, f"{stem}.yaml"
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}.yaml"
    return name


def _commented(data: bytes, comments: Sequence[Comment], format: Format) -> bytes:
    """The file with comments, unless they would change what it says."""
    marked = with_comments(data, comments)
    return marked if format.read is not None and format.read(marked, "")[0] == format.read(data, "")[0] else data
