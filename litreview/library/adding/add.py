"""Adding studies to a library: new records are written, what is there already is said, nothing is ever overwritten."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import attrs

from litreview.errors import Problem, fault
from litreview.formats.yaml.comments import Comment
from litreview.languages import language
from litreview.languages.failures import unwritable
from litreview.library.adding.arrivals import Arrival, arrivals
from litreview.library.adding.filling import FOUND, differences, fillable, filled, stated
from litreview.library.adding.homes import FINGERPRINT, homes
from litreview.library.adding.places import Target, placed, target
from litreview.library.checks.required_fields import missing
from litreview.library.repairs.nulls import BY_A_PERSON
from litreview.library.rewrite import files_of, rewritten, write
from litreview.library.safe.putting import Put, put
from litreview.library.save import NOTHING, check_target
from litreview.online import Client
from litreview.record import ASPECT, Confidence, Library, Study, state
from litreview.record.keys import unused

State = Literal["added", "there", "filled"]


@attrs.frozen
class Addition:
    """What became of one study.

    - `state`: "added" (a new record), "there" (a record of it is there and stays as it is) or "filled" (empty fields of it were filled).
    - `study`: the record as it is now; `file` where it stands; `source` where the study came from.
    - `missing`: fields that a work of its type needs, or that a page should have, and that are not there yet.
    - `unread`: aspects that reading the abstract did not find, which a person may know.
    - `check`: values found by doubtful signs, which a person should compare with the source.
    - `new`: fields that the source states and the record there lacks, and that were not filled; `differing`: those they state otherwise.
    """

    state: State
    study: Study
    source: str
    file: str | None
    missing: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    check: tuple[Confidence, ...] = ()
    new: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()


@attrs.frozen
class Additions:
    """What became of each study, in the order given; what was wrong; and the identifiers for which no record was found."""

    entries: tuple[Addition, ...]
    problems: tuple[Problem, ...] = ()
    not_found: tuple[str, ...] = ()


def add(
    given: Sequence[Library | str | os.PathLike[str]],
    into: str | os.PathLike[str],
    *,
    text: str | None,
    fill: bool,
    lang: str,
    client: Client,
    concepts: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
) -> Additions:
    """Studies added to the library `into`: see `litreview.add`."""
    arriving, arrival_problems, failed = arrivals(given, text, client, concepts)
    place = target(into)
    located = homes(place.library.studies, arriving)
    new_studies: list[Study] = []
    by_place: dict[int, Study] = dict(enumerate(place.library.studies))
    taken = {study.key for study in place.library}
    problems = [*arrival_problems, *(p for p in place.library.problems if p.severity == "error")]
    steps: list[tuple[Arrival, int, bool]] = []
    for number, (arrival, home) in enumerate(zip(arriving, located, strict=True), len(by_place)):
        problems += home.doubts
        if home.place is not None:
            steps.append((arrival, home.place, False))
            continue
        study = _new_record(arrival, taken, place)
        if study.key != arrival.study.key and not arrival.fingerprint:
            problems.append(fault("duplicate-key", key=arrival.study.key, file=arrival.source, new=study.key))
        taken.add(study.key)
        by_place[number] = study
        new_studies.append(study)
        steps.append((arrival, number, True))
    comments = [comment for study in new_studies for comment in _comments(study, lang)]
    kept, more = _written(place, new_studies, comments)
    problems += more
    by_place |= {n: kept.get(study.key, study) for n, study in by_place.items() if study in new_studies}
    entries: list[Addition] = []
    for arrival, number, new in steps:
        entries.append(_added(arrival, by_place[number]) if new else _already_there(arrival, by_place[number]))
    if fill:
        entries, more = _filled(entries, [arrival for arrival, _, _ in steps], into)
        problems += more
    return Additions(tuple(entries), tuple(dict.fromkeys(problems)), failed)


def _new_record(arrival: Arrival, taken: set[str], place: Target) -> Study:
    """The record to write: under a key of its own, with what is needed to know its page again."""
    study = attrs.evolve(arrival.study, key=unused(arrival.study.key, taken))
    if not arrival.fingerprint or not (place.format is None or place.format.name == "yaml"):
        return study
    memory = ((FINGERPRINT, arrival.fingerprint), (FOUND, " ".join(name for name, _ in stated(study))), BY_A_PERSON)
    return attrs.evolve(study, extra=(*study.extra, *memory))


def _comments(study: Study, lang: str) -> list[Comment]:
    words = language(lang).section("confidence")
    doubts = [known for known in study.confidence if known.level == "low"]
    return [Comment(study.key, d.path(), f"{words['check']}: {', '.join(str(words[r]) for r in d.reasons[:2])}") for d in doubts]


def _written(place: Target, studies: Sequence[Study], comments: Sequence[Comment]) -> tuple[dict[str, Study], list[Problem]]:
    """The new records by key, where they stand now."""
    if not studies:
        return {}, []
    files, written, problems = placed(place, studies, comments)
    if place.format is None:
        try:
            place.path.mkdir(exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise unwritable(fault("output-failed", file=str(place.path), severity="error", reason=reason)) from error
    put([Put(path, check_target(path, NOTHING), data, path) for path, data in files.items()])
    return {study.key: attrs.evolve(study, confidence=old.confidence) for study, old in zip(written, studies, strict=True)}, problems


def _added(arrival: Arrival, study: Study) -> Addition:
    file = study.origin.file if study.origin else None
    unread = tuple(name for name, aspect in ASPECT.items() if aspect.reported and state(study, name) == "not-read")
    check = tuple(known for known in study.confidence if known.level == "low")
    return Addition("added", study, arrival.source, file, _missing(study, bool(arrival.fingerprint)), unread, check)


def _missing(study: Study, page: bool) -> tuple[str, ...]:
    """What a work of its type needs and, of a `page`, what a page should have; without an abstract nothing can be read."""
    needed = [name for name, _ in missing(study)]
    wanted = ("title", "author", "issued", "abstract", "keywords") if page else ("abstract",)
    return tuple(dict.fromkeys([*needed, *(name for name in wanted if state(study, name) != "stated")]))


def _already_there(arrival: Arrival, record: Study) -> Addition:
    new, differing = differences(record, arrival.study)
    return Addition("there", record, arrival.source, record.origin.file if record.origin else None, new=new, differing=differing)


def _filled(entries: list[Addition], arriving: Sequence[Arrival], into: str | os.PathLike[str]) -> tuple[list[Addition], list[Problem]]:
    """Fill what may be filled, in the files where the records stand."""
    wanted: dict[str, Study] = {}
    additions: list[Addition] = []
    for entry, arrival in zip(entries, arriving, strict=True):
        names = fillable(entry.study, arrival.study) if entry.state == "there" and entry.study.key not in wanted else ()
        if not names:
            additions.append(entry)
            continue
        study = filled(entry.study, arrival.study, names)
        wanted[study.key] = study
        left = tuple(name for name in entry.new if name not in names)
        additions.append(attrs.evolve(entry, state="filled", study=study, new=left))
    if not wanted:
        return additions, []
    place = target(Path(into))
    files = [source for source in files_of(place.library) if source.format is not None]
    changes, problems = rewritten(files, place.library, lambda study: wanted.get(study.key, study))
    write(changes)
    return additions, list(problems)
