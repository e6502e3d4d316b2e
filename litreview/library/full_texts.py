"""The full texts of studies: the PDF files that lie beside their records, and what is marked in them."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs

from litreview._parts import Later
from litreview.errors import Problem, ReadError
from litreview.library.marking import with_new_marks
from litreview.library.sources import read_bytes
from litreview.record import Highlight, Library, Study
from litreview.record.faults import study_fault
from litreview.zotero.places import data_folders
from litreview.zotero.reading import FORMAT as ZOTERO

_in_pdf = Later("litreview.highlights.pdf", "in_pdf")  # most libraries have no marked file, and pypdf takes time to load

SUFFIX = ".pdf"
_STORED = "storage/"
_SPAN = re.compile(r"(\d+)\s*[-–]+\s*(\d+)")


def with_full_texts(library: Library) -> tuple[Library, tuple[Problem, ...]]:
    """`library` with what is marked in the PDF files beside its records, and what hindered it.

    A file belongs to a study if it is called like its key, or like the file that holds its record alone, or if the record names it in
    a field ``file``. What a record itself holds of a mark goes before. Nothing is written.
    """
    problems: list[Problem] = []
    studies: list[Study] = []
    shared = Counter(study.origin.file for study in library if study.origin)
    for study in library:
        alone = study.origin is not None and shared[study.origin.file] == 1
        for file in dict.fromkeys(_beside(study, alone)):
            marks, faults = _marks(file, study)
            problems += faults
            study = with_new_marks(study, attrs.evolve(study, highlights=marks))[0]
        studies.append(study)
    return attrs.evolve(library, studies=tuple(studies)), tuple(problems)


def _marks(file: Path, study: Study) -> tuple[tuple[Highlight, ...], tuple[Problem, ...]]:
    try:
        marked = _in_pdf(read_bytes(file), study.language)
    except ReadError as error:
        return (), (attrs.evolve(error.problem, severity="info"),) if error.problem else ()
    if marked is None:
        return (), (study_fault("full-text-unreadable", study, severity="info", path=file.name),)
    faults = (study_fault("highlights-without-words", study, count=marked.wordless, path=file.name),) if marked.wordless else ()
    first = None if marked.labelled else _first_page(study, marked.sheets)
    placed = tuple(
        attrs.evolve(mark, page=mark.page or (str(first + mark.sheet - 1) if first and mark.sheet else None), file=file.name)
        for mark in marked.highlights
    )
    unplaced = sum(not mark.page for mark in placed)
    if unplaced:
        faults = (*faults, study_fault("highlights-without-page", study, severity="info", count=unplaced, path=file.name))
    return placed, faults


def _first_page(study: Study, sheets: int) -> int | None:
    """The number printed on the first page of a file that has just the pages that the record names."""
    span = _SPAN.fullmatch((study.text("page") or "").strip())
    if span is None:
        return None
    first, last = int(span[1]), int(span[2])
    return first if last - first + 1 == sheets else None


def _beside(study: Study, alone: bool) -> Iterator[Path]:
    """The PDF files that belong to a study: beside its record, or named there."""
    origin = study.origin
    if origin is None or not origin.file or origin.format in (None, ZOTERO.name, "page"):
        return
    record = Path(origin.file)
    names = [study.key, *([record.stem] if alone else [])]
    paths = [record.parent / f"{name}{SUFFIX}" for name in names if not re.search(r'[/\\:*?"<>|\x00]', name)]
    paths += [record.parent / name for field, value in study.extra if field.rpartition(":")[2] == "file" for name in _named(value)]
    yield from (path for path in paths if path.suffix.casefold() == SUFFIX and _is_file(path))


def _named(value: str) -> Iterator[str]:
    """The paths in a field ``file``: as they are, or as ``name:path:type``, several parted by semicolons."""
    for entry in value.split(";"):
        parts = re.split(r"(?<!\\):", entry.strip())
        yield from (part.replace("\\:", ":").replace("\\_", "_") for part in (entry.strip(), *parts) if part.casefold().endswith(SUFFIX))


def located(mark: Highlight, study: Study, library: Library) -> Path | None:
    """The file that a highlight stands in, where it is at hand."""
    if not mark.file:
        return None
    folders = [Path(study.origin.file).parent] if study.origin and study.origin.file and study.origin.format != ZOTERO.name else []
    if mark.file.startswith(_STORED):
        folders += [Path(file.place).parent for file in library.sources if file.format == ZOTERO.name]
        folders += list(data_folders())
    return next((folder / mark.file for folder in folders if _is_file(folder / mark.file)), None)


def _is_file(path: Path) -> bool:
    try:
        return os.path.isfile(path)
    except ValueError:
        return False
