"""PubMed's "Abstract (text)": numbered records as a person reads them, each ending with its identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.errors import Problem
from litreview.formats import Format
from litreview.formats._cited import cited
from litreview.formats._markup import unmarked
from litreview.formats._raw_record import RawRecord, finished, initials, inverted, without_full_stop
from litreview.formats._text import decode
from litreview.record import Name, Study
from litreview.record.identifiers import pmcid

_NUMBER = re.compile(r"(\d{1,6})\. (?:Version \d+\. )?(?=\S)")
_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,9}1\. (?:Version \d+\. )?[^\r\n;:.]{2,200}\. [12]\d{3}[^\r\n;.]{0,30}[;.][^\r\n]*\r?\n"
    rb"(?:\S[^\r\n]*\r?\n)?\r?\n(?!\d{1,3}\. )[^\r\n]+(?:\r?\n[^\r\n]+){0,5}\r?\n\r?\n(?!\d{1,3}\. )\S"
)
"""The citation alone, without persons, then a paragraph with the title, then another: a list of references has no such."""
_PEOPLE = re.compile(r"[^\W\d_][^,;.]{1,60}? [A-Z]{1,4}(?: (?:Jr|Sr|\d\w\w|I{2,3}))?(?:\((?:\d{1,3}|#)\))*[,;.]")
_SUFFIX = re.compile(r"(.* )?([A-Z]{1,4}) (Jr|Sr|\d\w\w|I{2,3})")
_LABEL = re.compile(r"(DOI|PMCID|PMID): ?(\S+)")
_APART = re.compile(
    r"(?:Author information|Collaborators|Comment (?:in|on)|Erratum in|Update (?:in|of)|Conflict of interest statement|©|Copyright|"
    r"Publisher|\[(?:Article in|Indexed))"
)
_MARK = re.compile(r"\((?:\d{1,3}|#)\)")


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a file that PubMed saves as "Abstract (text)", in their order.

    >>> text = "1. J Ports. 2019 Mar 13;10(3):246-9. doi: 10.1000/a.\\n\\nPorts and\\ntowns.\\n\\nLee A(1), Abe C.\\n\\nWe.\\n\\nPMID: 7"
    >>> study = read(text.encode(), "a.txt")[0][0]
    >>> study.text("title"), [n.family for n in study.author], study.text("page"), study.text("abstract"), study.text("PMID")
    ('Ports and towns', ['Lee', 'Abe'], '246-249', 'We.', '7')
    """
    text, problems = decode(data, name, "cp1252")
    return finished((_raw_record(paragraphs, line, name) for line, paragraphs in _records(text.lstrip("\ufeff"))), problems)


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record as its first line and its paragraphs, their lines joined: one begins with the next number after empty lines."""
    paragraphs: list[str] = []
    lines: list[str] = []
    begun, expected = 1, 1
    empty = True
    for number, line in enumerate((*text.splitlines(), ""), 1):
        if not line.strip():
            if lines:
                paragraphs.append(" ".join(lines))
            lines, empty = [], True
            continue
        opened = _NUMBER.match(line) if empty else None
        if opened and int(opened[1]) == expected:
            if paragraphs:
                yield begun, paragraphs
            paragraphs, begun, expected = [], number, expected + 1
            line = line[opened.end() :]
        lines.append(line.strip())
        empty = False
    if paragraphs:
        yield begun, paragraphs


def _raw_record(paragraphs: list[str], line: int, name: str) -> RawRecord:
    raw_record = RawRecord("pubmed-text", name, line)
    raw_record.type = "article-journal"
    source, *rest = paragraphs
    if not cited(raw_record, source):
        raw_record.fault("stray-line", value=source[:60])
        raw_record.keep("citation", source)
    if rest:
        raw_record.text("title", without_full_stop(unmarked(rest.pop(0))).strip("[]"), "title")
    people = next((n for n, paragraph in enumerate(rest[:2]) if _PEOPLE.match(paragraph)), None)
    if people is not None:
        _people(raw_record, rest.pop(people))
    for paragraph in rest:
        labels = _LABEL.findall(paragraph)
        if labels and _LABEL.match(paragraph):
            for label, value in labels:
                _identifier(raw_record, label, value)
        elif _APART.match(paragraph):
            raw_record.keep(paragraph.partition(":")[0][:40] if ":" in paragraph[:40] else "note", paragraph)
        else:
            raw_record.abstract(paragraph)
    return raw_record


def _people(raw_record: RawRecord, text: str) -> None:
    """Persons behind their initials, without the numbers of their addresses; behind a semicolon stand the groups."""
    persons, *groups = _MARK.sub("", text).rstrip(". ").split(";")
    for part in persons.split(","):
        suffixed = _SUFFIX.fullmatch(part.strip())
        family, _, given = (suffixed[1] + suffixed[2] if suffixed and suffixed[1] else part.strip()).rpartition(" ")
        whole = ", ".join(filter(None, (family, initials(given), suffixed and suffixed[3])))
        raw_record.person("author", inverted(whole))
    for group in groups:
        raw_record.person("author", Name(literal=group.strip()) if group.strip() else None)


def _identifier(raw_record: RawRecord, label: str, value: str) -> None:
    if label == "DOI":
        raw_record.doi(value, label)
    elif label == "PMCID":
        raw_record.text("PMCID", pmcid(value), label)
    else:
        raw_record.text("PMID", value, label)


FORMAT = Format("pubmed-text", "PubMed (abstracts as text)", (".txt",), read=read, sniff=lambda head: _HEAD.match(head) is not None)
