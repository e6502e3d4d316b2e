"""``litreview bibliography``: the list of references alone."""

from __future__ import annotations

from argparse import Namespace

import litreview
from litreview._parts import Later
from litreview.cli._command import (
    Command,
    add_layout,
    add_output,
    add_overwrite,
    add_sources,
    add_style_and_language,
    add_template,
    add_verbose,
    output_suffixes,
    worded,
)
from litreview.cli._configuration import configured
from litreview.cli._library import read
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import check_target, tell

_completed, _checked = Later("litreview.api.output", "completed"), Later("litreview.api.output", "checked")
_listing = Later("litreview.api.output", "listing")


def arguments(parser: Parser) -> None:
    """``SOURCE... [-o OUT] [--style] [--lang]``."""
    parser.heading("options-text")
    add_style_and_language(parser)
    parser.heading("options-file")
    add_output(parser, output_suffixes())
    add_layout(parser)
    add_overwrite(parser)
    parser.heading("options-template")
    add_template(parser)
    parser.heading("options-other")
    add_sources(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Make the bibliography; without ``-o`` print it."""
    word = ("template", "insert_at", "layout", "level_offset", "template_map")
    choices = litreview.Choices(**{name: getattr(arguments, name) for name in word})
    if not arguments.output and choices.asked:
        raise report.misuse("no-output", example=report.example("-o"))
    settings = worded(arguments, configured(report))
    if arguments.output:
        check_target(arguments.output, *settings.beside)
        choices = _listing(_completed(arguments.output, choices, settings))
        _checked(arguments.output, choices)
    if arguments.lang is not None:
        litreview.language(arguments.lang)
    library = read(arguments, report, settings)
    made = litreview.bibliography(library, style=arguments.style, lang=arguments.lang, configuration=settings)
    if arguments.output:
        chosen = {name: getattr(choices, name) for name in word}
        saved = made.save(arguments.output, **chosen, overwrite=arguments.overwrite)
    else:
        report.result(made.text)
    code = report.problems(dict.fromkeys([*library.problems, *made.problems]))
    if arguments.output:
        tell(saved, report, len(library))
    return code


COMMAND = Command("bibliography", "SOURCE... [-o OUT]", arguments, run)
