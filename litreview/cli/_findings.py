"""What a check found, as the result of a command: lines to read, JSON for programs, or annotations of a build on GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterable

from litreview.cli._json import problem_object
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.errors import Problem, UnknownName

FORMATS = ("text", "json", "github")


def add_format(parser: Parser) -> None:
    """``--format text|json|github``."""
    parser.options.add_argument("--format", metavar="FORMAT", default="text", help=parser.words.help("findings-format"))


def require_format(format: str) -> None:
    """Raise UnknownName for what is none of `FORMATS`: to be asked before anything is done."""
    if format not in FORMATS:
        raise UnknownName("format of findings", format, FORMATS)


def findings(problems: Iterable[Problem], report: Report, format: str = "text", each: bool = False) -> int:
    """Print `problems` to standard output in one of `FORMATS`; returns the exit code: 1 if one is more than a note, else 0.

    - text: a line each, or one for many of a kind, unless `each` stands for itself; notes only with ``--verbose``; how many there are goes
      to standard error.
    - json: a list of objects with ``code``, ``severity``, ``message`` and, where they are known, ``file``, ``line`` (from 1), ``key``
      and ``data`` (the parts of the message); notes included.
    - github: workflow commands, one line each; notes as notices.

    Raises UnknownName for another format.
    """
    listed = list(problems)
    require_format(format)
    if format == "text":
        return report.problems(listed, results=True, each=each)
    if format == "json":
        report.result(json.dumps([problem_object(problem, report.words) for problem in listed], ensure_ascii=False, indent=2) + "\n")
    else:
        report.result("".join(_command(problem, report) + "\n" for problem in listed))
    return int(any(problem.severity != "info" for problem in listed))


def _command(problem: Problem, report: Report) -> str:
    """A workflow command. Source: GitHub Actions, "workflow commands": ``::warning file=…,line=…,title=…::message``."""
    kind = {"error": "error", "warning": "warning"}.get(problem.severity, "notice")
    stated = {"file": problem.origin.file, "line": problem.origin.line, "title": problem.code}
    places = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in stated.items() if value is not None)
    said = report.words.sentence(problem)
    return f"::{kind} {places}::{_escaped(f'{problem.key}: {said}' if problem.key else said)}"


def _escaped(text: str, more: str = "") -> str:
    """`text` with the characters that end a command or one of its parts as ``%XX``.

    >>> _escaped("100%, a: b\\n", ":,")
    '100%25%2C a%3A b%0A'
    """
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in text)
