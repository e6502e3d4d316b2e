"""The faults that `python -m tests.mutants` puts into a source, and the tests that it tries first."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutants import PARTS, candidates, folder
from tests.mutation.changes import changes
from tests.mutation.touched import Touched

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("line", "faulty"),
    [
        ("a == b", ["a != b"]),
        ("a not  in b", ["a in b"]),
        ("(a) and (b or c)", ["(a) or (b or c)", "(a) and (b and c)"]),
        ("x = not a", ["x = a"]),
        ("x = 0", ["x = 1", "x = -1"]),
        ("x = True", ["x = False"]),
        ("x = (a or '').strip().split()", ["x = (a or '').split()", "x = (a and '').strip().split()"]),
        ("x = é[0] is b", ["x = é[0] is not b", "x = é[1] is b", "x = é[-1] is b"]),
        ("x = a[-1]", ["x = a[0]", "x = a[-2]", "x = a[-0]"]),
        ("def f() -> Literal[1]: return g", ["def f() -> Literal[1]: return None"]),
        ("def f(): 'Like 1 == 2, not 3.'", []),
        ("@frozen(eq=False)\nclass A:\n    x: Literal[1]", []),
        ("x = f'{a == 1}'", []),
    ],
)
def test_a_line_has_these_faults(line: str, faulty: list[str]) -> None:
    assert [change.made(line) for change in changes(line)] == faulty


@pytest.mark.parametrize("package", PARTS)
def test_every_fault_of_a_file_is_a_program_that_is_another_one(package: str) -> None:
    """Of the smallest file that has some, since all would take long."""
    files = sorted((ROOT / folder(package)).rglob("*.py"), key=lambda path: (path.stat().st_size, path))
    source, made = next(
        (s, c) for s, c in ((path.read_text(encoding="utf-8"), changes(path.read_text(encoding="utf-8"))) for path in files) if len(c) > 5
    )
    whole = ast.dump(ast.parse(source))
    assert all(ast.dump(ast.parse(change.made(source))) != whole for change in made)


def test_every_part_has_its_folders_of_tests() -> None:
    assert all((ROOT / "tests" / name).is_dir() for tests in PARTS.values() for name in tests)


def test_tests_of_the_line_come_first_and_those_that_touch_little_before_those_that_touch_much() -> None:
    lines = {"a.py": {1: frozenset({"t::wide", "t::many[1]", "t::many[2]"}), 2: frozenset({"t::beside"})}}
    known = Touched(
        lines,
        {"t::wide": 1, "t::many[1]": 1, "t::many[2]": 1, "t::beside": 1},
        {"t::wide": 9, "t::many[1]": 2, "t::many[2]": 3, "t::beside": 1},
        (),
    )
    (change,) = changes("a == b")
    assert candidates("a.py", change, known, seconds=9) == ["t::many[1]", "t::wide", "t::many[2]", "t::beside"]
    assert candidates("a.py", change, known, seconds=2) == ["t::many[1]", "t::wide"]
