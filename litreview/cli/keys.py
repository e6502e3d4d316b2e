"""``litreview keys``: citation keys by a formula."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

import litreview
from litreview.cli._command import Command, add_dry_run, add_sources, add_verbose
from litreview.cli._configuration import configured
from litreview.cli._library import given
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import preview
from litreview.cli._words import one_line
from litreview.record.keys import FORMULA


def arguments(parser: Parser) -> None:
    """``SOURCE... [--formula FORMULA] [--rename] [--outline FILE]``."""
    add_sources(parser)
    parser.options.add_argument("--formula", metavar="FORMULA", default=FORMULA, help=parser.words.help("formula"))
    parser.options.add_argument("--rename", action="store_true", help=parser.words.help("rename"))
    parser.options.add_argument("--outline", metavar="FILE", help=parser.words.help("keys-outline"))
    add_dry_run(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Print old and new key of each study whose key is not by the formula, a tab between them; with ``--rename`` change them."""
    sources = given(arguments, report, configured(report))
    if arguments.dry:
        return _preview(sources, arguments, report)
    work = litreview.rename_keys if arguments.rename else litreview.keys
    renaming = work(*sources, formula=arguments.formula, outline=arguments.outline)
    for old, new in renaming.changes.items():
        report.result(f"{one_line(old)}\t{one_line(new)}\n")
    code = report.problems(renaming.problems)
    for file in renaming.files:
        report.say("rewritten", path=file.path)
    how = "keys-all-by-formula" if not renaming.changes else "keys-renamed" if arguments.rename else "keys-to-rename"
    report.say(how, studies=len(renaming.library), changes=len(renaming.changes))
    return code


def _preview(sources: Sequence[str], arguments: Namespace, report: Report) -> int:
    found = litreview.rename_keys(*sources, formula=arguments.formula, outline=arguments.outline, dry_run=True)
    code = report.problems(found.problems)
    preview(found.files, report)
    how = "keys-to-rename" if found.changes else "keys-all-by-formula"
    report.say(how, studies=len(found.library), changes=len(found.changes))
    return code


COMMAND = Command("keys", "SOURCE... [--rename]", arguments, run)
