"""``litreview draft``: the review chapter."""

from __future__ import annotations

from argparse import Namespace

import litreview
from litreview.api.save import check_target, keep_sources
from litreview.cli._command import Command, add_output, add_sources, add_style_and_language, add_verbose
from litreview.cli._library import read
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.writers import by_suffix


def arguments(parser: Parser) -> None:
    """``SOURCE... -o OUT [--style] [--lang] [--outline]``."""
    add_sources(parser)
    add_output(parser, ".docx, .md, .html, .tex, .txt")
    add_style_and_language(parser)
    parser.options.add_argument("--outline", metavar="FILE", help=parser.words.help("outline"))
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Draft the chapter and save it."""
    if not arguments.output:
        raise report.misuse("no-output", example="-o bab2.docx")
    check_target(arguments.output)
    by_suffix(arguments.output)
    if arguments.lang is not None:
        litreview.language(arguments.lang)
    plan = [arguments.outline] if arguments.outline else []
    library = read(arguments, report, leave_out=plan)
    keep_sources(arguments.output, library, [*arguments.sources, *plan])
    review = litreview.draft(library, lang=arguments.lang, style=arguments.style, outline=arguments.outline)
    review.save(arguments.output)
    code = report.problems(dict.fromkeys([*library.problems, *review.problems]))
    report.say("written", path=arguments.output, studies=len(library))
    return code


COMMAND = Command("draft", "SOURCE... -o OUT.docx|.md|.html [--style STYLE] [--lang id|en] [--outline FILE] [--verbose]", arguments, run)
