"""Texts, names and dates made ready for the processor: what a style cannot print is taken out and said, particles are told apart."""

from __future__ import annotations

import html
import re
from typing import Any

import attrs

from litreview.csl.particles import split_particles
from litreview.csl.richtext import unbalanced
from litreview.errors import Problem, fault
from litreview.record.csl_values import dates, names
from litreview.record.csl_values.texts import RENAMED, clean
from litreview.record.dates import Date
from litreview.record.names import Name
from litreview.record.variables import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES

NAMES, DATES, TEXTS = frozenset(NAME_VARIABLES), frozenset(DATE_VARIABLES), frozenset(TEXT_VARIABLES + NUMBER_VARIABLES)
_NOTE_LINE = re.compile(r"^\s*(?:\{:)?([A-Za-z][\w-]*)\s*:\s*(.+?)\}?\s*$")

_REFERENCE = re.compile(r"&#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});")
"""A character by its number, left in a field by a program that wrote for the web."""
_BETWEEN = re.compile(r"\}[ \t]*(?=\{:)")
"""Between two variables in braces on one line."""


@attrs.frozen
class Intake:
    """The values of one work while they are made ready."""

    key: str
    texts: dict[str, str] = attrs.field(factory=dict)
    names: dict[str, tuple[Name, ...]] = attrs.field(factory=dict)
    dates: dict[str, Date] = attrs.field(factory=dict)
    problems: list[Problem] = attrs.field(factory=list)

    def add_text(self, field: str, text: str) -> None:
        """Take in a text or number; one that says nothing is not there."""
        done = self._printable(field, text)
        if done.strip():
            self.texts[field] = done

    def add_names(self, field: str, people: tuple[Name, ...]) -> None:
        """Take in the names of one variable."""
        self.names[field] = tuple(self._name(field, name) for name in people)

    def read_note(self) -> None:
        """Variables that reference managers keep as ``variable: value`` lines at the start of ``note``; a field of its own wins."""
        note = self.texts.get("note")
        if not note or ":" not in note:
            return
        remaining: list[str] = []
        reading = True
        for line in _BETWEEN.sub("}\n", note).splitlines():
            match = _NOTE_LINE.match(line) if reading else None
            if not match or not self._read_line(RENAMED.get(match[1], match[1]), match[2]):
                reading = reading and not line.strip()
                remaining.append(line)
        if "\n".join(remaining).strip():
            self.texts["note"] = "\n".join(remaining)
        else:
            del self.texts["note"]

    def _read_line(self, field: str, value: str) -> bool:
        """Whether a line of the note holds a variable."""
        if field in DATES:
            date, _ = dates.from_json(value)
            if date is not None and date.literal is None:
                self.dates.setdefault(field, date)
        elif field in NAMES:
            family, _, given = value.partition("||")
            name = names.from_json({"family": family, "given": given} if given else {"literal": family.strip()}).name
            if name is not None and field not in self.names:
                self.add_names(field, (name,))
        elif field != "note" and (field in TEXTS or field.removesuffix("-short") in TEXTS):
            self.texts.setdefault(field, value)
        else:
            return False
        return True

    def _name(self, field: str, name: Name) -> Name:
        """A name as styles take it: white space drawn together, and particles written into its parts told apart."""
        changes: dict[str, Any] = {}
        for part in names.PARTS.values():
            value = getattr(name, part)
            if value is not None:
                text = self._printable(field, value)
                text = " ".join(text.split()) if "\u00a0" not in text else text.strip(" ")
                if text != value:
                    changes[part] = text or None
        if changes:
            name = attrs.evolve(name, **changes)
        return name if name.parsed or name.literal is not None else split_particles(name)

    def _printable(self, field: str, text: str) -> str:
        if "&#" in text:
            text = _REFERENCE.sub(lambda reference: html.unescape(reference[0]), text)
        done = clean(text)
        if done is not text:
            self.problems.append(fault("control-characters", key=self.key, field=field))
        if "<" in done and (tag := unbalanced(done)) is not None:
            self.problems.append(fault("csl-unbalanced-markup", key=self.key, field=field, tag=tag))
        return done
