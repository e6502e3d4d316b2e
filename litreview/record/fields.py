"""What the fields of a study are made of."""

from __future__ import annotations

from litreview.record.dates import Date
from litreview.record.frozen_map import FrozenMap
from litreview.record.langtext import LangText
from litreview.record.names import Name

Names = FrozenMap[str, tuple[Name, ...]]
Dates = FrozenMap[str, Date]
Variables = FrozenMap[str, LangText]

LANGUAGE_FIELDS = ("title", "abstract", "genre")
"""The text variables that are fields of their own."""
