"""Highlights as a table: a row for each, by columns that many programs name alike."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from functools import cache

from litreview.highlights.exports import Excerpts, Export
from litreview.highlights.words import comment_text, page_of, source_text
from litreview.languages import language, tags
from litreview.record import Highlight
from litreview.record.colours import COLOURS, colour_of

_MOST = 100_000


def read(text: str) -> tuple[Excerpts, ...] | None:
    """The rows by their work; None where no column holds highlights, or none says of what they are."""
    try:
        dialect = csv.Sniffer().sniff(text[:4096], ",;\t") if text.strip() else csv.excel
        rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), dialect))[:_MOST]
    except csv.Error:
        return None
    columns = _columns(rows[0]) if rows else {}
    if "text" not in columns or not columns.keys() & {"title", "key"}:
        return None
    works: dict[tuple[str, str, str], list[Highlight]] = {}
    for row in rows[1:]:
        said = {name: row[at].strip() for name, at in columns.items() if at < len(row)}
        mark = _mark(said)
        if mark.text or mark.comment:
            works.setdefault((said.get("title", ""), said.get("author", ""), said.get("key", "")), []).append(mark)
    return tuple(Excerpts(tuple(marks), title, author, key) for (title, author, key), marks in works.items() if title or key) or None


def _mark(said: Mapping[str, str]) -> Highlight:
    colour = said.get("colour", "").casefold()
    text = source_text(said.get("text"), None)
    return Highlight(
        text,
        comment_text(said.get("comment")),
        page_of(said.get("page", "")),
        colour if colour in COLOURS else colour_of(colour),
        tuple(tag.strip().lstrip("#") for tag in re.split(r"[,;]", said.get("tags", "")) if tag.strip()),
        "highlight" if text else "note",
    )


def _columns(header: list[str]) -> dict[str, int]:
    """Where each of our columns stands; of two with one meaning the first."""
    columns: dict[str, int] = {}
    for at, name in enumerate(header):
        ours = _names().get(" ".join(name.replace("_", " ").split()).casefold().strip("\ufeff"))
        if ours is not None:
            columns.setdefault(ours, at)
    return columns


@cache
def _names() -> Mapping[str, str]:
    sections = (language(tag).section("highlights")["columns"] for tag in tags())
    return {str(word): str(ours) for section in sections for ours, words in section.items() for word in words}


EXPORT = Export("tabled", (".csv", ".tsv"), read)
