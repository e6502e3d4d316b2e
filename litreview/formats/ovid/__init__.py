"""Ovid's citation export as text: records numbered ``<1>``, field names on lines of their own, values indented below them.

In: the bytes of an export. Out: its studies in their order, with problems. `reading` takes the records apart and `source` the line that
names journal, pages and date. Both are loaded when the first file is read. Called through `FORMAT`, as `litreview.formats` finds it.
"""

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[^\r\n<]{0,200}\r?\n){0,12}?\s*<\s*\d+\s*\.?\s*>[ \t]*\r?\n"
    rb"(?:[ \t]*\r?\n)*(?:[A-Z][\w /()&'.-]{0,60}[ \t]*\r?\n[ \t]+\S|[A-Z][A-Z0-9]{1,2}  ?- )"
)

FORMAT = Format(
    "ovid",
    "Ovid",
    (".txt", ".ovd", ".cgi"),
    read=Later("litreview.formats.ovid.reading", "read"),
    sniff=lambda head: _HEAD.match(head) is not None,
)
