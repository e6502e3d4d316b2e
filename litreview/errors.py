"""What can go wrong, said in two ways: misuse raises, bad input is a value.

The exceptions::

    LitreviewError
    ├── UnknownName    (LookupError)   a style, format, language, output, theme or key that does not exist
    ├── ReadError      (ValueError)    a file that cannot be opened, decoded or taken apart at all
    ├── StyleError     (ValueError)    a CSL style with which nothing can be rendered
    ├── WriteError     (ValueError)    a value that has no place in the chosen output, or a file that cannot be written
    ├── WrongType      (TypeError)     a value of a kind that a function does not take
    ├── MissingExtra   (ImportError)   an optional dependency that is not installed
    ├── MissingWord    (KeyError)      a language without a word that the program, or a part, says or reads by
    └── PartClash      (ValueError)    two parts of one family with one name

Whatever is wrong *inside* an input that can otherwise be used never raises: it is a `Problem`, collected beside the result,
and put into words by `litreview.languages.explain`.
"""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Iterable
from typing import Literal

import attrs

Severity = Literal["error", "warning", "info"]


class LitreviewError(Exception):
    """The base of every exception that litreview raises on purpose; its text names the thing and the next step.

    `problem` is the same as data, where there is any: the command line says it in the reader's language.
    """

    problem: Problem | None = None


class UnknownName(LitreviewError, LookupError):
    """A name that is not among the known ones; the message offers the nearest.

    `kind` is what was asked for ("style", "format", …), `name` what was given, `known` what exists.

    >>> print(UnknownName("language", "idn", ["en", "id"]))
    unknown language "idn"; did you mean "id"?
    """

    def __init__(self, kind: str, name: str, known: Iterable[str] = (), advice: str = "") -> None:
        self.kind, self.name, self.known, self.advice = kind, name, tuple(known), advice
        close = nearest(name, self.known)
        more = f"; {advice}" if advice else ""
        if close:
            more = f'; did you mean "{close}"?{f" ({advice})" if advice else ""}'
        elif 0 < len(self.known) <= 12:
            more = f"; known: {', '.join(self.known)}{more}"
        super().__init__(f'unknown {kind} "{name}"{more}')


class ReadError(LitreviewError, ValueError):
    """A source that cannot be read at all. `path` and `line` (1-based) say where, as far as known.

    >>> print(ReadError("not valid YAML: a tab where spaces are expected", path="a.yaml", line=3))
    a.yaml:3: not valid YAML: a tab where spaces are expected
    """

    def __init__(self, message: str, path: str | None = None, line: int | None = None) -> None:
        self.path, self.line = path, line
        where = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(where + message)


class StyleError(LitreviewError, ValueError):
    """A citation style with which nothing can be rendered. `line` is the line of the style file, where known."""

    def __init__(self, message: str, style: str | None = None, line: int | None = None) -> None:
        self.style, self.line = style, line
        where = f"{style}:{line}: " if style and line else f"{style}: " if style else ""
        super().__init__(where + message)


class WriteError(LitreviewError, ValueError):
    """A value that the chosen output cannot hold (the message names the key and the field), or a file that cannot be written."""


class WrongType(LitreviewError, TypeError):
    """A value of a kind that a function does not take; the message says what was given and what to give instead.

    >>> print(WrongType(7, "a path or a Library", "litreview.load(path) makes one"))
    this needs a path or a Library, not 7 (int): litreview.load(path) makes one
    """

    def __init__(self, given: object, wanted: str, advice: str) -> None:
        self.given, self.wanted, self.advice = given, wanted, advice
        literal = repr(given) if isinstance(given, str | int | float) else ""
        kind = "None" if given is None else type(given).__name__
        value = f"{literal if len(literal) < 40 else literal[:39] + '…'} ({kind})" if literal else kind
        super().__init__(f"this needs {wanted}, not {value}: {advice}")


class MissingExtra(LitreviewError, ImportError):
    """An optional dependency is not installed.

    >>> print(MissingExtra("plots", "matplotlib"))
    this needs matplotlib: pip install matplotlib, or "litreview-kit[plots]" (installed with pipx: pipx inject litreview-kit matplotlib)
    """

    def __init__(self, extra: str, package: str) -> None:
        self.extra, self.package = extra, package
        how = f'pip install {package}, or "litreview-kit[{extra}]" (installed with pipx: pipx inject litreview-kit {package})'
        super().__init__(f"this needs {package}: {how}")


class MissingWord(LitreviewError, KeyError):
    """A language lacks a word (or, where `section` is empty, a section) that litreview says or reads by: its file is at fault, no input.

    `part` is what needs it, where that is known: a section, a figure, a check.

    >>> print(MissingWord("labels", "notes", "litreview/languages/ms/prose.toml"))
    litreview/languages/ms/prose.toml lacks "notes" in [labels]: add it there
    >>> print(MissingWord("chapter", "timeline", "litreview/languages/en/prose.toml", "section timeline"))
    litreview/languages/en/prose.toml lacks "timeline" in [chapter], needed by section timeline: add it there
    """

    def __init__(self, section: str, key: str, file: str, part: str = "") -> None:
        self.section, self.key, self.file, self.part = section, key, file, part
        lacking = f'"{key}" in [{section}]' if section else f"[{key}]"
        super().__init__(f"{file} lacks {lacking}{f', needed by {part}' if part else ''}: add it there")

    def __str__(self) -> str:
        return str(self.args[0])


class PartClash(LitreviewError, ValueError):
    """Two parts of one family have one name: which of them was meant could not be told.

    >>> print(PartClash("litreview.formats", "ris", "litreview.formats.ris", "ours 1.0 (ours.ris)"))
    two parts of litreview.formats are called "ris": that of litreview.formats.ris and that of ours 1.0 (ours.ris); remove one
    """

    def __init__(self, family: str, name: str, first: str, second: str) -> None:
        self.family, self.name, self.first, self.second = family, name, first, second
        super().__init__(f'two parts of {family} are called "{name}": that of {first} and that of {second}; remove one')


@attrs.frozen
class Origin:
    """Where a record came from: for messages, and for writing a file back unchanged. Lines count from 1."""

    file: str | None = None
    line: int | None = None
    format: str | None = None
    start: int | None = None
    """Offset of the record's first code point in the decoded file; None where the format does not keep it."""
    end: int | None = None
    """Offset behind its last code point."""


@attrs.frozen(repr=False)
class Problem:
    """One fault found in an input, as data. `litreview.languages.explain` turns it into a sentence.

    `code` names the kind of fault (an entry of ``[problems]`` in each language file), `data` fills the slots of that sentence.

    >>> problem = fault("unknown-field", key="wulandari2021", field="autor", nearest="author", line=4)
    >>> problem.get("field"), problem.origin.line
    ('autor', 4)
    """

    code: str
    data: tuple[tuple[str, str], ...] = ()
    origin: Origin = Origin()
    key: str | None = None
    severity: Severity = "warning"

    def __repr__(self) -> str:
        """What it is and where, on one line.

        >>> fault("unknown-field", key="wulandari2021", file="a.bib", line=4, field="autor")
        <Problem unknown-field: a.bib:4, wulandari2021>
        """
        file = self.origin.file
        place = ", ".join(filter(None, (f"{file}:{self.origin.line}" if file and self.origin.line else file, self.key)))
        return f"<{type(self).__name__} {self.code}{': ' if place else ''}{place}>"

    def __str__(self) -> str:
        """The problem as a sentence, in English; in another language it is `litreview.explain` that says it."""
        said: str = importlib.import_module("litreview.languages").explain(self)  # what words are is no business of this module
        return said

    def get(self, name: str) -> str | None:
        """The slot `name`, or None."""
        return dict(self.data).get(name)

    def at(self, file: str | None) -> Problem:
        """The same problem, placed in `file` unless it already names one."""
        return self if self.origin.file else attrs.evolve(self, origin=attrs.evolve(self.origin, file=file))


def fault(
    code: str,
    *,
    key: str | None = None,
    file: str | None = None,
    line: int | None = None,
    severity: Severity = "warning",
    **data: object,
) -> Problem:
    """Make a `Problem`; every keyword that is not a place becomes a slot (as text) of its sentence."""
    slots = tuple((name, str(value)) for name, value in data.items() if value is not None)
    return Problem(code, slots, Origin(file=file, line=line), key, severity)


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known name most like `name`, ignoring case, or None where none is near: at least as like as `cutoff`, from 0 to 1.

    >>> nearest("Autor", ["author", "editor"])
    'author'
    """
    folded = {k.casefold(): k for k in known}
    matches = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=cutoff)
    return folded[matches[0]] if matches else None
