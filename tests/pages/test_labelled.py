"""How much of labelled pages is read right; the floors only ever rise. Figures by layout: ``python -m tests.pages.labelled``."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from litreview.analysis import annotate
from litreview.library.pages import read_abstract
from litreview.pages import parse_page
from litreview.record.confidence import LEVELS
from tests.pages.labelled import FIRST, SETS, Case, cases, fields, measure, report, values

CASES = cases()
FLOORS = {
    "tuned": {"fields": 1.0, "f1": 0.99, "abstained": 0.03, "precision": 0.98, "recall": 0.89},
    "held-out": {"fields": 1.0, "f1": 0.99, "abstained": 0.06, "precision": 0.96, "recall": 0.77},
    "second": {"fields": 1.0, "f1": 0.97, "abstained": 0.07, "precision": 0.92, "recall": 0.79},
    "third": {"fields": 1.0, "f1": 0.99, "abstained": 0.04, "precision": 0.91, "recall": 0.90},
    "fourth": {"fields": 1.0, "f1": 0.98, "abstained": 0.05, "precision": 0.96, "recall": 0.77},
}
"""What must be reached now, by set."""


def test_no_layout_is_in_two_sets() -> None:
    layouts = {name: {case.layout for case in CASES if case.set == name} for name in SETS}
    assert all(layouts.values())
    assert sum(map(len, layouts.values())) == len({case.layout for case in CASES})


@pytest.mark.parametrize("name", SETS)
def test_the_rates_do_not_fall(name: str) -> None:
    figures, floor = measure([case for case in CASES if case.set == name]), FLOORS[name]
    print(name, *report(figures), sep="\n  ")
    print("  before its pages were looked at:", FIRST[name])
    assert figures.share() >= floor["fields"], figures.fields
    assert figures.f1 >= floor["f1"]
    assert figures.abstained <= floor["abstained"]
    assert figures.precision() >= floor["precision"]
    assert figures.recall() >= floor["recall"]


@pytest.mark.parametrize("layout", sorted({case.layout for case in CASES}))
def test_no_layout_is_left_behind(layout: str) -> None:
    figures = measure([case for case in CASES if case.layout == layout])
    assert figures.share("abstract", "keywords") == 1.0
    assert figures.f1 >= 0.75  # few sentences: one of a rare role weighs much


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_quote_stands_at_its_place_in_the_page(case: Case) -> None:
    study, _ = read_abstract(case.text, case.name)
    quotes = [
        e
        for name in ("aim", "method", "data", "framework", "findings", "period", "site")
        for v in study.aspects.values(name)
        for e in v.evidence
    ]
    assert quotes
    for evidence in quotes:
        assert study.tagged(evidence.field)[evidence.language][evidence.start : evidence.end] == evidence.quote
        if evidence.page is not None:
            assert case.text[evidence.page.start : evidence.page.end] == evidence.page.quote


_HEADING = re.compile(
    r"^[#* \t]*(?:abstrak(?:si)?|abstract|intisari|sari|ringkasan)[* \t]*$|^[#* \t]*(?:nama|npm|nim|judul|name|title)[^:\n]{0,20}:[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)


def bare(text: str) -> str:
    """A page without the headings and labels that say what is what: much of it has to be guessed."""
    return re.sub(r"[*#]+", "", _HEADING.sub("", text))


def judged(case: Case, text: str) -> Iterator[tuple[str, bool]]:
    """(level of confidence, whether it is right) for each field and each value of an aspect read from `text`."""
    page = parse_page(text, case.name)
    levels = {known.field.partition("/")[0]: known.level for known in reversed(page.study.confidence)}
    for field, right, _ in fields(case, page):
        level = levels.get({"year": "issued"}.get(field, field))
        if level is not None:
            yield level, right
    by_aspect: dict[str, list[str]] = {}
    for known in annotate(page.study)[0].confidence:
        path = known.path()
        if path[0] == "aspects":
            by_aspect.setdefault(str(path[1]), []).append(known.level)
    for name, kind, _ in values(case, page.study):
        if kind != "missed" and by_aspect.get(name):
            yield by_aspect[name].pop(0), kind == "right"


def test_what_is_said_to_be_sure_is_right_more_often() -> None:
    """On the pages as they are and bared of headings and labels: the share that is right falls with the level of confidence."""
    right: dict[str, list[bool]] = {level: [] for level in LEVELS}
    for case in CASES:
        for text in (case.text, bare(case.text)):
            for level, ok in judged(case, text):
                right[level].append(ok)
    rates = {level: sum(found) / len(found) for level, found in right.items()}
    print("right by level:", {level: f"{rate:.3f} of {len(right[level])}" for level, rate in rates.items()})
    others = [ok for level in LEVELS[1:] for ok in right[level]]
    assert len(others) > 50
    assert rates["high"] >= 0.97
    assert rates["high"] >= sum(others) / len(others)


def test_every_field_that_was_read_has_its_confidence() -> None:
    for case in CASES:
        study, _ = read_abstract(case.text, case.name)
        known = {level.path()[:2] for level in study.confidence}
        for tag in study.title:
            assert ("title", tag) in known
        for field, stated in (("author", study.author), ("issued", study.issued), ("genre", study.genre)):
            assert ((field,) in known) is bool(stated)
        for aspect in ("aim", "method", "data", "framework", "period", "site", "findings"):
            assert (("aspects", aspect) in known) is study.aspects.stated(aspect)
