"""What was chosen of a library as bytes, and the studies in them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import attrs

from litreview.errors import Origin, Problem, fault
from litreview.formats import Format
from litreview.formats._records import keyed
from litreview.formats._zotero.mapping import csl_item, left_over
from litreview.formats._zotero.studies import Beside, study_of
from litreview.languages.failures import unreadable
from litreview.record import Highlight, Study
from litreview.record.langtext import LangText
from litreview.zotero.choosing import chosen, full_path
from litreview.zotero.citekeys import citation_keys
from litreview.zotero.database import library_tables, newer
from litreview.zotero.items import Item, Libraries, libraries
from litreview.zotero.local import asked, is_address
from litreview.zotero.places import DATABASE, database
from litreview.zotero.selection import Zotero


def selected(wanted: Zotero) -> tuple[bytes, tuple[Problem, ...]]:
    """What `wanted` asks for, as bytes for `read`. Raises ReadError where there is no library, it cannot be read, or has no such part."""
    name = str(wanted)
    held, keys, problems = _held(wanted, name)
    paths: dict[int, list[str]] = defaultdict(list)
    for collection in held.collections.values():
        for number in collection.items:
            paths[number].append(full_path(collection, held))
    records = [_record(work, held, keys.get((work.library, work.key)), paths[work.number]) for work in chosen(held, wanted)]
    return json.dumps(records, ensure_ascii=False).encode("utf-8", "surrogatepass"), problems


def _held(wanted: Zotero, name: str) -> tuple[Libraries, Mapping[tuple[int, str], str], tuple[Problem, ...]]:
    """The libraries, from Zotero itself where its address was given, else from its database; the keys of Better BibTeX beside that."""
    if is_address(wanted.data):
        return asked(str(wanted.data), name), {}, ()
    file = database(wanted.data)
    if file is None:
        code = "zotero-not-found" if wanted.data is None else "zotero-not-there"
        raise unreadable(fault(code, file=name, severity="error", path=str(wanted.data or ""), database=DATABASE))
    with library_tables(file, name) as tables:
        held, problems = libraries(tables), newer(tables, name)
    keys, key_problems = citation_keys(file, name)
    return held, keys, (*problems, *key_problems)


def _record(work: Item, held: Libraries, key: str | None, collections: list[str]) -> dict[str, Any]:
    item, own_key = csl_item(work.kind, work.fields, work.creators)
    prefix = held.prefixes.get(work.library)
    uri = f"{prefix}/items/{work.key}" if prefix else ""
    beside = Beside(uri, work.tags, work.automatic, sorted(collections), work.replaces, work.related, left_over(work.fields, work.creators))
    marks = [_plain(mark) for mark in work.highlights]
    record = {"item": {"id": own_key or key or "", **item}, "beside": attrs.asdict(beside, recurse=False)}
    return {**record, "highlights": marks} if marks else record


def _plain(mark: Highlight) -> dict[str, Any]:
    """A highlight as JSON, without what it does not say: there may be tens of thousands of them."""
    said: dict[str, Any] = {"text": dict(mark.text), "comment": dict(mark.comment), "tags": list(mark.tags)}
    said |= {"page": mark.page, "colour": mark.colour, "kind": mark.kind, "sheet": mark.sheet, "file": mark.file, "id": mark.id}
    return {name: value for name, value in said.items() if value}


def _highlight(mark: dict[str, Any]) -> Highlight:
    """What `_plain` wrote."""
    return Highlight(
        LangText(mark.get("text", {})),
        LangText(mark.get("comment", {})),
        mark.get("page"),
        mark.get("colour"),
        tuple(mark.get("tags", ())),
        mark["kind"],
        mark.get("sheet"),
        mark.get("file"),
        mark.get("id"),
    )


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies in what `selected` gave; what is odd in a field is a problem with the key of the study."""
    studies: list[Study] = []
    reports: list[tuple[Problem, ...]] = []
    origin = Origin(name, format=FORMAT.name)
    for record in json.loads(data):
        marks = (_highlight(mark) for mark in record.get("highlights", ()))
        study, problems = study_of(record["item"], Beside(**record["beside"]), marks, origin)
        studies.append(study)
        reports.append(problems)
    named = keyed(studies)
    faults = [attrs.evolve(p.at(name), key=study.key) for study, told in zip(named, reports, strict=True) for p in told]
    return named, tuple(faults)


FORMAT = Format("zotero", "Zotero", (), read=read)
"""A library of Zotero: read, and never written."""
