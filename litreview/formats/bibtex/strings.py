"""Layer 4: the pieces of a value made one: braces, quotes, numbers, macros (``@string`` and the months), joined by ``#``.

Values keep their LaTeX. A macro means what was said last before the entry, as in BibTeX; one that is defined only later still counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from litreview.formats.bibtex.blocks import BRACED, Block
from litreview.formats.bibtex.draft import Reading

MONTHS = dict.fromkeys("jan feb mar apr may jun jul aug sep oct nov dec".split())
"""Macros that every BibTeX style defines. Their value is their name: the month is read from it."""

LIMIT = 1_000_000
"""How many characters a macro may grow to: macros that double each other would fill any memory."""

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTE = re.compile(r"\\.|[{}\"]", re.DOTALL)
_WHOLE = re.compile(BRACED, re.DOTALL)
_WORD = re.compile(r"[^\s#{}\"]+")
_NUMBER = re.compile(r"\d+")


@attrs.frozen
class Piece:
    """One piece of a value: "braced", "quoted", "number", "macro", or "odd" for what is none of these; `text` without delimiters."""

    kind: str
    text: str


def pieces(value: str) -> tuple[Piece, ...]:
    """The pieces of a value as written.

    >>> [p.text for p in pieces('jan # " " # {1{9}} # 99')]
    ['jan', ' ', '1{9}', '99']
    """
    found: list[Piece] = []
    at = 0
    while at < len(value):
        char = value[at]
        if char in " \t\r\n#,":
            at += 1
        elif char in '{"':
            end = _end(value, at)
            if end is None:
                found.append(Piece("odd", value[at + 1 :]))
                break
            found.append(Piece("braced" if char == "{" else "quoted", value[at + 1 : end]))
            at = end + 1
        else:
            word = _WORD.match(value, at)
            if word is None:
                found.append(Piece("odd", value[at:]))
                break
            found.append(Piece("number" if _NUMBER.fullmatch(word[0]) else "macro", word[0]))
            at = word.end()
    return tuple(found)


def _end(value: str, start: int) -> int | None:
    depth = 0
    quoted = value[start] == '"'
    for mark in (_QUOTE if quoted else _BRACE).finditer(value, start + quoted):
        char = mark[0]
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth == 0 and not quoted:
                return mark.start()
        elif char == '"' and depth <= 0:
            return mark.start()
    return None


def resolve(blocks: Iterable[Block], reading: Reading) -> Iterator[Block]:
    """The entries, their values resolved; all other blocks end here."""
    macros: dict[str, str] = {}
    whole = _WHOLE.fullmatch
    later = _defined(reading.text) if "@" in reading.text else {}
    for block in blocks:
        if block.kind == "string":
            for name, value in block.fields:
                folded = name.casefold()
                macros[folded] = _value(value, macros, {n: v for n, v in later.items() if n != folded}, block, reading, name)
        elif block.kind == "entry":
            fields = []
            for name, value in block.fields:
                if value[:1] == "{" and (value.find("}") == len(value) - 1 or whole(value)):
                    value = value[1:-1]
                elif not value.isdigit() and (value not in MONTHS or value in macros):
                    value = _value(value, macros, later, block, reading, name)
                fields.append((name, value))
            yield block.with_fields(tuple(fields))


_STRING = re.compile(r"@[sS][tT][rR][iI][nN][gG]\s*[{(]\s*([^\s=,{}\"#]+)\s*=\s*")


def _defined(text: str) -> dict[str, str]:
    """Macros that hold plain text, wherever in the file they are defined."""
    found: dict[str, str] = {}
    for head in _STRING.finditer(text):
        close = _end(text, head.end()) if text[head.end() : head.end() + 1] in ("{", '"') else None
        if close is not None and close - head.end() < LIMIT:
            found.setdefault(head[1].casefold(), text[head.end() + 1 : close])
    return found


def _value(value: str, macros: dict[str, str], later: dict[str, str], block: Block, reading: Reading, field: str) -> str:
    out: list[str] = []
    size = 0
    for piece in pieces(value):
        text = piece.text
        if piece.kind == "macro":
            name = text.casefold()
            known = macros.get(name) or later.get(name)
            if known is not None:
                text = known
            elif name in MONTHS:
                text = name
            elif field.casefold() != "month":
                reading.fault("bibtex-macro-unknown", block, field=field, macro=text)
        size += len(text)
        if size > LIMIT and len(out) > 0:
            reading.fault("bibtex-macro-endless", block, field=field)
            break
        out.append(text)
    return "".join(out)
