"""What stands behind a citation in a Word file: the codes of Zotero, Mendeley and Word, as the works they name."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from html import unescape
from typing import Any
from urllib.parse import unquote

import attrs

from litreview.document.works import Json, Works, frozen_item

_URN = "urn:litreview:"


@attrs.frozen
class Coded:
    """The works of one citation: their keys, and what the code knows of each."""

    keys: tuple[str, ...]
    works: Works = ()


def is_citation(code: str) -> bool:
    """Whether a field with this code shows a citation.

    >>> is_citation(" ADDIN ZOTERO_ITEM CSL_CITATION {}"), is_citation(" CITATION Lee2019 "), is_citation(" BIBLIOGRAPHY ")
    (True, True, False)
    """
    return bool(re.match(r"\s*(?:ADDIN\s+)?(?:ZOTERO_ITEM|CSL_CITATION|EN\.CITE\b|CITATION\s)", code))


def is_bibliography(code: str) -> bool:
    """Whether a field with this code shows a bibliography."""
    return bool(re.match(r"\s*(?:BIBLIOGRAPHY\b|(?:ADDIN\s+)?(?:ZOTERO_BIBL|Mendeley Bibliography|EN\.REFLIST))", code))


def cited(code: str, names: Mapping[str, str]) -> Coded:
    """The works that a citation's code names; `names` gives the key for a tag of Word's own sources.

    >>> cited(' CITATION Lee2019 \\\\p 4 \\\\m Kim \\\\l 1033 ', {"lee2019": "lee-2019"}).keys
    ('lee-2019', 'Kim')
    """
    if re.match(r"\s*CITATION\s", code):
        tags = re.findall(r"(?:^\s*CITATION|\\m)\s+([^\s\\]+)", code)
        return Coded(tuple(dict.fromkeys(names.get(tag.casefold(), tag) for tag in tags)))
    if "<EndNote>" in code:
        works = [_of_endnote(*pair) for pair in enumerate(_cites_of_endnote(code), 1)]
        return Coded(tuple(dict.fromkeys(key for key, _ in works)), tuple(works))
    start = code.find("{")
    if start < 0:
        return Coded(())
    return _in_json(code[start:])


def in_tag(tag: str) -> Coded | None:
    """The works of the citation that the tag of a content control of Mendeley Cite keeps; None for any other control.

    >>> in_tag("MENDELEY_CITATION_v3_eyJjaXRhdGlvbkl0ZW1zIjpbeyJpZCI6ImEifV19").keys
    ('a',)
    """
    inside = re.fullmatch(r"MENDELEY_CITATION_v\d+_([\w+/=-]+)", tag)
    return _in_json(_decoded(inside[1])) if inside else None


def endnote_data(data: str) -> str:
    """The citation that EndNote keeps in the data of a field; empty where it keeps none."""
    text = _decoded("".join(data.split()))
    return text if "<EndNote>" in text else ""


def jabref_keys(name: str) -> tuple[str, ...]:
    """The keys in the name that JabRef gives to a citation.

    >>> jabref_keys("JR_cite1_2_lee2019,kim"), jabref_keys("_Toc12")
    (('lee2019', 'kim'), ())
    """
    inside = re.match(r"(?:Ref_)?JR_cite\d*_\d*_(.+)", unquote(name))
    if inside:
        return tuple(key for key in inside[1].split(",") if key)
    return tuple(re.findall(r"JABREF_([^\s,]+)", unquote(name)))


def _decoded(data: str) -> str:
    try:
        return base64.b64decode(data + "=" * (-len(data) % 4)).decode("utf-8", "replace")
    except ValueError:
        return ""


def _cites_of_endnote(code: str) -> list[str]:
    return [part.partition("</Cite>")[0] for part in re.split(r"<Cite\b[^<>]*>", code)[1:]]


def _of_endnote(place: int, cite: str) -> tuple[str, Mapping[str, Json]]:
    """A work as EndNote keeps it with a citation: the number of its record, author, year and title."""

    def of(name: str) -> str:
        opened = re.search(rf"<{name}\b[^<>]*>", cite)
        inside = cite[opened.end() :].partition(f"</{name}>")[0] if opened else ""
        return unescape(re.sub(r"<[^<>]*>", "", inside)).strip()

    item: dict[str, Any] = {"title": of("title")}
    if of("Author"):
        item["author"] = [{"family": of("Author").split(",")[0]}]
    if of("Year").isdigit():
        item["issued"] = {"date-parts": [[int(of("Year"))]]}
    return f"endnote-{of('RecNum') or place}", frozen_item(item)


def _in_json(text: str) -> Coded:
    try:
        data = json.JSONDecoder().raw_decode(text)[0]
    except (ValueError, RecursionError):
        return Coded(())
    items = data.get("citationItems") if isinstance(data, dict) else None
    works = [_work(item) for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return Coded(tuple(dict.fromkeys(key for key, _ in works)), tuple(works))


def _work(item: Mapping[str, Any]) -> tuple[str, Mapping[str, Json]]:
    """Our own address names the key; of a work that a citation manager added there is only its own id."""
    uris = item.get("uris") if isinstance(item.get("uris"), list) else []
    data = item.get("itemData") if isinstance(item.get("itemData"), dict) else {}
    ours = [unquote(uri.removeprefix(_URN)) for uri in uris or [] if isinstance(uri, str) and uri.startswith(_URN)]
    key = ours[0] if ours else str((data or {}).get("citation-key") or (data or {}).get("id") or item.get("id") or "")
    return key, frozen_item(data or {})
