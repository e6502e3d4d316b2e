"""Single values of BibTeX at their borders: formulas, commands, dates, names, archives, bytes, what is inherited."""

from __future__ import annotations

import pytest

from litreview.formats.bibtex import read_bibtex
from litreview.record import Study


def entry(fields: str) -> Study:
    (study,), problems = read_bibtex(f"@misc{{a, {fields}}}".encode())
    assert problems == ()
    return study


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        # Formulas: what is raised or lowered is one sign, or a group; what has no plain form stays as it is.
        ("$x^{2}$", "x<sup>2</sup>"), ("$H_2O$", "H<sub>2</sub>O"), ("$10^{-3}$", "10<sup>−3</sup>"), ("$x^23$", "x<sup>2</sup>3"),
        ("$x^{ab}c$", "x<sup>ab</sup>c"), ("$x^ 2$", "x<sup>2</sup>"), (r"$\alpha^2$", "α<sup>2</sup>"), (r"$^{\circ}C$", "<sup>∘</sup>C"),
        (r"$a\,b$", "a\u2009b"),
        # Accents and letters.
        (r"\'e", "é"), (r"\'{\i}", "í"), (r'{\"o}', "ö"), (r"\ss", "ß"), (r"\v{Z}", "Ž"), (r"\c c", "ç"), (r"\d{a}\k{a}\H{o}", "ạąő"), (r"\aa{}ngstr\"om", "ångström"),
        # Marks and looks.
        ("a~b", "a\u00a0b"), ("A--B---C", "A–B—C"), ("``a'' `b'", "“a” ‘b’"), (r"\&\%\_\#\$", "&%_#$"), (r"a\\b", "a b"), (r"\texttrademark", "™"),
        (r"\textit{a} b", "<i>a</i> b"), (r"\emph{a \textbf{b}}", "<i>a <b>b</b></i>"), (r"\begin{it}E. coli\end{it}", "<i>E. coli</i>"),
        (r"\textsuperscript{2}", "<sup>2</sup>"), ("{A}bc", '<span class="nocase">A</span>bc'), (r"\url{http://contoh.example/a}", "http://contoh.example/a"),
    ],
)  # fmt: skip
def test_latex_becomes_text(latex: str, text: str) -> None:
    assert dict(entry(f"title = {{{latex}}}").title) == {"und": text}


def test_a_formula_without_a_plain_form_stays_and_is_told() -> None:
    (study,), (problem,) = read_bibtex(rb"@misc{a, title = {$\frac{1}{2}$}}")
    assert (dict(study.title), problem.code) == ({"und": r"$\frac{1}{2}$"}, "bibtex-math")


@pytest.mark.parametrize(
    ("written", "date", "year"),
    [
        # (as written, what it says in ``date``, and in ``year``)
        ("2001", "2001", "2001"), ("2001-05", "2001-05", "2001/2005"), ("2001/2003", "2001/2003", "2001/2003"), ("2001?", "2001~", "2001~"),
        ("999", "0999", "0999"), ("1000", "1000", "1000"), ("0", "0000", "0000"), ("2001-05-07/2001-06-01", "2001-05-07/2001-06-01", "2001-05-07/2001-06-01"),
        ("May 2001", "2001-05", "2001-05"), ("in press", "in press", "in press"),
    ],
)  # fmt: skip
def test_dates(written: str, date: str, year: str) -> None:
    for field, said in (("date", date), ("year", year)):
        issued = entry(f"{field} = {{{written}}}").issued
        assert issued is not None
        assert issued.edtf() == said


@pytest.mark.parametrize(("written", "said"), [("2001/", "2001/.."), ("/2001", "../2001"), ("2001~", "2001~"), ("2001-21", "2001-21")])
def test_a_date_of_biblatex_may_be_open(written: str, said: str) -> None:
    issued = entry(f"date = {{{written}}}").issued
    assert issued is not None
    assert issued.edtf() == said


@pytest.mark.parametrize("written", ["10000", "12001"])
def test_a_year_of_five_digits_is_words(written: str) -> None:
    for field in ("date", "year"):
        (study,), (problem,) = read_bibtex(f"@misc{{a, {field} = {{{written}}}}}".encode())
        assert study.issued is not None
        assert (study.issued.edtf(), problem.code) == (written, "date-as-words")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("van der Berg, Jan", [("Berg", "Jan", "van der")]), ("Jan van der Berg", [("Berg", "Jan", "van der")]), ("Lee", [("Lee", None, None)]),
        ("jean de la Fontaine", [("Fontaine", None, "jean de la")]), ("{van Berg}, Jan", [("van Berg", "Jan", None)]), (r"Ann \'Etienne", [("Étienne", "Ann", None)]),
        ("family=Lee, given=Ann", [("Lee", "Ann", None)]), ("A and B", [("A", None, None), ("B", None, None)]), ("{Badan Kota}", [(None, None, None)]),
    ],
)  # fmt: skip
def test_names(written: str, names: list[tuple[str | None, str | None, str | None]]) -> None:
    read = [
        (name.family, name.given, name.non_dropping_particle or name.dropping_particle) for name in entry(f"author = {{{written}}}").author
    ]
    assert read == names


def test_a_suffix_stands_between_commas() -> None:
    (name,) = entry("author = {Berg, Jr., Jan}").author
    assert (name.family, name.suffix, name.given) == ("Berg", "Jr.", "Jan")


@pytest.mark.parametrize(
    ("kind", "archive", "address"),
    [
        ("Google Books", "Google Books", "https://books.google.com?id=1"), ("googlebooks", "Google Books", "https://books.google.com?id=1"),
        ("ARXIV", "arXiv", "https://arxiv.org/abs/1"), ("Handle", "HDL", "https://hdl.handle.net/1"), ("jstor", "JSTOR", "https://www.jstor.org/stable/1"),
        ("Other", "Other", None),
    ],
)  # fmt: skip
def test_an_archive_is_known_however_it_is_spelled(kind: str, archive: str, address: str | None) -> None:
    study = entry(f"eprint = {{1}}, eprinttype = {{{kind}}}")
    assert (study.text("archive"), study.text("archive_location"), study.text("URL")) == (archive, "1", address)


@pytest.mark.parametrize(
    "data",
    [
        "@misc{a, title = {é}}".encode("utf-16"), "@misc{a, title = {é}}".encode("utf-16") + b"x", "@misc{a, title = {é}}".encode("utf-16-le"),
        "@misc{a, title = {é}}".encode("utf-16-be"), "@misc{a, title = {é}}".encode("utf-8-sig"), "@misc{a,\r title = {é}\r}".encode(),
        b"% encoding: latin1\n@misc{a, title = {\xe9}}", b"% Encoding: ISO8859_1\n@misc{a, title = {\xe9}}",
    ],
)  # fmt: skip
def test_a_file_is_read_in_the_encoding_it_is_in(data: bytes) -> None:
    (study,), _ = read_bibtex(data)
    assert dict(study.title) == {"und": "é"}


@pytest.mark.parametrize(
    ("parent", "child", "container"),
    [
        ("@Book{p, title = {P}}", "@InBook{a, crossref = {p}}", "P"), ("@BOOK{P, title = {P}}", "@INCOLLECTION{a, crossref = {p}}", "P"),
        ("@Proceedings{p, title = {P}, booktitle = {Q}}", "@inproceedings{a, crossref = {P}}", "Q"), ("@misc{p, title = {P}}", "@misc{a, crossref = {p}}", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("first", [True, False])
def test_a_part_inherits_the_title_of_its_volume(parent: str, child: str, container: str | None, first: bool) -> None:
    studies, problems = read_bibtex("\n".join((parent, child) if first else (child, parent)).encode())
    (part,) = (study for study in studies if study.key == "a")
    assert part.text("container-title") == container
    assert problems == ()


def test_a_parent_that_is_missing_or_its_own_is_told_once() -> None:
    for text, code in (
        ("@misc{a, crossref = {p}}", "bibtex-parent-missing"),
        ("@misc{a, crossref = {a}, title = {T}}", "bibtex-reference-circle"),
    ):
        _, problems = read_bibtex(text.encode())
        assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize("text", ["@misc{a, title={T} year=2001}", "@misc{a, title={T}\n year=2001}", '@misc{a, title="T"\n year=2001}'])
def test_a_missing_comma_is_told_and_costs_nothing(text: str) -> None:
    (study,), problems = read_bibtex(text.encode())
    assert study.issued is not None
    assert (dict(study.title), study.issued.edtf(), [problem.code for problem in problems]) == (
        {"und": "T"},
        "2001",
        ["bibtex-comma-missing"],
    )
