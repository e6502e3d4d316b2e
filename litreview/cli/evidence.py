"""``litreview evidence``: what each sentence of a draft rests on."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

import attrs

import litreview
from litreview.cli._command import Command, add_draft_sources, add_zotero
from litreview.cli._configuration import configured
from litreview.cli._library import draft_sources
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._words import Words, one_line
from litreview.errors import UnknownName
from litreview.languages import language

if TYPE_CHECKING:
    from litreview.audit.evidence import Basis, SentenceEvidence

FORMATS = ("text", "json")


def arguments(parser: Parser) -> None:
    """``DRAFT [WORDS] [--sources SOURCE] [--outline FILE] [--format text|json]``."""
    parser.values.add_argument("draft", metavar="DRAFT", nargs="?", help=parser.words.help("draft-file"))
    parser.values.add_argument("words", metavar="WORDS", nargs="?", help=parser.words.help("evidence-words"))
    add_draft_sources(parser)
    add_zotero(parser)
    parser.options.add_argument("--format", metavar="FORMAT", default="text", help=parser.words.help("evidence-format"))


def run(arguments: Namespace, report: Report) -> int:
    """Print each sentence with its studies and their words; the exit code is 1 if there is none."""
    if not arguments.draft:
        raise report.misuse("no-draft", example=report.example())
    if arguments.format not in FORMATS:
        raise UnknownName("format of evidence", arguments.format, FORMATS)
    settings = configured(report)
    outline = arguments.outline or settings.outline
    library = draft_sources(arguments.draft_sources, outline, settings)
    sentences = litreview.evidence(arguments.draft, library, outline, arguments.words)
    if arguments.format == "json":
        report.result(json.dumps([_object(one) for one in sentences], ensure_ascii=False, indent=2) + "\n")
    else:
        report.result(_text(sentences, report.words))
    if arguments.words and not sentences:
        report.say("evidence-no-words", words=arguments.words)
    based = sum(one.claim is not None or any(basis.evidence for basis in one.basis) for one in sentences)
    report.say("evidence-summary", sentences=based, words=sum(basis.evidence is not None for one in sentences for basis in one.basis))
    return 0 if sentences else 1


def _object(one: SentenceEvidence) -> dict[str, object]:
    told = {name: value for name, value in attrs.asdict(one, recurse=False).items() if name != "basis"}
    return {**told, "basis": [attrs.asdict(basis) for basis in one.basis]}


def _text(found: tuple[SentenceEvidence, ...], words: Words) -> str:
    """The headings, below each its sentences, below each what it rests on."""
    lines: list[str] = []
    heading = None
    for one in found:
        if one.heading != heading:
            heading = one.heading
            lines += ["", one_line(heading)] if lines else [one_line(heading)]
        lines.append(f"  {one_line(one.sentence)}")
        if one.made_as is not None:
            lines.append("    " + one_line(words.message("evidence-edited", words=one.made_as)))
        lines += [f"    → {one_line(_basis(basis, words))}" for basis in one.basis if basis.evidence]
        counted = [f"{basis.name} [{basis.key}]" for basis in one.basis if not basis.evidence]
        if one.status == "own":
            lines.append(
                "    → " + one_line(words.message("evidence-own" if one.basis else "evidence-none", names="; ".join(counted) or "–"))
            )
        elif counted and one.claim is None:
            lines.append("    → " + one_line(words.message("evidence-row", names="; ".join(counted))))
        elif counted:
            lines.append("    → " + one_line(str(language(words.tag).section("evidence")["counted"]).format(names="; ".join(counted))))
        elif not one.basis:
            lines.append("    → " + one_line(words.message("evidence-none")))
    return "".join(line + "\n" for line in lines)


def _basis(basis: Basis, words: Words) -> str:
    said = language(words.tag).section("evidence")
    assert basis.evidence is not None
    field = str(said["fields"].get(basis.evidence.field, basis.evidence.field))
    tongue = str(said["languages"].get(basis.evidence.language.split("-")[0] or "und", basis.evidence.language))
    quote = f"“{' '.join(basis.evidence.quote.split())}”"
    start, end = basis.evidence.start, basis.evidence.end
    place = f"{field} {start}–{end}" if start is not None and end is not None else field
    template = str(said["words_on_page" if basis.evidence.locator else "words"])
    return template.format(name=f"{basis.name} [{basis.key}]", quote=quote, field=place, language=tongue, page=basis.evidence.locator)


COMMAND = Command("evidence", "DRAFT [WORDS] [--sources SOURCE]...", arguments, run)
