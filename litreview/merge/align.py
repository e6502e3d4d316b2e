"""Where the units of the base stand in an edited text: by their bookmarks, by their words, then by likeness and neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal

import attrs

from litreview.merge.texts import folded, likeness, words
from litreview.writers.docx.package.units import sentences

ALIKE = 0.4
"""From this likeness on a sentence is an edited one and no other."""
FAINTLY_ALIKE = 0.15
"""The same where nothing else stands in the place of the one unit that is missing."""
WIDER = 0.05
"""By so much a sentence of hers beside a unit must make it liker to be taken for a part of it."""
EDITED_THERE = 0.7
"""From this likeness on a sentence in the place of a unit is that unit, though its old words stand elsewhere: in a copy."""
LONG_ENOUGH = 12
"""Characters from which on the same words elsewhere are the same unit, moved."""

Kind = Literal["heading", "caption", "text"]


@attrs.frozen
class Wanted:
    """A block of the base whose units are looked for: its key, its kind, and the text of each unit."""

    key: str
    kind: Kind
    units: tuple[str, ...]


@attrs.frozen
class Passage:
    """A paragraph of the edited text, its white space evened out. `keys` are the blocks whose bookmarks are in it.

    What stands before `start` is derived: a number, a label. No sentence ends within the stretches of `solid`: citations and the like.
    """

    text: str
    kind: Kind = "text"
    keys: tuple[str, ...] = ()
    start: int = 0
    solid: tuple[tuple[int, int], ...] = ()

    def sentences(self, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences of a stretch of it."""
        places: list[tuple[int, int]] = []
        for place in sentences(self.text, start, end):
            if places and any(a < places[-1][1] <= b and place[0] < b for a, b in self.solid):
                place = (places.pop()[0], place[1])
            places.append(place)
        return places


@attrs.frozen
class Found:
    """A unit in the edited text: the passage (its number), where it stands there, and whether its words are the same."""

    passage: int
    start: int
    end: int
    same: bool


Place = tuple[int, int]
"""A unit of the base: the number of its block, and its own number there."""


def align(base: Sequence[Wanted], passages: Sequence[Passage]) -> Mapping[Place, Found]:
    """Every unit that is still there; what is not in the result was deleted. No stretch of text is two units."""
    aligned = _Aligned(base, passages)
    aligned.by_bookmark()
    aligned.moved()
    aligned.by_neighbours()
    aligned.edited()
    aligned.alike()
    return aligned.found


class _Aligned:
    """What was found so far, and which stretches of each passage are taken."""

    def __init__(self, base: Sequence[Wanted], passages: Sequence[Passage]) -> None:
        self.base, self.passages = base, passages
        self.texts = [folded(passage.text) for passage in passages]
        self.found: dict[Place, Found] = {}
        self.taken: list[list[tuple[int, int]]] = [[] for _ in passages]
        self.homes: dict[str, list[int]] = {}
        self.guessed: set[str] = set()
        for number, passage in enumerate(passages):
            for key in passage.keys:
                self.homes.setdefault(key, []).append(number)

    def by_bookmark(self) -> None:
        """Units whose words stand unchanged in a passage of their block."""
        for at, block in enumerate(self.base):
            for number in self.homes.get(block.key, ()):
                begin = self.passages[number].start
                for n, text in enumerate(block.units):
                    if (at, n) not in self.found and (start := self.free(number, text, begin)) is not None:
                        begin = start + len(text)
                        self.take((at, n), number, start, begin, same=True)

    def moved(self) -> None:
        """Units whose words stand unchanged elsewhere; one that seems edited in its own place only where others of its block stand."""
        missing = [(place, text) for place, text in self.missing() if len(text) >= LONG_ENOUGH or self.base[place[0]].kind != "text"]
        if not missing:
            return
        joined = "\n".join(self.texts)
        starts: list[int] = []
        at = 0
        for passage in self.passages:
            starts.append(at)
            at += len(passage.text) + 1
        doubtful = {place for place, text in missing if self.edited_there(place[0], text)}
        for (at, n), text in sorted(missing, key=lambda unit: unit[0] in doubtful):
            company = {found.passage for (other, _), found in self.found.items() if other == at} if (at, n) in doubtful else frozenset()
            for number, start in _occurrences(joined, starts, folded(text)):
                passage = self.passages[number]
                kind = self.base[at].kind
                whole = kind == "text" or (passage.kind == kind and start == passage.start and start + len(text) == len(passage.text))
                if (at, n) in doubtful and number not in company:
                    continue  # a copy: what was edited in its place is the unit
                if whole and (passage.kind == "text") == (kind == "text") and self.is_free(number, start, start + len(text)):
                    self.take((at, n), number, start, start + len(text), same=True)
                    break

    def edited_there(self, at: int, text: str) -> bool:
        """Whether something very like the words of a unit stands, in no unit yet, where the bookmark of its block is."""
        homes = self.homes.get(self.base[at].key, ())
        left = (self.passages[number].text[start:end] for number in homes for start, end in self.stretches(number))
        return any(likeness(text, words) >= EDITED_THERE for words in left)

    def by_neighbours(self) -> None:
        """Give blocks that have no bookmark in the text the passages in which units of theirs stand, or that stand in their place."""
        marked = set(self.homes)
        stands: dict[int, int] = {}
        for (at, _), found in sorted(self.found.items()):
            if self.base[at].key not in marked:
                stands.setdefault(at, found.passage)
                if found.passage not in self.homes.setdefault(self.base[at].key, []):
                    self.homes[self.base[at].key].append(found.passage)
        places = {**{at: self.homes[b.key][0] for at, b in enumerate(self.base) if b.key in marked}, **stands}
        for begin, end in _gaps(len(self.base), places):
            first = places[begin] if begin >= 0 else -1
            last = places[end] if end < len(self.base) else len(self.passages)
            blocks = [at for at in range(begin + 1, end) if self.base[at].units]
            taken = {number for homes in self.homes.values() for number in homes}
            loose = [n for n in range(first + 1, last) if n not in taken and self.passages[n].text.strip() and not self.passages[n].keys]
            if len(blocks) == len(loose) and all(self.base[a].kind == self.passages[n].kind for a, n in zip(blocks, loose, strict=True)):
                for at, number in zip(blocks, loose, strict=True):
                    self.homes[self.base[at].key] = [number]
                    self.guessed.add(self.base[at].key)

    def edited(self) -> None:
        """Units that were edited where they stand: what is left of the passages of their block, between the neighbours found there."""
        for at, block in enumerate(self.base):
            missing = [n for n in range(len(block.units)) if (at, n) not in self.found]
            homes = self.homes.get(block.key, ())
            if not missing or not homes:
                continue
            if len(block.units) == 1 and len(homes) == 1 and not self.taken[homes[0]] and block.key not in self.guessed:
                passage = self.passages[homes[0]]
                whole = (passage.start, len(passage.text))
                places = passage.sentences(*whole) if block.kind == "text" else [whole]
                if len(places) == 1 and places[0][0] < places[0][1]:
                    self.take((at, 0), homes[0], *places[0], same=False)
                    continue
            for number in homes:
                self.pair(at, missing, [(number, *place) for place in self.stretches(number)])
                missing = [n for n in missing if (at, n) not in self.found]

    def alike(self) -> None:
        """Units that were edited in a passage that has lost its bookmark."""
        missing = self.missing()
        if not missing:
            return
        loose = [(number, *place) for number in range(len(self.passages)) for place in self.stretches(number)]
        index: dict[str, set[int]] = {}
        for place, (number, start, end) in enumerate(loose):
            for word in words(self.passages[number].text[start:end]):
                index.setdefault(word, set()).add(place)
        used: set[int] = set()
        for unit, text in missing:
            kind = self.base[unit[0]].kind
            near: dict[int, int] = {}
            for word in words(text):
                for place in index.get(word, ()) if len(index.get(word, ())) < 60 else ():
                    near[place] = near.get(place, 0) + 1
            best = 0.0, -1
            for place in sorted(near, key=lambda place: (-near[place], place))[:8]:
                number, start, end = loose[place]
                if place not in used and self.passages[number].kind == kind and not self.passages[number].keys:
                    best = max(best, (likeness(text, self.passages[number].text[start:end]), -place))
            if best[0] >= 0.55:
                used.add(-best[1])
                number, start, end = loose[-best[1]]
                self.take(unit, number, start, end, same=False)

    def pair(self, at: int, missing: Sequence[int], stretches: Sequence[tuple[int, int, int]]) -> None:
        """Give the missing units of a block to stretches of text, in their order, each to the likest."""
        texts = [self.passages[number].text[start:end] for number, start, end in stretches]
        units = self.base[at].units
        lone = len(missing) == 1 and len(stretches) == 1
        least = FAINTLY_ALIKE if lone else ALIKE
        scores = [[likeness(units[n], text) for text in texts] for n in missing]
        pairs = _in_order(scores, least)
        used = {column for _, column in pairs}
        for row, column in pairs:
            first, last = self.widened(units[missing[row]], stretches, column, used)
            self.take((at, missing[row]), stretches[column][0], stretches[first][1], stretches[last][2], same=False)

    def widened(self, unit: str, stretches: Sequence[tuple[int, int, int]], column: int, used: set[int]) -> tuple[int, int]:
        """The first and the last stretch of a unit that the writer has made several sentences of: those beside it that make it liker."""
        first = last = column
        number = stretches[column][0]
        text = self.passages[number].text
        score = likeness(unit, text[stretches[first][1] : stretches[last][2]])
        while True:
            best = 0.0, first, last
            for a, b, added in ((first, last + 1, last + 1), (first - 1, last, first - 1)):
                if not 0 <= added < len(stretches) or added in used or stretches[added][0] != number:
                    continue
                start, end = stretches[a][1], stretches[b][2]
                if self.is_free(number, start, end):
                    best = max(best, (likeness(unit, text[start:end]), a, b))
            if best[0] < score + WIDER:
                return first, last
            score, first, last = best
            used.update(range(first, last + 1))

    def missing(self) -> list[tuple[Place, str]]:
        """The units that were not found yet."""
        every = (((at, n), text) for at, block in enumerate(self.base) for n, text in enumerate(block.units))
        return [(place, text) for place, text in every if place not in self.found]

    def stretches(self, number: int) -> list[tuple[int, int]]:
        """The sentences of a passage that are no unit yet; of a heading or caption its words."""
        passage = self.passages[number]
        free: list[tuple[int, int]] = []
        at = passage.start
        for start, end in [*sorted(self.taken[number]), (len(passage.text), len(passage.text))]:
            if at < start:
                free += passage.sentences(at, start) if passage.kind == "text" else [(at, start)]
            at = max(at, end)
        return free

    def free(self, number: int, text: str, begin: int) -> int | None:
        """Where a text stands in a passage from `begin` on, in no unit yet."""
        passage, wanted = self.texts[number], folded(text)
        at = passage.find(wanted, begin)
        while at >= 0:
            if self.is_free(number, at, at + len(text)):
                return at
            at = passage.find(wanted, at + 1)
        return None

    def is_free(self, number: int, start: int, end: int) -> bool:
        """Whether no part of a stretch is a unit."""
        return all(end <= other or start >= stop for other, stop in self.taken[number])

    def take(self, place: Place, number: int, start: int, end: int, same: bool) -> None:
        """Let a stretch be a unit."""
        self.found[place] = Found(number, start, end, same)
        self.taken[number].append((start, end))


def _gaps(count: int, places: Mapping[int, int]) -> Iterable[tuple[int, int]]:
    """The neighbouring blocks that have places, with some between that have none; -1 and `count` are the ends."""
    there = [-1, *sorted(places), count]
    for begin, end in pairwise(there):
        ordered = begin < 0 or end == count or places[begin] < places[end]
        if end - begin > 1 and ordered:
            yield begin, end


def _occurrences(joined: str, starts: Sequence[int], text: str) -> Iterable[tuple[int, int]]:
    """The passages in which a text stands, and where; `starts` says where each passage begins in all of them joined."""
    at = joined.find(text)
    number = 0
    while at >= 0:
        while number + 1 < len(starts) and starts[number + 1] <= at:
            number += 1
        yield number, at - starts[number]
        at = joined.find(text, at + 1)


def _in_order(scores: Sequence[Sequence[float]], least: float) -> list[tuple[int, int]]:
    """The pairs (row, column), both rising, with the highest sum of scores that are no less than `least`."""
    rows, columns = len(scores), len(scores[0]) if scores else 0
    if rows * columns > 250_000:
        return []
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            score = scores[row][column]
            taken = score + best[row + 1][column + 1] if score >= least else 0.0
            best[row][column] = max(best[row + 1][column], best[row][column + 1], taken)
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < rows and column < columns:
        score = scores[row][column]
        if score >= least and best[row][column] == score + best[row + 1][column + 1]:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs
