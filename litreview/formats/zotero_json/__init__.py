"""Items of Zotero as JSON: exports of Better BibTeX, answers of Zotero's service and of its local API. Source: Zotero's web API, version 3.

In: the bytes of a file. Out: its works with tags, collections and what was marked in them; writing is not offered. `reading` is loaded when
the first file is read. Called through `FORMAT`, as `litreview.formats` finds it.
"""

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(rb'"itemType"\s*:|"label"\s*:\s*"BetterBibTeX JSON"|^\W{0,9}"(?:config|collections)"\s*:\s*\{')

FORMAT = Format(
    "zotero-json",
    "Zotero JSON",
    (".json",),
    read=Later("litreview.formats.zotero_json.reading", "read"),
    sniff=lambda head: _HEAD.search(head) is not None,
    dialects=("zotero",),  # how fields are named that have no place in a record, of the database too
)
