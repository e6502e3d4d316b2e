"""A file of Zotero's items as studies."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import attrs

from litreview.errors import Origin, Problem, fault
from litreview.formats._json import items, mapping, string, strings
from litreview.formats._records import keyed
from litreview.formats._refusal import refusal
from litreview.formats._zotero.json_items import works
from litreview.formats._zotero.mapping import csl_item, left_over
from litreview.formats._zotero.studies import Beside, study_of
from litreview.record import Study

_LISTS = ("items", "data")
_DEEPEST = 50
"""Collections in collections."""


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The works of a file in their order; attachments, notes and annotations belong to theirs. Raises ReadError for what has no items.

    >>> better = b'''{"config": {"label": "BetterBibTeX JSON"}, "items": [{"itemType": "thesis", "citationKey": "sari2021", "title": "Kota",
    ... "university": "Universitas Contoh", "creators": [{"creatorType": "author", "lastName": "Sari", "firstName": "Dewi"}],
    ... "attachments": [{"path": "/a/b.pdf", "annotations": [{"annotationType": "highlight", "annotationText": "Warga ikut menentukan.",
    ... "annotationPageLabel": "12", "annotationColor": "#ffd400"}]}]}]}'''
    >>> study = read(better, "a.json")[0][0]
    >>> study.key, study.type, study.text("publisher"), study.highlights[0].page, study.highlights[0].file
    ('sari2021', 'thesis', 'Universitas Contoh', '12', 'b.pdf')
    """
    records = items(data, name, _LISTS)
    listed = works([mapping(record.value) for record in records])
    strays = [record for record in records if "itemType" not in {**mapping(record.value), **mapping(mapping(record.value).get("data"))}]
    if records and len(strays) == len(records):
        raise refusal("no-json-of-studies", name, members=", ".join(list(mapping(records[0].value))[:8])[:120])
    paths = _collections(data)
    studies: list[Study] = []
    reports: list[tuple[Problem, ...]] = []
    for place, work in listed:
        item, key = csl_item(work.kind, work.fields, work.creators)
        collections = sorted({path for known in (work.key, work.number) if known for path in paths.get(known, ())})
        rest = left_over(work.fields, work.creators)
        beside = Beside(work.uri, work.tags, work.automatic, collections, work.replaces, work.related, rest)
        study, problems = study_of({"id": key or "", **item}, beside, work.highlights, Origin(name, records[place].line, "zotero-json"))
        studies.append(study)
        reports.append(problems)
    named = keyed(studies)
    faults = [attrs.evolve(p.at(name), key=study.key) for study, told in zip(named, reports, strict=True) for p in told]
    faults += [fault("not-an-item", file=name, line=stray.line, severity="error", value=json.dumps(stray.value)[:60]) for stray in strays]
    return named, tuple(faults)


def _collections(data: bytes) -> Mapping[str, list[str]]:
    """The paths of the collections of each work, by its key or number, as an export of Better BibTeX lists them."""
    whole = mapping(json.loads(data)) if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and b'"collections"' in data else {}
    known = {key: mapping(one) for key, one in mapping(whole.get("collections")).items()}
    paths: dict[str, list[str]] = defaultdict(list)
    for key, collection in known.items():
        path = _path(key, known)
        for item in strings(collection.get("items")):
            paths[item].append(path)
    return paths


def _path(key: str, known: Mapping[str, Mapping[str, Any]]) -> str:
    names: list[str] = []
    current = key
    while current in known and len(names) < _DEEPEST:
        names.insert(0, string(known[current].get("name")))
        current = string(known[current].get("parent"))
    return "/".join(names)
