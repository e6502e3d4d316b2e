"""The drafts of most merges, each made once: of the studies before, and of those now."""

from __future__ import annotations

import pytest

import litreview
from tests.merge.libraries import FEWER, LIBRARY


@pytest.fixture(scope="session")
def before() -> litreview.Review:
    return litreview.draft(FEWER, lang="id")


@pytest.fixture(scope="session")
def now() -> litreview.Review:
    return litreview.draft(LIBRARY, lang="id")
