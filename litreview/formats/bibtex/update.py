"""A ``.bib`` file with some of its studies changed: everything else stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from litreview.errors import Problem, WriteError
from litreview.formats.bibtex.blocks import Block
from litreview.formats.bibtex.encode import latex_character
from litreview.formats.bibtex.encoding import Source, decode
from litreview.formats.bibtex.entry import CAUSES, Entry, differences, make_entry
from litreview.formats.bibtex.natural import fresh
from litreview.formats.bibtex.options import BibtexOptions
from litreview.formats.bibtex.raw_entry import POINTERS, Reading
from litreview.formats.bibtex.reader import entries, keyed
from litreview.formats.bibtex.revise import places, revise
from litreview.formats.bibtex.writer import not_carried
from litreview.record import Study

_MODERN = re.compile(r"^\s*(?:date|journaltitle|location|langid|eprinttype|institution|annotation)\s*=", re.MULTILINE | re.IGNORECASE)
_CLASSIC = re.compile(r"^\s*(?:year|journal|address|school)\s*=", re.MULTILINE | re.IGNORECASE)
_MODERN_TYPE = re.compile(r"^\s*@\s*(?:online|thesis|report|dataset|software|collection|mvbook|patent)\s*[{(]", re.M | re.I)
_AFTER = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*")
"""What goes with an entry: the rest of its line and the empty lines behind it."""
_ACCENT = re.compile(r"\\[`'^\"~=.]|\\[cvuHk]\{|\\(?:ss|ae|oe|aa|o|l)\b")


@attrs.frozen
class _Pair:
    """An entry of the file as it was read, and the study that is to stand in its place (None: the entry goes)."""

    block: Block
    read: Study
    wanted: Study | None


def update_bibtex(
    original: bytes, studies: Sequence[Study], *, name: str = "", encoding: str | None = None
) -> tuple[bytes, tuple[Problem, ...]]:
    """The file `original` with `studies` in it, in the file's own encoding and with its line ends.

    An entry whose study is unchanged is copied byte for byte, as are comments, ``@string``, spacing and order. Of a changed entry only
    the fields that
    differ change; a new key is put in place where `Study.origin` shows which entry it was, and references to it follow. New studies go to
    the end, entries whose study is not in `studies` go. With nothing changed the result equals `original`.
    Problems: one ("info") for what BibTeX cannot hold. Raises WriteError for a character that neither the encoding nor LaTeX has.

    >>> from litreview.formats.bibtex.reader import read_bibtex
    >>> data = b"@comment{x} @misc{a, title={A}} @misc{b,}"
    >>> update_bibtex(data, read_bibtex(data)[0])[0] == data
    True
    """
    source, _ = decode(original, name, encoding)
    pairs, new = _matched(source, studies)
    if not new and all(pair.wanted == pair.read for pair in pairs):
        return original, ()
    expected = [pair.wanted for pair in pairs if pair.wanted is not None] + new
    rewritten = {pair.block.start: "" if pair.wanted is None else _revised(source, pair) for pair in pairs if pair.wanted != pair.read}
    options = options_of(source)
    appended = [make_entry(study, options) for study in new]
    lost = [entry for entry in appended if entry.lost]
    text = _assembled(source, pairs, rewritten, appended, options)
    for write in (_completed, _anew, _alone):
        unlike = _unlike(source, text, expected)
        if not unlike:
            break
        for pair in pairs:
            if pair.wanted is not None and pair.wanted.key in unlike:
                rewritten[pair.block.start], more = write(source, pair, unlike[pair.wanted.key])
                lost += more
        text = _assembled(source, pairs, rewritten, appended, options)
    return _encoded(source, text, appended), not_carried(lost)


def _matched(source: Source, studies: Sequence[Study]) -> tuple[list[_Pair], list[Study]]:
    """The entries with what is wanted of each, and the studies that are new."""
    reading = Reading(source.text, None)
    file_entries = list(entries(source, reading))
    read = keyed([study for _, study in file_entries], reading)
    by_key = {study.key: study for study in studies}
    by_place = {s.origin.start: s for s in studies if s.origin is not None and s.origin.format == "bibtex" and s.origin.start is not None}
    keys = {study.key for study in read}
    renamed: dict[str, str] = {}
    pairs: list[_Pair] = []
    for (raw_entry, _), study in zip(file_entries, read, strict=True):
        successor = by_key.pop(study.key, None)
        if successor is None and (moved := by_place.get(raw_entry.block.start)) is not None and moved.key not in keys:
            successor = by_key.pop(moved.key, None)
            renamed[raw_entry.block.key] = moved.key
        pairs.append(_Pair(raw_entry.block, study, successor))
    if renamed:
        pairs = [attrs.evolve(pair, wanted=_repointed(pair.wanted, renamed)) for pair in pairs]
    return pairs, list(by_key.values())


def _repointed(study: Study | None, renamed: dict[str, str]) -> Study | None:
    if study is None or not any(name in POINTERS for name, _ in study.extra):
        return study
    extra = tuple((name, ",".join(renamed.get(k.strip(), k) for k in value.split(","))) if name in POINTERS else (name, value)
                  for name, value in study.extra)  # fmt: skip
    return attrs.evolve(study, extra=extra)


def _revised(source: Source, pair: _Pair) -> str:
    """The text of a changed entry: changed in place, or anew where it is no plain entry."""
    assert pair.wanted is not None
    options = options_of(source, pair.block)
    new = make_entry(pair.wanted, options)
    raw = source.exact[pair.block.start : pair.block.end]
    old = attrs.evolve(make_entry(pair.read, options), key=pair.block.key)
    if pair.wanted.key == pair.read.key:
        new = attrs.evolve(new, key=pair.block.key)
    in_place = revise(raw, old, new, source.newline) if pair.block.raw is None else None
    return new.text(newline=source.newline) if in_place is None else in_place


def _completed(source: Source, pair: _Pair, different: Sequence[str]) -> tuple[str, tuple[Entry, ...]]:
    """As `_revised`, with fields that the entry had from elsewhere (its parent, another field) written out, and their causes gone."""
    assert pair.wanted is not None
    options = options_of(source, pair.block)
    new = attrs.evolve(make_entry(pair.wanted, options), key=pair.block.key if pair.wanted.key == pair.read.key else pair.wanted.key)
    raw = source.exact[pair.block.start : pair.block.end]
    present = {place.name.lower() for place in places(raw) or ()}
    old = attrs.evolve(make_entry(pair.read, options), key=pair.block.key)
    causes = {cause for name in different for cause in CAUSES.get(name, ())}
    fields = tuple(field for field in old.fields if field[0] in present and field[0] not in causes)
    gone = tuple((name, "") for name in present & causes - {name for name, _ in new.fields})
    in_place = revise(raw, attrs.evolve(old, fields=(*fields, *gone)), new, source.newline) if pair.block.raw is None else None
    return in_place or new.text(newline=source.newline), ()


def _anew(source: Source, pair: _Pair, different: Sequence[str], linked: bool = True) -> tuple[str, tuple[Entry, ...]]:
    """The entry written as if it were new."""
    assert pair.wanted is not None
    entry = make_entry(pair.wanted, options_of(source, pair.block), linked)
    return entry.text(newline=source.newline), (entry,) if entry.lost else ()


def _alone(source: Source, pair: _Pair, different: Sequence[str]) -> tuple[str, tuple[Entry, ...]]:
    """As `_anew`, cut off from its parents: they say more than the study does."""
    return _anew(source, pair, different, linked=False)


def options_of(source: Source, block: Block | None = None) -> BibtexOptions:
    """How the file, or one entry of it, is written."""
    text = source.text[block.start : block.end] if block is not None else source.text
    if block is not None and not (_MODERN.search(text) or _CLASSIC.search(text)):
        text = source.text
    modern = bool(_MODERN.search(text) or _MODERN_TYPE.search(text)) and not _CLASSIC.search(text)
    return BibtexOptions(flavour="biblatex" if modern else "bibtex", unicode=not (source.text.isascii() and _ACCENT.search(source.text)))


def _assembled(source: Source, pairs: Sequence[_Pair], rewritten: dict[int, str], appended: Sequence[Entry], options: BibtexOptions) -> str:
    """The whole new text."""
    exact = source.exact
    out: list[str] = []
    at = 0
    for pair in pairs:
        block = pair.block
        if block.start not in rewritten or block.start < at:
            continue
        out += [exact[at : block.start], rewritten[block.start]]
        at = block.end
        if pair.wanted is None:
            at = _AFTER.match(exact, at).end()  # type: ignore[union-attr]
    out.append(exact[at:])
    text = "".join(out)
    newline = source.newline
    for entry in appended:
        if text and not text.endswith(("\n", "\r")):
            text += newline
        text += (newline if text.strip() else "") + entry.text(options.indent, newline) + newline
    return text


def _unlike(source: Source, text: str, expected: Sequence[Study]) -> dict[str, list[str]]:
    """The keys of studies that the new text does not give back as wanted, and what is different."""
    again = Source(text.replace("\r", "\n") if source.newline == "\r" else text, text)
    reading = Reading(again.text, None)
    back = {study.key: study for study in keyed([study for _, study in entries(again, reading)], reading)}
    by_key = {study.key: differences(fresh(study), back[study.key]) if study.key in back else ["key"] for study in expected}
    return {key: different for key, different in by_key.items() if different}


def _encoded(source: Source, text: str, appended: Sequence[Entry]) -> bytes:
    """The text in the file's encoding; letters that it does not have as LaTeX."""
    while True:
        try:
            return source.to_bytes(text)
        except UnicodeEncodeError as error:
            char = text[error.start]
            command = latex_character(char)
            if command == char:
                key = next((e.key for e in appended if char in e.text()), "")
                what = f'the character "{char}" (U+{ord(char):04X})'
                raise WriteError(f"{key}: {what} has no place in {source.encoding}: save the file as UTF-8") from None
            text = text.replace(char, command)
