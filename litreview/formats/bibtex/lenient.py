"""Fields out of an entry that breaks the rules: what can be made out, each value in braces that balance."""

from __future__ import annotations

import re

from litreview.formats.bibtex.blocks import Fields
from litreview.formats.bibtex.braces import balanced, closing

_NAME = re.compile(r"(?:^|(?<=[,\n{(}\"]))\s*([A-Za-z][\w:.+/-]*)\s*=\s*")
_NEXT_LINE = re.compile(r"\n\s*[A-Za-z][\w:.+/-]*\s*=\s*[{\"\w]|\n\s*[})]\s*(?=\Z)")
_NEXT_PART = re.compile(r"(?<=[}\"\d])\s*,\s*[A-Za-z][\w:.+/-]*\s*=\s*[{\"]")
_BEHIND_VALUE = re.compile(r"\s*(?:[,})]|\Z|\n)")
_CLOSING_QUOTE = re.compile(r'"\s*(?:,|[})]\s*\Z|\Z|\n)')
_BARE_END = re.compile(r"[,}\n]")
_PLAIN_FIELD = re.compile(r"\s*([A-Za-z][\w:.+/-]*)\s*=\s*")
_PLAIN_VALUE = re.compile(r'"[^"{}\\]*"|[\w.:+/-]+')
_BEHIND_PLAIN = re.compile(r"\s*(?:,|(?=[})]\s*\Z))")
_NEXT_KNOWN = re.compile(
    r",\s*(?:author|editor|title|booktitle|journal|year|date|publisher|volume|number|pages|doi|url|month|school|institution|address|note|"
    r"abstract|keywords|isbn|issn|series|edition)\s*=\s*[{\"\d]",
    re.IGNORECASE,
)


def plain_fields(text: str) -> Fields | None:
    """The fields of an entry whose braces balance as BibTeX counts them, for which a backslash before a brace is no escape.

    None where that is no entry either. `text` is what stands behind the key.

    >>> plain_fields('file = {C:' + chr(92) + '}, year = 1999}')
    (('file', '{C:\\\\}'), ('year', '1999'))
    """
    fields: list[tuple[str, str]] = []
    at = 0
    while name := _PLAIN_FIELD.match(text, at):
        end = name.end()
        if text[end : end + 1] == "{":
            end = closing(text, end, escapes=False) or end
        elif value := _PLAIN_VALUE.match(text, end):
            end = value.end()
        behind = _BEHIND_PLAIN.match(text, end)
        if end == name.end() or behind is None:
            return None
        fields.append((name[1], text[name.end() : end]))
        at = behind.end()
    return tuple(fields) if fields and text[at:].strip() in ("}", ")") else None


def lenient_fields(text: str) -> Fields:
    """The fields that can be made out in a broken entry, each value in balanced braces.

    >>> lenient_fields('title = {A {B}, year = "1999" , note = x }')
    (('title', '{A {B}}'), ('year', '{1999}'), ('note', '{x}'))
    """
    fields: list[tuple[str, str]] = []
    at = 0
    while name := _NAME.search(text, at):
        start = name.end()
        end = _value_end(text, start)
        raw = text[start:end].strip().rstrip(",").rstrip()
        fields.append((name[1], _in_braces(raw)))
        at = max(end, start)
        if at >= len(text):
            break
    return tuple(fields)


def _value_end(text: str, start: int) -> int:
    """Where the value that begins at `start` ends: at its closing delimiter, else before the next line or part that begins a field."""
    following = [m.start() for m in (_NEXT_LINE.search(text, start), _NEXT_PART.search(text, start)) if m]
    limit = min(following, default=len(text))
    char = text[start : start + 1]
    if char == "{":
        end = closing(text, start, limit)
        return end if end is not None and _BEHIND_VALUE.match(text, end) else _before_known(text, start, limit)
    if char == '"':
        close = _CLOSING_QUOTE.search(text, start + 1, limit)
        return close.start() + 1 if close else _before_known(text, start, limit)
    close = _BARE_END.search(text, start, limit)
    return close.start() if close else limit


def _before_known(text: str, start: int, limit: int) -> int:
    """Before the next field that everybody uses: all there is to go by where a value does not end."""
    match = _NEXT_KNOWN.search(text, start, limit)
    return match.start() if match else limit


def _in_braces(raw: str) -> str:
    """A value in braces that balance: its own outer delimiters off, lone braces dropped."""
    inner = raw
    if inner[:1] == '"':
        inner = inner[1:].removesuffix('"')
    elif inner[:1] == "{" and balanced(inner) and inner.endswith("}"):
        return inner
    elif inner[:1] == "{":
        inner = inner[1:]
    if not balanced(inner):
        inner = re.sub(r"(?<!\\)[{}]", "", inner)
    return "{" + inner.strip() + "}"
