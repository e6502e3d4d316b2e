"""What a command says about the files that it wrote."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import Protocol

from litreview.cli._report import Report
from litreview.library.rewrite import Rewrite
from litreview.library.save import Saved
from litreview.record import Library


def tell(saved: Saved, report: Report, studies: int) -> None:
    """Say what a template brought and lacked, which files were written, and of how many studies."""
    for problem in saved.problems:
        report.problem(problem)
    for path in saved.beside:
        report.say("written-beside", path=path)
    report.say("written", path=saved.path, studies=studies)


class Savable(Protocol):
    """What can be written to a file."""

    def save(self, path: str, *, overwrite: bool = False) -> Saved: ...


def save(made: Savable, output: str, library: Library, arguments: Namespace, report: Report) -> int:
    """Write what was made of `library`, say what was wrong in it and what was written; gives the exit code."""
    saved = made.save(output, overwrite=arguments.overwrite)
    code = report.problems(library.problems)
    tell(saved, report, len(library))
    return code


def preview(files: Sequence[Rewrite], report: Report) -> None:
    """Print what would change in files as a diff, and say which they are."""
    for file in files:
        report.result(file.diff)
    for file in files:
        report.say("would-be-rewritten" if file.before is not None else "would-be-made", path=file.path)
    if not files:
        report.say("would-change-nothing")
