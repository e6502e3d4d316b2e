"""A whole Markdown file as tokens: its front matter, its blocks, its notes by number; citations and notes within lines among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import attrs

from litreview.document.commonmark import MarkdownIt, StateInline, Token, closing, file_parser, pushed
from litreview.review.commonmark import NOTE, citation_rules
from litreview.review.remarks import end_of_element

MARK = "footnote_ref"
"""The type of the mark of a note that is defined elsewhere; ``meta["id"]`` is its number."""


@attrs.frozen
class Tokens:
    """The tokens of a file. `unmarked` are the labels of notes that are defined and stand nowhere."""

    front: str | None
    blocks: Sequence[Token]
    notes: Mapping[int, Sequence[Token]]
    unmarked: tuple[str, ...] = ()


def tokens(text: str) -> Tokens:
    """The tokens of the file `text`, whose lines end in a line feed.

    >>> found = tokens("So ^[see @lee] and more[^1].\\n\\n[^1]: Later.\\n")
    >>> [token.type for token in found.blocks], list(found.notes)
    (['paragraph_open', 'inline', 'paragraph_close'], [0])
    """
    kept: dict[str, Mapping[str, Mapping[str, int]]] = {}
    stream = _parser().parse(text, kept)
    front = stream[0].content if stream and stream[0].type == "front_matter" else None
    start = 0 if front is None else 1
    end = next((at for at, token in enumerate(stream) if token.type == "footnote_block_open"), len(stream))
    refs = kept.get("footnotes", {}).get("refs", {})
    return Tokens(front, stream[start:end], dict(_notes(stream[end:])), tuple(label[1:] for label, number in refs.items() if number < 0))


def _notes(stream: Sequence[Token]) -> Sequence[tuple[int, Sequence[Token]]]:
    notes: list[tuple[int, Sequence[Token]]] = []
    for at, token in enumerate(stream):
        if token.type == "footnote_open":
            notes.append((int(token.meta["id"]), stream[at + 1 : end_of_element(stream, at)]))
    return notes


@cache
def _parser() -> MarkdownIt:
    return file_parser({NOTE: _note, **citation_rules()})


def _note(state: StateInline, silent: bool) -> bool:
    """``^[words of the note]``. A note holds no notes."""
    if not state.src.startswith("^[", state.pos) or state.env.get("in_note"):
        return False
    start, end = state.pos + 2, closing(state.src, state.pos + 1)
    if end is None or end >= state.posMax:
        return False
    pushed(state, silent, NOTE, state.src[start:end], end + 1)
    if not silent:
        children: list[Token] = []
        state.md.inline.parse(state.src[start:end], state.md, {**state.env, "in_note": True}, children)
        for child in children:
            if "start" in child.meta:
                child.meta = {"start": child.meta["start"] + start, "end": child.meta["end"] + start}
        state.tokens[-1].children = children
    return True
