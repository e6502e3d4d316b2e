"""Web of Science: tagged (``.ciw``, ``.isi``, ``savedrecs.txt``), tab-delimited by the same tags, or a table with names in words.

In: the bytes of an export in any of these layouts. Out: its studies in their order, with problems. `reading` brings every layout to
tagged fields first; it is loaded when the first file is read. Called through `FORMAT`, as `litreview.formats` finds it.
"""

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)*\s*(?:FN |VR |PT [JBSPC]\s*[\r\n]|\"?PT\"?[\t,;]\"?AU\"?[\t,;]"
    rb"|(?:sep=.\s+)?(?=[^\r\n]*\bArticle Title\b)(?=[^\r\n]*\b(?:Source Title|UT \(Unique))\"?[A-Z])"
)

FORMAT = Format(
    "wos",
    "Web of Science",
    (".ciw", ".isi", ".txt", ".csv", ".tsv"),
    read=Later("litreview.formats.wos.reading", "read"),
    sniff=lambda head: _HEAD.match(head) is not None,
)
