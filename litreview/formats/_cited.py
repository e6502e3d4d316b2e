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
    match = _CITATION.match(text)
    if match is None:
        return False
    raw_record.text("container-title", match["journal"], "journal")
    raw_record.date("issued", worded(match["date"].strip()), "date", match["date"])
    raw_record.text("volume", match["volume"], "volume")
    raw_record.text("issue", match["issue"], "issue")
    pages = re.fullmatch(r"(\d+)-(\d+)", match["pages"] or "")
    if pages and len(pages[2]) < len(pages[1]):
        raw_record.text("page", f"{pages[1]}-{pages[1][: -len(pages[2])]}{pages[2]}", "pages")
    else:
        raw_record.text("page", match["pages"], "pages")
    if doi := re.search(r"doi: ?(10\.\S+?)\.?(?:\s|$)", text[match.end() :]):
        raw_record.doi(doi[1], "doi")
    return True
