"""Works without author, in styles whose citations then say nothing of the work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from litreview.csl import Cite, Cluster, Item, Processor, Style
from litreview.document.walk import plain


def cited_by_title(style: Style, items: Sequence[Item]) -> frozenset[str]:
    """The ids of the works that must be cited by their title, since their citation would otherwise not tell which work it is.

    Only works without author are looked at, and only in styles that neither cite by number nor in notes. A citation says nothing of
    its work if a work of the same type and date, of which nothing else is known, is cited in the same way; it does not tell two works
    apart if it is the same for both even beside each other, with the letters and names that the style adds for that.
    """
    if style.is_note or style.citation.uses_number:
        return frozenset()
    nameless = [item for item in items if not item.names.get("author") and item.texts.get("title")]
    silent = {item.id for item in nameless if _alone(style, item) == _alone(style, attrs.evolve(item, texts={}, names={}))}
    if len(nameless) > 1:
        clusters = [Cluster((Cite(item.id),)) for item in items]
        shown = dict(zip((item.id for item in items), map(plain, Processor(style, items).citations(clusters)), strict=True))
        times = Counter(shown.values())
        silent |= {item.id for item in nameless if times[shown[item.id]] > 1}
    return frozenset(silent)


def _alone(style: Style, item: Item) -> str:
    return plain(Processor(style, (item,)).citations([Cluster((Cite(item.id),))])[0])
