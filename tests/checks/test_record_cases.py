"""Records with one value each: the case files say what is told of it, and what --fix makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given

from litreview.languages import explain, tags
from litreview.library.checks import checks
from litreview.library.repairs import repaired, repairs
from litreview.record import Aspects, Dates, Evidence, LangList, LangText, Library, Name, Names, Statement, Study, Variables, parse_date
from litreview.record.variables import DATE_VARIABLES
from tests.formats.studies import whole_studies

CASES = Path(__file__).parent.parent / "cases" / "checks"
_ELSEWHERE = {"missing-field", "field-not-stated"}


def lines(name: str) -> list[str]:
    return [line for line in (CASES / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def name_of(text: str) -> Name:
    if text.startswith("{"):
        return Name(literal=text[1:-1])
    family, comma, given = text.partition(", ") if ",," not in text else (text.partition(",,")[0] + ",", ",", text.partition(",, ")[2])
    return Name(family=family, given=given if comma else None)


def study_of(field: str, value: str, kind: str = "book") -> Study:
    study = Study("key", kind)
    if field == "author":
        return attrs.evolve(study, names=Names({"author": tuple(map(name_of, value.split(" + ")))}))
    if field in DATE_VARIABLES:
        return attrs.evolve(study, dates=Dates({field: parse_date(value)}))
    if field == "language":
        return attrs.evolve(study, language=value)
    if field == "keywords":
        return attrs.evolve(study, keywords=LangList({"en": (value,)}))
    if field == "title":
        return attrs.evolve(study, title=LangText({"en": value}))
    return attrs.evolve(study, variables=Variables({field: LangText({"und": value})}))


@pytest.mark.parametrize("line", lines("records.txt"))
def test_what_is_told_of_a_value(line: str) -> None:
    found = re.fullmatch(r"(\S+) (\S+): (.*) ->(.*)", line)
    assert found is not None, line
    study = study_of(found[2], found[3], found[1])
    problems = [problem for part in checks() for problem in part.run(Library((study,))) if problem.code not in _ELSEWHERE]
    assert [problem.code for problem in problems] == found[4].split(), line
    for problem in problems:
        assert all("<" not in explain(problem, tag).replace(found[3], "") or "<" in found[3] for tag in tags()), "a slot is not filled"


@pytest.mark.parametrize("line", lines("repairs.txt"))
def test_what_fix_makes_of_a_value(line: str) -> None:
    found = re.fullmatch(r"(\S+): (.*?) (?:=> (.*)|=)", line)
    assert found is not None, line
    field, value, new = found[1], found[2], found[3] if found[3] is not None else found[2]
    after = repaired(study_of(field, value))
    said = " + ".join(after.keywords["en"]) if field == "keywords" else after.text(field)
    assert said == new


def test_a_doi_that_stands_only_in_the_url_is_taken_from_there() -> None:
    study = attrs.evolve(study_of("URL", "https://dx.doi.org/10.1000/x"), looked_for=("DOI", "volume"))
    assert (repaired(study).text("DOI"), repaired(study).looked_for) == ("10.1000/x", ("volume",))
    assert repaired(study_of("URL", "https://example.org/10.1000/x")).text("DOI") is None


def test_a_text_from_which_something_is_quoted_is_left_alone() -> None:
    quote = Statement(LangText({"en": "x"}), evidence=(Evidence("abstract", "en", "two  towns", 4, 14),))
    text = LangText({"en": "Why two  towns &amp; ports"})
    assert repaired(Study("a", abstract=text, aspects=Aspects(method=(quote,)))).abstract == text
    assert repaired(Study("a", abstract=text)).abstract == {"en": "Why two towns & ports"}


@given(whole_studies("a"))
def test_a_repaired_study_needs_no_repair_and_loses_nothing(study: Study) -> None:
    after = repaired(study)
    assert repaired(after) == after
    assert after.key == study.key
    assert after.names.keys() == study.names.keys()
    assert all(after.text(name) for name in study.variables if study.text(name))
    assert after.aspects == study.aspects


@given(whole_studies("a"))
def test_every_check_bears_every_record(study: Study) -> None:
    for part in checks():
        for problem in part.run(Library((study,))):
            assert all(explain(problem, tag) for tag in tags())


def test_the_family_of_repairs() -> None:
    names = [repair.name for repair in repairs()]
    assert names == sorted(set(names))
    assert all(repair.run(Study("a")) == Study("a") for repair in repairs())
