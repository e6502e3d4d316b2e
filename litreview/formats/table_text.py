"""A table that was saved as ``.txt``, its cells parted by tabs, as spreadsheets and EndNote write it: known by its headings."""

from __future__ import annotations

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?=[^\r\n]*\t[^\r\n]*\t)"
    rb"(?:[^\r\n\t]*\t)*?\"?(?:article |document |item )?(?:title|judul)(?: artikel| penelitian)?\"?[\t\r\n]",
    re.IGNORECASE,
)

FORMAT = Format(
    "table-text",
    "table of studies",
    (".txt", ".tab"),
    read=Later("litreview.formats.table.reading", "read"),
    sniff=lambda head: _HEAD.match(head) is not None,
)
