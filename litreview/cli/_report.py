"""What the command line prints: results to standard output, messages to standard error, both as UTF-8."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from typing import TextIO

import attrs

from litreview.cli._parser import Misuse
from litreview.cli._words import Words
from litreview.errors import Problem


@attrs.frozen
class Report:
    """Where a command says what it has to say; `verbose` lists problems of severity "info" instead of counting them."""

    words: Words
    program: str = "litreview"
    verbose: bool = False

    def misuse(self, name: str, /, **slots: object) -> Misuse:
        """The exception for a fault in the arguments: the message `name`, and where to look them up."""
        return Misuse(f"{self.program}: {self.words.message(name, **slots)}; {self.words.message('see-help', program=self.program)}")

    def result(self, text: str) -> None:
        """Print `text` to standard output, exactly."""
        sys.stdout.write(text)
        sys.stdout.flush()

    def data(self, data: bytes) -> None:
        """Write a file's bytes to standard output, exactly, in whatever encoding they are."""
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def say(self, name: str, /, **slots: object) -> None:
        """Print the message `name` to standard error."""
        self.line(self.words.message(name, **slots))

    def line(self, text: str) -> None:
        """Print one line to standard error."""
        print(text, file=sys.stderr, flush=True)

    def problems(self, problems: Iterable[Problem], results: bool = False) -> int:
        """List `problems` and say how many there are; returns the exit code: 1 if one of them is an error, else 0.

        With `results` they are the result of the command: they go to standard output, and a warning counts as well.
        """
        told = list(problems)
        notes = [p for p in told if p.severity == "info"]
        real = [p for p in told if p.severity != "info"]
        for problem in told if self.verbose else real:
            line = self.words.problem(problem)
            if results:
                self.result(line + "\n")
            else:
                self.line(line)
        if notes and not self.verbose:
            self.say("summary-with-notes", problems=len(real), notes=len(notes))
        elif told or results:
            self.say("summary", problems=len(real), notes=len(notes))
        return 1 if any(results or p.severity == "error" for p in real) else 0


def utf8_streams() -> None:
    """Print UTF-8 whatever the environment's encoding is; a character that UTF-8 has no place for is shown as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def close_quietly(stream: TextIO) -> None:
    """Let nothing more be written to `stream`, whose reader has gone away: Python would complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
