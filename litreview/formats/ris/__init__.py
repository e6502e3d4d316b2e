"""RIS: what publishers, databases, Mendeley, EndNote and Zotero export. Source: the RIS format specification of Reference Manager."""

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(rb"^\s*TY {1,2}-", re.MULTILINE)

FORMAT = Format(
    "ris",
    "RIS",
    (".ris", ".txt"),
    read=Later("litreview.formats.ris.reading", "read"),
    write=Later("litreview.formats.ris.writing", "write"),
    sniff=lambda head: _HEAD.search(head) is not None,
)
