"""What somebody marked while reading the full text: the words of the source, her own words beside them, and the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

import attrs

from litreview.record.evidence import Evidence, locate
from litreview.record.frozen_map import FrozenMap
from litreview.record.langtext import LangText

Kind = Literal["highlight", "underline", "note", "image", "ink", "text"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""Text that was marked or underlined; a note at a place; a region of the page; a drawing; text written onto the page."""

HIGHLIGHTS, COMMENTS = "highlights", "comments"
"""The fields that evidence names: the words of the source that were marked, and those of the reader."""

Legend = FrozenMap[str, str]
"""What marks mean: a colour (``yellow``, ``#ffd400``) or a tag, in small letters -> an aspect, `GAP`, or "" for nothing at all."""

GAP = "gap"
"""What a study calls missing: no aspect, but a highlight may say it."""


@attrs.frozen
class Highlight:
    """One mark in the full text of a study.

    - `text`: the words of the source, `comment`: those of the reader, each under the tag of its language.
    - `page`: the page as it is printed there ("315", "xii"); `sheet`: the page of the file, from 1; `file`: the name of that file.
    - `colour`: a name ("yellow") or ``#rrggbb``; `tags`: the reader's.
    - `id`: by which the same mark is known when it is read again.
    """

    text: LangText = LangText()
    comment: LangText = LangText()
    page: str | None = None
    colour: str | None = None
    tags: tuple[str, ...] = ()
    kind: Kind = "highlight"
    sheet: int | None = None
    file: str | None = None
    id: str | None = None

    def words(self, field: str) -> LangText:
        """Its words by the field that evidence names.

        >>> Highlight(LangText({"en": "Ports grew."})).words("highlights")["en"]
        'Ports grew.'
        """
        return self.text if field == HIGHLIGHTS else self.comment if field == COMMENTS else LangText()


def full_text_read(highlights: Iterable[Highlight]) -> bool:
    """Whether highlights show that somebody had the full text before her: one has words of it, or stands on a page.

    >>> full_text_read([Highlight(comment=LangText({"en": "to read"}), kind="note")]), full_text_read([Highlight(page="3")])
    (False, True)
    """
    return any(one.text or one.page or one.sheet for one in highlights)


def joined(highlights: Iterable[Highlight], field: str) -> LangText:
    """All words of one of the two fields by language, a line for each highlight."""
    lines: dict[str, list[str]] = {}
    for highlight in highlights:
        for tag, words in highlight.words(field).items():
            lines.setdefault(tag, []).append(words)
    return LangText({tag: "\n".join(listed) for tag, listed in lines.items()})


def marked(highlights: Iterable[Highlight], evidence: Evidence) -> tuple[Highlight, ...]:
    """The highlights that hold the words of `evidence`, whatever their page.

    >>> mark = Highlight(LangText({"en": "Ports grew."}), page="3")
    >>> marked([mark], Evidence("highlights", "en", "Ports grew", locator="9"))[0].page
    '3'
    """
    return tuple(one for one in highlights if locate(evidence.quote, one.words(evidence.field).get(evidence.language, "")) is not None)
