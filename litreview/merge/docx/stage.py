"""An edited Word file opened and decided on: every line with what is to be done to it, every new block at its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from litreview.document.nodes import Block, Figure, Heading, ListBlock, PageBreak, References, Table
from litreview.merge.align import Kind, Passage, Place, Wanted, align
from litreview.merge.content import Content, item_keys, keys_of, readable
from litreview.merge.docx.base import Base
from litreview.merge.docx.line import Line
from litreview.merge.docx.ops import Op, Works
from litreview.merge.docx.order import groups, reorder
from litreview.merge.docx.pictures import untouched
from litreview.merge.docx.places import comes_before, next_heading, section_end
from litreview.merge.docx.reading import Edited, TableLines, edited
from litreview.merge.docx.story import Story, W
from litreview.merge.docx.tables import TableMerge
from litreview.merge.plan import Change, Decided, MergeLine, NewBlock, decide
from litreview.merge.texts import ENDED, even
from litreview.merge.typed import typed
from litreview.writers.docx.package import manifest

_WORDED = ("text", "heading", "caption", "item")


class Stage:
    """One merge up to the point where citations must be known."""

    def __init__(self, body: Any, base: Base, content: Content, story: Story, policy: str, known: Collection[str]) -> None:
        self.body, self.base, self.content, self.story, self.policy, self.known = body, base, content, story, policy, known
        self.edited: Edited = edited(body, story)
        self.works = Works()
        self.told: list[MergeLine] = []
        self.runs: dict[Any, list[Block]] = {}
        """New blocks, by the element that keeps their place."""
        self.tables: list[TableMerge] = []
        self.removed: list[Line] = []
        self.changed = False
        """Whether something was taken out or set somewhere else already."""
        self.blocks = [block for block in base.blocks if block.kind in _WORDED]
        self.evens = [even(line.text) for line in self.edited.lines]
        self.passages = [self._passage(n) for n in range(len(self.edited.lines))]
        self.found = align([wanted(block) for block in self.blocks], self.passages)
        self.decide()

    def _passage(self, number: int) -> Passage:
        line = self.edited.lines[number]
        text, places = self.evens[number]
        kind = line.kind
        start = 0
        if kind != "text":
            label = next((piece for piece in reversed(line.pieces) if piece.kind == "label"), None)
            start = next((at for at, place in enumerate(places) if place >= label.end), len(text)) if label is not None else 0
            known = {unit for key in line.keys for block in self.blocks if block.key == key for unit in _texts(block)}
            for unit in known:
                if text.endswith(unit):
                    start = max(start, len(text) - len(unit))
            while label is not None and start < len(text) and text[start] in " .:–-":
                start += 1
        return Passage(text, kind, tuple(line.keys), min(start, len(text)), tuple(self._solid(number)))

    def _solid(self, number: int) -> Iterator[tuple[int, int]]:
        """Where citations and whatever else is no text of a sentence stand in the evened text of a line."""
        places = self.evens[number][1]
        for piece in self.edited.lines[number].pieces:
            if piece.kind == "cite":
                yield bisect_left(places, piece.start), bisect_left(places, piece.end)

    def place(self, place: Place) -> tuple[Line, int, int]:
        """A unit that is there: its line, and where it stands in the text of that."""
        found = self.found[place]
        places = self.evens[found.passage][1]
        return (
            self.edited.lines[found.passage],
            places[found.start],
            places[found.end - 1] + 1 if found.end > found.start else places[found.start],
        )

    def decide(self) -> None:
        """Decide on all units, and note what is to be done."""
        base = [NewBlock(b.key, b.kind, tuple((u.slot, b.text[u.start : u.end]) for u in b.units)) for b in self.blocks]
        mine = {place: self.evens[f.passage][0][f.start : f.end] for place, f in self.found.items()}
        decided = decide(base, self.found, mine, self.content.blocks)
        gone = self.merge_tables(decided)
        for change in decided.changes:
            if self.blocks[change.place[0]].key not in gone:
                self.apply(change)
        self.tell_deleted(decided)
        for one in decided.insertions:
            self.insert(one.slot, one.behind, one.before)
        self.told += [
            line for line in decided.told if line.slot.removesuffix("/caption") not in {key.removesuffix("/caption") for key in gone}
        ]
        self.find_typed()
        self.find_own()
        self.drop_figures()
        self.reorder()
        self.add_blocks(decided)

    def apply(self, change: Change) -> None:
        """Note what is to be done to a unit of the base that is there."""
        if change.place not in self.found:
            return
        line, start, end = self.place(change.place)
        ops = self.works.at(line).ops
        now = self.content.inlines[change.now] if change.now is not None else None
        if change.action == "replaced":
            ops.append(Op(start, end, now))
        elif change.action == "removed":
            text = line.text
            if line.kind != "text" and not text[end:].strip() and start == self.label_end(change.place):
                start, end = 0, len(text)
            before = start > 0 and text[start - 1].isspace()
            behind = not before and end < len(text) and text[end].isspace()
            ops.append(Op(start - before, end + behind, ()))
            self.removed.append(line)
        elif change.action in ("conflict", "unsupported"):
            mine = self.evens[self.found[change.place].passage][0][self.found[change.place].start : self.found[change.place].end]
            self.conflict(ops, start, end, change, now, mine)

    def label_end(self, place: Place) -> int:
        """Where the derived part of the line ends in which a heading or caption stands: its number."""
        found = self.found[place]
        places = self.evens[found.passage][1]
        return places[min(self.passages[found.passage].start, len(places) - 1)]

    def conflict(self, ops: list[Op], start: int, end: int, change: Change, now: Any, mine: str) -> None:
        """A unit that the writer edited and that would be another now, as the policy says."""
        if now is None or self.policy == "comment":
            text = readable(now) if now is not None else ""
            ops.append(Op(start, end, remark=(change.action, *([text] if text else []))))
        elif self.policy == "track":
            ops.append(Op(end, end, now, lead=" ", tracked=True))
        elif self.policy == "theirs":
            ops.append(Op(start, end, now))
            ops.append(Op(start, end, remark=("theirs", mine)))

    def tell_deleted(self, decided: Decided) -> None:
        """What the writer deleted and would be otherwise now: one comment for all of it in one neighbourhood."""
        near: dict[Place, list[str]] = {}
        for change in decided.changes:
            if change.action == "told" and change.near is not None and change.now is not None and self.policy in ("comment", "track"):
                near.setdefault(change.near, []).append(readable(self.content.inlines[change.now]))
        for place, texts in near.items():
            if place in self.found:
                line, start, end = self.place(place)
                self.works.at(line).ops.append(Op(start, end, remark=("told", *texts)))

    def insert(self, slot: str, behind: Place | None, before: Place | None) -> None:
        """Note that a new unit goes into a line."""
        nodes = self.content.inlines[slot]
        if behind is not None:
            line, end = self.sentence_end(behind)
            self.works.at(line).ops.append(Op(end, end, nodes, lead=" "))
        elif before is not None:
            line, start, _ = self.place(before)
            self.works.at(line).ops.append(Op(start, start, nodes, tail=" "))

    def sentence_end(self, place: Place) -> tuple[Line, int]:
        """Where the sentence of a unit ends: in the paragraph below it, where the writer has parted it in its middle."""
        line, _, end = self.place(place)
        number = self.found[place].passage + 1
        if line.text[end:].strip() or ENDED.search(line.text[:end]) or number >= len(self.edited.lines):
            return line, end
        below, passage = self.edited.lines[number], self.passages[number]
        if passage.kind != "text" or below.paragraph is not line.paragraph.getnext():
            return line, end
        rest = passage.sentences(0, len(passage.text))
        return (below, self.evens[number][1][rest[0][1] - 1] + 1) if rest and rest[0][1] else (line, end)

    def find_typed(self) -> None:
        """Citations that the writer typed in her own words: they become real ones."""
        lines = [
            *self.edited.lines,
            *(line for table in self.edited.tables for row in table.rows for cell in row.cells for line in cell.lines),
        ]
        for line in lines:
            text = line.text
            if "@" not in text:
                continue
            ops = self.works.at(line).ops
            covered = [(op.start, op.end) for op in ops if op.nodes is not None and op.start < op.end]
            for one in typed(text, self.known):
                if not any(a < one.end and one.start < b for a, b in covered) and _plain(line, one.start, one.end):
                    ops.append(Op(one.start, one.end, one.cites))
                    self.told.append(MergeLine("replaced", "typed", text[one.start : one.end], text[one.start : one.end]))

    def find_own(self) -> None:
        """Tell what the writer wrote beside our units."""
        taken: dict[int, list[tuple[int, int]]] = {}
        for found in self.found.values():
            taken.setdefault(found.passage, []).append((found.start, found.end))
        for number, passage in enumerate(self.passages):
            left, at = "", passage.start
            for start, end in [*sorted(taken.get(number, ())), (len(passage.text),) * 2]:
                left, at = f"{left} {passage.text[at:start]}", max(at, end)
            if any(character.isalnum() for character in left):
                self.told.append(MergeLine("own", next(iter(passage.keys), ""), mine=left.strip()))

    def drop_figures(self) -> None:
        """Take out the pictures of figures that are gone."""
        now = {block.key for block in self.content.document.blocks if isinstance(block, Figure)}
        gone = {block.key for block in self.base.blocks if block.kind == "figure"} - now
        for line in self.edited.lines:
            keys = gone.intersection(line.keys)
            if keys and line.text == "\ufffc" and all(untouched(line, key, self.base.kept) for key in keys):
                line.paragraph.getparent().remove(line.paragraph)
                self.changed = True

    def merge_tables(self, decided: Decided) -> frozenset[str]:
        """Merge the tables that are there. Gives the keys of captions that are not decided on any more."""
        now = {block.key: block for block in self.content.document.blocks if isinstance(block, Table)}
        kept: set[str] = set()
        for mine in self.edited.tables:
            table = now.get(mine.key)
            if table is not None:
                merge = TableMerge(mine, self.base.blocks, table, self.works, self.story)
                merge.merge()
                self.changed = self.changed or merge.changed
                self.tables.append(merge)
                self.told += merge.told
            elif self.touched(mine):
                kept.add(f"{mine.key}/caption")
                self.told.append(MergeLine("unsupported", mine.key))
                if mine.rows and mine.rows[0].cells and mine.rows[0].cells[0].lines:
                    line = mine.rows[0].cells[0].lines[0]
                    self.works.at(line).ops.append(Op(0, len(line.text), remark=("unsupported",)))
            else:
                self.told.append(MergeLine("removed", mine.key))
                mine.element.getparent().remove(mine.element)
                self.changed = True
        return frozenset(kept)

    def touched(self, mine: TableLines) -> bool:
        """Whether the writer changed anything in a table."""
        base = {block.key: block for block in self.base.blocks if block.kind == "row"}
        for row in mine.rows:
            key = f"{mine.key}/header" if row.key == "header" else f"{mine.key}/row/{row.key}"
            block = base.get(key) if row.key is not None else None
            words = " | ".join(cell.text for cell in row.cells if cell.text)
            if any(cell.marked for cell in row.cells):
                return True
            if block is None or words != " | ".join(part for part in block.text.split(" | ") if part):
                return True
        return False

    def reorder(self) -> None:
        """Sections and items in the order of now, where the writer has not made another."""
        base = [block.key for block in self.blocks]
        levels = {block.key: block.level for block in self.content.document.blocks if isinstance(block, Heading)}
        first = {key: element for key, (element, _) in self.elements().items()}
        for keys in groups(self.content.document.blocks):
            level = levels.get(keys[0])
            if level is None:
                ends = [first[key] for key in first if key in keys or key in levels]
            else:
                ends = [first[key] for key, other in levels.items() if key in first and other <= level]
            entries = [line.paragraph for _, line in self.edited.entries[:1]]
            self.changed = reorder(keys, base, first, [*ends, *(entries if level is None else [])]) or self.changed

    def add_blocks(self, decided: Decided) -> None:
        """Keep places for new blocks: behind the nearest block before them that is there."""
        new = set(decided.blocks)
        there = self.elements()
        last: Any = None
        under: tuple[Any, int] | None = None
        pending: list[Block] = []
        for block in self.content.document.blocks:
            if isinstance(block, References | PageBreak):
                continue
            keys = keys_of(block)
            here = [there[key] for key in keys if key in there]
            if isinstance(block, ListBlock) and here:
                pending = self.flush(pending, last, here[0][0], under)
                last = self.add_items(block, new, there, here)
            elif here:
                pending = self.flush(pending, last, here[0][0], under)
                last = here[-1][1]
                under = (last, block.level) if isinstance(block, Heading) else under
            elif self.is_new(block, keys, new):
                pending.append(block)
        self.flush(pending, last, None, under)

    def is_new(self, block: Block, keys: Sequence[str], new: set[str]) -> bool:
        if isinstance(block, Table | Figure):
            known = any(one.key == keys[0] or one.key.startswith(f"{block.key}/") for one in self.base.blocks)
            if known:
                return False
            self.told.append(MergeLine("added", block.key))
            return True
        return any(key in new for key in keys)

    def add_items(self, block: ListBlock, new: set[str], there: Mapping[str, tuple[Any, Any]], here: Sequence[tuple[Any, Any]]) -> Any:
        """New items of a list that is there, each behind the one that it follows; gives the last element of the list."""
        last = None
        for key in item_keys(block):
            if key in there:
                last = there[key][1]
            elif key in new:
                pattern = here[0][0]
                paragraph = pattern.makeelement(f"{W}p", {})
                properties = pattern.find(f"{W}pPr")
                if properties is not None:
                    paragraph.append(_copied(properties))
                if last is None:
                    here[0][0].addprevious(paragraph)
                else:
                    last.addnext(paragraph)
                last = paragraph
                item = dict(zip(item_keys(block), block.items, strict=True))[key]
                self.works.at(Line(paragraph, self.story)).ops.append(Op(0, 0, item, block=key))
        return last if last is not None else here[-1][1]

    def flush(self, blocks: list[Block], last: Any, following: Any, under: tuple[Any, int] | None) -> list[Block]:
        """Keep a place for blocks that come together: behind what goes before, or where the section ends, if they begin with a heading.

        `under` is the nearest heading before them that is there, and its level.
        """
        if blocks:
            keeper = self.body.makeelement(f"{W}p", {})
            heads = isinstance(blocks[0], Heading)
            stop = (
                next_heading(*under, blocks[0].level, self.edited.lines, self.story)
                if isinstance(blocks[0], Heading) and under is not None
                else None
            )
            if stop is not None:
                stop.addprevious(keeper)
            elif last is not None and (following is None or not heads or not comes_before(last, following)):
                section_end(last).addnext(keeper)
            elif following is not None:
                following.addprevious(keeper)
            else:
                end = self.body.find(f"{W}sectPr")
                self.body.append(keeper) if end is None else end.addprevious(keeper)
            self.runs[keeper] = list(blocks)
        return []

    def in_body(self, element: Any) -> Any:
        """The element itself or, where the writer moved it into a table or a box of her own, what that stands in."""
        outer = list(element.iterancestors(f"{W}tbl", f"{W}txbxContent"))
        if not outer:
            return element
        if outer[-1].tag == f"{W}tbl":
            return outer[-1]
        return [*outer[-1].iterancestors(f"{W}p")][-1]

    def elements(self) -> dict[str, tuple[Any, Any]]:
        """The first and the last element of each block that is there, by the keys of `keys_of`."""
        placed: dict[str, tuple[Any, Any]] = {}
        for (at, _), found in sorted(self.found.items()):
            key = self.blocks[at].key
            element = self.edited.lines[found.passage].paragraph
            if element.getparent() is None:
                continue
            element = self.in_body(element)
            first = placed[key][0] if key in placed else element
            placed[key] = (first, element)
        for table in self.edited.tables:
            if table.element.getparent() is not None:
                placed[f"{table.key}/table"] = (table.element, table.element)
        return placed


def wanted(block: manifest.Block) -> Wanted:
    """A block of the base as it is looked for."""
    kind: Kind = "heading" if block.kind == "heading" else "caption" if block.kind == "caption" else "text"
    return Wanted(block.key, kind, tuple(_texts(block)))


def _texts(block: manifest.Block) -> Iterator[str]:
    for unit in block.units:
        yield block.text[unit.start : unit.end]


def _plain(line: Line, start: int, end: int) -> bool:
    """Whether a stretch is nothing but text that the writer has not marked as changed."""
    return all(piece.kind == "text" for piece in line.pieces if piece.start < end and start < piece.end)


def _copied(properties: Any) -> Any:
    """The properties of a paragraph for another one: without the section that it ends, and without marks of changes."""
    copied = properties.__deepcopy__(None)
    for name in ("sectPr", "pPrChange"):
        for element in copied.findall(f"{W}{name}"):
            copied.remove(element)
    return copied
