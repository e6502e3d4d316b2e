"""``litreview draft``: the review chapter."""

from __future__ import annotations

import os
import sys
from argparse import BooleanOptionalAction, Namespace

import attrs

import litreview
from litreview._parts import Later
from litreview.audit.suffixes import LEDGER
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
    refreshed,
    worded,
)
from litreview.cli._configuration import configured
from litreview.cli._each import in_each
from litreview.cli._library import read
from litreview.cli._outline import tell_unused
from litreview.cli._parser import Parser
from litreview.cli._plan import tell_plan
from litreview.cli._report import Report
from litreview.cli._saved import check_no_source, check_target, tell
from litreview.cli._shell import typed
from litreview.languages import language

_usual_file = Later("litreview.api.usual_file", "usual_file")
_is_ledger = Later("litreview.audit.ledger", "is_ledger")
_completed, _checked = Later("litreview.api.output", "completed"), Later("litreview.api.output", "checked")
_unused = Later("litreview.api.output", "unused")
_citation_modes = Later("litreview.writers", "citation_modes")


LISTED = 6
"""So many studies are named of those that leave work."""


def arguments(parser: Parser) -> None:
    """``SOURCE... -o OUT`` and what it is to look like."""
    parser.heading("options-studies")
    add_sources(parser)
    parser.options.add_argument("--outline", metavar="FILE", help=parser.words.help("outline"))
    parser.options.add_argument("--only", action="append", metavar="WHICH", help=parser.words.help("only"))
    parser.heading("options-text")
    add_style_and_language(parser)
    parser.heading("options-file")
    add_output(parser, (*output_suffixes(), LEDGER))
    parser.options.add_argument("--citations", metavar="|".join(_citation_modes()), help=parser.words.help("citations"))
    parser.options.add_argument("--evidence", metavar="KIND", help=parser.words.help("evidence-kind"))
    parser.options.add_argument("--figures", action=BooleanOptionalAction, help=parser.words.help("figures"))
    parser.options.add_argument("--contents", action=BooleanOptionalAction, help=parser.words.help("contents"))
    parser.options.add_argument("--backlinks", metavar="KIND", help=parser.words.help("backlinks"))
    add_layout(parser)
    parser.heading("options-template")
    add_template(parser)
    parser.heading("options-again")
    parser.options.add_argument("--on-conflict", metavar="HOW", default="comment", help=parser.words.help("on-conflict"))
    parser.options.add_argument("--adopt", action="store_true", help=parser.words.help("adopt"))
    parser.options.add_argument("--dry-run", dest="dry", action="store_true", help=parser.words.help("draft-dry-run"))
    add_overwrite(parser)
    parser.heading("options-other")
    parser.options.add_argument("--each", metavar="FOLDER", nargs="+", help=parser.words.help("each"))
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Draft the chapter and save it."""
    if arguments.each:
        return in_each(arguments.each, arguments, report, run)
    settings = worded(arguments, configured(report))
    arguments.output = arguments.output or _usual_file(lang=arguments.lang, outline=arguments.outline, configuration=settings)
    check_target(arguments.output)
    first = not os.path.exists(arguments.output)
    choices = litreview.Choices(**{a.name: getattr(arguments, a.name) for a in attrs.fields(litreview.Choices)})
    if _is_ledger(arguments.output):
        _unused(arguments.output, choices)
    else:
        choices = _completed(arguments.output, choices, settings)
        _checked(arguments.output, choices)
        settings = refreshed(choices.citations, settings)
    if arguments.lang is not None:
        litreview.language(arguments.lang)
    plan = [path for path in (arguments.outline, arguments.template) if path]
    library = read(arguments, report, settings, leave_out=plan)
    check_no_source(arguments.output, library, *plan, *settings.beside)
    review = litreview.draft(
        library,
        lang=arguments.lang,
        style=arguments.style,
        outline=arguments.outline,
        figures=arguments.figures,
        only=arguments.only,
        configuration=settings,
    )
    if arguments.dry:
        code = report.problems(dict.fromkeys([*library.problems, *review.problems]))
        chosen = None if _is_ledger(arguments.output) else review.options(arguments.output, choices)
        foreseen = review.merge_plan(
            arguments.output, chosen, on_conflict=arguments.on_conflict, adopt=arguments.adopt, configuration=settings
        )
        tell_unused(arguments.outline, settings, report)
        tell_plan(foreseen, arguments.output, report)
        return code
    if _is_ledger(arguments.output):
        saved = review.save(arguments.output, overwrite=arguments.overwrite)
    else:
        chosen = review.options(arguments.output, choices)
        saved = review.save(
            arguments.output,
            options=chosen,
            evidence=arguments.evidence,
            configuration=settings,
            overwrite=arguments.overwrite,
            on_conflict=arguments.on_conflict,
            adopt=arguments.adopt,
        )
    code = report.problems(dict.fromkeys([*library.problems, *review.problems]))
    _tell_work(review, report)
    tell_unused(arguments.outline, settings, report)
    tell(saved, report, len(library))
    if first and sys.stderr.isatty() and arguments.output.casefold().endswith(".docx"):  # for a person, who begins with it
        report.say("draft-next", path=typed(arguments.output))
    return code


def _tell_work(review: litreview.Review, report: Report) -> None:
    """Say once which cells are left to look at, and which studies have no abstract to read."""
    names = language(report.words.tag).section("record")
    if review.unread:
        listed = [f"{key} ({', '.join(str(names[name]) for name in aspects)})" for key, aspects in review.unread[:LISTED]]
        more = "; …" if len(review.unread) > LISTED else ""
        report.say("cells-to-look-at", count=sum(len(aspects) for _, aspects in review.unread), cells="; ".join(listed) + more)
    if review.to_translate:
        report.say("findings-to-translate", count=review.to_translate)
    if review.without_abstract:
        more = ", …" if len(review.without_abstract) > LISTED else ""
        report.say("abstracts-to-add", count=len(review.without_abstract), keys=", ".join(review.without_abstract[:LISTED]) + more)


COMMAND = Command("draft", "SOURCE... [-o OUT]", arguments, run)
