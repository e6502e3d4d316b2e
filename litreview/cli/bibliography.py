"""``litreview bibliography``: the list of references alone."""

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
    """``SOURCE... [-o OUT] [--style] [--lang]``."""
    add_sources(parser)
    add_output(parser, ".md, .html, .txt, .tex, .docx")
    add_style_and_language(parser, "apa", "id")
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Make the bibliography; without ``-o`` print it."""
    if arguments.output:
        check_target(arguments.output)
        by_suffix(arguments.output)
    litreview.language(arguments.lang)
    library = read(arguments, report)
    made = litreview.bibliography(library, style=arguments.style, lang=arguments.lang)
    if arguments.output:
        keep_sources(arguments.output, library, arguments.sources)
        made.save(arguments.output)
    else:
        report.result(made.text)
    code = report.problems(dict.fromkeys([*library.problems, *made.problems]))
    if arguments.output:
        report.say("written", path=arguments.output, studies=len(library))
    return code


COMMAND = Command("bibliography", "SOURCE... [-o OUT.md|.html|.txt|.docx] [--style STYLE] [--lang id|en] [--verbose]", arguments, run)
