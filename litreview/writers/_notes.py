"""Citations of note styles, which hold their own footnote: turned inside out, so that the footnote holds the citation."""

from __future__ import annotations

import attrs

from litreview.document.nodes import Cite, Inlines, Note


def opened(cite: Cite) -> Inlines | None:
    """The words of a citation that stay in the text, with its footnotes around what stands in them; None if it holds no footnote.

    >>> from litreview.document.nodes import CiteItem, Text
    >>> opened(Cite((CiteItem("a"),), "narrative", (Text("Lee"), Note((Text("Lee 2019."),)))))[1].children[0].mode
    'parenthetical'
    """
    if not any(isinstance(node, Note) for node in cite.children):
        return None
    inside = attrs.evolve(cite, mode="parenthetical") if cite.mode == "narrative" else cite  # the name of a narrative one stays outside
    return tuple(Note((attrs.evolve(inside, children=node.children),)) if isinstance(node, Note) else node for node in cite.children)
