"""``litreview themes``: the outline of a chapter, to be changed by the writer."""

from __future__ import annotations

import os
from argparse import Namespace

import litreview
from litreview.cli._command import Command, add_dry_run, add_language, add_output, add_overwrite, add_sources, add_verbose
from litreview.cli._configuration import configured
from litreview.cli._library import read
from litreview.cli._outline import tell_next
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import check_target, preview


def arguments(parser: Parser) -> None:
    """``SOURCE... [-o OUTLINE.yaml] [--lang]``."""
    add_sources(parser)
    add_output(parser, (".yaml",))
    add_language(parser)
    parser.options.add_argument("--only", action="append", metavar="WHICH", help=parser.words.help("only"))
    add_overwrite(parser)
    add_dry_run(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Write a first outline, or bring the one that is there up to date; without ``-o`` print a first one."""
    if arguments.lang is not None:
        litreview.language(arguments.lang)
    settings = configured(report)
    if arguments.output:
        check_target(arguments.output, settings.template)
    target = [arguments.output] if arguments.output else []
    library = read(arguments, report, settings, leave_out=target)
    old = arguments.output if arguments.output and os.path.exists(arguments.output) else None
    made = litreview.outline(library, old, lang=arguments.lang, reader=report.words.tag, only=arguments.only, configuration=settings)
    if arguments.dry:
        if not arguments.output:
            raise report.misuse("no-output", example=report.example("-o"))
        change = made.change(arguments.output)
        preview([change] if change.after != change.before else [], report)
        return report.problems(dict.fromkeys([*library.problems, *made.problems]))
    if arguments.output:
        saved = made.save(arguments.output, overwrite=arguments.overwrite)
    else:
        report.result(made.text)
    code = report.problems(dict.fromkeys([*library.problems, *made.problems]))
    if arguments.output:
        for problem in saved.problems:
            report.problem(problem)
        report.say("outline-updated" if old else "written", path=arguments.output, studies=made.studies)
        if not old:
            tell_next(arguments.output, arguments.sources, settings, report)
    return code


COMMAND = Command("themes", "SOURCE... [-o OUTLINE.yaml]", arguments, run)
