"""Concepts: the terms of the field in every language, so that studies are compared by what they mean, not by their words.

Every ``*.toml`` beside this module is one domain: a table per concept with its ``kinds`` and its terms by language, the first of
which is its label. A term stands for one concept only. A caller's own tables come in as paths: nothing is registered. Other packages
bring tables by an entry point of the group ``litreview.concepts``, whose value names a path, or a package in whose folder they stand.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs

from litreview._parts import broken, values
from litreview.concepts.terms import Found, Terms, longest_first
from litreview.errors import Problem, ReadError, UnknownName, fault
from litreview.record import LangList, LangText

_FOLDER = Path(__file__).parent

GROUP = "litreview.concepts"
_TABLE = (Path, str, ModuleType)

KINDS = ("approach", "technique", "data", "framework", "sector", "aim", "topic", "background")
"""What a concept can be: approach and technique of a study, source of data, theory worked with, field of action, what an aim asks about,
topic, and what studies say of their field in general."""


GENERAL = frozenset({"aim", "background"})
"""Kinds whose terms are everyday words ("relations", "effort")."""


@attrs.frozen
class Concept:
    """One concept: its id, the kinds of thing it can be, and its terms by language (the first of each is the label)."""

    id: str
    kinds: tuple[str, ...]
    terms: LangList

    @property
    def labels(self) -> LangText:
        """The usual term in each language."""
        return LangText([(tag, listed[0]) for tag, listed in self.terms.items()])

    def label(self, tag: str) -> str:
        """The usual term in the language `tag`, else in any.

        >>> concept("paradiplomacy").label("id")
        'paradiplomasi'
        """
        found = self.terms.best(tag)
        return found[1][0] if found else self.id


@cache
def concepts(extra: tuple[Path, ...] = ()) -> tuple[Concept, ...]:
    """Every concept there is, by id; `extra` are paths of further tables in the same shape, whose entries win.

    Raises ReadError for a table that cannot be read, names an unknown kind or has a concept without terms.
    """
    found: dict[str, Concept] = {}
    for path in (*sorted(_FOLDER.glob("*.toml")), *_outside_tables(), *extra):
        for name, table in _read(path).items():
            found[name] = _concept(name, table, path)
    return tuple(found[name] for name in sorted(found))


def _outside_tables() -> tuple[Path, ...]:
    """The tables of other packages that can be read, by the names of their entry points."""
    found = [path for _, value in values(GROUP, "CONCEPTS", _TABLE) for path in _paths(value)]
    return tuple(path for path in found if _unreadable(path) is None)


def broken_tables() -> tuple[Problem, ...]:
    """What other packages bring as tables of concepts and cannot be used, each as a problem."""
    unreadable = (
        fault("part-broken", package=entry.package, part=f"{entry.name} ({entry.value})", group=GROUP, detail=detail)
        for entry, value in values(GROUP, "CONCEPTS", _TABLE)
        for detail in [_unreadable(path) for path in _paths(value)] or ["it has no table"]
        if detail is not None
    )
    return (*broken(GROUP, "CONCEPTS", _TABLE), *unreadable)


def _paths(value: Path | str | ModuleType) -> tuple[Path, ...]:
    """The tables that a value names: a file, or those of a folder or of a package."""
    if isinstance(value, ModuleType):
        return tuple(sorted(table for folder in getattr(value, "__path__", ()) for table in Path(folder).glob("*.toml")))
    path = Path(value)
    return tuple(sorted(path.glob("*.toml"))) if path.is_dir() else (path,)


def _unreadable(path: Path) -> str | None:
    """What is wrong with a table, if anything."""
    try:
        for name, table in _read(path).items():
            _concept(name, table, path)
    except ReadError as error:
        return str(error)
    return None


@cache
def term_languages() -> tuple[str, ...]:
    """The tags of the languages in which any concept has terms, sorted."""
    return tuple(sorted({tag for found in concepts() for tag in found.terms}))


@cache
def concept_ids() -> frozenset[str]:
    """The ids of all concepts, to tell a concept from a value that has only words."""
    return frozenset(found.id for found in concepts())


def concept(name: str, extra: tuple[Path, ...] = ()) -> Concept:
    """The concept with the id `name`. Raises UnknownName, which offers the nearest."""
    table = _by_id(extra)
    if name not in table:
        raise UnknownName("concept", name, table)
    return table[name]


def find(text: str, language: str, kind: str | None = None, extra: tuple[Path, ...] = ()) -> tuple[Found[Concept], ...]:
    """Where terms of concepts stand in `text`, in order, never overlapping, the longest term first.

    `language` is the tag of the text; `kind` keeps the concepts of one of `KINDS` (without it, those whose words are too general to mean
    anything by themselves, what an aim asks about and the background, are left out). Each `Found` has ``value`` (the `Concept`),
    ``start`` and ``end`` (code points in `text`, end exclusive). A term matches whole words whatever their case, its hyphens
    and a plain plural or clitic; a term written in capitals (an acronym) matches only in capitals.

    >>> [(f.value.id, f.start, f.end) for f in find("The concept of sister-cities", "en")]
    [('sister-city', 15, 28)]
    """
    hits = _hits(text, language.split("-")[0], extra)
    return longest_first(hit for hit in hits if (kind in hit.value.kinds if kind else set(hit.value.kinds) - GENERAL))


@cache
def _by_id(extra: tuple[Path, ...]) -> dict[str, Concept]:
    return {c.id: c for c in concepts(extra)}


@lru_cache(maxsize=512)
def _hits(text: str, language: str, extra: tuple[Path, ...]) -> tuple[Found[Concept], ...]:
    """All terms in `text`: kept for a while, since one sentence is searched for one kind after another."""
    return tuple(_terms(language, extra).find(text))


@cache
def _terms(language: str, extra: tuple[Path, ...]) -> Terms[Concept]:
    return Terms.of(((term, c) for c in concepts(extra) for term in c.terms.get(language, ())), language)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadError(f"not a table of concepts: {error}", path=path.name) from error


def _concept(name: str, table: object, path: Path) -> Concept:
    if not isinstance(table, dict):
        raise ReadError(f"concept {name}: expected a table [{name}] with kinds and terms", path=path.name)
    kinds = tuple(str(kind) for kind in table.get("kinds", ()))
    for kind in kinds:
        if kind not in KINDS:
            raise ReadError(str(UnknownName("kind of concept", kind, KINDS)), path=path.name)
    terms = LangList({tag: tuple(str(t) for t in listed) for tag, listed in table.items() if tag != "kinds" and listed})
    if not terms:
        raise ReadError(f'concept {name}: no terms; give it at least one, such as en = ["…"]', path=path.name)
    return Concept(name, kinds, terms)
