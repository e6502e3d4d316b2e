"""MODS XML: what library systems (SLiMS among them) and repositories (EPrints, DSpace) export. Source: MODS 3.8, Library of Congress.

In: the bytes of a file or of a catalogue's answer. Out: its studies in their order, with problems; writing is not offered. `reading` is
loaded when the first file is read. Called through `FORMAT`, as `litreview.formats` finds it, and by the catalogue K10plus in `online`.
"""

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(rb"www\.loc\.gov/mods|<mods(?:Collection)?\b")

FORMAT = Format(
    "mods",
    "MODS XML",
    (".xml", ".mods"),
    read=Later("litreview.formats.mods.reading", "read"),
    sniff=lambda head: _HEAD.search(head) is not None,
)
