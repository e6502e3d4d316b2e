"""The same study in several files: a library and the `.bib` made from it must not double each work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from litreview.errors import Problem, fault
from litreview.formats import Format
from litreview.record import Study

NATIVE = "yaml"
"""The format that holds everything a record can say: of copies, the one in this format is kept."""

_BETWEEN = re.compile(r"[\W_]+")

SHORT = 15
"""A title of no more letters says too little to know a page again."""


@attrs.frozen
class Read:
    """What one file gave; `format` is None for an abstract page."""

    path: str
    format: Format | None
    studies: tuple[Study, ...]


def without_copies(files: Sequence[Read]) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of `files` in order, those left out that stand in another of the files under the same key.

    Of studies with one key in several files the one in the native format is kept, else the first. Another is its copy when it
    says what the kept one says in that file's format ("copy-of-study", for information); when title or DOI show the same work but
    other facts differ, it is left out with a warning that names them ("copy-differs"). A different work stays, for its key to be renamed.
    An abstract page gives way to a record of the same title or abstract, and to an earlier page, whatever their keys ("page-recorded").
    """
    files, problems = _without_recorded_pages(files)
    kept = _kept_by_key(files)
    studies: list[Study] = []
    for read in files:
        rivals = {s.key: kept[s.key] for s in read.studies if kept[s.key][0] != read.path}
        round_trip = _after_round_trip(read.format, [study for _, study in rivals.values()])
        for study in read.studies:
            if study.key not in rivals:
                studies.append(study)
                continue
            home, rival = rivals[study.key]
            line = study.origin.line if study.origin else None
            if study in (rival, round_trip.get(study.key)):
                problems.append(fault("copy-of-study", key=study.key, file=read.path, line=line, severity="info", other=home))
            elif _same_work(study, rival):
                fields = ", ".join(_differing(study, round_trip.get(study.key, rival)))
                problems.append(fault("copy-differs", key=study.key, file=read.path, line=line, other=home, fields=fields))
            else:
                studies.append(study)
    return tuple(studies), tuple(problems)


def _without_recorded_pages(files: Sequence[Read]) -> tuple[list[Read], list[Problem]]:
    """The files without the pages whose study stands in another file, and what is to be said of each."""
    if all(read.format is not None for read in files):
        return list(files), []
    known: dict[str, list[tuple[str, Study]]] = {}
    for read in files:
        for study in read.studies if read.format is not None else ():
            for mark in page_marks(study):
                known.setdefault(mark, []).append((read.path, study))
    remaining: list[Read] = []
    problems: list[Problem] = []
    for read in files:
        kept: list[Study] = []
        for study in read.studies:
            home = recorded(study, known) if read.format is None else None
            if home is not None and home[0] != read.path:
                line = study.origin.line if study.origin else None
                problems.append(fault("page-recorded", key=home[1].key, file=read.path, line=line, severity="info", other=home[0]))
                continue
            kept.append(study)
            for mark in page_marks(study) if read.format is None else ():
                known.setdefault(mark, []).append((read.path, study))
        remaining.append(attrs.evolve(read, studies=tuple(kept)))
    return remaining, problems


def page_marks(study: Study) -> set[str]:
    """By what a page of this study would be known again: its titles and abstracts, letters and digits only."""
    titles = (text for text in study.title.values() if not text.startswith("["))
    return {mark for text in (*titles, *study.abstract.values()) if len(mark := _folded(text)) > SHORT}


def recorded(page: Study, known: Mapping[str, Sequence[tuple[str, Study]]]) -> tuple[str, Study] | None:
    """The path and the study, of those `known` under their `page_marks`, that a page is of: one abstract, or one title and first author."""
    for mark in page_marks(page):
        for path, study in known.get(mark, ()):
            abstracts = {_folded(text) for text in study.abstract.values()} & {_folded(text) for text in page.abstract.values()} - {""}
            if abstracts or _same_work(page, study):
                return path, study
    return None


def _kept_by_key(files: Sequence[Read]) -> dict[str, tuple[str, Study]]:
    """For each key the path and study that is kept: native files first, then the order given."""
    kept: dict[str, tuple[str, Study]] = {}
    for read in sorted(files, key=lambda r: r.format is None or r.format.name != NATIVE):
        for study in read.studies:
            kept.setdefault(study.key, (read.path, study))
    return kept


def _after_round_trip(format: Format | None, studies: Sequence[Study]) -> dict[str, Study]:
    """What is left of `studies` when they are written in `format` and read again, by key."""
    if format is None or format.write is None or format.read is None or not studies:
        return {}
    data, _ = format.write(studies)
    return {study.key: study for study in format.read(data, "")[0]}


def _same_work(study: Study, other: Study) -> bool:
    """Whether two studies with one key are one work: by DOI, else by title, unless their first authors differ."""
    dois = [_folded(s.text("DOI") or "") for s in (study, other)]
    if all(dois):
        return dois[0] == dois[1]
    first_authors = [_folded(s.author[0].family or s.author[0].text()) for s in (study, other) if s.author]
    titles = [{_folded(text) for text in s.title.values()} - {""} for s in (study, other)]
    return bool(titles[0] & titles[1]) and len(set(first_authors)) < 2


def _folded(text: str) -> str:
    return _BETWEEN.sub("", text.casefold())


def _differing(study: Study, other: Study) -> Iterable[str]:
    """The names of the fields and variables in which two studies differ, in the order of the record."""
    for field in attrs.fields(Study):
        if field.eq is False:
            continue
        value, other_value = getattr(study, field.name), getattr(other, field.name)
        if value == other_value:
            continue
        if field.name in ("names", "dates", "variables"):
            yield from (name for name in {**value, **other_value} if value.get(name) != other_value.get(name))
        else:
            yield field.name
