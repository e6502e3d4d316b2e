"""How sure a value comes out: by where it stands, and by whether words lead to it."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.record import Confidence, LangText, Study

OPENING = "This study aims to examine how ferries age. Questionnaires were sent to 40 captains. "


def told(sentence: str, aspect: str, opening: str = OPENING) -> list[Confidence]:
    """The confidence of each value of `aspect` that rests on `sentence`."""
    text = f"{opening}{sentence}"
    study = annotate(Study("a", abstract=LangText({"en": text})))[0]
    values = study.aspects.values(aspect)
    last = [n for n, value in enumerate(values) for e in value.evidence if e.start is not None and e.start >= len(opening) - 1]
    by_field = {c.field: c for c in study.confidence}
    return [by_field.get(f"aspects/{aspect}/{n}") or by_field[f"aspects/{aspect}"] for n in last]


@pytest.mark.parametrize(
    ("sentence", "aspect"),
    [
        ("Logistic regression showed that old ferries sink.", "method"),
        ("By comparing logs in two ports, we reveal that old ferries sink.", "findings"),
        ("We reviewed 52 articles.", "data"),
    ],
)
def test_sure(sentence: str, aspect: str) -> None:
    assert [c.level for c in told(sentence, aspect)]
    assert all(c.level != "low" for c in told(sentence, aspect))


def test_a_term_of_no_table_is_doubtful_as_a_source() -> None:
    (told_data,) = told("We collected original rope data.", "data")
    assert told_data.level == "low"
    assert "unknown-term" in told_data.reasons


def test_centuries_are_years_by_inference() -> None:
    (period,) = told("We trace ferries of the eighteenth century.", "period", "")
    assert (period.level, "inferred" in period.reasons) == ("low", True)
    (years,) = told("We trace ferries from 1701 to 1760.", "period", "")
    assert years.level != "low"
