"""LaTeX's special characters, and the languages that babel knows under another name."""

from __future__ import annotations

import re

from litreview.writers._characters import clean

_SPECIAL = {
    **{character: "\\" + character for character in "{}$&#%_"}, "\\": r"\textbackslash{}", "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}", '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}", "[": "{[}", "]": "{]}", "\u00a0": "~", "\u00ad": r"\-", "-": "-{}", ",": ",{}",
}  # fmt: skip
_PATTERN = re.compile(r"-(?=-)|,(?=,)|[\\{}$&#%_^~<>\"'`\[\]\u00a0\u00ad]")
_URL = {"%": r"\%", "#": r"\#", "\\": "%5C", "{": "%7B", "}": "%7D", "^": "%5E", "~": "%7E"}
_BABEL = {
    "ar": "arabic", "cs": "czech", "da": "danish", "de": "ngerman", "el": "greek", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "he": "hebrew", "hu": "hungarian", "id": "indonesian", "it": "italian", "ms": "malay", "nb": "norsk", "nl": "dutch",
    "no": "norsk", "pl": "polish", "pt": "portuguese", "ru": "russian", "sv": "swedish", "tr": "turkish", "uk": "ukrainian",
    "vi": "vietnamese",
}  # fmt: skip


def escaped(text: str) -> str:
    r"""Characters that mean themselves.

    >>> print(escaped("50% & {x}_[1]"))
    50\% \& \{x\}\_{[}1{]}
    """
    return _PATTERN.sub(lambda match: _SPECIAL[match[0]], clean(text))


def address(url: str) -> str:
    """A safe address inside ``\\href``."""
    return "".join(_URL.get(character, character) for character in url)


def babel(tag: str) -> str | None:
    """The language as babel calls it, or None.

    >>> babel("id-ID")
    'indonesian'
    """
    return _BABEL.get(tag.split("-")[0].lower())
