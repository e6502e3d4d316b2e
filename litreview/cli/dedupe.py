"""``litreview dedupe``: works that are there twice."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

import litreview
from litreview.cli._command import Command, add_dry_run, add_output, add_overwrite, add_sources, add_verbose
from litreview.cli._configuration import configured
from litreview.cli._library import given
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import check_target, preview
from litreview.cli._words import one_line
from litreview.formats import written_suffixes
from litreview.library.convert import format_for
from litreview.record import Study
from litreview.record.markup import unmarked

if TYPE_CHECKING:
    from litreview.api.dedupe import Duplicates


def arguments(parser: Parser) -> None:
    """``SOURCE... [--apply] [--dry-run] [--confirm PAIRS] [--apart PAIRS] [-o OUT] [--outline FILE]``."""
    add_sources(parser)
    parser.options.add_argument("--apply", action="store_true", help=parser.words.help("apply"))
    add_dry_run(parser)
    parser.options.add_argument("--confirm", metavar="PAIRS", default="", help=parser.words.help("confirm"))
    parser.options.add_argument("--apart", metavar="PAIRS", default="", help=parser.words.help("apart"))
    add_output(parser, written_suffixes())
    parser.options.add_argument("--outline", metavar="FILE", help=parser.words.help("keys-outline"))
    add_overwrite(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Show the pairs with their reasons; with ``--dry-run`` what merging would change, with ``--apply`` merge."""
    sources = given(arguments, report, configured(report))
    if arguments.apply and arguments.dry:
        raise report.misuse("apply-or-dry-run")
    if arguments.output:
        format_for(arguments.output)
        check_target(arguments.output)
    confirm, apart = _pairs(arguments.confirm, report), _pairs(arguments.apart, report)
    duplicates = litreview.find_duplicates(*sources, confirm=confirm, apart=apart)
    _show(duplicates, report)
    code = report.problems(duplicates.problems)
    if not duplicates.pairs and not duplicates.merging:
        report.say("dedupe-none", studies=len(duplicates.library))
        return code
    counts = {strength: sum(pair.strength == strength for pair in duplicates.pairs) for strength in ("certain", "strong", "weak")}
    report.say("dedupe-found", studies=len(duplicates.library), **counts)
    if not (arguments.apply or arguments.dry):
        report.say("dedupe-next", merging=len(duplicates.gone))
        return code
    for gone, kept in duplicates.gone.items():
        report.say("dedupe-merged" if arguments.apply else "dedupe-would-merge", gone=gone, kept=kept)
    return max(code, _write(duplicates, arguments, report))


def _write(found: Duplicates, arguments: Namespace, report: Report) -> int:
    """Merge, or say what merging would write."""
    if not found.gone and not arguments.output:
        return 0
    merged = litreview.merge_duplicates(
        found, output=arguments.output, outline=arguments.outline, dry_run=not arguments.apply, overwrite=arguments.overwrite
    )
    if arguments.dry:
        preview(merged.files, report)
    for file in merged.files if arguments.apply else ():
        report.say("rewritten", path=file.path)
    if arguments.output:
        report.say("written" if arguments.apply else "would-be-written", path=arguments.output, studies=len(found.result))
    return report.problems(merged.problems) if merged.problems else 0


def _show(found: Duplicates, report: Report) -> None:
    """Each pair in a paragraph: how sure it is, both works, and the reasons."""
    words = report.words
    for pair in found.pairs:
        lines = [f"{words.message(f'strength-{pair.strength}')} ({pair.score:.2f}): {pair.first} = {pair.second}"]
        lines += [f"  {_work(found.library[key])}" for key in (pair.first, pair.second)]
        lines += [f"  - {words.sentence(reason)}" for reason in pair.reasons]
        report.result("\n".join(map(one_line, lines)) + "\n\n")


def _work(study: Study) -> str:
    """A work on one line: key, people, year, title, place."""
    people = "; ".join(name.text() for name in study.author[:3]) + (" …" if len(study.author) > 3 else "")
    title = unmarked(study.text("title", study.language or "") or "")
    place = f"{study.origin.file}:{study.origin.line}" if study.origin and study.origin.file else ""
    parts = [people, study.issued.edtf() if study.issued else "", title if len(title) <= 100 else title[:99] + "…", place]
    return f"{study.key}: {' · '.join(part for part in parts if part)}"


def _pairs(text: str, report: Report) -> list[tuple[str, str]]:
    """The pairs of ``KEY=KEY,KEY=KEY``."""
    pairs: list[tuple[str, str]] = []
    for part in filter(None, (word.strip() for word in text.split(","))):
        one, equals, other = (piece.strip() for piece in part.partition("="))
        if not (one and equals and other):
            raise report.misuse("no-pair", value=part)
        pairs.append((one, other))
    return pairs


COMMAND = Command("dedupe", "SOURCE... [--dry-run | --apply]", arguments, run)
