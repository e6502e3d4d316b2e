"""API.md says what the docstrings say."""

from __future__ import annotations

import litreview
from tests.api_reference import PAGE, page


def test_the_page_is_what_the_docstrings_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.api_reference"


def test_every_public_name_is_on_it() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in litreview.__all__ if f"`{name}" not in text] == []
