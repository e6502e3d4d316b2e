"""Notes of Zotero, which are HTML: what was put into them from annotations, and paragraphs that the reader wrote herself."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

from litreview.highlights.words import comment_text, page_in, source_text
from litreview.record import Highlight
from litreview.record.colours import colour_of

_BLOCKS = frozenset("p div li h1 h2 h3 h4 h5 h6 blockquote td th tr br".split())
_MOST = 2_000
"""So many paragraphs of a note are read."""


def in_note(html: str, tag: str | None, key: str, known: Collection[str] = ()) -> tuple[Highlight, ...]:
    """The highlights in the note `key` on a work in the language `tag`. What was put in from annotations that are `known` is left out.

    A highlight is the words of the source with those that the reader wrote behind them; any other paragraph is a note of hers.

    >>> data = "%7B%22pageLabel%22%3A%22315%22%7D"
    >>> note = f"<p><span class='highlight' data-annotation='{data}'>“Trade grew with trust.”</span> hasil: naik</p>"
    >>> one, = in_note(note, "en", "N1")
    >>> dict(one.text), dict(one.comment), one.page
    ({'en': 'Trade grew with trust.'}, {'id': 'hasil: naik'}, '315')
    """
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.finish()
    highlights: list[Highlight] = []
    for number, (quoted, own, data) in enumerate(parser.paragraphs[:_MOST], 1):
        if str(data.get("annotationKey", "")) in known:
            continue
        comment = " ".join(own.split())
        page, bare = page_in(comment)
        label = data.get("pageLabel")
        text = source_text(quoted.strip().strip('“”"„‘’'), tag)
        if text or bare:
            highlights.append(
                Highlight(
                    text,
                    comment_text(bare),
                    str(label) if label else page,
                    colour_of(str(data.get("color", ""))),
                    kind="highlight" if text else "note",
                    id=str(data.get("annotationKey") or f"{key}/{number}"),
                )
            )
    return tuple(highlights)


class _Parser(HTMLParser):
    """The paragraphs of a note: words from an annotation, words beside them, and what the note says of the annotation."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[tuple[str, str, dict[str, Any]]] = []
        self._quoted: list[str] = []
        self._own: list[str] = []
        self._data: dict[str, Any] = {}
        self._within: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self.finish()
        if tag in ("br", "img", "hr"):
            return
        kinds = said.get("class", "").split()
        role = (
            "quoted"
            if "data-annotation" in said or "highlight" in kinds or "underline" in kinds
            else "apart"
            if "citation" in kinds
            else ""
        )
        if "data-annotation" in said:
            if self._data or "".join(self._own).strip():
                self.finish()
            self._data = _decoded(said["data-annotation"])
        self._within.append((tag, role))

    def handle_endtag(self, tag: str) -> None:
        while self._within:
            name, _ = self._within.pop()
            if name == tag:
                break
        if tag in _BLOCKS:
            self.finish()

    def handle_data(self, data: str) -> None:
        roles = {role for _, role in self._within}
        if "apart" in roles:
            return
        (self._quoted if "quoted" in roles else self._own).append(data)

    def finish(self) -> None:
        """End the paragraph at hand."""
        quoted, own = "".join(self._quoted), re.sub(r"^\s*\(\s*\)|\(\s*\)\s*$", "", "".join(self._own))
        if quoted.strip() or own.strip():
            self.paragraphs.append((quoted, own, self._data))
        self._quoted, self._own, self._data = [], [], {}


def _decoded(text: str) -> dict[str, Any]:
    try:
        value = json.loads(unquote(text))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
