"""Whatever a file holds, loading gives a library or one of our exceptions, and its problems can be put into words."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slots import unfilled

import litreview
from litreview.errors import LitreviewError
from litreview.formats import formats

SUFFIXES = sorted({suffix for format in formats() for suffix in format.suffixes} | {".txt", ".md"})
PIECES = (
    'key: a\n|- key: a\n  type: book\n|title: {en: A|}|@book{a,|title = {A},|author = {Lee, Ann and others}|[{|"id": "a"|"type": "book"|,'
    "|}]|\0|\ufeff|ABSTRAK\n\n|Penelitian ini membahas kota.|Kata kunci: a\n|&a [*a]|*a|<<: |\t|\n|%|\\|{\\'e}|$x^2$|issued: 2019-02-31\n"
    "|null|~|!!python/object:x|# judul\n|**|…|“|😀"
).split("|")
COUNTER = itertools.count()


@given(data=st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(PIECES), max_size=12).map(lambda pieces: "".join(pieces).encode())))
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_but_our_own_exceptions(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"{next(COUNTER)}{suffix}"
    path.write_bytes(data)
    try:
        library = litreview.load(path)
    except LitreviewError as error:
        told = str(error)
    else:
        told = str(path)
        for problem in litreview.check(library):
            assert not unfilled(problem), problem
        assert all(study.key for study in library)
    assert str(path) in told
