"""The public names of litreview: one list, every type a caller meets among them, nothing else on show."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
import types
import typing
import warnings
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import litreview
from litreview._former import FORMER

SOURCE = Path(litreview.__file__)

PUBLIC_HOMES = {
    "litreview.document.nodes": "the document tree, with which a caller works by its module",
}
"""Modules whose types are reached by the module, not by `litreview`."""


def test_type_checkers_see_the_names_there_are() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = {alias.asname: (line.module, alias.name) for line in block.body if isinstance(line, ast.ImportFrom) for alias in line.names}
    assert seen == {name: (home, name) for name, home in litreview._PUBLIC.items()}
    assert litreview.__all__ == sorted(litreview._PUBLIC)


def test_only_our_names_are_on_show() -> None:
    assert dir(litreview) == sorted([*litreview.__all__, "__version__"])
    for name in litreview.__all__:
        assert getattr(litreview, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'importlib'"):
        _ = litreview.importlib


def test_importing_stays_cheap() -> None:
    code = "import sys, litreview; print(sorted(n for n in sys.modules if n.startswith('litreview.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=SOURCE.parent.parent)
    assert done.stdout.strip() == "['litreview._former', 'litreview._version']"


def test_every_function_that_takes_studies_is_of_the_face() -> None:
    for name in litreview.__all__:
        value = getattr(litreview, name)
        if inspect.isfunction(value) and _types(value) & {litreview.Library, litreview.Library.__mro__[1]}:
            assert value.__module__.startswith("litreview.api."), name


def _annotations(value: object) -> Iterator[object]:
    """The annotations that a caller of `value` meets: of a function, of the fields and public methods of a class."""
    homes = {**vars(sys.modules[value.__module__])}
    if inspect.isclass(value):
        for member in value.__mro__[:-1]:
            if not member.__module__.startswith("litreview"):
                continue
            home = {**vars(sys.modules[member.__module__]), **_checking(member.__module__)}
            yield from (_known(hint, home) for name, hint in inspect.get_annotations(member).items() if not name.startswith("_"))
            for name, part in vars(member).items():
                function = part.fget if isinstance(part, property) else getattr(part, "__func__", part)
                if inspect.isfunction(function) and (not name.startswith("_") or (name == "__init__" and not attrs.has(member))):
                    yield from (_known(hint, home) for hint in function.__annotations__.values())
    elif inspect.isfunction(value):
        yield from (_known(hint, {**homes, **_checking(value.__module__)}) for hint in value.__annotations__.values())
    else:
        yield value


def _checking(module: str) -> dict[str, object]:
    """What a module imports for type checkers alone."""
    tree = ast.parse(Path(str(sys.modules[module].__file__)).read_text(encoding="utf-8"))
    blocks = [node for node in tree.body if isinstance(node, ast.If)]
    lines = [line for block in blocks for line in block.body if isinstance(line, ast.ImportFrom)]
    return {a.asname or a.name: getattr(__import__(str(line.module), fromlist=["x"]), a.name) for line in lines for a in line.names}


def _known(hint: object, names: dict[str, object]) -> object:
    return eval(hint, names) if isinstance(hint, str) else hint


def _types(value: object) -> set[type]:
    """Every type of ours in the annotations of `value`."""
    found: set[type] = set()
    waiting = list(_annotations(value))
    while waiting:
        one = waiting.pop()
        waiting += typing.get_args(one)
        if inspect.isclass(one) and one.__module__.startswith("litreview.") and not isinstance(one, types.GenericAlias):
            found.add(one)
        elif isinstance(one, typing.TypeVar) and one.__bound__ is not None:
            waiting.append(one.__bound__)
    return found


def test_every_type_that_a_caller_meets_is_public() -> None:
    public = {getattr(litreview, name) for name in litreview.__all__}
    public |= {base for one in public if inspect.isclass(one) for base in one.__mro__}  # `record.Library` is met as `Library`
    hidden = {}
    for name in litreview.__all__:
        for one in _types(getattr(litreview, name)) - public:
            if one.__module__ not in PUBLIC_HOMES:
                hidden.setdefault(f"{one.__module__}.{one.__name__}", set()).add(name)
    assert hidden == {}


def test_the_walk_finds_what_is_not_public() -> None:
    assert _types(litreview.draft) >= {litreview.Outline, litreview.Review}
    assert litreview.Claim in _types(litreview.Ledger)


@pytest.mark.parametrize("name", FORMER)
def test_a_former_name_works_and_names_the_new_one(name: str) -> None:
    holder, _, member = name.rpartition(".")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        if holder == "Fixed":
            assert getattr(litreview.Fixed((), ("x",)), member) == ("x",)
        else:
            assert callable(getattr(litreview, member))
    (warning,) = caught
    assert warning.category is DeprecationWarning
    assert FORMER[name] in str(warning.message)
    assert warning.filename == __file__
    assert name not in dir(litreview)
