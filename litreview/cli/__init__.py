"""The command line: ``litreview COMMAND …``. Whatever it does can be done from Python with the functions of `litreview`.

Exit codes: 0 done, 1 problems found, 2 misuse or a source that cannot be read. One line for each fault, on standard error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from itertools import pairwise

from litreview._parts import Later
from litreview._version import __version__
from litreview.cli._commands import command, names, overview, parser_of
from litreview.cli._commands import commands as commands
from litreview.cli._parser import Misuse
from litreview.cli._report import Gathered, Report, close_quietly, utf8_streams
from litreview.cli._system_language import system_language
from litreview.cli._words import Words
from litreview.cli._zotero import place_all
from litreview.errors import LitreviewError, UnknownName

_greeting, _traceback = Later("litreview.cli._welcome", "welcome"), Later("traceback", "print_exc")
_recover = Later("litreview.library.safe.commit", "recover")
_progress, _shown = Later("litreview.cli._progress", "Progress"), Later("litreview.cli._progress", "shown")
_whole, _failure = Later("litreview.cli._json", "whole"), Later("litreview.cli._json", "failure")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line on `argv` (that of the process by default); returns the exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    utf8_streams()
    if given == ["--version"]:
        Report(Words("")).result(f"litreview {__version__}\n")
        return 0
    words = Words(system_language(os.environ))
    report = Report(words)
    try:
        return _run(given, words)
    except Misuse as error:
        said = str(error)
    except LitreviewError as error:
        said = f"litreview: {words.error(error)}"
    except BrokenPipeError:
        close_quietly(sys.stdout)
        return 0
    except KeyboardInterrupt:
        report.line("\n" + words.message("stopped"))
        return 130
    except Exception as error:  # a fault of ours, or of the machine: nobody should have to read a traceback unasked
        if {"-v", "--verbose"} & set(given):
            _traceback()
        reason = str(error.strerror or error) if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
        said = "litreview: " + words.message("machine-error" if isinstance(error, OSError) else "internal-error", reason=reason)
    if "--json" in given or ("--format", "json") in pairwise(given):
        report.result(_failure(given[0], said))
    else:
        report.line(said)
    return 2


def _run(argv: list[str], words: Words) -> int:
    if not argv:
        return int(_greeting(Report(words)))
    if argv[0] not in names():
        raise _no_command(argv, words)
    chosen = command(argv[0])
    parser = parser_of(chosen, words)
    arguments = parser.parse(argv[1:])
    place_all(arguments)
    arguments.format = "json" if arguments.as_json else arguments.format
    if not arguments.own_format and arguments.format not in ("text", "json"):
        raise UnknownName("format of results", arguments.format, ("text", "json"))
    gathered = Gathered() if arguments.format == "json" and not arguments.own_format else None
    shows = sys.stderr.isatty() and not arguments.quiet and gathered is None
    progress = _progress(words) if shows else None
    verbose = getattr(arguments, "verbose", False)
    report = Report(words, parser.prog, verbose, arguments.quiet, gathered, *((progress.clear,) if progress else ()))
    for problem in _recover():
        report.problem(problem)
    with _shown(progress) if progress else nullcontext():
        code = chosen.run(arguments, report)
    if gathered is not None:
        Report(words).result(_whole(gathered, chosen.name, code, words))
    return code


def _no_command(argv: list[str], words: Words) -> Misuse:
    """What is wrong with `argv`, unless it asks for help, which ends the process."""
    parser = overview(words)
    if argv[0].startswith("-"):
        parser.options.add_argument("--version", action="version", version=f"litreview {__version__}", help=words.help("version"))
        parser.parse(argv)
        return parser.misuse(words.message("no-command", known=", ".join(names())))
    return Misuse(f"litreview: {words.error(UnknownName('command', argv[0], names()))}")
