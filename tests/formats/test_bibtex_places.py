"""Changing a ``.bib`` file in place: what is around the entry, how it is typed, several entries at once."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from litreview.formats.bibtex import read_bibtex, update_bibtex
from litreview.record import Dates, LangText, Name, Names, Study, Variables, parse_date

Change = Callable[[Study], Study]


def updated(text: str, change: Change, key: str = "a") -> str:
    studies = [change(study) if study.key == key else study for study in read_bibtex(text.encode())[0]]
    data, problems = update_bibtex(text.encode(), studies)
    assert problems == ()
    return data.decode()


def titled(title: str) -> Change:
    return lambda study: attrs.evolve(study, title=LangText({"und": title}))


def dated(date: str) -> Change:
    return lambda study: attrs.evolve(study, dates=Dates({"issued": parse_date(date)}))


def noted(note: str) -> Change:
    return lambda study: attrs.evolve(study, variables=Variables({**study.variables, "note": LangText({"und": note})}))


def typed(type: str) -> Change:
    return lambda study: attrs.evolve(study, type=type)


def named(key: str) -> Change:
    return lambda study: attrs.evolve(study, key=key)


def by(*names: Name) -> Change:
    return lambda study: attrs.evolve(study, names=Names({"author": names} if names else {}))


@pytest.mark.parametrize(
    ("text", "change", "wanted"),
    [
        ("@book{a, title = {A}}", titled("B"), "@book{a, title = {B}}"),
        ('@book{a, title = "A"}', titled("B"), '@book{a, title = "B"}'),
        ('@book{a, title = "A" # "B"}', titled("C"), "@book{a, title = {C}}"),
        ("@book{a, year = 2001}", dated("2002"), "@book{a, year = 2002}"),
        ("@book{a, year = {2001}}", dated("2002"), "@book{a, year = {2002}}"),
        ("@book{a, year = 2001}", dated("2002-05"), "@book{a, year = 2002, month = may}"),
        ("@book{a, year = 2001, month = may}", dated("2001-06"), "@book{a, year = 2001, month = jun}"),
        ("@book{a, year = 2001, month = may}", dated("2001"), "@book{a, year = 2001,}"),
        (
            "@article{a,\n  journaltitle = {J},\n  date = {2001}\n}",
            dated("2002-05"),
            "@article{a,\n  journaltitle = {J},\n  date = {2002-05}\n}",
        ),
        ("@book{a}", titled("A"), "@book{a,\n  title = {A},\n}"),
        ("@book{a,}", titled("A"), "@book{a,\n  title = {A},\n}"),
        ("@book{a,\n}", titled("A"), "@book{a,\n  title = {A},\n}"),
        ("@book{a,\n  title = {A}\n}", noted("n"), "@book{a,\n  title = {A},\n  note = {n}\n}"),
        ("@book{a,\n  title = {A},\n}", noted("n"), "@book{a,\n  title = {A},\n  note = {n},\n}"),
        ("@book{a,\n\ttitle = {A},\n}", noted("n"), "@book{a,\n\ttitle = {A},\n\tnote = {n},\n}"),
        ("@book{a, title={A}}", noted("n"), "@book{a, title={A}, note={n}}"),
        ("@book{a,\n  title  = {A},\n  volume = {1},\n}", noted("n"), "@book{a,\n  title  = {A},\n  volume = {1},\n  note   = {n},\n}"),
        ("@book(a, title = {A})", noted("n"), "@book(a, title = {A}, note = {n})"),
        ("@Book{a, title = {A}}", named("b"), "@Book{b, title = {A}}"),
        ("@book{a, author = {Lee, Ann}}", by(Name(family="Kim")), "@book{a, author = {Kim}}"),
        ("@book{a, title = {A}, author = {Lee, Ann}}", by(), "@book{a, title = {A},}"),
        ("@book{a, title = {A}}", typed("report"), "@techreport{a, title = {A}}"),
        ("@misc{a, title = {A}}", typed("book"), "@book{a, title = {A}}"),
    ],
)
def test_one_change(text: str, change: Change, wanted: str) -> None:
    assert updated(text, change) == wanted
    around = "% head {\n{0}\n\n@comment{{x}}\n{1}\n% tail"
    other = "@misc{z,title={Z}}"
    assert updated(around.replace("{0}", text).replace("{1}", other), change) == around.replace("{0}", wanted).replace("{1}", other)


def test_what_does_not_change_is_not_touched() -> None:
    text = '@BOOK{ a ,title="A"  ,\n\n  Year=2001,  foo = {x},\n}  % behind\n'
    assert updated(text, lambda study: study) == text
    assert updated(text, titled("B")) == text.replace('"A"', '"B"')


THREE = "% one\n@misc{a, title = {A}}\n% two\n@misc{b, title = {B}}\n\n@misc{c, title = {C}}\n"


@pytest.mark.parametrize(
    ("kept", "wanted"),
    [
        ("abc", THREE), ("ab", "% one\n@misc{a, title = {A}}\n% two\n@misc{b, title = {B}}\n\n"), ("bc", "% one\n% two\n@misc{b, title = {B}}\n\n@misc{c, title = {C}}\n"),
        ("", "% one\n% two\n\n"),
    ],
)  # fmt: skip
def test_entries_that_are_gone(kept: str, wanted: str) -> None:
    studies = [study for study in read_bibtex(THREE.encode())[0] if study.key in kept]
    data = update_bibtex(THREE.encode(), studies)[0].decode()
    assert [line for line in data.split("\n") if line] == [line for line in wanted.split("\n") if line]


def test_all_entries_at_once_and_a_new_one() -> None:
    studies = [titled(f"New {study.key}")(study) for study in read_bibtex(THREE.encode())[0]]
    data = update_bibtex(THREE.encode(), [*studies, Study("d", title=LangText({"und": "D"}))])[0].decode()
    wanted = THREE.replace("{A}", "{New a}").replace("{B}", "{New b}").replace("{C}", "{New c}")
    assert data == wanted + "\n@misc{d,\n  title = {D},\n}\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_line_ends_of_the_file(ends: str) -> None:
    text = "@book{a,\n  title = {A},\n}\n".replace("\n", ends)
    (study,) = read_bibtex(text.encode())[0]
    data = update_bibtex(text.encode(), [noted("n")(study)])[0]
    assert data == "@book{a,\n  title = {A},\n  note = {n},\n}\n".replace("\n", ends).encode()


def test_the_encoding_of_the_file() -> None:
    for codec in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        data = "@book{a, title = {Größe}}".encode(codec)
        (study,) = read_bibtex(data)[0]
        assert update_bibtex(data, [titled("Höhe")(study)])[0] == "@book{a, title = {Höhe}}".encode(codec)
