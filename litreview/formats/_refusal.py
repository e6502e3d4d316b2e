"""Files that cannot be read at all: the exception, and the same as a problem that can be said in the reader's language."""

from __future__ import annotations

from litreview.errors import ReadError, fault

_SENTENCES = {
    "source-too-large": "it is larger than {limit} MB: split it into smaller files",
    "not-utf-8": "this is not UTF-8 text (byte {byte} on this line): open it in an editor and save it again with the encoding UTF-8",
    "not-utf-16": "this begins as {encoding} text and is not: open it in an editor and save it again with the encoding UTF-8",
    "not-yaml": 'this is not YAML ({reason}): mind the indentation, and put texts that hold ": " in quotes',
    "yaml-character": "YAML does not allow the character {character}: delete it",
    "nested-too-deep": "this is nested more than {limit} levels deep: lay it out flatter",
    "yaml-aliases": "the aliases (*) would unfold to more than {limit} values: write the values out",
    "yaml-no-anchor": 'the alias "*{value}" has no anchor "&{value}" above it: write the value out',
    "yaml-key": "a field name must be one word here, not a list or mapping: look for a missing quotation mark",
    "yaml-no-list": 'a list of studies was expected here: begin each with "- key: …"',
    "not-json": "this is not JSON ({reason}): export it again",
    "not-xml": "this is not XML ({reason}): export it again",
    "xml-entities": "this declares entities, which are not read: delete its DOCTYPE, or export it again",
    "wrong-format": 'this is no {title}: "{missing}" is missing; name the right format, or export it again',
}
"""As in the English language file, which formats may not read; a test holds the two together."""


def refusal(code: str, name: str, line: int | None = None, **slots: object) -> ReadError:
    """The `ReadError` for a file that cannot be read: to be raised by the caller.

    >>> print(refusal("nested-too-deep", "a.yaml", 7, limit=60))
    a.yaml:7: this is nested more than 60 levels deep: lay it out flatter
    """
    error = ReadError(_SENTENCES[code].format_map(slots), name or None, line)
    error.problem = fault(code, file=name or None, line=line, severity="error", **{slot: str(value) for slot, value in slots.items()})
    return error
