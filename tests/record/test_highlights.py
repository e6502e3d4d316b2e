"""Highlights of a record: through every format that holds whole records, and as the source of evidence."""

from __future__ import annotations

import pytest

from litreview.formats import named
from litreview.library.check import check
from litreview.library.convert import written
from litreview.record import Aspects, Evidence, Highlight, LangText, Library, Statement, Study

MARKED = (
    Highlight(LangText({"en": 'He said "{x}" and \\ {'}), LangText({"id": "metode: wawancara"}), "315", "yellow", ("a, b", "c"), "underline", 3, "a.pdf", "K1"),
    Highlight(comment=LangText({"en": "a note: of two parts"}), page="xii", kind="note"),
)  # fmt: skip


def study(locator: str | None = "315", quote: str = "He said") -> Study:
    stated = Statement(LangText({"en": "x"}), evidence=(Evidence("highlights", "en", quote, locator=locator),))
    return Study("lee", "book", LangText({"en": "Ports"}), language="en", highlights=MARKED, aspects=Aspects(findings=(stated,)))


@pytest.mark.parametrize("name", ["yaml", "csl-json", "bibtex"])
def test_highlights_and_the_pages_of_evidence_come_back(name: str) -> None:
    form = named(name)
    data, _ = written((study(),), form)
    assert form.read is not None
    back, problems = form.read(data, "x")
    assert back == (study(),)
    assert problems == ()


def test_what_does_not_fit_is_told_with_its_line() -> None:
    data = b"- key: a\n  type: book\n  title: T\n  highlights:\n    - text: Ports grew\n      kind: scribble\n      page: 3\n"
    read = named("yaml").read
    assert read is not None
    (found,), problems = read(data, "a.yaml")
    assert [(problem.code, problem.origin.line) for problem in problems] == [("expected-kind-of-mark", 6)]
    assert found.highlights == (Highlight(LangText({"und": "Ports grew"}), page="3"),)


@pytest.mark.parametrize(
    ("locator", "quote", "missing"),
    [("315", "He said", False), (None, "He said", False), ("316", "He said", True), ("315", "She said", True)],
)
def test_evidence_is_held_against_the_highlight_and_its_page(locator: str | None, quote: str, missing: bool) -> None:
    codes = [problem.code for problem in check(Library((study(locator, quote),)))]
    assert ("evidence-not-found" in codes) is missing
