"""EndNote XML: EndNote's own exchange format, which Citavi, Mendeley and library systems write too."""

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
