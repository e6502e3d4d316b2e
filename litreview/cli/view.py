"""``litreview view``: a page of the studies, to look at in a browser."""

from __future__ import annotations

from argparse import Namespace
from pathlib import PurePath

import litreview
from litreview.cli._command import Command, add_language, add_output, add_overwrite, add_sources, add_verbose
from litreview.cli._configuration import configured, spoken
from litreview.cli._library import read
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import check_target, save
from litreview.errors import UnknownName

SUFFIXES = (".html", ".htm")


def arguments(parser: Parser) -> None:
    """``SOURCE... [-o OUT.html] [--lang]``."""
    add_sources(parser)
    add_output(parser, SUFFIXES[:1])
    add_language(parser)
    add_overwrite(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Write the page."""
    settings = configured(report)
    tag = spoken(arguments.lang, settings, report)
    output = arguments.output or str(litreview.language(tag).section("view")["file"])
    if not output.casefold().endswith(SUFFIXES):
        raise UnknownName("output suffix", PurePath(output).suffix, SUFFIXES)
    check_target(output)
    library = read(arguments, report, settings, leave_out=[output])
    return save(litreview.view(library, lang=tag), output, library, arguments, report)


COMMAND = Command("view", "SOURCE... [-o OUT.html]", arguments, run)
