"""The locator of a cite: its label, and labels written into the locator itself ("p. 12", "fig. 3")."""

from __future__ import annotations

from litreview.csl.cites import Cite
from litreview.errors import Problem, fault

LABELS = frozenset(
    """act appendix article-locator book canon chapter column elocation equation figure folio issue line note opus page paragraph part rule
    scene section sub-verbo supplement table timestamp title-locator verse version volume""".split()
)
"""The locator terms of CSL 1.0.2."""
_ALSO = {"sub verbo": "sub-verbo", "article": "article-locator", "title": "title-locator"}


def normal_locator(cite: Cite) -> tuple[str | None, str | None, tuple[Problem, ...]]:
    """(locator, label, problems) of a cite. No label means a page; an unknown label is left out and said.

    >>> normal_locator(Cite("a", "12"))
    ('12', 'page', ())
    >>> normal_locator(Cite("a", "12", "shelf"))[1:]
    ('', (<Problem csl-unknown-label: a>,))
    """
    text = (cite.locator or "").strip()
    if not text:
        return None, None, ()
    label = (cite.label or "page").strip()
    if label in LABELS:
        return text, label, ()
    if label in _ALSO:
        return text, _ALSO[label], ()
    return text, "", (fault("csl-unknown-label", key=cite.key, label=label),)
