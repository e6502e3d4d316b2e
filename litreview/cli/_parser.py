"""The arguments of the command line: argparse, with help and faults in the reader's language and a fault on one line."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import NoReturn

from litreview.cli._words import Words
from litreview.errors import nearest


class Misuse(Exception):
    """Arguments with which nothing can be done; the text is the line to print."""


class Parser(argparse.ArgumentParser):
    """A parser that raises `Misuse` where argparse would print its usage and leave."""

    def __init__(self, words: Words, program: str, description: str) -> None:
        super().__init__(
            prog=program,
            description=description,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
            formatter_class=_formatter(words),
        )
        self.words = words
        self.values = self.add_argument_group(words.help("arguments"))
        self.options = self.add_argument_group(words.help("options"))

    def add_help_option(self) -> None:
        """``--help``."""
        self.options.add_argument("-h", "--help", action="help", help=self.words.help("this-help"))

    def heading(self, name: str) -> None:
        """Begin a list of options of its own: what is added to `options` from here on stands under the heading `name`."""
        self.options = self.add_argument_group(self.words.help(name))

    def error(self, message: str) -> NoReturn:
        raise self.misuse(message)

    def misuse(self, message: str) -> Misuse:
        """The exception that says `message` and where to look."""
        return Misuse(f"{self.prog}: {self.words.with_help(message, self.prog)}")

    def parse(self, argv: Sequence[str]) -> argparse.Namespace:
        """The arguments of `argv`. Raises Misuse."""
        try:
            found, rest = self.parse_known_args(argv)
        except argparse.ArgumentError as error:
            self.error(self._wanted(error.argument_name or error.message))
        if rest:
            close = nearest(rest[0], self._option_string_actions) if rest[0].startswith("-") else None
            hint = f"; {self.words.message('did-you-mean', nearest=close)}" if close else ""
            self.error(self.words.message("unknown-option", option=rest[0]) + hint)
        return found

    def _wanted(self, option: str) -> str:
        """What `option` takes, which got nothing or something else; an option of ours has one value, at most of a type or a choice."""
        action = self._option_string_actions.get(option.partition("/")[0])
        if action is not None and action.choices is not None:
            return self.words.message("option-choice", option=option, known=", ".join(map(str, action.choices)))
        return self.words.message("option-number" if action is not None and action.type is int else "option-value", option=option)


def _formatter(words: Words) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.RawDescriptionHelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, words.help("usage") + ": ")

    return Formatter
