"""Where citations and bibliography entries stand, and the names by which they lead to each other."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

import attrs

from litreview.document.nodes import Cite, Cited, Document, Figure, Heading, Inlines, Link, Note, Reference, References, Table
from litreview.document.walk import block_inlines, nodes

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def token(text: str, length: int = 6) -> str:
    """A short name for `text` that depends on nothing else: digits and small letters from its SHA-256.

    >>> token("lee2019") == token("lee2019") != token("Lee2019")
    True
    """
    number = int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16])
    name = ""
    for _ in range(length):
        number, digit = divmod(number, len(_DIGITS))
        name += _DIGITS[digit]
    return name


def slug(key: str) -> str:
    """`key` as a name for a bookmark or an identifier: at most 27 letters, digits and underscores, and different for different keys.

    Names of bookmarks are compared without regard to case, and a hyphen breaks them in Word.
    """
    readable = re.sub(r"[^A-Za-z0-9]+", "_", key).strip("_")[:20]
    return f"{readable}_{token(key)}" if readable else token(key)


@attrs.frozen
class Anchors:
    """What leads where in one document: entries by key, and in how many paragraphs (cells, list items) each work is cited."""

    listed: frozenset[str]
    cited: Mapping[str, int]

    def entry(self, key: str) -> str | None:
        """The name of the bibliography entry of `key`, or None where the document lists no such work."""
        return f"ref_{slug(key)}" if key in self.listed else None

    def citations(self, key: str) -> Iterator[str]:
        """The names of the places where `key` is cited, in reading order: one for each paragraph, at its first citation there."""
        for number in range(1, self.cited.get(key, 0) + 1):
            yield citation(key, number)


def citation(key: str, number: int) -> str:
    """The name of the `number`-th place (from 1) where `key` is cited."""
    return f"cite_{slug(key)}_{number}"


def works(cite: Cite) -> tuple[str, ...]:
    """The different keys that a citation names, in order."""
    return tuple(dict.fromkeys(item.key for item in cite.items))


def parted(cite: Cite) -> frozenset[str]:
    """The keys for which the citation's text has a part of its own."""
    return frozenset(node.key for node in nodes(cite.children) if isinstance(node, Cited))


def anchors(document: Document) -> Anchors:
    """Find all entries and citations of `document`."""
    listed = frozenset(entry.key for block in document.blocks if isinstance(block, References) for entry in block.entries)
    cited: dict[str, int] = {}
    for block in document.blocks:
        for run in block_inlines(block):
            for key in {item.key for node in nodes(run) if isinstance(node, Cite) for item in node.items}:
                cited[key] = cited.get(key, 0) + 1
    return Anchors(listed, cited)


class Places:
    """The places passed while a document is written in reading order."""

    def __init__(self, known: Anchors) -> None:
        self._known = known
        self._passed: dict[str, int] = {}
        self._here: set[str] = set()

    def paragraph(self) -> None:
        """A new paragraph, cell or list item begins."""
        self._here.clear()

    def name(self, key: str) -> str | None:
        """The name of the place at hand, if the work is cited here for the first time in its paragraph."""
        number = self._passed.get(key, 0) + 1
        if key in self._here or number > self._known.cited.get(key, 0):
            return None
        self._here.add(key)
        self._passed[key] = number
        return citation(key, number)


def letters(number: int) -> str:
    """1, 2, … 26, 27 as a, b, … z, aa.

    >>> letters(1), letters(27)
    ('a', 'aa')
    """
    text = ""
    while number:
        number, digit = divmod(number - 1, 26)
        text = chr(ord("a") + digit) + text
    return text


def holds_link(children: Inlines) -> bool:
    """Whether a link, a note or a citation lies within, so that a link around all of it would hold another."""
    return any(isinstance(node, Link | Note | Cite | Cited | Reference) for node in nodes(children))


def targets(document: Document) -> frozenset[str]:
    """The keys of all headings, tables and figures, to which a cross reference may lead."""
    return frozenset(block.key for block in document.blocks if isinstance(block, Heading | Table | Figure))
