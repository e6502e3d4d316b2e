"""Layer 7: lists of persons, parsed while still in LaTeX and decoded part by part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from litreview.errors import Severity
from litreview.formats.bibtex.latex import decode
from litreview.formats.bibtex.raw_entry import RawEntry, Reading
from litreview.record import Name
from litreview.record.name_degrees import title_free_parts
from litreview.record.name_parser import examine_name
from litreview.record.name_words import is_lower, list_items

_NAME_FIELDS = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
    "director": "director",
}
"""Fields that hold persons, and the CSL name variable of each."""

EDITOR_TYPES = {
    "editor": "editor", "compiler": "compiler", "director": "director", "producer": "producer", "organizer": "organizer",
    "curator": "curator",
    "collaborator": "contributor", "founder": "editorial-director", "editortranslator": "editor-translator",
}  # fmt: skip
"""What ``editortype`` says the editors are, and the CSL name variable for it."""

_INSTITUTIONS = frozenset((
    "kementerian badan dinas universitas pemerintah direktorat lembaga dewan komisi majelis fakultas sekretariat yayasan asosiasi "
    "institut departemen perpustakaan kedutaan konsulat perkumpulan perserikatan mahkamah pengadilan kepolisian pemprov pemkot pemkab "
    "ministry university institute department embassy commission committee association organisation organization"
).split())  # fmt: skip
"""First words of institutions that nobody has for a name. People forget the braces around them."""

_INITIALS_BEHIND = re.compile(r"[^\W\d_][^,]*[^\W\d_]{2} (?:[A-Z]\.?-?){1,3}")
_DAN = " dan "
"""Indonesian for "and", which people write between names; no name holds it with a small letter."""

_OPEN_ACCENT = re.compile(r"\\([cHkbdruvt]) +(\\?[A-Za-z])")
_OPEN_LETTER = re.compile(r"\\(aa|AA|ae|AE|oe|OE|ss|[oOlLij]) +(?=[a-z])")
"""Commands that a space ends: it is not the end of a word."""


def read_names(raw_entries: Iterable[RawEntry], reading: Reading) -> Iterator[RawEntry]:
    """The raw entries with their name lists read."""
    for raw_entry in raw_entries:
        fields = raw_entry.fields
        for field, variable in _NAME_FIELDS.items():
            text = fields.get(field)
            if text is None:
                continue
            if field == "editor" and "editortype" in fields:
                variable = EDITOR_TYPES.get(fields["editortype"].strip().casefold(), variable)
            names = name_list(text, raw_entry, field, variable)
            if names:
                raw_entry.names[variable] = raw_entry.names.get(variable, ()) + names
        yield raw_entry


def name_list(text: str, raw_entry: RawEntry, field: str, variable: str) -> tuple[Name, ...]:
    """The names of one field; whatever is odd about them is a problem of `raw_entry`."""
    items, others, marks = split_list(_closed(text) if "\\" in text else text)
    if others:
        raw_entry.others.add(variable)
    for mark in marks:
        raw_entry.fault("bibtex-names-mark", field=field, mark=mark)
    names: list[Name] = []
    for item in items:
        name, oddity = parse_item(item)
        if oddity is not None:
            severity: Severity = "info" if oddity == "institution" else "warning"
            raw_entry.fault(f"bibtex-name-{oddity}", severity, field=field, value=" ".join(item.split()))
        if name.family is not None or name.literal is not None:
            names.append(name)
    return tuple(names)


def split_list(text: str) -> tuple[list[str], bool, tuple[str, ...]]:
    """The names of a list, still as written; whether others follow; what served as a mark between names where "and" should stand.

    >>> split_list("Budi Santoso dan Siti Aminah and Kementerian Pendidikan dan Kebudayaan")
    (['Budi Santoso', 'Siti Aminah', 'Kementerian Pendidikan dan Kebudayaan'], False, ('dan',))
    """
    items, others, semicolons = list_items(text)
    marks = (";",) if semicolons else ()
    if _DAN in text and any(_DAN in item and not _stays_whole(item) for item in items):
        items = [part for item in items for part in ([item] if _stays_whole(item) else item.split(_DAN))]
        marks = (*marks, _DAN.strip())
    if "," in text and any(_only_commas(item) for item in items):
        items = [part for item in items for part in (_parted(item) if _only_commas(item) else [item])]
        marks = (*marks, ",")
    return items, others, marks


def _only_commas(item: str) -> bool:
    """Whether one "name" is three persons or more, each whole: all the words between its commas come in twos or more."""
    if item.count(",") < 2 or "=" in item or _stays_whole(item):
        return False
    parts = _parted(item)
    persons = all(1 < len(part.split()) < 5 and not is_lower(part.split()[-1]) for part in parts)
    return len(parts) > 2 and persons and all(title_free_parts(["A", part]) == ["A", part] for part in parts[1:] if "," not in part)


def _parted(item: str) -> list[str]:
    """The persons between the commas; initials behind a family name ("Wilshut E, Rinkenauer G") are its given names."""
    parts = [part.strip() for part in item.split(",") if part.strip()]
    if all(_INITIALS_BEHIND.fullmatch(part) for part in parts):
        return [", ".join(part.rsplit(None, 1)) for part in parts]
    return parts


def _stays_whole(item: str) -> bool:
    return "{" in item or _is_institution(item)


def _is_institution(item: str) -> bool:
    """Whether a name without comma and braces begins with a word with which only institutions begin.

    >>> _is_institution("Badan Pusat Statistik"), _is_institution("Badan, Ann"), _is_institution("Bank Ann")
    (True, False, False)
    """
    first, space, _ = item.lstrip().partition(" ")
    return bool(space) and first.casefold() in _INSTITUTIONS and "," not in item and "{" not in item


def _closed(text: str) -> str:
    return _OPEN_LETTER.sub(r"{\\\1}", _OPEN_ACCENT.sub(r"\\\1{\2}", text))


@lru_cache(20_000)  # most names stand in a file more than once, and each entry that is written is read back
def parse_item(item: str) -> tuple[Name, str | None]:
    """One name still in LaTeX, decoded, with what is odd about it."""
    if _is_institution(item):
        return Name(literal=_decoded(" ".join(item.split())), raw=item), "institution"
    parsed = examine_name(item, decode=_decoded)
    return parsed.name, parsed.oddity


def _decoded(part: str) -> str:
    text = decode(part, markup=False)
    return text if text.isascii() else " ".join(text.split())  # thin and fixed spaces are no part of a name
