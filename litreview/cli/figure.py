"""``litreview figure``: what the records state, counted and drawn, a file a figure."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import litreview
from litreview._parts import Later
from litreview.cli._command import Command, add_language, add_output, add_overwrite, add_sources, add_verbose
from litreview.cli._configuration import configured, spoken
from litreview.cli._library import read
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import check_target, tell
from litreview.errors import UnknownName

_suffixes = Later("litreview.api.figures", "suffixes")


def arguments(parser: Parser) -> None:
    """``SOURCE... [--names NAMES] [-o OUT.png|.svg]``."""
    add_sources(parser)
    parser.options.add_argument("--names", metavar="NAMES", help=parser.words.help("figure-names"))
    add_output(parser, (".png", ".svg"))
    add_language(parser)
    add_overwrite(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Print what each figure shows in words, or draw them: one to the file itself, several beside it by their names."""
    settings = configured(report)
    tag = spoken(arguments.lang, settings, report)
    output = Path(arguments.output) if arguments.output else None
    if output is not None and output.suffix.casefold() not in _suffixes():
        raise UnknownName("output suffix", output.suffix, _suffixes())
    names = [name.strip() for name in arguments.names.split(",") if name.strip()] if arguments.names else None
    library = read(arguments, report, settings)
    made = litreview.figures(library, names, lang=tag)
    if output is None:
        report.result("".join(f"{figure.name}: {figure.description}\n" for figure in made.figures))
        return report.problems([*library.problems, *made.problems])
    targets = [output if len(made.figures) == 1 else output.with_stem(f"{output.stem}-{figure.name}") for figure in made.figures]
    for target in targets:
        check_target(target)
    code = report.problems([*library.problems, *made.problems])
    for figure, target in zip(made.figures, targets, strict=True):
        tell(figure.save(target, overwrite=arguments.overwrite), report, len(library))
    return code


COMMAND = Command("figure", "SOURCE... [--names NAME,...] [-o OUT]", arguments, run)
