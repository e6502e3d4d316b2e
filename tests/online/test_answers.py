"""Whatever a service answers, reading it gives studies or a ReadError, never anything else."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.errors import ReadError
from litreview.online.service import Service, services

_NAMES = st.sampled_from(
    "ISBN:1 title subtitle authors name publishers publish_places publish_date number_of_pages identifiers isbn_13 isbn_10 subjects key url message "
    "items data attributes titles creators DOI doi issued date-parts author family given container-title results id ids authorships".split()
)
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=12)
_ANSWERS = st.recursive(_LEAVES, lambda below: st.lists(below, max_size=3) | st.dictionaries(_NAMES, below, max_size=5), max_leaves=25)


@pytest.mark.parametrize("service", services(), ids=lambda one: one.name)
@given(answer=_ANSWERS)
def test_json_of_any_shape(service: Service, answer: object) -> None:
    with contextlib.suppress(ReadError):
        service.read(json.dumps(answer).encode(), "https://example.org/x")


@pytest.mark.parametrize("service", services(), ids=lambda one: one.name)
@given(answer=st.binary(max_size=200) | st.text(alphabet="<>/!?&;\"' mods=a{}[]:,", max_size=80).map(str.encode))
def test_bytes_of_any_kind(service: Service, answer: bytes) -> None:
    with contextlib.suppress(ReadError):
        service.read(answer, "https://example.org/x")
