"""``litreview finish``: a copy of a draft to hand in."""

from __future__ import annotations

from argparse import Namespace

import litreview
from litreview.cli._command import Command, add_overwrite, add_verbose
from litreview.cli._parser import Parser
from litreview.cli._report import Report


def arguments(parser: Parser) -> None:
    """``DRAFT -o FILE [--anyway]``."""
    parser.values.add_argument("draft", metavar="DRAFT", nargs="?", help=parser.words.help("draft-file"))
    parser.options.add_argument("-o", "--output", metavar="FILE", help=parser.words.help("finish-output"))
    parser.options.add_argument("--anyway", action="store_true", help=parser.words.help("anyway"))
    add_overwrite(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Write the copy; while something waits in the draft, say what and write nothing."""
    if not arguments.draft:
        raise report.misuse("no-draft", example=report.example())
    if not arguments.output:
        raise report.misuse("no-output", example=report.example())
    waiting = () if arguments.anyway else litreview.unfinished(arguments.draft)
    if waiting:
        for problem in waiting:  # each has a place of its own
            report.problem(problem)
        report.say("finish-refused", path=arguments.output, n=sum(int(problem.get("n") or 1) for problem in waiting))
        return 1
    saved = litreview.finish(arguments.draft, arguments.output, anyway=arguments.anyway, overwrite=arguments.overwrite)
    report.problems(saved.problems)
    report.say("finished", path=saved.path)
    return 0


COMMAND = Command("finish", "DRAFT.docx -o FILE.docx", arguments, run)
