"""How a language counts, lists and names things: the parts of speech that every sentence uses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

import attrs

from litreview.concepts import concept, concept_ids
from litreview.document.nodes import Foreign, Inline, Inlines, Link, Note, Quoted, Sentence, Styled, Text
from litreview.languages import Language, language, tags
from litreview.record import Concept
from litreview.review.thresholds import LONGEST_QUOTATION

_INNER_MARKS = str.maketrans("“”„", "‘’‚")
_STRAIGHT = re.compile(r'"([^"]*)"')


@attrs.frozen
class Voice:
    """A language at work: numbers in words, lists, quotations, words of other languages in italics.

    `concepts` are those that have a name beside ours.
    """

    language: Language
    concepts: tuple[Concept, ...] = ()

    def number(self, n: int) -> str:
        """A count as the language writes it in running text: in words up to ten or so, else in digits.

        >>> from litreview.languages import language
        >>> Voice(language("id")).number(4), Voice(language("en")).number(40)
        ('empat', '40')
        """
        words: Sequence[str] = self.language.section("numbers")["words"]
        return words[n] if 0 <= n < len(words) else str(n)

    def concept(self, name: str | None) -> str | None:
        """What the concept `name` is usually called; None for what is no concept.

        >>> from litreview.languages import language
        >>> Voice(language("id")).concept("interview"), Voice(language("id")).concept("batik")
        ('wawancara', None)
        """
        return concept(name, self.concepts).label(self.language.tag) if name in concept_ids(self.concepts) and name else None

    def studies(self, n: int) -> str:
        """ "one study", "three studies", as the language says it."""
        forms = self.language.section("numbers")
        return str(forms["study"] if n == 1 else forms["studies"]).format(n=self.number(n))

    def join(self, items: Sequence[Inlines], strong: bool = False, conjunction: Literal["and", "or"] = "and") -> Inlines:
        """A list in running text; `strong` separates with semicolons, where the items hold commas themselves."""
        words = self.language.section("lists")[conjunction]
        comma, last = ("; ", words["strong_last"]) if strong else (", ", words["last"])
        if len(items) <= 1:
            return items[0] if items else ()
        if len(items) == 2 and not strong:
            return (*items[0], Text(words["two"]), *items[1])
        joined: list[Inline] = [*items[0]]
        for item in items[1:-1]:
            joined += [Text(comma), *item]
        return (*joined, Text(last), *items[-1])

    def quote(self, words: str, tag: str) -> Inlines:
        """`words`, found in a source in the language `tag`, between quotation marks.

        They are cut after `LONGEST_QUOTATION` words, and marked if foreign. Double marks within become single ones, and a conjunction at
        the head ("that", "bahwa") is left to the sentence around.
        """
        words = _conjunction().sub("", words).translate(_INNER_MARKS)
        words = _STRAIGHT.sub(r"‘\1’", words)
        parts = words.split()
        text = " ".join(parts[:LONGEST_QUOTATION]).rstrip(" ,;:") + " …" if len(parts) > LONGEST_QUOTATION else words.rstrip(" .;,")
        marks = self.language.section("lists")
        quoted: Inlines = (Quoted((Text(text),), marks["quote_open"], marks["quote_close"]),)
        return quoted if self.speaks(tag) else (Foreign(tag, quoted),)

    def speaks(self, tag: str) -> bool:
        """Whether text tagged `tag` may stand in this language without a mark ("und" may)."""
        return tag.split("-")[0] in (self.language.tag, "und")

    def italicise(self, inlines: Inlines) -> Inlines:
        """Set the known words of other languages in italics, as writing rules ask; citations and quotations are left alone."""
        section = self.language.section("foreign")
        pattern, tag = _pattern(tuple(section["terms"])), str(section["tag"])
        return tuple(node for inline in inlines for node in _italic(inline, pattern, tag))


@cache
def _conjunction() -> re.Pattern[str]:
    words = (re.escape(str(word)) for tag in tags() for word in language(tag).section("sentences")["that"])
    return re.compile(rf"^(?:{'|'.join(words)}),?\s+")


@cache
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    if not terms:
        return None
    longest = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(t) for t in longest) + r")(?![\w-])", re.IGNORECASE)


def _italic(node: Inline, pattern: re.Pattern[str] | None, tag: str) -> Inlines:
    if pattern is None:
        return (node,)
    if isinstance(node, Text):
        parts: list[Inline] = []
        at = 0
        for found in pattern.finditer(node.text):
            if found.start() > at:
                parts.append(Text(node.text[at : found.start()]))
            parts.append(Foreign(tag, (Styled("italic", (Text(found.group()),)),)))
            at = found.end()
        return (*parts, Text(node.text[at:])) if at < len(node.text) else tuple(parts)
    if isinstance(node, Sentence | Link | Note):
        return (attrs.evolve(node, children=tuple(new for child in node.children for new in _italic(child, pattern, tag))),)
    return (node,)
