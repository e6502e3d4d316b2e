"""What stands behind a citation in a Word file: the codes of Zotero, Mendeley and Word, as the works they name."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
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
    start = code.find("{")
    if start < 0:
        return Coded(())
    try:
        data = json.JSONDecoder().raw_decode(code[start:])[0]
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
