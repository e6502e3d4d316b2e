"""Every language says the same things: a file that lacks a line would show its reader a key instead of a sentence."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from slots import slots

from litreview.errors import MissingWord, UnknownName
from litreview.languages import SECTIONS, language, tags
from tests.sources import tree

ROOT = Path(__file__).resolve().parents[2] / "litreview"
FILES = {
    tag: {part: tomllib.loads((ROOT / "languages" / tag / f"{part}.toml").read_text(encoding="utf-8")) for part in SECTIONS}
    for tag in tags()
}
PROBLEMS = {tag: files["interface"]["problems"] for tag, files in FILES.items()}

OWN = {
    ("words",): "parts of patterns are named for what the language has",
    ("aspects", "aim_active"): "a language has its own verbs",
    ("anchors", "words"): "a language sorts its words in its own way",
    ("anchors", "verbs"): "a language has its own verbs",
    ("anchors", "macros"): "a language builds its rules in its own way",
    ("anchors", "demonyms"): "a language may name countries by adjectives, or by their names alone",
    ("aspects", "level_before"): "some languages set the level of a place before its name",
    ("aspects", "level_after"): "and some behind it",
    ("blocks", "genres"): "a country has its own kinds of theses",
    ("drafts", "tens"): "number words are built in each language's own way",
    ("drafts", "more_numbers"): "so is what is not built",
    ("drafts", "quantifiers"): "a language has its own words of how much and how often",
    ("locators",): "no language has a word for every kind of place",
}
"""Tables of which each language has its own keys; all others are asked for by key."""

OPTIONAL = {
    ("blocks", "this_before"): 'a language sets "this" before what it points at',
    ("blocks", "this_behind"): "or behind it",
    ("blocks", "thesis"): "where the kinds of theses are many, they are listed",
    ("blocks", "furniture", "before_uploader"): "what the software of some repositories prints, in its own language",
    ("blocks", "furniture", "behind_uploader"): "the same",
}
"""Keys that a language may lack."""

OWN_SLOTS = {("chapter", "number"): "a chapter is numbered in Roman or in Arabic figures"}


def leaves(table: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in table.items():
        if isinstance(value, Mapping) and (*path, key) not in OWN:
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key), value


def filled(value: object) -> set[str]:
    """The slots of a text, or of any of a list of texts, but for those that only choose a form ({n:is|are})."""
    texts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    parsed = (field for text in texts if isinstance(text, str) for field in Formatter().parse(text))
    return {name for _, name, form, _ in parsed if name is not None and not form}


@pytest.mark.parametrize("tag", FILES)
@pytest.mark.parametrize("part", SECTIONS)
def test_each_section_stands_in_exactly_its_file(tag: str, part: str) -> None:
    assert set(FILES[tag][part]) == set(SECTIONS[part])
    listed = [section for sections in SECTIONS.values() for section in sections]
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("tag", FILES)
@pytest.mark.parametrize("part", SECTIONS)
def test_the_same_keys_of_the_same_kind_as_english(tag: str, part: str) -> None:
    here, english = dict(leaves(FILES[tag][part])), dict(leaves(FILES["en"][part]))
    assert set(here) ^ set(english) <= set(OPTIONAL)
    if part != "reading":
        for path, value in here.items():
            assert isinstance(value, str | list), path
            assert value, path


@pytest.mark.parametrize("tag", FILES)
@pytest.mark.parametrize("part", ["interface", "prose"])
def test_the_same_slots_as_english(tag: str, part: str) -> None:
    here, english = dict(leaves(FILES[tag][part])), dict(leaves(FILES["en"][part]))
    different = {path: filled(value) ^ filled(english[path]) for path, value in here.items() if path not in OWN_SLOTS}
    assert {path: slot for path, slot in different.items() if slot} == {}


@pytest.mark.parametrize("tag", FILES)
def test_every_pattern_compiles(tag: str) -> None:
    spoken = language(tag)
    for section in ("aspects", "definitions"):
        for path, value in leaves(FILES[tag]["reading"][section], (section,)):
            if path in OWN or not any(sign in str(value) for sign in "\\^$("):
                continue
            alone = path[-1] not in ("aim", "question", "finding", "framework", "data", "period") and path[-2:-1] != ("opposites",)
            for pattern in [value] if alone else value if isinstance(value, list) else []:
                re.compile(spoken.regex(pattern))


@cache
def asked() -> list[tuple[str, str, str]]:
    """(place, section, key) of each word that the source asks for by name: ``….section("x")["y"]``, or through a local name for a section."""

    def section_of(node: ast.expr, local: Mapping[str, str]) -> str | None:
        if isinstance(node, ast.Name):
            return local.get(node.id)
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "section" and node.args
        name = node.args[0] if called and isinstance(node, ast.Call) else None
        return name.value if isinstance(name, ast.Constant) and isinstance(name.value, str) else None

    listed = []
    for path in sorted(ROOT.rglob("*.py")):
        if ".section(" not in path.read_text(encoding="utf-8"):
            continue
        for function in ast.walk(tree(path)):
            if not isinstance(function, ast.FunctionDef):
                continue
            local: dict[str, str] = {}
            for node in ast.walk(function):
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and (name := section_of(node.value, {})):
                    local[node.targets[0].id] = name
            for node in ast.walk(function):
                if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
                    name = section_of(node.value, local)
                    listed += [(f"{path.relative_to(ROOT)}:{node.lineno}", name, node.slice.value)] if name else []
    return listed


@pytest.mark.parametrize("tag", FILES)
def test_every_word_that_the_source_asks_for_is_there(tag: str) -> None:
    listed = asked()
    assert len(listed) > 60
    sections = {name: section for part in FILES[tag].values() for name, section in part.items()}
    assert [(place, section, key) for place, section, key in listed if key not in sections.get(section, {})] == []


def test_a_missing_word_is_told_by_section_key_and_file() -> None:
    with pytest.raises(MissingWord, match=r'^litreview/languages/id/prose\.toml lacks "no-such-word" in \[labels\]: add it there$'):
        language("id").label("no-such-word")
    with pytest.raises(MissingWord, match=r'en/prose\.toml lacks "no-such" in \[comparison\.clauses\]'):
        language("en").section("comparison")["clauses"]["no-such"]
    with pytest.raises(UnknownName, match="section of a language"):
        language("en").section("no-such-section")


def test_messages_cost_no_reading_of_the_other_files() -> None:
    code = (
        "import sys\nopened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        "from litreview.cli import main\ntry:\n    main(['check', '--help'])\nexcept SystemExit:\n    pass\n"
        "print([name.rsplit('/')[-1] for name in opened if name.endswith('.toml') and 'languages' in name], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env={**os.environ, "LANG": "id_ID"})
    assert "'interface.toml'" in done.stderr
    assert "prose.toml" not in done.stderr
    assert "reading.toml" not in done.stderr


@pytest.mark.parametrize("tag", FILES)
def test_a_problem_is_one_line(tag: str) -> None:
    for code, sentence in PROBLEMS[tag].items():
        assert "\n" not in sentence, code
        assert not sentence.endswith("."), f"{code}: file, line and key stand before it, so it is no sentence"


def codes(node: ast.expr) -> set[str]:
    """The codes an argument can be, as far as the source shows it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return codes(node.body) | codes(node.orelse)
    return set()


@cache
def faults() -> list[tuple[str, str, set[str], bool]]:
    """(place, code, slots given, whether further ones may be given) for each `fault` in the source, and each `found` of a check."""
    listed = []
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("fault", "found") and node.args:
                given = {k.arg for k in node.keywords if k.arg} - {"key", "file", "line", "severity"}
                more = any(k.arg is None for k in node.keywords)
                listed += [(f"{path.relative_to(ROOT)}:{node.lineno}", code, given, more) for code in codes(node.args[0])]
    return listed


def test_every_fault_has_its_line_and_fills_its_slots() -> None:
    listed = faults()
    assert len(listed) > 20
    for place, code, given, more in listed:
        assert code in PROBLEMS["en"], f"{place}: no line for {code!r} in [problems]"
        lacking = slots(PROBLEMS["en"][code]) - given
        assert more or not lacking, f"{place}: {code!r} does not fill {lacking}"


def test_no_line_is_for_nothing() -> None:
    """A code stands in the source whole, or its beginning does in an f-string that ends it by a value."""
    whole: set[str] = set()
    begun: set[str] = set()
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
    begun = {start for start in begun if start.endswith("-") and len(start) > 4}
    assert [code for code in PROBLEMS["en"] if code not in whole and not code.startswith(tuple(begun))] == []


OF_A_SOURCE = ("formats", "csl", "writers")
"""Rooms that may name English: their specifications do (PubMed's abstracts, the locale that CSL falls back to)."""


def test_no_language_is_a_default_or_a_case_in_code() -> None:
    """Neither ``lang="id"`` nor ``tag == "id"`` nor ``tag or "en"``: what a language does stands in its folder, the usual ones have a name."""
    spots = []
    for path in sorted(ROOT.rglob("*.py")):
        if path.relative_to(ROOT).parts[0] in OF_A_SOURCE:
            continue
        for node in ast.walk(tree(path)):
            operands: list[ast.expr | None] = []
            if isinstance(node, ast.Compare) and not any(isinstance(op, ast.In | ast.NotIn) for op in node.ops):
                of_a_language = any(word in ast.unparse(node) for word in ("tag", "lang"))
                operands = [node.left, *node.comparators] if of_a_language else []
            elif isinstance(node, ast.BoolOp):
                operands = list(node.values)
            elif isinstance(node, ast.IfExp):
                operands = [node.body, node.orelse]
            elif isinstance(node, ast.arguments):
                operands = [*node.defaults, *node.kw_defaults]
            spots += [
                f"{path.relative_to(ROOT)}:{node.lineno}" for node in operands if isinstance(node, ast.Constant) and node.value in tags()
            ]
    assert spots == []
