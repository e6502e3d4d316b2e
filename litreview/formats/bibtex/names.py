"""Layer 7: lists of persons, parsed while still in LaTeX and decoded part by part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from litreview.formats.bibtex.draft import OTHERS, Draft, Reading
from litreview.formats.bibtex.latex import decode
from litreview.record import Name
from litreview.record.name_parser import examine_name
from litreview.record.name_words import list_items

NAME_FIELDS = {"author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author", "director": "director"}
"""Fields that hold persons, and the CSL name variable of each."""

EDITOR_TYPES = {
    "editor": "editor", "compiler": "compiler", "director": "director", "producer": "producer", "organizer": "organizer",
    "curator": "curator",
    "collaborator": "contributor", "founder": "editorial-director", "editortranslator": "editor-translator",
}  # fmt: skip
"""What ``editortype`` says the editors are, and the CSL name variable for it."""

_OPEN_ACCENT = re.compile(r"\\([cHkbdruvt]) +(\\?[A-Za-z])")
_OPEN_LETTER = re.compile(r"\\(aa|AA|ae|AE|oe|OE|ss|[oOlLij]) +(?=[a-z])")
"""Commands that a space ends: it is not the end of a word."""


def read_names(drafts: Iterable[Draft], reading: Reading) -> Iterator[Draft]:
    """The drafts with their name lists read."""
    parse = _parser()
    for draft in drafts:
        fields = draft.fields
        for field, variable in NAME_FIELDS.items():
            text = fields.get(field)
            if text is None:
                continue
            if field == "editor" and "editortype" in fields:
                variable = EDITOR_TYPES.get(fields["editortype"].strip().casefold(), variable)
            names = name_list(text, draft, field, variable, parse)
            if names:
                draft.names[variable] = draft.names.get(variable, ()) + names
        yield draft


def name_list(text: str, draft: Draft, field: str, variable: str, parse: Parse | None = None) -> tuple[Name, ...]:
    """The names of one field; whatever is odd about them is a problem of `draft`."""
    items, others, semicolons = list_items(_closed(text) if "\\" in text else text)
    if others:
        draft.extra.append((OTHERS, variable))
    if semicolons:
        draft.fault("bibtex-names-semicolon", field=field)
    parse = parse or _parser()
    found: list[Name] = []
    for item in items:
        name, oddity = parse(item)
        if oddity is not None:
            draft.fault(f"bibtex-name-{oddity}", field=field, value=" ".join(item.split()))
        if name.family is not None or name.literal is not None:
            found.append(name)
    return tuple(found)


def _closed(text: str) -> str:
    return _OPEN_LETTER.sub(r"{\\\1}", _OPEN_ACCENT.sub(r"\\\1{\2}", text))


def parse_item(item: str) -> tuple[Name, str | None]:
    """One name still in LaTeX, decoded, with what is odd about it."""
    parsed = examine_name(item, decode=_decoded)
    return parsed.name, parsed.oddity


Parse = Callable[[str], tuple[Name, str | None]]


def _parser() -> Parse:
    """A name parser that remembers the names of one file: most stand in it more than once."""

    return lru_cache(20_000)(parse_item)


def _decoded(part: str) -> str:
    text = decode(part, markup=False)
    return text if text.isascii() else " ".join(text.split())  # thin and fixed spaces are no part of a name
