"""libyaml and PyYAML's own parser: the same trees with the same places, and hard texts with what YAML 1.2 says they are."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.errors import ReadError
from litreview.formats._yaml import emit, tree
from litreview.formats._yaml.events import PARSERS

LINES = st.lists(
    st.sampled_from(
        ["key: lee", "no: on", "a: 1:30", "- b", "- c: d", "e:", "f: {g: h?, i: [j, k ?]}", 'l: "m\\n', '  n"', "o: 'it''s'", "p: >-", "q: |", "r # s",
         "# t", "", "---", "...", "u: &v [w]", "x: *v", "y: !!str z", "😀: 学", "[a,", "b]", "é: \u2028è", "- - aa", "? bb", "cc: #dd", "https://ee.ff/gg"]
    ).flatmap(lambda line: st.integers(0, 3).map(lambda indent: "  " * indent + line)),
    max_size=9,
)  # fmt: skip
SCALAR = st.text("ab :#-?!&*|>'\"[]{},%@`é😀\u2028\x85\n\\", max_size=9) | st.none()
VALUE = st.recursive(
    SCALAR, lambda below: st.lists(below, max_size=3) | st.dictionaries(SCALAR.filter(bool), below, max_size=3), max_leaves=9
)


def read(text: str, parser: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The documents of a text by one parser alone, or None where it refuses it."""
    with monkeypatch.context() as patched:
        patched.setattr(tree, "PARSERS", (parser,))
        try:
            return tree.parse(text, "x.yaml")
        except ReadError:
            return None


def words(node: tree.Node) -> list[tuple[Any, ...]]:
    """All of a tree but the place of null, which parsers put before or behind the white space beside it."""
    found: list[tuple[Any, ...]] = []
    for path, one in tree.walk(node):
        place = None if isinstance(one, tree.Scalar) and one.text is None else (one.start, one.end, one.line)
        found.append((path, type(one), one.tag, place if isinstance(one, tree.Scalar) else one.line, getattr(one, "text", None)))
    return found


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without libyaml")
@settings(max_examples=100)
@given(LINES.map("\n".join) | VALUE.map(lambda value: emit.block({"k": value})), st.sampled_from(["\n", "\r\n"]))
def test_both_parsers_read_the_same(text: str, end: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        fast, pure = (read(text.replace("\n", end), parser, patched) for parser in PARSERS)
    if fast is not None and pure is not None:
        assert [words(root) for root in fast] == [words(root) for root in pure]


@settings(max_examples=80)
@given(VALUE)
def test_either_parser_alone_reads_what_we_write(value: Any) -> None:
    with pytest.MonkeyPatch.context() as patched:
        for parser in PARSERS:
            for written in (emit.block({"k": value}), emit.flow({"k": value})):
                (root,) = read(written, parser, patched)
                assert tree.plain(root) == {"k": value}


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: [no, on, 1:30, 010, 0o17, 2019-05, 1_000, .5, =, <<]", {"a": ["no", "on", "1:30", "010", "0o17", "2019-05", "1_000", ".5", "=", "<<"]}),
        ("a: x\na: y", {"a": "x"}),
        ("<<: {a: b}", {"<<": {"a": "b"}}),
        ("a: {id: Apa?, en: What is it ? , url: https://x.y/z?q=1}", {"a": {"id": "Apa?", "en": "What is it ?", "url": "https://x.y/z?q=1"}}),
        ('{"a":1,"b":"\\/\\u00e9"}', {"a": "1", "b": "/é"}),
        ("a: one\u2028two\nb: three\x85four", {"a": "one\u2028two", "b": "three\x85four"}),
        ("a: x # no word\nb: x#y\n# c: z", {"a": "x", "b": "x#y"}),
        ("a: >-\n  one\n  two\n\n  three\nb: |\n  one\n   two\n", {"a": "one two\nthree", "b": "one\n two\n"}),
        ("a: 'it''s\n  so'\r\nb: \"x \\\n  y\"\r\n", {"a": "it's so", "b": "x y"}),
        ("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}),
        ("? a\n: b", {"a": "b"}),
        ("a:\n- b\n-  c: d", {"a": ["b", {"c": "d"}]}),
    ],
)  # fmt: skip
def test_hard_texts_are_what_yaml_says(text: str, value: Any, parser: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (root,) = read(text, parser, monkeypatch)
    assert tree.plain(root) == value


@pytest.mark.parametrize(("text", "value"), [("{a:, b: 1}", {"a": None, "b": "1"}), ("a: x\ty\t\nb:\tc", {"a": "x\ty", "b": "c"})])
def test_what_one_parser_refuses_the_other_may_read(text: str, value: Any) -> None:
    if "\t" in text and not yaml.__with_libyaml__:
        pytest.skip("only libyaml takes a tab for white space")
    (root,) = tree.parse(text, "x.yaml")
    assert tree.plain(root) == value


@pytest.mark.parametrize("parser", PARSERS)
def test_places_count_code_points(parser: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\ufeff- 😀: 学? # c\r\n  b: [x, 'y']\r\n  c: |  # d\r\n    z\r\n  # e\r\n  f:\r\n"
    (root,) = read(text, parser, monkeypatch)
    shown = [(text[node.start : node.end], node.line) for _, node in tree.walk(root) if isinstance(node, tree.Scalar)]
    assert shown == [("😀", 1), ("学?", 1), ("b", 2), ("x", 2), ("'y'", 2), ("c", 3), ("|  # d\r\n    z", 3), ("f", 6), ("", 6)]


def test_items_come_one_by_one_and_say_what_they_are() -> None:
    text = "- &a x\n- [*a]\n---\nb: c\n---\n[]\n---\nd\n"
    assert [(tree.plain(node), item) for node, item in tree.items(text, "x")] == [
        ("x", True),
        (["x"], True),
        ({"b": "c"}, False),
        ("d", False),
    ]


def test_a_fault_far_down_is_told_with_its_line_though_the_parsers_stop_at_different_ones() -> None:
    with pytest.raises(ReadError) as caught:
        list(tree.items("- a: {b:, c: d}\n- e: f\n- g: h: i\n", "x.yaml"))
    assert caught.value.line == 3
