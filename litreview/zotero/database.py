"""Zotero's database, opened as a copy of its own: Zotero may be running, its file is neither locked nor written."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from litreview.errors import Problem, ReadError, fault
from litreview.languages.failures import unreadable

BESIDE = ("-wal", "-journal")
"""What SQLite keeps beside a database while it is written: without it a copy may be of two minds."""
MAGIC = b"SQLite format 3\0"
KNOWN = 130
"""The newest version of the tables (``userdata``) that was looked at."""
_TRIES = 5
_NEEDED = {"items", "itemData", "itemDataValues", "itemTypes", "fields", "version"}


class Tables:
    """A database, by tables and columns that may be missing in the version at hand."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.names = {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

    def rows(self, table: str, *columns: str, order: str = "") -> list[tuple[Any, ...]]:
        """Every row of `table` as the values of `columns`; a column that there is not is None, a table that there is not has no rows."""
        if table not in self.names:
            return []
        there = {str(row[1]) for row in self.connection.execute(f'PRAGMA table_info("{table}")')}
        wanted = ", ".join(f'"{column}"' if column in there else "NULL" for column in columns)
        ordered = f' ORDER BY "{order}"' if order in there else ""
        return self.connection.execute(f'SELECT {wanted} FROM "{table}"{ordered}').fetchall()

    @property
    def version(self) -> int:
        """The version of the tables that hold what the user has."""
        return next((int(number) for schema, number in self.rows("version", "schema", "version") if schema == "userdata"), 0)


@contextmanager
def library_tables(file: Path, name: str) -> Iterator[Tables]:
    """The tables of a library of Zotero, as `copied`. Raises ReadError for a database that is of another program, too."""
    with copied(file, name) as tables:
        if not tables.names >= _NEEDED:
            raise unreadable(fault("zotero-foreign", file=name, severity="error", path=file.name))
        yield tables


@contextmanager
def copied(file: Path, name: str) -> Iterator[Tables]:
    """The tables of the database `file` in a copy that goes afterwards; `name` is for messages. Raises ReadError for one that is empty,
    encrypted or damaged, whenever that shows.
    """
    with tempfile.TemporaryDirectory(prefix="litreview-") as folder:
        copy = _copied(file, Path(folder), name)
        connection = None
        try:
            connection = sqlite3.connect(copy)
            connection.text_factory = partial(str, encoding="utf-8", errors="replace")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA query_only = ON")
            yield Tables(connection)
        except sqlite3.Error as error:
            raise unreadable(fault("zotero-damaged", file=name, severity="error", path=file.name, reason=str(error))) from error
        finally:
            if connection is not None:
                connection.close()


def newer(tables: Tables, name: str) -> tuple[Problem, ...]:
    """That the tables are newer than those that are known, if they are."""
    return (fault("zotero-newer", file=name, severity="info", version=tables.version),) if tables.version > KNOWN else ()


def _copied(file: Path, folder: Path, name: str) -> Path:
    """A copy of `file` with what lies beside it, made while none of them changed."""
    copy = folder / "copy.sqlite"
    try:
        for _ in range(_TRIES):
            before = _state(file)
            for suffix in ("", *BESIDE):
                source, target = Path(f"{file}{suffix}"), Path(f"{copy}{suffix}")
                target.unlink(missing_ok=True)
                if source.is_file():
                    shutil.copyfile(source, target)
            if _state(file) == before:
                break
        else:
            raise unreadable(fault("zotero-changing", file=name, severity="error", path=file.name))
        with copy.open("rb") as opened_copy:
            head = opened_copy.read(len(MAGIC))
    except OSError as error:
        raise _unopened(file, name, error) from error
    if head != MAGIC:
        code = "zotero-no-database" if head else "zotero-empty"
        raise unreadable(fault(code, file=name, severity="error", path=file.name))
    return copy


def _unopened(file: Path, name: str, error: OSError) -> ReadError:
    return unreadable(fault("zotero-damaged", file=name, severity="error", path=file.name, reason=error.strerror or str(error)))


def _state(file: Path) -> tuple[tuple[int, int] | None, ...]:
    states: list[tuple[int, int] | None] = []
    for suffix in ("", *BESIDE):
        try:
            said = Path(f"{file}{suffix}").stat()
            states.append((said.st_size, said.st_mtime_ns))
        except FileNotFoundError:
            states.append(None)
    return tuple(states)
