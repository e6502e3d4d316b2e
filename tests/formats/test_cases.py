"""Every format by example: each file below ``tests/cases/formats`` is read by the format its folder names, and by its suffix alone.

Beside it, ``NAME.expected`` has the records in the native format, and what was wrong as lines behind ``#``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from litreview.formats import by_suffix, named
from litreview.languages import explain

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "formats"
CASES = sorted(p for p in FOLDER.glob("*/*") if p.suffix != ".expected" and p.parent.name != "bibtex")


@pytest.mark.parametrize("path", CASES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_case(path: Path, golden: Callable[[Path, str], None]) -> None:
    format, native = named(path.parent.name), named("yaml")
    assert format.read is not None
    assert native.write is not None
    studies, problems = format.read(path.read_bytes(), path.name)
    written, _ = native.write(studies)
    golden(path.with_name(path.name + ".expected"), "".join(f"# {explain(p)}\n" for p in problems) + written.decode())


@pytest.mark.parametrize("path", CASES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_file_is_known_by_its_name_and_first_bytes(path: Path) -> None:
    found = by_suffix(path.name, path.read_bytes()[:4096])
    assert found is not None
    assert found.name == path.parent.name
