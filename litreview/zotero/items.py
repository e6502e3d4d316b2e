"""Everything of a library that studies are made of, out of its tables: items with their fields, creators, tags and collections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import attrs

from litreview.formats._zotero.mapping import Creator
from litreview.record import Highlight
from litreview.record.languages import language_tag
from litreview.zotero.annotations import highlights
from litreview.zotero.database import Tables

_NO_WORKS = {"attachment", "note", "annotation"}
_REPLACES, _RELATED = "dc:replaces", "dc:relation"


@attrs.frozen
class Item:
    """One work: `fields` by their general names, `tags` and `automatic` ones, and what was marked in its attachments."""

    number: int
    library: int
    key: str
    kind: str
    fields: Mapping[str, str]
    creators: tuple[Creator, ...] = ()
    tags: tuple[str, ...] = ()
    automatic: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    highlights: tuple[Highlight, ...] = ()


@attrs.frozen
class Collection:
    """One collection: its path from the top of its library, the numbers of its items in their order, those of its subcollections."""

    number: int
    library: int
    path: tuple[str, ...]
    items: tuple[int, ...] = ()
    below: tuple[int, ...] = ()


@attrs.frozen
class Libraries:
    """What a database holds: `works` by number, `collections` by number; `prefixes`, the address before ``items/KEY`` of each library;
    `groups`, the names of those that are groups."""

    works: Mapping[int, Item]
    collections: Mapping[int, Collection]
    prefixes: Mapping[int, str]
    groups: Mapping[int, str]


def libraries(tables: Tables) -> Libraries:
    """My Library and the groups in `tables`, without feeds, trash, and what is no work of its own."""
    groups = {int(library): (int(number), str(name)) for number, library, name in tables.rows("groups", "groupID", "libraryID", "name")}
    feeds = {int(number) for (number,) in tables.rows("feeds", "libraryID")}
    feeds |= {int(number) for number, kind in tables.rows("libraries", "libraryID", "type") if kind == "feed"}
    works = {work.number: work for work in _works(tables, feeds)}
    own = _own_prefix(tables)
    prefixes = {work.library: own for work in works.values()}
    prefixes |= {library: f"http://zotero.org/groups/{number}" for library, (number, _) in groups.items()}
    return Libraries(works, _collections(tables, works), prefixes, {library: name for library, (_, name) in groups.items()})


def _own_prefix(tables: Tables) -> str:
    """Before the key of an item of My Library: the account where it is known, else the local name of the library."""
    account = {str(key): str(value) for setting, key, value in tables.rows("settings", "setting", "key", "value") if setting == "account"}
    return f"http://zotero.org/users/{account['userID'] if account.get('userID') else 'local/' + account.get('localUserKey', '')}"


def _works(tables: Tables, feeds: set[int]) -> Iterable[Item]:
    types = {number: str(name) for number, name in tables.rows("itemTypes", "itemTypeID", "typeName")}
    types |= {number: str(name) for number, name in tables.rows("itemTypesCombined", "itemTypeID", "typeName") if number not in types}
    gone = {number for (number,) in tables.rows("deletedItems", "itemID")}
    fields, creators, relations = _fields(tables), _creators(tables), _relations(tables)
    own, automatic = _tags(tables)
    rows = tables.rows("items", "itemID", "itemTypeID", "libraryID", "key", order="itemID")
    wanted = [row for row in rows if not (row[0] in gone or row[2] in feeds or types.get(row[1]) in _NO_WORKS)]
    languages = {number: language_tag(dict(fields.values.get(number, ())).get("language", "")) for number, *_ in wanted}
    marked = highlights(tables, languages, own, frozenset(gone))
    for number, kind, library, key in wanted:
        base = fields.names(kind)
        stated = {base.get(field, field): value for field, value in fields.values.get(number, ())}
        yield Item(
            number,
            1 if library is None else library,
            str(key),
            types.get(kind, "document"),
            stated,
            tuple(
                Creator(name, first, last, single, primary=creators.primary.get(kind, "author") == name)
                for name, first, last, single in creators.values.get(number, ())
            ),
            tuple(own.get(number, ())),
            tuple(automatic.get(number, ())),
            tuple(relations.get((number, _REPLACES), ())),
            tuple(relations.get((number, _RELATED), ())),
            marked.get(number, ()),
        )


@attrs.frozen
class _Fields:
    values: Mapping[int, list[tuple[str, str]]]
    bases: Mapping[int, Mapping[str, str]]

    def names(self, kind: int) -> Mapping[str, str]:
        """The general names of the fields that the type of that number calls by names of its own."""
        return self.bases.get(kind, {})


def _fields(tables: Tables) -> _Fields:
    names = {number: str(name) for number, name in tables.rows("fields", "fieldID", "fieldName")}
    names |= {number: str(name) for number, name in tables.rows("fieldsCombined", "fieldID", "fieldName") if number not in names}
    bases: dict[int, dict[str, str]] = defaultdict(dict)
    for table in ("baseFieldMappings", "baseFieldMappingsCombined"):
        for kind, base, field in tables.rows(table, "itemTypeID", "baseFieldID", "fieldID"):
            if base in names and field in names:
                bases[kind][names[field]] = names[base]
    texts = {number: str(value) for number, value in tables.rows("itemDataValues", "valueID", "value") if value is not None}
    values: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for item, field, value in tables.rows("itemData", "itemID", "fieldID", "valueID"):
        if field in names and texts.get(value, "").strip():
            values[item].append((names[field], texts[value]))
    return _Fields(values, bases)


@attrs.frozen
class _Creators:
    values: Mapping[int, list[tuple[str, str, str, bool]]]
    primary: Mapping[int, str]


def _creators(tables: Tables) -> _Creators:
    kinds = {number: str(name) for number, name in tables.rows("creatorTypes", "creatorTypeID", "creatorType")}
    rows = tables.rows("itemTypeCreatorTypes", "itemTypeID", "creatorTypeID", "primaryField")
    primary = {kind: kinds.get(creator, "author") for kind, creator, first in rows if first == 1}
    names = {
        number: (str(first or "").strip(), str(last or "").strip(), mode == 1)
        for number, first, last, mode in tables.rows("creators", "creatorID", "firstName", "lastName", "fieldMode")
    }
    values: dict[int, list[tuple[str, str, str, bool]]] = defaultdict(list)
    for item, creator, kind in tables.rows("itemCreators", "itemID", "creatorID", "creatorTypeID", order="orderIndex"):
        if creator in names:
            values[item].append((kinds.get(kind, "author"), *names[creator]))
    return _Creators(values, primary)


def _tags(tables: Tables) -> tuple[Mapping[int, list[str]], Mapping[int, list[str]]]:
    """The user's tags and the automatic ones, by item, by name."""
    names = {number: str(name) for number, name in tables.rows("tags", "tagID", "name")}
    kinds: tuple[dict[int, list[str]], dict[int, list[str]]] = (defaultdict(list), defaultdict(list))
    for item, tag, kind in tables.rows("itemTags", "itemID", "tagID", "type"):
        if tag in names:
            kinds[1 if kind == 1 else 0][item].append(names[tag])
    for tagged in kinds:
        for listed in tagged.values():
            listed.sort(key=str.casefold)
    return kinds


def _relations(tables: Tables) -> Mapping[tuple[int, str], list[str]]:
    predicates = {number: str(name) for number, name in tables.rows("relationPredicates", "predicateID", "predicate")}
    relations: dict[tuple[int, str], list[str]] = defaultdict(list)
    for item, predicate, other in tables.rows("itemRelations", "itemID", "predicateID", "object"):
        if predicates.get(predicate) in (_REPLACES, _RELATED):
            relations[item, predicates[predicate]].append(str(other))
    return {place: sorted(others) for place, others in relations.items()}


def _collections(tables: Tables, works: Mapping[int, Item]) -> Mapping[int, Collection]:
    gone = {number for (number,) in tables.rows("deletedCollections", "collectionID")}
    rows = tables.rows("collections", "collectionID", "collectionName", "parentCollectionID", "libraryID", order="collectionName")
    parents = {number: (str(name), parent, library) for number, name, parent, library in rows if number not in gone}
    items: dict[int, list[int]] = defaultdict(list)
    for number, item in tables.rows("collectionItems", "collectionID", "itemID", order="orderIndex"):
        if item in works:
            items[number].append(item)
    below: dict[int, list[int]] = defaultdict(list)
    for number, (_, parent, _) in parents.items():
        below[parent].append(number)
    return {
        number: Collection(number, 1 if library is None else library, _path(number, parents), tuple(items[number]), tuple(below[number]))
        for number, (_, _, library) in parents.items()
        if _path(number, parents)
    }


def _path(number: int, parents: Mapping[int, tuple[str, int | None, int]]) -> tuple[str, ...]:
    """The names from the top down to a collection; none for one that hangs below one that is gone, or in a circle."""
    names: list[str] = []
    current: int | None = number
    while current is not None:
        if current not in parents or len(names) > len(parents):
            return ()
        name, current, _ = parents[current]
        names.insert(0, name)
    return tuple(names)
