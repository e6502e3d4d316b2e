"""Pages as Word files."""

from __future__ import annotations

from litreview._parts import Later
from litreview.pages.sources import PageSource

SOURCE = PageSource("docx", (".docx",), Later("litreview.pages.sources.docx.read", "read"), mixed=True)
