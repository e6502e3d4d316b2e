"""Our own source files as syntax trees, for the tests that look at how they are written."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path


@cache
def tree(path: Path) -> ast.Module:
    """The file at `path`, parsed once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))
