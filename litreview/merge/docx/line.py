"""A paragraph of a Word file as text, each character with its place in the XML, so that stretches of it can be changed and all else stays.

Insertions count as text, deletions do not; a citation, a cross reference, a note or a picture is one piece that is never cut.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

from litreview.merge.align import Kind
from litreview.merge.docx.piece import Piece, live_cite
from litreview.merge.docx.story import Story, W, islands
from litreview.writers.docx.package.manifest import NOTE

_DELETED = {f"{W}del", f"{W}moveFrom"}
_INSERTED = {f"{W}ins", f"{W}moveTo"}
_SILENT = {f"{W}{name}" for name in ("pPr", "bookmarkEnd", "proofErr", "permStart", "permEnd", "sdtPr", "sdtEndPr")} | {
    f"{W}{name}" for name in ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
}
_SPACES = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_MARKERS = {f"{W}commentRangeStart", f"{W}commentRangeEnd"}
_NOISE = {f"{W}lastRenderedPageBreak", f"{W}annotationRef", f"{W}footnoteRef", f"{W}endnoteRef"}


class Line:
    """One paragraph: its pieces and its text."""

    def __init__(self, paragraph: Any, story: Story) -> None:
        self.paragraph, self.story = paragraph, story
        self.pieces: list[Piece] = []
        self.keys: list[str] = []
        self.tracked = False
        self.foreign_marks = 0
        """How many marks of others stand in it: comments, bookmarks that are not ours."""
        _one_child_a_run(paragraph)
        self._walk(paragraph, tracked=False)
        self._number()
        self._join_links()
        if story.bare:
            self._join_shown()

    @property
    def text(self) -> str:
        """The text with tokens for what is no text."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def kind(self) -> Kind:
        """What kind of paragraph it is, by its style or the field that counts it."""
        return self.story.kind(self.paragraph, any(piece.kind == "label" for piece in self.pieces))

    def _number(self) -> None:
        at = 0
        for piece in self.pieces:
            piece.start = at
            at += len(piece.text)

    def _walk(self, parent: Any, tracked: bool) -> None:
        children = list(parent)
        at = 0
        while at < len(children):
            child = children[at]
            size, pieces = islands(children, at, self.story, self.keys)
            if size:
                for piece in pieces:
                    piece.tracked = tracked
                    self.pieces.append(piece)
                at += size
                continue
            at += 1
            tag = child.tag
            if not isinstance(tag, str) or tag in _SILENT:
                continue
            if tag == f"{W}bookmarkStart":
                name = str(child.get(f"{W}name") or "")
                key = self.story.key(name)
                if key is not None:
                    self.keys.append(key)
                elif not name.startswith(("_Toc", "_Ref", "_cite_", "_ref_", "_lr")):
                    self.foreign_marks += 1
            elif tag in _DELETED:
                self.tracked = True
                self.foreign_marks += 1
            elif tag in _INSERTED:
                self.tracked = True
                self._walk(child, tracked=True)
            elif tag in _MARKERS:
                self.foreign_marks += 1
            elif tag == f"{W}r":
                self._run(child, tracked)
            elif tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                self._walk(content if content is not None else (), tracked)
            elif tag in (f"{W}hyperlink", f"{W}smartTag", f"{W}customXml", f"{W}fldSimple", f"{W}dir", f"{W}bdo"):
                self._walk(child, tracked)
            else:
                self._add(Piece("other", "\ufffc", [child]), tracked)

    def _run(self, run: Any, tracked: bool) -> None:
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                if child.text:
                    self._add(Piece("text", child.text, [run]), tracked)
            elif tag in _SPACES and child.get(f"{W}type") not in ("page", "column"):
                self._add(Piece("text", _SPACES[tag], [run]), tracked)
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self._add(Piece("note", f"⟦NOTE {child.get(f'{W}id')}⟧", [run]), tracked)
            elif tag == f"{W}commentReference":
                self.foreign_marks += 1
            elif tag == f"{W}rPr" or tag in _NOISE or tag in (f"{W}fldChar", f"{W}instrText", f"{W}delText", f"{W}t"):
                continue
            else:
                self._add(Piece("other", "\ufffc", [run]), tracked)

    def _add(self, piece: Piece, tracked: bool) -> None:
        piece.tracked = tracked
        self.pieces.append(piece)

    def _join_links(self) -> None:
        """Let links to entries that lost the bookmark round them, as in a copy, be the citation that showed the same words before."""
        at = 0
        while at < len(self.pieces):
            last = at
            while last + 2 < len(self.pieces) and _is_link(self.pieces[last + 2]) and self.pieces[last + 1].text == "; ":
                last += 2
            at = (self._join(at, last) if _is_link(self.pieces[at]) else last) + 1

    def _join_shown(self) -> None:
        """Let words that a citation showed, and the notes that it was, be that citation, in a file that has lost the bookmarks."""
        for piece in [piece for piece in self.pieces if piece.kind == "note" and not piece.tracked]:
            self._join_note(piece)
        for found in reversed([*self.story.pattern.finditer(self.text)]):
            cite = self.story.shown(found[0])
            pieces = self.between(*found.span())
            elements = [element for piece in pieces for element in piece.elements]
            whole = "".join(piece.text for piece in pieces) == found[0] and len({element.getparent() for element in elements}) == 1
            if cite is not None and whole and not any(piece.tracked or piece.live is False for piece in pieces):
                place = self.pieces.index(pieces[0])
                self.pieces[place : place + len(pieces)] = [live_cite(elements, cite, found[0])]
                self._number()

    def _join_note(self, piece: Piece) -> None:
        """Let a note that was a citation be it, with the words before it where the citation had some in the sentence."""
        note = self.story.note_text(piece.elements) or ""
        before = "".join(other.text for other in self.pieces if other.end <= piece.start)
        for words in sorted((words for words in self.story.led.get(note, ()) if before.endswith(words)), key=len, reverse=True):
            cite = self.story.shown(f"{words}{NOTE}{note}")
            pieces = self.between(piece.start - len(words), piece.end)
            elements = [element for one in pieces for element in one.elements]
            if cite is not None and "".join(one.text for one in pieces) == words + piece.text:
                place = self.pieces.index(pieces[0])
                self.pieces[place : place + len(pieces)] = [live_cite(elements, cite, f"{words}{NOTE}{note}")]
                self._number()
                return

    def _join(self, first: int, last: int) -> int:
        """Join links with the brackets round them, if a citation of the same works showed just that; gives where they stand then."""
        start, end = self.pieces[first].start, self.pieces[last].end
        text = self.text
        for a, b in ((start, end), (start - 1, end + 1)):
            cite = self.story.shown(text[max(a, 0) : b])
            keys = {item.key for piece in self.pieces[first : last + 1] if piece.cite for item in piece.cite.items}
            if cite is None or a < 0 or {item.key for item in cite.items} != keys:
                continue
            pieces = self.between(a, b)
            elements = [element for piece in pieces for element in piece.elements]
            if len({element.getparent() for element in elements}) == 1 and not any(piece.tracked for piece in pieces):
                place = self.pieces.index(pieces[0])
                self.pieces[place : place + len(pieces)] = [live_cite(elements, cite, text[a:b])]
                self._number()
                return place
        return last

    def cut(self, at: int) -> None:
        """Let no piece of text go on over the place `at`; a piece that is no text is never cut."""
        for number, piece in enumerate(self.pieces):
            if piece.start < at < piece.end and piece.kind == "text":
                run = piece.elements[0]
                other = copy.deepcopy(run)
                size = at - piece.start
                _set_text(run, piece.text[:size])
                _set_text(other, piece.text[size:])
                run.addnext(other)
                behind = Piece("text", piece.text[size:], [other], tracked=piece.tracked)
                piece.text = piece.text[:size]
                self.pieces.insert(number + 1, behind)
                self._number()
                return

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces of a stretch, cut at its ends."""
        self.cut(start)
        self.cut(end)
        return [piece for piece in self.pieces if start <= piece.start and piece.end <= end and piece.start < piece.end]

    def put(self, at: int, elements: Sequence[Any]) -> None:
        """Set elements in at a place, behind what ends there, in no comment on that; they are no pieces."""
        self.cut(at)
        before = [piece for piece in self.pieces if piece.end <= at and piece.elements]
        after = [piece for piece in self.pieces if piece.start >= at and piece.elements]
        if before:
            place = before[-1].elements[-1]
            while _ends_comment(place.getnext()):
                place = place.getnext()
            for element in reversed(elements):
                place.addnext(element)
        elif after:
            place = after[0].elements[0]
            while (previous := place.getprevious()) is not None and previous.tag == f"{W}commentRangeStart":
                place = previous
            for element in elements:
                place.addprevious(element)
        else:
            self._into_empty(elements)

    def _into_empty(self, elements: Sequence[Any]) -> None:
        ends = [child for child in self.paragraph if child.tag == f"{W}bookmarkEnd"]
        for element in elements:
            if ends:
                ends[0].addprevious(element)
            else:
                self.paragraph.append(element)

    def replace(self, start: int, end: int, elements: Sequence[Any]) -> None:
        """Set elements in the place of a stretch, which keeps its length as one piece; marks of others that stand in it stay."""
        pieces = self.between(start, end)
        held = [element for piece in pieces for element in piece.elements]
        if not held:
            self.put(start, elements)
            return
        for element in elements:
            held[0].addprevious(element)
        for element in held:
            _remove(element)
        at = self.pieces.index(pieces[0])
        whole = Piece("other", "".join(piece.text for piece in pieces), list(elements), start=start)
        self.pieces[at : at + len(pieces)] = [whole]

    def around(self, start: int, end: int, before: Sequence[Any], behind: Sequence[Any]) -> None:
        """Set elements in at both ends of a stretch."""
        held = [element for piece in self.between(start, end) for element in piece.elements]
        if not held:
            self.put(start, [*before, *behind])
            return
        for element in reversed(behind):
            held[-1].addnext(element)
        for element in before:
            held[0].addprevious(element)

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it any more that anybody would miss."""
        return not self.text.strip() and not self.foreign_marks


def _ends_comment(element: Any) -> bool:
    if element is None or element.tag == f"{W}commentRangeEnd":
        return element is not None
    return element.tag == f"{W}r" and element.find(f"{W}commentReference") is not None


def _is_link(piece: Piece) -> bool:
    return piece.kind == "cite" and not piece.live and len(piece.elements) == 1 and piece.elements[0].tag == f"{W}hyperlink"


def _one_child_a_run(paragraph: Any) -> None:
    """Let each run hold one thing beside its properties."""
    for run in list(paragraph.iter(f"{W}r")):
        things = [child for child in run if child.tag != f"{W}rPr"]
        if len(things) < 2:
            continue
        properties = run.find(f"{W}rPr")
        for thing in reversed(things[1:]):
            other = run.makeelement(run.tag, run.attrib)
            if properties is not None:
                other.append(copy.deepcopy(properties))
            run.remove(thing)
            other.append(thing)
            run.addnext(other)


def _set_text(run: Any, text: str) -> None:
    child = run.find(f"{W}t")
    child.text = text
    child.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _remove(element: Any) -> None:
    """Take an element out, and what held nothing else."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.tag in (f"{W}hyperlink", f"{W}smartTag", f"{W}ins", f"{W}moveTo") and not len(parent):
        _remove(parent)
