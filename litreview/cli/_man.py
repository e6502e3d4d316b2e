"""The manual page, from the same text as the help: troff with the macros of man(7)."""

from __future__ import annotations

from collections.abc import Iterator

from litreview._version import __version__
from litreview.cli._commands import commands, parser_of
from litreview.cli._words import Words


def manual(words: Words) -> str:
    """The page ``litreview(1)``.

    >>> manual(Words("en")).splitlines()[0]
    '.TH LITREVIEW 1 "" "litreview 0.1.0" ""'
    """
    return "\n".join(_lines(words)) + "\n"


def _lines(words: Words) -> Iterator[str]:
    yield f'.TH LITREVIEW 1 "" "litreview {__version__}" ""'
    yield f".SH {words.help('man-name')}"
    yield f"litreview \\- {_text(words.help('litreview'))}"
    yield f".SH {words.help('usage').upper()}"
    yield ".B litreview"
    yield "COMMAND ..."
    for command in commands():
        parser = parser_of(command, words)
        yield f".SH litreview {command.name}"
        yield _text(str(parser.description))
        yield ".PP"
        yield _text(str(parser.usage))
        for action in parser._actions:
            if action.help and action.help != "==SUPPRESS==":
                yield ".TP"
                yield f"\\fB{_text(', '.join(action.option_strings) or str(action.metavar))}\\fR"
                yield _text(str(action.help))


def _text(text: str) -> str:
    """A text on one line, with what troff would take for a command made plain."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
