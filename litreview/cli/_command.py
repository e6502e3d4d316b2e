"""A command of the command line. One module is one command; `COMMAND` registers it."""

from __future__ import annotations

from argparse import BooleanOptionalAction, Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import attrs

from litreview._parts import Later
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.languages import CHAPTER, listed

if TYPE_CHECKING:
    from litreview.settings.configuration import Configuration

_writers = Later("litreview.writers", "writers")  # only a command that writes chapters needs to know them


@attrs.frozen
class Command:
    """One command: `arguments(parser)` adds what it takes, `run(arguments, report)` does it and returns the exit code.

    `usage` is what stands behind the name, for its help: what it must have or mostly has; its options are in the list below it.
    """

    name: str
    usage: str
    arguments: Callable[[Parser], None]
    run: Callable[[Namespace, Report], int]


def output_suffixes() -> tuple[str, ...]:
    """The usual suffix of each output of a chapter."""
    return tuple(writer.suffixes[0] for writer in _writers())


def add_sources(parser: Parser) -> None:
    """``SOURCE...`` and ``--zotero``; that there is a source is seen to by `sources`."""
    parser.values.add_argument("sources", metavar="SOURCE", nargs="*", help=parser.words.help("source"))
    add_zotero(parser)


def add_zotero(parser: Parser) -> None:
    """``--zotero FOLDER``: where the library lies of which ``zotero:`` is a source."""
    parser.options.add_argument("--zotero", metavar="FOLDER", help=parser.words.help("zotero"))


def add_output(parser: Parser, suffixes: Sequence[str]) -> None:
    """``-o OUT``, which ends in one of `suffixes`."""
    parser.options.add_argument("-o", "--output", metavar="OUT", help=parser.words.help("output").format(suffixes=", ".join(suffixes)))


ITEM_LANGUAGES = ("terms", "entries", "off")
"""As in `litreview.cite.wording`, which no command needs to load for its help."""


def worded(arguments: Namespace, settings: Configuration) -> Configuration:
    """The settings with what the command line says of the words of citations and entries."""
    said = {name: getattr(arguments, name) for name in ("item_language", "translated_titles") if getattr(arguments, name) is not None}
    return attrs.evolve(settings, **said)


def refreshed(citations: str | None, settings: Configuration) -> Configuration:
    """The settings with public terms where Zotero goes on with the citations, since a refresh knows no others, unless they say which."""
    live = citations is not None and citations.startswith("zotero") and settings.terms is None
    return attrs.evolve(settings, terms="public") if live else settings


def add_style_and_language(parser: Parser) -> None:
    """``--style``, ``--lang`` and the words of citations and entries."""
    parser.options.add_argument("--style", metavar="STYLE", help=parser.words.help("style"))
    add_language(parser)
    item_language = parser.words.help("item-language")
    parser.options.add_argument("--item-language", choices=ITEM_LANGUAGES, metavar="LANG", help=item_language)
    parser.options.add_argument("--translated-titles", action=BooleanOptionalAction, help=parser.words.help("translated-titles"))


def add_language(parser: Parser) -> None:
    """``--lang``, with the languages there are."""
    *first, last = listed()
    told = f"{', '.join(first)} {parser.words.help('or')} {last}"
    text = parser.words.help("lang").format(languages=told, usual=CHAPTER)
    parser.options.add_argument("--lang", metavar="LANG", help=text)


def add_layout(parser: Parser) -> None:
    """``--layout``: how a Word file looks."""
    parser.options.add_argument("--layout", metavar="NAME", help=parser.words.help("layout"))


def add_template(parser: Parser) -> None:
    """``--template`` and what says how it is used."""
    parser.options.add_argument("--template", metavar="FILE", help=parser.words.help("template-file"))
    parser.options.add_argument("--insert-at", metavar="MARK", help=parser.words.help("insert-at"))
    parser.options.add_argument("--level-offset", metavar="N", type=int, help=parser.words.help("level-offset"))
    parser.options.add_argument("--template-map", metavar="MAP", help=parser.words.help("template-map"))


def add_overwrite(parser: Parser) -> None:
    """``--overwrite``: an output may take the place of a file that litreview did not write."""
    parser.options.add_argument("--overwrite", action="store_true", help=parser.words.help("overwrite"))


def add_dry_run(parser: Parser) -> None:
    """``--dry-run``: what would change in files, as a diff."""
    parser.options.add_argument("--dry-run", dest="dry", action="store_true", help=parser.words.help("dry-run"))


def add_verbose(parser: Parser) -> None:
    """``--verbose``."""
    parser.options.add_argument("-v", "--verbose", action="store_true", help=parser.words.help("verbose"))


def add_draft_sources(parser: Parser) -> None:
    """``--sources SOURCE`` (again for each) and ``--outline FILE``: what a draft rests on."""
    parser.options.add_argument(
        "--sources", dest="draft_sources", metavar="SOURCE", action="append", default=[], help=parser.words.help("draft-sources")
    )
    parser.options.add_argument("--outline", metavar="FILE", help=parser.words.help("outline"))
