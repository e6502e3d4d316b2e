"""PubMed XML: what the Entrez utilities and PubMed's file export give. Source: the PubMed DTD, National Library of Medicine.

In: the bytes of a file or of a service's answer. Out: its studies in their order, with problems; writing is not offered. `reading` is
loaded when the first file is read. Called through `FORMAT`, as `litreview.formats` finds it, and by the service `online` has for PubMed.
"""

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(rb"<Pubmed(?:Article|BookArticle)(?:Set)?\b|<MedlineCitation(?:Set)?\b")

FORMAT = Format(
    "pubmed-xml",
    "PubMed XML",
    (".xml",),
    read=Later("litreview.formats.pubmed_xml.reading", "read"),
    sniff=lambda head: _HEAD.search(head) is not None,
)
