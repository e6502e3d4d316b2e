from __future__ import annotations

from collections.abc import Iterator

import pytest
from online.service import LocalService, local_service

from litreview.online import Client
from litreview.online.service import services
from litreview.record import FrozenMap

pytest.importorskip("httpx", reason="the extra [online] is not installed")


@pytest.fixture
def service() -> Iterator[LocalService]:
    with local_service() as one:
        yield one


@pytest.fixture
def waits() -> list[float]:
    """How long the client waited, each time."""
    return []


@pytest.fixture
def client(service: LocalService, waits: list[float]) -> Client:
    """Every service is the one on this machine, under its name; nobody really waits."""
    bases = {one.name: f"{service.base}/{one.name}" for one in services()}
    return Client(bases=FrozenMap(bases), sleep=waits.append, timeout=60)
