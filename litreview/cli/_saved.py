"""What a command says about the files that it wrote."""

from __future__ import annotations

from litreview.cli._report import Report
from litreview.library.save import Saved


def tell(saved: Saved, report: Report, studies: int) -> None:
    """Say what a template brought and lacked, which files were written, and of how many studies."""
    for problem in saved.problems:
        report.problem(problem)
    for path in saved.beside:
        report.say("written-beside", path=path)
    report.say("written", path=saved.path, studies=studies)
