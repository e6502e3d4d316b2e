"""``litreview convert``: records from one format to another."""

from __future__ import annotations

from argparse import Namespace

import litreview
from litreview.api.convert import format_for
from litreview.api.save import check_target, keep_sources, save
from litreview.cli._command import Command, add_output, add_sources, add_verbose
from litreview.cli._library import read
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.formats import Format, named


def arguments(parser: Parser) -> None:
    """``SOURCE... -o OUT [--from FORMAT] [--to FORMAT]``."""
    add_sources(parser)
    add_output(parser, ".bib, .json, .yaml")
    parser.options.add_argument("--from", dest="source_format", metavar="FORMAT", help=parser.words.help("from"))
    parser.options.add_argument("--to", metavar="FORMAT", help=parser.words.help("to"))
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Convert the records; with ``--to`` and without ``-o`` print them."""
    format = _format(arguments, report)
    if arguments.output:
        check_target(arguments.output)
    library = read(arguments, report, arguments.source_format)
    data, problems = litreview.convert(library, format)
    if arguments.output:
        keep_sources(arguments.output, library, arguments.sources)
        save(arguments.output, data)
    else:
        report.result(data.decode())
    code = report.problems(dict.fromkeys([*library.problems, *problems]))
    if arguments.output:
        report.say("written", path=arguments.output, studies=len(library))
    return code


def _format(arguments: Namespace, report: Report) -> Format:
    if arguments.to:
        return named(arguments.to)
    if not arguments.output:
        raise report.misuse("no-output", example="-o library.bib")
    return format_for(arguments.output)


COMMAND = Command("convert", "SOURCE... -o OUT.bib|.json|.yaml [--from FORMAT] [--to FORMAT] [--verbose]", arguments, run)
