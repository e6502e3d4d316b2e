"""Evidence that is not there: a quote that its field does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.record import ASPECTS, COMMENTS, HIGHLIGHTS, Evidence, LangText, Library, Study, locate
from litreview.record.faults import study_fault
from litreview.record.highlights import marked


def run(library: Library) -> Iterator[Problem]:
    """A warning for each quote of an aspect that does not stand in the field it names (white space apart)."""
    for study in library:
        for aspect in ASPECTS:
            for value in study.aspects.values(aspect):
                for evidence in value.evidence:
                    if not _stands(study, evidence):
                        quote = evidence.quote if len(evidence.quote) <= 60 else evidence.quote[:59] + "…"
                        where = f"{evidence.field} ({evidence.language})" if evidence.language else evidence.field
                        yield study_fault("evidence-not-found", study, aspect=aspect, field=where, quote=quote)


def _stands(study: Study, evidence: Evidence) -> bool:
    if evidence.field in (HIGHLIGHTS, COMMENTS):
        return any(evidence.locator in (None, one.page) for one in marked(study.highlights, evidence))
    text = _field(study, evidence)
    if text is None or not evidence.quote.strip():
        return False
    if evidence.start is not None and evidence.end is not None and text[evidence.start : evidence.end] == evidence.quote:
        return True
    return locate(evidence.quote, text) is not None


def _field(study: Study, evidence: Evidence) -> str | None:
    if evidence.field == "keywords":
        return "; ".join(study.keywords.only(evidence.language) or ()) or None
    tagged: LangText = study.tagged(evidence.field)
    return tagged.only(evidence.language) if evidence.language else study.text(evidence.field)


CHECK = RecordCheck("evidence-found", run)
