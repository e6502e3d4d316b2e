"""No pattern that is searched for begins with any number of spaces before something else: over many spaces that takes time by their square.

``\\s*;`` tried at each of n spaces reads all behind it again; ``(?:(?<!\\s)\\s+)?;`` begins where the spaces do, or at the sign itself.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

import litreview

ROOT = Path(litreview.__file__).parent
SEARCHES = frozenset(("sub", "subn", "split", "search", "findall", "finditer"))
MANY = (kinds.MAX_REPEAT, kinds.MIN_REPEAT)
OURS = {("litreview.analysis.shapes", "_RULE"): "reads the rules of our own language files"}
"""Patterns that see no text of strangers, each with the reason."""


def searched(path: Path) -> Iterator[tuple[str, int, str]]:
    """The module, the line and the pattern of each search in a file whose pattern stands there or in a constant of the module."""
    name = ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")
    module = importlib.import_module(name)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SEARCHES):
            continue
        if not isinstance(node.func.value, ast.Name) or (name, node.func.value.id) in OURS:
            continue
        first = node.args[0] if node.args and node.func.value.id == "re" else None
        constant = getattr(module, node.func.value.id, None)
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield name, node.lineno, first.value
        elif isinstance(constant, re.Pattern) and isinstance(constant.pattern, str):
            yield name, node.lineno, constant.pattern


def begins_with_many_spaces(pattern: str) -> bool:
    """Whether a way through `pattern` begins with spaces without end and goes on.

    >>> [begins_with_many_spaces(pattern) for pattern in (r"\\s*;", r"a|(\\s+)b", r"\\s+", r"(?<!\\s)\\s+;", r"(?:(?<!\\s)\\s+)?;")]
    [True, True, False, False, False]
    """
    return _spaces_lead(parser.parse(pattern), goes_on=False)


def _spaces_lead(items: object, goes_on: bool) -> bool:
    listed = list(items)  # type: ignore[call-overload]
    for number, (kind, value) in enumerate(listed):
        behind = goes_on or number + 1 < len(listed)
        if kind is kinds.BRANCH:
            return any(_spaces_lead(branch, behind) for branch in value[1])
        if kind is kinds.SUBPATTERN:
            if _spaces_lead(value[3], behind):
                return True
        elif kind in MANY:
            least, most, repeated = value
            if most is kinds.MAXREPEAT and behind and all(_is_spaces(item) for item in repeated):
                return True
            if _spaces_lead(repeated, goes_on=True) or least:
                return _spaces_lead(repeated, goes_on=True)
            continue
        return False
    return False


def _is_spaces(item: tuple[object, object]) -> bool:
    space = (kinds.CATEGORY, kinds.CATEGORY_SPACE)
    return item == (kinds.LITERAL, 32) or (item[0] is kinds.IN and space in item[1])  # type: ignore[operator]


@pytest.mark.parametrize(
    ("pattern", "square"), [(r"\s*;", True), (r"a|(\s+)b", True), (r"\s+", False), (r"(?<!\s)\s+;", False), (r"(?:(?<!\s)\s+)?;", False)]
)
def test_patterns_of_the_square_are_told(pattern: str, square: bool) -> None:
    assert begins_with_many_spaces(pattern) is square


def test_no_searched_pattern_begins_with_any_number_of_spaces() -> None:
    every = {found for path in sorted(ROOT.rglob("*.py")) for found in searched(path)}
    assert len(every) > 300
    assert [f"{name}:{line}: {pattern}" for name, line, pattern in sorted(every) if begins_with_many_spaces(pattern)] == []
