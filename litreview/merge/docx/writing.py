"""What is new written and set in: sentences, citations and comments into lines, blocks at their places, the bibliography."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from litreview.document.nodes import Block, Document, References, Table
from litreview.merge.docx.carried import Carried, carriers_in
from litreview.merge.docx.looks import Worded, dress, looks_of, without_some_italics, words_of
from litreview.merge.docx.marks import change_sides, end_section, free_names, marks_in, put_marks, unwrap
from litreview.merge.docx.ops import Op, Work
from litreview.merge.docx.piece import Piece
from litreview.merge.docx.remarks import KEPT, take_off, untouched
from litreview.merge.docx.stage import Stage
from litreview.merge.docx.story import W, visible
from litreview.merge.texts import even
from litreview.writers.docx.blocks.bibliography import references
from litreview.writers.docx.blocks.body import Body
from litreview.writers.docx.blocks.inlines import Emitter
from litreview.writers.docx.citations import mode
from litreview.writers.docx.contents.wide_tables import stood
from litreview.writers.docx.package import layout as layouts
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.bookmarks import identity
from litreview.writers.docx.package.build import Build
from litreview.writers.docx.package.manifest import NOTE
from litreview.writers.docx.package.sections import Section
from litreview.writers.docx.package.styles import NAMES
from litreview.writers.docx.template.insert import adopt, parsed
from litreview.writers.docx.template.look import dressed
from litreview.writers.docx.template.opening import Opened, layout_in, pages_at
from litreview.writers.docx.template.styles import mapping
from litreview.writers.options import Options


class Writing:
    """One merged text while it is written. `remarks` has what comments begin with, by action."""

    def __init__(
        self, opened: Opened, stage: Stage, carried: Carried, document: Document, options: Options, remarks: Mapping[str, str]
    ) -> None:
        self.opened, self.stage, self.carried, self.options, self.remarks = opened, stage, carried, options, remarks
        self.body: Any = opened.word.element.body
        self.frozen = frozenset(
            str(mark.get(f"{W}name")).casefold()
            for ops in carried.ops.values()
            for op in ops
            if op.piece is not None and not op.piece.live
            for element in op.piece.elements
            for mark in element.iter(f"{W}bookmarkStart")
            if str(mark.get(f"{W}name")).casefold().startswith("_lrc_")
        )
        free_names(opened.word.element, set(self.frozen))
        names = frozenset(str(mark.get(f"{W}name")).casefold() for mark in opened.word.element.iter(f"{W}bookmarkStart"))
        host = attrs.evolve(opened.host, names=names, tags=frozenset(), has_bibliography=False)
        self.look = layout_in(opened, layouts.load(options.layout, NAMES))
        self.build = Build(document, options, self.look, opened.pages, mode(document, options, host), host)
        self.build.knows(stage.content.document)
        self.ids, self.used = mapping(opened.chosen), frozenset[str]()
        self.emit, self.growing = Emitter(self.build, self.build.body), Body(self.build)
        self.comments: list[tuple[int, tuple[str, ...]]] = []
        self.ours = untouched(opened.word, stage.base.kept.get(KEPT, "" if "version" in stage.base.kept else None))
        self.gone: set[str] = set()
        self.document = document

    def write(self) -> None:
        """Write everything, then set it in: while it is written nothing moves."""
        blocks = iter(self.document.blocks)
        done: list[tuple[Work, list[tuple[Op, list[Any]]]]] = []
        for paragraph in self.carried.sequence:
            if paragraph in self.stage.runs:
                self.run(paragraph, [next(blocks) for _ in self.stage.runs[paragraph]])
                continue
            block = next(blocks)
            if isinstance(block, References):
                self.bibliography(block)
            else:
                self.build.places.paragraph()
                work, carriers = self.stage.works[paragraph], iter(carriers_in(block))
                ops = self.carried.ops[paragraph]
                done.append((work, [(op, self.elements(op, next(carriers) if op.nodes is not None else None, work)) for op in ops]))
        for work, made in done:
            self.set_in(work, made)

    def elements(self, op: Op, carrier: Any, work: Work) -> list[Any]:
        """The finished elements of one op; none for what stays."""
        if carrier is None or (op.piece is not None and (not op.piece.live or op.piece.kind == "note")):
            return []
        content = self.emit.inlines(carrier.children, self.build.plain_context)
        if op.block is not None:
            content, _ = self.build.bookmarks.block(op.block, content)
        if not content:
            return []
        root = self.adopted(f"{xml.run(op.lead)}{content}{xml.run(op.tail)}")
        if op.piece is not None:
            dress(root, _words_in(op.piece))
        else:
            dress(root, self.before(op, work), beside=op.start == op.end)
        made = list(root)
        return [self.inserted(made)] if op.tracked else made

    def before(self, op: Op, work: Work) -> list[Worded]:
        """The words in whose place an op sets others, with their looks; where it sets some in, those beside it."""
        words: list[Worded] = []
        for piece in work.line.pieces:
            if op.start == op.end:
                if piece.kind == "text" and op.start <= piece.end and piece.start <= op.end:
                    words += words_of(piece.text, looks_of(piece.elements[0], styled=True))
            elif piece.start < op.end and op.start < piece.end:
                if piece.kind == "text":
                    words += words_of(
                        piece.text[max(0, op.start - piece.start) : op.end - piece.start], looks_of(piece.elements[0], styled=True)
                    )
                else:
                    words += _words_in(piece)
        return words

    def inserted(self, made: Sequence[Any]) -> Any:
        """Elements as one tracked insertion, which holds no links."""
        mark = self.body.makeelement(f"{W}ins", {f"{W}id": str(self.number()), f"{W}author": "litreview"})
        mark.extend(made)
        for link in list(mark.iter(f"{W}hyperlink")):
            unwrap(link)
        return mark

    def number(self) -> int:
        """A number for one more mark of ours."""
        self.marks = getattr(self, "marks", 0) + 1
        return 800_000 + self.marks

    def adopted(self, content: str) -> Any:
        """Elements of our making, in the styles of the file."""
        made = parsed("w:p", [content])
        self.used |= adopt(made, self.ids)
        return made

    def set_in(self, work: Work, made: Sequence[tuple[Op, list[Any]]]) -> None:
        """Change a line, from its end to its beginning."""
        for op, elements in reversed(made):
            if op.piece is None and op.start < op.end and (op.remark or not op.tracked):
                held = [element for piece in work.line.between(op.start, op.end) for element in piece.elements]
                self.gone |= take_off(held, self.ours)
            if op.remark:
                start, ends = self.comment(op.remark)
                work.line.around(op.start, op.end, start, ends)
            elif op.piece is not None:
                if elements:
                    _renew(op, elements)
            elif op.nodes is not None and (op.tracked or op.start == op.end):
                work.line.put(op.end, elements)
            elif op.nodes is not None:
                work.line.replace(op.start, op.end, elements)

    def comment(self, remark: Sequence[str]) -> tuple[list[Any], list[Any]]:
        """A new comment: what stands before and behind the stretch it is on."""
        number = self.opened.host.comment + len(self.build.comments) + len(self.comments)
        self.comments.append((number, (self.remarks[remark[0]], *remark[1:])))
        start = parsed("w:p", [f'<w:commentRangeStart w:id="{number}"/>'])
        mark = xml.element_run(f'<w:commentReference w:id="{number}"/>')
        return list(start), list(parsed("w:p", [f'<w:commentRangeEnd w:id="{number}"/>{mark}']))

    def run(self, keeper: Any, blocks: Sequence[Block]) -> None:
        """Blocks that are new, written in the place that was kept for them."""
        body = self.growing
        self.build.pages = pages_at(self.body, keeper)
        blocks = [stood(block, self.build.layout, self.build.pages) for block in blocks]
        body.parts, body.section, body.section_start, body.after_table, body.break_before = [], Section(), 0, False, False
        if isinstance(blocks[0], Table) and blocks[0].landscape and self.build.pages.turns:
            body.parts.append(xml.P("SectionEnd", ""))
        for block in blocks:
            body.block(block)
        if body.section.landscape:
            body.end_section()
        elif body.after_table:
            body.parts.append(xml.P("SectionEnd", ""))
        made = parsed("w:body", body.parts)
        if "BodyText" in self.opened.looks:  # a thesis that is formatted by hand
            dressed(made, self.opened.looks)
        self.used |= adopt(made, self.ids)
        elements = list(made)
        before = keeper.getprevious()
        for element in elements:
            keeper.addprevious(element)
        _hand_on_section(before, elements[-1])
        keeper.getparent().remove(keeper)

    def bibliography(self, block: References) -> None:
        """The bibliography made anew; what the writer changed in an entry stands in a comment on it."""
        keeper, entries = self.carried.keeper, self.stage.edited.entries
        changed = self.changed_entries()
        made = parsed("w:body", references(self.build, block))
        self.used |= adopt(made, self.ids)
        marks = [(key, marks_in(line.paragraph)) for key, line in entries]
        sections = [section for _, line in entries if (section := line.paragraph.find(f"{W}pPr/{W}sectPr")) is not None]
        for _, line in entries:
            _take_out(line.paragraph)
        elements = list(made)
        for element in elements:
            keeper.addprevious(element)
        paragraphs = [p for element in elements for p in element.iter(f"{W}p")]
        for section in sections[-1:]:
            end_section(paragraphs[-1] if paragraphs else keeper, section)
        entry = paragraphs[0] if paragraphs else None
        named = {name: p for p in reversed(paragraphs) for name in _names(p)}
        for known, (starts, ends) in marks:
            entry = named.get(identity(f"{block.key}/{known}"), entry) if known else entry
            put_marks(entry if entry is not None else keeper, starts, ends)
        for key, text in changed:
            entry = named.get(identity(f"{block.key}/{key}"), paragraphs[0] if paragraphs else None)
            if entry is not None:
                runs = [child for child in entry if child.tag != f"{W}pPr"]
                start, ends = self.comment(("entry", text))
                runs[0].addprevious(start[0])
                for element in reversed(ends):
                    runs[-1].addnext(element)
        if paragraphs or not (sections or len(keeper)):
            keeper.getparent().remove(keeper)

    def changed_entries(self) -> list[tuple[str, str]]:
        """The entries that the writer changed, with what they say now; where a program keeps them up to date nobody knows."""
        base = {block.key.partition("/")[2]: block.text for block in self.stage.base.blocks if block.kind == "entry"}
        if self.stage.base.kept.get("citations", "plain") != "plain":
            return []
        texts = [(key, even(line.text)[0]) for key, line in self.stage.edited.entries if key is not None]
        return [(key, text) for key, text in texts if _squeezed(text) != _squeezed(base.get(key, ""))]


def _words_in(piece: Piece) -> list[Worded]:
    """The words of a piece with their looks; in a citation the style says which of them are in italics, unless all are."""
    words = [word for element in piece.elements for run in element.iter(f"{W}r") for word in words_of(visible([run]), looks_of(run))]
    return words if piece.kind != "cite" else without_some_italics(words)


def _renew(op: Op, elements: list[Any]) -> None:
    """A citation rendered anew; where it becomes a note or is one no more, it changes sides with the marks beside it."""
    piece = op.piece
    assert piece is not None
    place = piece.elements[0]
    for element in elements:
        place.addprevious(element)
    for element in piece.elements:
        if (parent := element.getparent()) is not None:
            parent.remove(element)
    piece.elements = elements
    is_note = not visible(elements).strip()
    if is_note != piece.shown.startswith(NOTE):
        change_sides(piece, is_note)


def _hand_on_section(before: Any, last: Any) -> None:
    """A section that ended in the text just before what was set in ends behind it now."""
    if before is None or before.tag != f"{W}p" or last.tag != f"{W}p" or not visible([before]).strip():
        return
    section = before.find(f"{W}pPr/{W}sectPr")
    if section is not None and last.find(f"{W}pPr/{W}sectPr") is None:
        end_section(last, section)


def _take_out(paragraph: Any) -> None:
    """Take an entry out, and the content controls that held nothing else."""
    parent = paragraph.getparent()
    if parent is None:
        return
    parent.remove(paragraph)
    while (
        parent is not None and parent.tag == f"{W}sdtContent" and not any(child.tag in (f"{W}p", f"{W}tbl", f"{W}sdt") for child in parent)
    ):
        control = parent.getparent()
        parent = control.getparent()
        parent.remove(control)


def _names(paragraph: Any) -> frozenset[str]:
    return frozenset(str(mark.get(f"{W}name")) for mark in paragraph.iter(f"{W}bookmarkStart"))


def _squeezed(text: str) -> str:
    return "".join(text.replace("↑", "").split())
