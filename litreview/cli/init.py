"""``litreview init``: a folder to begin in."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import litreview
from litreview.cli._command import Command, add_language
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._shell import typed


def arguments(parser: Parser) -> None:
    """``FOLDER [--example NAME] [--lang]``."""
    parser.values.add_argument("folder", metavar="FOLDER", nargs="?", help=parser.words.help("init-folder"))
    parser.options.add_argument("--example", metavar="NAME", help=parser.words.help("example"))
    add_language(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Make the folder, and say what to do in it."""
    if not arguments.folder:
        raise report.misuse("no-folder", example=report.example())
    made = litreview.init(arguments.folder, example=arguments.example, lang=arguments.lang or report.words.tag)
    for path in made.written:
        report.say("written-new", path=path)
    for path in made.kept:
        report.say("there-already", path=path)
    then = "litreview draft" if arguments.example else "litreview"
    if made.folder.resolve() == Path.cwd():
        report.say("next", then=then)
    else:
        report.say("init-next", first=f"cd {typed(arguments.folder)}", then=then)
    return 0


COMMAND = Command("init", "FOLDER [--example sister-city]", arguments, run)
