"""Layer 6: the fields of an entry by their folded names, and which kind of value each holds.

Of a repeated field the first counts, as in BibTeX; the others, and comments between fields, go to `Study.extra`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from litreview.formats._entities import without_entities
from litreview.formats.bibtex.blocks import Block
from litreview.formats.bibtex.formulas import in_text_mode
from litreview.formats.bibtex.raw_entry import EXTRA, RAW, RawEntry, Reading

Kind = Literal["title", "text", "long", "verbatim", "names", "raw"]

_KINDS: dict[Kind, str] = {
    "title": "title subtitle titleaddon booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon shorttitle journal "
             "journaltitle journalsubtitle issuetitle issuesubtitle eventtitle eventtitleaddon origtitle reprinttitle series shortjournal "
             "abbrev_source_title journal-iso journal-abbreviation journal_abbreviation",
    "text": "publisher organization institution school address location place venue edition volume volumes number issue chapter part pages "
            "pagetotal numpages bookpagination version howpublished type pubstate status language langid hyphenation origpublisher "
            "origlocation eid articleno art_number article-number callnumber year month day isbn issn eissn eprinttype page_count source "
            "archiveprefix eprintclass primaryclass entrysubtype editortype pmid pmcid lccn library",
    "long": "abstract abstractnote note addendum annote annotation",
    "verbatim": "doi url eprint date urldate eventdate origdate lastchecked lastaccessed accessdate accessed access_date "
                "date_published publication_date pubdate date_published_elec earlyaccessdate early-access-date",
    "names": "author editor translator bookauthor director",
}  # fmt: skip
KIND: dict[str, Kind] = {name: kind for kind, names in _KINDS.items() for name in names.split()}
"""How the value of a field is read; a field that is not here is kept as it stands."""


_SPECIAL = re.compile(r"(?<!\\)[&%#$_]")


def _of_latex(value: str, kind: Kind | None) -> str:
    """A value without entities of HTML, and without what asks whether it stands in a formula; an unknown field stays as it is."""
    if kind is None or kind == "raw":
        return value
    plain = without_entities(value.replace("\\&", "&") if "\\&" in value and ";" in value else value)
    if plain != value and kind != "verbatim":
        plain = _SPECIAL.sub(r"\\\g<0>", plain)
    return plain if kind == "verbatim" else in_text_mode(plain)


def fold(blocks: Iterable[Block], reading: Reading) -> Iterator[RawEntry]:
    """The entries as raw entries, field names in lower case."""
    for block in blocks:
        fields: dict[str, str] = {}
        extra: list[tuple[str, str]] = []
        for name, value in block.fields:
            folded = name.lower()
            if folded == "%":
                extra.append((EXTRA + "%", value))
            elif folded in fields:
                if fields[folded] != value:
                    extra.append((EXTRA + folded, value))
                    reading.fault("repeated-field", block, field=folded)
            elif value and not value.isspace():
                fields[folded] = _of_latex(value, KIND.get(folded)) if "&" in value or "\\ifmmode" in value or "\\begin" in value else value
                if "+an" in folded:
                    reading.fault("bibtex-annotation", block, severity="info", field=name)
        if block.raw is not None:
            extra.append((RAW, block.raw))
        yield RawEntry(block, block.name.lower(), fields, reading, extra)
