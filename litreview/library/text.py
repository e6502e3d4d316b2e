"""Studies in a text at hand: records of any format that can be told by how it begins, else abstract pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.errors import Problem, ReadError, fault
from litreview.formats import Format, formats, named
from litreview.languages.failures import unreadable
from litreview.library.pages import studies_of
from litreview.library.sources import PAGE, read_text
from litreview.record import Library, Study, unique_keys

NAME = "-"
"""What a text without a file is called in messages."""

_HEAD = 4096
_BIBTEX = re.compile(r"\s*(?:%[^\n]*\n\s*)*@\s*\w+\s*[{(]")
_YAML = re.compile(r"\s*(?:#[^\n]*\n\s*)*-?\s*key\s*:")
_JSON = re.compile(r"\s*[\[{]")


def loads(text: str | bytes, format: str | None = None) -> Library:
    """The studies in `text`: see `litreview.loads`."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    words = text if isinstance(text, str) else ""
    if format is None and isinstance(text, bytes):
        words = read_text(text, NAME)
    kind = None if format == PAGE else named(format) if format is not None else told_by_its_head(words)
    if kind is not None and kind.read is None:
        raise unreadable(fault("format-not-readable", severity="error", title=kind.title))
    recorded = records(kind, data, certain=format is not None)
    if recorded is None:
        recorded = studies_of(words or read_text(data, NAME), NAME)
    studies, doubled = unique_keys(recorded[0])
    problems = recorded[1] if studies or recorded[1] else [fault("no-studies", file=NAME)]
    return Library(studies, tuple(dict.fromkeys([*(problem.at(NAME) for problem in problems), *doubled])))


def records(format: Format | None, data: bytes, certain: bool = False) -> tuple[Sequence[Study], Sequence[Problem]] | None:
    """The studies of `data` in `format` and what is wrong in them, or None where it holds no records but pages.

    Raises ReadError for what begins as records of a format do, or is said (`certain`) to be such, and cannot be read.
    """
    if format is None or format.read is None:
        return None
    try:
        studies, problems = format.read(data, NAME)
    except ReadError:
        if certain or format.sniff is not None or format.name == "bibtex":
            raise
        return None
    return (studies, problems) if studies or certain else None


def told_by_its_head(text: str) -> Format | None:
    """The bibliographic format that a text is in, by how it begins; None for an abstract page.

    >>> texts = "@book{a, title = {Kota}}", "TY  - BOOK\\nER  -", "ABSTRAK\\n\\nStudi ini"
    >>> [f.name if (f := told_by_its_head(text)) else None for text in texts]
    ['bibtex', 'ris', None]
    """
    if _BIBTEX.match(text):
        return named("bibtex")
    head = text.lstrip("\ufeff \t\r\n").encode("utf-8", "surrogatepass")[:_HEAD]
    for format in formats():
        if format.read is not None and format.sniff is not None and format.sniff(head):
            return format
    if _YAML.match(text):
        return named("yaml")
    return named("csl-json") if _JSON.match(text) else None
