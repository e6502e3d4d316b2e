"""The fields of a record in YAML, in the order in which they are written, and names that people try instead."""

from __future__ import annotations

from litreview.record.variables import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES

_FIRST = ["key", "type", "genre", "title", "author"]
_AFTER_DATES = ["container-title", "publisher", "publisher-place", "volume", "issue", "page", "DOI", "URL"]
_LAST = ["abstract", "keywords", "language", "aspects", "highlights", "paraphrased", "screening", "extra"]
_TEXTS = [name for name in (*TEXT_VARIABLES, *NUMBER_VARIABLES) if name not in ("keyword", "language", *_FIRST, *_AFTER_DATES, *_LAST)]

TEXTS = frozenset((*_TEXTS, *_AFTER_DATES, "title", "abstract", "genre"))
"""Fields that hold text by language."""
NAMES = frozenset(NAME_VARIABLES)
DATES = frozenset(DATE_VARIABLES)

ORDER: tuple[str, ...] = (
    *_FIRST,
    *(name for name in NAME_VARIABLES if name != "author"),
    "issued",
    *(name for name in DATE_VARIABLES if name != "issued"),
    *_AFTER_DATES,
    *_TEXTS,
    *_LAST,
)
"""Every field."""

OTHER_NAMES = {
    "id": "key", "citekey": "key", "citation_key": "key", "entrytype": "type", "kind": "type",
    "authors": "author", "penulis": "author", "editors": "editor", "year": "issued", "date": "issued", "tahun": "issued", "judul": "title",
    "journal": "container-title", "booktitle": "container-title", "jurnal": "container-title", "number": "issue", "pages": "page",
    "school": "publisher", "institution": "publisher", "universitas": "publisher", "penerbit": "publisher", "address": "publisher-place",
    "place": "publisher-place", "series": "collection-title", "tags": "keywords", "kata kunci": "keywords", "abstrak": "abstract",
    "summary": "abstract", "sorotan": "highlights", "annotations": "highlights",
    "lang": "language", "langid": "language", "bahasa": "language", "link": "URL",
}  # fmt: skip
"""What other programs and people call a field, lower case: for the hint in a message only."""
