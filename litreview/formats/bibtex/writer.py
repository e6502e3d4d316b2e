"""A whole new ``.bib`` file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from litreview.errors import Problem, fault
from litreview.formats.bibtex.draft import POINTERS, Reading
from litreview.formats.bibtex.encoding import Source
from litreview.formats.bibtex.entry import Entry, differences, make_entry
from litreview.formats.bibtex.natural import fresh
from litreview.formats.bibtex.options import DEFAULT, BibtexOptions
from litreview.formats.bibtex.reader import entries as entries_of
from litreview.record import Study


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
    text = _joined(entries, options)
    if options.own and any(name in POINTERS for study in studies for name, _ in study.extra):
        entries = [_unlinked(entry, study, back, options) for entry, study, back in zip(entries, studies, _read(text), strict=True)]
        text = _joined(entries, options)
    return (text + "\n" if text else "").encode("utf-8", "surrogatepass"), not_carried(entries)


def _joined(entries: Sequence[Entry], options: BibtexOptions) -> str:
    return "\n\n".join(entry.text(options.indent) for entry in entries)


def _read(text: str) -> tuple[Study, ...]:
    """The studies that a reader of the whole file would find, with what they inherit."""
    return tuple(study for _, study in entries_of(Source(text, text), Reading(text, None)))


def _unlinked(entry: Entry, study: Study, back: Study, options: BibtexOptions) -> Entry:
    """The entry, cut off from its parents if it would inherit what the study does not say."""
    different = [name for name in differences(fresh(study), back) if name not in entry.lost]
    return make_entry(study, options, linked=False) if different else entry


def not_carried(entries: Iterable[Entry]) -> tuple[Problem, ...]:
    """One problem for everything that the entries do not hold, or none."""
    lost = Counter(name for entry in entries for name in dict.fromkeys(entry.lost))
    if not lost:
        return ()
    parts = ", ".join(f"{name} ({count})" for name, count in lost.items())
    return (fault("bibtex-not-carried", severity="info", parts=parts),)
