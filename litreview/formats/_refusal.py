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
    "no-table-of-studies": (
        'no table of studies: no heading such as "Title" or "Judul" beside "Author" or "Year" was found among "{columns}"; '
        "name the columns so"
    ),
    "table-broken": "this file cannot be opened as a table: save it again as .xlsx or .csv",
    "no-json-of-studies": (
        'this is JSON, but no records of studies that litreview knows (it has "{members}"): export it as CSL-JSON, RIS or BibTeX'
    ),
    "other-xml": "this is {kind}, which litreview does not read: export it as RIS, BibTeX or CSL-JSON",
    "own-worksheet": "this is a matrix that litreview wrote: take it back with litreview matrix --take, or move it elsewhere",
    "wrong-format": 'this is no {title}: "{missing}" is missing; name the right format, or export it again',
}
"""As in the English language file, which formats may not read; a test holds the two together."""

_REASONS = {
    "json-value": "no value at column {at}",
    "json-name": "a name in double quotes is missing at column {at}",
    "json-colon": "a colon is missing at column {at}",
    "json-comma": "a comma or bracket is missing at column {at}",
    "json-open-text": "the text that begins at column {at} has no end",
    "json-control-character": "a control character or line break inside a text at column {at}",
    "json-escape": "a wrong backslash at column {at}",
    "json-behind": "something stands behind the end at column {at}",
    "json-trailing-comma": "a comma before the end at column {at}",
    "json-number": "no number of JSON",
    "json-two-records": "a comma is missing between two records",
    "json-syntax": "a fault of syntax",
    "too-deep": "nested too deeply",
    "xml-empty": "no element at all",
    "xml-ends-early": "it ends before its elements are closed",
    "xml-tags": "a tag is closed that was not opened, or not the last one",
    "xml-behind": "something stands behind the last element",
    "xml-character": "a character that XML does not allow",
    "xml-encoding": "it is not in the encoding that it declares",
    "xml-tag": "a tag that is not well formed",
    "xml-attribute": "an attribute that is not well formed, or twice there",
    "xml-entity": 'an "&" that begins no entity',
    "xml-syntax": "a fault of syntax",
    "yaml-colon": 'a second ": " on one line, or a wrong indentation',
    "yaml-character": "a tab, or a character that must stand in quotes",
    "yaml-open-text": "a quotation mark that is not closed",
    "yaml-open-list": "a bracket or brace that is not closed",
    "yaml-no-colon": 'a ":" is missing behind a field name',
    "yaml-block": "an indentation that fits nothing above it",
    "yaml-alias": "an alias without its anchor",
    "yaml-syntax": "a fault of syntax",
}
"""What the slot "reason" may hold, with a number behind it: as in ``[problem-words]`` of the English language file."""


def refusal(code: str, name: str, line: int | None = None, **slots: object) -> ReadError:
    """The `ReadError` for a file that cannot be read: to be raised by the caller.

    >>> print(refusal("nested-too-deep", "a.yaml", 7, limit=60))
    a.yaml:7: this is nested more than 60 levels deep: lay it out flatter
    """
    words = {slot: _word(str(value)) if slot == "reason" else value for slot, value in slots.items()}
    error = ReadError(_SENTENCES[code].format_map(words), name or None, line)
    error.problem = fault(code, file=name or None, line=line, severity="error", **{slot: str(value) for slot, value in slots.items()})
    return error


def _word(reason: str) -> str:
    word, _, at = reason.partition(" ")
    return _REASONS[word].format(at=at) if word in _REASONS and (at.isdigit() or not at) else reason
