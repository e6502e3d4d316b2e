"""Records as exports really have them: entities, markup, names without a comma, empty words, tags in another order."""

from __future__ import annotations

import pytest

from litreview.formats import named
from litreview.record import Study
from litreview.record.name_parser import examine_name


def ris(*lines: str, kind: str = "JOUR") -> Study:
    studies, problems = named("ris").read("\n".join((f"TY  - {kind}", *lines, "ER  - ")).encode(), "a.ris")  # type: ignore[misc]
    assert not problems
    return studies[0]


def bib(entry: str) -> Study:
    return named("bibtex").read(entry.encode(), "a.bib")[0][0]  # type: ignore[misc]


def test_entities_and_markup_of_ojs() -> None:
    study = ris(
        "AU  - Ma&#039;arif, Budi",
        "TI  - Kota &amp; &quot;desa&quot; &lt;em&gt;Oryza&lt;/em&gt;",
        "JF  - Hukum &amp; Politik",
        "AB  - &lt;p&gt;Satu &amp;amp; dua.&lt;/p&gt;&lt;p&gt;Tiga, p &lt; 0,05.&lt;/p&gt;",
    )
    assert [(name.family, name.given) for name in study.author] == [("Ma'arif", "Budi")]
    assert study.text("title") == 'Kota & "desa" <i>Oryza</i>'
    assert study.text("container-title") == "Hukum & Politik"
    assert study.text("abstract") == "Satu & dua.\n\nTiga, p < 0,05."


def test_ojs_bibtex() -> None:
    study = bib("@article{a, author={Ma&#039;arif, Budi}, title={Kota &amp; desa}, place={Bandung}, "
                "abstractNote={&lt;p&gt;Satu &amp;amp; dua.&lt;/p&gt;}, url={https://a.id/?a=1&amp;b=2}}")  # fmt: skip
    assert (study.author[0].family, study.text("title"), study.text("publisher-place")) == ("Ma'arif", "Kota & desa", "Bandung")
    assert (study.text("abstract"), study.text("URL"), study.extra) == ("Satu & dua.", "https://a.id/?a=1&b=2", ())


@pytest.mark.parametrize(
    ("written", "family", "given"),
    [("S. K. Das", "Das", "S. K."), ("Liu R.", "Liu", "R."), ("Adler D.G.", "Adler", "D.G."), ("Liu R", "Liu", "R"), ("de Vries J.", "Vries", "J."),
     ("Kemenkes RI", None, None), ("Bank Dunia", None, None), ("I Made", None, None)],
)  # fmt: skip
def test_initials_make_a_person(written: str, family: str | None, given: str | None) -> None:
    name = ris(f"AU  - {written}").author[0]
    assert (name.family, name.given) == (family, given)
    assert (name.literal is None) == (family is not None)


def test_the_suffix_stands_last_in_ris() -> None:
    assert [(n.family, n.given, n.suffix) for n in ris("AU  - Suprapto, Johannes, SJ", "AU  - Putra, I Made, S.H.").author] == [
        ("Suprapto", "Johannes", "SJ"),
        ("Putra", "I Made", None),
    ]


@pytest.mark.parametrize("degree", ["S.H.", "S.E.", "M.H.", "M.A.", "Lc."])
def test_a_degree_behind_a_whole_name(degree: str) -> None:
    for written in (f"Putra, I Made, {degree}", f"I Made Putra, {degree}"):
        name = examine_name(written).name
        assert (name.family, name.given, name.suffix) == ("Putra", "I Made", None)


def test_initials_stay_initials() -> None:
    assert [(n.family, n.given) for n in (examine_name("Lee, S.H.").name, examine_name("van der Berg, M.A.").name)] == [
        ("Lee", "S.H."), ("Berg", "M.A."),
    ]  # fmt: skip


def test_persons_parted_by_commas_alone_are_several_and_told() -> None:
    studies, problems = named("bibtex").read(b"@book{a, title={T}, author={Siti Aminah, Budi Santoso, Rina Dewi}}", "")  # type: ignore[misc]
    assert [(n.family, n.given) for n in studies[0].author] == [("Aminah", "Siti"), ("Santoso", "Budi"), ("Dewi", "Rina")]
    assert [p.code for p in problems] == ["bibtex-names-mark"]


def test_a_suffix_has_one_word() -> None:
    parsed = examine_name("Aminah, Budi Santoso, Rina")
    assert (parsed.name.suffix, parsed.name.literal, parsed.oddity) == (None, "Aminah, Budi Santoso, Rina", "commas")


def test_fields_in_other_places() -> None:
    study = ris("T1  - Peaks", "T2  - A show", "JF  - Week", "M1  - 3", "VL  - None", "SP  - None")
    assert (study.text("container-title"), study.text("issue"), study.text("volume"), study.text("page")) == ("Week", "3", None, None)
    short = ris("T2  - Journal of Chemical Physics", "JF  - J. Chem. Phys.")
    assert short.text("container-title") == "Journal of Chemical Physics"
    meeting = ris("Y2  - April 26–30, 2003", "C3  - Proceedings of Ports", kind="CPAPER")
    assert (meeting.dates["event-date"].edtf(), meeting.text("container-title")) == ("2003-04-26/2003-04-30", "Proceedings of Ports")


def test_tags_before_the_type_belong_to_the_record_that_follows() -> None:
    text = b"TI  - First\nTY  - JOUR\nER  - \n\nTI  - Second\nTY  - BOOK\nER  - \n"
    studies, problems = named("ris").read(text, "a.ris")  # type: ignore[misc]
    assert [(s.type, s.text("title")) for s in studies] == [("article-journal", "First"), ("book", "Second")]
    assert not problems


def test_formulas_as_text() -> None:
    study = bib(r"@article{a, author={\ifmmode \check{Z}\else \v{Z}\fi{}umer, S.}, "
                r"title={A $\mu$W of H$_2$O, ${\mathit{K}}_{24}$, $\langle{}001\rangle$, $x < 3$, \begin{it}E. coli\end{it}}}")  # fmt: skip
    assert study.author[0].family == "Žumer"
    assert study.text("title") == "A μW of H<sub>2</sub>O, K<sub>24</sub>, ⟨001⟩, x < 3, <i>E. coli</i>"


def test_years() -> None:
    assert bib("@book{a, title={T}, year={1999/01}}").issued.edtf() == "1999-01"  # type: ignore[union-attr]
    assert bib("@book{a, title={T}, year={--}}").issued is None


def test_a_month_of_5000_figures_is_kept() -> None:
    study = bib("@book{a, title={T}, year=2001, month={" + "1" * 5000 + "}}")
    assert study.issued.edtf() == "2001"  # type: ignore[union-attr]
    assert dict(study.extra)["bibtex:month"] == "1" * 5000


def test_what_no_output_holds_is_taken_out_of_names_and_told() -> None:
    studies, problems = named("csl-json").read(b'[{"id": "a", "type": "book", "author": [{"family": "Lee\\udfff\\u0001"}]}]', "a.json")  # type: ignore[misc]
    assert studies[0].author[0].family == "Lee"
    assert [p.code for p in problems] == ["control-characters"]


def test_an_infinite_number_is_refused() -> None:
    with pytest.raises(Exception, match="number"):
        named("csl-json").read(b'[{"id": "a", "type": "book", "volume": 1e400}]', "a.json")  # type: ignore[misc]


def test_initials_behind_family_names_parted_by_commas() -> None:
    study = bib("@book{a, title={T}, author={Wilshut E, van Dijk G, Brookhuis KA}}")
    assert [(n.family, n.given) for n in study.author] == [("Wilshut", "E"), ("Dijk", "G"), ("Brookhuis", "KA")]
