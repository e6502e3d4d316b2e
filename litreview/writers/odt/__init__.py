"""OpenDocument text (.odt): a native document for LibreOffice, with citations with which Zotero goes on there.

In comes a resolved document with options, out go the bytes of a file (OASIS OpenDocument 1.3). The looks are those of the Word output
(`writers/docx/package/layout.py`). `package` is the zip and its parts, `styles` the looks, `inlines` and `body` the text, `citations` the
reference marks of Zotero.
"""

from litreview._parts import Later
from litreview.writers import Writer

WRITER = Writer(
    "odt",
    "OpenDocument text, for LibreOffice",
    (".odt",),
    Later("litreview.writers.odt.package", "write"),
    citations=("plain", "zotero"),
    honours=frozenset({"layout", "contents"}),
)
