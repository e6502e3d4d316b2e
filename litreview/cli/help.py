"""``litreview help``: what a command does and takes."""

from __future__ import annotations

from argparse import Namespace

from litreview._parts import Later
from litreview.cli._command import Command
from litreview.cli._commands import command, overview, parser_of
from litreview.cli._parser import Parser
from litreview.cli._report import Report

_manual = Later("litreview.cli._man", "manual")


def arguments(parser: Parser) -> None:
    """``[COMMAND]``."""
    parser.values.add_argument("command", metavar="COMMAND", nargs="?", help=parser.words.help("help-command"))
    parser.options.add_argument("--man", action="store_true", help=parser.words.help("man"))


def run(arguments: Namespace, report: Report) -> int:
    """Print the help of a command, or of all."""
    if arguments.man:
        report.result(_manual(report.words))
        return 0
    name = arguments.command
    parser = overview(report.words) if name is None else parser_of(command(name), report.words)
    report.result(parser.format_help())
    return 0


COMMAND = Command("help", "[COMMAND | --man]", arguments, run)
