"""How words look: what the writer gave old words, bold letters or a colour, given to the new ones in their place."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeAlias

import attrs
from lxml import etree

from litreview.merge.docx.story import W

_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color "
    "spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
).split()
_NOT_KEPT = {"rStyle", "lang", "vertAlign", "smallCaps", "rtl", "noProof"}
_OURS = {"i", "iCs"}
"""What words of ours have too, for what they are: another word in their place need not."""
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MOST = 4000
"""Words from which on a stretch takes only what all of its old words had."""

Looks: TypeAlias = Mapping[str, bytes]
"""Properties of a run by their names, as XML."""


@attrs.frozen
class Worded:
    """A word with its looks."""

    text: str
    looks: Looks


def looks_of(run: Any, styled: bool = False) -> Looks:
    """What a run looks like beyond its style; where it is `styled` plain text, that too, as no text of ours has one outside of links."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return {}
    dropped = _NOT_KEPT - {"rStyle"} if styled and next(run.iterancestors(f"{W}hyperlink"), None) is None else _NOT_KEPT
    named = ((etree.QName(p).localname, p) for p in properties if isinstance(p.tag, str))
    return {name: etree.tostring(p, with_tail=False) for name, p in named if name in _ORDER and name not in dropped}


def words_of(text: str, looks: Looks) -> list[Worded]:
    """The words of a text, blanks and marks among them, each with the same looks."""
    return [Worded(word, looks) for word in _WORD.findall(text)]


def without_some_italics(words: Sequence[Worded]) -> list[Worded]:
    """Words without the italics that only some of them have."""
    if all(_OURS & word.looks.keys() for word in words if word.text.strip()):
        return [*words]
    return [Worded(word.text, {name: xml for name, xml in word.looks.items() if name not in _OURS}) for word in words]


def dress(made: Any, old: Sequence[Worded], beside: bool = False) -> None:
    """Give the runs in a new element the looks of the old words in whose place they come, word by word where these differ.

    Where the old words stand `beside` the new ones these take only what all of those have.
    """
    runs = list(made.iter(f"{W}r"))
    written = [word for word in old if word.text.strip()]
    common = _common([word.looks for word in written])
    for run in runs:
        _add(run, common)
    if beside or all(word.looks.keys() == common.keys() for word in written) or len(old) > MOST:
        return
    parted = [(run, text, _WORD.findall(text.text)) for run in runs if (text := run.find(f"{W}t")) is not None and text.text]
    looks = _matched(old, [word for _, _, words in parted for word in words])
    at = 0
    for run, text, words in parted:
        mine = looks[at : at + len(words)]
        at += len(words)
        _part(run, text, words, [{name: xml for name, xml in one.items() if name not in common} for one in mine])


def _common(looks: Sequence[Looks]) -> Looks:
    first, *others = looks or [{}]
    return {name: xml for name, xml in first.items() if all(other.get(name) == xml for other in others)}


def _matched(old: Sequence[Worded], new: Sequence[str]) -> list[Looks]:
    """The looks of each new word: those of the same old word, or of those that stood in its place if they all looked the same."""
    looks: list[Looks] = [{} for _ in new]
    for kind, a, b, c, d in SequenceMatcher(None, [word.text for word in old], new, autojunk=False).get_opcodes():
        if kind == "equal":
            looks[c:d] = [word.looks for word in old[a:b]]
        elif kind == "replace":
            common = _common([word.looks for word in old[a:b] if word.text.strip()])
            looks[c:d] = [{name: xml for name, xml in common.items() if name not in _OURS}] * (d - c)
    return looks


def _part(run: Any, text: Any, words: Sequence[str], looks: Sequence[Looks]) -> None:
    """Part a run where the looks of its words change."""
    groups: list[tuple[str, Looks]] = []
    for word, one in zip(words, looks, strict=True):
        if groups and (groups[-1][1] == one or not word.strip()):
            groups[-1] = (groups[-1][0] + word, groups[-1][1])
        else:
            groups.append((word, one))
    pattern, last = copy.deepcopy(run), run
    for number, (words_, one) in enumerate(groups):
        part = run if not number else copy.deepcopy(pattern)
        child = text if not number else part.find(f"{W}t")
        child.text = words_
        child.set(_SPACE, "preserve")
        _add(part, one)
        if number:
            last.addnext(part)
        last = part


def _add(run: Any, looks: Looks) -> None:
    """Give a run looks that it has not yet."""
    if not looks:
        return
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = run.makeelement(f"{W}rPr", {})
        run.insert(0, properties)
    there = {etree.QName(p).localname for p in properties}
    for name, xml in looks.items():
        if name not in there:
            properties.append(etree.fromstring(xml))
    properties[:] = sorted(properties, key=lambda p: _ORDER.index(n) if (n := etree.QName(p).localname) in _ORDER else len(_ORDER))
