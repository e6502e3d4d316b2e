"""Concepts: the terms of the field in every language, so that studies are compared by what they mean, not by their words.

Every ``*.toml`` beside this module, and in the folders ``methods``, ``sources`` and ``theories``, is one group of them: a table per concept
with its ``kinds`` and its terms by language, the first of which is its label. A term stands for one concept only. A caller's own concepts
are handed in (`extra`): nothing is registered. Other packages bring tables by an entry point of the group ``litreview.concepts``, whose
value names a path, or a package in whose folder they stand.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from litreview._parts import broken, values
from litreview.concepts.structure import KINDS, WHOLE, NoConcept, structure
from litreview.concepts.terms import WORD, Found, Terms, fold, longest_first
from litreview.errors import Problem, ReadError, UnknownName, fault
from litreview.languages.failures import unreadable
from litreview.record import Concept

__all__ = ["GENERAL", "KINDS", "Concept", "broken_tables", "clashes", "concept", "concept_ids", "concepts", "find", "term_languages"]

_FOLDER = Path(__file__).parent
_GROUPS = ("*.toml", "methods/*.toml", "sources/*.toml", "theories/*.toml")

GROUP = "litreview.concepts"
_TABLE = (Path, str, ModuleType)

GENERAL = frozenset({"aim", "background"})
"""Kinds whose terms are everyday words ("relations", "effort")."""


@cache
def concepts(extra: tuple[Concept, ...] = ()) -> tuple[Concept, ...]:
    """Every concept there is, by id; one of `extra` stands for that of the same id in our tables or those of other packages.

    Words that only stand as a whole are none of them.
    """
    return tuple(one for one in _every(extra) if one.kinds != ("compound",))


@cache
def _every(extra: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """The concepts, and the words that stand as a whole."""
    by_id = {**_tabled(), **{one.id: one for one in extra}}
    return tuple(by_id[name] for name in sorted(by_id))


def _outside_tables() -> tuple[Path, ...]:
    """The tables of other packages that can be read, by the names of their entry points."""
    tables = [path for _, value in values(GROUP, "CONCEPTS", _TABLE) for path in _paths(value)]
    return tuple(path for path in tables if _unreadable(path) is None)


def broken_tables() -> tuple[Problem, ...]:
    """What other packages bring as tables of concepts and cannot be used, each as a problem."""
    useless = (
        fault("part-broken", package=entry.package, part=f"{entry.name} ({entry.value})", group=GROUP, detail=detail)
        for entry, value in values(GROUP, "CONCEPTS", _TABLE)
        for detail in [_unreadable(path) for path in _paths(value)] or ["it has no table"]
        if detail is not None
    )
    return (*broken(GROUP, "CONCEPTS", _TABLE), *useless)


def _paths(value: Path | str | ModuleType) -> tuple[Path, ...]:
    """The tables that a value names: a file, or those of a folder or of a package."""
    if isinstance(value, ModuleType):
        return tuple(sorted(table for folder in getattr(value, "__path__", ()) for table in Path(folder).glob("*.toml")))
    path = Path(value)
    return tuple(sorted(path.glob("*.toml"))) if path.is_dir() else (path,)


def _unreadable(path: Path) -> str | None:
    """What is wrong with a table, if anything."""
    try:
        _table(path)
    except ReadError as error:
        return str(error)
    return None


@cache
def term_languages(extra: tuple[Concept, ...] = ()) -> tuple[str, ...]:
    """The tags of the languages in which any concept has terms, sorted."""
    return tuple(sorted({tag for found in concepts(extra) for tag in found.terms}))


@cache
def concept_ids(extra: tuple[Concept, ...] = ()) -> frozenset[str]:
    """The ids of all concepts, to tell a concept from a value that has only words."""
    return frozenset(found.id for found in concepts(extra))


def concept(name: str, extra: tuple[Concept, ...] = ()) -> Concept:
    """The concept with the id `name`. Raises UnknownName, which offers the nearest.

    >>> concept("paradiplomacy").label("id")
    'paradiplomasi'
    """
    table = _by_id(extra)
    if name not in table:
        raise UnknownName("concept", name, table)
    return table[name]


def find(text: str, language: str, kind: str | None = None, extra: tuple[Concept, ...] = ()) -> tuple[Found[Concept], ...]:
    """Where terms of concepts stand in `text`, in order, never overlapping, the longest term first.

    `language` is the tag of the text; `kind` keeps the concepts of one of `KINDS` (without it, those whose words are too general to mean
    anything by themselves, what an aim asks about and the background, are left out). Each `Found` has ``value`` (the `Concept`),
    ``start`` and ``end`` (code points in `text`, end exclusive). A term matches whole words whatever their case, its hyphens
    and a plain plural or clitic; a term written in capitals (an acronym) matches only in capitals. Nothing counts within words that stand
    as a whole (kinds of `WHOLE`).

    >>> [(f.value.id, f.start, f.end) for f in find("The concept of sister-cities", "en")]
    [('sister-city', 15, 28)]
    """
    hits = _hits(text, language.split("-")[0], extra)
    if not hits:
        return ()
    wanted, weighed = _wanted(kind)
    longest = longest_first(hit for hit in hits if not weighed.isdisjoint(hit.value.kinds))
    return tuple(hit for hit in longest if not wanted.isdisjoint(hit.value.kinds))


@cache
def _wanted(kind: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of concepts that a search is for, and those whose words it looks at besides."""
    wanted = frozenset({kind} if kind else set(KINDS) - GENERAL - {"compound"})
    return wanted, wanted | WHOLE | ({"technique"} if kind == "data" else frozenset())  # "analysis of secondary data" is no source


@cache
def _by_id(extra: tuple[Concept, ...]) -> dict[str, Concept]:
    return {c.id: c for c in concepts(extra)}


@lru_cache(maxsize=512)
def _hits(text: str, language: str, extra: tuple[Concept, ...]) -> tuple[Found[Concept], ...]:
    """All terms in `text`: kept for a while, since one sentence is searched for one kind after another."""
    return tuple(_terms(language, extra).find(text))


@cache
def _terms(language: str, extra: tuple[Concept, ...]) -> Terms[Concept]:
    # where a concept has the very words that elsewhere only stand as a whole, it comes first, and so is the one found
    every = sorted(_every(extra), key=lambda one: one.kinds == ("compound",))
    return Terms.of(((term, one) for one in every for term in one.terms.get(language, ())), language)


def clashes(new: Concept, extra: tuple[Concept, ...] = ()) -> tuple[tuple[str, str, str], ...]:
    """The terms of `new` that stand for another concept too, of ours or of `extra`: (language, term, id of the other)."""
    return tuple(
        (tag, term, other)
        for tag, listed in new.terms.items()
        for term in listed
        for other in sorted(_owners(tag, extra).get(_folded(term, tag), set()) - {new.id})
    )


@cache
def _owners(tag: str, extra: tuple[Concept, ...]) -> Mapping[str, set[str]]:
    """Which concepts each term of a language stands for."""
    by_term: dict[str, set[str]] = {}
    for one in concepts(extra):
        for term in one.terms.get(tag, ()):
            by_term.setdefault(_folded(term, tag), set()).add(one.id)
    return by_term


def _folded(term: str, tag: str) -> str:
    return " ".join(fold(word, tag) for word in WORD.findall(term))


@cache
def _tabled() -> Mapping[str, Concept]:
    """The concepts of our tables, then those of other packages."""
    by_id: dict[str, Concept] = {}
    for path in (*sorted(path for group in _GROUPS for path in _FOLDER.glob(group)), *_outside_tables()):
        by_id |= _table(path)
    return by_id


def _table(path: Path) -> dict[str, Concept]:
    """The concepts of one table. Raises ReadError."""
    by_id: dict[str, Concept] = {}
    for name, table in _read(path).items():
        try:
            by_id[name] = structure(name, table)
        except NoConcept as error:
            raise unreadable(error.problem.at(path.name)) from error
    return by_id


def _read(path: Path) -> Mapping[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadError(f"not a table of concepts: {error}", path=path.name) from error
