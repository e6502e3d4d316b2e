"""The Markdown of CSL-YAML: exact both ways, and bounded."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.csl_yaml.markdown import from_markdown, to_markdown
from tests.formats.studies import TEXTS

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


def test_a_text_of_nothing_but_marks_takes_no_time() -> None:
    start = time.perf_counter()
    for mark in ("*a ", "**a ", "_a ", "^a ", "[a "):
        from_markdown(mark * 20_000)
    assert time.perf_counter() - start < 20
