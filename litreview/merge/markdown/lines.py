"""A line of a Markdown file as text, each character with its place in the source, so that stretches of it can be changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import attrs

from litreview.document.nodes import Cite, Inlines
from litreview.writers._markdown_kept import token_of

_SPECIAL = re.compile(r"<!--.*?-->|\\(?P<escaped>[!-/:-@\[-`{-~])", re.DOTALL)


@attrs.frozen(slots=False, eq=False)
class Known:
    """What citations and cross references show in a file, as source; `references` lead to keys."""

    cites: Mapping[str, Cite]
    references: Mapping[str, str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of them, the longest first."""
        cites = [re.escape(words) for words in sorted(self.cites, key=len, reverse=True)]
        references = [rf"(?<!\w){re.escape(words)}(?!\w)" for words in sorted(self.references, key=len, reverse=True)]
        return re.compile("|".join([*cites, *references]) or r"(?!)")


@attrs.frozen
class Solid:
    """A citation or a cross reference in a line: its places in the text and in the source."""

    start: int
    end: int
    begin: int
    stop: int
    cite: Cite | None = None
    target: str = ""


@attrs.define(eq=False)
class Op:
    """One thing to do to a stretch of a line (places in its text): runs set in its place, or a comment set behind it.

    Several runs are paragraphs of a cell. `tracked` runs stand behind the stretch, as an insertion; `bare`
    ones are source already.
    """

    start: int
    end: int
    runs: tuple[Inlines, ...] | None = None
    lead: str = ""
    tail: str = ""
    remark: str = ""
    tracked: bool = False
    bare: bool = False


@attrs.define(eq=False)
class Line:
    """A paragraph, heading, caption, item or cell: its source, and what is to be done to it."""

    source: str
    kind: str
    begin: int = 0
    """Where its words begin in the source, behind the marks of a heading or an item."""
    known: Known = attrs.field(factory=lambda: Known({}, {}))
    text: str = ""
    places: list[int] = attrs.field(factory=list)
    solids: list[Solid] = attrs.field(factory=list)
    ops: list[Op] = attrs.field(factory=list)
    cells: list[Line] = attrs.field(factory=list)

    def __attrs_post_init__(self) -> None:
        """Read the source."""
        at = self.begin
        characters: list[str] = []
        while at < len(self.source):
            found = self.known.pattern.match(self.source, at)
            special = None if found else _SPECIAL.match(self.source, at)
            if found:
                words = found[0]
                cite, target = self.known.cites.get(words), self.known.references.get(words, "")
                shown = token_of(cite) if cite is not None else f"⟦REF {target}⟧"
                self.solids.append(Solid(len(characters), len(characters) + len(shown), at, found.end(), cite, target))
                characters += shown
                self.places += [at] * len(shown)
                at = found.end()
            elif special and special["escaped"] is None:
                at = special.end()
            else:
                step = 2 if special else 1
                characters.append(self.source[at + step - 1])
                self.places.append(at)
                at += step
        self.text = "".join(characters)
        self.places.append(len(self.source))

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the source."""
        if start >= end:
            return self.places[start], self.places[start]
        last = next((solid.stop for solid in self.solids if solid.start < end <= solid.end), None)
        if last is None:
            last = self.places[end - 1] + (2 if self.source[self.places[end - 1]] == "\\" and self.text[end - 1] != "\\" else 1)
            if self.source[self.places[end - 1] : last] == "\\" and self.text[end - 1] == "\\":
                last += self.source[last : last + 1] == "\\"
        return self.places[start], last

    def changes(self) -> list[Op | Solid]:
        """What is done, from left to right, with the citations and references that stay."""
        covered = [(op.start, op.end) for op in self.ops if op.runs is not None and not op.tracked and op.start < op.end]
        left = [solid for solid in self.solids if not any(a <= solid.start and solid.end <= b for a, b in covered)]
        return sorted([*self.ops, *left], key=lambda one: (one.start, one.end, isinstance(one, Op)))

    def written(self, done: Sequence[str], note: Callable[[str], str]) -> str:
        """The source with everything done; `done` has the source of each of `changes` (empty for a remark), `note` makes a comment."""
        out: list[str] = []
        at = 0
        for one, made in zip(self.changes(), done, strict=True):
            begin, stop = (one.begin, one.stop) if isinstance(one, Solid) else self.stretch(one.start, one.end)
            if isinstance(one, Op) and (one.remark or one.tracked or one.start == one.end):
                stop = max(stop, at)
                out.append(self.source[at:stop])
                out.append(f" {note(one.remark)}" if one.remark else f" {{++{made}++}}" if one.tracked else f"{one.lead}{made}{one.tail}")
                at = stop
                continue
            out += [self.source[at:begin], made, *(found[0] for found in re.finditer(r"<!--.*?-->", self.source[begin:stop], re.DOTALL))]
            at = max(at, stop)
        return "".join([*out, self.source[at:]])
