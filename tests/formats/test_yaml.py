"""The native format: what a student writes is read, what is wrong is named with its line, and a rewrite touches only what changed."""

from __future__ import annotations

import attrs
import pytest

from litreview.errors import ReadError
from litreview.formats.yaml.reading import read
from litreview.formats.yaml.updating import update
from litreview.formats.yaml.writing import write
from litreview.record import Date, Dates, LangList, LangText, Name, Names, Study, Variables, parse_date

GOOD = """\
# my library
- key: santoso2021      # the one I start from
  type: thesis
  title:
    id: Kerja sama kota kembar   # as on the cover
    en: Twin-city cooperation
  author:
    # the surname is a guess of the catalogue
    - {family: Santoso, given: Budi}
    - Dr. Ahmad Fauzi, S.IP.
    - {literal: Pusat Kajian Kota}
  issued: 2021
  publisher: Universitas Contoh
  volume: 1.10
  note: no
  original-date: 2020-01
  language: Indonesian
  abstract:
    id: >-
      Penelitian ini memakai metode
      kualitatif. Hasilnya beragam.
  keywords: {id: [kota kembar, kerja sama], en: "twin city; aid"}
  aspects:
    aim: {id: menjelaskan, en: explain}
    method:
      - text: {id: kualitatif, en: qualitative}
        concept: qualitative
        evidence: [{language: id, quote: "metode kualitatif"}]
    period: 2016-2018
    partners: [{name: Bogor, level: city, country: ID, country_inferred: true}]
    outcome: {text: beragam, concept: mixed}
    framework: null
  paraphrased: [abstract]

# the second one
- key: nd
  type: document
  author: null
  title: "[Sebuah kajian]"
"""


def good() -> tuple[Study, ...]:
    studies, problems = read(GOOD.encode(), "lib.yaml")
    assert not problems
    return studies


def test_everything_a_record_says_is_read() -> None:
    first, second = good()
    assert first.title == {"id": "Kerja sama kota kembar", "en": "Twin-city cooperation"}
    assert [n.family or n.literal for n in first.author] == ["Santoso", "Fauzi", "Pusat Kajian Kota"]
    assert first.issued == parse_date("2021")
    assert first.dates["original-date"] == parse_date("2020-01")
    assert first.variables == {"publisher": {"id": "Universitas Contoh"}, "volume": {"und": "1.10"}, "note": {"id": "no"}}
    assert first.language == "id"
    assert first.keywords == LangList({"id": ("kota kembar", "kerja sama"), "en": ("twin city", "aid")})
    assert first.aspects.aim
    assert first.aspects.aim.text == {"id": "menjelaskan", "en": "explain"}
    (method,) = first.aspects.method
    (evidence,) = method.evidence
    assert (method.concept, evidence.field) == ("qualitative", "abstract")
    assert first.abstract["id"][evidence.start : evidence.end] == "metode kualitatif"
    assert first.aspects.period
    assert (first.aspects.period.start, first.aspects.period.end) == (2016, 2018)
    assert first.aspects.partners[0].country_inferred
    assert first.aspects.looked_for == ("framework",)
    assert first.paraphrased == ("abstract",)
    assert (second.author, second.looked_for, second.descriptive()) == ((), ("author",), True)
    assert first.origin
    assert (first.origin.file, first.origin.line) == ("lib.yaml", 2)


def test_written_anew_it_is_the_same() -> None:
    data, problems = write(good())
    assert not problems
    assert read(data, "x")[0] == good()
    assert b'volume: "1.10"' in data, "another program would read a number"


def test_unchanged_is_byte_for_byte() -> None:
    for data in (GOOD.encode(), GOOD.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + GOOD.encode(), GOOD.encode("utf-16-le")):
        original = b"\xff\xfe" + data if data[1:2] == b"\0" else data
        assert update(original, read(original, "x")[0]) == (original, ())


def changed(study: Study, **fields: object) -> bytes:
    """The file with `fields` changed in one of its two studies; that it is read back so is asserted here."""
    wanted = tuple(attrs.evolve(s, **fields) if s == study else s for s in good())
    data, problems = update(GOOD.encode(), wanted)
    assert not problems
    assert read(data, "x")[0] == wanted
    return data


def difference(data: bytes) -> tuple[list[str], list[str]]:
    old, new = GOOD.splitlines(), data.decode().splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_changed_field_changes_its_own_lines() -> None:
    first, second = good()
    assert difference(changed(first, title=LangText({"id": "Kota kembar", "en": "Twin-city cooperation"}))) == (
        ["    id: Kerja sama kota kembar   # as on the cover"],
        ["    id: Kota kembar   # as on the cover"],
    )
    gone, come = difference(changed(first, names=Names({"author": (first.author[0], Name(family="Rahma"), first.author[2])})))
    assert (gone, come) == (["    - Dr. Ahmad Fauzi, S.IP."], ["    - {family: Rahma}"])
    assert difference(changed(first, type="book")) == (["  type: thesis"], ["  type: book"])
    assert difference(changed(second, genre=LangText({"und": "Skripsi"}), looked_for=())) == (["  author: null"], ["  genre: Skripsi"])
    aspects = attrs.evolve(first.aspects, outcome=attrs.evolve(first.aspects.outcome, concept="success"))
    assert difference(changed(first, aspects=aspects)) == (
        ["    outcome: {text: beragam, concept: mixed}"],
        ["    outcome: {text: beragam, concept: success}"],
    )


def test_a_new_field_finds_its_place() -> None:
    first, _ = good()
    data = changed(first, dates=Dates({**first.dates, "accessed": parse_date("2024-05-06")}))
    lines = data.decode().splitlines()
    assert lines[lines.index("  issued: 2021") + 1] == '  accessed: "2024-05-06"'
    assert difference(data)[0] == []


def test_no_comment_is_lost_whatever_changes() -> None:
    _first, second = good()
    data, _ = update(GOOD.encode(), [Study("santoso2021", "book", title=LangText({"en": "New"})), second])
    assert all(
        f"# {words}" in data.decode()
        for words in ("my library", "the one I start from", "as on the cover", "the surname is a guess", "the second one")
    )
    assert read(data, "x")[0] == (Study("santoso2021", "book", title=LangText({"en": "New"})), second)


def test_studies_come_and_go() -> None:
    first, second = good()
    new = Study("lee2019", "book", title=LangText({"und": "Motives"}))
    data, _ = update(GOOD.encode(), [second, first, new])
    assert data.decode() == GOOD + "\n- key: lee2019\n  type: book\n  title: Motives\n"
    data, _ = update(GOOD.encode(), [first])
    assert data.decode() == GOOD[: GOOD.index("- key: nd")]
    renamed = attrs.evolve(first, key="santoso-kota-2021")
    data, _ = update(GOOD.encode(), [renamed, second])
    assert difference(data) == (
        ["- key: santoso2021      # the one I start from"],
        ["- key: santoso-kota-2021      # the one I start from"],
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("key: a\ntitle: x # y\n", "- key: a\n  title: x # y\n\n- key: b\n  type: document\n"),
        ("- {key: a, title: x}\n", "- {key: a, title: x}\n\n- key: b\n  type: document\n"),
        ("[{key: a}]", "[{key: a}, {key: b, type: document}]"),
        ("[]", "- key: b\n  type: document"),
        ("", "- key: b\n  type: document\n"),
        ("# nothing yet", "# nothing yet\n- key: b\n  type: document\n"),
        ("{key: a}", "- {key: a}\n\n- key: b\n  type: document"),
    ],
)
def test_a_new_study_goes_to_the_end(old: str, new: str) -> None:
    studies = read(old.encode(), "x")[0]
    data, problems = update(old.encode(), [*studies, Study("b")])
    assert (data.decode(), problems) == (new, ())


@pytest.mark.parametrize(
    ("line", "code", "field", "nearest"),
    [
        ("autor: Lee", "unknown-field-near", "autor", "author"),
        ("journal: J", "unknown-field-near", "journal", "container-title"),
        ("qqqq: J", "unknown-field", "qqqq", None),
        ("type: thesys", "unknown-type-near", None, "thesis"),
        ("title: [a, b]", "expected-text-by-language", "title", None),
        ("title: {id: [a]}", "expected-text", "title.id", None),
        ("title: {in Indonesian: a}", "expected-language", "title.in Indonesian", None),
        ("title: ''", "empty-text", "title", None),
        ("author: [{famly: Lee, given: A, family: Lee}]", "unknown-part-near", "author[1].famly", "family"),
        ("author: [{given: Lee}]", "expected-name", "author[1]", None),
        ("author: {family: [x]}", "expected-text", "author.family", None),
        ("issued: 31/12/2020", "date-as-words", "issued", None),
        ("issued: [2020]", "expected-date", "issued", None),
        ("issued: {date-parts: [[2020, 17]]}", "expected-date", "issued", None),
        ("issued: {datum: x}", "unknown-part", "issued.datum", None),
        ("keywords: {id: {a: b}}", "expected-list", "keywords.id", None),
        ("language: Klingonisch", "unknown-language", "language", None),
        ("title: {xx: a}", "unknown-language", "title", None),
        ("paraphrased: [abstrakt]", "unknown-field", "paraphrased: abstrakt", None),
        ("extra: x", "expected-mapping", "extra", None),
        ("aspects: x", "expected-mapping", "aspects", None),
        ("aspects: {methd: x}", "unknown-part-near", "aspects.methd", "method"),
        ("aspects: {aim: [x]}", "expected-statement", "aspects.aim", None),
        ("aspects: {method: [{txt: x, concept: y}]}", "unknown-part-near", "aspects.method[1].txt", "text"),
        ("aspects: {method: {text: x, evidence: [{language: id}]}}", "missing-part", "aspects.method.evidence[1]", None),
        ("aspects: {method: {text: x, evidence: [{language: id, quote: none}]}}", "evidence-not-found", "abstract (id)", None),
        ("aspects: {period: {start: MMXX}}", "expected-number", "aspects.period.start", None),
        ("aspects: {partners: [{name: Bogor, level: citty}]}", "value-unknown-near", "level", "city"),
        ("aspects: {partners: [{name: Bogor, country: Indonesia}]}", "not-a-country", None, None),
        (
            "aspects: {partners: [{name: Bogor, country_inferred: maybe}]}",
            "expected-true-or-false",
            "aspects.partners[1].country_inferred",
            None,
        ),
        ("aspects: {outcome: {text: x, concept: sucess}}", "value-unknown-near", "outcome", "success"),
        ("note: {id: a, id: b}", "repeated-field", "note.id", None),
        ("DOI: !secret x", "yaml-tag", None, None),
    ],
)
def test_a_fault_names_its_line_its_field_and_the_nearest_name(line: str, code: str, field: str | None, nearest: str | None) -> None:
    text = f"- key: a\n  type: book\n  {line}\n  ISBN: x\n"
    text = text.replace("  type: book\n", "  genre: x\n") if line.startswith("type") else text
    (study,), problems = read(text.encode(), "a.yaml")
    assert [(p.code, p.get("field"), p.get("nearest"), p.origin.file, p.origin.line, p.key) for p in problems] == [
        (code, field, nearest, "a.yaml", 3, "a")
    ]
    assert study.text("ISBN") == "x", "the rest is read"
    data, _ = write([study])
    assert read(data, "a.yaml")[0] == (study,), "and nothing is lost on the way out"
    assert update(text.encode(), [study])[0] == text.encode()
    new = attrs.evolve(study, genre=LangText({"und": "Skripsi"}))
    data, problems = update(text.encode(), [new])
    assert not problems
    assert line in data.decode()


@pytest.mark.parametrize(
    ("data", "line"),
    [(b"just words", 1), (b"- a: b: c", 1), (b"- key: a\n  title: caf\xe9", 2), (b"\xff\xfe\x00", None), (b"a: [", 1), (b"\x00\x01", 1)],
)
def test_what_cannot_be_read_is_one_line(data: bytes, line: int | None) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "a.yaml")
    assert str(caught.value).startswith("a.yaml:")
    assert "\n" not in str(caught.value)
    assert caught.value.line == line


def test_several_documents_and_missing_keys() -> None:
    studies, problems = read(b"title: Ports of call\n---\n- key: b\n  type: book\n- words\n", "x")
    assert [s.key for s in studies] == ["ports-call-nd", "b"]
    assert [(p.code, p.origin.line) for p in problems] == [("missing-type", 1), ("missing-key", 1), ("not-a-record", 5)]


def test_anchors_and_aliases() -> None:
    text = "- key: a\n  type: book\n  publisher: &p Penerbit\n- key: b\n  type: book\n  publisher: *p\n"
    first, second = read(text.encode(), "x")[0]
    assert second.text("publisher") == "Penerbit"
    data, problems = update(text.encode(), [first, attrs.evolve(second, variables=Variables({"publisher": LangText({"und": "Lain"})}))])
    assert (data.decode(), problems) == (text.replace("*p", "Lain"), ())
    data, problems = update(text.encode(), [attrs.evolve(first, variables=Variables({"publisher": LangText({"und": "Lain"})})), second])
    assert [s.text("publisher") for s in read(data, "x")[0]] == ["Lain", "Penerbit"]
    assert [p.code for p in problems] == ["rewritten-whole"]


def test_dates_that_edtf_cannot_say_survive() -> None:
    study = Study("a", "book", dates=Dates({"issued": Date(literal="2016"), "accessed": parse_date("2016-05/..")}))
    assert read(write([study])[0], "x")[0] == (study,)


def test_several_faults_in_one_value_are_each_named() -> None:
    text = "- key: a\n  type: book\n  aspects:\n    partners: [{nam: Bogor, levl: city}, {name: Kobe}]\n    data: [{text: x, evidence: [{langage: id, quot: y}]}]\n"
    (study,), problems = read(text.encode(), "a.yaml")
    assert sorted((p.code, p.get("field"), p.get("part")) for p in problems) == [
        ("missing-part", "aspects.data[1].evidence[1]", "language"),
        ("missing-part", "aspects.data[1].evidence[1]", "quote"),
        ("missing-part", "aspects.partners[1]", "name"),
        ("unknown-part-near", "aspects.data[1].evidence[1].langage", "langage"),
        ("unknown-part-near", "aspects.data[1].evidence[1].quot", "quot"),
        ("unknown-part-near", "aspects.partners[1].levl", "levl"),
        ("unknown-part-near", "aspects.partners[1].nam", "nam"),
    ]
    assert [p.name for p in study.aspects.partners] == [{"und": "Kobe"}]
    assert study.aspects.data[0].text == {"und": "x"}
    assert read(write([study])[0], "a.yaml")[0] == (study,)
