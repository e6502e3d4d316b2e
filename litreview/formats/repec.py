"""The reports of RePEc's New Economics Papers, as they come by e-mail: numbered working papers with a few named fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from litreview.errors import Problem, fault
from litreview.formats import Format
from litreview.formats._dates import worded
from litreview.formats._raw_record import RawRecord, finished
from litreview.formats._reference.tag import Tag
from litreview.formats._text import decode
from litreview.record import Study
from litreview.record.name_parser import NamePolicy, parse_name

_HEAD = re.compile(rb"nep\.repec\.org|NEP: New Economics Papers|://d\.repec\.org/n\?u=RePEc", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(\d{1,6})\.\s+(\S.*)")
_FIELD = re.compile(r"\s*(By|Date|URL|Abstract|Keywords?|JEL|Title|Note|DOI)\s*:(?:\s+(.*))?", re.IGNORECASE)
_OPENING = ("by", "date", "url", "abstract", "title")
"""Fields that can stand first behind a title."""
_RULE = re.compile(r"\s*[-=+_*]{4,}\s*")
_AUTHOR = re.compile(r"([^()]+?)\s*(?:\((.*)\))?")
_NATURAL = NamePolicy(natural=True)


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The papers of a report in their order. Bytes that are not UTF-8 are read as cp1252, with a problem.

    >>> report = b"nep.repec.org\\n\\n1. Ports of call\\nDate: 2005-11-07\\nBy: Ann Lee (Example University)\\nKen Abe\\nURL: http://example.org/1"
    >>> study = read(report, "x.txt")[0][0]
    >>> study.text("title"), [n.family for n in study.author], study.issued.edtf(), study.text("URL")
    ('Ports of call', ['Lee', 'Abe'], '2005-11-07', 'http://example.org/1')
    """
    text, assumed = decode(data, name, "cp1252")
    lines = text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = list(_starts(lines))
    problems = [*assumed]
    titles = {_title(lines, start)[0] for start in starts}
    for number, line in enumerate(lines[: starts[0] if starts else None], 1):
        match = _NUMBERED.fullmatch(line)
        if match and not any(title.startswith(" ".join(match[2].split())) for title in titles):
            problems.append(fault("stray-line", file=name, line=number, value=line.strip()[:60]))
    raw_records = [_raw_record(lines, start, end, name) for start, end in pairwise([*starts, len(lines)])]
    return finished(raw_records, problems)


def _starts(lines: Sequence[str]) -> Iterator[int]:
    """Where papers begin: a title with the next number behind an empty line or rule, and a field behind that title.

    A table of contents has no fields, and a list in an abstract other numbers.
    """
    following, number = 0, 0
    for n, line in enumerate(lines):
        match = _NUMBERED.fullmatch(line)
        if n < following or not match or (n and lines[n - 1].strip() and not _RULE.fullmatch(lines[n - 1])):
            continue
        end = following = _title(lines, n)[1]
        while end < len(lines) and not lines[end].strip():
            end += 1
        field = _FIELD.fullmatch(lines[end]) if end < len(lines) else None
        if field and field[1].casefold() in _OPENING and number in (0, int(match[1]) - 1):
            number = int(match[1])
            yield n


def _title(lines: Sequence[str], start: int) -> tuple[str, int]:
    """The title that begins on a line, which ends before an empty line or a field, and the line behind it."""
    match = _NUMBERED.fullmatch(lines[start])
    parts, end = [match[2] if match else ""], start + 1
    while end < len(lines) and lines[end].strip() and not _FIELD.fullmatch(lines[end]) and end - start < 20:
        parts.append(lines[end])
        end += 1
    return " ".join(" ".join(parts).split()), end


def _fields(lines: Sequence[str], start: int, end: int) -> Iterator[Tag]:
    """The fields of a paper. A line without a name continues its field if it is indented, names a further author behind ``By``, and is
    part of the abstract else."""
    name, value, line = "", [""], start
    for n in range(start, end):
        text = lines[n]
        match = _FIELD.fullmatch(text)
        goes_on = name == "by" or (name and name != "abstract" and text[:1] in " \t")
        if match:
            yield Tag(name or "abstract", tuple(value), line, name or "abstract")
            name, value, line = match[1].casefold(), [match[2] or ""], n + 1
        elif _RULE.fullmatch(text):
            continue
        elif text.strip() and goes_on:
            value.append(text.strip())
        elif text.strip() or name in ("", "abstract"):
            if name not in ("", "abstract"):
                yield Tag(name, tuple(value), line, name)
                value, line = [], n + 1
            name = "abstract"
            value.append(text.strip())
        else:
            yield Tag(name, tuple(value), line, name)
            name, value = "", []
    yield Tag(name or "abstract", tuple(value), line, name or "abstract")


def _raw_record(lines: Sequence[str], start: int, end: int, name: str) -> RawRecord:
    raw_record = RawRecord("repec", name, start + 1)
    raw_record.type = "report"
    title, after = _title(lines, start)
    raw_record.text("title", title, "title")
    for tag in _fields(lines, after, end):
        _read(raw_record, tag)
    return raw_record


def _read(raw_record: RawRecord, tag: Tag) -> None:
    match tag.name:
        case "by":
            for part in (p.strip() for line in tag.lines for p in _listed(line)):
                author = _AUTHOR.fullmatch(part[:2000])
                raw_record.person("author", parse_name(author[1] if author else part, _NATURAL) if part else None)
                raw_record.keep("affiliation", author[2] if author else None)
        case "date":
            raw_record.date("issued", worded(tag.value) if tag.value else None, tag.name, tag.value, tag.line)
        case "abstract":
            raw_record.abstract(re.sub(r"\n{2,}", "\n\n", re.sub(r"(?<!\n)\n(?!\n)", " ", "\n".join(tag.lines))))
        case "url":
            raw_record.text("URL", tag.value, tag.name)
        case "doi":
            raw_record.doi(tag.value, tag.name)
        case "keyword" | "keywords":
            raw_record.keyword(re.split(r"[;,]", tag.value))
        case _:
            raw_record.keep(tag.name, tag.value)


FORMAT = Format("repec", "RePEc New Economics Papers", (".txt",), read=read, sniff=lambda head: _HEAD.search(head) is not None)


def _listed(line: str) -> list[str]:
    """The items of a line, parted by semicolons that stand in no brackets.

    >>> _listed("Lee, A. (Port; Harbour); Abe, B.; Cho")
    ['Lee, A. (Port; Harbour)', ' Abe, B.', ' Cho']
    """
    items: list[list[str]] = []
    within = False  # whether the next bracket behind a semicolon closes
    for piece in reversed(line.split(";")):
        if within:
            items[-1].append(piece)
        else:
            items.append([piece])
        if bracket := re.search(r"[()]", piece):
            within = bracket[0] == ")"
    return [";".join(reversed(item)) for item in reversed(items)]
