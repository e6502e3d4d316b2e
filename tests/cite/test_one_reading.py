"""CSL-JSON says the same whether it comes through a record or goes straight to the processor."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.cite import citation_item
from litreview.csl import Item, item
from litreview.record import Study
from litreview.record.csl_item import to_csl_json
from litreview.record.csl_json.read import read_item
from litreview.record.names import Name
from litreview.record.variables import DATE_VARIABLES, NAME_VARIABLES, TYPES

BARE: dict[str, Any] = {"id": "a", "type": "article-journal", "title": "Ports"}
UNPRINTED = {"abstract", "keyword"}


def values(work: Item) -> tuple[Any, ...]:
    texts = {name: text for name, text in work.texts.items() if name not in UNPRINTED}
    return work.id, work.type, texts, dict(work.names), dict(work.dates), work.language, work.others


def read_once(members: dict[str, Any]) -> Item:
    """The item, read both ways, which must agree."""
    direct, _ = item({**BARE, **members})
    study, _ = read_item({**BARE, **members}, Study)
    assert values(citation_item(study)[0]) == values(direct)
    assert read_item(json.loads(json.dumps(to_csl_json(study))), Study)[0] == study
    return direct


DATES: list[tuple[Any, str | None]] = [
    ({"raw": "circa 2019"}, "2019~"),
    ({"raw": "ca. 2019"}, "2019~"),
    ({"raw": "May 2019"}, "2019-05"),
    ({"raw": "5 May 2019"}, "2019-05-05"),
    ({"raw": "May 5, 2019"}, "2019-05-05"),
    ({"raw": "5/4/2019"}, "2019-05-04"),
    ({"raw": "2019/05/04"}, "2019-05-04"),
    ({"raw": "Spring 2019"}, "2019-21"),
    ({"raw": "2019~"}, "2019~"),
    ({"raw": "2019-2020"}, "2019/2020"),
    ({"raw": "2019–2020"}, "2019/2020"),
    ({"raw": "2019/2020"}, "2019/2020"),
    ({"raw": "May 2019 - June 2019"}, "2019-05/2019-06"),
    ({"raw": "100 BC"}, "-0099"),
    ({"raw": "-0005"}, "-0005"),
    ({"raw": 2019}, "2019"),
    ({"raw": "soon"}, "soon"),
    ({"raw": " "}, None),
    ({"raw": "2019", "literal": "last year"}, "2019"),
    ({"edtf": "-0005"}, "-0005"),
    ({"edtf": "2019/2020"}, "2019/2020"),
    ({"edtf": "2019/.."}, "2019/.."),
    ({"edtf": "../2019"}, "../2019"),
    ({"edtf": "2019-21"}, "2019-21"),
    ({"edtf": "2019?"}, "2019~"),
    ({"date-parts": [[2019]], "season": "Spring"}, "2019-21"),
    ({"date-parts": [[2019]], "season": "fall"}, "2019-23"),
    ({"date-parts": [[2019]], "season": 4}, "2019-24"),
    ({"date-parts": [[2019]], "season": "1"}, "2019-21"),
    ({"date-parts": [[2019]], "season": "Hilary"}, "2019"),
    ({"date-parts": [[2019, 5]], "season": 1}, "2019-05"),
    ({"date-parts": [[2019], [2020]], "season": 1}, "2019/2020"),
    ({"date-parts": [[2019, 13]]}, "2019-21"),
    ({"date-parts": [[2019, 21]]}, "2019-21"),
    ({"date-parts": [[2019]], "circa": True}, "2019~"),
    ({"date-parts": [[2019]], "circa": 1}, "2019~"),
    ({"date-parts": [[2019]], "circa": "1"}, "2019~"),
    ({"date-parts": [[2019]], "circa": 0}, "2019"),
    ({"date-parts": [["2019", "0", "0"]]}, "2019"),
    ({"date-parts": [["2019", "05", ""]]}, "2019-05"),
    ({"date-parts": [[2019, 5, 0]]}, "2019-05"),
    ({"date-parts": [[2019, 0, 4]]}, "2019"),
    ({"date-parts": [[2019, 2, 30]]}, "2019-02"),
    ({"date-parts": [[2019, None, None]]}, "2019"),
    ({"date-parts": [[2019.0]]}, "2019"),
    ({"date-parts": [2019, 5]}, "2019-05"),
    ({"date-parts": [[2019], [0]]}, "2019/.."),
    ({"date-parts": [[2019], [0, 0, 0]]}, "2019/.."),
    ({"date-parts": [[2019], []]}, "2019"),
    ({"date-parts": [[0], [2019]]}, "../2019"),
    ({"date-parts": [[], [2019]]}, "../2019"),
    ({"date-parts": [[2017], [2018], [2019]]}, "2017/2018"),
    ({"date-parts": [[-5]]}, "-0004"),
    ({"date-parts": [["-5"], [5]]}, "-0004/0005"),
    ({"date-parts": [[0]]}, None),
    ({"date-parts": [[0, 5]]}, None),
    ({"date-parts": [[]]}, None),
    ({"date-parts": []}, None),
    ({"date-parts": [["soon"]], "raw": "2019"}, "2019"),
    ({"date-parts": 2019}, None),
    ({"literal": "in press"}, "in press"),
    ({"literal": "in press", "circa": True}, "in press"),
    (2019, "2019"),
    ("2019-05", "2019-05"),
    ("May 2019", "2019-05"),
    ([2019], None),
    (True, None),
    (None, None),
]


@pytest.mark.parametrize(("value", "expected"), DATES, ids=lambda value: str(value)[:60])
def test_dates(value: Any, expected: str | None) -> None:
    date = read_once({"issued": value}).dates.get("issued")
    assert (date.edtf() if date else None) == expected


NAMES: list[tuple[Any, Name | None]] = [
    ({"family": "Lee", "given": "Ann"}, Name(family="Lee", given="Ann")),
    ({"family": "Lee", "given": None}, Name(family="Lee")),
    ({"family": "  Lee", "given": "Ann  Bo "}, Name(family="Lee", given="Ann Bo")),
    ({"family": "Ministry of Ports", "isInstitution": True}, Name(literal="Ministry of Ports")),
    ({"family": "Lee", "given": "Ann", "isInstitution": 1}, Name(family="Lee", given="Ann")),
    ({"family": "Lee", "isInstitution": "false"}, Name(family="Lee")),
    ({"literal": "WHO", "family": "W"}, Name(literal="WHO")),
    ({"literal": "van der WHO"}, Name(literal="van der WHO")),
    ({"given": "Sukarno"}, Name(family="Sukarno")),
    ({"family": "Sukarno"}, Name(family="Sukarno")),
    ({"family": "de la Cruz", "given": "Ana"}, Name(family="Cruz", given="Ana", non_dropping_particle="de la")),
    ({"family": "de la Cruz", "given": "Ana", "parse-names": True}, Name(family="Cruz", given="Ana", non_dropping_particle="de la")),
    ({"family": "de la Cruz", "given": "Ana", "parse-names": False}, Name(family="de la Cruz", given="Ana", parsed=True)),
    ({"family": "de la Cruz", "given": "Ana", "parse-names": "false"}, Name(family="de la Cruz", given="Ana", parsed=True)),
    ({"family": "Humboldt", "given": "Alexander von"}, Name(family="Humboldt", given="Alexander", dropping_particle="von")),
    ({"family": "Humboldt", "given": "Alexander von", "parse-names": 0}, Name(family="Humboldt", given="Alexander von", parsed=True)),
    ({"family": "Cruz", "non-dropping-particle": "de la"}, Name(family="Cruz", non_dropping_particle="de la")),
    ({"family": "King", "given": "Martin, Jr."}, Name(family="King", given="Martin", suffix="Jr.")),
    ({"family": "King", "suffix": "Jr.", "comma-suffix": 1}, Name(family="King", suffix="Jr.", comma_suffix=True)),
    ({"family": "King", "suffix": "Jr.", "comma-suffix": "false"}, Name(family="King", suffix="Jr.")),
    ({"family": "Mao", "given": "Zedong", "static-ordering": True}, Name(family="Mao", given="Zedong", static_ordering=True)),
    ({"family": '"van Gogh"', "given": "Vincent"}, Name(family="van Gogh", given="Vincent")),
    ({"family": "d'Alembert"}, Name(family="Alembert", non_dropping_particle="d'")),
    ({"family": 5}, Name(family="5")),
    ({"family": ["Lee"], "given": "Ann"}, Name(family="Ann")),
    ({"family": "Le\x02e"}, Name(family="Lee")),
    ({"name": "WHO"}, None),
    ("Lee, Ann", Name(literal="Lee, Ann")),
    (" ", None),
    (7, None),
    (None, None),
]


@pytest.mark.parametrize(("value", "expected"), NAMES, ids=lambda value: str(value)[:60])
def test_names(value: Any, expected: Name | None) -> None:
    assert read_once({"author": [value]}).names.get("author") == (None if expected is None else (expected,))
    if isinstance(value, str | dict):
        assert read_once({"author": value}).names.get("author") == (None if expected is None else (expected,))


def test_further_names_are_not_a_name() -> None:
    work = read_once({"author": [{"family": "Lee"}, {"literal": "et al."}], "editor": [{"literal": "others"}]})
    assert work.names == {"author": (Name(family="Lee"),)}
    assert work.others == {"author", "editor"}


TEXTS: list[tuple[dict[str, Any], dict[str, str]]] = [
    ({"volume": 4}, {"volume": "4"}),
    ({"volume": 4.0}, {"volume": "4"}),
    ({"volume": 4.5}, {"volume": "4.5"}),
    ({"volume": " "}, {}),
    ({"volume": True}, {}),
    ({"volume": ["4"]}, {}),
    ({"ISSN": ["1234-5679"], "container-title": ["Docks"]}, {}),
    ({"volume": None, "DOI": None}, {}),
    ({"journalAbbreviation": "J."}, {"container-title-short": "J."}),
    ({"journalAbbreviation": "J.", "container-title-short": ""}, {"container-title-short": "J."}),
    ({"shortTitle": "P"}, {"title-short": "P"}),
    ({"part": 2, "printing": "3", "supplement": "A"}, {"part-number": "2", "printing-number": "3", "supplement-number": "A"}),
    ({"keyword": "a, b", "abstract": "No."}, {}),
    ({"keyword": ["a", "b"]}, {}),
    ({"title": 5}, {"title": "5"}),
    ({"publisher": "a\x00b"}, {"publisher": "ab"}),
    ({"note": "DOI: 10.1/x\nA remark"}, {"DOI": "10.1/x", "note": "A remark"}),
    ({"note": "A remark\nDOI: 10.1/x"}, {"note": "A remark\nDOI: 10.1/x"}),
    ({"note": "DOI: 10.1/x", "DOI": "10.1/y"}, {"DOI": "10.1/y"}),
    ({"note": "{:DOI: 10.1/x}"}, {"DOI": "10.1/x"}),
    ({"note": "{:DOI: 10.1/x} {:volume: 4}"}, {"DOI": "10.1/x", "volume": "4"}),
    ({"note": "journalAbbreviation: J."}, {"container-title-short": "J."}),
    ({"language": "en-GB"}, {"language": "en-GB"}),
]


@pytest.mark.parametrize(("members", "expected"), TEXTS, ids=lambda value: str(value)[:60])
def test_texts(members: dict[str, Any], expected: dict[str, str]) -> None:
    texts = {name: text for name, text in read_once(members).texts.items() if name not in UNPRINTED}
    assert texts == {"title": "Ports", **expected}


def test_variables_in_the_note() -> None:
    work = read_once({"note": "issued: May 2019\neditor: Lee || Ann\ntranslator: de Vries || Jan\nauthor: WHO"})
    assert "note" not in work.texts
    assert work.dates["issued"].edtf() == "2019-05"
    assert work.names == {
        "editor": (Name(family="Lee", given="Ann"),), "author": (Name(literal="WHO"),),
        "translator": (Name(family="Vries", given="Jan", non_dropping_particle="de"),),
    }  # fmt: skip


FLAGS = st.sampled_from([True, False, 1, 0, "1", "true", "false", None])
WORDS = st.text(st.sampled_from("aÉ żΩ'-.,\" \u00a0!<i>/&von"), min_size=1, max_size=10)
PARTS = st.none() | WORDS | st.sampled_from(["van der Meer", "Ana de", "d'Arc", "Lee, Jr.", "others", "al-Hasan", ""])
PEOPLE = WORDS | st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"), PARTS),
        **dict.fromkeys(("comma-suffix", "static-ordering", "parse-names", "isInstitution"), FLAGS),
    },
)
COUNTS = st.integers(-20, 2100) | st.integers(0, 33)
NUMBERS = COUNTS | COUNTS.map(str) | st.sampled_from(["", "0", None, 13, 21, 2019.0])
WRITTEN = st.sampled_from(
    ["May 2019", "ca. 1990", "2019-2020", "1999/..", "-0005", "100 BC", "Spring 1999", "soon", "2019~", "", "5/4/2019"]
)
DATED = WRITTEN | st.fixed_dictionaries(
    {},
    optional={
        "date-parts": st.lists(st.lists(NUMBERS, max_size=3), max_size=3),
        "season": st.sampled_from([1, "2", "Fall", "Hilary", 21, "", None]), "circa": FLAGS, "literal": WORDS, "raw": WRITTEN,
        "edtf": WRITTEN,
    },
)  # fmt: skip
SAID = WORDS | st.integers(-9, 99) | st.sampled_from([2.5, 3.0, None, "", "DOI: 10.1/a\nissued: May 2019\nrest"])
ITEMS = st.fixed_dictionaries(
    {"id": st.sampled_from(["a", "b1", 7]), "type": st.sampled_from(TYPES)},
    optional={
        **dict.fromkeys(
            ("title", "shortTitle", "container-title", "journalAbbreviation", "note", "volume", "page", "publisher", "genre", "part"), SAID
        ),
        **dict.fromkeys(NAME_VARIABLES[:4], st.lists(PEOPLE, max_size=3)),
        **dict.fromkeys(DATE_VARIABLES[:3], DATED),
        "language": st.sampled_from(["en", "id", "de-AT"]),
    },
)


@settings(max_examples=100)
@given(ITEMS)
def test_every_item_reads_the_same_both_ways(members: dict[str, Any]) -> None:
    if not str(members.get("title") or "").strip():
        members.pop("shortTitle", None)  # a record gives a short title in the language of the title only, and never without one
    read_once(members)
