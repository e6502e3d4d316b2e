"""What a command says about the files that it wrote."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from litreview._parts import Later
from litreview.cli._report import Report

if TYPE_CHECKING:
    from litreview.library.rewrite import Rewrite
    from litreview.library.save import Saved
    from litreview.record import Library

_check_target, _keep = Later("litreview.library.save", "check_target"), Later("litreview.library.save", "Protected")
_protected = Later("litreview.library.save", "protected")


def check_target(path: str | os.PathLike[str], *keep: str | os.PathLike[str] | None) -> None:
    """Raise WriteError, before long work, where writing to `path` is clear to fail or would write over one of `keep`."""
    _check_target(path, _keep().also(*filter(None, keep)))


def check_no_source(path: str, library: Library, *more: str | os.PathLike[str]) -> None:
    """Raise WriteError where `path` is one of the files that `library` was read from, or one of `more`."""
    _check_target(path, _protected(library, *more))


def tell(saved: Saved, report: Report, studies: int) -> None:
    """Say what a template brought and lacked, which files were written, and of how many studies.

    Of a draft that stays as it is nothing more is said.
    """
    for problem in saved.problems:
        report.problem(problem)
    for path in saved.beside:
        report.say("written-beside", path=path)
    if all(problem.code != "merged-nothing" for problem in saved.problems):
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
