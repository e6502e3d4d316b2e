"""What was chosen of a library as bytes, and the studies in them."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import attrs

from litreview.errors import Origin, Problem, fault
from litreview.formats import Format
from litreview.formats._records import keyed
from litreview.formats._zotero.mapping import csl_item
from litreview.languages.failures import unreadable
from litreview.record import Highlight, Study
from litreview.record.csl_json.fields import tag_of
from litreview.record.csl_json.read import read_item
from litreview.record.langtext import LangList, LangText
from litreview.record.study import ADDRESS, COLLECTION, REPLACED
from litreview.zotero.choosing import chosen, full_path
from litreview.zotero.citekeys import citation_keys
from litreview.zotero.database import library_tables, newer
from litreview.zotero.items import Item, Libraries, libraries
from litreview.zotero.places import DATABASE, database
from litreview.zotero.selection import Zotero

OWN_TAG = "zotero:own-tag"
"""The name of a tag that the user gave, not the publisher."""
RELATED = "zotero:related"


def selected(wanted: Zotero) -> tuple[bytes, tuple[Problem, ...]]:
    """What `wanted` asks for, as bytes for `read`. Raises ReadError where there is no library, it cannot be read, or has no such part."""
    name = str(wanted)
    file = database(wanted.data)
    if file is None:
        code = "zotero-not-found" if wanted.data is None else "zotero-not-there"
        raise unreadable(fault(code, file=name, severity="error", path=str(wanted.data or ""), database=DATABASE))
    with library_tables(file, name) as tables:
        held = libraries(tables)
        problems = newer(tables, name)
    keys, key_problems = citation_keys(file, name)
    paths: dict[int, list[str]] = defaultdict(list)
    for collection in held.collections.values():
        for number in collection.items:
            paths[number].append(full_path(collection, held))
    records = [_record(work, held, keys.get((work.library, work.key)), paths[work.number]) for work in chosen(held, wanted)]
    return json.dumps(records, ensure_ascii=False).encode("utf-8", "surrogatepass"), (*problems, *key_problems)


def _record(work: Item, held: Libraries, key: str | None, collections: list[str]) -> dict[str, Any]:
    item, own_key = csl_item(work.kind, work.fields, work.creators)
    return {
        "item": {"id": own_key or key or "", **item},
        "uri": f"{held.prefixes[work.library]}/items/{work.key}",
        "tags": list(work.tags),
        "automatic": list(work.automatic),
        "collections": sorted(collections),
        "replaces": list(work.replaces),
        "related": list(work.related),
        **({"highlights": [_plain(mark) for mark in work.highlights]} if work.highlights else {}),
    }


def _plain(mark: Highlight) -> dict[str, Any]:
    """A highlight as JSON, without what it does not say: there may be tens of thousands of them."""
    said: dict[str, Any] = {"text": dict(mark.text), "comment": dict(mark.comment), "tags": list(mark.tags)}
    said |= {"page": mark.page, "colour": mark.colour, "kind": mark.kind, "sheet": mark.sheet, "file": mark.file, "id": mark.id}
    return {name: value for name, value in said.items() if value}


def _highlight(mark: dict[str, Any]) -> Highlight:
    """What `_plain` wrote."""
    words = LangText(mark.get("text", {})), LangText(mark.get("comment", {}))
    said = mark.get("page"), mark.get("colour"), tuple(mark.get("tags", ())), mark["kind"]
    return Highlight(*words, *said, mark.get("sheet"), mark.get("file"), mark.get("id"))


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies in what `selected` gave; what is odd in a field is a problem with the key of the study."""
    studies: list[Study] = []
    reports: list[tuple[Problem, ...]] = []
    for record in json.loads(data):
        study, problems = read_item(record["item"], Study)
        words = tuple(dict.fromkeys((*record["tags"], *record["automatic"])))
        extra = [(ADDRESS, record["uri"])]
        for label, values in ((REPLACED, "replaces"), (OWN_TAG, "tags"), (COLLECTION, "collections"), (RELATED, "related")):
            extra += [(label, value) for value in record[values]]
        keywords = LangList({tag_of("keyword", study.language): words} if words else {})
        marks = tuple(_highlight(mark) for mark in record.get("highlights", ()))
        origin = Origin(name, format=FORMAT.name)
        studies.append(attrs.evolve(study, keywords=keywords, highlights=marks, extra=(*study.extra, *extra), origin=origin))
        reports.append(tuple(problem for problem in problems if problem.code != "missing-id"))
    named = keyed(studies)
    faults = [attrs.evolve(p.at(name), key=study.key) for study, told in zip(named, reports, strict=True) for p in told]
    return named, tuple(faults)


FORMAT = Format("zotero", "Zotero", (), read=read)
"""A library of Zotero: read, and never written."""
