"""Page furniture: what journals, repositories and sites print around a work, told apart from the work itself before anything is read.

In come the lines of a page; out come the lines without it, and the facts it states (journal, volume, issue, pages, year, identifiers,
references to the work). Called by `page` and `several`.
"""

from __future__ import annotations

from litreview.pages.furniture.facts import Fact, FactField
from litreview.pages.furniture.recogniser import Furnished, without_furniture

__all__ = ["Fact", "FactField", "Furnished", "without_furniture"]
