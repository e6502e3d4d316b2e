"""The source of an article as PubMed cites it: journal, date, volume, issue, pages and DOI in one line."""

from __future__ import annotations

import re

from litreview.formats._dates import worded
from litreview.formats._raw_record import RawRecord

_CITATION = re.compile(
    r"(?P<journal>[^;:]{2,200}?)\. (?P<date>[12]\d{3}[^;:.]{0,30})(?:;(?P<volume>[^():;.]{0,30}?)(?:\((?P<issue>[^()]{1,40})\))?)?"
    r"(?::(?P<pages>[^\s:;]{1,40}?))?\.(?=\s|$)"
)


def cited(raw_record: RawRecord, text: str) -> bool:
    """State what a source says; False where it is written in another way.

    >>> record = RawRecord("pubmed-text", "", 1)
    >>> cited(record, "J Ports. 2019 Mar 13;10(3):246-9. doi: 10.1000/a."), record.texts["page"], record.dates["issued"].edtf()
    (True, {None: '246-249'}, '2019-03-13')
    >>> cited(RawRecord("pubmed-text", "", 1), "J Ports. 2019 Mar 13:1-16. [Epub ahead of print]"), cited(record, "Ports, 2019")
    (True, False)
    """
    found = _CITATION.match(text)
    if found is None:
        return False
    raw_record.text("container-title", found["journal"], "journal")
    raw_record.date("issued", worded(found["date"].strip()), "date", found["date"])
    raw_record.text("volume", found["volume"], "volume")
    raw_record.text("issue", found["issue"], "issue")
    pages = re.fullmatch(r"(\d+)-(\d+)", found["pages"] or "")
    if pages and len(pages[2]) < len(pages[1]):
        raw_record.text("page", f"{pages[1]}-{pages[1][: -len(pages[2])]}{pages[2]}", "pages")
    else:
        raw_record.text("page", found["pages"], "pages")
    if doi := re.search(r"doi: ?(10\.\S+?)\.?(?:\s|$)", text[found.end() :]):
        raw_record.doi(doi[1], "doi")
    return True
