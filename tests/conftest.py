"""What all tests share: the flag that re-accepts goldens, and the place of the material that is never shipped."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what the code gives now as the expected text of every golden case")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """``golden(path, text)``: the file must hold exactly `text`; with --accept it is written instead, to be read in the diff."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path} is missing: run pytest --accept and read what it writes"
        accepted = path.read_text(encoding="utf-8")
        if text != accepted:  # compared here: what pytest shows of two long texts that differ takes it minutes
            lines = difflib.unified_diff(accepted.splitlines(), text.splitlines(), "accepted", "now", lineterm="", n=1)
            pytest.fail(f"{path.name} differs; if the new text is right, run pytest --accept\n" + "\n".join(lines), pytrace=False)

    return check


@pytest.fixture
def shared() -> Path:
    """The folder of test material beside the checkout; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with test material that is not part of the project is absent")
    return SHARED
