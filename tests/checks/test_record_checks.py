"""Each check of records: a planted fault is found once, at its place; a sound record gives nothing."""

from __future__ import annotations

import attrs
import pytest

from litreview.errors import Origin, Problem
from litreview.library.check import check
from litreview.library.checks import RecordCheck, checks
from litreview.record import (
    Aspects,
    Dates,
    Evidence,
    LangText,
    Library,
    Name,
    Names,
    Period,
    Statement,
    Study,
    Variables,
    parse_date,
)

SOUND = Study(
    "lee2019",
    "article-journal",
    title=LangText({"en": "Motives"}),
    abstract=LangText({"en": "Why do towns  work together? Interviews were used.", "id": "Mengapa kota bekerja sama?"}),
    names=Names({"author": (Name(family="Lee", given="Ann"),)}),
    dates=Dates({"issued": parse_date("2019"), "accessed": parse_date("2020-02-29")}),
    variables=Variables({"container-title": LangText({"und": "Journal"}), "volume": LangText({"und": "3"})}),
    aspects=Aspects(
        method=(Statement(LangText({"en": "interviews"}), evidence=(Evidence("abstract", "en", "Interviews were used"),)),),
        aim=Statement(LangText({"en": "why"}), evidence=(Evidence("abstract", "en", "towns work together", 7, 27),)),
        period=Period(2010, 2018),
    ),
    origin=Origin("lee.yaml", 7, "yaml"),
)


def told(study: Study) -> list[tuple[str, dict[str, str], str]]:
    return [(p.code, dict(p.data), p.severity) for p in check(Library((study,)))]


def test_a_sound_record_gives_nothing() -> None:
    assert check(Library((SOUND,))) == ()


def test_what_is_found_says_where() -> None:
    (problem,) = check(Library((attrs.evolve(SOUND, title=LangText()),)))
    assert (problem.code, problem.key, problem.origin.file, problem.origin.line) == ("missing-field", "lee2019", "lee.yaml", 7)


def test_what_was_found_while_reading_comes_first_and_nothing_twice() -> None:
    read = Problem("unknown-field", (("field", "x"),))
    assert check(Library((SOUND,), (read, read))) == (read,)


def with_dates(**dates: str) -> Study:
    return attrs.evolve(SOUND, dates=Dates({name.replace("_", "-"): parse_date(text) for name, text in dates.items()}))


@pytest.mark.parametrize(
    ("study", "code", "slots"),
    [
        (with_dates(issued="2019-02-30"), "impossible-date", {"field": "issued", "value": "2019-02-30"}),
        (with_dates(issued="31/02/2019"), "impossible-date", {"field": "issued", "value": "31/02/2019"}),
        (with_dates(issued="20191"), "impossible-date", {"field": "issued", "value": "20191"}),
        (with_dates(issued="2910"), "impossible-date", {"field": "issued", "value": "2910"}),
        (with_dates(issued="2019", accessed="2021/2020"), "date-ends-before-start", {"field": "accessed", "value": "2021/2020"}),
        (with_dates(issued="2019-05/2019-04"), "date-ends-before-start", {"field": "issued", "value": "2019-05/2019-04"}),
        (with_dates(issued="2017"), "issued-before-period-ends", {"issued": "2017", "year": "2018"}),
        (with_dates(issued="2019", original_date="2020"), "issued-before-original", {"issued": "2019", "original": "2020"}),
        (
            attrs.evolve(SOUND, aspects=Aspects(period=Period(2018, 2010))),
            "date-ends-before-start",
            {"field": "aspects.period", "value": "2018/2010"},
        ),
    ],
)
def test_a_date_that_cannot_be(study: Study, code: str, slots: dict[str, str]) -> None:
    assert (code, slots, "warning") in told(study)


@pytest.mark.parametrize(
    "text", ["2019", "2018/2019", "2019-02-28", "2019~", "in press", "n.d.", "2019/..", "2018-21/2018-24", "spring 2019", "2018-12/2018"]
)
def test_a_date_that_can_be(text: str) -> None:
    study = attrs.evolve(with_dates(issued=text), aspects=Aspects())
    assert told(study) == []


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        ("book", {"author", "issued", "publisher", "title"}),
        ("thesis", {"author", "issued", "publisher", "title"}),
        ("article-journal", {"author", "container-title", "issued", "title", "volume"}),
        ("chapter", {"author", "container-title", "issued", "publisher", "title"}),
        ("webpage", {"URL", "author", "title"}),
        ("paper-conference", {"author", "container-title", "issued", "title"}),
        ("document", {"author", "issued", "title"}),
        ("legislation", {"title"}),
    ],
)
def test_what_a_type_needs(kind: str, missing: set[str]) -> None:
    assert {data["field"] for code, data, _ in told(Study("a", kind)) if code == "missing-field"} == missing


def test_an_alternative_will_do() -> None:
    edited = attrs.evolve(SOUND, names=Names({"editor": SOUND.author}), variables=Variables({**SOUND.variables, "volume": LangText()}))
    assert [data["field"] for _, data, _ in told(edited)] == ["volume"]
    by_doi = attrs.evolve(edited, variables=Variables({**edited.variables, "DOI": LangText({"und": "10.1000/x"})}))
    assert told(by_doi) == []


def test_a_field_searched_in_vain_is_for_information() -> None:
    study = attrs.evolve(SOUND, names=Names(), looked_for=("author",))
    assert told(study) == [("field-not-stated", {"field": "author"}, "info")]


def evidence(field: str, tag: str, quote: str, start: int | None = None, end: int | None = None) -> Study:
    stated = Statement(LangText({"en": "x"}), evidence=(Evidence(field, tag, quote, start, end),))
    return attrs.evolve(SOUND, aspects=Aspects(framework=(stated,)))


@pytest.mark.parametrize(
    "study",
    [
        evidence("abstract", "en", "Interviews were never used"),
        evidence("abstract", "id", "Interviews were used"),
        evidence("title", "id", "Motives"),
        evidence("annote", "en", "Motives"),
        evidence("abstract", "en", " "),
    ],
)
def test_evidence_that_is_not_there(study: Study) -> None:
    assert [code for code, _, _ in told(study)] == ["evidence-not-found"]


@pytest.mark.parametrize("study", [evidence("abstract", "en-US", "Interviews were used"), evidence("title", "en", "Motives", 0, 7)])
def test_evidence_that_is_there(study: Study) -> None:
    assert told(study) == []


def test_keys_that_programs_take_for_one() -> None:
    library = Library((SOUND, attrs.evolve(SOUND, key="Lee2019"), attrs.evolve(SOUND, key="lée2019")))
    alike = [problem for problem in check(library) if problem.code == "keys-alike"]
    assert [(p.key, p.get("other")) for p in alike] == [("Lee2019", "lee2019"), ("lée2019", "lee2019")]


def test_works_that_are_there_twice() -> None:
    twin = attrs.evolve(SOUND, key="twin", title=LangText({"en": "Motives of two towns that work together"}))
    (problem,) = check(Library((attrs.evolve(twin, key="first"), twin)))
    assert (problem.code, problem.key, problem.get("other"), problem.severity) == ("double-certain", "twin", "first", "warning")
    doi = Variables({**SOUND.variables, "DOI": LangText({"und": "10.1000/x"})})
    one = attrs.evolve(SOUND, variables=doi)
    other = attrs.evolve(SOUND, key="b", title=LangText({"en": "A quite different matter of health in winter"}), variables=doi)
    (problem,) = check(Library((one, other)))
    assert (problem.code, problem.get("kind"), problem.get("value")) == ("identifier-shared", "DOI", "10.1000/x")


def test_keys_that_no_citation_can_hold() -> None:
    told = check(Library(tuple(attrs.evolve(SOUND, key=key) for key in ("ab shatar2021", "lee,ann", "Müller9", "lee:2019_a-b.c"))))
    assert [(p.key, p.code, p.get("value"), p.severity) for p in told if p.code.startswith("key-")] == [
        ("ab shatar2021", "key-with-space", None, "warning"),
        ("lee,ann", "key-character", ",", "warning"),
        ("Müller9", "key-not-ascii", "ü", "info"),
    ]


def test_a_fault_that_a_reader_told_under_another_key_is_not_told_again() -> None:
    wrong = evidence("abstract", "en", "Interviews were never used")
    (problem,) = check(Library((wrong,)))
    renamed = attrs.evolve(wrong, key="lee2019-2")
    read = (attrs.evolve(problem, origin=Origin("b.yaml", 9)), Problem("duplicate-key", (("new", "lee2019-2"),), key="lee2019"))
    assert [p.code for p in check(Library((renamed,), read))] == ["evidence-not-found", "duplicate-key"]


@pytest.mark.parametrize("part", checks(), ids=lambda c: c.name)
def test_every_check_bears_an_empty_record(part: RecordCheck) -> None:
    assert list(part.run(Library())) == []
    list(part.run(Library((Study(""), Study("a", "no-such-type")))))


def test_a_person_without_a_comma_where_persons_have_one() -> None:
    def told_of(literal: str, format: str) -> list[str]:
        study = attrs.evolve(SOUND, names=Names({"author": (Name(literal=literal),)}), origin=Origin("a", 1, format))
        return [p.get("new") or "" for p in check(Library((study,))) if p.code == "name-without-comma"]

    assert told_of("Budi Santoso", "ris") == ["Santoso, Budi"]
    assert told_of("A. B. Lee", "enw") == ["Lee, A. B."]
    assert told_of("Budi Santoso", "yaml") == []
    for institution in ("World Bank", "Bank Indonesia", "Kementerian Luar Negeri", "OECD", "Human Rights Watch", "Universitas Gadjah Mada"):
        assert told_of(institution, "ris") == [], institution


def test_a_list_of_names_that_goes_on_is_for_information() -> None:
    assert told(attrs.evolve(SOUND, others=frozenset(["author"]))) == [("names-go-on", {"field": "author"}, "info")]
