"""``litreview check``: what is wrong in the records, or in a draft."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

import litreview
from litreview._parts import Later
from litreview.cli._command import Command, add_draft_sources, add_dry_run, add_sources, add_verbose
from litreview.cli._configuration import configured
from litreview.cli._findings import add_format, findings, require_format
from litreview.cli._library import draft_sources, given
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import preview

if TYPE_CHECKING:
    from litreview.settings.configuration import Configuration

_is_draft = Later("litreview.audit.judging", "is_draft")


def arguments(parser: Parser) -> None:
    """``SOURCE... [--fix]`` or ``DRAFT [--sources SOURCE] [--outline FILE]``, and ``[--format FORMAT]``."""
    add_sources(parser)
    add_draft_sources(parser)
    add_format(parser)
    parser.options.add_argument("--fix", action="store_true", help=parser.words.help("fix"))
    add_dry_run(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """List what was found; the exit code is 1 if anything was. With ``--fix`` what is certain is put right first, and told."""
    require_format(arguments.format)
    drafts = [path for path in arguments.sources if _is_draft(path)]
    if (drafts or arguments.draft_sources or arguments.outline) and (arguments.fix or arguments.dry):
        raise report.misuse("fix-no-draft")
    settings = configured(report)
    arguments.sources = given(arguments, report, settings)
    if drafts or arguments.draft_sources or arguments.outline:
        return _drafts(arguments, report, drafts, settings)
    return _records(arguments, report, settings)


def _drafts(arguments: Namespace, report: Report, drafts: list[str], settings: Configuration) -> int:
    """Every draft among the arguments; whatever else stands there are its sources."""
    drafts = drafts or arguments.sources[:1]
    outline = arguments.outline or settings.outline
    sources = [*arguments.draft_sources, *(path for path in arguments.sources if path not in drafts)]
    library = draft_sources(sources, outline, settings)
    problems = [problem for path in drafts for problem in litreview.check_draft(path, library, outline)]
    return findings(problems, report, arguments.format, each=True)


def _records(arguments: Namespace, report: Report, settings: Configuration) -> int:
    if arguments.dry:
        fixed = litreview.fix(*arguments.sources, dry_run=True)
        preview(fixed.files, report)
        return 0
    if arguments.fix:
        fixed = litreview.fix(*arguments.sources)
        for problem in fixed.problems:
            report.problem(problem)
        for file in fixed.files:
            report.say("rewritten", path=file.path)
    library = litreview.load(*arguments.sources, leave_out=settings.beside, concepts=settings.concepts, highlights=settings.highlights)
    return findings(litreview.check(library), report, arguments.format)


COMMAND = Command("check", "SOURCE... [--fix] | DRAFT [--sources SOURCE]...", arguments, run)
