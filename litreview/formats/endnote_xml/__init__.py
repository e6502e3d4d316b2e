"""EndNote XML: EndNote's own exchange format, which Citavi, Mendeley and library systems write too.

In: the bytes of a file. Out: its studies in their order, with problems; writing is not offered. `reading` gives the fields the tags of
`_reference`, which knows what they mean; it is loaded when the first file is read. Called through `FORMAT`, as `litreview.formats` finds
it.
"""

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(rb"<xml>\s*<records>|<records>\s*<record>|<record>\s*<database |<ref-type\b", re.DOTALL)

FORMAT = Format(
    "endnote-xml",
    "EndNote XML",
    (".xml",),
    read=Later("litreview.formats.endnote_xml.reading", "read"),
    sniff=lambda head: _HEAD.search(head) is not None,
)
