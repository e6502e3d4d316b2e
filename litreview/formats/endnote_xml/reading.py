"""EndNote XML to studies: every element becomes the field of Reference Manager that it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.errors import Problem
from litreview.formats._entities import without_entities
from litreview.formats._lxml import Element, children, local, root_of, text_of, whole_text_of
from litreview.formats._raw_record import RawRecord, finished
from litreview.formats._reference.endnote_types import type_of
from litreview.formats._reference.kinds import TO_CSL
from litreview.formats._reference.record import fill
from litreview.formats._reference.tag import Tag
from litreview.formats._refusal import refusal
from litreview.record import Study

_TAGS = {
    "contributors/authors": "AU", "contributors/secondary-authors": "A2", "contributors/tertiary-authors": "A3",
    "contributors/subsidiary-authors": "A4", "contributors/translated-authors": "TA", "auth-address": "AD", "titles/title": "TI",
    "titles/secondary-title": "T2", "titles/tertiary-title": "T3", "titles/alt-title": "J2", "titles/short-title": "ST",
    "titles/translated-title": "TT", "periodical/full-title": "JF", "periodical/abbr-1": "JA", "periodical/abbr-2": "J1", "pages": "SP",
    "volume": "VL", "number": "IS", "issue": "IS", "num-vols": "NV", "edition": "ET", "section": "SE", "keywords": "KW", "dates/year": "PY",
    "dates/pub-dates": "DA", "pub-location": "CY", "publisher": "PB", "isbn": "SN", "accession-num": "AN", "call-num": "CN",
    "abstract": "AB",
    "label": "LB", "caption": "CA", "notes": "N1", "research-notes": "RN", "work-type": "M3", "reviewed-item": "RI",
    "electronic-resource-num": "DO", "remote-database-name": "DB", "remote-database-provider": "DP", "language": "LA", "access-date": "Y2",
    "orig-pub": "OP", "reprint-edition": "RP", "urls/related-urls": "UR", "urls/web-urls": "UR",
}  # fmt: skip
_LISTS = frozenset(path for path in _TAGS if path.startswith("contributors/")) | {
    "keywords",
    "dates/pub-dates",
    "urls/related-urls",
    "urls/web-urls",
}
_PARENTS = frozenset(path.partition("/")[0] for path in _TAGS if "/" in path)
_IGNORED = frozenset(("ref-type", "source-app", "database", "foreign-keys"))
"""They describe the file the record came from, not the work."""


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of an EndNote XML file in their order. Raises ReadError where it is no XML or has no records.

    >>> record = b"<record><ref-type name='Book'>6</ref-type><titles><title><style>Ports</style></title></titles></record>"
    >>> studies, _ = read(b"<xml><records>" + record + b"</records></xml>", "x.xml")
    >>> studies[0].type, studies[0].text("title")
    ('book', 'Ports')
    """
    root = root_of(data, name)
    records = [root] if local(root) == "record" else [element for element in root.iter() if local(element) == "record"]
    if not records and local(root) not in ("xml", "records"):
        raise refusal("wrong-format", name, root.sourceline, title="EndNote XML", missing="<record>")
    return finished(_raw_record(record, name) for record in records)


def _raw_record(record: Element, name: str) -> RawRecord:
    raw_record = RawRecord("endnote-xml", name, record.sourceline)
    ref_type = next(children(record, "ref-type"), None)
    title, number = (str(ref_type.get("name") or ""), text_of(ref_type)) if ref_type is not None else ("", "")
    kind = type_of(title, number)
    if ref_type is not None and kind is None:
        raw_record.fault("unknown-kind", ref_type.sourceline, value=title or number, format="EndNote", type="document")
    if title or number:
        raw_record.keep("ref-type", title or number)
    raw_record.type = TO_CSL[kind or "GEN"]
    own = {"BOOK": {"A2": "A3"}, "EDBOOK": {"AU": "ED", "A2": "A3"}}.get(kind or "", {})
    tags = [Tag(own.get(tag, tag), (without_entities(value),), line, path) for path, tag, value, line in _fields(record)]
    full = {tag.value for tag in tags if tag.name in ("T2", "JF")}
    return fill(raw_record, [tag for tag in tags if tag.name not in ("J2", "JA", "J1") or tag.value not in full])


_STYLES = {"bold": "b", "italic": "i", "superscript": "sup", "subscript": "sub"}
_STYLED = ("titles/title", "titles/secondary-title", "titles/tertiary-title", "titles/short-title", "titles/translated-title", "abstract")
"""Fields whose text has the markup of CSL-JSON where a run has a style."""


def _styled(element: Element) -> str:
    """The text of an element whose runs have styles, white space folded."""
    if next(children(element), None) is None:
        return text_of(element)
    parts = [element.text or ""]
    for run in element:
        text = whole_text_of(run) if local(run) else ""
        tags = [_STYLES[face] for face in str(run.get("face") or "").split() if face in _STYLES] if local(run) and text.strip() else []
        inner = text.strip() if tags else text
        before, after = (text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]) if tags else ("", "")
        parts += [before, *(f"<{tag}>" for tag in tags), inner, *(f"</{tag}>" for tag in reversed(tags)), after, run.tail or ""]
    return " ".join("".join(parts).split())


def _fields(record: Element) -> Iterator[tuple[str, str, str, int]]:
    """(path, RIS tag, value, line) of every field that says something; "?" is the tag of one that RIS has no name for."""
    for element in children(record):
        name = local(element)
        below = list(children(element))
        if name in _IGNORED:
            continue
        if name in _PARENTS or (below and any(local(child) != "style" for child in below)):
            for child in below:
                path = f"{name}/{local(child)}" if name != "keywords" else name
                grandchildren = [g for g in children(child) if local(g) != "style"]
                for leaf in grandchildren or [child]:
                    if value := _styled(leaf) if path in _STYLED else text_of(leaf):
                        yield path, _TAGS.get(path, "?"), value, leaf.sourceline or 0
        elif value := _styled(element) if name in _STYLED else text_of(element):
            yield name, _TAGS.get(name, "?"), value, element.sourceline or 0
