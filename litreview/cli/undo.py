"""``litreview undo``: the last change of sources, an outline or a draft taken back."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

import litreview
from litreview.cli._command import Command
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._words import one_line


def arguments(parser: Parser) -> None:
    """``[WHERE]``."""
    parser.values.add_argument("where", metavar="WHERE", nargs="?", default=".", help=parser.words.help("undo-where"))


def run(arguments: Namespace, report: Report) -> int:
    """Take the change back, and print the keys that hold again: the one that goes and the one that returns, a tab between them."""
    undone = litreview.undo(arguments.where)
    for problem in undone.problems:
        report.problem(problem)
    for old, new in undone.keys.items():
        report.result(f"{one_line(new)}\t{one_line(old)}\n")
    for path in undone.files:
        report.say("as-before", path=path)
    report.say("undone", command=undone.command, made=datetime.fromtimestamp(undone.made).isoformat(" ", "minutes"))
    return 0


COMMAND = Command("undo", "[WHERE]", arguments, run)
