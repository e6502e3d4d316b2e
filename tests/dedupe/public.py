"""How well duplicates are found in a public labelled set. ``python -m tests.dedupe.public FILE.csv``, where FILE has a row a record.

The columns are those of ASySD's test set: author, title, year, journal, abstract, doi, number, pages, volume, isbn, record_id, and source,
which is "unique" for the record that people kept and "duplicate" for those they took out. A group of records that are called one should
hold just one that was kept: each further one is a false removal.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from litreview.formats._dates import worded
from litreview.formats._raw_record import RawRecord
from litreview.formats.table.people import persons
from litreview.library.duplicates import duplicates
from litreview.record import Study, library_of

_PLAIN = {"title": "title", "journal": "container-title", "number": "issue", "pages": "page", "volume": "volume"}


def study(row: Mapping[str, str]) -> Study:
    """A row as a study, its number the key."""
    stated = {column: "" if value == "NA" else value.strip() for column, value in row.items()}
    raw_record = RawRecord("table", "", 1)
    raw_record.type, raw_record.key = "article-journal", stated["record_id"]
    for column, variable in _PLAIN.items():
        raw_record.text(variable, stated[column], column)
    for person in persons(re.sub(r"\.(?=[A-Z][a-z])", ".; ", stated["author"])):  # the names run on
        raw_record.person("author", person)
    raw_record.date("issued", worded(stated["year"]) if stated["year"] else None, "year", stated["year"])
    raw_record.doi(stated["doi"], "doi")
    raw_record.serial(stated["isbn"].replace("\n", "; "), book=False)
    return raw_record.study()


def groups(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """The keys that hang together."""
    together: dict[str, set[str]] = {}
    for first, second in pairs:
        joined = together.get(first, {first}) | together.get(second, {second})
        together |= dict.fromkeys(joined, joined)
    return list({id(group): group for group in together.values()}.values())


if __name__ == "__main__":
    rows = list(csv.DictReader(Path(sys.argv[1]).read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)))
    kept = {row["record_id"] for row in rows if row["source"] == "unique"}
    strengths: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in duplicates(library_of([study(row) for row in rows])):
        strengths[pair.strength].append((pair.first, pair.second))
    print(f"{len(rows)} records, {len(rows) - len(kept)} of them second ones")
    for name, pairs in (("certain", strengths["certain"]), ("certain or strong", strengths["certain"] + strengths["strong"])):
        removed = sum(len(group) - 1 for group in groups(pairs))
        wrong = sum(max(0, len(group & kept) - 1) for group in groups(pairs))
        right = removed - wrong
        print(f"{name}: precision {right / max(1, removed):.2%}, recall {right / (len(rows) - len(kept)):.2%}")
