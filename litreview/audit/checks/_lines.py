"""A draft cut into sentences, each with its citations and, where it was generated, the sentence it was made as."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import attrs

from litreview.analysis.sentences import split_sentences
from litreview.audit.chapters import Passage
from litreview.audit.chapters.saved import Said
from litreview.audit.chapters.text import bare, tokens, without_tokens
from litreview.audit.checks._cited import Cited
from litreview.audit.checks._tokens import quotations
from litreview.audit.thresholds import LIKE_A_SENTENCE

Status = Literal["generated", "edited", "own"]


@attrs.frozen
class Base:
    """A generated sentence: its words without citations, the works it cites, and what it was made from."""

    bare: str
    keys: tuple[str, ...]
    said: Said

    @property
    def words(self) -> list[str]:
        """Its words, for comparing."""
        return self.bare.casefold().split()


@attrs.frozen
class Line:
    """One sentence of a passage, or one paragraph of a cell. `start` and `end` are places in the passage.

    `status`: "generated" as it was made, "edited" a changed version of `base`, "own" the writer's.
    """

    passage: Passage
    start: int
    end: int
    cites: tuple[Cited, ...] = ()
    status: Status = "own"
    base: Base | None = None
    row: tuple[str, ...] = ()
    """The works that the row of a table cites."""

    @property
    def text(self) -> str:
        """The sentence as it stands."""
        return self.passage.text[self.start : self.end]

    @property
    def prose(self) -> str:
        """The sentence with its citations blanked out, in the same places."""
        letters = list(self.text)
        for cite in self.cites:
            for place in range(max(cite.start, self.start), min(cite.end, self.end)):
                letters[place - self.start] = " "
        return "".join(letters)

    @property
    def keys(self) -> tuple[str, ...]:
        """The works it cites, each once."""
        return tuple(dict.fromkeys(key for cite in self.cites if not cite.unknown for key in cite.keys))

    @property
    def known(self) -> tuple[str, ...]:
        """The works its words may rest on: those it cites, or those of its row."""
        return tuple(dict.fromkeys([*self.keys, *self.row]))

    @property
    def place(self) -> str:
        """Where it stands: the heading above it and its first words."""
        return place(self.passage, self.text)

    @property
    def bare(self) -> str:
        """Its words without citations, evened out."""
        return bare(_without_citations(self))


def _without_citations(line: Line) -> str:
    text, at = "", line.start
    for cite in sorted(line.cites, key=lambda c: c.start):
        text += line.passage.text[at : max(at, cite.start)]
        at = max(at, cite.end)
    return text + line.passage.text[at : line.end]


def lines_of(passage: Passage, cites: Sequence[Cited], tag: str) -> tuple[Line, ...]:
    """The sentences of a passage with their citations; a note's mark belongs to the sentence it ends."""
    if not passage.text.strip():
        return ()
    spans = [(s.start, s.end) for s in split_sentences(_masked(passage.text, cites), tag)]
    lines: list[Line] = []
    for number, (start, end) in enumerate(spans):
        later = spans[number + 1][0] if number + 1 < len(spans) else len(passage.text) + 1
        mine = tuple(
            c for c in cites if (start <= c.start < end) or (c.start == c.end and end <= c.start < later) or (c.start == start == c.end)
        )
        if number and mine:
            mine = tuple(c for c in mine if not (c.start == c.end == start))
        lines.append(Line(passage, start, end, mine))
    return tuple(lines)


def _masked(text: str, cites: Iterable[Cited]) -> str:
    """The text with letters for what stands in citations and quotations, so that no full stop in them ends a sentence.

    The mark at the end of a quotation may end the sentence around it, but not before brackets: those cite what was quoted.
    """
    letters = list(text)
    for quote in quotations(text):
        bracketed = text[quote.end :].lstrip()[:1] in ("(", "[")
        for place in range(quote.start + 1, quote.end - (1 if bracketed else 2)):
            if letters[place] in ".?!…\n":
                letters[place] = "x"
    for start, end in ((c.start, c.end) for c in cites):
        for place in range(start, end):
            if letters[place] in ".?!…\n" or letters[place].isspace():
                letters[place] = "x"
        if end > start:
            letters[start] = "X" if end > start + 1 else "x"
            if start and text[start - 1] in ".?!":  # the number behind a full stop belongs to the sentence it ends
                letters[start - 1], letters[end - 1] = "x", text[start - 1]
    return "".join(letters)


_LED = re.compile(r"(?:(?<!\s)\s+)?\([^()⟦⟧]+⟦[^⟦⟧]*⟧\)")
"""A citation with what leads it in: in a style of notes both stand in the note."""


def bases(said: Iterable[Said], tag: str) -> tuple[Base, ...]:
    """The generated sentences in the language `tag`."""
    generated: list[Base] = []
    for sentence in said:
        text = sentence.text.only(tag)
        if text is None:
            continue
        generated.append(Base(bare(without_tokens(text)), tokens(text), sentence))
        noted = _LED.sub("", text)
        if noted != text:
            generated.append(Base(bare(without_tokens(noted)), tokens(text), sentence))
        pieces = split_sentences(text, tag)  # one template may say two things
        if len(pieces) > 1:
            texts = [text[piece.start : piece.end] for piece in pieces]
            generated += [Base(bare(without_tokens(piece)), tokens(piece), sentence) for piece in texts]
    return tuple(generated)


@attrs.frozen(eq=False)
class Known:
    """The generated sentences, to be found again: as they are, or the nearest."""

    by_words: Mapping[str, tuple[Base, ...]]
    by_word: Mapping[str, tuple[int, ...]]
    every: tuple[Base, ...]

    def matched(self, line: Line, taken: set[int]) -> Line:
        """`line` with the sentence it was made as, if it was generated, or the one it is a changed version of."""
        if not line.bare:
            return attrs.evolve(line, status="generated")
        exact = self.by_words.get(line.bare)
        if exact:
            keys = set(line.known)
            return attrs.evolve(line, status="generated", base=min(exact, key=lambda b: len(set(b.keys) ^ keys)))
        near = self._nearest(line, taken)
        return attrs.evolve(line, status="edited", base=near) if near else line

    def _nearest(self, line: Line, taken: set[int]) -> Base | None:
        mine = line.bare.casefold().split()
        if len(mine) < 3:
            return None
        counts: dict[int, int] = {}
        for word in set(mine):
            for number in self.by_word.get(word, ()):
                counts[number] = counts.get(number, 0) + 1
        best: tuple[float, int] | None = None
        for number in sorted(counts, key=lambda n: (-counts[n] / max(len(self.every[n].words), len(mine)), n))[:12]:
            base = self.every[number]
            if number in taken:
                continue
            likeness = difflib.SequenceMatcher(None, mine, base.words, autojunk=False).ratio()
            if set(line.known) & set(base.keys):
                likeness += 0.05
            if line.passage.key and line.passage.key == base.said.block:
                likeness += 0.05
            if likeness >= LIKE_A_SENTENCE and (best is None or likeness > best[0]):
                best = (likeness, number)
        return self.every[best[1]] if best else None


def known(generated: Sequence[Base]) -> Known:
    """Index the generated sentences."""
    by_words: dict[str, list[Base]] = {}
    by_word: dict[str, list[int]] = {}
    for number, base in enumerate(generated):
        by_words.setdefault(base.bare, []).append(base)
        for word in set(base.words):
            by_word.setdefault(word, []).append(number)
    common = max(60, len(generated) // 3)
    return Known(
        {words: tuple(listed) for words, listed in by_words.items()},
        {word: tuple(numbers) for word, numbers in by_word.items() if len(numbers) <= common},
        tuple(generated),
    )


def place(passage: Passage, text: str | None = None) -> str:
    """Where something is, for a person who looks for it: the heading above it and the first words of `text`, else of the passage."""
    words = (passage.text if text is None else text).split()
    first = f"“{' '.join(words[:8])}{' …' if len(words) > 8 else ''}”"
    return f"{passage.heading} › {first}" if passage.heading else first
