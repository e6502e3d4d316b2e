"""Text with the marks that show: what the goldens hold, made from the oracle's HTML and from document inlines alike.

``<i> <b> <sc> <sup> <sub> <u>`` are the only tags; they nest in this order and never begin or end at a space. A tab stands between
the first field and the rest of an entry, a pilcrow before any other part that the style sets apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import groupby

from litreview.document.nodes import Display, Entry, Inline, Quoted, Styled, Text

TAGS = ("i", "b", "sc", "sup", "sub", "u")
Marked = list[tuple[str, frozenset[str]]]

_MARKS: dict[str, tuple[str | None, set[str]]] = {
    "italic": ("i", set()), "oblique": ("i", set()), "upright": (None, {"i"}),
    "bold": ("b", set()), "medium": (None, {"b"}), "light": (None, {"b"}),
    "small-caps": ("sc", set()), "normal-caps": (None, {"sc"}),
    "superscript": ("sup", {"sub"}), "subscript": ("sub", {"sup"}), "baseline": (None, {"sup", "sub"}),
    "underline": ("u", set()), "no-underline": (None, {"u"}),
}  # fmt: skip
_SPANS = {
    "font-style:normal": "upright", "font-style:oblique": "oblique", "font-weight:normal": "medium",
    "font-variant:small-caps": "small-caps", "font-variant:normal": "normal-caps",
    "text-decoration:underline": "underline", "text-decoration:none": "no-underline",
    "baseline": "baseline",
}  # fmt: skip
_ELEMENTS = {"i": "italic", "b": "bold", "sup": "superscript", "sub": "subscript"}


def from_html(text: str) -> str:
    """The oracle's HTML for one citation or entry."""
    reader = _Html()
    reader.feed(text.strip())
    reader.close()
    return _written(reader.found)


def from_inlines(inlines: Iterable[Inline]) -> str:
    """Document inlines."""
    return _written(_characters(inlines, frozenset()))


def from_entry(entry: Entry) -> str:
    """A bibliography entry with its first field."""
    rest = from_inlines(entry.children)
    return f"{from_inlines(entry.margin)}\t{rest}" if entry.margin else rest


def _change(mark: str, around: frozenset[str]) -> frozenset[str]:
    added, removed = _MARKS[mark]
    return (around - removed) | ({added} if added else set())


def _characters(inlines: Iterable[Inline], marks: frozenset[str]) -> Marked:
    found: Marked = []
    for node in inlines:
        if isinstance(node, Text):
            found += [(character, marks) for character in node.text]
        elif isinstance(node, Styled):
            found += _characters(node.children, _change(node.mark, marks))
        elif isinstance(node, Quoted):
            found += [(c, marks) for c in node.open] + _characters(node.children, marks) + [(c, marks) for c in node.close]
        elif isinstance(node, Display) and found:
            found += [("\t" if node.mode == "right-inline" else "¶", marks), *_characters(node.children, marks)]
        else:
            found += _characters(node.children, marks)
    return found


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: Marked = []
        self.around: list[frozenset[str]] = [frozenset()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        mark = _ELEMENTS.get(tag)
        if tag == "span":
            mark = _SPANS.get((given.get("style") or "").rstrip(";").replace(" ", ""))
        kind = given.get("class") or ""
        if tag == "div" and kind != "csl-entry" and kind != "csl-left-margin" and any(c.strip() for c, _ in self.found):
            self.found.append(("\t" if kind == "csl-right-inline" else "¶", frozenset()))
        self.around.append(_change(mark, self.around[-1]) if mark else self.around[-1])

    def handle_endtag(self, tag: str) -> None:
        self.around.pop()

    def handle_data(self, data: str) -> None:
        self.found += [(character, self.around[-1]) for character in data]


def _written(characters: Marked) -> str:
    """One line: runs of characters with equal marks, each in its tags; a space takes the marks that both its neighbours have."""
    plain = [(c if c in "\t¶" or not c.isspace() or c in "  " else " ", m) for c, m in characters]
    for index, (character, _) in enumerate(plain):
        if character.isspace():
            before = next((m for c, m in reversed(plain[:index]) if not c.isspace()), frozenset[str]())
            after = next((m for c, m in plain[index:] if not c.isspace()), frozenset[str]())
            plain[index] = (character, before & after)
    done = []
    for marks, run in groupby(plain, key=lambda pair: pair[1]):
        inner = "".join(c for c, _ in run)
        for tag in reversed([t for t in TAGS if t in marks]):
            inner = f"<{tag}>{inner}</{tag}>"
        done.append(inner)
    return re.sub(" *([\t¶]) *", r"\1", "".join(done)).strip(" ")
