"""What several commands do first: read the sources."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import litreview
from litreview.cli._report import Report
from litreview.cli._shell import typed
from litreview.cli._standard_input import PASTED, standard_input
from litreview.cli._zotero import placed
from litreview.workspace import STUDIES

MANY = 10
"""More files without records than this, and twice as many as studies, are no folder of studies."""
_NO_RECORDS = ("no-bibliography", "no-studies", "page-passed-over", "page-not-text", "page-not-word", "page-not-pdf", "page-scanned")

if TYPE_CHECKING:
    from litreview.settings.configuration import Configuration


def read(
    arguments: Namespace,
    report: Report,
    settings: Configuration,
    format: str | None = None,
    leave_out: Sequence[str] = (),
    may_be_empty: Callable[[litreview.Library], bool] = lambda library: False,
) -> litreview.Library:
    """The library of ``SOURCE...`` without the files `leave_out` and those that the settings name, read by the concepts of the settings.

    ``-`` is what comes in by standard input.
    Raises ReadError, and Misuse without a source or without a study in them (unless it `may_be_empty`); the problems then say why.
    """
    sources = given(arguments, report, settings)
    library = litreview.load(
        *(litreview.loads(standard_input(), format) if source == PASTED else source for source in sources),
        format=format,
        leave_out=[*leave_out, *settings.beside],
        concepts=settings.concepts,
        highlights=settings.highlights,
    )
    _ask_whether(library, sources, report)
    if not len(library) and not may_be_empty(library):
        report.problems(library.problems)
        beside = {os.path.realpath(path) for path in settings.beside}
        for source in sources:
            if os.path.realpath(source) in beside:
                raise report.misuse("source-is-beside", path=source)
        raise report.misuse("no-study")
    return library


def _ask_whether(library: litreview.Library, sources: Sequence[str], report: Report) -> None:
    """Raise Misuse, which asks whether the right folder was named, where most files that could hold records in it hold none."""
    files = {problem.origin.file for problem in library.problems if problem.code in _NO_RECORDS and problem.origin.file}
    folders = [source for source in sources if os.path.isdir(source)]
    if folders and not report.verbose and len(files) > max(MANY, 2 * len(library)):
        raise report.misuse("wrong-folder", place=folders[0], files=len(files), studies=len(library))


def given(arguments: Namespace, report: Report, settings: Configuration) -> Sequence[str]:
    """``SOURCE...``, or where none is named the sources of the settings. Raises Misuse where there are none either."""
    sources: Sequence[str] = placed(arguments.sources or settings.sources, settings.zotero)
    if not sources:
        places = litreview.survey().places
        example = places[0].path if places else STUDIES
        raise report.misuse("no-source", example=f"litreview {report.program.split()[-1]} {typed(example)}")
    return sources


def draft_sources(paths: Sequence[str], outline: str | None, settings: Configuration) -> litreview.Library | None:
    """The studies that a draft rests on, without its outline; None where none is given, nor any set. Raises ReadError."""
    plan, paths = [outline] if outline else [], placed(paths or settings.sources, settings.zotero)
    return (
        litreview.load(*paths, leave_out=[*plan, *settings.beside], concepts=settings.concepts, highlights=settings.highlights)
        if paths
        else None
    )
