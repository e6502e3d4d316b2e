"""``litreview screen``: what was found where, what was decided, and the flow diagram of it."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

import litreview
from litreview.cli._command import Command, add_language, add_output, add_overwrite, add_sources, add_verbose, output_suffixes
from litreview.cli._configuration import configured, spoken
from litreview.cli._library import read
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import check_target, tell
from litreview.cli._words import one_line
from litreview.languages import language
from litreview.library.convert import format_for
from litreview.library.screening.exchange import keeps_screening

LISTED = 6
"""So many records are named."""


def arguments(parser: Parser) -> None:
    """``[NAME=]SOURCE... [--into FILE] [-o OUT] [--to PROGRAM] [--take FILE]``."""
    add_sources(parser)
    parser.options.add_argument("--into", metavar="FILE", help=parser.words.help("screen-into"))
    add_output(parser, (".svg", *output_suffixes()))
    parser.options.add_argument("--to", metavar="PROGRAM", help=parser.words.help("screen-to"))
    parser.options.add_argument("--take", metavar="FILE", help=parser.words.help("screen-take"))
    parser.options.add_argument("--dry-run", dest="dry", action="store_true", help=parser.words.help("take-dry-run"))
    add_language(parser)
    add_overwrite(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """With ``--into`` join exports to records; without it tell the numbers of the screening, and draw them with ``-o``."""
    settings = configured(report)
    if arguments.take:
        return _take(arguments, report)
    if arguments.dry or (arguments.to and not arguments.output):
        raise report.misuse("screen-goes-with", take=report.example("--take"), to=report.example("--to"))
    tag = spoken(arguments.lang, settings, report)
    if arguments.output:
        check_target(arguments.output)
    code = 0
    if arguments.into:
        code = _join(arguments, report)
        library = litreview.load(arguments.into)  # as the file holds it: not every format has room for a screening
    else:
        library = read(arguments, report, settings, leave_out=[arguments.output] if arguments.output else [])
        code = report.problems(library.problems)
    if arguments.to:
        tell(litreview.export_screening(library, arguments.to, arguments.output, overwrite=arguments.overwrite), report, len(library))
        return code
    made = litreview.flow_diagram(library, lang=tag)
    if made is None:
        raise report.misuse("no-screening")
    report.result(f"{made}\n")
    left = [study.key for study in library if study.screening and study.screening.decision in (None, "sought")]
    if left:
        report.say("screen-left", n=len(left), keys=", ".join(left[:LISTED]) + (", …" if len(left) > LISTED else ""))
    if arguments.output:
        tell(made.save(arguments.output, overwrite=arguments.overwrite), report, len(library))
    return code


def _join(arguments: Namespace, report: Report) -> int:
    """Join the exports to the records in the file; what is there already keeps its key and its decision."""
    format = format_for(arguments.into)
    if not keeps_screening(format):
        raise report.misuse("screen-into-format", title=format.title)
    there = os.path.exists(arguments.into)
    exports: dict[str, list[str]] = {}
    for source in arguments.sources:
        name, file = _named(source)
        exports.setdefault(name, []).append(file)
    screened = litreview.screen(exports, arguments.into if there else None)
    saved = screened.library.save(arguments.into, overwrite=arguments.overwrite)
    code = report.problems(dict.fromkeys([*screened.library.problems, *saved.problems]))
    report.say("screen-joined", path=arguments.into, studies=len(screened.library), again=screened.again)
    if screened.likely:
        pairs = ", ".join(" = ".join(pair) for pair in screened.likely[:LISTED]) + (", …" if len(screened.likely) > LISTED else "")
        report.say("screen-likely", n=len(screened.likely), pairs=pairs, path=arguments.into)
    return code


def _take(arguments: Namespace, report: Report) -> int:
    """Take the decisions of another program into the records."""
    places = [arguments.into] if arguments.into else arguments.sources or list(configured(report).sources)
    if not places:
        raise report.misuse("take-where", example=report.example("--take"))
    taken = litreview.take_decisions(arguments.take, places, dry_run=arguments.dry)
    words = language(report.words.tag).section("worksheet")["decisions"]
    for one in taken.decisions:
        report.result(one_line(f"{one.key}: {words[one.now]}") + "\n")
    code = report.problems(taken.problems)
    for file in taken.files:
        report.say("would-be-rewritten" if arguments.dry else "rewritten", path=file.path)
    report.say("screen-decided", file=arguments.take, n=len(taken.decisions))
    return code


def _named(source: str) -> tuple[str, str]:
    """The name of a database and its file, from ``NAME=FILE``, or from the name of the file alone."""
    name, equals, file = source.partition("=")
    if equals and name.strip() and not os.path.exists(source):
        return name.strip(), file.strip()
    return Path(source).stem, source


COMMAND = Command("screen", "[NAME=]SOURCE... [--into FILE] [-o OUT] | --take FILE --into FILE", arguments, run)
