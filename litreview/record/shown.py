"""A study as a small table of HTML, for notebooks: what is stated, under the names of CSL and of the aspects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from litreview.record.aspects import ASPECTS, Aspects, Partner, Period, Statement
from litreview.record.dates import Date
from litreview.record.langtext import LangText
from litreview.record.names import Name

Rows = Iterable[tuple[str, str]]


def table(title: str, rows: Rows) -> str:
    """A table of two columns under a caption, all of it escaped.

    >>> table("a & b", [("type", "book")])
    '<table><caption>a &amp; b</caption><tr><th>type</th><td>book</td></tr></table>'
    """
    cells = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in rows)
    return f"<table><caption>{escape(title)}</caption>{cells}</table>"


def texts(fields: Mapping[str, LangText]) -> Iterator[tuple[str, str]]:
    """Texts, each language by its tag where there are several."""
    for name, text in fields.items():
        for tag, words in text.items():
            yield (name if len(text) == 1 else f"{name} ({tag})"), words


def people(names: Mapping[str, tuple[Name, ...]]) -> Iterator[tuple[str, str]]:
    """The names in each role."""
    return ((role, "; ".join(name.text() for name in listed)) for role, listed in names.items() if listed)


def days(dates: Mapping[str, Date]) -> Iterator[tuple[str, str]]:
    """The dates as EDTF."""
    return ((name, date.edtf()) for name, date in dates.items())


def stated(aspects: Aspects) -> Iterator[tuple[str, str]]:
    """The aspects that are stated, and those of which a person says that they are not."""
    for name in ASPECTS:
        values = aspects.values(name)
        if values:
            yield name, "; ".join(_said(value) for value in values)
        elif name in aspects.looked_for:
            yield name, "null"


def _said(value: Statement | Period | Partner) -> str:
    if isinstance(value, Period):
        return f"{value.start}–{value.end}" if value.end else str(value.start)
    best = (value.name if isinstance(value, Partner) else value.text).best("en")
    return best[1] if best else ""
