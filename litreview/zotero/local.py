"""A library of Zotero asked of Zotero itself, over the local API of the program on this machine. Source: Zotero's local API, version 3.

Only this machine is asked, and only where its address was given in place of the data folder: ``http://localhost:23119/api``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from litreview._parts import Later
from litreview.errors import fault
from litreview.formats._zotero.json_items import works
from litreview.languages.failures import unreadable
from litreview.zotero.items import Collection, Item, Libraries

_client = Later("litreview.online.client", "Client")

_OWN = frozenset(("localhost", "127.0.0.1", "::1"))
_MINE = 1
"""The number of My Library, as in Zotero's database."""
_SECONDS, _LARGEST = 120.0, 2**30
Record = Mapping[str, Any]


def is_address(data: object) -> bool:
    """Whether `data` is an address, not the path of a folder.

    >>> is_address("http://localhost:23119/api"), is_address("D:/Zotero")
    (True, False)
    """
    return isinstance(data, str) and data.startswith(("http://", "https://"))


def asked(address: str, name: str) -> Libraries:
    """My Library and the groups, as Zotero at `address` gives them. Raises ReadError where that is not on this machine or gives no answer,
    MissingExtra without httpx.
    """
    base = _base(address, name)
    held: dict[int, Item] = {}
    collections: dict[int, Collection] = {}
    prefixes: dict[int, str] = {}
    groups = {_number(group): str(_data(group).get("name", "")) for group in _listed(f"{base}/users/0/groups", name)}
    numbered = {number: place for place, number in enumerate(groups, _MINE + 1)}
    for library, path in ((_MINE, "users/0"), *((place, f"groups/{number}") for number, place in numbered.items())):
        records = _listed(f"{base}/{path}/items", name)
        listed = works(records)
        user = next((number for record in records if (number := _number(record.get("library")))), 0)
        prefixes[library] = "http://zotero.org/" + (path if library != _MINE else f"users/{user}")
        numbers = {work.key: len(held) + place for place, (_, work) in enumerate(listed, 1)}
        wanted: dict[str, list[int]] = defaultdict(list)
        for _, work in listed:
            for key in work.collections:
                wanted[key].append(numbers[work.key])
        rest = ("kind", "fields", "creators", "tags", "automatic", "replaces", "related", "highlights")
        for _, work in listed:
            number = numbers[work.key]
            held[number] = Item(number, library, work.key, **{field: getattr(work, field) for field in rest})
        collections |= _collections(_listed(f"{base}/{path}/collections", name), library, len(collections), wanted)
        if library == _MINE and not user:
            prefixes.pop(library)  # without an account only Zotero's own file knows what its citations call the library
    return Libraries(held, collections, prefixes, {numbered[number]: title for number, title in groups.items()})


def _collections(records: Sequence[Record], library: int, above: int, items: Mapping[str, list[int]]) -> dict[int, Collection]:
    unsorted = {str(record.get("key", "")): _data(record) for record in records}
    known = dict(sorted(unsorted.items(), key=lambda pair: str(pair[1].get("name", ""))))
    numbers = {key: above + place for place, key in enumerate(known, 1)}
    below: dict[str, list[int]] = defaultdict(list)
    for key, data in known.items():
        below[str(data.get("parentCollection") or "")].append(numbers[key])
    return {
        numbers[key]: Collection(numbers[key], library, _path(key, known), tuple(items.get(key, ())), tuple(below[key])) for key in known
    }


def _path(key: str, known: Mapping[str, Record]) -> tuple[str, ...]:
    names: list[str] = []
    while key in known and len(names) <= len(known):
        names.insert(0, str(known[key].get("name", "")))
        key = str(known[key].get("parentCollection") or "")
    return tuple(names)


def _listed(url: str, name: str) -> list[Record]:
    """The records of a list. The local API gives all of them at once where no limit is asked for."""
    client = _client(cache=None, tries=1, timeout=_SECONDS, largest=_LARGEST, redirects=0)
    answer = client.get(url, "application/json")
    if answer.status is None:
        raise unreadable(fault("zotero-api-silent", file=name, severity="error", path=url))
    if answer.status == 403:
        raise unreadable(fault("zotero-api-closed", file=name, severity="error", path=url))
    try:
        records = json.loads(answer.body) if answer.status == 200 else None
    except (ValueError, RecursionError):
        records = None
    if not isinstance(records, list):
        raise unreadable(fault("zotero-api-odd", file=name, severity="error", path=url))
    return [record for record in records if isinstance(record, Mapping)]


def _base(address: str, name: str) -> str:
    parts = urlsplit(address)
    if parts.hostname not in _OWN or parts.scheme != "http":
        raise unreadable(fault("zotero-api-far", file=name, severity="error", path=address))
    return f"http://{parts.netloc}{parts.path.rstrip('/') or '/api'}"


def _data(record: Record) -> Record:
    data = record.get("data")
    return data if isinstance(data, Mapping) else {}


def _number(record: object) -> int:
    number = record.get("id") if isinstance(record, Mapping) else None
    return number if isinstance(number, int) else 0
