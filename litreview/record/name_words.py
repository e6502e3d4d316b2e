"""The words of a written name: cut at spaces, commas and "and" outside braces."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from litreview.record.names import means_others

_AND = re.compile(r"(?<!\s)\s+and(?=\s)\s*", re.IGNORECASE)
_LIST_MARK = re.compile(r"\\.|[{}]|(?<!\s)\s+and(?=\s)\s*|;", re.IGNORECASE | re.DOTALL)
_MARK = re.compile(r"\\.|[{},]|(?:[\s~]|\\[ ])+", re.DOTALL)
_TIE = re.compile(r"(?<!\\)~|\\ ")
_ET_AL = re.compile(r"[,\s]\s*(?:et\.? al\.?|dkk\.?)$", re.IGNORECASE)
_DRESS = re.compile(r"\\(?:emph|textit|textsl|itshape|it|em|sl)\b|[{}]")
"""What is set around "et al." to make it italic."""
_COMMAND = re.compile(r"\\([A-Za-z]+|.)")
_LETTER_COMMANDS = frozenset(("i j o O l L ae AE oe OE aa AA ss dh DH th TH dj DJ ng NG").split())


def list_items(text: str) -> tuple[list[str], bool, bool]:
    """The names of a list, still as written; whether others follow; whether ";" had to serve as the mark between names.

    >>> list_items("{Barnes and Noble} AND Budi dkk.")
    (['{Barnes and Noble}', 'Budi'], True, False)
    """
    text = text.strip()
    if text[-4:].casefold() == " and":
        text = text[:-4].rstrip()
    items, semicolons = _AND.split(text) if "\n" in text or "  " in text or "AND" in text or "And" in text else text.split(" and "), False
    if ";" in text or ("{" in text and any(item.count("{") != item.count("}") for item in items)):
        items, semicolons = _cut_list(text)
    others = False
    names: list[str] = []
    for item in items:
        item = item.strip()
        if item[:1] in "aA" and item.casefold().startswith("and "):
            item = item[4:].lstrip()
        if item[-1:] in _LAST_OF_OTHERS and len(item) < 30 and "," not in item and (means_others(item) or _italic_others(item)):
            others = True
            continue
        if item[-1:] in "l.k" and (short := _ET_AL.sub("", item)) != item:
            item, others = short.rstrip(", "), True
        if item and item.casefold() != "and":
            names.append(item)
    return names, others, semicolons


_LAST_OF_OTHERS = frozenset("sSlLkKnN.}")
"""Letters in which such words end: looking at one letter first saves most of the time."""


def _italic_others(item: str) -> bool:
    """Whether "et al." stands there in braces or in italics."""
    return "{" in item and means_others(" ".join(_DRESS.sub("", item).replace("~", " ").replace("\\ ", " ").split()))


def _cut_list(text: str) -> tuple[list[str], bool]:
    ands: list[str] = []
    semis: list[int] = []
    depth = start = 0
    for mark in _LIST_MARK.finditer(text):
        token = mark[0]
        if token == "{":
            depth += 1
        elif token == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and token == ";":
            semis.append(mark.start())
        elif depth == 0 and token[0] != "\\":
            ands.append(text[start : mark.start()])
            start = mark.end()
    ands.append(text[start:])
    if not semis or (len(semis) == 1 and not text[semis[0] + 1 :].strip()):
        return ands, False
    cuts = [-1, *semis, len(text)]
    pieces = [p for a, b in pairwise(cuts) for p in _AND.split(text[a + 1 : b])]
    return pieces, True


def commas(text: str) -> list[str] | None:
    """The parts between commas outside braces, stripped; None where braces do not balance."""
    if "{" not in text and "}" not in text:
        return [p.strip() for p in text.split(",")]
    parts: list[str] = []
    depth = start = 0
    for mark in _MARK.finditer(text):
        char = mark[0]
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth < 0:
                return None
        elif char == "," and depth == 0:
            parts.append(text[start : mark.start()].strip())
            start = mark.end()
    parts.append(text[start:].strip())
    return parts if depth == 0 else None


def words(text: str) -> list[str]:
    """The words outside braces; a tie (``~``) parts them too.

    >>> words("Siti{ }binti{ }Abdullah {de la} Cruz")
    ['Siti{ }binti{ }Abdullah', '{de la}', 'Cruz']
    """
    if "{" not in text:
        return (_TIE.sub(" ", text) if "~" in text or "\\ " in text else text).split()
    tokens: list[str] = []
    depth = start = 0
    for mark in _MARK.finditer(text):
        char = mark[0]
        if char == "{":
            depth += 1
        elif char == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and (char[0] in "~ \t\r\n" or char == "\\ "):
            tokens.append(text[start : mark.start()])
            start = mark.end()
    tokens.append(text[start:])
    return [w for w in tokens if w]


def braced(text: str) -> str | None:
    """What stands inside the braces if one pair holds all of `text`, else None. A special character (``{\\'E}``) is no such pair
    unless more than it stands inside.

    >>> braced("{{WHO}}"), braced("{A} {B}"), braced("{\\\\'E}")
    ('WHO', None, None)
    """
    if not (text.startswith("{") and text.endswith("}")) or len(text) < 2:
        return None
    depth = 0
    escaped = False
    for n, char in enumerate(text):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth == 0 and n < len(text) - 1:
                return None
    if depth != 0:
        return None
    inner = text[1:-1].strip()
    if inner.startswith("\\") and " " not in inner and len(inner) < 12 and not inner.startswith("\\text"):
        return None
    deeper = braced(inner)
    return inner if deeper is None else deeper


def unbraced(text: str) -> str:
    """The text without its braces (a backslash keeps the one behind it)."""
    if "{" not in text and "}" not in text:
        return text
    return re.sub(r"\\([{}])|[{}]", lambda m: m[1] or "", text)


@lru_cache(4096)
def is_lower(word: str) -> bool:
    """Whether a word begins with a small letter outside braces, as BibTeX sees it: such words are the particle of a name.

    >>> [is_lower(w) for w in ("van", "{van}", "d'Alembert", "{\\\\'e}tude", "'t", "李")]
    [True, False, True, True, True, False]
    """
    if word[:1] == "{" and word[1:2] != "\\":
        return False
    rest = word.lstrip("{")
    while rest.startswith("\\"):
        command = _COMMAND.match(rest)
        if command is None:
            return False
        if command[1] in _LETTER_COMMANDS:
            return command[1][0].islower()
        rest = rest[command.end() :].lstrip("{ ")
    for char in rest:
        if char.isalpha():
            return char.islower()
        if char == "{":
            return False
        if char == "\\":
            return is_lower(rest[rest.index("\\") :])
    return False
