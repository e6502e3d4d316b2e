"""What a check finds in a merged file that is none of the writer's doing and that no comment tells her."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import docx
from lxml import etree

import litreview
from tests.merge.edits import W, content

LEFT_TO_HER = ("draft-text-changed", "draft-paragraph-lists", "draft-studies-in-a-row", "draft-not-cited")
"""What a check says of any sentence that was edited, of how she parts paragraphs, and of works whose citation she took out."""


def untold(path: Path, library: litreview.Library, before: Counter[tuple[str, str]]) -> list[str]:
    """The faults at a place of the text that were not there `before`, where the paragraph has neither words she typed nor a comment of ours."""
    word = docx.Document(str(path))
    remarks = _remarks(word)
    excused = [_even(content(p)) for p in word.element.body.iter(f"{W}p") if _hers(p) or _commented(p, remarks)]
    more = faults(path, library) - before
    return sorted(f"{code} {place}" for code, place in more if not any(_words(place) in text for text in excused))


def faults(path: Path, library: litreview.Library) -> Counter[tuple[str, str]]:
    """What a check finds at places of the text, each as its kind and its words: the heading above is another one in another language."""
    return Counter(
        (problem.code, (problem.get("place") or "").rpartition("› ")[2])
        for problem in litreview.check_draft(path, library)
        if problem.severity != "info" and problem.code not in LEFT_TO_HER and (problem.get("place") or problem.severity == "error")
    )


def _remarks(word: Any) -> frozenset[str]:
    """The numbers of the comments of litreview."""
    roots = [etree.fromstring(r.target_part.blob) for r in word.part.rels.values() if r.reltype.endswith("/comments")]
    return frozenset(str(c.get(f"{W}id")) for root in roots for c in root if c.get(f"{W}author") == "litreview")


def _commented(paragraph: Any, remarks: frozenset[str]) -> bool:
    """Whether a comment of ours stands in a paragraph, in the cells of its row, or at the head of its column."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return _holds(paragraph, remarks)
    row = cell.getparent()
    head = next(row.iterancestors(f"{W}tbl")).find(f"{W}tr").findall(f"{W}tc")
    column = row.findall(f"{W}tc").index(cell) if cell in row.findall(f"{W}tc") else 0
    return _holds(row, remarks) or (column < len(head) and _holds(head[column], remarks))


def _holds(element: Any, remarks: frozenset[str]) -> bool:
    return any(str(mark.get(f"{W}id")) in remarks for mark in element.iter(f"{W}commentReference"))


def _hers(paragraph: Any) -> bool:
    """Whether she typed in a paragraph, has deleted some of it with the change tracked, or has cut it within a sentence."""
    text = content(paragraph).strip()
    parted = next(paragraph.iterancestors(f"{W}tc"), None) is None and not text.endswith((".", ":", "”", "?", ")"))
    return ("kata" in text and "zq" in text) or next(paragraph.iter(f"{W}del"), None) is not None or parted


def _words(place: str) -> str:
    """The first words of a place, as the text has them."""
    return _even(place.rpartition("› ")[2].strip("“”").removesuffix(" …"))


def _even(text: str) -> str:
    return " ".join(text.split())
