"""Languages as data: every word that litreview itself prints, one TOML file per language.

A language file has sections; each stage reads its own (`Language.section`) and structures it into its own types.
``[language]``, ``[labels]`` and ``[problems]`` belong to this module.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from litreview.errors import Problem, UnknownName

_FOLDER = Path(__file__).parent


@attrs.frozen(hash=False, eq=False)
class Language:
    """One language: its tag (BCP 47), its name in itself, the CSL locale and the tag that Word uses for it."""

    tag: str
    name: str
    csl_locale: str
    word_tag: str
    _sections: Mapping[str, Any]

    def section(self, name: str) -> Mapping[str, Any]:
        """One section of the language file as it was read. Raises UnknownName if the file lacks it."""
        if name not in self._sections:
            raise UnknownName(f"section of languages/{self.tag}.toml", name, self._sections)
        found: Mapping[str, Any] = self._sections[name]
        return found

    def label(self, name: str) -> str:
        """A fixed word or phrase of ``[labels]``.

        >>> language("id").label("bibliography")
        'Daftar Pustaka'
        """
        labels = self.section("labels")
        if name not in labels:
            raise UnknownName(f"label of languages/{self.tag}.toml", name, labels)
        return str(labels[name])


def tags() -> tuple[str, ...]:
    """The tags of all languages there are, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def language(tag: str) -> Language:
    """The language `tag`; a region falls back to its language ("id-ID" to "id"). Raises UnknownName."""
    bare = tag.split("-")[0].casefold()
    if bare not in tags():
        raise UnknownName("language", tag, tags())
    with (_FOLDER / f"{bare}.toml").open("rb") as file:
        data = tomllib.load(file)
    head = data["language"]
    return Language(bare, head["name"], head["csl_locale"], head["word_tag"], data)


def explain(problem: Problem, tag: str = "en") -> str:
    """Put a problem into one line: where it is, what it is, what to do next. The only place where problems get words.

    >>> from litreview.errors import fault
    >>> explain(fault("duplicate-key", key="lee2019", file="a.bib", line=7, new="lee2019-2"))
    'a.bib:7: lee2019: this key stands more than once; the later study is now "lee2019-2": give it a key of its own'
    """
    slots = _Slots((name, _word(value, tag) if name in _CODED else value) for name, value in problem.data)
    sentence = str(language(tag).section("problems")[problem.code]).format_map(slots)
    origin = problem.origin
    where = f"{origin.file}:{origin.line}: " if origin.file and origin.line else f"{origin.file}: " if origin.file else ""
    return where + (f"{problem.key}: " if problem.key else "") + sentence


_CODED = ("expected", "found", "reason")
"""Slots that may hold a word of ``[problem-words]``, with a number behind it, in place of text."""


def _word(value: str, tag: str) -> str:
    word, _, at = value.partition(" ")
    found = language(tag).section("problem-words").get(word) if at.isdigit() or not at else None
    return str(found).format(at=at) if found else value


class _Slots(dict[str, str]):
    """Slots of a message; one that a problem does not fill shows as its own name rather than failing."""

    def __missing__(self, name: str) -> str:
        return f"<{name}>"
