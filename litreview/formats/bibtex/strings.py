"""Layer 4: the pieces of a value made one: braces, quotes, numbers, macros (``@string`` and the months), joined by ``#``.

Values keep their LaTeX. A macro means what was said last before the entry, as in BibTeX; one that is defined only later still counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from litreview.formats.bibtex.blocks import BRACED, Block
from litreview.formats.bibtex.braces import closing
from litreview.formats.bibtex.journal_macros import journal_of
from litreview.formats.bibtex.raw_entry import Reading

MONTHS = dict.fromkeys("jan feb mar apr may jun jul aug sep oct nov dec".split())
"""Macros that every BibTeX style defines. Their value is their name: the month is read from it."""

LIMIT = 1_000_000
"""How many characters a macro may grow to: macros that double each other would fill any memory."""

_QUOTE = re.compile(r"\\.|[{}\"]", re.DOTALL)
_WHOLE = re.compile(BRACED, re.DOTALL)
_WORD = re.compile(r"[^\s#{}\"]+")
_NUMBER = re.compile(r"\d+")


@attrs.frozen
class _Piece:
    """One piece of a value: "braced", "quoted", "number", "macro", "comment", or "odd" for what is none of these; `text` without
    delimiters. `joined`: a ``#`` stands before it."""

    kind: str
    text: str
    joined: bool = False


def pieces(value: str) -> tuple[_Piece, ...]:
    """The pieces of a value as written.

    >>> [p.text for p in pieces('jan # " " # {1{9}} # 99')]
    ['jan', ' ', '1{9}', '99']
    """
    parts: list[_Piece] = []
    at = 0
    joined = False
    while at < len(value):
        char = value[at]
        if char in " \t\r\n#,":
            joined = joined or char == "#"
            at += 1
            continue
        if char == "%":
            stop = value.find("\n", at)
            stop = len(value) if stop < 0 else stop
            parts.append(_Piece("comment", value[at + 1 : stop].strip()))
            at = stop
            continue
        if char in '{"':
            end = _end(value, at)
            if end is None:
                parts.append(_Piece("odd", value[at + 1 :], joined))
                break
            parts.append(_Piece("braced" if char == "{" else "quoted", value[at + 1 : end], joined))
            at = end + 1
        else:
            word = _WORD.match(value, at)
            if word is None:
                parts.append(_Piece("odd", value[at:], joined))
                break
            parts.append(_Piece("number" if _NUMBER.fullmatch(word[0]) else "macro", word[0], joined))
            at = word.end()
        joined = False
    return tuple(parts)


def _end(value: str, start: int) -> int | None:
    if value[start] == "{":
        end = closing(value, start)
        return None if end is None else end - 1
    depth = 0
    for mark in _QUOTE.finditer(value, start + 1):
        depth += (mark[0] == "{") - (mark[0] == "}")
        if mark[0] == '"' and depth <= 0:
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
                    fields += [("%", piece.text) for piece in (pieces(value) if "%" in value else ()) if piece.kind == "comment"]
                    value = _value(value, macros, later, block, reading, name)
                fields.append((name, value))
            yield block.with_fields(tuple(fields))


_STRING = re.compile(r"@[sS][tT][rR][iI][nN][gG]\s*[{(]\s*([^\s=,{}\"#]+)\s*=\s*")


def _defined(text: str) -> dict[str, str]:
    """Macros that hold plain text, wherever in the file they are defined."""
    macros: dict[str, str] = {}
    for head in _STRING.finditer(text):
        close = _end(text, head.end()) if text[head.end() : head.end() + 1] in ("{", '"') else None
        if close is not None and close - head.end() < LIMIT:
            macros.setdefault(head[1].casefold(), text[head.end() + 1 : close])
    return macros


def _value(value: str, macros: dict[str, str], later: dict[str, str], block: Block, reading: Reading, field: str) -> str:
    out: list[str] = []
    size = 0
    parts = [piece for piece in pieces(value) if piece.kind != "comment"]
    if value[:1] == value[-1:] == '"' and len(value) > 1 and any(not piece.joined for piece in parts[1:]):
        reading.fault("bibtex-quotes-inside", block, field=field)
        return value[1:-1]
    for piece in parts:
        text = piece.text
        if piece.kind == "macro":
            name = text.casefold()
            definition = macros.get(name) or later.get(name)
            if definition is not None:
                text = definition
            elif name in MONTHS:
                text = name
            elif field.casefold() != "month" and journal_of(text) is None:
                reading.fault("bibtex-macro-unknown", block, field=field, macro=text)
        size += len(text)
        if size > LIMIT and len(out) > 0:
            reading.fault("bibtex-macro-endless", block, field=field)
            break
        out.append(text)
    return "".join(out)
