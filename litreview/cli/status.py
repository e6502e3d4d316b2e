"""``litreview status``: what has changed since a draft was generated last, in the sources and in the draft."""

from __future__ import annotations

from argparse import Namespace

import litreview
from litreview.cli._command import Command, add_sources, add_verbose
from litreview.cli._configuration import configured
from litreview.cli._library import read
from litreview.cli._outline import tell_unused
from litreview.cli._parser import Parser
from litreview.cli._plan import tell_plan
from litreview.cli._report import Report


def arguments(parser: Parser) -> None:
    """``DRAFT [SOURCE...]``."""
    parser.values.add_argument("draft", metavar="DRAFT", nargs="?", help=parser.words.help("draft-file"))
    add_sources(parser)
    parser.options.add_argument("--outline", metavar="FILE", help=parser.words.help("outline"))
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Compare the draft with its sources as they are now."""
    if not arguments.draft:
        raise report.misuse("no-draft", example=report.example())
    settings = configured(report)
    plan = [path for path in (arguments.outline, arguments.draft) if path]
    library = read(arguments, report, settings, leave_out=plan)
    status = litreview.draft_status(arguments.draft, library, outline=arguments.outline, configuration=settings)
    code = report.problems(dict.fromkeys([*library.problems, *status.problems]))
    for name in ("new", "changed", "removed"):
        keys = getattr(status, name)
        if keys:
            report.result(report.words.message(f"status-{name}", n=len(keys), keys=", ".join(keys)) + "\n")
    if not (status.new or status.changed or status.removed):
        report.result(report.words.message("status-same") + "\n")
    tell_unused(arguments.outline, settings, report)
    report.facts(new=status.new, changed=status.changed, removed=status.removed)
    tell_plan(status.plan, arguments.draft, report)
    return code


COMMAND = Command("status", "DRAFT [SOURCE...]", arguments, run)
