"""ARCHITECTURE.md and CONTRIBUTING.md name what is there: files, folders, options, groups."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from litreview.errors import LitreviewError
from tests.test_architecture import ALLOWED

ROOT = Path(__file__).resolve().parent.parent
ARCHITECTURE = (ROOT / "litreview" / "ARCHITECTURE.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

NEW = re.compile(r"<\w+>|/(?:rst|lens|sample|timeline|mendeley|same_abstracts|methods)\.py|/ms/")
"""Files that somebody is yet to write."""


def paths(text: str) -> list[str]:
    """What stands in backticks and looks like a path."""
    return [name for name in re.findall(r"`([\w./<>*-]+)`", text) if "/" in name and not name.startswith(("-", "."))]


@pytest.mark.parametrize("name", sorted(set(paths(ARCHITECTURE))))
def test_what_the_drawing_names_is_there(name: str) -> None:
    pattern = re.sub(r"<\w+>", "*", name)
    assert any(any(base.glob(pattern.rstrip("/"))) for base in (ROOT / "litreview", ROOT)), name


@pytest.mark.parametrize("name", sorted(set(paths(CONTRIBUTING))))
def test_what_contributors_are_told_of_is_there(name: str) -> None:
    pattern = str(Path(name).parent) if NEW.search(name) else name
    assert any(ROOT.glob(re.sub(r"<\w+>", "*", pattern).rstrip("/"))), name


def test_every_room_is_in_the_drawing() -> None:
    rooms = [name for name in ALLOWED if not name.startswith("_")]
    assert [room for room in rooms if f"`{room}/`" not in ARCHITECTURE and f"`{room}.py`" not in ARCHITECTURE] == []


def test_every_exception_is_described() -> None:
    tree = LitreviewError.__doc__ or ""
    assert tree
    errors = (ROOT / "litreview" / "errors.py").read_text(encoding="utf-8")
    assert [
        error.__name__
        for error in LitreviewError.__subclasses__()
        if error.__module__ == "litreview.errors" and f" {error.__name__}" not in errors.split("class ")[0]
    ] == []
