"""ASReview LAB: labels 1 and 0 in a column of CSV, words in the notes of RIS. Source: its documentation, "Data format" and "Export"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from litreview.library.screening.tools import ScreeningTool, Verdict
from litreview.library.screening.tools._fields import columns_of, keywords, notes, people, text, year
from litreview.record import Study

_LABELS = ("asreview_label", "included", "label_included", "included_label", "included_final", "included_flag", "label", "include")
"""The headings of the label, those of its own exports first."""
_KEPT = {"1": True, "1.0": True, "0": False, "0.0": False}
_SEEN = {"ASReview_relevant": True, "ASReview_irrelevant": False, "ASReview_not_seen": None}
_WORD = re.compile(r"\bASReview_(?:relevant|irrelevant|not_seen)\b")
_NOTE = re.compile(r"^asreview_note: *(.*)$", re.MULTILINE)


def _verdict(study: Study) -> Verdict | None:
    said, columns = notes(study), columns_of(study)
    words = _WORD.findall(said)
    if words:
        note = _NOTE.search(said)
        return Verdict(_SEEN[words[-1]], note[1].strip() if note else "")
    labels = [_KEPT.get(columns[name].strip()) for name in _LABELS if name in columns]
    if labels:
        return Verdict(labels[0], " ".join(columns.get("asreview_note", "").split()))
    return Verdict(None) if any(name.startswith("asreview_") for name in columns) else None


def _note(kept: bool | None, reason: str) -> tuple[str, ...]:
    word = next(word for word, known in _SEEN.items() if known is kept)
    return (word, f"asreview_note: {reason}") if reason else (word,)


def _columns(study: Study, kept: bool | None, reason: str) -> Mapping[str, str]:
    return {
        "title": text(study, "title"),
        "abstract": text(study, "abstract"),
        "authors": "; ".join(people(study)),
        "year": year(study),
        "journal": text(study, "container-title"),
        "doi": text(study, "DOI"),
        "url": text(study, "URL"),
        "keywords": "; ".join(keywords(study)),
        "included": "" if kept is None else str(int(kept)),
        "asreview_note": reason,
    }


TOOL = ScreeningTool("asreview", _verdict, _note, _columns)
