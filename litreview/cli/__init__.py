"""The command line: ``litreview COMMAND …``. Whatever it does can be done from Python with the functions of `litreview`.

Exit codes: 0 done, 1 problems found, 2 misuse or a source that cannot be read. One line for each fault, on standard error.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from litreview._parts import parts
from litreview._version import __version__
from litreview.cli._command import Command
from litreview.cli._parser import Misuse, Parser
from litreview.cli._report import Report, close_quietly, utf8_streams
from litreview.cli._words import Words, environment_language
from litreview.errors import LitreviewError, UnknownName


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line on `argv` (that of the process by default); returns the exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    utf8_streams()
    words = Words(environment_language(os.environ))
    report = Report(words)
    try:
        return _run(given, words)
    except Misuse as error:
        report.line(str(error))
    except LitreviewError as error:
        report.line(f"litreview: {words.error(error)}")
    except BrokenPipeError:
        close_quietly(sys.stdout)
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # a fault of ours, or of the machine: nobody should have to read a traceback unasked
        if {"-v", "--verbose"} & set(given):
            traceback.print_exc()
        reason = str(error.strerror or error) if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
        report.line("litreview: " + words.message("machine-error" if isinstance(error, OSError) else "internal-error", reason=reason))
    return 2


def commands() -> tuple[Command, ...]:
    """Every command, by module name."""
    return parts("litreview.cli", "COMMAND", Command, "litreview.commands")


def _run(argv: list[str], words: Words) -> int:
    known = {command.name: command for command in commands()}
    if not argv or argv[0] not in known:
        raise _no_command(argv, known, words)
    command = known[argv[0]]
    parser = Parser(words, f"litreview {command.name}", words.help(command.name))
    parser.usage = f"{parser.prog} {command.usage}"
    command.arguments(parser)
    arguments = parser.parse(argv[1:])
    return command.run(arguments, Report(words, parser.prog, getattr(arguments, "verbose", False)))


def _no_command(argv: list[str], known: dict[str, Command], words: Words) -> Misuse:
    """What is wrong with `argv`, unless it asks for help or the version, which end the process."""
    parser = Parser(words, "litreview", words.help("litreview") + "\n\n" + _listed(known, words) + "\n\n" + words.help("settings"))
    parser.usage = "litreview COMMAND …"
    parser.options.add_argument("--version", action="version", version=f"litreview {__version__}", help=words.help("version"))
    if argv and argv[0].startswith("-"):
        parser.parse(argv)
    elif argv:
        return parser.misuse(words.error(UnknownName("command", argv[0], known)))
    return parser.misuse(words.message("no-command", known=", ".join(known)))


def _listed(known: dict[str, Command], words: Words) -> str:
    width = max(map(len, known))
    return "\n".join(f"  {name:{width}}  {words.help(name).splitlines()[0]}" for name in known)
