"""``litreview cite``: a paper in which works are cited by key, with its citations set."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

import attrs

import litreview
from litreview._parts import Later
from litreview.cli._command import (
    Command,
    add_layout,
    add_output,
    add_overwrite,
    add_style_and_language,
    add_template,
    add_verbose,
    add_zotero,
    output_suffixes,
    refreshed,
    worded,
)
from litreview.cli._configuration import configured
from litreview.cli._library import read
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import check_target, tell
from litreview.papers import by_suffix, papers

_allowed = Later("litreview.api.paper", "allowed")  # with it comes the citation processor


def arguments(parser: Parser) -> None:
    """``PAPER SOURCE... [-o OUT]`` and what it is to look like."""
    parser.values.add_argument("paper", metavar="PAPER", nargs="?", help=parser.words.help("paper").format(suffixes=", ".join(_suffixes())))
    parser.values.add_argument("sources", metavar="SOURCE", nargs="*", help=parser.words.help("source"))
    parser.heading("options-text")
    add_style_and_language(parser)
    parser.heading("options-file")
    add_output(parser, output_suffixes())
    parser.options.add_argument("--citations", metavar="KIND", help=parser.words.help("citations"))
    add_layout(parser)
    add_overwrite(parser)
    parser.heading("options-template")
    add_template(parser)
    parser.heading("options-other")
    add_zotero(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Set the citations; without ``-o`` print the text as Markdown."""
    if not arguments.paper:
        raise report.misuse("no-paper", example=report.example())
    kind = by_suffix(arguments.paper)
    settings = refreshed(arguments.citations, worded(arguments, configured(report)))
    word = ("citations", "template", "insert_at", "layout", "level_offset", "template_map")
    choices = litreview.Choices(**{name: getattr(arguments, name) for name in word})
    if not arguments.output and not kind.elsewhere:
        raise report.misuse("no-output", example=report.example("-o"))
    if arguments.output:
        check_target(arguments.output, arguments.paper, *settings.beside)
        _allowed(kind, arguments.output, choices, settings)
    elif choices.asked or choices.citations:
        raise report.misuse("no-output", example=report.example("-o"))
    if arguments.lang is not None:
        litreview.language(arguments.lang)
    library = read(arguments, report, settings, leave_out=[arguments.paper, *([arguments.template] if arguments.template else [])])
    cited = litreview.cite_paper(arguments.paper, library, style=arguments.style, lang=arguments.lang, configuration=settings)
    if not arguments.output:
        report.result(cited.markdown)
        return report.problems(dict.fromkeys([*library.problems, *cited.problems]))
    chosen = {name: value for name, value in attrs.asdict(choices).items() if value is not None}
    saved = cited.save(arguments.output, configuration=settings, overwrite=arguments.overwrite, **chosen)
    code = report.problems(dict.fromkeys([*library.problems, *cited.problems]))
    tell(saved, report, len(cited.document.sources))
    return code


def _suffixes() -> Sequence[str]:
    """The usual suffix of each kind of paper."""
    return [kind.suffixes[0] for kind in papers()]


COMMAND = Command("cite", "PAPER SOURCE... [-o OUT]", arguments, run)
