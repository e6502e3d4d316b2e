"""Comments of ours in an edited file: those on words that are made anew or remarked on anew go, unless somebody wrote in one or replied."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml

from litreview.merge.docx.story import W

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
AUTHOR = "litreview"
KEPT = "comments"
"""The name under which a draft keeps by what its comments are known again."""


def signs(comments: Iterable[Sequence[str]], before: Iterable[str] = ()) -> str:
    """By what comments are known again whose lines nobody has changed; with the signs `before`."""
    return " ".join(dict.fromkeys([*before, *(_sign("".join(lines)) for lines in comments)]))


def _sign(text: str) -> str:
    return hashlib.sha256("".join(text.split()).encode("utf-8", "replace")).hexdigest()[:10]


def untouched(word: WordDocument, known: str | None) -> Mapping[str, str]:
    """The comments of ours in a file that are as they were written, without a reply: their signs by their numbers.

    `known` are the signs that the file keeps of them; a file of a former version keeps none (None): then all of ours count.
    """
    wanted = set(known.split()) if known is not None else None
    parts = [relation.target_part for relation in word.part.rels.values() if not relation.is_external]
    replies = b"".join(part.blob for part in parts if "commentsExtended" in str(part.partname))
    remarks: dict[str, str] = {}
    for part in parts if wanted != set() else ():
        if part.content_type.endswith("wordprocessingml.comments+xml"):
            for comment in parse_xml(part.blob):
                names = [str(p.get(f"{_W14}paraId")).encode() for p in comment.iter(f"{W}p")]
                answered = any(b'paraIdParent="' + name + b'"' in replies for name in names)
                text = "".join(t.text or "" for t in comment.iter(f"{W}t"))
                if comment.get(f"{W}author") == AUTHOR and (wanted is None or _sign(text) in wanted) and not answered:
                    remarks[str(comment.get(f"{W}id"))] = _sign(text)
    return remarks


def take_off(held: Sequence[Any], numbers: Collection[str]) -> set[str]:
    """Take out where comments begin and end that are on a stretch of elements; gives their numbers."""
    if not held or not numbers:
        return set()
    starts: list[Any] = []
    before = held[0].getprevious()
    while before is not None and before.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}commentRangeStart"):
        starts.append(before)
        before = before.getprevious()
    for first in [held[0], *held[0].itersiblings()]:
        starts.append(first)
        if first is held[-1]:
            break
    gone = {str(mark.get(f"{W}id")) for mark in starts if mark.tag == f"{W}commentRangeStart"} & set(numbers)
    if gone:
        root = held[0].getroottree().getroot()
        for mark in list(root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")):
            if str(mark.get(f"{W}id")) in gone:
                element = mark.getparent() if mark.tag == f"{W}commentReference" else mark
                element.getparent().remove(element)
    return gone


def drop(word: WordDocument, numbers: Collection[str]) -> None:
    """Take comments out of the file to which nothing leads any more."""
    for relation in word.part.rels.values():
        if numbers and relation.reltype == f"{_OFFICE}/comments":
            old = relation.target_part
            root: Any = parse_xml(old.blob)
            for comment in list(root):
                if str(comment.get(f"{W}id")) in numbers:
                    root.remove(comment)
            part = XmlPart(old.partname, old.content_type, root, word.part.package)
            for rid, link in old.rels.items():
                part.rels[rid] = link
            relation._target = part
