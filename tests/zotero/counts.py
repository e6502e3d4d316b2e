"""Databases of Zotero counted by SQL and as litreview reads them: python -m tests.zotero.counts FILE.sqlite ...

Items, creators, dates, tags of both kinds, places in collections and annotations; the exit code is 1 where a number differs.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Mapping
from pathlib import Path

import litreview
from litreview import Zotero

_WORKS = """(SELECT itemID FROM items JOIN itemTypes USING (itemTypeID) WHERE typeName NOT IN ('note', 'attachment', 'annotation')
    AND itemID NOT IN (SELECT itemID FROM deletedItems) AND libraryID NOT IN (SELECT libraryID FROM feeds))"""
_QUERIES = {
    "items": "SELECT count(*) FROM {works}",
    "creators": "SELECT count(*) FROM itemCreators WHERE itemID IN {works}",
    "dates": "SELECT count(DISTINCT itemID) FROM itemData JOIN fieldsCombined USING (fieldID) LEFT JOIN baseFieldMappingsCombined USING (fieldID) "
    "WHERE (fieldName = 'date' OR baseFieldID = (SELECT fieldID FROM fieldsCombined WHERE fieldName = 'date')) AND itemID IN {works}",
    "own tags": "SELECT count(*) FROM itemTags WHERE type = 0 AND itemID IN {works}",
    "automatic tags": "SELECT count(*) FROM itemTags WHERE type = 1 AND itemID IN {works}",
    "places in collections": "SELECT count(*) FROM collectionItems WHERE itemID IN {works}",
    "annotations": "SELECT count(*) FROM itemAnnotations JOIN itemAttachments ON itemAnnotations.parentItemID = itemAttachments.itemID "
    "WHERE (coalesce(text, '') != '' OR coalesce(comment, '') != '') AND itemAttachments.parentItemID IN {works} "
    "AND itemAnnotations.itemID NOT IN (SELECT itemID FROM deletedItems) AND itemAttachments.itemID NOT IN (SELECT itemID FROM deletedItems)",
}


def by_sql(file: Path) -> Mapping[str, int]:
    """The numbers as the tables of the database hold them."""
    connection = sqlite3.connect(f"file:{file}?immutable=1", uri=True)
    try:
        return {name: int(connection.execute(query.format(works=_WORKS)).fetchone()[0]) for name, query in _QUERIES.items()}
    finally:
        connection.close()


def by_us(file: Path) -> Mapping[str, int]:
    """The same numbers of the studies that were read."""
    studies = litreview.load(Zotero("", file)).studies
    own = sum(name == "zotero:own-tag" for study in studies for name, _ in study.extra)
    beside = ("counsel", "cosponsor", "wordsBy", "commenter", "attorneyAgent")  # kinds of creators that CSL does not have
    unnamed = sum(name.removeprefix("zotero:") in beside for study in studies for name, _ in study.extra)
    return {
        "items": len(studies),
        "creators": sum(len(people) for study in studies for people in study.names.values()) + unnamed,
        "dates": sum(study.issued is not None for study in studies),
        "own tags": own,
        "automatic tags": sum(len(words) for study in studies for words in study.keywords.values()) - own,
        "places in collections": sum(name == "zotero:collection" for study in studies for name, _ in study.extra),
        "annotations": sum(mark.kind != "note" or mark.page is not None for study in studies for mark in study.highlights),
    }


def main(files: list[str]) -> int:
    """Print both numbers of each kind."""
    differ = False
    for file in map(Path, files):
        sql, ours = by_sql(file), by_us(file)
        print(file.name)
        for name, number in sql.items():
            print(f"  {name:22} {number:6} {ours[name]:6}{'' if number == ours[name] else '  DIFFERENT'}")
        differ = differ or sql != ours
    return int(differ)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
