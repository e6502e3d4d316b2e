"""The commands there are, by name; of one that is asked for, what it takes. Only that one is imported."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from litreview._parts import advice, listed, part, parts
from litreview.cli._command import Command
from litreview.cli._parser import Parser
from litreview.cli._words import Words
from litreview.errors import UnknownName
from litreview.languages import language

GROUP = "litreview.commands"
"""The group of entry points by which other packages bring a command."""
_PACKAGE, _CONSTANT = "litreview.cli", "COMMAND"


def names() -> tuple[str, ...]:
    """The names of the commands; none is imported."""
    return listed(_PACKAGE, GROUP)


def commands() -> tuple[Command, ...]:
    """Every command, by module name."""
    return parts(_PACKAGE, _CONSTANT, Command, GROUP)


def command(name: str) -> Command:
    """The command called `name`. Raises UnknownName."""
    loaded = part(_PACKAGE, _CONSTANT, Command, GROUP, name) if name in names() else None
    if loaded is None:
        raise UnknownName("command", name, names(), advice(GROUP, _CONSTANT, Command))
    return loaded


def parser_of(command: Command, words: Words) -> Parser:
    """What `command` takes, with what every command takes beside it."""
    parser = Parser(words, f"litreview {command.name}", words.help(command.name))
    command.arguments(parser)
    parser.add_help_option()
    own = "--format" in parser._option_string_actions
    if not own:
        parser.options.add_argument("--format", metavar="FORMAT", default="text", help=words.help("format"))
    parser.options.add_argument("--json", dest="as_json", action="store_true", help=argparse.SUPPRESS if own else words.help("json"))
    parser.options.add_argument("-q", "--quiet", action="store_true", help=words.help("quiet"))
    parser.usage = " ".join(filter(None, (parser.prog, words.placeholders(command.usage), f"[{words.help('options')}]")))
    for action in parser._actions:
        action.metavar = words.placeholders(action.metavar) if isinstance(action.metavar, str) else action.metavar
    parser.set_defaults(own_format=own)
    examples = "\n".join(_examples(command.name, words))
    parser.epilog = f"{words.help('examples')}:\n{examples}" if examples else None
    return parser


def overview(words: Words) -> Parser:
    """The help of the program as a whole: its commands, each in a line."""
    width = max(map(len, names()))
    summaries = "\n".join(f"  {name:{width}}  {_first(name, words)}" for name in names())
    parser = Parser(words, "litreview", "\n\n".join((words.help("litreview"), summaries, words.help("settings"))))
    parser.usage = f"litreview {words.placeholders('COMMAND')} …"
    parser.add_help_option()
    return parser


def _first(name: str, words: Words) -> str:
    """What a command is for, in a line; nothing of one that another package brings without words."""
    return str(language(words.tag).section("help").get(name, "")).partition("\n")[0]


def _examples(name: str, words: Words) -> Iterator[str]:
    """The examples of a command: the line to type, and below it what it does."""
    for typed, purpose in words.examples(name):
        yield f"  {typed}\n      {purpose}"
