"""How the paragraphs of a file look beyond their styles: what most of a kind have of their own is given to ours of that kind.

Theses are often written in "Normal" with font, spacing and indent set by hand; the style alone would then look like no page of theirs.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import attrs
from lxml import etree

from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.chapter import level_of, words_of
from litreview.writers.docx.template.numbers import Headed
from litreview.writers.docx.template.styles import Sheet

_W = f"{{{W}}}"
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku "
    "wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing "
    "mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
).split()
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color "
    "spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
).split()
"""The order of the schema (ECMA-376 part 1, 17.3.1.26 and 17.3.2.28)."""
_SET_BY_HAND = ("spacing", "ind", "jc")
_TYPE = ("rFonts", "sz", "szCs")
_HEADING_TYPE = (*_TYPE, "b", "bCs", "i", "iCs", "caps", "color")
_LONG = 60
"""From so many letters on a paragraph is running text."""
_MOST = 400
"""So many paragraphs of a kind are looked at."""
CAPTION = re.compile(r"[^\W\d_]{3,20}\s+(?:\d{1,2}|[IVXLC]{1,6})(?:\s?[.\-–]\s?\d{1,3})?\b.{3,200}")


@attrs.frozen
class ByHand:
    """What paragraphs of a kind have of their own: elements of ``w:pPr`` and of ``w:rPr``, as XML."""

    paragraph: tuple[str, ...] = ()
    run: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paragraph or self.run)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the elements, as Word stores them."""
        return tuple(dict.fromkeys(name for text in (*self.paragraph, *self.run) for name in re.findall(r"<w:(\w+)", text)))


_IN_TABLES = ("TableText", "TableHeading", "TableTextNarrow", "TableHeadingNarrow")
_ENOUGH = 5
"""From so many paragraphs on a chapter shows how its text looks."""


def by_hand(
    body: Any, sheet: Sheet, ids: Mapping[str, str], headings: Sequence[Headed], chapter: Sequence[Any] = ()
) -> Mapping[str, ByHand]:
    """The look of each kind of paragraph of ours, by the id of our style; kinds of which a file has none are not named.

    The text looks as that of the `chapter` it goes into, where that has enough: listings and annexes of a thesis may be longer than it.
    """
    looks: dict[str, ByHand] = {}
    text = list(_running(body, sheet, ids["BodyText"]))
    inside = set(chapter)
    near = [paragraph for paragraph in text if paragraph in inside]
    text = near if len(near) >= _ENOUGH else text
    looks["BodyText"] = _common(text, _HEADING_TYPE)
    for level in range(1, 5):
        styled = [h.element for h in headings if h.level == level and _style(h.element, sheet) == ids[f"Heading{level}"]]
        look = _common(styled or [h.element for h in headings if h.level == level and h.element in sheet.typed], _HEADING_TYPE)
        looks[f"Heading{level}"] = look if styled or not look else _as_typed(look, sheet)
    captions = [p for p in _plain(body, sheet) if CAPTION.fullmatch(words_of(p)) and _is_caption(p, sheet, ids)]
    looks["Caption"] = _common(captions, _HEADING_TYPE)
    font = tuple(x for x in looks["BodyText"].run if x.startswith(("<w:rFonts", "<w:color")))
    looks["ListParagraph"] = ByHand(tuple(x for x in looks["BodyText"].paragraph if x.startswith("<w:spacing")), looks["BodyText"].run)
    looks["Bibliography"] = ByHand((), looks["BodyText"].run)
    for kind in (*_IN_TABLES, "FootnoteText", *(() if captions else ("Caption",))):
        looks[kind] = ByHand((), font)
    return {kind: look for kind, look in looks.items() if look}


def _style(paragraph: Any, sheet: Sheet) -> str:
    mark = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return str(mark.get(f"{_W}val")) if mark is not None else sheet.default


def _plain(body: Any, sheet: Sheet) -> Iterator[Any]:
    """Paragraphs of the text itself, no headings."""
    return (p for p in body.iterfind(f"{_W}p") if level_of(p, sheet) is None)


def _running(body: Any, sheet: Sheet, style: str) -> Iterator[Any]:
    for paragraph in _plain(body, sheet):
        listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        if not listed and _style(paragraph, sheet) == style and sum(c.isalpha() for c in words_of(paragraph)) >= _LONG:
            yield paragraph


def _as_typed(look: ByHand, sheet: Sheet) -> ByHand:
    """The look of headings that are typed in the style of the text: no colour nor size of a heading style comes in between."""
    font, size = sheet.type(sheet.default)
    name, half_points = _safe(font or "Times New Roman"), size or 20
    usual = {
        "rFonts": f'<w:rFonts w:ascii="{name}" w:cs="{name}" w:hAnsi="{name}"/>',
        "color": '<w:color w:val="auto"/>',
        "sz": f'<w:sz w:val="{half_points}"/>',
        "szCs": f'<w:szCs w:val="{half_points}"/>',
        "i": '<w:i w:val="0"/>',
    }
    there = [etree.QName(etree.fromstring(f'<w:x xmlns:w="{W}">{text}</w:x>')[0]).localname for text in look.run]
    return ByHand(look.paragraph, (*look.run, *(text for kind, text in usual.items() if kind not in there)))


def _is_caption(paragraph: Any, sheet: Sheet, ids: Mapping[str, str]) -> bool:
    counted = any("SEQ" in (code.text or "") for code in paragraph.iter(f"{_W}instrText"))
    return counted or _style(paragraph, sheet) == ids["Caption"]


def _common(paragraphs: Sequence[Any], of_runs: Sequence[str]) -> ByHand:
    """What more than half of the paragraphs, and of their letters, have; of fewer than two nothing is learnt."""
    paragraphs = paragraphs[:_MOST]
    if len(paragraphs) < 2:
        return ByHand()
    own = [value for name in _SET_BY_HAND if (value := _winner(Counter(_xml(p.find(f"{_W}pPr/{_W}{name}")) for p in paragraphs)))]
    letters: dict[str, Counter[str]] = {name: Counter() for name in of_runs}
    for paragraph in paragraphs:
        for run in paragraph.iter(f"{_W}r"):
            size = sum(len(t.text or "") for t in run.iterfind(f"{_W}t"))
            for name in of_runs if size else ():
                letters[name][_xml(run.find(f"{_W}rPr/{_W}{name}"))] += size
    return ByHand(tuple(own), tuple(value for name in of_runs if (value := _winner(letters[name]))))


def _winner(count: Counter[str]) -> str:
    value, times = max(sorted(count.items()), key=lambda one: one[1], default=("", 0))
    return value if 2 * times > sum(count.values()) else ""


def _xml(element: Any) -> str:
    """An element in one spelling, without what only programs keep in it."""
    if element is None:
        return ""
    name = etree.QName(element).localname
    kept = sorted((etree.QName(k).localname, str(v)) for k, v in element.attrib.items() if etree.QName(k).namespace == W)
    kept = [(k, v) for k, v in kept if k not in ("hint",) and v != ""]
    said = "".join(f' w:{name_of}="{_safe(value)}"' for name_of, value in kept)
    return f"<w:{name}{said}/>"


def _safe(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def dressed(blocks: Any, looks: Mapping[str, ByHand]) -> None:
    """Give paragraphs of our making, still in our styles, what theirs have by hand; what they say themselves stays."""
    for paragraph in blocks.iter(f"{_W}p"):
        mark = paragraph.find(f"{_W}pPr/{_W}pStyle")
        look = looks.get(str(mark.get(f"{_W}val"))) if mark is not None else None
        if look is None:
            continue
        properties = paragraph.find(f"{_W}pPr")
        for text in look.paragraph:
            _set(properties, text, _PARAGRAPH)
        if look.run and str(mark.get(f"{_W}val")).startswith("Heading"):  # what a number of a list looks like
            sign = etree.Element(f"{_W}rPr")
            for text in look.run:
                _set(sign, text, _RUN)
            if properties.find(f"{_W}rPr") is None:
                _put(properties, sign, _PARAGRAPH)
        for run in paragraph.iter(f"{_W}r") if look.run else ():
            if all(run.find(f"{_W}{name}") is None for name in ("t", "tab", "fldChar", "instrText")):
                continue
            characters = run.find(f"{_W}rPr")
            if characters is None:
                characters = etree.Element(f"{_W}rPr")
                run.insert(0, characters)
            for text in look.run:
                _set(characters, text, _RUN)


def kept_with_next(blocks: Sequence[Any], styles: Collection[str], sheet: Sheet) -> None:
    """Let headings of our making, in these styles of the file, stay with the text below them where their style does not say so."""
    loose = {style for style in styles if sheet.inherited(style, "pPr/keepNext") is None}
    for block in blocks:
        properties = block.find(f"{_W}pPr") if block.tag == f"{_W}p" else None
        style = properties.find(f"{_W}pStyle") if properties is not None else None
        if style is not None and style.get(f"{_W}val") in loose:
            _set(properties, "<w:keepNext/>", _PARAGRAPH)


def like(run: Any, look: Any) -> None:
    """Give a run what `look`, a ``w:rPr``, says, where it says nothing itself; its language and style stay its own."""
    properties = run.find(f"{_W}rPr")
    if properties is None:
        properties = etree.Element(f"{_W}rPr")
        run.insert(0, properties)
    for element in look:
        if etree.QName(element).localname not in ("rStyle", "lang", "noProof"):
            _put(properties, copy.deepcopy(element), _RUN)


def _set(properties: Any, text: str, order: Sequence[str]) -> None:
    _put(properties, etree.fromstring(f'<w:x xmlns:w="{W}">{text}</w:x>')[0], order)


def _put(properties: Any, element: Any, order: Sequence[str]) -> None:
    name = etree.QName(element).localname
    there = properties.find(f"{_W}{name}")
    if there is not None:
        for said, value in element.attrib.items() if name == "spacing" else ():  # room below a table says nothing of the lines
            there.set(said, there.get(said, value))
        return
    place = order.index(name) if name in order else len(order)
    later = [e for e in properties if etree.QName(e).localname in order and order.index(etree.QName(e).localname) > place]
    if later:
        later[0].addprevious(element)
    else:
        properties.append(element)
