"""Rayyan: decisions of each reviewer, and reasons, in the notes of a record, in CSV as in RIS. Source: exports that are public."""

from __future__ import annotations

import re
from collections.abc import Mapping

from litreview.library.screening.tools import ScreeningTool, Verdict
from litreview.library.screening.tools._fields import keywords, notes, people, text, year
from litreview.record import Study

_DECISIONS = re.compile(r"RAYYAN-INCLUSION: *\{([^{}]*)\}")
_OF_ONE = re.compile(r'=> *"(Included|Excluded|Maybe)"')
_REASONS = re.compile(r"RAYYAN-EXCLUSION-REASONS: *([^|\n]*)")
_KEPT = {"Included": True, "Excluded": False, "Maybe": None}
REVIEWER = "litreview"
"""Whose decisions those are that are written for Rayyan."""


def _verdict(study: Study) -> Verdict | None:
    said = notes(study)
    decisions = _DECISIONS.search(said)
    if decisions is None:
        return Verdict(None) if study.key.startswith("rayyan-") or "RAYYAN-" in said else None
    voices = {_KEPT[word] for word in _OF_ONE.findall(decisions[1])}
    reasons = _REASONS.search(said)
    reason = ", ".join(one.strip() for one in reasons[1].split(",") if one.strip()) if reasons else ""
    if len(voices) == 1:
        return Verdict(voices.pop(), reason)
    return Verdict(None, reason, divided=True in voices and False in voices)


def _note(kept: bool | None, reason: str) -> tuple[str, ...]:
    if kept is None:
        return ()
    word = next(word for word, known in _KEPT.items() if known is kept)
    said = f'RAYYAN-INCLUSION: {{"{REVIEWER}"=>"{word}"}}'
    plain = " ".join(reason.replace("|", "/").split())
    return (f"{said} | RAYYAN-EXCLUSION-REASONS: {plain}" if plain else said,)


def _columns(study: Study, kept: bool | None, reason: str) -> Mapping[str, str]:
    return {
        "key": study.key,
        "title": text(study, "title"),
        "year": year(study),
        "month": "",
        "day": "",
        "journal": text(study, "container-title"),
        "issn": text(study, "ISSN"),
        "volume": text(study, "volume"),
        "issue": text(study, "issue"),
        "pages": text(study, "page"),
        "authors": " and ".join(people(study)),
        "url": text(study, "URL"),
        "language": study.language or "",
        "publisher": text(study, "publisher"),
        "location": text(study, "publisher-place"),
        "abstract": text(study, "abstract"),
        "notes": " | ".join(_note(kept, reason)),
        "doi": text(study, "DOI"),
        "keywords": ", ".join(keywords(study)),
        "pubmed_id": text(study, "PMID"),
        "pmc_id": text(study, "PMCID"),
    }


TOOL = ScreeningTool("rayyan", _verdict, _note, _columns)
