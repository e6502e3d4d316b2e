"""One line of Markdown as text: emphasis, links and escapes taken off, citations and notes marked."""

from __future__ import annotations

import re
from html import unescape

import attrs

from litreview.audit.chapters.text import Mark

_KEY = r"(?:\{[^{}]+\}|\w(?:[\w:.#$%&+?<>~/-]*\w)?)"
_AT = re.compile(rf"(?<![\w\\])-?@({_KEY})")
_TOKEN = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<code>`+)(?P<inside>.+?)(?<!`)(?P=code)(?!`)
    | \[\^(?P<note>[^\]\s]+)\]
    | <(?P<link>https?://[^<>\s]+|mailto:[^<>\s]+)>
    | <(?P<tag>/?(?:em|strong|sup|sub|u|i|b|span|a)\b[^<>]*)>
    | (?P<entity>&(?:\#\d+|\#x[0-9a-fA-F]+|\w+);)
    | (?P<marks>\*+|(?<!\w)_+|_+(?!\w)|~~)
    """,
    re.VERBOSE,
)


@attrs.frozen
class Line:
    """A line's text, what is marked in it, and the labels of its notes in order."""

    text: str
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()


def inline(markdown: str) -> Line:
    r"""Read one line.

    >>> inline(r"*Two* of [three](http://x.org) \[sic\][^1] agree [see @lee2019, p. 4; @kim].").text
    'Two of three [sic] agree [see @lee2019, p. 4; @kim].'
    """
    reader = _Inline()
    reader.read(markdown)
    return Line(reader.text, tuple(sorted(reader.marks, key=lambda mark: (mark.start, mark.end))), tuple(reader.notes))


class _Inline:
    def __init__(self) -> None:
        self.text = ""
        self.marks: list[Mark] = []
        self.notes: list[str] = []
        self.raised: int | None = None

    def read(self, markdown: str) -> None:
        at = 0
        while at < len(markdown):
            if markdown[at] == "[" and (end := _bracket(markdown, at)) is not None:
                at = self.brackets(markdown, at, end)
                continue
            found = _TOKEN.match(markdown, at)
            if found:
                self.token(found)
                at = found.end()
                continue
            narrative = _AT.match(markdown, at) if markdown[at] in "@-" and (at == 0 or not markdown[at - 1].isalnum()) else None
            if narrative:
                at = self.narrative(markdown, narrative)
                continue
            self.text += markdown[at]
            at += 1

    def brackets(self, markdown: str, at: int, end: int) -> int:
        """A citation in brackets, a link, a note, or just brackets."""
        inside = markdown[at + 1 : end]
        if inside.startswith("^"):
            self.notes.append(inside[1:])
            self.marks.append(Mark(len(self.text), len(self.text), note=0))
            return end + 1
        keys = tuple(dict.fromkeys(key.strip("{}") for key in _AT.findall(inside)))
        start = len(self.text)
        if keys:
            self.text += f"[{inside}]"
            self.marks.append(Mark(start, len(self.text), keys))
            return end + 1
        target = re.compile(r"\((?:<[^<>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)").match(markdown, end + 1)
        if target:
            self.read(inside)
            return target.end()
        self.text += "["
        self.read(inside)
        self.text += "]"
        return end + 1

    def narrative(self, markdown: str, found: re.Match[str]) -> int:
        """``@key`` in the sentence, with what stands in brackets behind it."""
        start, end = len(self.text), found.end()
        behind = re.compile(r"\s*\[[^\[\]@]*\]").match(markdown, end)
        end = behind.end() if behind else end
        self.text += markdown[found.start() : end]
        self.marks.append(Mark(start, len(self.text), (found[1].strip("{}"),)))
        return end

    def token(self, found: re.Match[str]) -> None:
        """An escape, code, a note, a tag, an entity, or the marks of emphasis, which are dropped."""
        if found["escaped"]:
            self.text += found["escaped"]
        elif found["code"]:
            self.text += found["inside"].strip()
        elif found["note"]:
            self.notes.append(found["note"])
            self.marks.append(Mark(len(self.text), len(self.text), note=0))
        elif found["link"]:
            self.text += found["link"]
        elif found["entity"]:
            self.text += unescape(found["entity"])
        elif found["tag"]:
            if found["tag"].startswith("sup"):
                self.raised = len(self.text)
            elif found["tag"].startswith("/sup") and self.raised is not None:
                self.marks.append(Mark(self.raised, len(self.text), raised=True))
                self.raised = None


def _bracket(markdown: str, at: int) -> int | None:
    """Where the bracket that opens at `at` is closed."""
    depth = 0
    place = at
    while place < len(markdown):
        character = markdown[place]
        if character == "\\":
            place += 1
        elif character == "[":
            depth += 1
        elif character == "]":
            depth -= 1
            if depth == 0:
                return place
        place += 1
    return None
