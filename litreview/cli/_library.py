"""What several commands do first: read the sources."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

import litreview
from litreview.cli._report import Report


def read(arguments: Namespace, report: Report, format: str | None = None, leave_out: Sequence[str] = ()) -> litreview.Library:
    """The library of ``SOURCE...`` without the files `leave_out`.

    Raises ReadError, and Misuse without a source or without a study in them; the problems then say why.
    """
    if not arguments.sources:
        raise report.misuse("no-source")
    library = litreview.load(*arguments.sources, format=format, leave_out=leave_out)
    if not len(library):
        report.problems(library.problems)
        raise report.misuse("no-study")
    return library
