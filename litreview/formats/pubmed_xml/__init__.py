"""PubMed XML: what the Entrez utilities and PubMed's file export give. Source: the PubMed DTD, National Library of Medicine."""

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
