"""A whole new ``.bib`` file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

import attrs

from litreview.errors import Problem, fault, nearest
from litreview.formats.bibtex.encoding import Source
from litreview.formats.bibtex.entry import SAME, Entry, differences, make_entry
from litreview.formats.bibtex.fields import KIND
from litreview.formats.bibtex.natural import fresh
from litreview.formats.bibtex.options import DEFAULT, BibtexOptions
from litreview.formats.bibtex.own_fields import KEY
from litreview.formats.bibtex.raw_entry import POINTERS, Reading
from litreview.formats.bibtex.reader import entries as entries_of
from litreview.formats.bibtex.verbatim import encode_verbatim
from litreview.record import Study

_ROUNDS = 4


def write_bibtex(studies: Sequence[Study], options: BibtexOptions = DEFAULT) -> tuple[bytes, tuple[Problem, ...]]:
    """The studies as a ``.bib`` file (UTF-8), one entry each, and one Problem ("info") for all that BibTeX cannot hold, if there is any.

    What a study says in a second language, its aspects with their evidence and everything else that BibTeX has no field for stands in
    extra fields that
    other programs pass over (see `own_fields`); `read_bibtex` gives back equal studies.

    >>> from litreview.record import LangText
    >>> title = LangText({"id": "Kota & desa", "en": "Town & country"})
    >>> print(write_bibtex([Study("lee2019", "book", title=title, language="id")])[0].decode())
    @book{lee2019,
      title = {Kota \\& desa},
      title_en = {Town \\& country},
      language = {indonesian},
    }
    """
    entries = [make_entry(study, options) for study in studies]
    if options.own and any(name in POINTERS for study in studies for name, _ in study.extra):
        entries = _with_parents(studies, entries, options)
    entries, replaced = _apart(studies, entries, options)
    text = _joined(entries, options)
    return (text + "\n" if text else "").encode("utf-8", "surrogatepass"), (*_absent(studies, options), *replaced, *not_carried(entries))


def _apart(studies: Sequence[Study], entries: Sequence[Entry], options: BibtexOptions) -> tuple[list[Entry], list[Problem]]:
    """The entries with keys that BibTeX tells apart, whatever their capitals; and a problem for each key that is not the study's."""
    taken: set[str] = set()
    unlike: list[Entry] = []
    problems: list[Problem] = []
    for study, entry in zip(studies, entries, strict=True):
        key, number = entry.key, 1
        while key.casefold() in taken:
            number += 1
            key = f"{entry.key}-{number}"
        taken.add(key.casefold())
        if key != entry.key and entry.key == study.key and options.own:
            entry = attrs.evolve(entry, fields=(*entry.fields, (KEY, f"{{{encode_verbatim(study.key)}}}")))
        if key != study.key:
            problems.append(fault("bibtex-key-replaced", key=study.key, new=key))
        unlike.append(attrs.evolve(entry, key=key))
    return unlike, problems


def _absent(studies: Sequence[Study], options: BibtexOptions) -> Iterator[Problem]:
    """A problem for each field that was asked for and that no study would have: most likely it is misspelt."""
    if options.fields is None or not studies:
        return
    names = {name for study in studies for name, _ in make_entry(study, attrs.evolve(options, fields=None)).fields}
    for name in options.fields:
        if not names & {name, *SAME.get(name, ())}:
            known = {*KIND, *names} - {name}
            yield fault("field-in-no-entry", field=name, nearest=nearest(name, known) or ", ".join(sorted(known)))


def _joined(entries: Sequence[Entry], options: BibtexOptions) -> str:
    return "\n\n".join(entry.text(options.indent) for entry in entries)


def _read(text: str) -> tuple[Study, ...]:
    """The studies that a reader of the whole file would find, with what they inherit."""
    return tuple(study for _, study in entries_of(Source(text, text), Reading(text, None)))


def _aliases(entry: Entry) -> list[str]:
    return [key.strip() for name, value in entry.fields if name == "ids" for key in value.strip("{}").split(",")]


def _linked(study: Study, keys: Collection[str]) -> bool:
    """Whether all entries from which this one inherits are among those written; shared data never is, for it is no study."""
    pointed = [key.strip() for name, value in study.extra if name in POINTERS for key in value.split(",")]
    return all(key.casefold() in keys for key in pointed if key)


def _with_parents(studies: Sequence[Study], entries: list[Entry], options: BibtexOptions) -> list[Entry]:
    """The entries, those cut off from their parents that would inherit what the study does not say. Each cut may change what others
    inherit, so it is looked at again."""
    aliased = options.flavour == "biblatex"  # classic BibTeX stops at a parent that is named by an alias
    keys = {key.casefold() for entry in entries for key in (entry.key, *(_aliases(entry) if aliased else ()))}
    pointing = [any(name in POINTERS for name, _ in study.extra) for study in studies]
    linked = [_linked(study, keys) for study in studies]
    for _ in range(_ROUNDS):
        entries = [entry if is_linked or not points else make_entry(study, options, linked=False)
                   for entry, study, is_linked, points in zip(entries, studies, linked, pointing, strict=True)]  # fmt: skip
        back = {study.key: study for study in _read(_joined(entries, options))}
        unlike = [
            points and is_linked and (study.key not in back or bool(set(differences(fresh(study), back[study.key])) - set(entry.lost)))
            for entry, study, is_linked, points in zip(entries, studies, linked, pointing, strict=True)
        ]
        if not any(unlike):
            return entries
        linked = [is_linked and not differs for is_linked, differs in zip(linked, unlike, strict=True)]
    return [make_entry(study, options, linked=not points) for study, points in zip(studies, pointing, strict=True)]


def not_carried(entries: Iterable[Entry]) -> tuple[Problem, ...]:
    """One problem for everything that the entries do not hold, or none."""
    lost = Counter(name for entry in entries for name in dict.fromkeys(entry.lost))
    if not lost:
        return ()
    parts = ", ".join(f"{name} ({count})" for name, count in lost.items())
    return (fault("bibtex-not-carried", severity="info", parts=parts),)
