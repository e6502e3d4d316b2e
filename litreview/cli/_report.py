"""What the command line prints: results to standard output, messages to standard error, both as UTF-8."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

import attrs

from litreview.cli._parser import Misuse
from litreview.cli._words import Words
from litreview.errors import Problem

SAME = 5
"""More problems of one kind than this are one line with their number, unless all are asked for."""
FIRST = 3
"""So many of their places are named then."""
LONGEST = 40
"""Characters of a path that are shown among places."""


@attrs.define
class Gathered:
    """What a command says, kept for one object of JSON."""

    results: list[str] = attrs.Factory(list)
    files: list[str] = attrs.Factory(list)
    messages: list[dict[str, object]] = attrs.Factory(list)
    problems: list[Problem] = attrs.Factory(list)
    facts: dict[str, object] = attrs.Factory(dict)


@attrs.frozen
class Report:
    """Where a command says what it has to say.

    `verbose` lists problems of severity "info" instead of counting them, `quiet` says errors and results alone. Where something is
    `gathered`, all is kept there and nothing is printed.
    """

    words: Words
    program: str = "litreview"
    verbose: bool = False
    quiet: bool = False
    gathered: Gathered | None = None
    said: set[Problem] = attrs.field(factory=set, eq=False, repr=False)
    """The problems that were said one by one: of a command that runs in many folders each is said once."""
    clear: Callable[[], None] = lambda: None
    """Takes away what shows how far the work is, before anything is printed."""

    def misuse(self, name: str, /, **slots: object) -> Misuse:
        """The exception for a fault in the arguments: the message `name`, and where to look them up."""
        return Misuse(f"{self.program}: {self.words.with_help(self.words.message(name, **slots), self.program)}")

    def example(self, holds: str = "") -> str:
        """The first example of the command that has `holds` in it, as its help shows it: what to type instead of a fault."""
        lines = self.words.examples(self.program.rpartition(" ")[2])
        return next((line for line, _ in lines if holds in line), self.program)

    def result(self, text: str) -> None:
        """Print `text` to standard output, exactly."""
        if self.gathered is not None:
            self.gathered.results.append(text)
            return
        self.clear()
        sys.stdout.write(text)
        sys.stdout.flush()

    def data(self, data: bytes) -> None:
        """Write a file's bytes to standard output, exactly, in whatever encoding they are."""
        if self.gathered is not None:
            self.gathered.results.append(data.decode("utf-8", "replace"))
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def facts(self, **values: object) -> None:
        """What the result is as plain values, by name, for those who ask for JSON."""
        if self.gathered is not None:
            self.gathered.facts.update(values)

    def say(self, name: str, /, **slots: object) -> None:
        """Print the message `name` to standard error."""
        if self.gathered is not None:
            plain = {slot: value if isinstance(value, int | bool) else str(value) for slot, value in slots.items()}
            self.gathered.messages.append({"code": name, **plain, "message": self.words.message(name, **slots)})
            self.gathered.files += [str(slots["path"])] if name in _MADE else []
        elif not self.quiet:
            self.line(self.words.message(name, **slots))

    def line(self, text: str) -> None:
        """Print one line to standard error."""
        self.clear()
        print(text, file=sys.stderr, flush=True)

    def problem(self, problem: Problem) -> None:
        """Print one problem to standard error."""
        if problem in self.said:
            return
        self.said.add(problem)
        if self.gathered is not None:
            self.gathered.problems.append(problem)
        elif problem.severity == "error" or not self.quiet:
            self.line(self.words.problem(problem))

    def problems(self, problems: Iterable[Problem], results: bool = False, each: bool = False) -> int:
        """List `problems` and say how many there are; returns the exit code: 1 if one of them is an error, else 0.

        With `results` they are the result of the command: they go to standard output, and a warning counts as well. Many of one kind are
        one line with their number and the first places, unless all are asked for by `verbose`, or `each` is a finding to be worked off.
        """
        listed = list(problems)
        notes = [p for p in listed if p.severity == "info"]
        real = [p for p in listed if p.severity != "info"]
        code = 1 if any(results or p.severity == "error" for p in real) else 0
        if self.gathered is not None:
            self.gathered.problems += listed
            return code
        self._grouped(listed if self.verbose else real, results, each or self.verbose)
        if notes and not self.verbose:
            self.say("summary-with-notes", problems=len(real), notes=len(notes))
        elif listed or results:
            self.say("summary", problems=len(real), notes=len(notes))
        return code

    def _grouped(self, problems: Sequence[Problem], results: bool, each: bool) -> None:
        alike: dict[tuple[str, str, str | None], list[Problem]] = {}
        for problem in problems:
            alike.setdefault(_kind(problem), []).append(problem)
        for problem in problems:
            same = alike[_kind(problem)]
            if each or len(same) <= SAME:
                line = self.words.problem(problem)
            elif problem is same[0]:
                line = self._many(same)
            else:
                continue
            if results:
                self.result(line + "\n")
            elif problem.severity == "error" or not self.quiet:
                self.line(line)

    def _many(self, problems: Sequence[Problem]) -> str:
        """Problems of one kind in one line."""
        sentences = list(dict.fromkeys(map(self.words.sentence, problems)))
        places = _first_places(problems)
        name = "same-of-many" if len(sentences) == 1 else "alike-of-many"
        return self.words.message(name, count=len(problems), places=places or "–", sentence=sentences[0])


def _kind(problem: Problem) -> tuple[str, str, str | None]:
    """What makes two problems the same fault: the code, how bad it is, the field that it is about."""
    return problem.code, problem.severity, dict(problem.data).get("field")


def _first_places(problems: Sequence[Problem]) -> str:
    """The first places of a fault, each file named once, and only the end of a long path."""
    places = list(dict.fromkeys(filter(any, map(_place, problems))))[:FIRST]
    rows: list[str] = []
    for number, (file, line) in enumerate(places):
        again = number > 0 and places[number - 1][0] == file and line
        named = file if len(file) <= LONGEST else f"…{file[-LONGEST:]}"
        rows.append(line if again else ":".join(filter(None, (named, line))))
    return ", ".join(rows)


def _place(problem: Problem) -> tuple[str, str]:
    """The file and line of a problem, else the key of its record."""
    line = str(problem.origin.line) if problem.origin.file and problem.origin.line else ""
    return problem.origin.file or problem.key or "", line


_MADE = ("written", "written-beside", "rewritten", "outline-updated")
"""Messages that name a file which the command wrote."""


def utf8_streams() -> None:
    """Print UTF-8 whatever the environment's encoding is; a character that UTF-8 has no place for is shown as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def close_quietly(stream: TextIO) -> None:
    """Let nothing more be written to `stream`, whose reader has gone away: Python would complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
