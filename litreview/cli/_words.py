"""The words of the command line, in the language of the reader's environment."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from litreview.errors import LitreviewError, MissingExtra, Origin, Problem, ReadError, StyleError, UnknownName, nearest
from litreview.languages import explain, language

_PLACEHOLDER = re.compile(r"\b[A-Z]{2,}\b")


@attrs.frozen
class Words:
    """Messages in one language (``[messages]`` and ``[help]`` of its file), always on one line."""

    tag: str

    def message(self, name: str, /, **slots: object) -> str:
        """The message `name` with its slots filled."""
        return one_line(str(language(self.tag).section("messages")[name]).format(**slots))

    def with_help(self, message: str, program: str) -> str:
        """A message about the arguments of `program`, and where to look them up."""
        look = self.message("see-help", program=program)
        return f"{message} ({look})" if message.endswith("?") else f"{message}; {look}"

    def help(self, name: str) -> str:
        """What the command or option `name` is for."""
        return str(language(self.tag).section("help")[name])

    def examples(self, command: str) -> Sequence[tuple[str, str]]:
        """The examples of a command: the line to type, and what it does."""
        pairs = (str(line).partition(" : ") for line in language(self.tag).section("examples").get(command, ()))
        return [(typed, purpose) for typed, _, purpose in pairs]

    def placeholders(self, text: str) -> str:
        """What stands for values in usage and options, in words of the reader: ``SOURCE... [-o OUT]``, "SUMBER... [-o KELUARAN]"."""
        words = language(self.tag).section("placeholders")
        return _PLACEHOLDER.sub(lambda found: str(words.get(found[0].casefold(), found[0])), text)

    def problem(self, problem: Problem) -> str:
        """A problem as a line: file, line, key, the thing, the next step."""
        return one_line(explain(problem, self.tag))

    def sentence(self, problem: Problem) -> str:
        """A problem without the place and key before it."""
        return one_line(explain(attrs.evolve(problem, origin=Origin(), key=None), self.tag))

    def error(self, error: LitreviewError) -> str:
        """An exception of ours as a line."""
        if error.problem is not None:
            return self.problem(error.problem)
        if isinstance(error, UnknownName):
            return self._unknown(error)
        if isinstance(error, MissingExtra):
            return self.message("missing-extra", extra=error.extra, package=error.package)
        if isinstance(error, ReadError | StyleError):
            # Made far down, in English: what is said around it is in the reader's language.
            where = error.path if isinstance(error, ReadError) else error.style
            place = f"{where}:{error.line}: " if where and error.line else f"{where}: " if where else ""
            return one_line(place) + self.message("cannot-be-read", detail=str(error).removeprefix(place))
        return one_line(str(error))

    def _unknown(self, error: UnknownName) -> str:
        section = language(self.tag).section("messages")
        line = self.message("unknown-name", kind=section["kinds"].get(error.kind, error.kind), name=error.name)
        close = nearest(error.name, error.known)
        advice = section["advice"].get(error.kind) or error.advice
        if close:
            line += "; " + self.message("did-you-mean", nearest=close)
            return one_line(f"{line} ({advice})" if advice else line)
        if 0 < len(error.known) <= 12:
            line += "; " + self.message("known-names", known=", ".join(error.known))
        return one_line(f"{line}; {advice}" if advice else line)


def one_line(text: str) -> str:
    """`text` on one line and without control characters, so that what a file holds cannot move the cursor of a terminal.

    >>> one_line("a\\n\\x1b[2Jb")
    'a ?[2Jb'
    """
    return "".join(c if c.isprintable() else " " if c.isspace() else "?" for c in text)
