"""A merged Markdown file put together: lines with everything done to them, new blocks, the bibliography, notes, and what it keeps."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from itertools import count

import attrs

from litreview.document.nodes import Block, Captioned, Document, Heading, Inlines, Paragraph, Reference, References, Sentence, Text
from litreview.document.walk import block_inlines, nodes, plain
from litreview.errors import Problem
from litreview.merge.content import Content
from litreview.merge.docx.base import Base, base_of
from litreview.merge.kept import works_text
from litreview.merge.markdown.lines import Line, Op, Solid
from litreview.merge.markdown.reading import read
from litreview.merge.markdown.stage import NewLine, Stage, as_entry
from litreview.merge.plan import Merged, Resolve
from litreview.merge.texts import even, folded, likeness
from litreview.writers._markdown_kept import REFERENCE, comment, marked
from litreview.writers.docx.package.manifest import Marked, manifest_part
from litreview.writers.markdown import Page, kept_markdown
from litreview.writers.options import Options

_LIKE = 0.6


def merge(
    data: bytes,
    base: Base,
    document: Document,
    options: Options,
    resolve: Resolve,
    known: Collection[str],
    remarks: Mapping[str, str],
    policy: str = "comment",
) -> Merged:
    """The file `data`, generated last as `base` says, with `document` merged into it."""
    source = read(data, base)
    made = base_of(kept_markdown(document, options)) or Base()
    stage = Stage(source, base, Content(document), made.blocks, remarks, policy, () if options.citations == "keys" else known)
    writing = _Writing(stage, document, options, {label for label in source.notes if label not in source.ours})
    text = writing.text(resolve, source.ours)
    kept = [
        *((name, value) for name, value in options.kept if name != "works"),
        ("works", works_text(writing.resolved.sources)),
        ("merged", "yes"),
    ]
    entries = [block for block in base_of(kept_markdown(writing.resolved, options)).blocks if block.kind == "entry"]  # type: ignore[union-attr]
    blocks = [*(block for block in made.blocks if block.kind != "entry"), *entries]
    part = manifest_part(blocks, (), writing.marks(), kept)
    old = "\n".join(line.source for line in source.lines).rstrip("\n")
    same = all(base.kept.get(name) == dict(options.kept).get(name) for name in ("style", "language", "citations"))
    if text.rstrip("\n") == old and same:
        return Merged(None, tuple(stage.told), writing.problems)
    whole = f"{text.rstrip(chr(10))}\n\n{comment(part)}"
    if b"\r\n" in data:
        whole = whole.replace("\n", "\r\n")
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return Merged(mark + whole.encode("utf-8", "surrogateescape"), tuple(stage.told), writing.problems)


class _Writing:
    """One merged text while it is written."""

    def __init__(self, stage: Stage, document: Document, options: Options, taken: Collection[str]) -> None:
        self.stage, self.document, self.options = stage, document, options
        self.page = Page(options, _free(taken))
        self.lines: list[Line | NewLine] = list(stage.lines)
        self.numbers()
        self.bibliography()
        self.resolved: Document = document
        self.problems: tuple[Problem, ...] = ()

    def marks(self) -> list[Marked]:
        """The citations as they are set in the file, and the cross references: those of lines that stay are those of the new document."""
        cites = [mark for mark in marked(self.resolved, self.shown) if not mark.code.startswith(REFERENCE)]
        references = [mark for mark in marked(self.document, self.shown) if mark.code.startswith(REFERENCE)]
        return [attrs.evolve(mark, name=f"c{number}") for number, mark in enumerate([*cites, *references], 1)]

    def shown(self, inlines: Inlines) -> str:
        """Inlines as they are read."""
        return Page(self.options).inlines(inlines)

    def numbers(self) -> None:
        """The numbers of headings and captions as they are now."""
        stage = self.stage
        blocks = stage.content.home
        for (at, _), found in stage.found.items():
            block, line = blocks.get(stage.blocks[at].key), stage.mine[found.passage]
            start = stage.passage(found.passage).start
            if block is None or line.kind == "text" or not start:
                continue
            end = stage.evens[found.passage][1][start]
            label = (
                self.page.number(block) if isinstance(block, Heading) else self.page.labelled(block) if isinstance(block, Captioned) else ""
            )
            if line.text[:end] != label and label:
                line.ops.append(Op(0, end, ((Text(label),),), bare=True))

    def bibliography(self) -> None:
        """Let one place stand for the entries that are ours; what the writer changed in one is told in a comment."""
        block = next((block for block in self.document.blocks if isinstance(block, References)), None)
        texts = {folded(b.text) for b in self.stage.base.blocks if b.kind == "entry"}
        mine = [n for n, one in enumerate(self.lines) if isinstance(one, Line) and as_entry(one) in texts]
        if block is None or not mine:
            return
        missing = texts - {as_entry(one) for n in mine if isinstance(one := self.lines[n], Line)}
        edited: list[Line] = []
        for n in range(max(0, mine[0] - 2), min(len(self.lines), mine[-1] + 3)):
            one = self.lines[n]
            if isinstance(one, Line) and one.kind == "text" and n not in mine and not one.ops:
                text = as_entry(one)
                if max((likeness(text, other) for other in missing), default=0.0) >= _LIKE:
                    edited.append(one)
                    mine.append(n)
        first = min(mine)
        between = (n + 1 for n in mine if n + 2 in mine and _blank(self.lines[n + 1]))
        gone = {*mine, *between}
        place: list[Line | NewLine] = [NewLine(block)]
        for one in edited:
            words = f"<!-- litreview: {self.stage.remark('entry', _safe(even(one.text)[0]))} -->"
            place += [Line("", "verbatim", 0), Line(words, "verbatim", len(words))]
        self.lines = [x for n, line in enumerate(self.lines) for x in (place if n == first else [] if n in gone else [line])]

    def text(self, resolve: Resolve, ours: Collection[str]) -> str:
        """All of it, with its citations set."""
        blocks: list[Block] = []
        for one in self.lines:
            if isinstance(one, NewLine):
                blocks.append(one.block)
            else:
                blocks += [Paragraph(tuple(Sentence("", "", run) for run in _runs(part)), "merge") for part in (one, *one.cells)]
        self.resolved, self.problems = resolve(attrs.evolve(self.document, blocks=tuple(blocks)), ())
        left = iter(self.resolved.blocks)
        out: list[str] = []
        for one in self.lines:
            if isinstance(one, NewLine):
                out.append(self.page.block(next(left)))
                continue
            made = [self.line(part, next(left)) for part in (one, *one.cells)]
            if one.kind == "note" and _label(one) in ours:
                written = None
            elif (
                one.kind == "row"
                and one.cells
                and any(cell.ops or cell.source != text for cell, text in zip(one.cells, made[1:], strict=True))
            ):
                written = "| " + " | ".join(text or "" for text in made[1:]) + " |"
            else:
                written = one.source if one.kind in ("row", "verbatim") else made[0]
            if written is not None:
                out.append(written)
            elif out and not out[-1]:
                out.pop()
        notes = [f"[^{label}]: {words}" for label, words in ((self.page.label(n), words) for n, words in enumerate(self.page.notes, 1))]
        return "\n".join(out).rstrip("\n") + "".join(f"\n\n{note}" for note in notes) + "\n"

    def line(self, line: Line, block: Block) -> str | None:
        """A line with everything done to it; None where nothing is left of it."""
        assert isinstance(block, Paragraph)
        carriers = iter(block.children)
        done: list[str] = []
        for change in line.changes():
            if isinstance(change, Op) and change.runs is not None:
                runs = [next(carriers).children for _ in change.runs]  # type: ignore[union-attr]
                done.append(" <br> ".join(plain(run) if change.bare else self.page.inlines(run) for run in runs))
            elif isinstance(change, Solid) and change.cite is not None:
                done.append(self.page.inlines(next(carriers).children))  # type: ignore[union-attr]
            elif isinstance(change, Solid):
                done.append(self.reference(change.target) or line.source[change.begin : change.stop])
            else:
                done.append("")
        written = line.written(done, lambda words: f"<!-- litreview: {_safe(words)} -->")
        removed = any(op.runs == () for op in line.ops)
        words = written[line.begin :] if line.kind != "heading" else re.sub(r"^#+\s+\S*", "", written)
        if removed and line.kind != "cell" and not any(c.isalnum() for c in re.sub(r"^\*\*[^*]*\*\*", "", words)):
            return None
        return written

    def reference(self, key: str) -> str:
        """What a cross reference shows now; empty where there is none to this any more."""
        for block in self.document.blocks:
            for run in block_inlines(block):
                for node in nodes(run):
                    if isinstance(node, Reference) and node.key == key:
                        return self.page.inlines(node.children)
        return ""


def _free(taken: Collection[str]) -> Callable[[int], str]:
    """Labels for notes, counted, without those that are taken."""
    labels: list[str] = []
    numbers = (str(number) for number in count(1) if str(number) not in taken)

    def label(number: int) -> str:
        while len(labels) < number:
            labels.append(next(numbers))
        return labels[number - 1]

    return label


def _runs(line: Line) -> list[Inlines]:
    """What carries citations in a line, in order."""
    runs: list[Inlines] = []
    for change in line.changes():
        if isinstance(change, Op):
            runs += change.runs or ()
        elif change.cite is not None:
            runs.append((change.cite,))
    return runs


def _label(line: Line) -> str:
    return line.source[2 : line.source.index("]")]


def _blank(line: Line | NewLine) -> bool:
    return isinstance(line, Line) and not line.source.strip()


def _safe(words: str) -> str:
    """Words as they may stand in a comment."""
    return re.sub(r"-{2,}", "–", re.sub(r"⟦([^⟦⟧|]*)[^⟦⟧]*⟧", r"[@\1]", words)).replace("<!", "").strip()
