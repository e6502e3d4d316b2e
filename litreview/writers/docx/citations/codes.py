"""Citations and preferences in the words of Zotero: JSON behind the citation, XML behind the document."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from typing import Any
from urllib.parse import quote

import attrs

from litreview.document.nodes import Cite, Cited, CiteItem, Document, Inline, Inlines, Quoted, Text
from litreview.document.walk import nodes
from litreview.document.works import URIS
from litreview.writers._anchors import token
from litreview.writers._characters import clean
from litreview.writers.docx.package.xml import value

SCHEMA = "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"
_LEFT_OUT = {"abstract", "note", "keyword", "annote", "custom", "categories"}
"""Members of an item that no citation needs: a document that is passed on should not carry them."""
_ZOTERO = ("http://zotero.org/", "http://www.zotero.org/", "https://zotero.org/", "https://www.zotero.org/")


@attrs.frozen
class Works:
    """The cited works as CSL-JSON items, and the addresses by which a citation manager tells them apart."""

    items: Mapping[str, Mapping[str, Any]]
    uris: Mapping[str, tuple[str, ...]]


def works_of(document: Document) -> Works:
    """The sources of a document as a file may hold them."""
    items: dict[str, dict[str, Any]] = {key: _cleaned(item) for key, item in document.sources}
    shared = Counter(_doi(item) for item in items.values())
    known = {key: _kept(item) for key, item in document.sources}
    return Works(items, {key: _uris(key, item, known[key], shared) for key, item in items.items()})


def _doi(item: Mapping[str, Any]) -> str | None:
    doi = item.get("DOI")
    return doi.strip().lower() if isinstance(doi, str) and doi.strip() else None


def _kept(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The addresses that the item itself says it has in the library of a citation manager."""
    custom = item.get("custom")
    uris = custom.get(URIS) if isinstance(custom, Mapping) else None
    return tuple(clean(uri) for uri in uris if isinstance(uri, str)) if isinstance(uris, list | tuple) else ()


def _uris(key: str, item: Mapping[str, Any], known: tuple[str, ...], shared: Counter[str | None]) -> tuple[str, ...]:
    """Stable and never shared: two works with one address would become one. A real address in a Zotero library is kept."""
    uris = [uri for uri in (*known, key, item.get("id")) if isinstance(uri, str) and uri.startswith(_ZOTERO)][:1]
    doi = _doi(item)
    if not uris and doi and shared[doi] == 1:
        uris.append("https://doi.org/" + quote(doi.removeprefix("https://doi.org/"), safe="/:;().-_"))
    return (*uris, f"urn:litreview:{quote(key, safe='-._', errors='replace')}")


def _cleaned(member: Any, depth: int = 0) -> Any:
    """The same JSON value without unprintable characters and, at the top, without what is left out."""
    if isinstance(member, str):
        return clean(member)
    if isinstance(member, Mapping) and depth < 20:
        return {clean(str(name)): _cleaned(inner, depth + 1) for name, inner in member.items() if depth or name not in _LEFT_OUT}
    if isinstance(member, list | tuple) and depth < 20:
        return [_cleaned(inner, depth + 1) for inner in member]
    return member if member is None or isinstance(member, bool | int | float) else None


def visible_text(children: Inlines) -> str:
    """The characters that the file will show for `children`: plain text, each piece cleaned as its run is."""
    return "".join(_visible(node) for node in children)


def _visible(node: Inline) -> str:
    if isinstance(node, Text):
        return clean(node.text)
    inner = visible_text(node.children)
    return f"{clean(node.open)}{inner}{clean(node.close)}" if isinstance(node, Quoted) else inner


def citation_code(works: Works, cite: Cite, text: str, *, number: int, note: int, suppress: bool = False, frozen: bool = False) -> str:
    """The JSON of one citation that shows `text`.

    `number` counts the citations of the document and makes their ids different, `note` is the number of the footnote (0 in the text),
    `suppress` leaves the author of the first work out, `frozen` asks that the text is never made anew. So is that of several works by
    different authors of which some are named in the sentence: Zotero would leave out others.
    """
    properties: dict[str, Any] = {"formattedCitation": text, "plainCitation": text, "noteIndex": note}
    if frozen or (cite.mode in ("narrative", "suppress-author") and not _of_one(works, cite, text)):
        properties["dontUpdate"] = True
    cited = cite.items
    if len(cited) > 1 and (cited[0].prefix or _parted(works, cite)):
        properties["unsorted"] = True  # else the words before the first work would come to stand amid the others
        shown = list(_shown(cite))
        cited = tuple(sorted(cited, key=lambda item: shown.index(item.key))) if {item.key for item in cited} == set(shown) else cited
    code = {
        "citationID": token(f"{number}/{'/'.join(item.key for item in cite.items)}", 8),
        "properties": properties,
        "citationItems": [_item(works, item, cite.mode, suppress and place == 0) for place, item in enumerate(cited)],
        "schema": SCHEMA,
    }
    return json.dumps(code, ensure_ascii=False, separators=(",", ":"))


def _of_one(works: Works, cite: Cite, text: str) -> bool:
    """Whether all works of a citation are by the same authors, whom `text` does not name again, or it is of one work."""
    names = [works.items.get(item.key, {}).get("author") for item in cite.items]
    if len(names) < 2:
        return True
    families = [str(name.get("family") or name.get("literal") or "") for name in names[0] or () if isinstance(name, Mapping)]
    return bool(names[0]) and all(name == names[0] for name in names) and not any(family and family in text for family in families[:1])


def _shown(cite: Cite) -> tuple[str, ...]:
    """The works of a citation in the order in which it shows them."""
    return tuple(dict.fromkeys(node.key for node in nodes(cite.children) if isinstance(node, Cited)))


def _parted(works: Works, cite: Cite) -> bool:
    """Whether works without authors stand apart from each other: Zotero takes them for works of one author, and would draw them together.

    Numbers are sorted by themselves.
    """
    parts = [node for node in nodes(cite.children) if isinstance(node, Cited)]
    numbered = not any(c.isalpha() for part in parts for c in visible_text(part.children))
    runs = [named for named, _ in groupby(bool(works.items.get(part.key, {}).get("author")) for part in parts)]
    return not numbered and runs.count(False) > 1


def _item(works: Works, item: CiteItem, mode: str, suppress: bool) -> dict[str, Any]:
    key = clean(item.key)
    uris = works.uris.get(item.key) or (f"urn:litreview:{quote(item.key, safe='-._', errors='replace')}",)
    data = {"type": "document", "title": key, **works.items.get(item.key, {})}
    entry: dict[str, Any] = {"id": key, "uris": list(uris), "itemData": {**data, "id": key}}
    for name, text in (("locator", item.locator), ("label", item.label), ("prefix", item.prefix), ("suffix", item.suffix)):
        if text:
            entry[name] = clean(text)
    if item.locator and not item.label:
        entry["label"] = "page"
    if suppress or mode == "suppress-author":
        entry["suppress-author"] = True
    elif mode == "author-only":
        entry["author-only"] = True
    return entry


def bibliography_code(works: Works, uncited: tuple[str, ...]) -> str:
    """The JSON of the bibliography; `uncited` are the keys that it lists though nothing cites them."""
    listed = [list(works.uris.get(key, ())) for key in uncited if works.uris.get(key)]
    return json.dumps({"uncited": listed, "omitted": [], "custom": []}, ensure_ascii=False, separators=(",", ":"))


def preferences(document: Document, style: str, locale: str, *, field_type: str, notes: bool, bibliography: bool) -> str:
    """The document preferences of Zotero as XML: which style and language the next refresh takes."""
    session = token("/".join(key for key, _ in document.sources), 8)
    return (
        f'<data data-version="3" zotero-version="7.0.0"><session id="{session}"/>'
        f'<style id="{value(style)}" locale="{value(locale)}" hasBibliography="{int(bibliography)}" bibliographyStyleHasBeenSet="1"/>'
        f'<prefs><pref name="fieldType" value="{field_type}"/><pref name="noteType" value="{int(notes)}"/></prefs></data>'
    )
