"""One study in several files is one study; two works under one key are two."""

from __future__ import annotations

import attrs

from litreview.errors import Origin
from litreview.formats import named
from litreview.library.copies import Read, without_copies
from litreview.record import Dates, LangText, Name, Names, Study, Variables, parse_date

YAML, BIB, JSON = named("yaml"), named("bibtex"), named("csl-json")
LEE = Study(
    "lee2019",
    "book",
    title=LangText({"en": "Motives", "id": "Alasan"}),
    names=Names({"author": (Name(family="Lee", given="Ann"),)}),
    dates=Dates({"issued": parse_date("2019")}),
    variables=Variables({"publisher": LangText({"und": "Acme"})}),
)


def at(study: Study, file: str) -> Study:
    return attrs.evolve(study, origin=Origin(file, 3))


def generated(study: Study, format_name: str, file: str) -> Study:
    """What `study` is when it is written in another format and read from there."""
    format = named(format_name)
    assert format.write is not None
    assert format.read is not None
    return format.read(format.write([study])[0], file)[0][0]


def test_a_bib_made_from_the_records_adds_nothing() -> None:
    files = [Read("a.bib", BIB, (generated(LEE, "bibtex", "a.bib"),)), Read("a.yaml", YAML, (at(LEE, "a.yaml"),))]
    studies, problems = without_copies(files)
    assert studies == (LEE,)
    assert [(p.code, p.severity, p.origin.file, p.get("other")) for p in problems] == [("copy-of-study", "info", "a.bib", "a.yaml")]


def test_the_record_is_kept_wherever_it_stands() -> None:
    copy = generated(LEE, "csl-json", "a.json")
    for files in (
        [Read("a.json", JSON, (copy,)), Read("b.yaml", YAML, (LEE,))],
        [Read("b.yaml", YAML, (LEE,)), Read("c.json", JSON, (copy,))],
    ):
        assert without_copies(files)[0] == (LEE,)


def test_a_copy_that_says_something_else_is_told_with_its_fields() -> None:
    old = attrs.evolve(generated(LEE, "bibtex", "a.bib"), dates=Dates({"issued": parse_date("2018")}))
    studies, problems = without_copies([Read("a.yaml", YAML, (LEE,)), Read("a.bib", BIB, (old,))])
    assert studies == (LEE,)
    assert [(p.code, p.severity, p.key, p.get("fields")) for p in problems] == [("copy-differs", "warning", "lee2019", "issued")]


def test_two_works_under_one_key_both_stay() -> None:
    other = attrs.evolve(LEE, title=LangText({"en": "Outcomes"}))
    studies, problems = without_copies([Read("a.yaml", YAML, (LEE,)), Read("a.bib", BIB, (other,))])
    assert studies == (LEE, other)
    assert problems == ()


def test_one_title_by_two_authors_is_two_works() -> None:
    other = attrs.evolve(LEE, names=Names({"author": (Name(family="Putri"),)}))
    assert len(without_copies([Read("a.yaml", YAML, (LEE,)), Read("a.bib", BIB, (other,))])[0]) == 2


def test_the_doi_decides_before_the_title() -> None:
    one = attrs.evolve(LEE, variables=Variables({"DOI": LangText({"und": "10.1/A"})}))
    same = attrs.evolve(one, title=LangText({"en": "Motives: a study"}), variables=Variables({"DOI": LangText({"und": "10.1/a"})}))
    other = attrs.evolve(one, variables=Variables({"DOI": LangText({"und": "10.1/b"})}))
    assert len(without_copies([Read("a.bib", BIB, (one,)), Read("b.bib", BIB, (same,))])[0]) == 1
    assert len(without_copies([Read("a.bib", BIB, (one,)), Read("b.bib", BIB, (other,))])[0]) == 2


def test_studies_that_state_nothing_are_never_taken_for_one() -> None:
    one, other = Study("bandung-seoul-nd", abstract=LangText({"id": "Satu."})), Study("bandung-seoul-nd", abstract=LangText({"id": "Dua."}))
    assert without_copies([Read("a.txt", None, (one,)), Read("b.txt", None, (other,))])[0] == (one, other)


def test_doubled_keys_within_one_file_are_left_to_be_renamed() -> None:
    assert len(without_copies([Read("a.bib", BIB, (LEE, LEE))])[0]) == 2


def test_many_copies_do_not_take_quadratic_time() -> None:
    many = tuple(attrs.evolve(LEE, key=f"lee{n}") for n in range(400))
    studies, problems = without_copies([Read("a.yaml", YAML, many), Read("b.yaml", YAML, many)])
    assert studies == many
    assert len(problems) == 400
