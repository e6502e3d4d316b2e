"""An Ovid export as studies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from litreview.errors import Problem, fault
from litreview.formats._dates import worded
from litreview.formats._raw_record import RawRecord, finished, initials, inverted, without_full_stop
from litreview.formats._reference.tag import Tag
from litreview.formats._text import decode
from litreview.formats.ovid.source import source_of
from litreview.record import Name, Study
from litreview.record.identifiers import is_doi, pmid

_RECORD = re.compile(r"\s*<\s*(\d+)\s*\.?\s*>\s*")
_SHORT = re.compile(r"([A-Z][A-Z0-9]{1,2})  ?-(?: (.*))?")
_FIELD = re.compile(r"[A-Z][\w /()&'.-]{0,60}:?\s*")
_PLAIN = {
    "abstract": "abstract", "journal name": "container-title", "book title": "container-title", "volume": "volume", "issue": "issue",
    "issue/part": "issue", "page": "page", "pages": "page", "publisher": "publisher", "publisher location": "publisher-place",
    "chapter title": "part-title", "edition": "edition", "url": "URL", "link to the ovid full text or citation": "URL",
}  # fmt: skip
_TAGS = {
    "TI": "title", "AU": "author", "FA": "author", "ED": "editor", "SO": "source", "AB": "abstract", "JN": "journal name",
    "JA": "journal name", "BT": "book title", "VO": "volume", "VI": "volume", "IP": "issue", "IS": "issn", "IB": "isbn", "PG": "pages",
    "PB": "publisher", "DO": "doi", "UI": "unique identifier", "LG": "language", "LA": "language", "PT": "publication type",
    "YR": "year of publication", "KW": "keyword", "MH": "subject", "ID": "key concepts",
}  # fmt: skip
"""The short names of fields, in the exports for Citavi and EndNote."""
_REPEATED = ("author", "editor")
_KINDS = (
    ("conference", "paper-conference"), ("dissertation", "thesis"), ("thesis", "thesis"), ("chapter", "chapter"), ("book", "book"),
    ("report", "report"), ("journal", "article-journal"), ("article", "article-journal"), ("review", "article-journal"),
)  # fmt: skip
_KIND_FIELDS = ("publication type", "document type")
_EDITOR = re.compile(r"\s{0,9}[\[(]eds?\.?[\])]\s*$", re.IGNORECASE)
_BEHIND = re.compile(r"[^\W\d_][\w' -]{0,60} (?:[A-Z]\.?-?){1,5}")
_NOTE_MARK = re.compile(r"(?:\[[\w, ]{0,20}\]|\(\d[\d, ]{0,20}\)|[*+#^~]|(?<=\s)\d[\d,]{0,9})$")
_KIND_MARK = re.compile(r"\[([A-Z][^\[\]]{0,60})\]\.?$")
_DEGREES = frozenset(
    "MD RN PHD MPH MSC BSC BS MS MA BA DO DDS DMD DVM FAAN FRCP FRCS FACS MBBS MBCHB PHARMD EDD DRPH MBA MED DPT PT RD ESQ JD SCD DNP "
    "MSN BSN APRN LPN RDN CNM FACP".split()
)


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of an Ovid export in their order. Bytes that are not UTF-8 are read as cp1252, with a problem.

    >>> text = b"<1>\\nAuthor\\n  Lee, Ann MD 1;  Abe, Ken 2\\nTitle\\n  Ports of call.[Article]\\n"
    >>> study = read(text + b"Source\\n  Port Studies.  8(6):10-19, May 2015.", "x.txt")[0][0]
    >>> study.text("title"), [n.text() for n in study.author], study.text("container-title"), study.text("page"), study.issued.edtf()
    ('Ports of call', ['Ann Lee', 'Ken Abe'], 'Port Studies', '10-19', '2015-05')
    """
    text, assumed = decode(data, name, "cp1252")
    problems = [*assumed]
    return finished([_raw_record(tags, name) for tags in _records(text, name, problems)], problems)


def _records(text: str, name: str, problems: list[Problem]) -> Iterator[list[Tag]]:
    fields: list[tuple[str, list[str], int]] | None = None
    for number, line in enumerate(text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if _RECORD.fullmatch(line):
            if fields:
                yield _tags(fields)
            fields = []
        elif not line.strip():
            continue
        elif fields is not None and (short := _SHORT.match(line)):
            field, value = _TAGS.get(short[1], short[1]), (short[2] or "").strip()
            if fields and fields[-1][0] == field and field in (*_REPEATED, "keyword", "subject"):
                fields[-1][1].append(value)
            else:
                fields.append((field, [value], number))
        elif fields is not None and _FIELD.fullmatch(line):
            fields.append((line.strip(), [], number))
        elif fields and line[:1] in " \t":
            fields[-1][1].append(line.strip())
        else:
            problems.append(fault("stray-line", file=name, line=number, value=line.strip()[:60]))
    if fields:
        yield _tags(fields)


def _tags(fields: Sequence[tuple[str, list[str], int]]) -> list[Tag]:
    return [Tag(name.strip(" \t:").casefold(), tuple(lines), number, name) for name, lines, number in fields]


def _raw_record(tags: Sequence[Tag], name: str) -> RawRecord:
    raw_record = RawRecord("ovid", name, tags[0].line - 1)
    stated = {tag.name: tag for tag in reversed(tags) if tag.value.strip("- ")}
    kinds = " ".join(stated[field].value for field in _KIND_FIELDS if field in stated).casefold()
    source = source_of(stated["source"].value) if "source" in stated else None
    raw_record.type = next((kind for word, kind in _KINDS if word in kinds), None) or (source.type if source else "document")
    if source and source.type == "chapter" and raw_record.type == "book" and "title" in stated:
        raw_record.type = "chapter"
    if "language" in stated:
        for language in stated["language"].value.split("."):
            raw_record.in_language(language, "Language", stated["language"].line)
    for tag in tags:
        if tag.value.strip("- "):
            _read(raw_record, tag)
    if "title" not in raw_record.texts and "part-title" in raw_record.texts:
        raw_record.texts["title"] = raw_record.texts.pop("part-title")
    if source:
        for variable, value in source.texts.items():
            if variable != "title" or "title" not in raw_record.texts:
                raw_record.text(variable, value, "Source")
            else:
                raw_record.text("container-title", value, "Source")
        if source.editors:
            raw_record.person("editor", inverted(source.editors))
        if source.date:
            raw_record.date("issued", worded(source.date), "Source", source.date)
        if not source.whole:
            raw_record.keep("Source", stated["source"].value)
    if "issued" not in raw_record.dates and "status" in stated:
        day = re.search(r"(?:\d{1,2} )?\w+ \d{4}$", stated["status"].value)
        if day:
            raw_record.date("issued", worded(day[0]), "Status", day[0])
    return raw_record


def _read(raw_record: RawRecord, tag: Tag) -> None:
    value = tag.value
    match tag.name:
        case "language" | "source":
            pass
        case "title" | "book title" if tag.name == "title" or "title" not in raw_record.texts:
            marked = _KIND_MARK.search(value)
            bare = value[: marked.start()].strip() if marked else ""
            raw_record.text("title", without_full_stop(bare or value), tag.found)
            raw_record.keep(tag.found, f"[{marked[1]}]" if marked and bare else None)
        case "author" | "authors" | "editor" | "editors" | "book editors":
            short = all(_BEHIND.fullmatch(line) for line in tag.lines)
            apart = len(tag.lines) > 1 and ";" not in value and (short or all("," in line for line in tag.lines))  # a name on each line
            people = list(_people(";".join(tag.lines) if apart else value))
            for person, is_editor in people:
                raw_record.person("author" if tag.name.startswith("author") and not is_editor else "editor", person)
            raw_record.keep(tag.found, value if len(people) <= value.strip("; ").count(";") else None)
        case "keyword" | "subject" if tag.name == "keyword" or not raw_record.words:
            raw_record.keyword(line.lstrip("*") for line in tag.lines)
        case "author keywords" | "keywords" | "key concepts" | "keyword heading":
            raw_record.keyword(re.sub(r"\.$", "", value).split(";"))
        case "doi number" | "doi" | "digital object identifier":
            for doi in value.split():
                raw_record.doi(doi, tag.found)
        case "issn" | "issn print" | "issn electronic" | "issn linking" | "print issn" | "electronic issn":
            raw_record.serial(value, book=False)
        case "isbn":
            raw_record.serial(value, book=True)
        case "unique identifier" | "pmid" if pmid(value):
            raw_record.text("PMID", pmid(value), tag.found)
        case "year of publication" | "date of publication" | "publication year":
            raw_record.date("issued", worded(value.rstrip(".")), tag.found, value)
        case "link to the ovid full text or citation" if is_doi(value):
            raw_record.doi(value, tag.found)
        case name if name in _PLAIN:
            raw_record.text(_PLAIN[name], value, tag.found)
        case _:
            raw_record.keep(tag.found, value)


def _people(value: str) -> Iterator[tuple[Name | None, bool]]:
    """The names of an author field, and whether each is an editor.

    Names are parted by semicolons, and so are degrees, which have no comma; or each ends in a dot (``Lee A. Abe KM.``), or wide space
    stands between them.
    """
    if ";" in value:
        parts = [part for part in value.split(";") if part.strip()]
        parts = [part for n, part in enumerate(parts) if n == 0 or "," in part or "," not in parts[0]]
    elif "," not in value and re.fullmatch(r"(?:[^\W\d_][\w' -]{0,60} [A-Z]{1,4}\.\s*)+", value):
        parts = value.split(".")
    else:
        parts = re.split(r"\s{2,}", value)
    for part in parts:
        plain = _EDITOR.sub("", part)
        name = _person(_without_marks(plain))
        if name:
            yield name, plain != part


def _without_marks(name: str) -> str:
    """A name without the marks of notes and institutions behind it: ``1``, ``(2)``, ``[a]``, ``*``."""
    bare = name.strip()
    while mark := _NOTE_MARK.search(bare, max(0, len(bare) - 40)):
        bare = bare[: mark.start()].rstrip()
    return bare


def _person(text: str) -> Name | None:
    short = re.fullmatch(r"([^\W\d_][\w' -]{0,80}) ([A-Z]{1,4})\.?", text)
    if short and "," not in text:
        return Name(family=short[1], given=initials(short[2]), raw=text)
    family, comma, rest = text.partition(",")
    words = rest.replace(",", " , ").split()
    while len(words) > 1 and (words[-1] == "," or words[-1].replace(".", "").upper() in _DEGREES):
        words.pop()
    return inverted(f"{family}, {' '.join(words)}".replace(" , ", ", ") if comma and words else text)
