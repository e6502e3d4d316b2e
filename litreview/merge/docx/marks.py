"""Small changes to elements of a Word file: links undone, notes and marks set on the other side, numbers counted again."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from litreview.merge.docx.piece import Piece
from litreview.merge.docx.story import W, visible
from litreview.writers.docx.package.numbering import roman

_BEHIND = re.compile(r"^[.,;:!?”’)]+")
_BEFORE = re.compile(r"[.,;:!?]+$")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
GONE = "_lrgone_"


def unwrap(element: Any) -> None:
    """Leave what stands in an element in its place."""
    for child in list(element):
        element.addprevious(child)
    element.getparent().remove(element)


def change_sides(piece: Piece, is_note: bool) -> None:
    """Set a citation that became a note behind the marks that follow it, without a space; one that is no note any more before them."""
    first, last = piece.elements[0], piece.elements[-1]
    before, behind = _run(first, -1), _run(last, 1)
    if is_note:
        if before is not None:
            _set(before, _text(before).rstrip(" "))
        marks = _BEHIND.match(_text(behind)) if behind is not None else None
        if behind is not None and marks is not None:
            moved = copy.deepcopy(behind)
            _set(moved, marks[0])
            _set(behind, _text(behind)[len(marks[0]) :])
            first.addprevious(moved)
        return
    marks = _BEFORE.search(_text(before)) if before is not None else None
    if before is not None and marks is not None:
        moved = copy.deepcopy(before)
        _set(moved, marks[0])
        _set(before, _text(before)[: marks.start()])
        last.addnext(moved)
    if before is not None and _text(before)[-1:] not in (" ", "(", ""):
        _set(before, _text(before) + " ")


def _run(element: Any, step: int) -> Any:
    """The neighbouring run of text, over what is no text."""
    while True:
        element = element.getprevious() if step < 0 else element.getnext()
        if element is None or (element.tag == f"{W}r" and element.find(f"{W}t") is not None):
            return element
        if element.tag == f"{W}r" or visible([element]):
            return None


def _text(run: Any) -> str:
    return run.find(f"{W}t").text or ""


def _set(run: Any, text: str) -> None:
    child = run.find(f"{W}t")
    child.text = text
    child.set(_SPACE, "preserve")


def free_names(root: Any, kept: set[str]) -> None:
    """Let the names of citations and entries, which are made anew, be free; those in `kept` (small letters) stay."""
    for number, mark in enumerate(root.iter(f"{W}bookmarkStart")):
        name = str(mark.get(f"{W}name") or "").casefold()
        if name.startswith(("_lrc_", "_cite_", "_ref_")) and name not in kept:
            mark.set(f"{W}name", f"{GONE}{number}")


def sweep(root: Any) -> None:
    """Take out the marks whose names were freed, and the links that lead to none."""
    gone = [mark for mark in root.iter(f"{W}bookmarkStart") if str(mark.get(f"{W}name")).startswith(GONE)]
    numbers = {mark.get(f"{W}id") for mark in gone}
    for mark in [*gone, *(end for end in root.iter(f"{W}bookmarkEnd") if end.get(f"{W}id") in numbers)]:
        mark.getparent().remove(mark)
    _whole_marks(root)
    names = {str(mark.get(f"{W}name")).casefold() for mark in root.iter(f"{W}bookmarkStart")}
    for link in list(root.iter(f"{W}hyperlink")):
        anchor = str(link.get(f"{W}anchor") or "").casefold()
        if anchor.startswith(("_cite_", "_ref_")) and anchor not in names:
            unwrap(link)


def marks_in(paragraph: Any) -> tuple[list[Any], list[Any]]:
    """What others have set into a paragraph of ours: where comments begin, and where they end with their signs, and signs of notes."""
    starts = list(paragraph.iter(f"{W}commentRangeStart"))
    ends = list(paragraph.iter(f"{W}commentRangeEnd"))
    signs = paragraph.iter(f"{W}commentReference", f"{W}footnoteReference", f"{W}endnoteReference")
    return starts, [*ends, *dict.fromkeys(sign.getparent() for sign in signs)]


def put_marks(paragraph: Any, starts: Sequence[Any], ends: Sequence[Any]) -> None:
    """Set marks round all of another paragraph."""
    properties = paragraph.find(f"{W}pPr")
    for mark in reversed(starts):
        paragraph.insert(0 if properties is None else 1, mark)
    paragraph.extend(ends)


def _whole_marks(root: Any) -> None:
    """Take out what other programs leave of bookmarks: a second one of a name, one that has no end, an end that has no beginning."""
    ends = {end.get(f"{W}id") for end in root.iter(f"{W}bookmarkEnd")}
    names: set[str] = set()
    numbers: set[str | None] = set()
    for mark in list(root.iter(f"{W}bookmarkStart")):
        name, number = str(mark.get(f"{W}name")).casefold(), mark.get(f"{W}id")
        if name in names or number in numbers or number not in ends:
            mark.getparent().remove(mark)
        else:
            names.add(name)
            numbers.add(number)
    for end in list(root.iter(f"{W}bookmarkEnd")):
        if end.get(f"{W}id") in numbers:
            numbers.discard(end.get(f"{W}id"))
        else:
            end.getparent().remove(end)


def drop_if_empty(paragraph: Any) -> None:
    """Take out a paragraph in which nothing is left; a section that ends in it ends in the one before."""
    parent = paragraph.getparent()
    if parent is None or visible([paragraph]).strip() or (parent.tag == f"{W}tc" and len(parent.findall(f"{W}p")) < 2):
        return
    kept = ("drawing", "pict", "object", "commentReference", "footnoteReference", "endnoteReference", "del", "moveFrom")
    if any(True for _ in paragraph.iter(*(f"{W}{name}" for name in kept))):
        return
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    if section is not None:
        before = paragraph.getprevious()
        if before is None or before.tag != f"{W}p" or before.find(f"{W}pPr/{W}sectPr") is not None:
            return
        end_section(before, section)
    parent.remove(paragraph)


def end_section(paragraph: Any, section: Any) -> None:
    """Let a section end in a paragraph."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{W}pPr", {})
        paragraph.insert(0, properties)
    later = [child for child in properties if etree.QName(child).localname == "pPrChange"]
    if later:
        later[0].addprevious(section)
    else:
        properties.append(section)


def renumber(body: Any) -> None:
    """Count again what fields count, in reading order, and let cross references show what they lead to."""
    counts: dict[str, int] = {}
    for code, runs in _fields(body, "SEQ"):
        words = code.split()
        restart = re.search(r"\\r\s*(\d+)", code)
        number = int(restart[1]) if restart else counts.get(words[1], 0) + 1
        counts[words[1]] = number
        _show(runs, roman(number) if "ROMAN" in words and number < 90 else str(number))
    places = {
        str(mark.get(f"{W}name")).casefold(): mark
        for mark in body.iter(f"{W}bookmarkStart")
        if str(mark.get(f"{W}name")).startswith("_Ref")
    }
    for code, runs in _fields(body, "REF"):
        words = code.split()
        mark = places.get(words[1].casefold())
        if mark is not None and "\\r" not in words and (text := _covered(mark)):
            _show(runs, text)


def _fields(body: Any, kind: str) -> Iterable[tuple[str, list[Any]]]:
    """The simple fields of one kind, each with its code and the texts of its result."""
    code, texts, state = "", list[Any](), 0
    for part in body.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if part.tag == f"{W}fldChar":
            step = part.get(f"{W}fldCharType")
            if step == "begin":
                code, texts, state = "", [], 1
            elif step == "separate":
                state = 2 if state == 1 else 0
            else:
                if state == 2 and code.split()[:1] == [kind] and len(code.split()) > 1:
                    yield code, texts
                state = 0
        elif part.tag == f"{W}instrText" and state == 1:
            code += part.text or ""
        elif part.tag == f"{W}t" and state == 2:
            texts.append(part)


def _show(texts: Sequence[Any], text: str) -> None:
    if texts and "".join(part.text or "" for part in texts) != text:
        texts[0].text = text
        for part in texts[1:]:
            part.text = ""


def _covered(mark: Any) -> str:
    """The text that a bookmark within one paragraph covers."""
    elements: list[Any] = []
    for element in mark.itersiblings():
        if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == mark.get(f"{W}id"):
            return visible(elements)
        elements.append(element)
    return ""
