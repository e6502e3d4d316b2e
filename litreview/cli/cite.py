"""``litreview cite``: a paper in which works are cited by key, with its citations set."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

import attrs

import litreview
from litreview._parts import Later
from litreview.api.output import Choices
from litreview.cli._command import (
    WORD_USAGE,
    WORDING_USAGE,
    Command,
    add_output,
    add_overwrite,
    add_style_and_language,
    add_verbose,
    add_word,
    add_zotero,
    languages,
    output_suffixes,
    refreshed,
    worded,
)
from litreview.cli._configuration import configured
from litreview.cli._library import read
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import tell
from litreview.library.save import NOTHING, check_target
from litreview.papers import by_suffix, papers

_allowed = Later("litreview.api.paper", "allowed")  # with it comes the citation processor


def arguments(parser: Parser) -> None:
    """``PAPER SOURCE... [-o OUT]`` and what it is to look like."""
    parser.values.add_argument("paper", metavar="PAPER", nargs="?", help=parser.words.help("paper").format(suffixes=", ".join(_suffixes())))
    parser.values.add_argument("sources", metavar="SOURCE", nargs="*", help=parser.words.help("source"))
    add_zotero(parser)
    add_output(parser, output_suffixes())
    add_style_and_language(parser)
    parser.options.add_argument("--citations", metavar="KIND", help=parser.words.help("citations"))
    add_word(parser)
    add_overwrite(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Set the citations; without ``-o`` print the text as Markdown."""
    if not arguments.paper:
        raise report.misuse("no-paper", example="litreview cite paper.md references -o paper.docx")
    kind = by_suffix(arguments.paper)
    settings = refreshed(arguments.citations, worded(arguments, configured(report)))
    word = ("citations", "template", "insert_at", "layout", "level_offset", "template_map")
    choices = Choices(**{name: getattr(arguments, name) for name in word})
    if not arguments.output and not kind.elsewhere:
        raise report.misuse("no-output", example=f"-o cited{kind.suffixes[0]}")
    if arguments.output:
        check_target(arguments.output, NOTHING.also(arguments.paper, *settings.beside))
        _allowed(kind, arguments.output, choices, settings)
    elif choices.asked or choices.citations:
        raise report.misuse("no-output", example="-o paper.docx")
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


def usage() -> str:
    """What stands behind the name, with the outputs and languages there are."""
    return (
        f"PAPER{'|'.join(_suffixes())} SOURCE... [--zotero FOLDER] [-o OUT{'|'.join(output_suffixes())}] "
        f"[--style STYLE] [--lang {languages()}] {WORDING_USAGE} [--citations KIND] {WORD_USAGE} [--overwrite] [--verbose]"
    )


def _suffixes() -> Sequence[str]:
    """The usual suffix of each kind of paper."""
    return [kind.suffixes[0] for kind in papers()]


COMMAND = Command("cite", usage, arguments, run)
