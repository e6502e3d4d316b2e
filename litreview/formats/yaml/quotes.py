"""Finds the place of each quote of evidence in the field it was taken from."""

from __future__ import annotations

from typing import Any

import attrs

from litreview.formats.yaml.structure import Path
from litreview.record import ASPECTS, COMMENTS, HIGHLIGHTS, Evidence, Study, locate
from litreview.record.highlights import marked

Missing = tuple[Path, str, dict[str, object]]


def found_quotes(study: Study) -> tuple[Study, tuple[Missing, ...]]:
    """The study with `start` and `end` in all evidence whose quote stands in its field, and the quotes that do not stand there.

    A missing quote is (path in the record, problem code, slots). Offsets that the file gives are kept if the quote stands there.
    """
    missing: list[Missing] = []
    located: dict[str, Any] = {}
    for name in ASPECTS:
        value = getattr(study.aspects, name)
        if isinstance(value, tuple):
            located[name] = tuple(_located(entry, study, ("aspects", name, n), missing) for n, entry in enumerate(value))
        elif value is not None:
            located[name] = _located(value, study, ("aspects", name), missing)
    return attrs.evolve(study, aspects=attrs.evolve(study.aspects, **located)), tuple(missing)


def _located(value: Any, study: Study, path: Path, missing: list[Missing]) -> Any:
    if not value.evidence:
        return value
    evidence = tuple(_place(entry, study, (*path, "evidence", n), missing) for n, entry in enumerate(value.evidence))
    return attrs.evolve(value, evidence=evidence)


def _place(evidence: Evidence, study: Study, path: Path, missing: list[Missing]) -> Evidence:
    if evidence.field in (HIGHLIGHTS, COMMENTS):
        if not marked(study.highlights, evidence):
            missing.append(_missing(evidence, path))
        return evidence
    if evidence.field == "keywords":
        if evidence.quote not in "; ".join(study.keywords.only(evidence.language) or ()):
            missing.append(_missing(evidence, path))
        return evidence
    text = study.tagged(evidence.field).only(evidence.language) or ""
    if evidence.start is not None and evidence.end is not None and text[evidence.start : evidence.end] == evidence.quote:
        return evidence
    span = locate(evidence.quote, text)
    if span is None:
        missing.append(_missing(evidence, path))
    start, end = span or (None, None)
    return attrs.evolve(evidence, start=start, end=end)


def _missing(evidence: Evidence, path: Path) -> Missing:
    place = f"{evidence.field} ({evidence.language})"
    return path, "evidence-not-found", {"aspect": path[1], "field": place, "quote": _short(evidence.quote)}


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
