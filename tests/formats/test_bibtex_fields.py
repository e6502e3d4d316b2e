"""Which field of a new ``.bib`` entry says what of a study, in BibTeX and in biblatex; and that it is read back the same."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from litreview.formats.bibtex import BibtexOptions, read_bibtex, update_bibtex, write_bibtex
from litreview.record import Dates, LangList, LangText, Name, Names, Study, Variables, parse_date

LEE, KIM = Name(family="Lee", given="Ann"), Name(family="Kim", given="Bo")
CLASSIC, BIBLATEX = BibtexOptions(), BibtexOptions(flavour="biblatex")


def und(**texts: str) -> Variables:
    """Variables by names with ``_`` for each hyphen; ``archive_location`` is written so in CSL."""
    names = {name: name if name == "archive_location" else name.replace("_", "-") for name in texts}
    return Variables({names[name]: LangText({"und": text}) for name, text in texts.items()})


def fields(study: Study, options: BibtexOptions = CLASSIC) -> list[str]:
    """The lines of the entry, which must be read back as the study."""
    data, problems = write_bibtex([study], options)
    assert (read_bibtex(data)[0], problems) == ((study,), ())
    return [line.strip().removesuffix(",") for line in data.decode().splitlines()[1:-1]]


@pytest.mark.parametrize(
    ("type", "classic", "biblatex"),
    [
        ("book", "publisher", "publisher"), ("thesis", "school", "institution"), ("report", "institution", "institution"),
        ("webpage", "publisher", "organization"),
    ],
)  # fmt: skip
def test_who_publishes(type: str, classic: str, biblatex: str) -> None:
    study = Study("a", type, variables=und(publisher="P"))
    assert f"{classic} = {{P}}" in fields(study)
    assert f"{biblatex} = {{P}}" in fields(study, BIBLATEX)


@pytest.mark.parametrize(
    ("variable", "classic", "biblatex"),
    [
        ("publisher-place", "address", "location"), ("annote", "annote", "annotation"), ("edition", "edition", "edition"), ("volume", "volume", "volume"),
        ("number-of-volumes", "volumes", "volumes"), ("number-of-pages", "pagetotal", "pagetotal"), ("chapter-number", "chapter", "chapter"),
        ("collection-title", "series", "series"), ("version", "version", "version"), ("event-title", "eventtitle", "eventtitle"),
        ("event-place", "venue", "venue"), ("title-short", "shorttitle", "shorttitle"), ("ISBN", "isbn", "isbn"), ("DOI", "doi", "doi"), ("URL", "url", "url"),
        ("note", "note", "note"), ("PMID", "pmid", "pmid"), ("status", "pubstate", "pubstate"), ("original-title", "origtitle", "origtitle"),
    ],
)  # fmt: skip
def test_the_field_of_a_variable(variable: str, classic: str, biblatex: str) -> None:
    study = Study("a", "book", variables=Variables({variable: LangText({"und": "1"})}))
    assert fields(study) == [f"{classic} = {{1}}"]
    assert fields(study, BIBLATEX) == [f"{biblatex} = {{1}}"]


@pytest.mark.parametrize(
    ("type", "variables", "lines"),
    [
        ("article-journal", und(issue="2", number="e17"), ["number = {2}", "eid = {e17}"]),
        ("article-journal", und(volume="3", issue="2"), ["number = {2}", "volume = {3}"]),
        ("book", und(number="7"), ["number = {7}"]),
        ("book", und(collection_title="S", collection_number="7"), ["number = {7}", "series = {S}"]),
        ("report", und(number="7", collection_title="S"), ["number = {7}", "series = {S}"]),
        ("article-journal", und(container_title="J", page="1-9"), ["journal = {J}", "pages = {1--9}"]),
        ("article-journal", und(page="S1-S9"), ["pages = {S1--S9}"]),
        ("article-journal", und(page="-9"), ["pages = {-9}"]),
        ("chapter", und(container_title="B"), ["booktitle = {B}"]),
        ("paper-conference", und(container_title="B"), ["booktitle = {B}"]),
        (
            "book",
            und(archive="arXiv", archive_location="2101.00001", URL="https://arxiv.org/abs/2101.00001"),
            ["eprint = {2101.00001}", "archiveprefix = {arXiv}"],
        ),
        (
            "book",
            und(archive="arXiv", archive_location="2101.00001", URL="https://example.org/a"),
            ["url = {https://example.org/a}", "eprint = {2101.00001}", "archiveprefix = {arXiv}"],
        ),
    ],
)
def test_fields_that_go_by_the_type(type: str, variables: Variables, lines: list[str]) -> None:
    assert fields(Study("a", type, variables=variables)) == lines


def test_biblatex_names_journals_and_archives_otherwise() -> None:
    assert fields(Study("a", "article-journal", variables=und(container_title="J")), BIBLATEX) == ["journaltitle = {J}"]
    preprint = Study("a", "book", variables=und(archive="arXiv", archive_location="2101.00001", URL="https://arxiv.org/abs/2101.00001"))
    assert fields(preprint, BIBLATEX) == ["eprint = {2101.00001}", "eprinttype = {arXiv}"]


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        ({"author": (LEE, KIM)}, ["author = {Lee, Ann and Kim, Bo}"]),
        ({"author": (LEE,), "editor": (KIM,)}, ["author = {Lee, Ann}", "editor = {Kim, Bo}"]),
        ({"compiler": (LEE,)}, ["editor = {Lee, Ann}", "editortype = {compiler}"]),
        ({"organizer": (LEE,)}, ["editor = {Lee, Ann}", "editortype = {organizer}"]),
        ({"editor": (KIM,), "compiler": (LEE,)}, ["editor = {Kim, Bo}", "csl_compiler = {Lee, Ann}"]),
        ({"translator": (LEE,), "container-author": (KIM,)}, ["translator = {Lee, Ann}", "bookauthor = {Kim, Bo}"]),
        ({"author": (Name(literal="Barnes and Noble"),)}, ["author = {{Barnes and Noble}}"]),
        ({"author": (Name(family="Gogh", given="Vincent", non_dropping_particle="van"),)}, ["author = {van Gogh, Vincent}"]),
        ({"author": (Name(family="King", given="Martin", suffix="Jr.", comma_suffix=True),)}, ["author = {King, Jr., Martin}"]),
        ({"author": (Name(family="Sukarno"),)}, ["author = {Sukarno}"]),
    ],
)
def test_people(names: dict[str, Any], lines: list[str]) -> None:
    assert fields(Study("a", "book", names=Names(names))) == lines


@pytest.mark.parametrize(
    ("names", "others", "lines"),
    [
        ({"author": (LEE,)}, {"author"}, ["author = {Lee, Ann and others}"]),
        ({"author": (LEE,), "editor": (KIM,)}, {"editor"}, ["author = {Lee, Ann}", "editor = {Kim, Bo and others}"]),
        ({"compiler": (LEE,)}, {"compiler"}, ["editor = {Lee, Ann and others}", "editortype = {compiler}"]),
    ],
)
def test_others_follow(names: dict[str, Any], others: set[str], lines: list[str]) -> None:
    assert fields(Study("a", "book", names=Names(names), others=frozenset(others))) == lines


@pytest.mark.parametrize(
    ("date", "classic"),
    [
        ("2016", ["year = {2016}"]), ("2016-05", ["year = {2016}", "month = may"]), ("2016-01-04", ["year = {2016}", "month = jan", "day = {4}"]),
        ("2016-12-31", ["year = {2016}", "month = dec", "day = {31}"]), ("2016-21", ["year = {2016}", "month = {Spring}"]),
        ("2016-24", ["year = {2016}", "month = {Winter}"]), ("1999/2001", ["year = {1999--2001}"]), ("1900~", ["year = {ca. 1900}"]),
        ("2016-05/2016-07", ["year = {2016}", "month = may", "date = {2016-05/2016-07}"]), ("2016/..", ["year = {2016}", "date = {2016/..}"]),
        ("0079", ["year = {79}", "date = {0079}"]), ("-0044", ["date = {-0044}"]), ("../2016", ["date = {../2016}"]),
        ("2016-05~", ["year = {2016}", "month = may", "date = {2016-05~}"]), ("1000", ["year = {1000}"]), ("9999", ["year = {9999}"]), ("0999", ["year = {999}", "date = {0999}"]),
        ("1900~/1910~", ["year = {1900}", "date = {1900~/1910~}"]),
    ],
)  # fmt: skip
def test_dates(date: str, classic: list[str]) -> None:
    study = Study("a", "book", dates=Dates({"issued": parse_date(date)}))
    assert fields(study) == classic
    assert fields(study, BIBLATEX) == [f"date = {{{date}}}"]


def test_other_dates_have_fields_of_their_own() -> None:
    study = Study(
        "a",
        "book",
        dates=Dates({"accessed": parse_date("2020-01-02"), "event-date": parse_date("2019-05"), "original-date": parse_date("1850")}),
    )
    assert fields(study) == ["urldate = {2020-01-02}", "eventdate = {2019-05}", "origdate = {1850}"]


@pytest.mark.parametrize(
    ("tag", "classic", "biblatex"),
    [
        ("id", "language = {indonesian}", "langid = {indonesian}"), ("fr", "language = {french}", "langid = {french}"),
        ("jv", "language = {javanese}", "langid = {javanese}"), ("eo", "language = {eo}", "language = {eo}"),
    ],
)  # fmt: skip
def test_languages(tag: str, classic: str, biblatex: str) -> None:
    study = Study("a", "book", language=tag)
    assert fields(study) == [classic]
    assert fields(study, BIBLATEX) == [biblatex]


@pytest.mark.parametrize(
    ("words", "line"),
    [(("a", "b"), "keywords = {a, b}"), (("a, b", "c"), "keywords = {{a, b}, c}"), (("a; b",), "keywords = {{a; b}}"), (("R&D",), r"keywords = {R\&D}")],
)  # fmt: skip
def test_keywords(words: tuple[str, ...], line: str) -> None:
    assert fields(Study("a", "book", keywords=LangList({"und": words}))) == [line]


def test_keywords_stay_in_their_field_and_leave_nothing_behind() -> None:
    text = "@book{a,\n  author_keywords = {a; b},\n}\n"
    (study,) = read_bibtex(text.encode())[0]
    assert study.keywords == {"und": ("a", "b")}
    assert write_bibtex([study])[0].decode() == text
    without = attrs.evolve(study, keywords=LangList())
    assert write_bibtex([without])[0].decode() == "@book{a,\n}\n"
    assert update_bibtex(text.encode(), [without]) == (b"@book{a,\n}\n", ())


@pytest.mark.parametrize(
    ("title", "latex"),
    [
        ("R&D 5% #1 $2 a_b {c}", r"R\&D 5\% \#1 \$2 a\_b \{c\}"), ("<i>a</i> <b>b</b>", r"\emph{a} \textbf{b}"), ("x<sup>2</sup>", r"x\textsuperscript{2}"),
        ('The <span class="nocase">NASA</span>', "The {NASA}"), ("a -- b", "a -{}- b"), ("a\u00a0b", "a~b"), ("a < b", "a < b"), ("<i>a", "<i>a"), ("a ~ b", r"a \textasciitilde{} b"),
    ],
)  # fmt: skip
def test_titles(title: str, latex: str) -> None:
    assert fields(Study("a", "book", title=LangText({"und": title}))) == [f"title = {{{latex}}}"]


@pytest.mark.parametrize(
    ("title", "latex"),
    [
        ("Müller", '{\\"u}'), ("naïve", '{\\"\\i}'), ("ça", "{\\c{c}}"), ("ø", "{\\o}"), ("Straße", "{\\ss}"), ("a–b", "a--b"), ("“a”", "``a''"), ("čeština", "{\\v{c}}"),
        ("ﬁ 北", "北"), ("Đặng", "{\\DJ}{\\u{\\d{a}}}ng"), ("–-", "{\\textendash}-"),
    ],
)  # fmt: skip
def test_letters_in_ascii(title: str, latex: str) -> None:
    (line,) = fields(Study("a", "book", title=LangText({"und": title})), BibtexOptions(unicode=False))
    assert latex in line


ENTRY = '@book{a,\n  title = "A {B} c",\n  note = {x, y = {z}},\n  year = 2001\n}\n'
PARENTHESES = "@book(a, title = {A}, note = {(x)}, year = 2001)\n"
ALIGNED = "@book{a,\n  title     = {A},\n  publisher = {P},\n}\n"
CRAMPED = "@book{a,title={A},publisher={P}}\n"
MACRO = '@string{p = "Press"}\n@book{a, publisher = p # " of Ports", title = {A}}\n'


@pytest.mark.parametrize(
    ("text", "variable", "value", "was", "now"),
    [
        (ENTRY, "note", "n", "{x, y = {z}}", "{n}"), (ENTRY, "volume", "3", "  year = 2001\n", "  year = 2001,\n  volume = {3}\n"),
        (ENTRY, "note", None, "  note = {x, y = {z}},\n", ""),
        (PARENTHESES, "note", "n", "{(x)}", "{n}"), (PARENTHESES, "volume", "3", "2001)", "2001, volume = {3})"), (PARENTHESES, "note", None, "note = {(x)},", ""),
        (ALIGNED, "volume", "3", "{P},\n", "{P},\n  volume    = {3},\n"), (ALIGNED, "publisher", None, "  publisher = {P},\n", ""),
        (CRAMPED, "publisher", "Q", "{P}", "{Q}"), (CRAMPED, "volume", "3", "{P}}", "{P}, volume={3}}"),
        (MACRO, "publisher", "Q", 'p # " of Ports"', "{Q}"),
        (ALIGNED.replace("publisher", "PUBLISHER").replace("title", "TITLE"), "volume", "3", "{P},\n", "{P},\n  VOLUME    = {3},\n"),
    ],
)  # fmt: skip
def test_one_variable_changes_in_place(text: str, variable: str, value: str | None, was: str, now: str) -> None:
    (study,) = read_bibtex(text.encode())[0]
    others = {name: texts for name, texts in study.variables.items() if name != variable}
    changed = attrs.evolve(study, variables=Variables(others if value is None else {**others, variable: LangText({"und": value})}))
    data, problems = update_bibtex(text.encode(), [changed])
    assert (data.decode(), problems) == (text.replace(was, now), ())
    assert data.decode() != text
