"""A whole new ``.bib`` file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from litreview.errors import Problem, fault
from litreview.formats.bibtex.entry import Entry, make_entry
from litreview.formats.bibtex.options import DEFAULT, BibtexOptions
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
    text = "\n\n".join(entry.text(options.indent) for entry in entries)
    return (text + "\n" if text else "").encode("utf-8", "surrogatepass"), not_carried(entries)


def not_carried(entries: Iterable[Entry]) -> tuple[Problem, ...]:
    """One problem for everything that the entries do not hold, or none."""
    lost = Counter(name for entry in entries for name in dict.fromkeys(entry.lost))
    if not lost:
        return ()
    parts = ", ".join(f"{name} ({count})" for name, count in lost.items())
    return (fault("bibtex-not-carried", severity="info", parts=parts),)
