"""What several commands do first: read the sources."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import litreview
from litreview.cli._report import Report
from litreview.cli._shell import typed
from litreview.workspace.start import STUDIES

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

    Raises ReadError, and Misuse without a source or without a study in them (unless it `may_be_empty`); the problems then say why.
    """
    library = litreview.load(
        *given(arguments, report, settings), format=format, leave_out=[*leave_out, *settings.beside], concepts=settings.concepts
    )
    if not len(library) and not may_be_empty(library):
        report.problems(library.problems)
        raise report.misuse("no-study")
    return library


def given(arguments: Namespace, report: Report, settings: Configuration) -> Sequence[str]:
    """``SOURCE...``, or where none is named the sources of the settings. Raises Misuse where there are none either."""
    sources: Sequence[str] = arguments.sources or settings.sources
    if not sources:
        places = litreview.survey().places
        example = places[0].path if places else STUDIES
        raise report.misuse("no-source", example=f"litreview {report.program.split()[-1]} {typed(example)}")
    return sources


def draft_sources(paths: Sequence[str], outline: str | None, settings: Configuration) -> litreview.Library | None:
    """The studies that a draft rests on, without its outline; None where none is given, nor any set. Raises ReadError."""
    plan, paths = [outline] if outline else [], paths or settings.sources
    return litreview.load(*paths, leave_out=[*plan, *settings.beside], concepts=settings.concepts) if paths else None
