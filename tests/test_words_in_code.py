"""No word of a language stands in a pattern of the code: it is in the language's files, where a translator finds it."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.sources import tree

ROOT = Path(__file__).resolve().parent.parent / "litreview"

OF_THE_FORMAT = ("formats/", "csl/", "zotero/", "record/csl_values/")
"""What databases, catalogues and styles print in many languages is a part of their format, not of a language that litreview speaks."""

EXCEPTIONS = {
    ("record/names.py", "dan"): "how lists of names end is read before any language is known, as catalogues write it",
    ("record/names.py", "lain"): "the same",
    ("record/names.py", "kawan"): "the same",
    ("record/names.py", "dkk"): "the same",
    ("record/names.py", "dll"): "the same",
    ("record/name_words.py", "dkk"): "the same",
}

BEFORE_ANY_LANGUAGE = {
    "record/names.py": "how lists of names go on and end, in catalogues of any country",
    "record/name_words.py": "the same, and what BibTeX sets between names",
    "record/name_degrees.py": "how names are signed, in all countries",
    "record/name_titles.py": "titles and degrees of all countries: names are read before any language is known",
    "writers/docx/package/units.py": "the same; a writer knows no language",
}
"""Modules that act on small words of languages by right."""

NAMES_OF_OTHERS = {
    ("analysis/patterns.py", "between"): "the name of a key",
    ("audit/chapters/docx/read.py", "of"): 'a style of Word: "table of figures"',
    ("merge/docx/reading.py", "of"): 'a style of Word: "table of figures"',
    ("library/toml.py", "at"): "a message of Python's reader of TOML",
    ("library/toml.py", "of"): "a message of Python's reader of TOML",
    ("writers/docx/package/layout.py", "in"): "a unit of length",
    ("writers/docx/template/styles.py", "on"): "a value of XML",
}
"""Words that another program prints, or that are names."""

_SMALL = "no_key article definite_article before_a_place and until also in_a_clause by_means page volume edition_before titled".split()
"""Kinds of marks with words that nobody needs as the name of anything."""
_AFFIXES = frozenset("startswith endswith removeprefix removesuffix".split())
_CALLS = frozenset("compile match fullmatch search sub split findall finditer".split())
_GROUP = re.compile(r"\(\?P<\w+>")
_WORD = re.compile(r"(?<![\\\w])[a-z]{3,}")
_TEXT = re.compile(r"[a-z]{3,}")
_SPOKEN = re.compile(r"(?<![\\\w-])[A-Za-z]{2,}(?![\w\[-])")


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


class Acted(NamedTuple):
    """The texts by which a module acts on words."""

    patterns: tuple[str, ...]
    """Within calls that take patterns."""
    others: tuple[str, ...]
    """By which it compares, cuts and lists words."""
    marks: frozenset[str]
    """The kinds of marks that it asks the languages for."""


def _texts_in(nodes: Iterable[ast.AST], apart: Collection[int]) -> tuple[str, ...]:
    constants = (one for node in nodes for one in ast.walk(node) if isinstance(one, ast.Constant) and id(one) not in apart)
    return tuple(one.value for one in constants if isinstance(one.value, str))


def acted_on(module: ast.Module) -> Acted:
    """What stands in the calls, comparisons and sets of a module; the names of marks are apart."""
    patterns: list[ast.AST] = []
    others: list[ast.AST] = []
    asked: list[ast.AST] = []
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                patterns += node.args[:1] if node.func.attr in _CALLS else []
                others += node.args[:1] if node.func.attr in _AFFIXES else []
                others += [node.func.value] if node.func.attr == "split" and isinstance(node.func.value, ast.Constant) else []
            elif isinstance(node.func, ast.Name) and node.func.id in ("marks", "any_mark"):
                asked += node.args
        elif isinstance(node, ast.Compare):
            others += [one for one in (node.left, *node.comparators) if isinstance(one, ast.Constant | ast.Tuple | ast.List | ast.Set)]
        elif isinstance(node, ast.Set):
            others.append(node)
    named = {id(one) for node in asked for one in ast.walk(node)}
    return Acted(_texts_in(patterns, named), _texts_in(others, named), frozenset(_texts_in(asked, ())))


@cache
def modules() -> Mapping[str, Acted]:
    """What each module of ours acts by, by its path."""
    return {path.relative_to(ROOT).as_posix(): acted_on(tree(path)) for path in sorted(ROOT.rglob("*.py"))}


def indonesian(acted: Acted) -> set[str]:
    """The words in the patterns of a module that Indonesian has and English has not: nobody writes them but for the language."""
    own = words("id") - words("en")
    return {word for text in acted.patterns for word in _WORD.findall(_GROUP.sub("(", text)) if word in own}


def test_no_pattern_of_the_code_holds_a_word_of_indonesian() -> None:
    written = {(name, word) for name, acted in modules().items() if not name.startswith(OF_THE_FORMAT) for word in indonesian(acted)}
    assert written == set(EXCEPTIONS), "move the words to [marks] of the language files, or say why they stand there"


@cache
def marks_of(tag: str) -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = tomllib.loads((ROOT / "languages" / tag / "reading.toml").read_text(encoding="utf-8"))["marks"]
    return loaded


@cache
def small_words() -> frozenset[str]:
    """The small words of both languages, and all the marks of Indonesian."""
    kinds = [(tag, kind) for tag in ("en", "id") for kind in marks_of(tag) if tag == "id" or kind in _SMALL]
    listed = [text for tag, kind in kinds if kind != "degrees_behind_names" for text in marks_of(tag)[kind]]
    return frozenset(word for text in listed for word in re.findall(r"(?<!\\)\b[a-z]{2,}", text.casefold()))


def small(acted: Acted) -> set[str]:
    """The small words of languages by which a module acts."""
    written = (word for text in (*acted.patterns, *acted.others) for word in _SPOKEN.findall(_GROUP.sub("(", text)))
    return {word for word in written if word.casefold() in small_words()}


def test_the_code_acts_on_no_small_word_of_a_language() -> None:
    spared = (*OF_THE_FORMAT, *BEFORE_ANY_LANGUAGE, "pages/")
    written = {(name, word) for name, acted in modules().items() if not name.startswith(spared) for word in small(acted)}
    assert written == set(NAMES_OF_OTHERS), "move the words to [marks] of the language files, or say why they stand there"


def test_the_marks_asked_for_are_those_that_the_languages_have() -> None:
    asked = {kind for acted in modules().values() for kind in acted.marks} | {"volume", "issue"}  # these by the names of fields
    assert asked == set(marks_of("en")) == set(marks_of("id"))


def test_the_tests_see_words() -> None:
    pattern = acted_on(ast.parse('import re\n_AND = re.compile(r"\\b(?:and|dan)\\b")\n'))
    others = acted_on(ast.parse('A = name.startswith("the "), word in ("itu", "x"), "yang city".split(), any_mark("and")\n'))
    assert (indonesian(pattern), small(others), others.marks) == ({"dan"}, {"the", "itu", "yang"}, {"and"})
