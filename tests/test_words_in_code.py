"""No word of a language stands in a pattern of the code: it is in the language's files, where a translator finds it."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "litreview"

OF_THE_FORMAT = ("formats", "csl", "zotero")
"""What databases, catalogues and styles print in many languages is a part of their format, not of a language that litreview speaks."""

EXCEPTIONS = {
    ("record/names.py", "dan"): "how lists of names end is read before any language is known, as catalogues write it",
    ("record/names.py", "lain"): "the same",
    ("record/names.py", "kawan"): "the same",
    ("record/names.py", "dkk"): "the same",
    ("record/names.py", "dll"): "the same",
    ("record/name_words.py", "dkk"): "the same",
}

_CALLS = frozenset("compile match fullmatch search sub split findall finditer".split())
_GROUP = re.compile(r"\(\?P<\w+>")
_WORD = re.compile(r"(?<![\\\w])[a-z]{3,}")
_TEXT = re.compile(r"[a-z]{3,}")


def texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from texts(one)
        case list():
            for one in value:
                yield from texts(one)


@cache
def words(tag: str) -> frozenset[str]:
    """The words of a language's files."""
    files = (ROOT / "languages" / tag).glob("*.toml")
    said = (text for path in files for text in texts(tomllib.loads(path.read_text(encoding="utf-8"))))
    return frozenset(word for text in said for word in _TEXT.findall(text.casefold()))


def patterns(path: Path) -> Iterator[str]:
    """The texts within the calls of a module that take patterns."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS and node.args:
            yield from (one.value for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant) and isinstance(one.value, str))


def indonesian(path: Path) -> set[str]:
    """The words in the patterns of a module that Indonesian has and English has not: nobody writes them but for the language."""
    own = words("id") - words("en")
    return {word for text in patterns(path) for word in _WORD.findall(_GROUP.sub("(", text)) if word in own}


def test_no_pattern_of_the_code_holds_a_word_of_indonesian() -> None:
    found = {
        (path.relative_to(ROOT).as_posix(), word)
        for path in ROOT.rglob("*.py")
        if path.relative_to(ROOT).parts[0] not in OF_THE_FORMAT
        for word in indonesian(path)
    }
    assert found == set(EXCEPTIONS), "move the words to [marks] of the language files, or say why they stand there"


def test_the_test_sees_a_word(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text('import re\n_AND = re.compile(r"\\\\b(?:and|dan)\\\\b")\n', encoding="utf-8")
    assert indonesian(path) == {"dan"}
