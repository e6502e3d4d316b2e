"""``litreview check``: what is wrong in the records."""

from __future__ import annotations

from argparse import Namespace

import litreview
from litreview.cli._command import Command, add_sources, add_verbose
from litreview.cli._parser import Parser
from litreview.cli._report import Report


def arguments(parser: Parser) -> None:
    """``SOURCE...``."""
    add_sources(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """List what was found; the exit code is 1 if anything was."""
    if not arguments.sources:
        raise report.misuse("no-source")
    return report.problems(litreview.check(litreview.load(*arguments.sources)), results=True)


COMMAND = Command("check", "SOURCE... [--verbose]", arguments, run)
