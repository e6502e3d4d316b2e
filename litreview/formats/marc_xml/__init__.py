"""MARC XML: what library catalogues give. Source: MARC 21 Format for Bibliographic Data, Library of Congress."""

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
