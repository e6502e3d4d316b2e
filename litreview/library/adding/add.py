"""Adding studies to a library: new records are written, what is there already is said, nothing is ever overwritten."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Literal

import attrs

from litreview.errors import Problem, fault
from litreview.formats.yaml.comments import Comment
from litreview.languages import language
from litreview.library.adding.arrivals import Arrival, arrivals
from litreview.library.adding.filling import FOUND, differences, fillable, filled, stated
from litreview.library.adding.homes import FINGERPRINT, homes
from litreview.library.adding.places import Target, make_place, placed, target
from litreview.library.checks.required_fields import missing
from litreview.library.marking import with_new_marks
from litreview.library.repairs.nulls import BY_A_PERSON
from litreview.library.rewrite import Rewrite, put
from litreview.library.safe.commit import locked
from litreview.online import Client
from litreview.record import ASPECT, Confidence, Highlight, Library, Study, state
from litreview.record.keys import unused

State = Literal["added", "there", "filled", "marked"]


@attrs.frozen
class Addition:
    """What became of one study.

    - `state`: "added" (a new record), "there" (a record of it is there and stays as it is) "filled" (empty fields of it were filled) or
      "marked" (highlights were put into it).
    - `study`: the record as it is now; `file` where it stands; `source` where the study came from.
    - `missing`: fields that a work of its type needs, or that a page should have, and that are not there yet.
    - `unread`: aspects that reading the abstract did not find, which a person may know.
    - `check`: values found by doubtful signs, which a person should compare with the source.
    - `marked`: how many highlights were put into the record there; `remarked`: the pages of those that the source has in other words.
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
    marked: int = 0
    remarked: tuple[str, ...] = ()


@attrs.frozen
class Additions:
    """What became of each study, in the order given; what was wrong; and the identifiers for which no record was found.

    `files` are those that were written, or would be.
    """

    entries: tuple[Addition, ...]
    problems: tuple[Problem, ...] = ()
    not_found: tuple[str, ...] = ()
    files: tuple[Rewrite, ...] = ()


def add(
    given: Sequence[Library | str | os.PathLike[str]],
    into: str | os.PathLike[str],
    *,
    text: str | None,
    fill: bool,
    lang: str,
    client: Client,
    concepts: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    dry_run: bool,
) -> Additions:
    """Studies added to the library `into`: see `litreview.add`."""
    arriving, problems, failed = arrivals(given, text, client, concepts)
    if dry_run or not arriving:
        done = _worked_out(target(into), arriving, fill, lang)
    else:
        place = make_place(into)
        with locked({place}) as held:  # from reading to writing, so that two processes that add wait for each other
            done = _worked_out(target(into), arriving, fill, lang)
            put(done.files, "add")
        problems = (*problems, *held.problems)
    return attrs.evolve(done, problems=tuple(dict.fromkeys([*problems, *done.problems])), not_found=failed)


def _worked_out(place: Target, arriving: Sequence[Arrival], fill: bool, lang: str) -> Additions:
    """What becomes of each study, and of the files of the place; nothing is written."""
    existing = place.library.studies
    by_place: dict[int, Study] = dict(enumerate(existing))
    taken = {study.key for study in place.library}
    problems = [p for p in place.library.problems if p.severity == "error"]
    steps: list[tuple[Arrival, int, bool]] = []
    for number, (arrival, home) in enumerate(zip(arriving, homes(existing, arriving), strict=True), len(by_place)):
        problems += home.doubts
        if home.place is not None and home.place in by_place:  # marks that no record took in are none
            steps.append((arrival, home.place, False))
            continue
        if arrival.marks_only:
            said = arrival.study.text("title") or arrival.study.key or next((value for _, value in arrival.study.extra), "")
            problems.append(fault("marks-without-record", file=arrival.source, title=said, count=len(arrival.study.highlights)))
            continue
        study = _new_record(arrival, taken, place)
        if study.key != arrival.study.key and not arrival.fingerprint:
            problems.append(fault("duplicate-key", key=arrival.study.key, file=arrival.source, new=study.key))
        taken.add(study.key)
        by_place[number] = study
        steps.append((arrival, number, True))
    filled_names = _fill(steps, by_place) if fill else {}
    marked = _mark(steps, by_place)
    new_studies = [by_place[number] for _, number, new in steps if new]
    comments = [comment for study in new_studies for comment in doubts(study, lang)]
    touched = {*filled_names.values(), *(steps[step][1] for step, (added, _) in marked.items() if added)}
    changed = {by_place[number].key: by_place[number] for number in sorted(touched) if number < len(existing)}
    files, written, more = placed(place, new_studies, comments, changed)
    kept = {study.key: attrs.evolve(study, confidence=old.confidence) for study, old in zip(written, new_studies, strict=True)}
    entries: list[Addition] = []
    for step, (arrival, number, new) in enumerate(steps):
        study = kept.get(by_place[number].key, by_place[number]) if number >= len(existing) else by_place[number]
        if new:
            entries.append(_added(arrival, study))
        else:
            added, differing = marked.get(step, ((), ()))
            there = _already_there(arrival, study, "filled" if step in filled_names else "marked" if added else "there")
            there = attrs.evolve(there, new=(), differing=()) if arrival.marks_only else there
            entries.append(attrs.evolve(there, marked=len(added), remarked=tuple(mark.page or "–" for mark in differing)))
    return Additions(tuple(entries), (*problems, *more), files=files)


def _fill(steps: Sequence[tuple[Arrival, int, bool]], by_place: dict[int, Study]) -> dict[int, int]:
    """Fill in `by_place` what may be filled, each record once: the steps that did, with the place of the record."""
    done: dict[int, int] = {}
    for step, (arrival, number, new) in enumerate(steps):
        names = () if new or arrival.marks_only or number in done.values() else fillable(by_place[number], arrival.study)
        if names:
            by_place[number] = filled(by_place[number], arrival.study, names)
            done[step] = number
    return done


def _mark(
    steps: Sequence[tuple[Arrival, int, bool]], by_place: dict[int, Study]
) -> dict[int, tuple[tuple[Highlight, ...], tuple[Highlight, ...]]]:
    """Put new highlights into the records in `by_place`: for each step those that were added, and those that differ."""
    done: dict[int, tuple[tuple[Highlight, ...], tuple[Highlight, ...]]] = {}
    for step, (arrival, number, new) in enumerate(steps):
        if not new and arrival.study.highlights:
            by_place[number], added, differing = with_new_marks(by_place[number], arrival.study)
            done[step] = added, differing
    return done


def _new_record(arrival: Arrival, taken: set[str], place: Target) -> Study:
    """The record to write: under a key of its own, with what is needed to know its page again."""
    study = attrs.evolve(arrival.study, key=unused(arrival.study.key, taken))
    if not arrival.fingerprint or not (place.format is None or place.format.name == "yaml"):
        return study
    return known_again(study, arrival)


def known_again(study: Study, arrival: Arrival) -> Study:
    """The record `study` with what is needed to know the page it is of again, and what was found there."""
    memory = ((FINGERPRINT, arrival.fingerprint), (FOUND, " ".join(name for name, _ in stated(arrival.study))), BY_A_PERSON)
    return attrs.evolve(study, extra=(*study.extra, *memory)) if arrival.fingerprint else study


def doubts(study: Study, lang: str) -> list[Comment]:
    """A comment in `lang` for each value of the record that was found by doubtful signs."""
    words = language(lang).section("confidence")
    doubts = [known for known in study.confidence if known.level == "low"]
    return [Comment(study.key, d.path(), f"{words['check']}: {', '.join(str(words[r]) for r in d.reasons[:2])}") for d in doubts]


def _added(arrival: Arrival, study: Study) -> Addition:
    file = study.origin.file if study.origin else None
    reported = [name for name, aspect in ASPECT.items() if aspect.reported]
    read = bool(arrival.fingerprint) or any(study.aspects.stated(name) for name in reported)  # of an export nothing has been read yet
    unread = tuple(name for name in reported if state(study, name) == "not-read") if read else ()
    check = tuple(known for known in study.confidence if known.level == "low")
    return Addition("added", study, arrival.source, file, _missing(study, bool(arrival.fingerprint)), unread, check)


def _missing(study: Study, page: bool) -> tuple[str, ...]:
    """What a work of its type needs and, of a `page`, what a page should have; without an abstract nothing can be read."""
    needed = [name for name, _ in missing(study)]
    wanted = ("title", "author", "issued", "abstract", "keywords") if page else ("abstract",)
    return tuple(dict.fromkeys([*needed, *(name for name in wanted if state(study, name) != "stated")]))


def _already_there(arrival: Arrival, record: Study, state: State = "there") -> Addition:
    new, differing = differences(record, arrival.study)
    return Addition(state, record, arrival.source, record.origin.file if record.origin else None, new=new, differing=differing)
