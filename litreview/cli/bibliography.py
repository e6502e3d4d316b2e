"""``litreview bibliography``: the list of references alone."""

from __future__ import annotations

from argparse import Namespace

import litreview
from litreview.api.output import Choices, checked, completed, listing
from litreview.cli._command import (
    WORD_USAGE,
    WORDING_USAGE,
    Command,
    add_output,
    add_overwrite,
    add_sources,
    add_style_and_language,
    add_verbose,
    add_word,
    languages,
    output_suffixes,
    worded,
)
from litreview.cli._configuration import configured
from litreview.cli._library import read
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import tell
from litreview.library.save import NOTHING, check_target


def arguments(parser: Parser) -> None:
    """``SOURCE... [-o OUT] [--style] [--lang]``."""
    add_sources(parser)
    add_output(parser, output_suffixes())
    add_style_and_language(parser)
    add_word(parser)
    add_overwrite(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Make the bibliography; without ``-o`` print it."""
    word = ("template", "insert_at", "layout", "level_offset", "template_map")
    choices = Choices(**{name: getattr(arguments, name) for name in word})
    if not arguments.output and choices.asked:
        raise report.misuse("no-output", example="-o daftar-pustaka.docx")
    settings = worded(arguments, configured(report))
    if arguments.output:
        check_target(arguments.output, NOTHING.also(*settings.beside))
        choices = listing(completed(arguments.output, choices, settings))
        checked(arguments.output, choices)
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


def usage() -> str:
    """What stands behind the name, with the outputs and languages there are."""
    return (
        f"SOURCE... [--zotero FOLDER] [-o OUT{'|'.join(output_suffixes())}] "
        f"[--style STYLE] [--lang {languages()}] {WORDING_USAGE} {WORD_USAGE} [--overwrite] [--verbose]"
    )


COMMAND = Command("bibliography", usage, arguments, run)
