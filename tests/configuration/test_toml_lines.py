"""The line of each key of a TOML file, whatever stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.errors import ReadError
from litreview.library.toml import LARGEST, read_toml

TRICKY = (
    r"""
# style = "none"
style = "apa" # language = 1
"insert at" = 'a = b # c'
'it''s' = 1
""".replace("'it''s'", '"it\'s"')
    + r'''
title = """
language = "id"
\""" still inside """"
raw = """a"""
literal = \'\'\'
template = 1
\'\'\'
concepts = [ # one a line
  "a = 1",
  "b]", [
]]
point = { x = 1, "y" = [2] }
a . "b.c".d = 3
[table] # e = 1
style = "here"
  indented = true
[ "quoted table" . sub ]
x = """
[none]
"""
[[list]]
y = 1
[[list]]
y = 2
last = "no line end"'''.replace("\\'\\'\\'", "'''")
)

LINES = {
    ("style",): 3,
    ("insert at",): 4,
    ("it's",): 5,
    ("title",): 7,
    ("raw",): 10,
    ("literal",): 11,
    ("concepts",): 14,
    ("point",): 18,
    ("a",): 19,
    ("a", "b.c"): 19,
    ("a", "b.c", "d"): 19,
    ("table",): 20,
    ("table", "style"): 21,
    ("table", "indented"): 22,
    ("quoted table",): 23,
    ("quoted table", "sub"): 23,
    ("quoted table", "sub", "x"): 24,
    ("list",): 27,
    ("list", "y"): 28,
    ("list", "last"): 31,
}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_key_has_its_line(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(TRICKY.replace("\n", end).encode())
    assert dict(read_toml(path).lines) == LINES


def test_what_has_no_line_of_its_own_has_that_above_it(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("\npoint = { x = 1 }\n", encoding="utf-8")
    file = read_toml(path)
    assert (file.line("point", "x"), file.line("none")) == (2, None)


@pytest.mark.parametrize(
    ("text", "line"),
    [("a = 1\nb = \n", 2), ("a = 1\na = 2\n", 2), ('a = """\n\n', 2), ("[a]\n[a]\n", 2), ("a = " + "[" * 50_000, 1)],
)
def test_a_broken_file_has_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "a.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError) as raised:
        read_toml(path)
    assert raised.value.problem is not None
    assert (raised.value.problem.code, raised.value.line) == ("toml-broken", line)


def test_a_file_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("#" * (LARGEST + 1), encoding="utf-8")
    with pytest.raises(ReadError, match="larger than 1 MB"):
        read_toml(path)
    path.write_text('a = """\n' + "b = [\n" * (LARGEST // 6 - 3) + '"""', encoding="utf-8")
    assert dict(read_toml(path).lines) == {("a",): 1}


KEYS = st.sampled_from(["a", "b-c", "style", "x1", "y_z"])
VALUES = st.one_of(
    st.lists(st.sampled_from(["a", "#", "'", "[", "]", "{", "= ", "é", '\\"']), max_size=8).map(lambda parts: f'"{"".join(parts)}"'),
    st.lists(st.sampled_from(["x = 1", "[t]", "#", "''", '""', "]", "\\\\"]), max_size=4).map(
        lambda lines: '"""\n' + "\n".join(lines) + '\n"""'
    ),
    st.lists(st.sampled_from(["'#'", '"]"', "1", "{ a = '}' }"]), max_size=4).map(lambda items: "[ # (\n" + ",\n".join(items) + "\n]"),
)


@settings(max_examples=40)
@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_the_keys_found_are_those_of_the_reader(tmp_path_factory: pytest.TempPathFactory, pairs: dict[str, str]) -> None:
    path = tmp_path_factory.getbasetemp() / "keys.toml"
    text = "".join(f"{key} = {value}\n" for key, value in pairs.items())
    path.write_text(text, encoding="utf-8")
    file = read_toml(path)
    assert [keys for keys, _ in sorted(file.lines.items(), key=lambda pair: pair[1])] == [(key,) for key in file.data]
    for (key,), line in file.lines.items():
        assert path.read_text(encoding="utf-8").split("\n")[line - 1].startswith(f"{key} = ")
