"""A plugin of pytest (``-p tests.mutation.chosen``): of the tests collected only those of a list, in its order."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

LIST = "MUTANTS_CHOSEN"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    place = {test: number for number, test in enumerate(json.loads(Path(os.environ[LIST]).read_text(encoding="utf-8")))}
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in place])
    items[:] = sorted((item for item in items if item.nodeid in place), key=lambda item: place[item.nodeid])
