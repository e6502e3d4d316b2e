"""XML that no format of ours reads: called by its name, with the way out."""

from __future__ import annotations

import re

from litreview.errors import Problem
from litreview.formats import Format
from litreview.formats._refusal import refusal
from litreview.formats._text import head_of
from litreview.record import Study

_KINDS = (
    (rb"arxiv\.org/schemas/atom|api\.arxiv\.org", "arXiv (Atom)"),
    (rb"purl\.org/dc/(?:elements|terms)", "Dublin Core"), (rb"openarchives\.org/OAI", "OAI-PMH"), (rb"www\.w3\.org/2005/Atom", "Atom"),
    (rb"tei-c\.org/ns", "TEI"), (rb"<!DOCTYPE article|jats\.nlm\.nih\.gov|<article\b", "JATS"), (rb"<html\b|<!DOCTYPE html", "HTML"),
    (rb"loc\.gov/MARC21", "MARC"), (rb"crossref\.org/schema", "Crossref XML"), (rb"datacite\.org/schema", "DataCite XML"),
)  # fmt: skip
_ROOT = re.compile(rb"<([A-Za-z][\w:.-]{0,60})")


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """Nothing: raises ReadError, which names the kind of XML.

    >>> read(b'<feed xmlns="http://www.w3.org/2005/Atom"><id>http://api.arxiv.org/x</id></feed>', "a.xml")
    Traceback (most recent call last):
    litreview.errors.ReadError: a.xml: this is arXiv (Atom), which litreview does not read: export it as RIS, BibTeX or CSL-JSON
    """
    head = head_of(data[:65536])
    kind = next((title for pattern, title in _KINDS if re.search(pattern, head, re.IGNORECASE)), None)
    root = _ROOT.search(head)
    raise refusal("other-xml", name, kind=kind or (f"XML <{root[1].decode()}>" if root else "XML"))


FORMAT = Format("other-xml", "other XML", (".xml", ".rdf"), read=read)
