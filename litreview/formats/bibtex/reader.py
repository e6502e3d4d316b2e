"""Reading a ``.bib`` file: the layers, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from litreview.errors import Problem, fault
from litreview.formats._records import keyed as with_keys
from litreview.formats.bibtex.blocks import Block, split
from litreview.formats.bibtex.encoding import Source, decode
from litreview.formats.bibtex.fields import fold
from litreview.formats.bibtex.inherit import inherit
from litreview.formats.bibtex.mapping import to_studies
from litreview.formats.bibtex.names import read_names
from litreview.formats.bibtex.raw_entry import RawEntry, Reading
from litreview.formats.bibtex.recover import recover
from litreview.formats.bibtex.strings import resolve
from litreview.formats.bibtex.text_fields import decode_fields
from litreview.record import Study, unique_keys
from litreview.record.keys import folded_twins

Layer = Callable[[Iterable[Any], Reading], Iterator[Any]]

_NO_WORKS = frozenset(("xdata", "set"))
"""Entries that are no works: data for other entries and sets of entries. They stay in the file and give no study."""


def _works(blocks: Iterable[Block], reading: Reading) -> Iterator[Block]:
    """The entries that are works; each other one is a problem that holds its whole text."""
    for block in blocks:
        if block.name.lower() in _NO_WORKS:
            raw = block.raw or reading.text[block.start : block.end]
            reading.fault("bibtex-no-work", block, severity="info", type=block.name.lower(), raw=raw)
        else:
            yield block


LAYERS: tuple[Layer, ...] = (recover, resolve, inherit, _works, fold, read_names, decode_fields, to_studies)
"""Layers 3 to 9. Each takes and gives one entry after the other; before them come `encoding.decode` and `blocks.split`."""


def read_bibtex(data: bytes, name: str = "", encoding: str | None = None) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a ``.bib`` file in file order, and what was wrong with it.

    `name` is for messages; `encoding` overrides what the file says of itself. Every entry that is a work gives a study: one that
    cannot be read in the regular way has its whole text in `Study.extra` and a Problem. Raises ReadError only for bytes that are no
    text in `encoding`.

    >>> studies, problems = read_bibtex(b"@book{a, title = {Twin {T}owns}, author = {Lee, Ann}, year = 1999}")
    >>> studies[0].title, studies[0].author[0].family, studies[0].issued.year
    (LangText({'und': 'Twin <span class="nocase">T</span>owns'}), 'Lee', 1999)
    """
    source, problems = decode(data, name, encoding)
    reading = Reading(source.text, name or None, list(problems))
    studies = keyed([study for _, study in entries(source, reading)], reading)
    return studies, tuple(reading.problems)


def entries(source: Source, reading: Reading) -> Iterator[tuple[RawEntry, Study]]:
    """Each entry of the file with the study it gives, keys as written."""
    return through(split(source.text), reading)


def through(blocks: Iterable[Block], reading: Reading) -> Iterator[tuple[RawEntry, Study]]:
    """Blocks through all layers."""
    items: Iterable[Any] = blocks
    for layer in LAYERS:
        items = layer(items, reading)
    return iter(items)


def keyed(studies: list[Study], reading: Reading) -> tuple[Study, ...]:
    """The studies with a key each: those without get a new one, of equal ones all but the first get a number; both are problems."""
    named = studies
    if not all(study.key for study in studies):
        named = list(with_keys(studies))
        for old, new in zip(studies, named, strict=True):
            if not old.key:
                line = old.origin.line if old.origin else None
                reading.problems.append(fault("bibtex-key-missing", file=reading.name, line=line, key=new.key, new=new.key))
    unique, problems = unique_keys(named)
    reading.problems += problems
    if len({study.key.casefold() for study in unique}) < len(unique):
        twins = folded_twins(study.key for study in unique)
        lines = {study.key: study.origin.line for study in unique if study.origin}
        reading.problems += [fault("keys-alike", key=k, file=reading.name, line=lines.get(k), other=first) for first, k in twins]
    return unique
