"""Citation keys of Better BibTeX, from its own database beside that of Zotero, in both forms that it has had."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from litreview.errors import Problem, ReadError
from litreview.zotero.database import Tables, copied

_DOCUMENTS = "better-bibtex"


def citation_keys(database: Path, name: str) -> tuple[Mapping[tuple[int, str], str], tuple[Problem, ...]]:
    """The keys by library and item key, from the file beside `database`: none where there is none, a problem where it is damaged."""
    beside = (database.with_name("better-bibtex.sqlite"), database.with_name(f"{database.stem}.better-bibtex.sqlite"))
    file = next((path for path in beside if path.is_file()), None)
    if file is None:
        return {}, ()
    try:
        with copied(file, name) as tables:
            return {**_documents(tables), **_table(tables)}, ()
    except ReadError as error:
        return {}, (attrs.evolve(error.problem, severity="warning"),) if error.problem else ()


def _table(tables: Tables) -> dict[tuple[int, str], str]:
    rows = tables.rows("citationkey", "libraryID", "itemKey", "citationKey")
    return {(int(library), str(key)): str(cited) for library, key, cited in rows if cited and key}


def _documents(tables: Tables) -> dict[tuple[int, str], str]:
    """The older form: a table of JSON documents, one of which lists the keys."""
    keys: dict[tuple[int, str], str] = {}
    for name, text in tables.rows(_DOCUMENTS, "name", "data"):
        if "citekey" not in str(name):
            continue
        for row in _listed(text):
            library, key, cited = row.get("libraryID"), row.get("itemKey"), row.get("citekey") or row.get("citationKey")
            if isinstance(library, int) and isinstance(key, str) and isinstance(cited, str) and cited:
                keys[library, key] = cited
    return keys


def _listed(text: object) -> list[dict[str, Any]]:
    try:
        value = json.loads(text if isinstance(text, str) else "")
    except (ValueError, RecursionError) as error:
        raise sqlite3.DatabaseError(str(error)) from error
    rows = value.get("data") if isinstance(value, dict) else value
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
