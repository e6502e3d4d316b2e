"""MODS XML: what library systems (SLiMS among them) and repositories (EPrints, DSpace) export. Source: MODS 3.8, Library of Congress."""

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
