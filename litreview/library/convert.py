"""A library as a file of another format, or of the same one with what changed in it, in the order asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from litreview._parts import Later
from litreview.errors import Problem, UnknownName, fault
from litreview.formats import Format, Layout, by_suffix, formats, named, written_suffixes
from litreview.languages.failures import unwritable
from litreview.library.collecting import seldom_collected
from litreview.library.sources import read_bytes
from litreview.record import Library, Study

_anyascii = Later("anyascii", "anyascii")


def convert(
    library: Library,
    to: str | Format,
    *,
    flavour: str | None = None,
    latex: bool | None = None,
    fields: Sequence[str] | None = None,
    sort: str | None = None,
) -> tuple[bytes, tuple[Problem, ...]]:
    """The library in the format `to` (its name), and what that format cannot hold; the choices and what is raised: `litreview.convert`."""
    format = named(to) if isinstance(to, str) else to
    layout = Layout(flavour, None if latex is None else not latex, None if fields is None else tuple(fields))
    source = source_of(library, format)
    if source is not None and format.update is not None and not layout.chosen() and sort is None:
        return format.update(read_bytes(source), library.studies)
    if source is not None and format.layout_of is not None:
        layout = layout.beside(format.layout_of(read_bytes(source)))
    data, problems = written(_ordered(library.studies, sort), format, layout)
    if source is not None and format.update is not None:
        problems = (fault("written-anew", file=source, severity="info"), *problems)
    return data, problems


@seldom_collected()
def written(studies: Sequence[Study], format: Format, layout: Layout | None = None) -> tuple[bytes, tuple[Problem, ...]]:
    """A new file with these studies that looks as asked. Raises as `convert` does."""
    if format.write is None:
        raise unwritable(fault("format-not-writable", severity="error", title=format.title))
    if layout is None or not layout.chosen():
        return format.write(studies)
    for choice in layout.chosen():
        if format.write_as is None or choice not in format.layout:
            raise unwritable(fault("format-leaves-no-choice", severity="error", title=format.title, option=_OPTIONS[choice]))
    if layout.flavour is not None and layout.flavour not in format.flavours:
        raise UnknownName("flavour", layout.flavour, format.flavours)
    assert format.write_as is not None
    return format.write_as(studies, layout)


_OPTIONS = {"flavour": "flavour", "unicode": "latex", "fields": "fields"}
"""What callers name the parts of a layout."""


def source_of(library: Library, format: Format) -> str | None:
    """The file from which everything in `library` that was read comes, if it is one file of this format and still there."""
    places = {(study.origin.file, study.origin.format) for study in library if study.origin and study.origin.file}
    if not len(library):
        files = {problem.origin.file for problem in library.problems if problem.origin.file}
        places = {(file, file_format.name) for file in files if (file_format := by_suffix(file)) is not None}
    path, name = next(iter(places)) if len(places) == 1 else (None, None)
    return path if path is not None and name == format.name and os.path.isfile(path) else None


def format_for(path: str | os.PathLike[str]) -> Format:
    """The format in which a library is written to `path`, by its suffix. Raises UnknownName, which lists the suffixes there are.

    >>> format_for("library.yaml").name, format_for("library.bib").name
    ('yaml', 'bibtex')
    """
    suffix = PurePath(path).suffix.casefold()
    writable = [f for f in formats() if f.write is not None]
    fitting = [f for f in writable if suffix in f.suffixes]
    if not fitting:
        raise UnknownName("output suffix", suffix or os.fspath(path), written_suffixes())
    # Of several formats with one suffix, those that must be told by their contents give way to the one that is usual.
    return min(fitting, key=lambda f: f.sniff is not None)


def _ordered(studies: Sequence[Study], by: str | None) -> tuple[Study, ...]:
    """The studies sorted by "key", "author", "year" or "title"; as they are if `by` is None.

    Accents and capitals make no difference. Studies that do not state what they are sorted by come last, and equal ones keep their
    order. Authors are followed by year and title, years by author and title. Raises UnknownName for another order.

    >>> from litreview.record import Dates, LangText, parse_date
    >>> old, new, undated = (Study(k, dates=Dates(d)) for k, d in (("o", {"issued": parse_date("1999")}), ("n", {"issued":
    ...     parse_date("2020")}), ("u", {})))
    >>> [study.key for study in _ordered((undated, new, old), "year")]
    ['o', 'n', 'u']
    """
    if by is None:
        return tuple(studies)
    if by not in ORDERS:
        raise UnknownName("order", by, ORDERS)
    keys = ORDERS[by]
    return tuple(sorted(studies, key=lambda study: [_last_if_absent(key(study)) for key in keys]))


def _last_if_absent(value: Any) -> tuple[bool, Any]:
    return (value is None, "" if value is None else value)


def _folded(texts: Iterable[str]) -> str | None:
    return " ".join(re.sub(r"<[^<>]*>|[^\w\s]", "", _anyascii(text)).casefold() for text in texts).strip() or None


def _author(study: Study) -> str | None:
    people = study.author or next((names for names in study.names.values() if names), ())
    return _folded(" ".join(filter(None, (name.family or name.literal, name.given))) for name in people)


def _title(study: Study) -> str | None:
    return _folded([study.text("title", study.language or "") or ""])


def _year(study: Study) -> tuple[int, int, int] | None:
    start = study.issued.start if study.issued else None
    return (start.year, start.month or 0, start.day or 0) if start else None


ORDERS: Mapping[str, tuple[Callable[[Study], Any], ...]] = {
    "key": (lambda study: study.key.casefold(),),
    "author": (_author, _year, _title),
    "year": (_year, _author, _title),
    "title": (_title, _author, _year),
}
"""Each order with what it goes by, the first counting most."""
