"""``litreview add``: new studies into a library."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

import litreview
from litreview.cli._command import Command, add_dry_run, add_verbose, add_zotero
from litreview.cli._configuration import configured
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._saved import preview
from litreview.cli._standard_input import PASTED, standard_input
from litreview.cli._words import Words, one_line
from litreview.cli._zotero import placed
from litreview.languages import language
from litreview.record import ASPECT, Confidence, Partner, Period, Statement, Study
from litreview.record.langtext import UNDETERMINED
from litreview.record.markup import unmarked

if TYPE_CHECKING:
    from litreview.library.adding.add import Addition

_WIDTH = 66


def arguments(parser: Parser) -> None:
    """``WHAT... --into PLACE [--fill]``."""
    parser.values.add_argument("what", metavar="WHAT", nargs="*", help=parser.words.help("add-what"))
    parser.options.add_argument("--into", metavar="PLACE", help=parser.words.help("into"))
    parser.options.add_argument("--fill", action="store_true", help=parser.words.help("fill"))
    add_zotero(parser)
    add_dry_run(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Add the studies, and print for each what was found, what was not and what is to be checked."""
    if not arguments.what:
        raise report.misuse("nothing-to-add")
    if not arguments.into:
        raise report.misuse("no-place", example=report.example("--into"))
    text = standard_input().decode("utf-8-sig", errors="replace") if PASTED in arguments.what else None
    settings = configured(report)
    given = placed([one for one in arguments.what if one != PASTED], settings.zotero)
    lang = settings.language or report.words.tag
    done = litreview.add(
        *given, into=arguments.into, text=text, fill=arguments.fill, lang=lang, concepts=settings.concepts, dry_run=arguments.dry
    )
    for entry in done.entries:
        report.result("".join(f"{line}\n" for line in _shown(entry, report.words)))
    code = report.problems(done.problems)
    if arguments.dry:
        preview(done.files, report)
    states = [entry.state for entry in done.entries]
    counts = {state: states.count(state) for state in ("added", "there", "filled")}
    counts["there"] += states.count("marked")
    report.say(
        "add-would" if arguments.dry else "add-summary",
        place=arguments.into,
        **{name: counts[name] for name in counts},
        missing=len(done.not_found),
    )
    return 1 if done.not_found or not done.entries else code


def _shown(entry: Addition, words: Words) -> Iterator[str]:
    """The entry as lines: what became of it; then, for a new record, a table of its fields."""
    yield words.message(f"add-{entry.state}", key=entry.study.key, file=entry.file or "", source=entry.source)
    names = language(words.tag).section("record")

    def listed(fields: tuple[str, ...]) -> str:
        return ", ".join(str(names.get(field.removeprefix("aspects/"), field.removeprefix("aspects/"))) for field in fields)

    if entry.state == "added":
        rows = [(name, value, _doubt(name, entry.check, words)) for name, value in _rows(entry.study)]
        width = max((len(str(names[name])) for name, *_ in rows), default=0)
        for name, value, doubt in rows:
            yield one_line(f"  {'?' if doubt else ' '} {names[name]:{width}}  {value}{doubt}")
    if entry.missing and entry.state == "added":
        yield words.message("add-missing", fields=listed(entry.missing))
    if entry.unread:
        yield words.message("add-unread", fields=listed(entry.unread))
    if entry.marked:
        yield words.message("add-highlights", count=entry.marked)
    if entry.remarked:
        yield words.message("add-highlights-differ", pages=", ".join(entry.remarked))
    if entry.state == "added" and entry.study.highlights:
        yield words.message("add-highlights", count=len(entry.study.highlights))
    if entry.new:
        yield words.message("add-new", fields=listed(entry.new))
    if entry.differing:
        yield words.message("add-differing", fields=listed(entry.differing))


def _rows(study: Study) -> Iterator[tuple[str, str]]:
    """The fields that have a value, by name, each short enough for a line."""
    for tag, title in study.title.items():
        yield "title", f"{_short(unmarked(title))}{_in_language(tag)}"
    if study.author:
        yield "author", _short("; ".join(name.text() for name in study.author))
    if study.issued:
        yield "issued", study.issued.edtf()
    for name in ("genre", "container-title", "publisher"):
        if study.text(name):
            yield name, _short(study.text(name) or "")
    if study.abstract:
        yield "abstract", ", ".join(tag for tag in study.abstract if tag != UNDETERMINED) or _short(study.abstract[UNDETERMINED])
    for tag, listed in study.keywords.items():
        yield "keywords", f"{_short(', '.join(listed))}{_in_language(tag)}"
    for aspect in ASPECT.values():
        values = [_said(value) for value in study.aspects.values(aspect.name)] if aspect.reported else []
        if values:
            yield aspect.name, _short("; ".join(values))


def _in_language(tag: str) -> str:
    """The language of a text in brackets; nothing where nobody has said it."""
    return "" if tag == UNDETERMINED else f" [{tag}]"


def _said(value: Statement | Period | Partner) -> str:
    if isinstance(value, Period):
        return f"{value.start}–{value.end}" if value.end else str(value.start)
    text = value.name if isinstance(value, Partner) else value.text
    return next(iter(text.values()), "")


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1].rstrip() + "…"


def _doubt(name: str, check: tuple[Confidence, ...], words: Words) -> str:
    """What is doubtful in a field, in brackets, or nothing."""
    reasons = language(words.tag).section("confidence")
    doubts = [known for known in check if name in known.path()[:2]]
    return f" ({reasons['check']}: {reasons[doubts[0].reasons[-1]]})" if doubts else ""


COMMAND = Command("add", "WHAT... --into PLACE", arguments, run)
