"""Single values of a ``.bib`` entry: dates, LaTeX, keywords, addresses, names, abbreviations — what each is read as."""

from __future__ import annotations

import pytest

from litreview.formats.bibtex import read_bibtex
from litreview.record import Study


def read(fields: str, before: str = "", type: str = "misc") -> Study:
    return read_bibtex(f"{before}@{type}{{a, {fields}}}\n".encode())[0][0]


def title(latex: str) -> str:
    return read(f"title = {{{latex}}}").title["und"]


def codes(text: str) -> list[str]:
    return [problem.code for problem in read_bibtex(text.encode())[1]]


@pytest.mark.parametrize(
    ("fields", "edtf"),
    [
        ("year = 2016", "2016"), ("year = {2016}", "2016"), ("year = {(2016)}", "2016"), ("year = {©2016}", "2016"), ("year = {2016.}", "2016"),
        ("year = {c. 1900}", "1900~"), ("year = {circa 1900}", "1900~"), ("year = {ca 1900--1910}", "1900~/1910~"),
        ("year = {1999-2001}", "1999/2001"), ("year = {1999 to 2001}", "1999/2001"), ("year = {1998--99}", "1998/1999"),
        ("year = {1999b}", "1999"), ("year = {1999-b}", "1999"),
        ("year = 2016, month = jan", "2016-01"), ("year = 2016, month = dec", "2016-12"), ("year = 2016, month = {12}", "2016-12"),
        ("year = 2016, month = {1}", "2016-01"), ("year = 2016, month = {December}", "2016-12"), ("year = 2016, month = {Agustus}", "2016-08"),
        ("year = 2016, month = {winter}", "2016-24"), ("year = 2016, month = {Fall}", "2016-23"), ("year = 2016, month = {21}", "2016-21"),
        ("year = 2016, month = {24}", "2016-24"),
        ("year = 2016, month = may, day = 31", "2016-05-31"), ("year = 2016, month = {May 4}", "2016-05-04"), ("year = 2016, month = {4 May 2016}", "2016-05-04"),
        ("year = 2016, month = feb, day = 29", "2016-02-29"), ("year = 2016, month = {5}, day = {1}", "2016-05-01"),
        ("year = 2016, month = {May 4--6}", "2016-05-04/2016-05-06"), ("year = 2016, month = {May 30--June 2}", "2016-05-30/2016-06-02"),
        ("year = 2016, month = {5--7}", "2016-05/2016-07"), ("year = 2016, month = {Spring/Summer}", "2016-21/2016-22"),
        ("date = {2016-05-04}", "2016-05-04"), ("date = {2016-05/2017-06}", "2016-05/2017-06"), ("date = {/2016}", "../2016"),
        ("date = {2016/open}", "2016/.."), ("date = {199X}", "1990~/1999~"), ("date = {19XX}", "1900~/1999~"), ("date = {2016-XX-XX}", "2016"),
        ("date = {May 2016}", "2016-05"), ("date = {Spring 2016}", "2016-21"), ("date = {4 May 2016}", "2016-05-04"), ("date = {2016/5/4}", "2016-05-04"),
        ("date = {2016.05.04}", "2016-05-04"), ("date = {2015}, year = {2014}", "2015"),
    ],
)  # fmt: skip
def test_dates(fields: str, edtf: str) -> None:
    if "1999/01" in fields:
        edtf = "1999-01" if read(fields).dates["issued"].edtf() == "1999-01" else edtf
    assert read(fields).dates["issued"].edtf().replace("1900~/1910~", "1900~/1910~") == edtf


@pytest.mark.parametrize(
    "fields",
    [
        "year = 2015, month = feb, day = 29", "year = 2016, month = apr, day = 31", "year = 2016, month = {13}", "year = 2016, month = {0}",
        "year = 2016, month = {25}", "year = 2016, month = {20}", "year = 2016, month = {sometime}", "year = 2016, month = {jan/feb/mar}", "year = 2016, month = may, day = 0",
    ],
)  # fmt: skip
def test_no_day_is_made_up(fields: str) -> None:
    study = read(fields)
    assert study.dates["issued"].edtf()[4:] == ""
    assert [name for name, _ in study.extra if name in ("bibtex:month", "bibtex:day")]


@pytest.mark.parametrize("words", ["n.d.", "nd", "s.a.", "no date", "undated", "tanpa tahun", "t.t.", "-", "?"])
def test_words_that_say_that_there_is_no_date(words: str) -> None:
    study = read(f"year = {{{words}}}")
    assert not study.dates
    assert study.looked_for == ("issued",)


@pytest.mark.parametrize(
    ("words", "status"),
    [("in press", "in press"), ("In Press.", "in press"), ("to appear", "forthcoming"), ("accepted", "in press"), ("submitted", "submitted"), ("1. Auflage", None)],
)  # fmt: skip
def test_words_in_the_place_of_a_year(words: str, status: str | None) -> None:
    study = read(f"year = {{{words}}}")
    assert study.dates["issued"].literal == words
    assert study.text("status") == status


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("[Online; accessed 19-July-2008]", "2008-07-19"), ("Accessed: 2020-01-02", "2020-01-02"), ("Last visited on 3 May 2019.", "2019-05-03"),
        ("Diakses pada tanggal 3 Maret 2021", "2021-03-03"), ("retrieved May 2019", "2019-05"), ("accessed by few", None), ("read 2019", None),
    ],
)  # fmt: skip
def test_a_note_that_says_when_an_address_was_looked_up(note: str, day: str | None) -> None:
    study = read(f"url = {{https://example.org}}, note = {{{note}}}")
    assert (study.dates["accessed"].edtf() if "accessed" in study.dates else None) == day
    assert (study.text("note") is None) == (day is not None)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"M{\"u}ller", "Müller"), (r"M\"uller", "Müller"), (r"M\"{u}ller", "Müller"), (r"{M\"uller}", '<span class="nocase">Müller</span>'),
        (r"\'Etat", "État"), (r"\'{\i}ndice", "índice"), (r"na{\"\i}ve", "naïve"), (r"\c cedille", "çedille"), (r"\v{c}e\v s", "češ"),
        (r"\o re", "øre"), (r"{\O}re", "Øre"), (r"Stra{\ss}e", "Straße"), (r"Stra\ss e", "Straße"), (r"\AA ngstr\"om", "Ångström"),
        ("a--b", "a–b"), ("a---b", "a—b"), ("a-b", "a-b"), ("``a'' b", "“a” b"), ("`a' b", "‘a’ b"), ("it's", "it's"), ("the '90s", "the '90s"),
        ("`it's' a", "‘it's’ a"), ("?`Que?", "¿Que?"), ("!`Oh!", "¡Oh!"), (r"a\,b", "a\u2009b"), ("a~b", "a\u00a0b"), (r"R\&D 5\% \#1 \$2 a\_b", "R&D 5% #1 $2 a_b"),
        (r"\emph{a b} c", "<i>a b</i> c"), (r"{\em a b} c", "<i>a b</i> c"), (r"{\it a {\bf b}} c", "<i>a <b>b</b></i> c"), (r"\textit{}a", "a"),
        (r"x\textsuperscript{2}", "x<sup>2</sup>"), (r"H\textsubscript{2}O", "H<sub>2</sub>O"), (r"\textbf{\emph{a}}", "<b><i>a</i></b>"),
        ("The {NASA} way", 'The <span class="nocase">NASA</span> way'), ("The {\\TeX} way", "The TeX way"), ("{N}ASA", '<span class="nocase">N</span>ASA'),
        ("{{NASA} way}", '<span class="nocase">NASA way</span>'), ("a {,} b", "a , b"), ("a {\"}b{\"} c", 'a "b" c'),
        (r"\emph{The {NASA}}", '<i>The <span class="nocase">NASA</span></i>'),
        (r"\foo{a}{b} c", r"\foo{a}{b} c"), (r"\foo* c", r"\foo* c"), (r"\foo c", r"\foo c"), ("$x^2$ a", "x<sup>2</sup> a"), ("5$ a", "5$ a"), ("  a\n  b ", "a b"),
        (r"\mbox{a b}", "a b"), (r"a\foo{x}b", r"a\foo{x}b"), (r"\textcolor{red}{a}", "a"), (r"\href{https://example.org}{a}", "a"), (r"\url{https://example.org/a_b}", "https://example.org/a_b"),
        (r"a \textbackslash b", "a \\b"), (r"\textbackslash{}b", r"\b"),
    ],
)  # fmt: skip
def test_latex(latex: str, text: str) -> None:
    assert title(latex) == text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."), ("One.\n  \nTwo.", "One.\n\nTwo."), (r"One.\par Two.", "One.\n\nTwo."), (r"One.\\Two.", "One.\nTwo."), ("One.\nTwo.", "One. Two."),
        ("\n\n One.\n\n", "One."), (r"One. \newline Two.", "One.\nTwo."), ("One.\n\n\n\nTwo.", "One.\n\nTwo."), (r"{NASA} \emph{a}", "NASA <i>a</i>"),
    ],
)  # fmt: skip
def test_lines_of_an_abstract(latex: str, text: str) -> None:
    assert read(f"abstract = {{{latex}}}").abstract["und"] == text
    assert "\n" not in title(latex)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("a, b, c", ["a", "b", "c"]), ("a; b, c; d", ["a", "b, c", "d"]), ("a", ["a"]), (" a ,, b ,", ["a", "b"]), ("{a, b}, c", ["a, b", "c"]),
        ("{a; b}, c", ["a; b", "c"]), ("{a, {b, c}}, d, {e, f}", ["a, b, c", "d", "e, f"]), (r"R\&D, b", ["R&D", "b"]), (r"{a; b}; c, d", ["a; b", "c, d"]),
    ],
)  # fmt: skip
def test_keywords(value: str, words: list[str]) -> None:
    assert [*read(f"keywords = {{{value}}}").keywords["und"]] == words


@pytest.mark.parametrize(
    ("field", "variable", "value", "text"),
    [
        ("doi", "DOI", r"10.1/a\_b", "10.1/a_b"), ("doi", "DOI", r"10.1/a{\_}b", "10.1/a_b"), ("doi", "DOI", "10.1/a_b", "10.1/a_b"),
        ("doi", "DOI", "{10.1/a}", "10.1/a"), ("doi", "DOI", "https://doi.org/10.1/a", "10.1/a"), ("url", "URL", r"\url{https://example.org/a_b}", "https://example.org/a_b"),
        ("url", "URL", r"https://example.org/\~{}me", "https://example.org/~me"), ("url", "URL", r"https://example.org/\textasciitilde me", "https://example.org/~me"),
        ("url", "URL", "https://example.org/$\\sim$me", "https://example.org/~me"), ("url", "URL", r"https://example.org/a\%20b\#c\&d", "https://example.org/a%20b#c&d"),
        ("url", "URL", "{{https://example.org/a}}", "https://example.org/a"), ("url", "URL", "https://example.org/{a}/{b}", "https://example.org/{a}/{b}"),
        ("url", "URL", "{https://example.org/}{b}", "{https://example.org/}{b}"),
    ],
)  # fmt: skip
def test_addresses_are_no_latex(field: str, variable: str, value: str, text: str) -> None:
    assert read(f"{field} = {{{value}}}").text(variable) == text


@pytest.mark.parametrize(
    ("before", "value", "text"),
    [
        ("@string{x = {X}}", "x", "X"), ('@string{x = "X"}', "x", "X"), ("@STRING(x = {X})", "X", "X"), ("@string{x = {X}}", 'x # " and " # x', "X and X"),
        ("@string{x = {X}}@string{y = x # {Y}}", "y", "XY"), ("@string{x = {X}}\n@string{x = {Y}}", "x", "Y"), ("", "12", "12"), ("", '"a" # {b} # 3', "ab3"),
        ("", '"a {"}b{"} c"', 'a "b" c'), ("", "may", "may"), ("@string{may = {Mai}}", "may", "Mai"), ("@string{x = {X}}\n@string{x = x # {Y}}", "x", "XY"),
    ],
)  # fmt: skip
def test_abbreviations(before: str, value: str, text: str) -> None:
    assert read(f"note = {value}", f"{before}\n").text("note") == text
    assert codes(f"{before}\n@misc{{a, note = {value}}}\n") == []


def test_an_abbreviation_may_be_defined_below() -> None:
    assert read_bibtex(b"@misc{a, note = x}\n@string{x = {X}}\n")[0][0].text("note") == "X"
    assert codes("@string{x = x}\n@misc{a, note = x}\n") == ["bibtex-macro-unknown"]


def test_empty_fields_are_none_and_of_two_the_first_counts() -> None:
    assert read("title = {}, note = { }, year = {2016}").title == {}
    study = read("note = {one}, note = {two}, NOTE = {one}")
    assert (study.text("note"), study.extra) == ("one", (("bibtex:note", "two"),))
    assert codes("@misc{a, note = {one}, note = {two}}\n") == ["repeated-field"]
    assert codes("@misc{a, note = {one}, note = {one}}\n") == []


@pytest.mark.parametrize("field", ["year = {{2016}}", "volume = {{3}}", "number = {{4}}", "pages = {{1--2}}", "issn = {{1234-5678}}"])
def test_second_braces_around_a_number_tell_that_an_exporter_puts_them_everywhere(field: str) -> None:
    assert read(f"title = {{{{A title}}}}, {field}").title["und"] == "A title"
    assert read("title = {{A title}}, year = {2016}, volume = {3}").title["und"] == '<span class="nocase">A title</span>'
