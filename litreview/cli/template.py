"""``litreview template``: what a university's file offers, and a map of it to edit and give back."""

from __future__ import annotations

from argparse import Namespace

import attrs

import litreview
from litreview._parts import Later
from litreview.cli._command import Command, add_overwrite, add_verbose
from litreview.cli._configuration import configured
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._words import one_line
from litreview.languages import language

_save_map = Later("litreview.api.template", "save_template_map")


def arguments(parser: Parser) -> None:
    """``FILE [-o MAP] [--insert-at MARK] [--level-offset N] [--template-map MAP]``."""
    parser.values.add_argument("template", metavar="FILE", nargs="?", help=parser.words.help("template-file"))
    parser.options.add_argument("-o", "--output", metavar="MAP", help=parser.words.help("template-map-out"))
    parser.options.add_argument("--insert-at", metavar="MARK", help=parser.words.help("insert-at"))
    parser.options.add_argument("--level-offset", metavar="N", type=int, help=parser.words.help("level-offset"))
    parser.options.add_argument("--template-map", metavar="MAP", help=parser.words.help("template-map"))
    add_overwrite(parser)
    add_verbose(parser)


def run(arguments: Namespace, report: Report) -> int:
    """Print which styles are taken, what is missing, where the text can go and how it is numbered."""
    settings = configured(report)
    path = arguments.template or settings.template
    if not path:
        raise report.misuse("no-template", example=report.example())
    place = arguments.insert_at or (settings.insert_at if not arguments.template else None)
    seen = litreview.examine_template(path, insert_at=place, level_offset=arguments.level_offset, template_map=arguments.template_map)
    words = language(report.words.tag).section("template-map")
    hand = dict(seen.by_hand)
    for style in seen.styles:
        if style.how == "created":
            report.result(one_line(f"{style.role:20} –  {words['missing']}") + "\n")
        else:
            by_hand = f"; {str(words['by-hand']).format(names=hand[style.role])}" if style.role in hand else ""
            report.result(one_line(f"{style.role:20} {style.name}  ({words[style.how]}{by_hand})") + "\n")
    for level, number, heading in seen.places:
        if level <= 2:
            shown = heading if not number or heading.startswith(number) else f"{number} {heading}"
            report.result(one_line(f"{'  ' * level}{shown}") + "\n")
    kinds = ", ".join(f"{level}: {words[kind]}" for level, kind in seen.numbering)
    report.result(str(words["numbers"]).format(kinds=kinds, chapter=seen.chapter or "–") + "\n")
    report.result(str(words["pages"]).format(sections=seen.sections, width=seen.text_width) + "\n")
    report.facts(**{name: value for name, value in attrs.asdict(seen).items() if name != "problems"})
    code = report.problems(problem for problem in seen.problems if problem.code != "template-style-created")
    if arguments.output:
        saved = _save_map(arguments.output, seen, report.words.tag, place, arguments.overwrite)
        report.say("template-map-written", path=saved.path)
    return code


COMMAND = Command("template", "FILE [-o MAP.toml]", arguments, run)
