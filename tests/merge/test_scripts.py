"""Scripts of edits by a machine: whatever a writer does to a draft, none of her words is lost when it is made anew."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import litreview
from tests.benchmarks.draft_studies import bibtex
from tests.merge.edits import Edit, scripts
from tests.merge.proof import CHANGES, Case, prove


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return Case(litreview.loads(bibtex(7)), tmp_path_factory.mktemp("merge"))


@pytest.mark.slow
@settings(max_examples=3)
@given(script=scripts(), changes=st.lists(st.sampled_from(CHANGES), min_size=1, max_size=2))
def test_nothing_typed_is_lost(case: Case, script: tuple[Edit, ...], changes: list[str]) -> None:
    prove(case, script, tuple(changes))


@pytest.mark.slow
@settings(max_examples=100)
@given(script=scripts(14), changes=st.lists(st.sampled_from(CHANGES), min_size=2, max_size=5))
def test_nothing_typed_is_lost_at_length(case: Case, script: tuple[Edit, ...], changes: list[str]) -> None:
    prove(case, script, tuple(changes))
