"""Records to be screened in another program, and the decisions made there, back into the records."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import attrs

from litreview.errors import Problem, UnknownName, fault
from litreview.formats import Format, named
from litreview.library.adding.arrivals import arriving_of
from litreview.library.adding.homes import Home, homes
from litreview.library.copies import page_marks
from litreview.library.screening.tools import ScreeningTool, Verdict, tools
from litreview.library.screening.tools._fields import columns_of, notes
from litreview.record import DECISIONS, LangText, Library, Screening, Study, Variables
from litreview.record.markup import unmarked

SUFFIXES = (".csv", ".ris")
KEY, DECISION, REASON = "litreview_key", "litreview_decision", "litreview_reason"
"""What a file for another program says besides, so that each record is known again, and a decision that the program has no word for."""
_KEPT = tuple(decision for decision in DECISIONS if decision != "excluded")
"""The decisions by which a work was kept when titles and abstracts were read."""


@attrs.frozen
class Decided:
    """One decision that was taken: the key of the record, the decision before and now."""

    key: str
    before: str | None
    now: str


def exported(studies: Iterable[Study], tool: ScreeningTool, suffix: str) -> bytes:
    """The file of `studies` for a program, with what has been decided: CSV or RIS, by `suffix`. Raises UnknownName for another one."""
    if suffix == ".csv":
        return _csv([_row(study, tool) for study in studies])
    write = named("ris").write
    if suffix != ".ris" or write is None:
        raise UnknownName("output suffix", suffix, SUFFIXES)
    return write([_noted(study, tool) for study in studies])[0]


def keeps_screening(format: Format) -> bool:
    """Whether files of a format have room for what was found where and decided.

    >>> keeps_screening(named("yaml")), keeps_screening(named("ris"))
    (True, False)
    """
    probe = Study("a", screening=Screening(("Scopus",), "excluded", "no city"))
    if format.write is None or format.read is None:
        return False
    return [study.screening for study in format.read(format.write([probe])[0], "")[0]] == [probe.screening]


def decided(returned: Library, records: Library) -> tuple[Mapping[str, Screening], tuple[Decided, ...], tuple[Problem, ...], bool]:
    """What was decided in the program from which `returned` comes, about each of `records`, by key, where nobody had decided before.

    Behind it each decision that is new, what cannot be taken, and whether the file is of a program that is known. A decision that says
    otherwise than the record is told and not taken: that is for a person to settle.
    """
    verdicts = [(study, verdict) for study in returned if (verdict := _verdict(study)) is not None]
    places = homes(records.studies, arriving_of(Library(tuple(study for study, _ in verdicts))))
    screenings: dict[str, Screening] = {}
    changes: list[Decided] = []
    problems: list[Problem] = []
    for (study, verdict), home in zip(verdicts, places, strict=True):
        file, line = (study.origin.file, study.origin.line) if study.origin else (None, None)
        record = _record(study, home, records)
        if record is None:
            problems.append(fault("screening-no-record", key=study.key, file=file, line=line, title=study.text("title") or study.key))
            continue
        if verdict.divided:
            problems.append(fault("screening-divided", key=record.key, file=file, line=line))
        if verdict.kept is None:
            continue
        new, old = _decision(study, verdict), record.screening.decision
        if old is None:
            screenings[record.key] = attrs.evolve(record.screening, decision=new, reason=_reason(study, verdict, new))
            changes.append(Decided(record.key, old, new))
        elif (old in _KEPT) != verdict.kept:
            problems.append(fault("screening-conflict", key=record.key, file=file, line=line, found=new, expected=old))
    return screenings, tuple(changes), tuple(problems), bool(verdicts) or any(_carried(study, KEY) for study in returned)


def _record(study: Study, home: Home, records: Library) -> Study | None:
    """The record that a row is of: by the key that the file carries, by what is certain, or where one alone is likely."""
    named_one = _carried(study, KEY)
    if named_one in records and page_marks(records[named_one]) & page_marks(study):
        return records[named_one]
    if home.place is not None:
        return records.studies[home.place] if home.place < len(records) else None
    likely = {other for doubt in home.doubts if (other := doubt.get("other") or "") in records}
    return records[likely.pop()] if len(likely) == 1 else None


def _verdict(study: Study) -> Verdict | None:
    return next((verdict for tool in tools() if (verdict := tool.verdict(study)) is not None), None)


def _decision(study: Study, verdict: Verdict) -> str:
    """The decision of ours that the file carries, where it agrees with the label; else what a label at this stage says."""
    own = _carried(study, DECISION)
    if own in (_KEPT if verdict.kept else ("excluded",)):
        return own
    return "sought" if verdict.kept else "excluded"


def _reason(study: Study, verdict: Verdict, decision: str) -> str:
    return _carried(study, REASON) or (verdict.reason if decision == "excluded" else "")


def _carried(study: Study, name: str) -> str:
    lines = dict(line.partition(": ")[::2] for line in notes(study).split("\n"))
    return columns_of(study).get(name) or lines.get(name, "").strip()


def _kept(study: Study) -> bool | None:
    decision = study.screening.decision
    return None if decision is None else decision in _KEPT


def _row(study: Study, tool: ScreeningTool) -> dict[str, str]:
    said = study.screening
    return {**tool.columns(study, _kept(study), said.reason), KEY: study.key, DECISION: said.decision or "", REASON: said.reason}


def _noted(study: Study, tool: ScreeningTool) -> Study:
    said = study.screening
    own = [f"{name}: {value}" for name, value in ((KEY, study.key), (DECISION, said.decision), (REASON, said.reason)) if value]
    lines = (*tool.note(_kept(study), said.reason), *own)
    note = "\n\n".join(filter(None, (notes(study), *lines)))
    title = LangText({tag: unmarked(text) for tag, text in study.title.items()})
    fields = {**study.variables, "note": LangText({"und": note})} if note else study.variables
    return attrs.evolve(study, title=title, variables=Variables(fields))


def _csv(rows: Sequence[Mapping[str, str]]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
