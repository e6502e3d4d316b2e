"""What several commands do first: read the sources."""

from __future__ import annotations

from argparse import Namespace

import litreview
from litreview.cli._report import Report


def read(arguments: Namespace, report: Report, format: str | None = None) -> litreview.Library:
    """The library of ``SOURCE...``. Raises Misuse without a source or a study (the problems then say why), ReadError."""
    if not arguments.sources:
        raise report.misuse("no-source")
    library = litreview.load(*arguments.sources, format=format)
    if not len(library):
        report.problems(library.problems)
        raise report.misuse("no-study")
    return library
