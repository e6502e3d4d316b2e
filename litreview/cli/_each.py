"""One command in many folders, with one report: a lecturer's settings, thirty students."""

from __future__ import annotations

import glob
import os
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import litreview
from litreview.cli._parser import Misuse
from litreview.cli._report import Report
from litreview.errors import LitreviewError


def in_each(patterns: Sequence[str], arguments: Namespace, report: Report, run: Callable[[Namespace, Report], int]) -> int:
    """Run a command in each folder that `patterns` name, on the studies there, and say of each how it ended.

    A pattern may hold ``*``: not every shell sees to it. The settings are those that count in the folder; the sources that they name
    count where their file lies in the folder itself. Gives the worst exit code.
    """
    folders = [folder for pattern in patterns for folder in _folders(pattern)]
    if not folders:
        raise report.misuse("each-none", pattern=" ".join(patterns))
    codes: dict[str, int] = {}
    for folder in folders:
        report.say("each-begins", folder=folder)
        with _in(folder):
            own = litreview.configuration()
            sources = [] if own.file == "litreview.toml" and own.sources else [os.curdir]
            here = Namespace(**{**vars(arguments), "sources": sources, "output": None, "each": None})
            try:
                codes[folder] = run(here, report)
            except Misuse as error:
                report.line(str(error))
                codes[folder] = 2
            except LitreviewError as error:
                report.line(f"litreview: {report.words.error(error)}")
                codes[folder] = 2
    ended = {code: [folder for folder, one in codes.items() if one == code] for code in (0, 1, 2)}
    for code, name in ((1, "each-doubtful"), (2, "each-failed")):
        if ended[code]:
            report.say(name, folders=", ".join(ended[code]))
    report.say("each-summary", folders=len(codes), done=len(ended[0]), doubtful=len(ended[1]), failed=len(ended[2]))
    return max(codes.values())


def _folders(pattern: str) -> list[str]:
    paths = sorted(glob.glob(pattern)) if glob.has_magic(pattern) else [pattern]
    return [path for path in paths if os.path.isdir(path)]


@contextmanager
def _in(folder: str) -> Iterator[None]:
    """The folder as the working folder, for as long as this lasts."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
