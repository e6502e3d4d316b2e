"""YAML text: what is emitted is read back exactly, for any text, in any place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.errors import ReadError
from litreview.formats._yaml import emit, tree

TEXT = st.text(st.characters(blacklist_categories=["Cs"]), max_size=60) | st.lists(
    st.text("ab :#-é\n", max_size=9) | st.sampled_from(["yes", "1.10", "- x", "word", "#", ": ", "  "]), max_size=60
).map(" ".join)
VALUE = st.recursive(TEXT | st.none(), lambda below: st.lists(below, max_size=4) | st.dictionaries(TEXT, below, max_size=4), max_leaves=12)


@given(VALUE)
def test_what_is_emitted_is_read_back(value: Any) -> None:
    for written in ({"k": value}, [value, "end"], {"a": {"b": [value]}}, [{"a": "x", "b": {"c": value}}]):
        for text in (emit.block(written), emit.flow(written)):
            (root,) = tree.parse(text, "x")
            assert tree.plain(root) == written, text


@pytest.mark.parametrize("text", ["no", "1.10", "2020-01", "0x1F", "12:30", "1e3", "true", "2020-01-05", "010", "~", "Null"])
def test_words_of_yaml_stay_words(text: str) -> None:
    null = text in ("~", "Null")
    (root,) = tree.parse(f"a: {text}\nb: '{text}'", "x")
    assert tree.plain(root) == {"a": None if null else text, "b": text}
    if text != "2020-01":
        assert emit.pair("a", text) == f'a: "{text}"', "other programs would read it as something else"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: b: c", 1, "on one line"),
        ("a:\n\tb: 1", 2, "not YAML"),
        ("a: \x07", 1, "U+0007"),
        ("a: *nowhere", 1, "anchor"),
        ("[" * 5000, 1, "levels deep"),
        ("- ? [a]\n  : b", 1, "one word"),
        ("a: &x [*x]", 1, "anchor"),
        (
            "- &a [1,2,3,4,5,6,7,8,9]\n" + "".join(f"- &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)),
            None,
            "unfold",
        ),
        ("- &a [x]\n" + "".join(f"- &a {'[' * 8}*a{']' * 8}\n" for _ in range(200)), None, "levels deep"),
    ],
)
def test_what_is_no_yaml_is_one_clear_line(text: str, line: int | None, words: str) -> None:
    with pytest.raises(ReadError) as caught:
        tree.parse(text, "x.yaml")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("x.yaml:")
    assert line is None or caught.value.line == line


def test_tags_are_never_acted_on() -> None:
    (root,) = tree.parse("a: !!python/object/apply:os.system [ls]\nb: !!binary aGk=", "x")
    assert tree.plain(root) == {"a": ["ls"], "b": "aGk="}
