"""What was marked since a record was made: new highlights go in, those that differ are told, none is overwritten."""

from __future__ import annotations

import attrs

from litreview.record import Highlight, Study


def with_new_marks(record: Study, new: Study) -> tuple[Study, tuple[Highlight, ...], tuple[Highlight, ...]]:
    """`record` with the highlights of `new` that it has not, behind its own; those that were added; those that it has in other words.

    >>> from litreview.record import LangText
    >>> kept, changed, fresh = (Highlight(LangText({"en": words}), page="3", id=name) for words, name in zip("ABC", "112"))
    >>> study, added, differing = with_new_marks(Study("a", highlights=(kept,)), Study("a", highlights=(changed, fresh)))
    >>> [mark.id for mark in study.highlights], added == (fresh,), differing == (changed,)
    (['1', '2'], True, True)
    """
    by_id = {mark.id: mark for mark in record.highlights if mark.id}
    words = {(mark.text, mark.comment, mark.page) for mark in record.highlights}
    added: list[Highlight] = []
    differing: list[Highlight] = []
    for mark in new.highlights:
        known = by_id.get(mark.id) if mark.id else None
        if known is not None and _said(known) != _said(mark):
            differing.append(mark)
        elif known is None and (mark.text, mark.comment, mark.page) not in words:
            added.append(mark)
    return attrs.evolve(record, highlights=(*record.highlights, *added)), tuple(added), tuple(differing)


def _said(mark: Highlight) -> Highlight:
    """A highlight without where its file lies, which may move."""
    return attrs.evolve(mark, file=None, sheet=None)
