"""``litreview matrix``: the studies as a worksheet, and a worksheet back into the records."""

from __future__ import annotations

from argparse import Namespace

import litreview
from litreview._parts import Later
from litreview.cli._command import Command, add_language, add_output, add_overwrite, add_sources, add_verbose
from litreview.cli._configuration import configured, spoken
from litreview.cli._library import read
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import check_target, save
from litreview.cli._words import one_line

_suffixes = Later("litreview.api.worksheet", "suffixes")


def arguments(parser: Parser) -> None:
    """``SOURCE... [-o OUT]`` or ``--take FILE --into PLACE``."""
    add_sources(parser)
    add_output(parser, (".xlsx", ".csv", ".html", ".docx"))
    parser.options.add_argument("--take", metavar="FILE", help=parser.words.help("take"))
    parser.options.add_argument("--into", metavar="PLACE", action="append", default=[], help=parser.words.help("take-into"))
    parser.options.add_argument("--dry-run", dest="dry", action="store_true", help=parser.words.help("take-dry-run"))
    add_language(parser)
    add_overwrite(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Write the worksheet, or take one back."""
    settings = configured(report)
    tag = spoken(arguments.lang, settings, report)
    if arguments.take:
        return _take(arguments, report, tag)
    if arguments.into or arguments.dry:
        raise report.misuse("take-what", example=report.example("--take"))
    output = arguments.output or str(litreview.language(tag).section("worksheet")["file"])
    check_target(output)
    library = read(arguments, report, settings, leave_out=[output])
    return save(litreview.worksheet(library, lang=tag), output, library, arguments, report)


def _take(arguments: Namespace, report: Report, tag: str) -> int:
    places = arguments.into or arguments.sources or list(configured(report).sources)
    if not places:
        raise report.misuse("take-where", example=report.example("--take"))
    taken = litreview.take_worksheet(arguments.take, places, lang=tag, dry_run=arguments.dry)
    for change in taken.changes:
        before, after = ("; ".join(filter(None, map(str.strip, text.splitlines()))) for text in (change.before, change.after))
        message = "changed-cell" if before else "changed-cell-empty"
        report.result(one_line(report.words.message(message, key=change.key, field=change.heading, before=before, after=after)) + "\n")
    code = report.problems(taken.problems)
    for file in taken.files:
        if file.before is None:
            report.say("would-be-made" if arguments.dry else "written-new", path=file.path)
        else:
            report.say("would-be-rewritten" if arguments.dry else "rewritten", path=file.path)
    if taken.changes or taken.problems:
        report.say("cells-taken", cells=len(taken.changes), studies=len({change.key for change in taken.changes}))
    else:
        report.say("cells-same", path=arguments.take)
    return code


COMMAND = Command("matrix", "SOURCE... [-o OUT] | --take FILE --into PLACE", arguments, run)
