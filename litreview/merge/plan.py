"""What happens to each unit: three versions of it compared, the generated one before, the writer's, and the generated one now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import attrs

from litreview.document.nodes import Document
from litreview.document.works import Works
from litreview.errors import Problem
from litreview.merge.align import Found, Place
from litreview.merge.texts import canonical, likeness

Action = Literal["kept", "edited", "replaced", "removed", "conflict", "unsupported", "deleted", "told", "added", "withheld", "own"]
"""What is done with a unit.

- "kept": untouched and the same now; "edited": the writer's, and nothing new to say. Both stay.
- "replaced": untouched, made anew; "removed": untouched, and no longer said; "added": new.
- "conflict": edited by the writer and otherwise now; "unsupported": edited, and no longer said. Both stay, with a comment.
- "deleted": deleted by the writer, and stays so; "told": the same, and it would be otherwise now, which a comment says once.
- "own": words of the writer's own beside our units, which stay; "withheld": new, but in a part that the writer deleted.
"""


FORMER = "~"
"""What the names of units begin with that come from a draft of a former version, which named none: they are paired by likeness."""
_LIKE = 0.6


def _counted(slot: str, key: str) -> bool:
    return slot == key or slot.startswith(f"{key}#")


@attrs.frozen
class MergeLine:
    """One line of the plan: what is done, the name of the unit, and its versions (empty where there is none)."""

    action: Action
    slot: str
    before: str = ""
    mine: str = ""
    now: str = ""


Resolve = Callable[[Document, Works], tuple[Document, tuple[Problem, ...]]]
"""Fills in the citations of a document; the works are those that the file cites and no source has."""


@attrs.frozen
class Merged:
    """What came of a merge: the new bytes (None where nothing changes), the plan, what was wrong with citations."""

    data: bytes | None
    told: tuple[MergeLine, ...]
    problems: tuple[Problem, ...] = ()


@attrs.frozen
class NewBlock:
    """A block that is generated now: its key, its kind, and its units as slot and text."""

    key: str
    kind: str
    units: tuple[tuple[str, str], ...]


@attrs.frozen
class Insertion:
    """A new unit that goes into a paragraph that is there: behind the unit `behind` of the base, or before `before`.

    One goes behind another new unit by having the same place; they stand in order.
    """

    slot: str
    behind: Place | None = None
    before: Place | None = None


@attrs.frozen
class Change:
    """What is done with one unit of the base; `now` is the slot of what it is now."""

    action: Action
    place: Place
    now: str | None = None
    near: Place | None = None
    """For what was deleted: the unit in whose neighbourhood it stood."""


@attrs.frozen
class Decided:
    """All decisions: units of the base, units that go into paragraphs, and blocks (by key) that are new as a whole."""

    changes: tuple[Change, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    blocks: tuple[str, ...] = ()
    told: tuple[MergeLine, ...] = ()


def decide(base: Sequence[NewBlock], found: Mapping[Place, Found], mine: Mapping[Place, str], new: Sequence[NewBlock]) -> Decided:
    """Decide on every unit of `base` and of `new`; `mine` has the texts of those found."""
    return _Decision(base, found, mine, new).decided()


class _Decision:
    def __init__(self, base: Sequence[NewBlock], found: Mapping[Place, Found], mine: Mapping[Place, str], new: Sequence[NewBlock]) -> None:
        self.base, self.found, self.mine, self.new = base, found, mine, new
        self.before = {(at, n): unit for at, block in enumerate(base) for n, unit in enumerate(block.units)}
        self.now = {slot: text for block in new for slot, text in block.units}
        self.places = list(self.before)
        self.order = {place: n for n, place in enumerate(self.places)}
        self.pairs = self.paired()
        self.back = {slot: place for place, slot in self.pairs.items()}

    def paired(self) -> dict[Place, str]:
        """Each unit of the base with what it is now: by its slot, else by the very same words; sentences that are only counted by words."""
        pairs = self._pair_counted()
        taken = set(pairs.values())
        pairs |= {place: slot for place, (slot, _) in self.before.items() if place not in pairs and slot in self.now and slot not in taken}
        used = set(pairs.values())
        free: dict[str, list[str]] = {}
        for slot, text in self.now.items():
            if slot not in used:
                free.setdefault(canonical(text), []).append(slot)
        for place, (_, text) in self.before.items():
            same = free.get(canonical(text)) if place not in pairs else None
            if same:
                pairs[place] = same.pop(0)
        self._pair_former(pairs)
        return pairs

    def _pair_counted(self) -> dict[Place, str]:
        """Pair the sentences of a block that have no name but their number: with the same words, else with the likest."""
        pairs: dict[Place, str] = {}
        new = {block.key: [(slot, text) for slot, text in block.units if _counted(slot, block.key)] for block in self.new}
        for at, block in enumerate(self.base):
            mine = [((at, n), text) for n, (slot, text) in enumerate(block.units) if _counted(slot, block.key)]
            free = dict(new.get(block.key, ()))
            if len(mine) < 2 and len(free) < 2:
                continue
            for place, text in mine:
                same = next((slot for slot, now in free.items() if canonical(now) == canonical(text)), None)
                if same is not None:
                    pairs[place] = same
                    del free[same]
            for place, text in mine:
                score, slot = max(((likeness(text, now), slot) for slot, now in free.items()), default=(0.0, ""))
                if place not in pairs and score >= _LIKE:
                    pairs[place] = slot
                    del free[slot]
        return pairs

    def _pair_former(self, pairs: dict[Place, str]) -> None:
        """Pair what a former version left without names, each with the likest that is free."""
        former = [place for place, (slot, _) in self.before.items() if slot.startswith(FORMER) and place not in pairs]
        free = dict.fromkeys(slot for slot in self.now if slot not in set(pairs.values())) if former else {}
        for place in former:
            text = self.before[place][1]
            scores = [(likeness(text, self.now[slot]), slot) for slot in free]
            score, slot = max(scores, key=lambda one: one[0], default=(0.0, ""))
            if score >= _LIKE:
                pairs[place] = slot
                del free[slot]

    def decided(self) -> Decided:
        """All of it."""
        changes = tuple(self.change(place) for place in self.before)
        insertions, blocks, withheld = self.additions()
        told = [self.line(change) for change in changes]
        told += [MergeLine("added", one.slot, now=self.now[one.slot]) for one in insertions]
        by_key = {block.key: block for block in self.new}
        told += [MergeLine("added", slot, now=text) for key in blocks for slot, text in by_key[key].units or ((key, ""),)]
        told += [MergeLine("withheld", slot, now=self.now[slot]) for slot in withheld]
        return Decided(changes, insertions, blocks, tuple(told))

    def line(self, change: Change) -> MergeLine:
        slot, text = self.before[change.place]
        now = self.now[change.now] if change.now is not None else ""
        return MergeLine(change.action, slot, text, self.mine.get(change.place, ""), now)

    def change(self, place: Place) -> Change:
        """What is done with one unit of the base."""
        text, slot, found = self.before[place][1], self.pairs.get(place), self.found.get(place)
        now = self.now[slot] if slot is not None else None
        other = now is not None and canonical(now) != canonical(text)
        if found is None:
            return Change("told" if other else "deleted", place, slot, self.neighbour(place))
        if found.same:
            if now is None:
                return Change("removed", place)
            return Change("replaced" if now != text else "kept", place, slot)
        if now is None:
            return Change("unsupported", place)
        if other and canonical(now) != canonical(self.mine[place]):
            return Change("conflict", place, slot)
        return Change("edited", place, slot)

    def neighbour(self, place: Place) -> Place | None:
        """The nearest unit before, else behind, that is still there: in the same block if there is one."""
        at = self.order[place]
        before = next((self.places[n] for n in range(at - 1, -1, -1) if self.stays(self.places[n])), None)
        if before is not None and before[0] == place[0]:
            return before
        behind = next((self.places[n] for n in range(at + 1, len(self.places)) if self.stays(self.places[n])), None)
        return behind if behind is not None and behind[0] == place[0] else before or behind

    def stays(self, place: Place) -> bool:
        """Whether a unit of the base will still stand in the text."""
        found = self.found.get(place)
        return found is not None and not (found.same and place not in self.pairs)

    def additions(self) -> tuple[tuple[Insertion, ...], tuple[str, ...], tuple[str, ...]]:
        """New units for paragraphs that are there; blocks that are new; units that nobody wants any more."""
        insertions: list[Insertion] = []
        blocks: list[str] = []
        withheld: list[str] = []
        known: dict[str, int] = {block.key: at for at, block in enumerate(self.base)}
        gone = self.deleted_parts(known)
        last: Place | None = None
        for block in self.new:
            fresh = [slot for slot, _ in block.units if slot not in self.back]
            here = [self.back[slot] for slot, _ in block.units if slot in self.back and self.stays(self.back[slot])]
            there = known.get(block.key)
            if not here and (there is None or not self.was_deleted(there)) and (fresh or (not block.units and there is None)):
                if block.key in gone:
                    withheld += fresh
                elif not fresh or len(fresh) == len(block.units):
                    blocks.append(block.key)
                elif last is not None:
                    insertions += [Insertion(slot, behind=last) for slot in fresh]
            elif not here:
                withheld += fresh
            else:
                previous: Place | None = None
                for slot, _ in block.units:
                    place = self.back.get(slot)
                    if place is not None:
                        previous = place if self.stays(place) else previous
                    else:
                        insertions.append(Insertion(slot, behind=previous) if previous else Insertion(slot, before=here[0]))
            last = here[-1] if here else last
        return tuple(insertions), tuple(blocks), tuple(withheld)

    def was_deleted(self, at: int) -> bool:
        """Whether the writer deleted a block of the base as a whole."""
        return bool(self.base[at].units) and not any((at, n) in self.found for n in range(len(self.base[at].units)))

    def deleted_parts(self, known: Mapping[str, int]) -> frozenset[str]:
        """The keys of the blocks that stand now under a heading that the writer deleted with all that stood under it."""
        gone: set[str] = set()
        part: list[NewBlock] = []
        for block in [*self.new, NewBlock("", "heading", ())]:
            if block.kind == "heading" and part:
                before = [known[one.key] for one in part if one.key in known]
                if part[0].key in known and all(map(self.was_deleted, before)):
                    gone.update(one.key for one in part)
                part = []
            part.append(block)
        return frozenset(gone)
