"""Word's own list of sources (``b:Sources``): Sources.xml, or the part of a document that holds them.

Word opens it under References, Manage Sources. Source: ECMA-376 part 1, section 22.6 (bibliography).
In: the bytes of such a file, or studies to be written. Out: studies or bytes, with problems. `fields` holds Word's names for both ways;
`reading` and `writing` are loaded when they are needed. Called through `FORMAT`, as `litreview.formats` finds it.
"""

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(rb"officeDocument/2006/bibliography|office/word/2004/10/bibliography")

FORMAT = Format(
    "word",
    "Word (b:Sources)",
    (".xml",),
    read=Later("litreview.formats.word_sources.reading", "read"),
    write=Later("litreview.formats.word_sources.writing", "write"),
    sniff=lambda head: _HEAD.search(head) is not None,
)
