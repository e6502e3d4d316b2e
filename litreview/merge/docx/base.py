"""What was generated last: blocks with their units, the citations as they were written, and how the draft was made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs
from lxml import etree

from litreview.document.nodes import Cite, CiteItem, CiteMode
from litreview.merge.plan import FORMER
from litreview.writers.docx.package.manifest import Block, Marked, Unit
from litreview.writers.docx.package.units import SENTENCES, sentences

MODES: Mapping[str, CiteMode] = {mode: mode for mode in ("parenthetical", "narrative", "suppress-author", "author-only")}


@attrs.frozen(slots=False)
class Base:
    """What a manifest keeps. `cites` are by the name of their bookmark in small letters."""

    blocks: tuple[Block, ...] = ()
    cites: Mapping[str, Marked] = attrs.field(factory=dict)
    kept: Mapping[str, str] = attrs.field(factory=dict)

    @cached_property
    def by_name(self) -> Mapping[str, Block]:
        """The blocks by their bookmarks, in small letters."""
        return {block.name.casefold(): block for block in self.blocks}

    @property
    def mergeable(self) -> bool:
        """Whether it says enough: drafts of former versions name no units."""
        return any(block.units for block in self.blocks)


def base_of(part: bytes) -> Base | None:
    """The base in a manifest; None for what is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        return None
    blocks: list[Block] = []
    cites: dict[str, Marked] = {}
    kept: dict[str, str] = {}
    for element in root:
        kind = etree.QName(element).localname
        name, text = str(element.get("name") or ""), element.text or ""
        if kind == "block":
            blocks.append(_block(element, name, text))
        elif kind == "cite":
            cites[name.casefold()] = Marked(name, text, str(element.get("shown") or ""))
        elif kind == "kept":
            kept[name] = text
    return Base(tuple(blocks), cites, kept)


def _block(element: etree._Element, name: str, text: str) -> Block:
    """One block. One of a former version names neither kind nor units: its sentences are units without a place in a plan."""
    key, kind, units = str(element.get("key") or ""), element.get("kind"), tuple(_units(element, len(text)))
    if units or kind or not text:
        return Block(key, name, text, tuple(_in_sentences(key, text, units, str(kind or "text"))), str(kind or "text"))
    kind = "row" if "/row/" in key or key.endswith("/header") else "entry" if key.startswith("references/") else _former_kind(key)
    places = sentences(text) if kind in ("text", "item") else [(0, len(text))] if kind in ("heading", "caption") else []
    return Block(key, name, text, tuple(Unit(f"{FORMER}{key}#{n}", *place) for n, place in enumerate(places)), kind)


def _in_sentences(key: str, text: str, units: Iterable[Unit], kind: str) -> Iterable[Unit]:
    """The units with those that are only counted sentence by sentence: a former version did not part them."""
    count = 0
    for unit in units:
        if kind in SENTENCES and (unit.slot == key or unit.slot.startswith(f"{key}#")):
            for start, end in sentences(text, unit.start, unit.end):
                count += 1
                yield Unit(key if count == 1 else f"{key}#{count}", start, end)
        else:
            yield unit


def _former_kind(key: str) -> str:
    if key.endswith("/caption"):
        return "caption"
    words = key.split("/")
    if len(words) == 1 or (len(words) == 2 and words[0] == "theme"):
        return "heading"
    return "item" if words[0] == "gaps" and len(words) > 2 else "text"


def _units(block: Iterable[etree._Element], length: int) -> Iterable[Unit]:
    for unit in block:
        start, end = str(unit.get("start")), str(unit.get("end"))
        if start.isdecimal() and end.isdecimal() and int(start) <= int(end) <= length:
            yield Unit(str(unit.get("slot")), int(start), int(end))


def cite_of(code: str) -> Cite | None:
    """The citation that a code of the manifest names; None for what is no code.

    >>> cite_of('["narrative",null,["lee2019","4"]]').items[0].locator
    '4'
    """
    try:
        mode, lead, *items = json.loads(code)
        return Cite(tuple(CiteItem(*item) for item in items), MODES[mode], lead=lead)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
