"""``litreview draft``: the review chapter."""

from __future__ import annotations

import os
import sys
from argparse import BooleanOptionalAction, Namespace
from typing import get_args

import attrs

import litreview
from litreview._parts import Later
from litreview.api.output import Choices, checked, completed, unused
from litreview.audit.suffixes import LEDGER
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
    refreshed,
    worded,
)
from litreview.cli._configuration import configured
from litreview.cli._each import in_each
from litreview.cli._library import read
from litreview.cli._parser import Parser
from litreview.cli._plan import tell_plan
from litreview.cli._report import Report
from litreview.cli._saved import tell
from litreview.cli._shell import typed
from litreview.languages import language
from litreview.library.save import NOTHING, check_target, protected
from litreview.merge.policy import POLICIES
from litreview.writers import Backlinks, citation_modes

_usual_file = Later("litreview.api.usual_file", "usual_file")
_is_ledger = Later("litreview.audit.ledger", "is_ledger")


LISTED = 6
"""So many studies are named of those that leave work."""


def arguments(parser: Parser) -> None:
    """``SOURCE... -o OUT`` and what it is to look like."""
    add_sources(parser)
    add_output(parser, (*output_suffixes(), LEDGER))
    add_style_and_language(parser)
    parser.options.add_argument("--outline", metavar="FILE", help=parser.words.help("outline"))
    parser.options.add_argument("--only", action="append", metavar="WHAT", help=parser.words.help("only"))
    parser.options.add_argument("--citations", metavar="KIND", help=parser.words.help("citations"))
    parser.options.add_argument("--evidence", metavar="KIND", help=parser.words.help("evidence-kind"))
    parser.options.add_argument("--figures", action=BooleanOptionalAction, help=parser.words.help("figures"))
    add_word(parser)
    parser.options.add_argument("--contents", action=BooleanOptionalAction, help=parser.words.help("contents"))
    parser.options.add_argument("--backlinks", metavar="KIND", help=parser.words.help("backlinks"))
    parser.options.add_argument("--on-conflict", metavar="HOW", default="comment", help=parser.words.help("on-conflict"))
    parser.options.add_argument("--adopt", action="store_true", help=parser.words.help("adopt"))
    parser.options.add_argument("--dry-run", dest="dry", action="store_true", help=parser.words.help("draft-dry-run"))
    add_overwrite(parser)
    parser.options.add_argument("--each", metavar="FOLDER", nargs="+", help=parser.words.help("each"))
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Draft the chapter and save it."""
    if arguments.each:
        return in_each(arguments.each, arguments, report, run)
    settings = worded(arguments, configured(report))
    arguments.output = arguments.output or _usual_file(lang=arguments.lang, outline=arguments.outline, configuration=settings)
    check_target(arguments.output, NOTHING)
    first = not os.path.exists(arguments.output)
    choices = Choices(**{a.name: getattr(arguments, a.name) for a in attrs.fields(Choices)})
    if _is_ledger(arguments.output):
        unused(arguments.output, choices)
    else:
        choices = completed(arguments.output, choices, settings)
        checked(arguments.output, choices)
        settings = refreshed(choices.citations, settings)
    if arguments.lang is not None:
        litreview.language(arguments.lang)
    plan = [path for path in (arguments.outline, arguments.template) if path]
    library = read(arguments, report, settings, leave_out=plan)
    check_target(arguments.output, protected(library, *plan, *settings.beside))
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


def usage() -> str:
    """What stands behind the name, with the outputs, languages and choices there are."""
    return (
        f"SOURCE... [--zotero FOLDER] [-o OUT{'|'.join((*output_suffixes(), LEDGER))}] [--style STYLE] [--lang {languages()}] "
        f"[--outline FILE] [--only WHAT] {WORDING_USAGE} "
        f"[--figures | --no-figures] [--evidence comments|appendix] [--citations {'|'.join(citation_modes())}] {WORD_USAGE} "
        f"[--contents | --no-contents] [--backlinks {'|'.join(get_args(Backlinks))}] [--on-conflict {'|'.join(POLICIES)}] [--adopt] "
        "[--dry-run] [--overwrite] [--each FOLDER...] [--verbose]"
    )


COMMAND = Command("draft", usage, arguments, run)
