"""Values that are not LaTeX: DOI, URL, file names. They are taken and written as they are, as far as the file allows it."""

from __future__ import annotations

import re

from litreview.formats.bibtex.braces import counted
from litreview.formats.bibtex.latex import SPACES, WHITE, brace_pairs

_SIGN = (
    r"\\(?:[&%$#_{}]|text(?:underscore|asciitilde|asciicircum|less|greater|backslash|braceleft|braceright)(?:\{\}|\s|(?=\W)|$)|[~^]\{\})"
)
_ESCAPED = re.compile(rf"\{{{_SIGN}\}}|{_SIGN}|\$(?:\\sim|[<>])\$")
_NAMED = {"sim": "~", "underscore": "_", "asciitilde": "~", "asciicircum": "^", "less": "<", "greater": ">", "backslash": "\\",
          "braceleft": "{", "braceright": "}"}  # fmt: skip
_LINK = re.compile(r"\s*\\(?:url|href|path)\s*\{([^{}]*)\}.*", re.DOTALL)


def verbatim(text: str) -> str:
    """A value that is not LaTeX (DOI, URL, file), freed of what some programs escape nevertheless.

    >>> verbatim("10.1007/978-3\\\\_2"), verbatim("https://a.id/b%20c"), verbatim("\\\\url{https://a.id/~x}")
    ('10.1007/978-3_2', 'https://a.id/b%20c', 'https://a.id/~x')
    """
    text = text.strip(WHITE)
    if "\\" not in text and "$" not in text and "{" not in text:
        return SPACES.sub(" ", text) if "\n" in text else text
    if link := _LINK.fullmatch(text):
        text = link[1]
    while text.startswith("{") and text.endswith("}") and brace_pairs(text).get(0) == len(text) - 1:
        text = text[1:-1]
    text = _ESCAPED.sub(_plain_sign, text)
    return SPACES.sub(" ", text).strip(" ")


def _plain_sign(match: re.Match[str]) -> str:
    core = match[0]
    core = core[1:-1] if core[0] in "{$" else core
    if core[0] != "\\":
        return core
    name = core[1:].rstrip("{} \t\r\n").removeprefix("text")
    return _NAMED.get(name) or core[1]


def encode_verbatim(text: str) -> str:
    """A DOI, URL or file name: written as it is, unless a lone brace would break the file or a backslash begin a command.

    >>> encode_verbatim("https://a.id/b%20_c~d")
    'https://a.id/b%20_c~d'
    """
    if "\\" not in text and "{" not in text and "}" not in text and "$" not in text:
        return text
    if "\\" not in text and counted(text) and verbatim(text) == text:
        return text
    named = {"\\": r"\textbackslash{}", "$": r"\$"} | ({} if counted(text) else {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"})
    return re.sub(r"[\\{}$]", lambda m: named.get(m[0], "\\" + m[0]), text)
