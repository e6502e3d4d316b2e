"""The same study in several files: a library and the `.bib` made from it must not double each work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from litreview.errors import Problem, fault
from litreview.formats import Format
from litreview.record import Study

NATIVE = "yaml"
"""The format that holds everything a record can say: of copies, the one in this format is kept."""


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
    """
    kept = _kept(files)
    problems: list[Problem] = []
    studies: list[Study] = []
    for read in files:
        rivals = {s.key: kept[s.key] for s in read.studies if kept[s.key][0] != read.path}
        carried = _carried(read.format, [study for _, study in rivals.values()])
        for study in read.studies:
            if study.key not in rivals:
                studies.append(study)
                continue
            home, rival = rivals[study.key]
            line = study.origin.line if study.origin else None
            if study in (rival, carried.get(study.key)):
                problems.append(fault("copy-of-study", key=study.key, file=read.path, line=line, severity="info", other=home))
            elif _same_work(study, rival):
                fields = ", ".join(_differing(study, carried.get(study.key, rival)))
                problems.append(fault("copy-differs", key=study.key, file=read.path, line=line, other=home, fields=fields))
            else:
                studies.append(study)
    return tuple(studies), tuple(problems)


def _kept(files: Sequence[Read]) -> dict[str, tuple[str, Study]]:
    """For each key the path and study that is kept: native files first, then the order given."""
    kept: dict[str, tuple[str, Study]] = {}
    for read in sorted(files, key=lambda r: r.format is None or r.format.name != NATIVE):
        for study in read.studies:
            kept.setdefault(study.key, (read.path, study))
    return kept


def _carried(format: Format | None, studies: Sequence[Study]) -> dict[str, Study]:
    """What is left of `studies` when they are written in `format` and read again, by key."""
    if format is None or format.write is None or format.read is None or not studies:
        return {}
    data, _ = format.write(studies)
    return {study.key: study for study in format.read(data, "")[0]}


def _same_work(one: Study, other: Study) -> bool:
    """Whether two studies with one key are one work: by DOI, else by title, unless their first authors differ."""
    dois = [_folded(s.text("DOI") or "") for s in (one, other)]
    if all(dois):
        return dois[0] == dois[1]
    first = [_folded(s.author[0].family or s.author[0].text()) for s in (one, other) if s.author]
    titles = [{_folded(text) for text in s.title.values()} - {""} for s in (one, other)]
    return bool(titles[0] & titles[1]) and len(set(first)) < 2


def _folded(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _differing(one: Study, other: Study) -> Iterable[str]:
    """The names of the fields and variables in which two studies differ, in the order of the record."""
    for field in attrs.fields(Study):
        if field.eq is False:
            continue
        first, second = getattr(one, field.name), getattr(other, field.name)
        if first == second:
            continue
        if field.name in ("names", "dates", "variables"):
            yield from (name for name in {**first, **second} if first.get(name) != second.get(name))
        else:
            yield field.name
