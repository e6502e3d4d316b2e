"""The small words that stand around names, numbers, titles and places ("dan", "Vol.", "NIM"), from ``[marks]`` of every language file.

Texts, fields and pages mix languages, so that what reads them knows the words of all languages together. A language that another package
brings may leave the section, or a list in it, out.
"""

from __future__ import annotations

from functools import cache

from litreview.errors import MissingWord
from litreview.languages import language, tags


@cache
def marks(kind: str) -> tuple[str, ...]:
    """The patterns of one kind, of all languages, each once.

    >>> {"and", "dan"} <= set(marks("and")), marks("of-no-language")
    (True, ())
    """
    patterns: dict[str, None] = {}
    for tag in tags():
        try:
            section = language(tag).section("marks")
        except MissingWord:
            continue
        patterns |= dict.fromkeys(str(pattern) for pattern in section.get(kind, ()))
    return tuple(patterns)


@cache
def any_mark(*kinds: str) -> str:
    """A pattern for any of the words of these kinds, the longest first; one that fits nothing where there are none.

    >>> import re
    >>> re.fullmatch(any_mark("and"), "dan") is not None
    True
    """
    listed = {pattern for kind in kinds for pattern in marks(kind)}
    return f"(?:{'|'.join(sorted(listed, key=lambda pattern: (-len(pattern), pattern))) or '(?!)'})"
