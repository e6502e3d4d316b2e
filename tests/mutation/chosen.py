"""A plugin of pytest (``-p tests.mutation.chosen``): of the tests collected only those of a list, in its order, for so long at most.

How long is counted in seconds of the processor: on a busy machine a wait is no sign that a test will never end.
"""

from __future__ import annotations

import json
import os
import resource
from pathlib import Path

import pytest

LIST, LIMIT = "MUTANTS_CHOSEN", "MUTANTS_LIMIT"


def pytest_configure() -> None:
    limit = int(os.environ[LIMIT])
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    place = {test: number for number, test in enumerate(json.loads(Path(os.environ[LIST]).read_text(encoding="utf-8")))}
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in place])
    items[:] = sorted((item for item in items if item.nodeid in place), key=lambda item: place[item.nodeid])
