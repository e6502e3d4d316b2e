"""The units of a block: the stretches that are edited and made anew each for itself, sentences above all, each with its slot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.document.nodes import Inline, Inlines, Sentence, Text
from litreview.document.walk import merge
from litreview.writers._characters import clean
from litreview.writers.docx.package.manifest import signed, signed_node

_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[^\W\d_a-z]|[\"“‘(\[⟦\d])")
_NO_END = re.compile(r"(?<!\w)(?:[^\W\d_](?:\.[^\W\d_])*)\.$")
"""An initial, or an abbreviation with a mark inside ("t.t."): no sentence ends behind it."""
_COUNTED = re.compile(r"\s*(?:\w|\d{1,3})[.)]$")
"""The number of a point at the beginning of a sentence ("1. First"): the sentence goes on."""
_TITLE = re.compile(r"(?<!\w)(?:[A-Z][b-df-hj-np-tv-z]{1,3}|Prof|[B-DF-HJ-NP-TV-Z]{2})\.$")
"""What is shortened before a name: mostly consonants alone ("Dr.", "Jl.", "Ir.", "PT."). "Bali." and "Solo." end sentences."""
_NO_END_BEFORE_DIGIT = re.compile(r"(?<!\w)[^\W\d_]{1,4}\.$")
SENTENCES = ("text", "item")
"""The kinds of blocks whose words are parted into sentences."""


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where the sentences of a stretch of text stand, blanks around them left out.

    >>> def parts(text: str) -> list[str]:
    ...     return [text[a:b] for a, b in sentences(text)]
    >>> parts("One. Two, p. 4? “Three.”")
    ['One.', 'Two, p. 4?', '“Three.”']
    >>> parts("Lihat Tabel 2.1. Menurut Prof. Siti, hlm. 5. Ya.")
    ['Lihat Tabel 2.1.', 'Menurut Prof. Siti, hlm. 5.', 'Ya.']
    >>> parts("Ia tinggal di Bali. Menurut Dr. Sri kota itu dekat.")
    ['Ia tinggal di Bali.', 'Menurut Dr. Sri kota itu dekat.']
    """
    stop = len(text) if end is None else end
    places: list[tuple[int, int]] = []
    at = start
    for found in _END.finditer(text, start, stop):
        before = text[max(at, found.start() - 12) : found.start()]
        if _NO_END.search(before) or _TITLE.search(before) or _COUNTED.fullmatch(text, at, found.start()):
            continue
        if text[found.end()].isdigit() and _NO_END_BEFORE_DIGIT.search(before):
            continue
        places.append((at, found.start() + len(found[0].rstrip())))
        at = found.end()
    places.append((at, stop))
    return [trimmed for place in places if (trimmed := _trimmed(text, *place))[0] < trimmed[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def units_of(key: str, texts: Sequence[Inlines], kind: str = "text") -> tuple[tuple[str, str], ...]:
    """The units of a block of some kind, each as its slot and its text.

    >>> units_of("gaps/intro", ((Text("One thing. Another."),),))
    (('gaps/intro', 'One thing.'), ('gaps/intro#2', 'Another.'))
    """
    return tuple((slot, signed(words)) for inlines in texts for slot, words in parted(key, inlines, kind))


def parted(key: str, inlines: Inlines, kind: str = "text") -> list[tuple[str, Inlines]]:
    """The units of a run of inlines: sentences that have a slot by that, what stands between them sentence by sentence, counted."""
    units: list[tuple[str, Inlines]] = []
    between: list[Inline] = []
    count = 0
    for node in (*inlines, None):
        if node is None or (isinstance(node, Sentence) and node.slot):
            for part in _sentences_of(tuple(between)) if kind in SENTENCES else [tuple(between)]:
                words = without_blanks(part)
                if signed(words):
                    count += 1
                    units.append((key if count == 1 else f"{key}#{count}", words))
            between = []
            if node is not None:
                units.append((node.slot, (node,)))
        else:
            between.append(node)
    return units


def _sentences_of(inlines: Inlines) -> list[Inlines]:
    """A run of inlines cut between its sentences, as far as the cut falls into plain text or between two nodes."""
    texts = [signed_node(node) for node in inlines]
    cuts = {start for start, _ in sentences("".join(texts))[1:]}
    parts: list[Inlines] = []
    part: list[Inline] = []
    at = 0
    for node, text in zip(inlines, texts, strict=True):
        begin = 0
        whole = not isinstance(node, Text) or clean(node.text) != node.text
        for cut in sorted(cut - at for cut in cuts if at <= cut < at + len(text)):
            if cut and whole:
                continue
            if isinstance(node, Text):
                part.append(Text(node.text[begin:cut]))
            parts.append(tuple(part))
            part, begin = [], cut
        part.append(Text(node.text[begin:]) if isinstance(node, Text) else node)
        at += len(text)
    return [*parts, tuple(part)]


def without_blanks(inlines: Inlines) -> Inlines:
    """Inlines without blanks at their ends."""
    nodes = list(inlines)
    while nodes and isinstance(nodes[0], Text):
        nodes[0] = Text(nodes[0].text.lstrip())
        if nodes[0].text:
            break
        nodes.pop(0)
    while nodes and isinstance(nodes[-1], Text):
        last = nodes[-1]
        nodes[-1] = Text(last.text.rstrip())
        if last.text.strip():
            break
        nodes.pop()
    return merge(nodes)
