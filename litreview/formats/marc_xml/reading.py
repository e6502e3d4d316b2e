"""MARC XML to studies."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from litreview.errors import Problem
from litreview.formats._dates import worded
from litreview.formats._lxml import Element, children, local, root_of, text_of
from litreview.formats._raw_record import RawRecord, finished, inverted
from litreview.formats._refusal import refusal
from litreview.record import Name, Study

_ROLES = {
    "aut": "author", "author": "author", "verfasser": "author", "cre": "author", "edt": "editor", "editor": "editor",
    "herausgeber": "editor",
    "hrsg": "editor", "ed": "editor", "trl": "translator", "translator": "translator", "penyunting": "editor", "pengarang": "author",
    "ill": "illustrator", "cmp": "composer", "drt": "director", "ctb": "contributor",
}  # fmt: skip
_KINDS = {"e": "map", "f": "map", "g": "motion_picture", "i": "song", "j": "song", "k": "graphic", "m": "software", "c": "musical_score"}
_READ = {
    "245": "abcnp", "020": "a", "022": "a", "024": "a2", "250": "a", "260": "abc", "264": "abc", "490": "avx", "520": "a", "773": "tgxz",
    "856": "u", **dict.fromkeys(("100", "110", "111", "700", "710", "711"), "abce4"),
}  # fmt: skip
"""Subfields that are read, of the fields that are read in part; "0", "2", "6", "8" and "w" are links between records."""
_SUBJECTS = ("600", "610", "611", "630", "648", "650", "651", "653", "655")


@attrs.frozen
class Field:
    """One data field: its tag, indicators and subfields in order."""

    tag: str
    first: str
    second: str
    subfields: tuple[tuple[str, str], ...]

    def get(self, *codes: str) -> str:
        """The first subfield of these codes that says something, without the punctuation of ISBD around it."""
        return next((_bare(value) for code in codes for c, value in self.subfields if c == code and _bare(value)), "")

    def every(self, code: str) -> list[str]:
        """All subfields of this code."""
        return [_bare(value) for c, value in self.subfields if c == code and _bare(value)]


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a MARC XML file in their order. Raises ReadError where it is no XML or has no records.

    >>> field = b'<datafield tag="245" ind1="1" ind2="0"><subfield code="a">Kota /</subfield></datafield>'
    >>> read(b"<record><leader>00000nam a2200000</leader>" + field + b"</record>", "x.xml")[0][0].text("title")
    'Kota'
    """
    root = root_of(data, name)
    records = [
        element
        for element in root.iter()
        if local(element) == "record" and next(children(element, "datafield", "leader"), None) is not None
    ]
    if not records and local(root) not in ("collection", "record", "searchRetrieveResponse"):
        raise refusal("wrong-format", name, root.sourceline, title="MARC XML", missing="<record>")
    return finished(_raw_record(record, name) for record in records)


def _raw_record(record: Element, name: str) -> RawRecord:
    raw_record = RawRecord("marc-xml", name, record.sourceline)
    leader = next((text for element in children(record, "leader") if (text := element.text or "")), "")
    control = {str(element.get("tag")): element.text or "" for element in children(record, "controlfield")}
    fields = list(_fields(record))
    tags = {field.tag for field in fields}
    raw_record.type = _type(leader, tags, fields)
    for field in fields:
        if field.tag == "041":
            for code in field.every("a"):
                raw_record.in_language(code, "041")
    if (
        raw_record.language is None
        and re.fullmatch("[a-z]{3}", control.get("008", "")[35:38])
        and control["008"][35:38] not in ("und", "zxx")
    ):
        raw_record.in_language(control["008"][35:38], "008")
    for field in fields:
        _read(raw_record, field)
    if "issued" not in raw_record.dates and re.fullmatch(r"\d{4}", control.get("008", "")[7:11]):
        raw_record.date("issued", worded(control["008"][7:11]), "008", control["008"][7:11])
    raw_record.keep("001", control.get("001"))
    return raw_record


def _fields(record: Element) -> Iterator[Field]:
    for element in children(record, "datafield"):
        parts = tuple((str(part.get("code") or ""), text_of(part)) for part in children(element, "subfield"))
        yield Field(str(element.get("tag") or ""), str(element.get("ind1") or " "), str(element.get("ind2") or " "), parts)


def _type(leader: str, tags: set[str], fields: list[Field]) -> str:
    level, kind = leader[7:8], leader[6:7]
    if "502" in tags:
        return "thesis"
    if kind in _KINDS:
        return _KINDS[kind]
    if level in ("a", "b"):
        serial = any(field.get("x") for field in fields if field.tag == "773")
        return "article-journal" if level == "b" or serial else "chapter"
    return {"s": "periodical", "m": "book"}.get(level, "book" if "020" in tags else "document")


def _read(raw_record: RawRecord, field: Field) -> None:
    match field.tag:
        case "100" | "110" | "111" | "700" | "710" | "711":
            _name(raw_record, field)
        case "245":
            whole = ": ".join(part for part in (field.get("a"), field.get("b")) if part)
            raw_record.text("title", ", ".join([whole, *field.every("n"), *field.every("p")]), "245")
            raw_record.keep("245c", field.get("c"))
        case "020":
            raw_record.serial(field.get("a"), book=True)
        case "022":
            raw_record.serial(field.get("a"), book=False)
        case "024" if field.get("2").casefold() == "doi":
            raw_record.doi(field.get("a"), "024")
        case "250":
            raw_record.text("edition", field.get("a"), "250")
        case "260" | "264" if field.tag == "260" or field.second in ("1", " "):
            raw_record.text("publisher-place", field.get("a"), field.tag)
            raw_record.text("publisher", field.get("b"), field.tag)
            year = re.search(r"\d{4}", field.get("c"))
            if year:
                raw_record.date("issued", worded(year[0]), field.tag, field.get("c"))
        case "300":
            pages = re.search(r"(\d+)\s*(?:p\b|pages|hlm|hal|Seiten|S\b)", field.get("a"))
            if pages:
                raw_record.text("number-of-pages", pages[1], "300")
            raw_record.keep("300", " ".join(value for _, value in field.subfields))
        case "490":
            raw_record.text("collection-title", field.get("a"), "490")
            raw_record.text("collection-number", field.get("v"), "490")
            raw_record.serial(field.get("x"), book=False)
        case "502":
            raw_record.text("genre", field.get("b") or re.split(r"(?:(?<!\s)\s+)?[-–—(]", field.get("a"))[0], "502")
            if field.get("c"):
                for press in raw_record.texts.pop("publisher", {}).values():
                    raw_record.keep("publisher", press)
                raw_record.text("publisher", field.get("c"), "502")
            raw_record.keep("502", " ".join(value for _, value in field.subfields))
        case "520":
            raw_record.abstract(field.get("a"))
        case tag if tag in _SUBJECTS:
            if tag != "655":
                raw_record.keyword(["--".join(value for code, value in field.subfields if code in "avxyz" and value)])
            else:
                raw_record.keep(tag, field.get("a"))
        case "773":
            _host(raw_record, field)
        case "856":
            raw_record.doi(field.get("u"), "856") if "doi.org/" in field.get("u") else raw_record.address(field.get("u"), "856")
        case _:
            raw_record.keep(field.tag, " ".join(f"${code} {value}" for code, value in field.subfields))
            return
    if field.tag in _READ:
        rest = [(code, value) for code, value in field.subfields if code not in _READ[field.tag] + "0268w"]
        raw_record.keep(field.tag, " ".join(f"${code} {value}" for code, value in rest))


def _name(raw_record: RawRecord, field: Field) -> None:
    roles = [word.strip(" .").casefold() for code, word in field.subfields if code in ("4", "e")]
    role = next((_ROLES[word] for word in roles if word in _ROLES), None)
    if role is None and roles:
        raw_record.keep(f"{field.tag} {roles[-1]}", field.get("a"))
        return
    whole = field.get("a")
    if field.tag in ("100", "700"):
        raw_record.person(role or "author", inverted(whole) if field.first != "0" or " " in whole else Name(family=whole))
    else:
        literal = " ".join([whole, *field.every("b")])
        raw_record.person(role or "author", Name(literal=literal) if literal else None)


def _host(raw_record: RawRecord, field: Field) -> None:
    """The container: its title, and volume, issue and pages in the words of catalogues ("volume:50", "Seite 447-473")."""
    raw_record.text("container-title", field.get("t"), "773")
    raw_record.serial(field.get("x"), book=False)
    raw_record.serial(field.get("z"), book=True)
    for part in field.every("g"):
        volume = re.search(r"(?:volume|vol\.?|bd\.?|band|jilid)\s*:?\s*(\w+)", part, re.IGNORECASE)
        issue = re.search(r"(?:number|no\.?|nr\.?|heft|issue)\s*:?\s*(\w+)", part, re.IGNORECASE)
        pages = re.search(r"(?:pages?|pp?\.|seiten?|s\.|hal\.?|hlm\.?)\s*:?\s*(\w+\s*[-–]\s*\w+|\d+)", part, re.IGNORECASE)
        for variable, match in (("volume", volume), ("issue", issue), ("page", pages)):
            if match and variable not in raw_record.texts:
                raw_record.text(variable, re.sub(r"(?:(?<!\s)\s+)?[-–]\s*", "-", match[1]), "773")
        if not (volume or issue or pages):
            raw_record.keep("773g", part)


def _bare(value: str) -> str:
    """A value without the punctuation that ISBD puts between parts; the dot of an abbreviation or initial stays."""
    bare = value.strip().rstrip("/:;=,").strip()
    bare = (
        bare[1:-1]
        if bare.startswith("[") and bare.endswith("]") and bare.count("[") == 1 and re.search(r"\d{4}|s\.\s?[ln]", bare)
        else bare
    )
    return bare[:-1] if re.search(r"[^\W\d_]{4,}\.$", bare) else bare
