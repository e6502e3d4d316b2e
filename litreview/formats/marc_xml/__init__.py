"""MARC XML: what library catalogues give. Source: MARC 21 Format for Bibliographic Data, Library of Congress.

In: the bytes of a file or of a catalogue's answer. Out: its studies in their order, with problems; writing is not offered. `reading` is
loaded when the first file is read. Called through `FORMAT`, as `litreview.formats` finds it.
"""

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(rb"www\.loc\.gov/MARC21|<(?:\w+:)?datafield\b|<(?:\w+:)?leader>|marcxml")

FORMAT = Format(
    "marc-xml",
    "MARC XML",
    (".xml", ".marcxml"),
    read=Later("litreview.formats.marc_xml.reading", "read"),
    sniff=lambda head: _HEAD.search(head) is not None,
)
