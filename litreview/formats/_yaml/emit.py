"""Plain values as YAML text that people like to read and edit: short things on one line, long texts folded.

Whatever YAML readers of other programs would take for a number, a date or a truth value, and is a text here, is put in quotes.
Source: YAML 1.2.2; YAML 1.1 for the words that other programs resolve.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

WIDTH = 110
"""Columns that a line should keep to."""

Value = str | int | bool | None | Sequence["Value"] | Mapping[str, "Value"]

_NOT_TEXT = re.compile(
    r"y|yes|n|no|true|false|on|off|null|nan|inf"
    r"|0x[0-9a-f_]+|0o?[0-7_]*|0b[01_]+"
    r"|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
    r"|[0-9][0-9_,]*\.?[0-9_]*(e[-+]?[0-9]+)?"
    r"|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?([t ].*)?",
    re.IGNORECASE,
)
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_LOOSE_LINE = re.compile(r"^\s|\s$|\n[^\S\n]|[^\S\n]\n")
_SINGLE_SPACE = re.compile(r"(?<=\S) (?=\S)")


def block(value: Value, indent: int = 0) -> str:
    """A value for the block context, without a line end: a mapping as ``key: value`` lines, a list as ``- item`` lines.

    `indent` is the column at which each line but the first is to start.

    >>> print(block({"title": {"id": "Kota", "en": "City"}, "volume": "010", "author": [{"family": "Lee"}]}))
    title: {id: Kota, en: City}
    volume: "010"
    author:
      - {family: Lee}
    """
    margin = " " * indent
    if isinstance(value, Mapping) and value:
        return f"\n{margin}".join(pair(key, part, indent) for key, part in value.items())
    if not isinstance(value, str) and isinstance(value, Sequence) and value:
        return f"\n{margin}".join(item(part, indent) for part in value)
    return flow(value)


def pair(key: str, value: Value, indent: int = 0) -> str:
    """One ``key: value`` of a block mapping whose keys stand at column `indent`.

    >>> pair("issued", 2016), pair("note", "a: b")
    ('issued: 2016', 'note: "a: b"')
    """
    head = _scalar(key, in_flow=False) + ":"
    if isinstance(value, str):
        return f"{head} {_text(value, indent, len(head) + 1)}"
    line = flow(value)
    if not _parts(value) or (_fits(value) and indent + len(head) + len(line) < WIDTH):
        return f"{head} {line}"
    return f"{head}\n{' ' * (indent + 2)}{block(value, indent + 2)}"


def item(value: Value, indent: int = 0, whole: bool = False) -> str:
    """One ``- item`` of a block list whose dashes stand at column `indent`; `whole` forbids the one-line form."""
    if isinstance(value, str):
        return f"- {_text(value, indent, 2)}"
    line = flow(value)
    if not _parts(value) or (not whole and _fits(value) and indent + 2 + len(line) < WIDTH):
        return f"- {line}"
    return f"- {block(value, indent + 2)}"


def flow(value: Value) -> str:
    """A value on one line.

    >>> flow({"a": ["x", "1.10", None, True], "b": ""})
    '{a: [x, "1.10", null, true], b: ""}'
    """
    if isinstance(value, str):
        return _scalar(value, in_flow=True)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(k, in_flow=True)}: {flow(v)}" for k, v in value.items()) + "}"
    return "[" + ", ".join(flow(part) for part in value) + "]"


def _parts(value: Value) -> Sequence[Value]:
    if isinstance(value, Mapping):
        return tuple(value.values())
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def _fits(value: Value) -> bool:
    """Whether a collection may stand on one line: words in it, or in a mapping small collections of words; never a list of mappings."""
    if any(isinstance(part, str) and "\n" in part for part in _parts(value)):
        return False
    return all(not _parts(part) or (isinstance(value, Mapping) and not any(_parts(p) for p in _parts(part))) for part in _parts(value))


def _text(text: str, indent: int, used: int) -> str:
    """A text in block context: on the line if it is short, folded if it is long and folding gives it back exactly, else in quotes."""
    short = _scalar(text, in_flow=False)
    if (
        (indent + used + len(short) <= WIDTH and "\n" not in text)
        or _UNPRINTABLE.search(text)
        or _LOOSE_LINE.search(text)
        or " " not in text
    ):
        return short
    margin = "\n" + " " * (indent + 2)
    first, *others = (_wrapped(line, WIDTH - indent - 2) for line in text.split("\n"))
    return ">-" + "".join(margin + line for line in first) + "".join("\n" + "".join(margin + line for line in lines) for lines in others)


def _wrapped(line: str, width: int) -> list[str]:
    """A line parted at single spaces into lines of at most `width` characters, as far as its words allow."""
    lines: list[str] = []
    for word in _SINGLE_SPACE.split(line) if line else ():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _scalar(text: str, in_flow: bool) -> str:
    if _is_plain(text, in_flow):
        return text
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04X}", json.dumps(text, ensure_ascii=False))


def _is_plain(text: str, in_flow: bool) -> bool:
    if _COUNT.fullmatch(text):
        return True
    if not text[:1].isalnum() or not text.isprintable() or text.endswith((" ", ":")) or _NOT_TEXT.fullmatch(text):
        return False
    return not any(mark in text for mark in (",", "[", "]", "{", "}", ":", " #")) if in_flow else ": " not in text and " #" not in text
