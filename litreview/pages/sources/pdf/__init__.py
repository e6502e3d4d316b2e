"""Pages as PDF files with a text layer (extra ``[pdf]``)."""

from __future__ import annotations

from litreview._parts import Later
from litreview.pages.sources import PageSource

SOURCE = PageSource(
    "pdf", (".pdf",), Later("litreview.pages.sources.pdf.read", "read"), Later("litreview.pages.sources.pdf.read", "pages"), mixed=True
)
