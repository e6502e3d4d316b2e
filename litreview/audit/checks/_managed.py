"""Works that a citation manager put into a draft under names of its own, known again as the records they are."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from litreview.audit.chapters import DraftText, Mark, Passage
from litreview.audit.checks._sources import flat
from litreview.audit.checks._works import Work, of_item, of_study
from litreview.record import Library


def with_records(text: DraftText, library: Library | None) -> DraftText:
    """The draft with the keys of the sources in its citations, where title and year, or the DOI, say that it is the same work."""
    own = {study.key for study in library or ()}
    managed = [(key, item) for key, item in text.works if key not in own]
    if library is None or not managed:
        return text
    by_doi = {doi.casefold(): study.key for study in library if (doi := study.text("DOI"))}
    by_title: dict[tuple[str, str | None], set[str]] = {}
    for study in library:
        for handle in _titles(of_study(study)):
            by_title.setdefault(handle, set()).add(study.key)
    names: dict[str, str] = {}
    for key, item in managed:
        same = {by_doi.get(str(item.get("DOI") or "").casefold(), "")} - {""}
        same = same or {one for handle in _titles(of_item(key, item)) for one in by_title.get(handle, ())}
        if len(same) == 1:
            names[key] = same.pop()
    if not names:
        return text
    return attrs.evolve(
        text,
        passages=tuple(_renamed(passage, names) for passage in text.passages),
        notes=tuple(_renamed(note, names) for note in text.notes),
        works=tuple((key, item) for key, item in text.works if key not in names),
    )


def _titles(work: Work) -> set[tuple[str, str | None]]:
    letters = ("".join(c for c in flat(title) if c.isalnum()) for title in work.titles)
    return {(title, work.year) for title in letters if len(title) > 7}


def _renamed(passage: Passage, names: Mapping[str, str]) -> Passage:
    marks: tuple[Mark, ...] = tuple(
        attrs.evolve(mark, keys=tuple(dict.fromkeys(names.get(key, key) for key in mark.keys))) for mark in passage.marks
    )
    return attrs.evolve(passage, marks=marks, works=tuple(names.get(key, key) for key in passage.works))
