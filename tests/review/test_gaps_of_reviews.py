"""A gap is told as that of a review only where a review states it, and a limit of the study itself is none."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.record import LangText, Library, Study
from litreview.review.claims.claim import Claim
from litreview.review.claims.told_gaps import told_gaps

OF_THE_FIELD = "Few studies have examined ferries in winter."


def _told(title: str, abstract: str) -> tuple[Claim, ...]:
    study = annotate(Study("a", title=LangText({"en": title}), abstract=LangText({"en": abstract})))[0]
    return told_gaps(Library((study,)))


@pytest.mark.parametrize(
    ("title", "abstract", "kind"),
    [
        ("Ferries: a scoping review", "This review maps 40 papers. " + OF_THE_FIELD, "gap.review"),
        ("Ferries", "This study uses a systematic literature review of 29 papers. " + OF_THE_FIELD, "gap.review"),
        ("Ferries", "The design includes in-depth interviews and a systematic literature review. " + OF_THE_FIELD, "gap.told"),
        ("Ferries: a scoping review", "This review maps 40 papers. The research is limited to one county.", "gap.told"),
    ],
)
def test_kind(title: str, abstract: str, kind: str) -> None:
    assert [claim.kind for claim in _told(title, abstract)] == [kind]


def test_a_gap_of_the_field_goes_before_a_limit() -> None:
    (told,) = _told("Ferries", "The research is limited to one county. " + OF_THE_FIELD)
    assert "winter" in told.groups[0].parts[0].statements[0].text["en"]
