"""One file, one part: the members of a family (formats, outputs, checks …) are the modules of a package, and what other packages bring.

Nothing registers itself and nothing happens at import: a family is listed when a member is first asked for. A package of somebody
else's brings a part by an entry point, of the group that the family has (`litreview.formats`, `litreview.checks` …), whose value names
the module that holds the constant (``FORMAT``, ``CHECK`` …) or the part itself. What it brings and cannot be used is left out, and
`broken` says so.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import Any, Protocol, TypeVar

import attrs

from litreview.errors import PartClash, Problem, fault

LAST = 1000
"""The place of a part that does not say where it stands: behind those that do."""

_GROUPS = "litreview."


class Named(Protocol):
    """Whatever can be a part: it has a name."""

    @property
    def name(self) -> str:
        """The name by which it is asked for."""
        ...


T = TypeVar("T", bound=Named)


@attrs.frozen
class Outside:
    """Something that another package brings: its entry point, and the name and version of the package."""

    group: str
    name: str
    value: str
    package: str


@attrs.frozen
class _Member:
    """A part, where it is from (for messages), and what is wrong with it, if it cannot be used."""

    part: Any
    source: str
    problem: Problem | None = None


def parts(package: str, constant: str, kind: type[T], group: str | None = None) -> tuple[T, ...]:
    """Every `constant` of type `kind` in the modules of `package`, by module name, then those that other packages bring to `group`.

    What another package brings and cannot be used is left out: see `broken`. Raises PartClash for two parts of one name.

    >>> from litreview.writers import Writer
    >>> [w.name for w in parts("litreview.writers", "WRITER", Writer)][:1]
    ['docx']
    """
    members = [*_inside(package, constant, kind), *(_outside(group, constant, kind, _path()) if group else ())]
    usable = [member for member in members if member.problem is None]
    sources: dict[str, str] = {}
    for member in usable:
        if member.part.name in sources:
            raise PartClash(group or package, member.part.name, sources[member.part.name], member.source)
        sources[member.part.name] = member.source
    return tuple(member.part for member in usable)


def listed(package: str, group: str) -> tuple[str, ...]:
    """The names of a family whose parts are called like their modules, and of what others bring, by name of the entry point: unloaded.

    >>> "draft" in listed("litreview.cli", "litreview.commands")
    True
    """
    return (*_modules(package), *(entry.name for entry in outside(group)))


def part(package: str, constant: str, kind: type[T], group: str, name: str) -> T | None:
    """The part called `name` of a family whose parts are called like their modules; only its own module is imported. None if there is none.

    Raises PartClash for two parts of one name.
    """
    if name not in _modules(package) or any(entry.name == name for entry in outside(group)):
        return next((member for member in parts(package, constant, kind, group) if member.name == name), None)
    found: object = getattr(importlib.import_module(f"{package}.{name}"), constant)
    return found if isinstance(found, kind) else None


def values(group: str, constant: str, kind: type | tuple[type, ...]) -> tuple[tuple[Outside, Any], ...]:
    """What other packages bring to a group that has no parts but data (tables, words), each with where it is from."""
    pairs = zip(outside(group), _outside(group, constant, kind, _path()), strict=True)
    return tuple((entry, member.part) for entry, member in pairs if member.problem is None)


def broken(group: str, constant: str, kind: Any) -> tuple[Problem, ...]:
    """What other packages bring to `group` and cannot be used: a problem each, which names the package, the part and the reason."""
    return tuple(member.problem for member in _outside(group, constant, kind, _path()) if member.problem is not None)


def advice(group: str, constant: str, kind: Any) -> str:
    """What to say beside a name that is not known: which packages bring something that cannot be used."""
    return "; ".join(
        f"{problem.get('package')} brings {problem.get('part')}, which cannot be used: {problem.get('detail')}"
        for problem in broken(group, constant, kind)
    )


def outside(group: str) -> tuple[Outside, ...]:
    """What other packages say they bring to `group`, by name; nothing of it is loaded."""
    return tuple(entry for entry in _listed(_path()) if entry.group == group)


def placed(members: Iterable[T], place: Callable[[T], int]) -> tuple[T, ...]:
    """The members in the order of the places that they state themselves; of one place, by name."""
    return tuple(sorted(members, key=lambda member: (place(member), member.name)))


def _path() -> tuple[str, ...]:
    """Where packages are looked for: when it changes, what was listed holds no longer."""
    return tuple(sys.path)


@cache
def _listed(path: tuple[str, ...]) -> tuple[Outside, ...]:
    entries = {entry for entry in _entry_points() if entry.group.startswith(_GROUPS)}
    brought = {
        Outside(entry.group, entry.name, entry.value, f"{entry.dist.name} {entry.dist.version}" if entry.dist else "") for entry in entries
    }
    return tuple(sorted(brought, key=lambda part: (part.group, part.name, part.package)))


@cache
def _modules(package: str) -> tuple[str, ...]:
    """The modules in which a package keeps its parts."""
    path = list(importlib.import_module(package).__path__)
    if not all(os.path.isdir(place) for place in path):  # in an archive
        return tuple(sorted(m.name for m in _iter_modules(path) if not m.name.startswith("_")))
    entries = [entry for place in path for entry in os.scandir(place) if not entry.name.startswith("_")]
    files = {entry.name.removesuffix(".py") for entry in entries if entry.name.endswith(".py")}
    folders = {entry.name for entry in entries if os.path.isfile(os.path.join(entry.path, "__init__.py"))}
    return tuple(sorted(files | folders))


@cache
def _inside(package: str, constant: str, kind: type) -> tuple[_Member, ...]:
    modules = [importlib.import_module(f"{package}.{name}") for name in _modules(package)]
    members = tuple(_Member(getattr(module, constant), module.__name__) for module in modules if hasattr(module, constant))
    for member in members:
        if not isinstance(member.part, kind):
            raise TypeError(f"{member.source}.{constant} must be a {kind.__name__}, not {type(member.part).__name__}")
    return members


@cache
def _outside(group: str, constant: str, kind: Any, path: tuple[str, ...]) -> tuple[_Member, ...]:
    return tuple(_loaded(entry, constant, kind) for entry in outside(group))


def _loaded(entry: Outside, constant: str, kind: Any) -> _Member:
    source = f"{entry.package} ({entry.value})"
    try:
        part = _object(entry.value)
        if isinstance(part, ModuleType) and (hasattr(part, constant) or not isinstance(part, kind)):
            part = getattr(part, constant)
    except Exception as error:  # whatever somebody else's module does when it is imported
        return _Member(None, source, _fault(entry, f"{type(error).__name__}: {error}"))
    if not isinstance(part, kind):
        kinds = kind if isinstance(kind, tuple) else (kind,)
        names = " or ".join(expected.__name__ for expected in kinds)
        return _Member(None, source, _fault(entry, f"it must be a {names}, not a {type(part).__name__}"))
    return _Member(part, source)


def _object(value: str) -> Any:
    """The module or the object that the value of an entry point names: ``module`` or ``module:object``."""
    module, _, names = value.partition(":")
    target: Any = importlib.import_module(module.strip())
    for name in filter(None, names.split("[")[0].strip().split(".")):
        target = getattr(target, name)
    return target


def _fault(entry: Outside, detail: str) -> Problem:
    return fault("part-broken", package=entry.package, part=f"{entry.name} ({entry.value})", group=entry.group, detail=detail)


@attrs.frozen
class Later:
    """A function named by its module, imported when it is first called: keeps heavy packages out of listings.

    >>> Later("json", "dumps")([1])
    '[1]'
    """

    module: str
    name: str

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        function: Callable[..., Any] = getattr(importlib.import_module(self.module), self.name)
        return function(*args, **kwargs)


_iter_modules = Later("pkgutil", "iter_modules")  # what it imports takes as long as all that a short command does
_entry_point_groups = Later("importlib.metadata", "entry_points")


def _entry_points() -> Iterator[Any]:
    """Every entry point of ours that an installed package has."""
    if not any(_may_bring(place) for place in sys.path):
        return  # asking importlib.metadata takes longer than all else that a short command does
    points = _entry_point_groups()
    for group in points.groups:
        if group.startswith(_GROUPS):
            yield from points.select(group=group)


def _may_bring(place: str) -> bool:
    """Whether a place where packages lie may hold one that brings parts: one of them says so, or the place is no folder."""
    try:
        metadata = [entry.path for entry in os.scandir(place or os.curdir) if entry.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return os.path.isfile(place)
    return any(_names_us(os.path.join(path, "entry_points.txt")) for path in metadata)


def _names_us(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return f"[{_GROUPS}".encode() in file.read()
    except OSError:
        return False
