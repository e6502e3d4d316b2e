"""``litreview styles``: citation styles by name or title."""

from __future__ import annotations

from argparse import Namespace

import litreview
from litreview._parts import Later
from litreview.cli._command import Command
from litreview.cli._parser import Parser
from litreview.cli._report import Report

_no_style_of = Later("litreview.cite.named_style", "no_style_of")  # citeproc takes as long to import as all the rest


def arguments(parser: Parser) -> None:
    """``[WORD...]``."""
    parser.values.add_argument("words", metavar="WORD", nargs="*", help=parser.words.help("word"))


def run(arguments: Namespace, report: Report) -> int:
    """List the styles, one a line: its name, a tab, its title. The exit code is 1 if there is none."""
    styles = litreview.styles(*arguments.words)
    report.result("".join(f"{style.name}\t{style.title}\n" for style in styles))
    if not styles and (error := _no_style_of(" ".join(arguments.words))):
        raise error
    if not styles:
        report.say("no-style", words=" ".join(arguments.words))
    return 0 if styles else 1


COMMAND = Command("styles", "[WORD...]", arguments, run)
