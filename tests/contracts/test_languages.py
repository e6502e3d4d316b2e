"""Every language says the same things: a file that lacks a line would show its reader a key instead of a sentence."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from slots import slots

from litreview.languages import tags

ROOT = Path(__file__).resolve().parents[2] / "litreview"
FILES = {tag: tomllib.loads((ROOT / "languages" / f"{tag}.toml").read_text(encoding="utf-8")) for tag in tags()}
SAME_KEYS = ("language", "labels", "problems", "problem-words", "messages", "help")
"""Sections that the program reads by key; the others hold vocabulary, of which each language has its own."""


def leaves(table: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key), value


@pytest.mark.parametrize("tag", FILES)
def test_the_same_sections_as_english(tag: str) -> None:
    assert set(FILES[tag]) == set(FILES["en"])


@pytest.mark.parametrize("tag", FILES)
@pytest.mark.parametrize("section", SAME_KEYS)
def test_the_same_lines_with_the_same_slots_as_english(tag: str, section: str) -> None:
    here, english = dict(leaves(FILES[tag][section])), dict(leaves(FILES["en"][section]))
    assert set(here) == set(english)
    for path, value in here.items():
        assert isinstance(value, str)
        assert value.strip(), path
        assert slots(value) == slots(str(english[path])), path


@pytest.mark.parametrize("tag", FILES)
def test_a_problem_is_one_line(tag: str) -> None:
    for code, sentence in FILES[tag]["problems"].items():
        assert "\n" not in sentence, code
        assert not sentence.endswith("."), f"{code}: file, line and key stand before it, so it is no sentence"


def codes(node: ast.expr) -> set[str]:
    """The codes an argument can be, as far as the source shows it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return codes(node.body) | codes(node.orelse)
    return set()


def faults() -> list[tuple[str, str, set[str], bool]]:
    """(place, code, slots given, whether further ones may be given) for each `fault` in the source, and each `found` of a check."""
    listed = []
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("fault", "found") and node.args:
                given = {k.arg for k in node.keywords if k.arg} - {"key", "file", "line", "severity"}
                more = any(k.arg is None for k in node.keywords)
                listed += [(f"{path.relative_to(ROOT)}:{node.lineno}", code, given, more) for code in codes(node.args[0])]
    return listed


def test_every_fault_has_its_line_and_fills_its_slots() -> None:
    listed = faults()
    assert len(listed) > 20
    for place, code, given, more in listed:
        assert code in FILES["en"]["problems"], f"{place}: no line for {code!r} in [problems]"
        lacking = slots(FILES["en"]["problems"][code]) - given
        assert more or not lacking, f"{place}: {code!r} does not fill {lacking}"


def test_no_line_is_for_nothing() -> None:
    """A code stands in the source whole, or its beginning does in an f-string that ends it by a value."""
    whole: set[str] = set()
    begun: set[str] = set()
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
    begun = {start for start in begun if start.endswith("-") and len(start) > 4}
    assert [code for code in FILES["en"]["problems"] if code not in whole and not code.startswith(tuple(begun))] == []
