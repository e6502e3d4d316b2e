"""A library of Zotero for tests: the tables of today's schema that are read, filled by code."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

SCHEMA = Path(__file__).parents[1] / "cases" / "zotero" / "schema.txt"
_KINDS = [line.split("|") for line in SCHEMA.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
TYPES = [kind.strip() for kind, *_ in _KINDS]
FIELDS = list(dict.fromkeys(name for _, fields, _ in _KINDS for field in fields.split() for name in reversed(field.split(">"))))
BASES = [(kind.strip(), *field.split(">")) for kind, fields, _ in _KINDS for field in fields.split() if ">" in field]
CREATORS = list(dict.fromkeys(creator.rstrip("*") for *_, creators in _KINDS for creator in creators.split()))
PRIMARY = {kind.strip(): creator[:-1] for kind, _, creators in _KINDS for creator in creators.split() if creator.endswith("*")}

_SCHEMA = """
CREATE TABLE version (schema TEXT PRIMARY KEY, version INT NOT NULL);
CREATE TABLE settings (setting TEXT, key TEXT, value, PRIMARY KEY (setting, key));
CREATE TABLE libraries (libraryID INTEGER PRIMARY KEY, type TEXT NOT NULL, editable INT, filesEditable INT);
CREATE TABLE groups (groupID INTEGER PRIMARY KEY, libraryID INT NOT NULL UNIQUE, name TEXT NOT NULL, description TEXT, version INT);
CREATE TABLE feeds (libraryID INTEGER PRIMARY KEY, name TEXT, url TEXT);
CREATE TABLE itemTypes (itemTypeID INTEGER PRIMARY KEY, typeName TEXT);
CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT);
CREATE TABLE baseFieldMappings (itemTypeID INT, baseFieldID INT, fieldID INT);
CREATE TABLE creatorTypes (creatorTypeID INTEGER PRIMARY KEY, creatorType TEXT);
CREATE TABLE itemTypeCreatorTypes (itemTypeID INT, creatorTypeID INT, primaryField INT);
CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT, dateAdded TIMESTAMP DEFAULT CURRENT_TIMESTAMP, libraryID INT, key TEXT);
CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value UNIQUE);
CREATE TABLE itemData (itemID INT, fieldID INT, valueID INT);
CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT, fieldMode INT);
CREATE TABLE itemCreators (itemID INT, creatorID INT, creatorTypeID INT, orderIndex INT);
CREATE TABLE collections (collectionID INTEGER PRIMARY KEY, collectionName TEXT, parentCollectionID INT, libraryID INT, key TEXT);
CREATE TABLE collectionItems (collectionID INT, itemID INT, orderIndex INT);
CREATE TABLE tags (tagID INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE TABLE itemTags (itemID INT, tagID INT, type INT);
CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY);
CREATE TABLE deletedCollections (collectionID INTEGER PRIMARY KEY);
CREATE TABLE relationPredicates (predicateID INTEGER PRIMARY KEY, predicate TEXT);
CREATE TABLE itemRelations (itemID INT, predicateID INT, object TEXT);
CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, linkMode INT, contentType TEXT, path TEXT);
CREATE TABLE itemNotes (itemID INTEGER PRIMARY KEY, parentItemID INT, note TEXT, title TEXT);
CREATE TABLE itemAnnotations (itemID INTEGER PRIMARY KEY, parentItemID INT, type INT, authorName TEXT, text TEXT, comment TEXT, color TEXT,
    pageLabel TEXT, sortIndex TEXT, position TEXT, isExternal INT);
"""


class Database:
    """A database that is written step by step; every method gives back the number of what it made."""

    def __init__(self, file: Path, *, userdata: int = 125, account: str | None = None) -> None:
        self.file = file
        self.connection = sqlite3.connect(file)
        self.connection.execute("PRAGMA synchronous = OFF")  # made anew in each test: nobody waits until it has reached the disk
        self.connection.executescript(_SCHEMA)
        put = self.connection.execute
        put("INSERT INTO version VALUES ('userdata', ?)", [userdata])
        put("INSERT INTO settings VALUES ('account', 'localUserKey', 'abcdEFGH')")
        if account:
            put("INSERT INTO settings VALUES ('account', 'userID', ?)", [account])
        put("INSERT INTO libraries VALUES (1, 'user', 1, 1)")
        for table, names in (("itemTypes", TYPES), ("fields", FIELDS), ("creatorTypes", CREATORS)):
            self.connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", list(enumerate(names, 1)))
        for kind, own, base in BASES:
            put("INSERT INTO baseFieldMappings VALUES (?, ?, ?)", [TYPES.index(kind) + 1, FIELDS.index(base) + 1, FIELDS.index(own) + 1])
        for kind, creator in PRIMARY.items():
            put("INSERT INTO itemTypeCreatorTypes VALUES (?, ?, 1)", [TYPES.index(kind) + 1, CREATORS.index(creator) + 1])
        put("INSERT INTO relationPredicates VALUES (1, 'dc:replaces'), (2, 'dc:relation')")

    @classmethod
    def opened(cls, file: Path) -> Database:
        """A database that was made before, to be written further."""
        again = cls.__new__(cls)
        again.file, again.connection = file, sqlite3.connect(file)
        return again

    def save(self) -> Path:
        self.connection.commit()
        return self.file

    def group(self, number: int, name: str, library: int) -> int:
        self.connection.execute("INSERT INTO libraries VALUES (?, 'group', 1, 1)", [library])
        self.connection.execute("INSERT INTO groups VALUES (?, ?, ?, '', 0)", [number, library, name])
        return library

    def feed(self, library: int) -> int:
        self.connection.execute("INSERT INTO libraries VALUES (?, 'feed', 1, 1)", [library])
        self.connection.execute("INSERT INTO feeds VALUES (?, 'News', 'https://example.org/feed')", [library])
        return library

    def item(self, key: str, kind: str = "journalArticle", *, by: Sequence[str] = (), library: int = 1, **fields: str) -> int:
        """An item; `by` are its creators, as ``Family, Given``, ``One Name`` or ``editor: Family, Given``."""
        row = [TYPES.index(kind) + 1, library, key]
        number = self._put("INSERT INTO items (itemTypeID, libraryID, key) VALUES (?, ?, ?)", row)
        for name, value in fields.items():
            self.connection.execute("INSERT OR IGNORE INTO itemDataValues (value) VALUES (?)", [value])
            (at,) = self.connection.execute("SELECT valueID FROM itemDataValues WHERE value = ?", [value]).fetchone()
            self.connection.execute("INSERT INTO itemData VALUES (?, ?, ?)", [number, FIELDS.index(name) + 1, at])
        for place, words in enumerate(by):
            role, name = words.split(": ") if ": " in words else ("author", words)
            family, comma, given = name.partition(", ")
            creator = self._put(
                "INSERT INTO creators (firstName, lastName, fieldMode) VALUES (?, ?, ?)", [given, family, 0 if comma else 1]
            )
            self.connection.execute("INSERT INTO itemCreators VALUES (?, ?, ?, ?)", [number, creator, CREATORS.index(role) + 1, place])
        return number

    def collection(self, name: str, items: Sequence[int] = (), *, under: int | None = None, library: int = 1) -> int:
        number = self._put(
            "INSERT INTO collections (collectionName, parentCollectionID, libraryID) VALUES (?, ?, ?)", [name, under, library]
        )
        self.connection.executemany("INSERT INTO collectionItems VALUES (?, ?, ?)", [(number, item, n) for n, item in enumerate(items)])
        return number

    def tag(self, item: int, name: str, *, automatic: bool = False) -> None:
        self.connection.execute("INSERT OR IGNORE INTO tags (name) VALUES (?)", [name])
        (number,) = self.connection.execute("SELECT tagID FROM tags WHERE name = ?", [name]).fetchone()
        self.connection.execute("INSERT INTO itemTags VALUES (?, ?, ?)", [item, number, int(automatic)])

    def trash(self, item: int) -> None:
        self.connection.execute("INSERT INTO deletedItems VALUES (?)", [item])

    def trash_collection(self, collection: int) -> None:
        self.connection.execute("INSERT INTO deletedCollections VALUES (?)", [collection])

    def relate(self, item: int, predicate: str, other: str) -> None:
        number = {"dc:replaces": 1, "dc:relation": 2}[predicate]
        self.connection.execute("INSERT INTO itemRelations VALUES (?, ?, ?)", [item, number, other])

    def pdf(self, parent: int | None, key: str, name: str = "paper.pdf", library: int = 1) -> int:
        number = self.item(key, "attachment", library=library)
        row = [number, parent, f"storage:{name}"]
        self.connection.execute("INSERT INTO itemAttachments VALUES (?, ?, 0, 'application/pdf', ?)", row)
        return number

    def mark(
        self, attachment: int, key: str, text: str | None, color: str, page: str, *, comment: str | None = None, kind: int = 1, at: int = 0
    ) -> int:
        """An annotation of an attachment on the page that is labelled `page`, the `at`-th of the file (from 0)."""
        number = self.item(key, "annotation")
        place = f"{at:05}|{number:06}|00000"
        row = [number, attachment, kind, text, comment, color, page, place, f'{{"pageIndex":{at},"rects":[[72,700,300,712]]}}']
        self.connection.execute("INSERT INTO itemAnnotations VALUES (?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, 0)", row)
        return number

    def note(self, parent: int | None, key: str, html: str) -> int:
        number = self.item(key, "note")
        self.connection.execute("INSERT INTO itemNotes VALUES (?, ?, ?, '')", [number, parent, html])
        return number

    def _put(self, statement: str, row: Sequence[object]) -> int:
        return int(self.connection.execute(statement, row).lastrowid or 0)


def better_bibtex(file: Path, keys: Sequence[tuple[str, str]], *, documents: bool = False) -> None:
    """The database of Better BibTeX with `keys` (item key, citation key), in its form of today or the older one of JSON documents."""
    connection = sqlite3.connect(file)
    if documents:
        rows = [{"itemKey": item, "libraryID": 1, "citekey": key, "pinned": False} for item, key in keys]
        connection.execute('CREATE TABLE "better-bibtex" (name TEXT PRIMARY KEY, data TEXT)')
        connection.execute('INSERT INTO "better-bibtex" VALUES (?, ?)', ["better-bibtex.citekey", json.dumps({"data": rows})])
    else:
        connection.execute("CREATE TABLE citationkey (itemID, itemKey, libraryID, citationKey, pinned)")
        connection.executemany("INSERT INTO citationkey VALUES (?, ?, 1, ?, 0)", [(n, item, key) for n, (item, key) in enumerate(keys)])
    connection.commit()
    connection.close()


def library_of_a_thesis(file: Path) -> None:
    """The library that the READMEs speak of: a collection Tesis with a subcollection Teori, and the tag kota."""
    db = Database(file)
    works = [db.item(f"AAAA000{n}", title=title, by=["Lee, Min"], date="2019-00-00 2019") for n, title in enumerate(("Ports", "Docks"))]
    db.collection("Teori", works[1:], under=db.collection("Tesis", works[:1]))
    db.tag(works[0], "kota")
    db.save()
