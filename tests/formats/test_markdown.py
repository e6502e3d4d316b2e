"""The Markdown of CSL-YAML: exact both ways, and bounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.csl_yaml.markdown import from_markdown, to_markdown
from tests.formats.studies import TEXTS
from tests.work import growth

MARKS = st.lists(
    st.sampled_from(
        [
            "*",
            "**",
            "_",
            "^",
            "~",
            "\\",
            "[",
            "]{.nocase}",
            "<i>",
            "</i>",
            "<b>x</b>",
            "<sup>2</sup>",
            "a",
            " ",
            '<span class="nocase">A</span>',
            "`",
            "$",
        ]
    ),
    max_size=12,
)


@given(MARKS.map("".join) | TEXTS)
def test_what_is_written_is_read_back(text: str) -> None:
    assert from_markdown(to_markdown(text)) == text


@given(MARKS.map("".join))
def test_anything_can_be_read(text: str) -> None:
    assert isinstance(from_markdown(text), str)


def test_markup_becomes_emphasis() -> None:
    assert to_markdown("On <i>Kota</i> and H<sub>2</sub>O") == "On *Kota* and H~2~O"
    assert to_markdown("a_b, 5 * 3") == "a\\_b, 5 \\* 3"


@pytest.mark.parametrize("mark", ["*a ", "**a ", "_a ", "^a ", "[a "])
def test_the_work_for_a_text_of_nothing_but_marks_grows_with_its_length(mark: str) -> None:
    assert growth(lambda count: lambda: from_markdown(mark * count), 1_000, times=5) < 5.5
