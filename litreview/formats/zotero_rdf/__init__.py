"""Zotero RDF, the export that keeps collections, tags and notes. Source: the vocabularies that its files declare.

In: the bytes of a file. Out: its works in their order, with problems; writing is not offered. `reading` is loaded when the first file is
read. Called through `FORMAT`, as `litreview.formats` finds it.
"""

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(rb"www\.zotero\.org/namespaces/export")

FORMAT = Format(
    "zotero-rdf",
    "Zotero RDF",
    (".rdf", ".xml"),
    read=Later("litreview.formats.zotero_rdf.reading", "read"),
    sniff=lambda head: _HEAD.search(head) is not None,
)
