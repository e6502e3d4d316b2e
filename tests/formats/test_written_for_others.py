"""What is written is read by programs that know less than we do: classic BibTeX, pybtex, biber."""

from __future__ import annotations

import pytest

from litreview.formats import named
from litreview.formats.bibtex import read_bibtex, write_bibtex
from litreview.formats.bibtex.braces import counted
from litreview.formats.bibtex.options import BibtexOptions
from litreview.record import LangText, Name, Names, Study, Variables


def bib(study: Study, flavour: str = "bibtex") -> str:
    return write_bibtex([study], BibtexOptions(flavour=flavour))[0].decode()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "classic"),
    [
        (Name(family="Beauvoir", given="Simone", dropping_particle="de"), "Beauvoir, Simone de"),
        (Name(family="Fontaine", given="Jean", dropping_particle="de", non_dropping_particle="La"), "La Fontaine, Jean de"),
        (Name(family="Putra", given="I Made", suffix="S.H."), "Putra, S.H., I Made"),
        (Name(family="Berg", given="Jan", non_dropping_particle="van den"), "van den Berg, Jan"),
    ],
)
def test_a_name_is_classic_and_nothing_of_it_is_lost(name: Name, classic: str) -> None:
    study = Study("a", "book", title=LangText({"en": "T"}), language="en", names=Names({"author": [name]}))
    written = bib(study)
    assert f"author = {{{classic}}}" in written
    assert named("bibtex").read(written.encode(), "")[0][0].author[0] == name  # type: ignore[misc]


def test_biblatex_gets_only_keys_that_biber_knows() -> None:
    name = Name(family="Fontaine", given="Jean", dropping_particle="de", non_dropping_particle="La")
    field = next(line for line in bib(Study("a", "book", names=Names({"author": [name]})), "biblatex").splitlines() if " author =" in line)
    assert "particle" not in field


@pytest.mark.parametrize("text", ["The set {x in R", "A } brace", "} a {", "both {a} and {", "{{", r"a \{ b"])
@pytest.mark.parametrize("flavour", ["bibtex", "biblatex"])
def test_one_open_brace_does_not_break_the_file(text: str, flavour: str) -> None:
    study = Study(
        "a", "book", title=LangText({"en": text}), abstract=LangText({"en": text}), language="en",
        names=Names({"author": [Name(literal=text)]}), variables=Variables({"URL": LangText({"und": "https://a.id/" + text.replace(" ", "")})}),
        extra=(("bibtex:mine", text), ("ris:X1", text)),
    )  # fmt: skip
    written = bib(study, flavour)
    assert counted(written)
    back = named("bibtex").read(written.encode(), "")[0][0]  # type: ignore[misc]
    assert (back.title, back.abstract, back.author[0].literal, back.text("URL")) == (
        study.title, study.abstract, text, study.text("URL"),
    )  # fmt: skip


DANGEROUS = r"\directlua{x} \input{/etc/passwd} $\input y$ $^^5cinput z$ \x{\write18{y}}"


def test_commands_of_strangers_are_text() -> None:
    ris = f"TY  - BOOK\nAU  - Lee \\input{{n}}, Ann\nTI  - T {DANGEROUS} \\vec{{v}}\nDO  - 10.5555/\\input{{x}}\nUR  - https://a.id/\\input{{x}}\nKW  - \\input{{k}}\nX1  - \\input{{e}}\nER  - \n"
    study = named("ris").read(ris.encode(), "a.ris")[0][0]  # type: ignore[misc]
    written = bib(study)
    assert not any(f"\\{command}" in written for command in ("directlua", "input", "write", "x{", "vec"))
    assert "$^^" not in written
    assert named("bibtex").read(written.encode(), "")[0][0].title == study.title  # type: ignore[misc]


def test_what_a_bib_file_says_stays_unless_it_does_more_than_print() -> None:
    source = r"@book{a, title = {\ce{H2O} and \input{x} and $\sqrt{x}$}, mine = {\input{y}}, other = {\ce{z}}}"
    written = bib(named("bibtex").read(source.encode(), "a.bib")[0][0])  # type: ignore[misc]
    assert r"\ce{H2O}" in written
    assert "other = {\\ce{z}}" in written
    assert r"\input" not in written


def test_a_key_is_one_that_everybody_takes() -> None:
    written = bib(Study("a|b<c>@d é", "book", title=LangText({"en": "T"})))
    assert "@book{a-b-c-d-é," in written
    assert named("bibtex").read(written.encode(), "")[0][0].key == "a|b<c>@d é"  # type: ignore[misc]


def test_no_field_stands_twice_and_keys_differ_in_more_than_capitals() -> None:
    twice = Study(
        "a",
        "book",
        title=LangText({"en": "T"}),
        language="en",
        extra=(("bibtex:mine", "1"), ("bibtex:mine", "2")),
    )
    written, problems = write_bibtex([twice, Study("A", "book", title=LangText({"en": "U"}))])
    text = written.decode()
    assert text.count("  mine =") == 1
    assert "@book{A-2," in text
    assert [(p.code, p.key, p.get("new")) for p in problems] == [("bibtex-key-replaced", "A", "A-2")]
    back = named("bibtex").read(written, "")[0]  # type: ignore[misc]
    assert [study.key for study in back] == ["a", "A"]
    assert back[0].extra == twice.extra


def test_a_parent_is_not_named_by_an_alias_where_nobody_knows_aliases() -> None:
    source = b"@mvbook{mv1, ids = {mvalias}, title = {Ports}, date = 2001}\n@book{b1, crossref = {mvalias}, title = {Docks}}"
    studies, _ = read_bibtex(source, "a.bib")
    classic, modern = (write_bibtex(studies, BibtexOptions(flavour=flavour))[0] for flavour in ("bibtex", "biblatex"))  # type: ignore[arg-type]
    assert b"\n  crossref = " not in classic
    assert b"\n  crossref = {mvalias}" in modern
    assert read_bibtex(classic, "b.bib")[0][1].issued == studies[1].issued


@pytest.mark.parametrize(
    ("publisher", "written"),
    [
        ("Science and and Technology", "Science {and} and Technology"),
        ("And so on", "{And} so on"),
        ("Bed and", "Bed {and}"),
        ("Barnes and Noble", "Barnes and Noble"),
    ],
)
def test_no_list_of_biblatex_has_an_empty_item(publisher: str, written: str) -> None:
    study = Study("a", "book", LangText({"en": "T"}), variables=Variables({"publisher": LangText({"und": publisher})}))
    data = write_bibtex([study], BibtexOptions(flavour="biblatex"))[0]
    assert f"publisher = {{{written}}}" in data.decode()
    assert read_bibtex(data, "a.bib")[0][0].text("publisher") == publisher
