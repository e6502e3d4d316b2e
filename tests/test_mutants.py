"""The faults that `python -m tests.mutants` puts into a source, and the tests that it tries first."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutants import PARTS, candidates, faults, folder
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


def test_every_fault_of_the_packages_is_a_program_that_is_another_one() -> None:
    """Of one package, since all would take long: the others are written in the same way."""
    package = folder("litreview.review.claims")
    for path in sorted((ROOT / package).rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for change in changes(source):
            assert ast.dump(ast.parse(change.made(source))) != ast.dump(ast.parse(source)), change


def test_every_part_has_faults_and_its_folders_of_tests() -> None:
    for package, tests in PARTS.items():
        assert faults(ROOT, [package])
        assert all((ROOT / "tests" / name).is_dir() for name in tests)


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
