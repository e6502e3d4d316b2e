"""Words that parts of other packages bring with them, by language: they fill what our own file of that language does not have.

The group of entry points is ``litreview.words``; a value names a mapping, or the module that holds it as ``WORDS``: from the tag of a
language to sections, as its file has them: ``{"en": {"chapter": {"timeline": "Timeline"}}}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from litreview._parts import broken, values
from litreview.errors import Problem

GROUP = "litreview.words"


def supplemented(tag: str, own: Mapping[str, Any]) -> Mapping[str, Any]:
    """The sections `own` of the language `tag`, with what other packages add to these: never in place of a word of ours."""
    sections = own
    for _, words in values(GROUP, "WORDS", Mapping):
        if isinstance(words.get(tag), Mapping):
            sections = _filled(sections, {name: lines for name, lines in words[tag].items() if name in own})
    return sections


def broken_words() -> tuple[Problem, ...]:
    """The words of other packages that cannot be used, each as a problem."""
    return broken(GROUP, "WORDS", Mapping)


def _filled(own: Mapping[str, Any], more: Mapping[str, Any]) -> Mapping[str, Any]:
    combined = dict(own)
    for key, value in more.items():
        if key not in combined:
            combined[key] = value
        elif isinstance(combined[key], Mapping) and isinstance(value, Mapping):
            combined[key] = _filled(combined[key], value)
    return combined
