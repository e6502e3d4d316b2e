"""An edited Markdown file decided on: every line with what is to be done to it, every new block at its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

import attrs

from litreview.document.nodes import Block, Figure, Heading, ListBlock, PageBreak, References, Table
from litreview.merge.align import Kind, Passage, Place, align
from litreview.merge.content import Content, item_keys, keys_of
from litreview.merge.docx.base import Base
from litreview.merge.docx.order import groups
from litreview.merge.docx.stage import wanted
from litreview.merge.markdown.lines import Line, Op
from litreview.merge.markdown.reading import Source
from litreview.merge.markdown.tables import merge_table, ruled, tables_in
from litreview.merge.plan import Change, Decided, MergeLine, NewBlock, decide
from litreview.merge.texts import even, folded
from litreview.merge.typed import typed
from litreview.writers._markdown_kept import bare
from litreview.writers.docx.package.manifest import Block as Kept

REFERENCES = "::: {#refs}"
"""Where pandoc is to set the bibliography."""
WORDED = ("text", "heading", "caption", "item")


@attrs.define(eq=False)
class NewLine:
    """A block that is new, at its place among the lines."""

    block: Block


class Stage:
    """One merge up to the point where citations must be known: `lines` are those of the file, with new blocks among them."""

    def __init__(
        self,
        source: Source,
        base: Base,
        content: Content,
        now: Sequence[Kept],
        remarks: Mapping[str, str],
        policy: str,
        known: Collection[str],
    ) -> None:
        self.base, self.content, self.remarks, self.policy, self.known = base, content, remarks, policy, known
        self.lines: list[Line | NewLine] = list(source.lines)
        self.told: list[MergeLine] = []
        self.changed = False
        self.blocks = [block for block in base.blocks if block.kind in WORDED]
        self.tables = tables_in(source.lines, base)
        self.mine = [line for line in source.lines if line.kind in ("text", "heading", "caption")]
        self.evens = [even(line.text) for line in self.mine]
        self.found = align([wanted(block) for block in self.blocks], [self.passage(n) for n in range(len(self.mine))])
        self.now = {block.key: block for block in now}
        self.decide()

    def passage(self, number: int) -> Passage:
        """A line as a passage: without the number of a heading, the label of a caption."""
        line, (text, places) = self.mine[number], self.evens[number]
        start = 0
        if line.kind != "text":
            ends = [text.rindex(unit) for block in self.blocks if block.kind == line.kind for unit in (block.text,) if text.endswith(unit)]
            start = min(ends, default=text.find("** ") + 3 if line.kind == "caption" else 0)
        solid = tuple((bisect_left(places, one.start), bisect_left(places, one.end)) for one in line.solids if one.cite is not None)
        kind: Kind = "heading" if line.kind == "heading" else "caption" if line.kind == "caption" else "text"
        return Passage(text, kind, (), start, solid)

    def place(self, place: Place) -> tuple[Line, int, int]:
        """A unit that is there: its line, and where it stands in the text of that."""
        found = self.found[place]
        places = self.evens[found.passage][1]
        end = places[found.end - 1] + 1 if found.end > found.start else places[found.start]
        return self.mine[found.passage], places[found.start], end

    def decide(self) -> None:
        """Decide on all units, and note what is to be done."""
        base = [NewBlock(b.key, b.kind, tuple((u.slot, b.text[u.start : u.end]) for u in b.units)) for b in self.blocks]
        texts = {place: self.evens[f.passage][0][f.start : f.end] for place, f in self.found.items()}
        new = [
            NewBlock(block.key, block.kind, tuple((u.slot, block.text[u.start : u.end]) for u in block.units))
            for block in self.now.values()
            if block.kind in WORDED
        ]
        decided = decide(base, self.found, texts, new)
        words = {slot: text for block in new for slot, text in block.units}
        for change in decided.changes:
            if change.place in self.found:
                self.apply(change, texts[change.place], words)
        self.tell_deleted(decided, words)
        for one in decided.insertions:
            inlines = self.content.inlines[one.slot]
            if one.behind is not None:
                line, _, end = self.place(one.behind)
                line.ops.append(Op(end, end, (inlines,), lead=" "))
            elif one.before is not None:
                line, start, _ = self.place(one.before)
                line.ops.append(Op(start, start, (inlines,), tail=" "))
        self.told += decided.told
        self.find_own()
        self.merge_tables()
        self.find_typed()
        self.reorder()
        self.add_blocks(set(decided.blocks))

    def apply(self, change: Change, mine: str, words: Mapping[str, str]) -> None:
        """Note what is to be done to a unit of the base that is there."""
        line, start, end = self.place(change.place)
        now = self.content.inlines[change.now] if change.now is not None else None
        if change.action == "replaced" and now is not None:
            line.ops.append(Op(start, end, (now,)))
        elif change.action == "removed":
            before = start > 0 and line.text[start - 1].isspace()
            behind = not before and end < len(line.text) and line.text[end].isspace()
            line.ops.append(Op(start - before, end + behind, ()))
        elif change.action in ("conflict", "unsupported"):
            said = words.get(change.now or "", "")
            if now is None or self.policy == "comment":
                line.ops.append(Op(end, end, remark=self.remark(change.action, said)))
            elif self.policy == "track":
                line.ops.append(Op(end, end, (now,), tracked=True))
            elif self.policy == "theirs":
                line.ops.append(Op(start, end, (now,)))
                line.ops.append(Op(end, end, remark=self.remark("theirs", mine)))

    def remark(self, action: str, said: str) -> str:
        """What a comment says."""
        return f"{self.remarks[action]} {said}".strip()

    def tell_deleted(self, decided: Decided, words: Mapping[str, str]) -> None:
        """What the writer deleted and would be otherwise now: one comment for all of it in one neighbourhood."""
        near: dict[Place, list[str]] = {}
        for change in decided.changes:
            if change.action == "told" and change.near is not None and change.now is not None and self.policy in ("comment", "track"):
                near.setdefault(change.near, []).append(words[change.now])
        for place, said in near.items():
            if place in self.found:
                line, _, end = self.place(place)
                line.ops.append(Op(end, end, remark=self.remark("told", " ".join(said))))

    def find_own(self) -> None:
        """Tell what the writer wrote beside our units."""
        taken: dict[int, list[tuple[int, int]]] = {}
        for found in self.found.values():
            taken.setdefault(found.passage, []).append((found.start, found.end))
        entries = {folded(block.text) for block in self.base.blocks if block.kind == "entry"}
        for number, (text, _) in enumerate(self.evens):
            left, at = "", self.passage(number).start
            for start, end in [*sorted(taken.get(number, ())), (len(text),) * 2]:
                left, at = f"{left} {text[at:start]}", max(at, end)
            if any(character.isalnum() for character in left) and as_entry(self.mine[number]) not in entries:
                self.told.append(MergeLine("own", "", mine=left.strip()))

    def find_typed(self) -> None:
        """Citations that the writer typed: where citations are text they become real ones."""
        cells = [cell for row in self.lines if isinstance(row, Line) for cell in row.cells]
        for line in [*self.mine, *cells]:
            covered = [(op.start, op.end) for op in line.ops if op.runs is not None and op.start < op.end]
            covered += [(solid.start, solid.end) for solid in line.solids]
            for one in typed(line.text, self.known) if "@" in line.text else ():
                if not any(a < one.end and one.start < b for a, b in covered):
                    line.ops.append(Op(one.start, one.end, (one.cites,)))
                    words = line.text[one.start : one.end]
                    self.told.append(MergeLine("replaced", "typed", words, words))

    def merge_tables(self) -> None:
        """Merge the tables that are there; those that are gone go if nobody touched them."""
        now = {block.key: block for block in self.content.document.blocks if isinstance(block, Table)}
        for key, rows in self.tables.items():
            outcome = merge_table(key, rows, self.base, now.get(key), self.now, self.remark)
            self.told += outcome.told
            self.changed = self.changed or outcome.changed
            at = self.lines.index(rows[0])
            rule = [
                line for line in self.lines[at : at + len(rows) + 1] if isinstance(line, Line) and line.kind == "row" and line not in rows
            ]
            for row in [*rows, *rule]:
                self.lines.remove(row)
            kept = outcome.rows
            rule = [ruled(line, outcome.columns) for line in rule]
            self.lines[at:at] = [*kept[:1], *rule, *kept[1:]] if kept else []

    def where(self) -> dict[str, tuple[int, int]]:
        """The first and the last place of each block among the lines, by the keys of `keys_of`."""
        numbers = {id(line): number for number, line in enumerate(self.lines)}
        places: dict[str, tuple[int, int]] = {}
        for (at, _), found in sorted(self.found.items()):
            number, key = numbers[id(self.mine[found.passage])], self.blocks[at].key
            places[key] = (min(number, places[key][0]), max(number, places[key][1])) if key in places else (number, number)
        for key, rows in self.tables.items():
            there = [numbers[id(row)] for row in rows if id(row) in numbers]
            if there:
                places[f"{key}/table"] = (min(there), max(there))
        return places

    def reorder(self) -> None:
        """Sections and items in the order of now, where the writer has not made another."""
        base = [block.key for block in self.blocks]
        levels = {block.key: block.level for block in self.content.document.blocks if isinstance(block, Heading)}
        for keys in groups(self.content.document.blocks):
            places = self.where()
            there = [key for key in base if key in places and key in keys]
            order = [key for key in keys if key in there]
            if len(there) < 2 or there == order or [*sorted(there, key=lambda key: places[key][0])] != there:
                continue
            level = levels.get(keys[0])
            ends = [places[k][0] for k, other in levels.items() if k in places and (level is None or other <= level)]
            if level is None:
                ends = [places[there[-1]][1] + 1, *(places[key][0] for key in there)]
            stops = sorted({*ends, self.end()})
            chunks = {key: self.lines[places[key][0] : min(stop for stop in stops if stop > places[key][0])] for key in there}
            begin, end = places[there[0]][0], places[there[-1]][0] + len(chunks[there[-1]])
            if sum(map(len, chunks.values())) == end - begin:
                self.lines[begin:end] = [line for key in order for line in chunks[key]]
                self.changed = True

    def end(self) -> int:
        """Where the bibliography begins, else the end."""
        entries = {folded(block.text) for block in self.base.blocks if block.kind == "entry"}
        first = (n for n, one in enumerate(self.lines) if isinstance(one, Line) and (as_entry(one) in entries or one.source == REFERENCES))
        return next(first, len(self.lines))

    def add_blocks(self, new: set[str]) -> None:
        """Set new blocks in behind the nearest block before them that is there."""
        last: int | None = None
        pending: list[Block] = []
        for block in self.content.document.blocks:
            if isinstance(block, References | PageBreak):
                continue
            keys, places = keys_of(block), self.where()
            here = [places[key] for key in keys if key in places]
            if here:
                self.flush(pending, last, min(place[0] for place in here))
                pending = []
                if isinstance(block, ListBlock):
                    self.add_items(block, new)
                places = self.where()
                last = max(places[key][1] for key in keys if key in places)
            elif self.is_new(block, keys, new):
                pending.append(block)
        self.flush(pending, last, None)

    def is_new(self, block: Block, keys: Sequence[str], new: set[str]) -> bool:
        if isinstance(block, Table | Figure):
            if any(one.key.startswith(f"{block.key}/") for one in self.base.blocks):
                return False
            self.told.append(MergeLine("added", block.key))
            return True
        return any(key in new for key in keys)

    def add_items(self, block: ListBlock, new: set[str]) -> None:
        """New items of a list that is there, each behind the one that it follows."""
        for place, key in enumerate(item_keys(block)):
            if key in new:
                places = self.where()
                before = [places[other][1] for other in item_keys(block)[:place] if other in places]
                behind = [places[other][0] for other in item_keys(block)[place:] if other in places]
                at = max(before) + 1 if before else min(behind, default=len(self.lines))
                single = attrs.evolve(block, items=(block.items[place],), keys=(block.keys[place],) if block.keys else ())
                self.lines.insert(at, NewLine(single))

    def flush(self, blocks: Sequence[Block], last: int | None, following: int | None) -> None:
        """Set in blocks that come together: if they begin with a heading before what follows, else behind what goes before."""
        if not blocks:
            return
        heads = isinstance(blocks[0], Heading)
        at = following if following is not None and (last is None or (heads and last < following)) else last
        at = self.end() if at is None else at if at == following else at + 1
        gap = Line("", "verbatim", 0)
        made: list[Line | NewLine] = []
        for block in blocks:
            made += [NewLine(block), gap] if at == following else [gap, NewLine(block)]
        self.lines[at:at] = made
        self.changed = True


def as_entry(line: Line) -> str:
    """What a line would be in a bibliography, as it is compared; empty for what is no paragraph."""
    return folded(" ".join(bare(line.source).split())) if line.kind == "text" else ""
