"""Where something new may stand among the paragraphs and tables of a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from litreview.merge.docx.line import Line
from litreview.merge.docx.story import Story, W


def next_heading(heading: Any, level: int, new: int, lines: Sequence[Line], story: Story) -> Any:
    """The heading before which a section of the level `new` ends what stands under a `heading` of `level`; None where none follows."""
    levels = {line.paragraph: story.level(line.paragraph) for line in lines if line.kind == "heading"}
    own = levels.get(heading)
    if own is None:
        return None
    least = own + new - level
    return next((e for e in heading.itersiblings() if (depth := levels.get(e)) is not None and depth <= least), None)


def section_end(element: Any) -> Any:
    """The paragraph that closes the section of a table just behind it, else the element itself."""
    if element.tag == f"{W}tbl":
        following = element.getnext()
        if following is not None and following.tag == f"{W}p" and following.find(f"{W}pPr/{W}sectPr") is not None and not reads(following):
            return following
    return element


def reads(paragraph: Any) -> bool:
    """Whether a paragraph has words."""
    return any((text.text or "").strip() for text in paragraph.iter(f"{W}t"))


def comes_before(one: Any, other: Any) -> bool:
    """Whether an element stands before another among its neighbours."""
    if one.getparent() is not other.getparent():
        return False
    siblings = list(one.getparent())
    return siblings.index(one) < siblings.index(other)
