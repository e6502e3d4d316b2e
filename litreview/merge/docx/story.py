"""What a paragraph of a Word file is read with: bookmarks and their blocks, citations, notes, styles; and what is one piece in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import attrs

from litreview.audit.chapters.docx.codes import is_citation
from litreview.audit.chapters.docx.package import Package, Style
from litreview.audit.chapters.docx.package import W as W
from litreview.document.nodes import Cite, CiteItem
from litreview.document.works import Json
from litreview.merge.align import Kind
from litreview.merge.docx.base import Base, cite_of
from litreview.merge.docx.codes import coded
from litreview.merge.docx.piece import Piece, frozen_cite, live_cite, plain_piece, text_pieces
from litreview.merge.typed import with_place
from litreview.writers.docx.package.bookmarks import reference_name
from litreview.writers.docx.package.manifest import NOTE, signed

_COPY = re.compile(r"_copy_\d+$")
_TEXT = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_UNSEEN = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr", f"{W}sdtPr"}


@attrs.define(eq=False, slots=False)
class Story:
    """What is known of the file: its base, its parts, the keys behind its bookmarks."""

    base: Base
    package: Package
    known: Iterable[str]
    """The keys of the works in the library."""
    works: dict[str, Mapping[str, Json]] = attrs.field(factory=dict)
    """What codes in the text say of the works they cite."""
    names: Mapping[str, str] = attrs.field(init=False)
    targets: Mapping[str, str] = attrs.field(init=False)
    codes: Mapping[str, str] = attrs.field(init=False)
    kinds: Mapping[str, str] = attrs.field(init=False)
    by_text: Mapping[str, str] = attrs.field(init=False)
    bare: bool = False
    """Whether the file has lost all marks of ours: then citations are known by what they show."""

    def __attrs_post_init__(self) -> None:
        self.kinds = {block.key: block.kind for block in self.base.blocks}
        by_text: dict[str, set[str]] = {}
        for mark in self.base.cites.values():
            by_text.setdefault(mark.shown, set()).add(mark.code)
        self.by_text = {text: min(codes) for text, codes in by_text.items()}
        self.names = self.package.keys(self.known)
        keys = [block.key.removesuffix("/caption") for block in self.base.blocks]
        self.targets = {reference_name(key).casefold(): key for key in keys}
        self.codes = {name.rpartition("_")[0]: mark.code for name, mark in self.base.cites.items()}

    def key(self, name: str) -> str | None:
        """The key of the block whose bookmark has this name; a copy of one is none."""
        block = self.base.by_name.get(name.casefold())
        return block.key if block else None

    def kind(self, paragraph: Any, counted: bool) -> Kind:
        """What kind of paragraph it is, by its style, or because something in it is counted."""
        style = self._style(paragraph)
        if style is not None and style.level is not None:
            return "heading"
        return "caption" if counted or (style is not None and style.name == "caption") else "text"

    def level(self, paragraph: Any) -> int | None:
        """The level of a paragraph that is a heading by its style."""
        style = self._style(paragraph)
        return style.level if style is not None else None

    def _style(self, paragraph: Any) -> Style | None:
        properties = paragraph.find(f"{W}pPr")
        named = properties.find(f"{W}pStyle") if properties is not None else None
        return self.package.styles.get(str(named.get(f"{W}val"))) if named is not None else None

    def cite(self, name: str) -> tuple[Cite, frozenset[str]] | None:
        """The citation that a bookmark of ours marks, and what such citations showed when they were written."""
        bare = _COPY.sub("", name.casefold())
        code = self.codes.get(bare.rpartition("_")[0])
        cite = cite_of(code) if code is not None else None
        if cite is None:
            return None
        mark = self.base.cites.get(bare)
        same = [mark] if mark is not None else [m for n, m in self.base.cites.items() if n.rpartition("_")[0] == bare.rpartition("_")[0]]
        return cite, frozenset(m.shown for m in same)

    @cached_property
    def led(self) -> Mapping[str, frozenset[str]]:
        """The notes that citations were when the file was written, with the words that such citations had in the sentence."""
        notes: dict[str, set[str]] = {}
        for text in self.by_text:
            words, mark, note = text.partition(NOTE)
            if mark:
                notes.setdefault(note, set()).add(words)
        return {note: frozenset(words) for note, words in notes.items()}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What any citation showed in the text when the file was written, the longest first."""
        shown = sorted((text for text in self.by_text if len(text) > 2 and NOTE not in text), key=len, reverse=True)
        return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in shown) or r"(?!)")

    def shown(self, text: str) -> Cite | None:
        """The citation that showed just this when the file was written; None where none did."""
        code = self.by_text.get(text)
        return cite_of(code) if code else None

    def note_cites(self, run: Any) -> tuple[Cite, ...]:
        """What the footnote to which a run refers cites."""
        reference = run.find(f"{W}footnoteReference")
        note = self.package.notes.get(f"footnote/{reference.get(f'{W}id')}") if reference is not None else None
        return tuple(cited_in(note, self)) if note is not None else ()

    def note_text(self, elements: Iterable[Any]) -> str | None:
        """The words of the footnotes to which elements refer, or None where they refer to none."""
        texts: list[str] = []
        for element in elements:
            for reference in element.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
                kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
                note = self.package.notes.get(f"{kind}/{reference.get(f'{W}id')}")
                texts.append(visible([note]).removeprefix(" ") if note is not None else "")
        return "".join(texts) if texts else None


def cited_in(element: Any, story: Story) -> Iterable[Cite]:
    """The citations in a footnote of the writer's: those that a program keeps up to date."""
    for paragraph in element.iter(f"{W}p"):
        children = list(paragraph)
        for at in range(len(children)):
            for piece in islands(children, at, story, [])[1]:
                if piece.kind == "cite" and piece.cite is not None:
                    yield piece.cite


def visible(elements: Iterable[Any]) -> str:
    """What is read in elements: insertions, no deletions, of a field its result."""
    text: list[str] = []
    hidden = 0

    def read(element: Any) -> None:
        nonlocal hidden
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN:
            return
        if tag == f"{W}t":
            text.append("" if hidden else element.text or "")
        elif tag in _TEXT:
            text.append("" if hidden else _TEXT[tag])
        elif tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            hidden += {"begin": 1, "separate": -1}.get(str(kind), 0)
        for child in element:
            read(child)

    for element in elements:
        read(element)
    return "".join(text)


def islands(children: Sequence[Any], at: int, story: Story, keys: list[str]) -> tuple[int, list[Piece]]:
    """What is one piece from the place `at` on: how many of the neighbours it takes, and its pieces; (0, []) where there is none."""
    child = children[at]
    tag = child.tag
    if tag == f"{W}bookmarkStart":
        name = str(child.get(f"{W}name") or "")
        if name.casefold().startswith("_lrc_") and (end := _closing(children, at)) is not None and (told := story.cite(name)):
            keys += [key for mark in _starts(children[at + 1 : end]) if (key := story.key(mark)) is not None]
            return end + 1 - at, _marked(list(children[at : end + 1]), *told, story)
        if name.startswith("ZOTERO_BREF_") and (end := _closing(children, at)) is not None:
            return end + 1 - at, _coded(_pieces(story.package.properties, name), list(children[at : end + 1]), story)
    elif tag == f"{W}r" and _begins(child):
        end = _field_end(children, at)
        if end is not None:
            return end + 1 - at, _field(list(children[at : end + 1]), story)
    elif tag == f"{W}fldSimple" and is_citation(str(child.get(f"{W}instr"))):
        return 1, _coded(str(child.get(f"{W}instr")), [child], story)
    elif tag == f"{W}sdt" and child.find(f"{W}sdtPr/{W}citation") is not None:
        return 1, _coded(_instruction([child]), [child], story)
    elif tag == f"{W}hyperlink":
        return _link(child, story)
    return 0, []


def _link(link: Any, story: Story) -> tuple[int, list[Piece]]:
    from_file = str(link.get(f"{W}anchor") or "")
    if from_file.casefold().startswith("_ref_"):
        key = story.names.get(from_file[5:].casefold())
        return (1, [frozen_cite([link], Cite((CiteItem(key),)), visible([link]))]) if key else (0, [])
    target = story.targets.get(from_file.casefold())
    return (1, [plain_piece("reference", f"⟦REF {target}⟧", [link])]) if target else (0, [])


def _marked(elements: list[Any], cite: Cite, shown: frozenset[str], story: Story) -> list[Piece]:
    """A citation of ours in its bookmark, with whatever the writer typed into it."""
    inner = elements[1:-1]
    live = _live(elements, cite, story) if visible(inner).strip() else None
    if live is not None:
        return live
    text, note = visible(inner), story.note_text(inner)
    if not text.strip() and note is None:
        return []
    now = text if note is None else f"{text}{NOTE}{note}"
    if now in shown:
        return [live_cite(elements, cite, now)]
    for before in sorted(shown):
        changed = with_place(cite, before, now)
        if changed is not None:
            return [live_cite(elements, changed, now)]
        words, _, in_note = before.partition(NOTE)
        if words and (note or "") == in_note and words in text:
            parted = _parted(elements, text.index(words), len(words))
            if parted is not None:
                head, middle, tail = parted
                return [*text_pieces(head), live_cite(middle, cite, before), *text_pieces(tail)]
    return [frozen_cite(elements, cite, text)]


def _live(elements: list[Any], cite: Cite, story: Story) -> list[Piece] | None:
    """The pieces of a citation that a program keeps up to date: its own works and places in them count; None where there is none."""
    inner = elements[1:-1]
    code = _instruction(inner)
    if not code:
        names = [name for name in _starts(inner) if name.startswith("ZOTERO_BREF_")]
        code = _pieces(story.package.properties, names[0]) if names else ""
    told = coded(code, story.names) if is_citation(code) else None
    if told is None:
        return None
    story.works.update((key, item) for key, item in told.works if key)
    mode = "narrative" if cite.mode == "narrative" and told.cite.mode == "suppress-author" else told.cite.mode
    works = _without_lead(told.cite.items, cite.lead)
    same = signed((told.cite,)) == signed((cite,)) or (cite.lead is not None and Counter(works) == Counter(cite.items))
    now = cite if same else attrs.evolve(told.cite, items=works, mode=mode, lead=cite.lead)
    at = max(n for n, element in enumerate(elements[:-1]) if not visible_text_only(element))
    tail = [element for element in elements[at + 1 : -1] if visible([element]).strip()]
    for element in reversed(tail):
        elements[-1].addnext(element)
    elements = [element for element in elements if element not in tail]
    note = story.note_text(elements)
    text = visible(elements)
    return [live_cite(elements, now, text if note is None else f"{text}{NOTE}{note}"), *text_pieces(tail)]


def _without_lead(items: tuple[CiteItem, ...], lead: str | None) -> tuple[CiteItem, ...]:
    """Works of a code without the words that lead the citation in, which a manager keeps with the first of them."""
    prefix = (items[0].prefix or "") if items else ""
    if not lead or not prefix.startswith(lead):
        return items
    return (attrs.evolve(items[0], prefix=prefix[len(lead) :].strip() or None), *items[1:])


def visible_text_only(element: Any) -> bool:
    """Whether an element is a run of plain text, no part of a field."""
    return element.tag == f"{W}r" and element.find(f"{W}t") is not None and element.find(f"{W}fldChar") is None


def _parted(elements: list[Any], start: int, size: int) -> tuple[list[Any], list[Any], list[Any]] | None:
    """The inside of a bookmark cut at two places of its text, with the bookmark drawn together round the middle."""
    opening, closing = elements[0], elements[-1]
    inner = elements[1:-1]
    if not _cut(inner, start) or not _cut(inner, start + size):
        return None
    head, middle, tail = list[Any](), list[Any](), list[Any]()
    at = 0
    for element in inner:
        length = len(visible([element]))
        (head if at + length <= start and length else tail if at >= start + size and length else middle).append(element)
        at += length
    if not middle:
        return None
    middle[0].addprevious(opening)
    middle[-1].addnext(closing)
    return head, [opening, *middle, closing], tail


def _cut(elements: list[Any], at: int) -> bool:
    """Let a place in the text of neighbours fall between two of them; False where it falls into one that cannot be cut."""
    begin = 0
    for number, element in enumerate(elements):
        length = len(visible([element]))
        if begin < at < begin + length:
            if not visible_text_only(element):
                return False
            text = element.find(f"{W}t").text or ""
            other = element.__deepcopy__(None)
            for run, part in ((element, text[: at - begin]), (other, text[at - begin :])):
                run.find(f"{W}t").text = part
                run.find(f"{W}t").set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            element.addnext(other)
            elements.insert(number + 1, other)
            return True
        begin += length
    return True


def _field(elements: list[Any], story: Story) -> list[Piece]:
    """A whole field: a citation, a cross reference, a number that is counted, or any other."""
    code = _instruction(elements)
    if is_citation(code):
        return _coded(code, elements, story)
    words = code.split()
    if words[:1] == ["REF"] and len(words) > 1 and words[1].casefold() in story.targets:
        return [plain_piece("reference", f"⟦REF {story.targets[words[1].casefold()]}⟧", elements)]
    if words[:1] == ["SEQ"]:
        return [plain_piece("label", visible(elements), elements)]
    return [plain_piece("other", visible(elements), elements)]


def _coded(code: str, elements: list[Any], story: Story) -> list[Piece]:
    told = coded(code, story.names)
    if told is None:
        return [plain_piece("other", visible(elements) or "\ufffc", elements)]
    story.works.update((key, item) for key, item in told.works if key)
    note = story.note_text(elements)
    return [live_cite(elements, told.cite, visible(elements) if note is None else f"{visible(elements)}{NOTE}{note}")]


def _instruction(elements: Iterable[Any]) -> str:
    """The code of the first field in elements."""
    code: list[str] = []
    depth = 0
    for element in elements:
        for part in element.iter(f"{W}fldChar", f"{W}instrText"):
            if part.tag == f"{W}instrText":
                code.append(part.text or "" if depth == 1 else "")
            else:
                kind = part.get(f"{W}fldCharType")
                depth += 1 if kind == "begin" else -1 if kind == "end" else 0
                if kind == "separate" and depth == 1:
                    return "".join(code)
    return "".join(code)


def _pieces(properties: Mapping[str, str], name: str) -> str:
    parts: list[str] = []
    while (piece := properties.get(f"{name}_{len(parts) + 1}")) is not None:
        parts.append(piece)
    return "".join(parts)


def _closing(children: Sequence[Any], at: int) -> int | None:
    """Where among its neighbours the bookmark that begins at `at` ends."""
    number = children[at].get(f"{W}id")
    for place in range(at + 1, len(children)):
        if children[place].tag == f"{W}bookmarkEnd" and children[place].get(f"{W}id") == number:
            return place
    return None


def _starts(elements: Iterable[Any]) -> list[str]:
    return [str(mark.get(f"{W}name") or "") for element in elements for mark in element.iter(f"{W}bookmarkStart")]


def _begins(run: Any) -> bool:
    mark = run.find(f"{W}fldChar")
    return mark is not None and mark.get(f"{W}fldCharType") == "begin"


def _field_end(children: Sequence[Any], at: int) -> int | None:
    """Where among its neighbours the field that begins at `at` ends."""
    depth = 0
    for place in range(at, len(children)):
        for mark in children[place].iter(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            depth += 1 if kind == "begin" else -1 if kind == "end" else 0
        if depth == 0:
            return place
    return None
