"""A university's file opened: where the text goes in, and what is there already that it must not disturb."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import docx
from docx.document import Document as WordDocument
from docx.oxml.parser import parse_xml

from litreview.errors import LitreviewError, Problem, UnknownName
from litreview.writers.docx.citations.sources import NAMESPACE as SOURCES
from litreview.writers.docx.package.build import Host
from litreview.writers.docx.package.comments import first_free
from litreview.writers.docx.package.layout import Layout, StyleLook
from litreview.writers.docx.package.refusal import refusal
from litreview.writers.docx.package.safe_package import checked
from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.chapter import chapter_at, is_called, level_of, within, words_of
from litreview.writers.docx.template.counting import lists_of
from litreview.writers.docx.template.look import ByHand, by_hand
from litreview.writers.docx.template.numbers import LEVELS, Headed, Plan, plan, read_headings, typed_headings
from litreview.writers.docx.template.pages import TemplatePages
from litreview.writers.docx.template.styles import Sheet, TemplateStyle, choose, mapping
from litreview.writers.options import Template

_W = f"{{{W}}}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"

_OF_THEME = "theme"
"""A font that is not known, and so may be wide."""


@attrs.frozen(eq=False)
class Opened:
    """A file that is ready to take the text. `place` is the element that it replaces or follows, None for the end of the file."""

    word: WordDocument
    sheet: Sheet
    chosen: tuple[TemplateStyle, ...]
    pages: TemplatePages
    host: Host
    place: Any
    replaces: bool
    marked: bool
    """Whether the mark for the text is there."""
    problems: tuple[Problem, ...]
    plan: Plan
    """How the text is numbered."""
    looks: Mapping[str, ByHand] = attrs.field(factory=dict)
    """What paragraphs of each kind have by hand there, by our style."""
    headings: tuple[Headed, ...] = ()
    chapter: Any = None
    """The heading of the file that stands for that of our chapter; None where ours is written."""

    def silent_levels(self) -> Iterator[tuple[int, str]]:
        """Levels of headings whose style is in a list that prints no number, with the style."""
        ids = mapping(self.chosen)
        for level, how in self.plan.levels.items():
            if how.kind == "style" and how.place is not None and not self.plan.counting.copy().label(how.place):
                yield level, self.sheet.name(ids[f"Heading{level}"])


def open_template(template: Template) -> Opened:
    """Open a file and look around in it. Raises ReadError, and UnknownName for a heading or style that is not there."""
    word, problems = open_word(template.data, template.name)
    try:
        return opened(word, template, problems)
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        if isinstance(error, LitreviewError):
            raise
        raise refusal("template-damaged", template.name, reason=" ".join(str(error).split())) from None


def open_word(data: bytes, name: str) -> tuple[WordDocument, tuple[Problem, ...]]:
    """Open a file from outside, and what was taken out of it. Raises ReadError."""
    data, problems = checked(data, name)
    try:
        return docx.Document(io.BytesIO(data)), problems
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        if isinstance(error, LitreviewError):
            raise
        raise refusal("template-damaged", name, reason=" ".join(str(error).split())) from None


def opened(word: WordDocument, template: Template, problems: tuple[Problem, ...] = ()) -> Opened:
    """Look around in a file that is open. Raises UnknownName for a heading or style that is not there."""
    body = word.element.body
    sheet = Sheet(word.styles.element, body)
    chosen = choose(sheet, dict(template.styles))
    lists = lists_of(_numbering(word))
    sheet.typed = typed_headings(body, sheet, lists)
    mark = _marked(body, template, sheet)
    place, replaces = mark or _unmarked(body, template, sheet)
    chapter = chapter_at(body, place, not replaces, sheet, template.level_offset)
    offset = template.level_offset or 0
    if chapter is not None and template.level_offset is None:
        offset = min(level_of(chapter, sheet) or 0, LEVELS - 1)
    inside = within(chapter, sheet) if chapter is not None else []
    if chapter is not None and not replaces:
        place = [chapter, *inside][-1]
    ids = mapping(chosen)
    headings, counting = read_headings(body, sheet, lists, place)
    counted = plan(body, sheet, lists, ids, headings, counting, chapter, place, offset, inside)
    looks = by_hand(body, sheet, ids, headings, inside)
    host = _host(word, counted, offset, chapter)
    return Opened(
        word, sheet, chosen, pages_at(body, place), host, place, replaces, bool(mark), problems, counted, looks, headings, chapter
    )


def _numbering(word: WordDocument) -> Any:
    parts = [rel.target_part for rel in word.part.rels.values() if not rel.is_external and rel.reltype.endswith("/numbering")]
    return parse_xml(parts[0].blob) if parts else None


def _text_of(element: Any) -> str:
    """The characters of a paragraph, its runs joined."""
    return "".join(t.text or "" for t in element.iter(f"{_W}t"))


def _marked(body: Any, template: Template, sheet: Sheet) -> tuple[Any, bool] | None:
    if not template.marker:
        return None
    either = template.marker == template.after_heading  # then a heading of these words comes first, and the text follows it
    if either and any(_is_heading(p, sheet) and is_called(words_of(p), template.marker) for p in body.iter(f"{_W}p")):
        return None
    marker = template.marker.strip()
    name = marker.strip("{}[]<> ").casefold()
    for paragraph in body.iter(f"{_W}p"):
        if marker and _text_of(paragraph).strip() == marker:
            return paragraph, True
    for control in body.iter(f"{_W}sdt"):
        names = [str(e.get(f"{_W}val")).casefold() for e in control.iterfind(f"{_W}sdtPr/*") if e.tag in (f"{_W}tag", f"{_W}alias")]
        if name and name in names and control.find(f"{_W}sdtContent/{_W}p") is not None:
            return control, True
    for mark in body.iter(f"{_W}bookmarkStart"):
        if name and str(mark.get(f"{_W}name")).casefold() == name:
            around = next((e for e in mark.iterancestors(f"{_W}p")), None)
            if around is not None:
                return around, not _text_of(around).strip()
    return None


def _unmarked(body: Any, template: Template, sheet: Sheet) -> tuple[Any, bool]:
    if template.after_heading:
        return _heading(body, template.after_heading, sheet), False
    blocks = [e for e in body if e.tag != f"{_W}sectPr"]
    empty = len(blocks) == 1 and blocks[0].tag == f"{_W}p" and not _text_of(blocks[0]).strip()
    return (blocks[0], True) if empty else (None, False)


def _heading(body: Any, words: str, sheet: Sheet) -> Any:
    """The heading of these words; of several that somebody typed the one with most below it: a plan of the chapters names them too."""
    headings = [p for p in body.iter(f"{_W}p") if _is_heading(p, sheet)]
    called = [p for p in headings if is_called(words_of(p), words)]
    if not called:
        raise UnknownName("place in the template", words, [words_of(p) for p in headings if words_of(p)])
    return max(called, key=lambda p: len(within(p, sheet))) if called[0] in sheet.typed else called[0]


def _is_heading(paragraph: Any, sheet: Sheet) -> bool:
    return paragraph.find(f"{_W}pPr/{_W}outlineLvl") is not None or level_of(paragraph, sheet) is not None


def pages_at(body: Any, place: Any) -> TemplatePages:
    """The section in which `place` stands: the next ``w:sectPr`` in reading order, its own included."""
    if place is None or place.getparent() is not body:
        cell = next((e for e in place.iterancestors(f"{_W}tc")), None) if place is not None else None
        wide = cell.find(f"{_W}tcPr/{_W}tcW") if cell is not None else None
        width = (
            int(wide.get(f"{_W}w")) - 216
            if wide is not None and str(wide.get(f"{_W}w")).isdigit() and wide.get(f"{_W}type") == "dxa"
            else None
        )
        outer = place
        while outer is not None and outer.getparent() is not body:
            outer = outer.getparent()
        return TemplatePages(_section(body, outer), turns=place is None, width=width if width and width > 1440 else None)
    return TemplatePages(_section(body, place), turns=True)


def _section(body: Any, start: Any) -> Any:
    following = [start, *start.itersiblings()] if start is not None else []
    for element in following:
        section = element if element.tag == f"{_W}sectPr" else element.find(f"{_W}pPr/{_W}sectPr")
        if section is not None:
            return section
    return body.find(f"{_W}sectPr")


def _host(word: WordDocument, counted: Plan, offset: int, chapter: Any) -> Host:
    stories = [word.element, *(e for part in word.part.package.iter_parts() if (e := getattr(part, "element", None)) is not None)]
    marks = [mark for story in stories for mark in story.iter(f"{_W}bookmarkStart")]
    numbers = [int(number) for mark in marks if (number := str(mark.get(f"{_W}id"))).isdigit()]
    raw = b"".join(part.blob for part in word.part.package.iter_parts() if str(part.partname).endswith(("notes.xml", "comments.xml")))
    numbers += [int(number) for number in re.findall(rb'bookmarkStart\b[^>]*w:id="(\d+)"', raw)]
    notes = [int(n) for n in re.findall(rb'<w:footnote\b[^>]*w:id="(-?\d+)"', b"".join(_blobs(word, "/footnotes")))]
    lists = [int(n) for n in re.findall(rb'<w:num\b[^>]*w:numId="(\d+)"', b"".join(_blobs(word, "/numbering")))]
    data = b"".join(_blobs(word, "/customXml"))
    tags = re.findall(rb"<(?:\w+:)?Tag>([^<]{1,255})</", data) if SOURCES.encode() in data else []
    codes = " ".join(code.text or "" for code in word.element.iter(f"{_W}instrText"))
    codes += " ".join(str(field.get(f"{_W}instr")) for field in word.element.iter(f"{_W}fldSimple"))
    kinds = {level: how.kind for level, how in counted.levels.items()}
    numbered = frozenset(level for level, kind in kinds.items() if kind == "style")
    listed = {
        level: (how.place.list, how.place.level) for level, how in counted.levels.items() if how.kind == "list" and how.place is not None
    }
    taken = set(word.part.rels) | {rid for part in word.part.package.iter_parts() for rid in part.rels}
    link = "link"
    while any(rid.startswith(link) for rid in taken):
        link += "L"
    return Host(
        bookmark=max([0, *numbers]) + 1,
        names=frozenset(str(mark.get(f"{_W}name")).casefold() for mark in marks),
        note=max([0, *notes]) + 1,
        list=max([0, *lists]) + 1,
        comment=first_free(word),
        link=link,
        numbered=numbered,
        listed=listed,
        unlisted=frozenset(level for level, kind in kinds.items() if kind in ("typed", "none") and level in counted.styled),
        free=not numbered and not listed and chapter is None,
        drawing=max([0, *(int(n) for story in stories for e in story.iter(_DRAWING) if (n := str(e.get("id"))).isdigit())]) + 1,
        level_offset=offset,
        tags=frozenset(tag.decode("utf-8", "replace").casefold() for tag in tags),
        has_bibliography="ZOTERO_BIBL" in codes,
        sequences=frozenset(re.findall(r"\bSEQ\s+(\w+)", codes)),
    )


def _blobs(word: WordDocument, kind: str) -> list[bytes]:
    return [rel.target_part.blob for rel in word.part.rels.values() if not rel.is_external and rel.reltype.endswith(kind)]


def layout_in(opened: Opened, layout: Layout) -> Layout:
    """The layout as the file has it, as far as widths and direct formatting must know; for styles that are to be added, as it was."""
    ids = mapping(opened.chosen)
    added = {style.role for style in opened.chosen if style.how == "created"}
    font, size = opened.sheet.type(ids["Normal"])
    by_hand = "".join(opened.looks["TableText"].run) if "TableText" in opened.looks else ""
    themed = opened.sheet.themed(ids["Normal"]) and "rFonts" not in by_hand
    styles: list[tuple[str, StyleLook]] = []
    for name, style in layout.styles:
        if name == "Normal":
            style = attrs.evolve(style, font=font or (_OF_THEME if themed else "Times New Roman"), size=size or 20)
        elif name == "Bibliography" and name not in added:
            style = attrs.evolve(style, hanging=opened.sheet.hanging(ids["Bibliography"]))
        elif name.startswith("heading") and name not in added:
            style = attrs.evolve(style, hanging=None)
        styles.append((name, style))
    return attrs.evolve(layout, styles=tuple(styles))
