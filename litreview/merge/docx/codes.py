"""Citations that a citation manager or Word keeps in a file, as citations of ours: works, places in them, how they are cited."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from litreview.audit.chapters.docx.codes import cited
from litreview.document.nodes import Cite, CiteItem, CiteMode
from litreview.document.works import Works

_TAGGED = re.compile(r'\\([a-z])(?:\s+(?:"([^"]*)"|([^\s\\"]+)))?|(?:CITATION)\s+([^\s\\]+)')


@attrs.frozen
class Coded:
    """A citation, and what its code knows of each work."""

    cite: Cite
    works: Works = ()


def coded(code: str, names: Mapping[str, str]) -> Coded | None:
    """The citation behind a field; None for a code of which no work can be read. `names` has the keys for tags of Word's own sources.

    >>> coded(' CITATION Lee2019 \\\\p 4 \\\\m Kim \\\\l 1033 ', {"lee2019": "lee-2019"}).cite.items[0].locator
    '4'
    """
    if re.match(r"\s*CITATION\s", code):
        return _word(code, names)
    works = cited(code, names)
    start = code.find("{")
    try:
        data = json.JSONDecoder().raw_decode(code[start:])[0]
    except (ValueError, RecursionError):
        return None
    listed = data.get("citationItems") if isinstance(data, dict) else None
    entries = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    if not entries or len(works.works) != len(entries):
        return None
    items = tuple(_item(key, entry) for (key, _), entry in zip(works.works, entries, strict=True))
    return Coded(Cite(items, _mode(entries)), works.works) if all(item.key for item in items) else None


def _item(key: str, entry: Mapping[str, Any]) -> CiteItem:
    locator, label, prefix, suffix = (_text(entry.get(name)) for name in ("locator", "label", "prefix", "suffix"))
    return CiteItem(key, locator, (label or "page") if locator else None, prefix, suffix)


def _text(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) and str(value).strip() else None


def _mode(entries: Sequence[Mapping[str, Any]]) -> CiteMode:
    if entries[0].get("suppress-author"):
        return "suppress-author"
    return "author-only" if entries[0].get("author-only") else "parenthetical"


def _word(code: str, names: Mapping[str, str]) -> Coded | None:
    items: list[CiteItem] = []
    hidden = False
    for found in _TAGGED.finditer(code):
        switch, quoted, bare, tag = found.groups()
        value = quoted if quoted is not None else bare
        if tag or switch == "m":
            name = tag or value or ""
            items.append(CiteItem(names.get(name.casefold(), name)))
        elif items and switch in "pfs" and value:
            field = {"p": "locator", "f": "prefix", "s": "suffix"}[switch]
            items[-1] = attrs.evolve(items[-1], **{field: value}, **({"label": "page"} if switch == "p" else {}))
        hidden = hidden or (switch == "n" and len(items) == 1)
    return Coded(Cite(tuple(items), "suppress-author" if hidden else "parenthetical")) if items and all(i.key for i in items) else None
