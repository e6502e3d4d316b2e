"""From the working tree to document inlines: affixes and delimiters are set, punctuation and spaces meet, quotes and marks take turns."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, TypeAlias, cast

import attrs

from litreview.csl.punctuation import INSIDE, MARKS, MEETING, STAYING, inside_quotes
from litreview.csl.textcase import change_case
from litreview.csl.tree import Content
from litreview.document.nodes import Cited, Display, Foreign, Inline, Inlines, Link, Mark, Quoted, Styled, Text


@attrs.frozen
class Orthography:
    """The quotation marks of a locale and whether full stop and comma stand inside them."""

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    punctuation_in_quote: bool = False


_Kind: TypeAlias = Literal["root", "format", "quotes", "display", "link", "lang", "cited"]
_MARK: dict[tuple[str, str], Mark] = {
    ("font-style", "italic"): "italic", ("font-style", "oblique"): "oblique", ("font-style", "normal"): "upright",
    ("font-weight", "bold"): "bold", ("font-weight", "light"): "light", ("font-weight", "normal"): "medium",
    ("font-variant", "small-caps"): "small-caps", ("font-variant", "normal"): "normal-caps",
    ("text-decoration", "underline"): "underline", ("text-decoration", "none"): "no-underline",
    ("vertical-align", "sup"): "superscript", ("vertical-align", "sub"): "subscript", ("vertical-align", "baseline"): "baseline",
}  # fmt: skip
_LEVEL = {"double": "outer", "single": "inner"}
_GIVEN = {"double": ("“", "”"), "single": ("‘", "’")}
"""Curved quotation marks written into a field: kept as they are unless nested."""
_SPACES = frozenset(" \u00a0\u202f")
_RAISED = re.compile(
    "([\u00aa\u00ba\u02b0-\u02b3\u02b7\u02b8\u02e0-\u02e4\u1d2c-\u1d2e\u1d30-\u1d3a\u1d3c-\u1d4d\u1d4f-\u1d61\u2071\u207f])"
)
_PLAIN = {
    "font-style": "normal", "font-weight": "normal", "font-variant": "normal", "text-decoration": "none", "vertical-align": "baseline",
}  # fmt: skip


class _Frame:
    """An open part of the output; its items can still change while later text may reach back into it."""

    __slots__ = ("items", "kind", "name", "orthography", "rich", "value")

    def __init__(self, kind: _Kind, name: str = "", value: str = "", rich: bool = False, orthography: Orthography | None = None) -> None:
        self.kind, self.name, self.value, self.rich, self.orthography = kind, name, value, rich, orthography
        self.items: list[str | _Frame] = []


class Finisher:
    """Takes the parts of one citation or entry in reading order. `inlines` gives the finished result.

    >>> from litreview.csl.tree import Node
    >>> finisher = Finisher(Orthography(punctuation_in_quote=True))
    >>> finisher.add(Node(["Title"], quotes="outer", suffix="."))
    >>> finisher.inlines()
    (Quoted(children=(Text(text='Title.'),), open='“', close='”'),)
    """

    __slots__ = ("_at", "_closed", "_last", "_orthography", "_quoted", "_stack", "foreign")

    def __init__(self, orthography: Orthography, foreign: dict[str, Orthography] | None = None) -> None:
        self._orthography = orthography
        self.foreign = foreign or {}
        self._stack = [_Frame("root")]
        self._last: list[str | _Frame] | None = None  # the list that holds the last visible text …
        self._at = 0  # … and where in it
        self._closed = False
        self._quoted: tuple[list[str | _Frame], int] | None = None  # the text before a mark that stands alone behind a quotation

    def add(self, content: Content) -> None:
        """Set one part behind what is there."""
        if isinstance(content, str):
            self._text(content.replace("'", "’"))
            return
        if content.mark == "field":
            self._put(str(content.children[0]).replace("'", "’"))
            if self._quoted is not None and str(content.children[0]) in STAYING:
                self._quoted = None
            return
        if content.mark == "opening" and self._last is not None and cast(str, self._last[self._at])[-2:] == ". ":
            content = content.copy(change_case(content.children, "capitalize-first"))
        if content.display is not None:
            self._open(_Frame("display", value=content.display))
        if content.prefix:
            self._text(content.prefix)
        opened = 0
        if content.mark == "cited":
            self._open(_Frame("cited", value=str(content.data)))
            opened += 1
        if content.lang is not None:
            self._open(_Frame("lang", value=content.lang))
            opened += 1
        if content.quotes is not None:
            self._open(_Frame("quotes", value=content.quotes, orthography=self._orthography))
            opened += 1
        if content.format is not None:
            for name, value in reversed(content.format):
                self._open(_Frame("format", name, value, content.rich))
                opened += 1
        if content.link is not None:
            self._open(_Frame("link", value=content.link))
            opened += 1
        outside = self._orthography
        if content.lang is not None:
            self._orthography = self.foreign.get(content.lang, outside)
        delimiter = content.delimiter
        if delimiter:
            first = True
            for child in content.children:
                if not first:
                    self._text(delimiter)
                first = False
                self.add(child)
        else:
            for child in content.children:
                self.add(child)
        self._orthography = outside
        for _ in range(opened):
            self._close()
        if content.suffix:
            self._text(content.suffix)
        if content.display is not None:
            self._close()

    def _close(self) -> None:
        frame = self._stack.pop()
        if not frame.items:
            self._stack[-1].items.pop()
        elif frame.kind == "quotes":
            self._closed = True

    def _open(self, frame: _Frame) -> None:
        self._stack[-1].items.append(frame)
        self._stack.append(frame)

    def _text(self, text: str) -> None:
        if not text:
            return
        last = self._last
        if last is None:
            text = text.lstrip(" ") if self._stack[-1].kind == "display" else text
            if not text:
                return
        else:
            standing = cast(str, last[self._at])
            end, start = standing[-1:], text[0]
            if start == " " and end in _SPACES:
                text = text.lstrip(" ")
            elif start in MARKS and (end in MARKS or (self._closed and start in INSIDE)):
                text = self._meet(last, standing, text)
            if not text:
                return
        self._put(text)

    def _put(self, text: str) -> None:
        self._quoted = (self._last, self._at) if self._closed and text in MARKS and self._last is not None else None
        last, items = self._last, self._stack[-1].items
        if last is items and self._at == len(items) - 1:
            items[-1] = cast(str, items[-1]) + text
        else:
            self._last, self._at = items, len(items)
            items.append(text)
        self._closed = False

    def _meet(self, last: list[str | _Frame], standing: str, text: str) -> str:
        """Settle the marks at a seam; what stands may change, what is still to be set is returned."""
        end, start = standing[-1], text[0]
        marks = MEETING[end + start] if end in MARKS else start
        words = standing[:-1] if end in MARKS else standing
        if not self._closed:
            if self._quoted is not None and standing == end and self._orthography.punctuation_in_quote:
                inner, place = self._quoted
                inside = inside_quotes(marks)
                inner[place] = cast(str, inner[place]) + marks[:inside]
                last[self._at] = marks[inside : inside + 1]
                return marks[inside + 1 :] + text[1:]
            last[self._at] = words + marks[0]
            return marks[1:] + text[1:]
        if not self._orthography.punctuation_in_quote:
            return text[1:] if marks == end else text
        inside = inside_quotes(marks)
        last[self._at] = words + marks[:inside]
        return marks[inside:] + text[1:]

    def inlines(self) -> Inlines:
        """Everything set so far."""
        return _build(self._stack[0].items, _PLAIN, None, self._orthography)


def finish(content: Content, orthography: Orthography) -> Inlines:
    """One part on its own."""
    finisher = Finisher(orthography)
    finisher.add(content)
    return finisher.inlines()


def _build(items: list[str | _Frame], state: dict[str, str], quotes: str | None, orthography: Orthography) -> Inlines:
    inlines: list[Inline] = []
    run = ""
    for item in items:
        if isinstance(item, str):
            run += item
            continue
        if run:
            inlines += _texts(run, state)
            run = ""
        inlines += _frame(item, state, quotes, orthography)
    if run:
        inlines += _texts(run, state)
    return tuple(inlines)


def _texts(run: str, state: dict[str, str]) -> Inlines:
    """A run of text; guillemets keep their spaces, and raised letters, which few typefaces have, are letters set raised."""
    if run.isascii():
        return (Text(run),)
    if "«" in run or "»" in run:
        run = run.replace("« ", "«\u202f").replace(" »", "\u202f»")
    if not _RAISED.search(run):
        return (Text(run),)
    inlines: list[Inline] = []
    for place, part in enumerate(_RAISED.split(run)):
        if part and place % 2:
            plain = Text(unicodedata.normalize("NFKD", part))
            inlines.append(plain if state["vertical-align"] == "sup" else Styled("superscript", (plain,)))
        elif part:
            inlines.append(Text(part))
    return tuple(inlines)


def _frame(frame: _Frame, state: dict[str, str], quotes: str | None, orthography: Orthography) -> Inlines:
    if frame.kind == "format":
        name, value = frame.name, frame.value
        if frame.rich and state[name] == value:
            value = _PLAIN[name]
        if state[name] == value:
            return _build(frame.items, state, quotes, orthography)
        return (Styled(_MARK[name, value], _build(frame.items, {**state, name: value}, quotes, orthography)),)
    if frame.kind == "quotes":
        level = _LEVEL.get(frame.value, frame.value) if quotes is None else "inner" if quotes == "outer" else "outer"
        marks = frame.orthography or orthography
        opening, closing = marks.outer if level == "outer" else marks.inner
        if quotes is None and frame.value in _GIVEN:
            opening, closing = _GIVEN[frame.value]
        return (Quoted(_build(frame.items, state, level, orthography), opening, closing),)
    inner = _build(frame.items, state, quotes, orthography)
    if frame.kind == "display":
        return (Display(cast(Literal["block", "left-margin", "right-inline", "indent"], frame.value), inner),)
    if frame.kind == "cited":
        return (Cited(frame.value, inner),)
    if frame.kind == "link":
        return (Link(frame.value, inner),)
    return (Foreign(frame.value, inner),)
