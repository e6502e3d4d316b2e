"""What a command says about the files that it wrote."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.cli._report import Report
from litreview.library.rewrite import Rewrite
from litreview.library.save import Saved


def tell(saved: Saved, report: Report, studies: int) -> None:
    """Say what a template brought and lacked, which files were written, and of how many studies."""
    for problem in saved.problems:
        report.problem(problem)
    for path in saved.beside:
        report.say("written-beside", path=path)
    report.say("written", path=saved.path, studies=studies)


def preview(files: Sequence[Rewrite], report: Report) -> None:
    """Print what would change in files as a diff, and say which they are."""
    for file in files:
        report.result(file.diff)
    for file in files:
        report.say("would-be-rewritten" if file.before is not None else "would-be-made", path=file.path)
    if not files:
        report.say("would-change-nothing")
