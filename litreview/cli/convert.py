"""``litreview convert``: records from one format to another."""

from __future__ import annotations

from argparse import Namespace

import attrs

import litreview
from litreview.cli._command import Command, add_output, add_overwrite, add_sources, add_verbose
from litreview.cli._configuration import configured
from litreview.cli._library import read
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import check_target, tell
from litreview.formats import Format, named, written_suffixes
from litreview.library.convert import format_for, source_of


def arguments(parser: Parser) -> None:
    """``SOURCE... -o OUT`` with the formats and the look of what is written."""
    add_sources(parser)
    add_output(parser, written_suffixes())
    for option, metavar in (("from", "FORMAT"), ("to", "FORMAT"), ("flavour", "FLAVOUR"), ("fields", "FIELD,..."), ("sort", "ORDER")):
        parser.options.add_argument(f"--{option}", dest=f"{option}_", metavar=metavar, help=parser.words.help(option))
    parser.options.add_argument("--latex", action="store_true", help=parser.words.help("latex"))
    parser.options.add_argument("--unicode", action="store_true", help=parser.words.help("unicode"))
    add_overwrite(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Convert the records; with ``--to`` and without ``-o`` print them."""
    format = _format(arguments, report)
    if arguments.latex and arguments.unicode:
        raise report.misuse("not-together", options="--latex, --unicode")
    settings = configured(report)
    if arguments.output:
        check_target(arguments.output, *settings.beside)
    library = read(arguments, report, settings, arguments.from_, may_be_empty=lambda found: source_of(found, format) is not None)
    made = litreview.convert(
        library,
        format,
        flavour=arguments.flavour_,
        latex=True if arguments.latex else False if arguments.unicode else None,
        fields=None if arguments.fields_ is None else arguments.fields_.replace(",", " ").split(),
        sort=arguments.sort_,
    )
    if arguments.output:
        saved = made.save(arguments.output, overwrite=arguments.overwrite)
    else:
        report.data(made.data)
    code = report.problems(dict.fromkeys([*library.problems, *made.problems]))
    if arguments.output:
        tell(attrs.evolve(saved, problems=tuple(p for p in saved.problems if p not in made.problems)), report, len(library))
    return code


def _format(arguments: Namespace, report: Report) -> Format:
    if arguments.to_:
        return named(arguments.to_)
    if not arguments.output:
        raise report.misuse("no-output", example=report.example("-o"))
    return format_for(arguments.output)


COMMAND = Command("convert", "SOURCE... -o OUT", arguments, run)
