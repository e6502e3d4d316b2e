"""New `.bib` files."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.bibtex import BibtexOptions, read_bibtex, update_bibtex, write_bibtex
from litreview.formats.bibtex.entry import differences
from litreview.formats.bibtex.natural import fresh
from litreview.record import (
    Aspects,
    Dates,
    Evidence,
    LangList,
    LangText,
    Name,
    Names,
    Period,
    Statement,
    Study,
    Variables,
    parse_date,
)  # fmt: skip
from tests.formats.bibtex_studies import studies

THESIS = Study(
    "wulandari2021",
    "thesis",
    title=LangText({"id": "Kota <i>kembar</i> & desa", "en": "Twin cities and villages"}),
    abstract=LangText({"id": "Satu kalimat.\n\nDua.", "en": "One sentence."}),
    keywords=LangList({"id": ("kota kembar", "damai, perang"), "en": ("twin city",)}),
    genre=LangText({"id": "Skripsi"}),
    language="id",
    names=Names({"author": (Name(family="Wulandari", given="Sri"), Name(literal="Badan R&D"), Name(family="Siti binti Ali"))}),
    dates=Dates({"issued": parse_date("2021-03-04"), "accessed": parse_date("2022-01-02")}),
    variables=Variables({"publisher": LangText({"id": "Universitas Anu"}), "URL": LangText({"und": "https://example.org/a_b%20c~d"})}),
    aspects=Aspects(
        method=(Statement(LangText({"id": "kualitatif"}), "qualitative", (Evidence("abstract", "id", "Satu", 0, 4),)),),
        period=Period(2016, 2018),
        looked_for=("framework",),
    ),
    paraphrased=("abstract",),
    looked_for=("publisher-place",),
    extra=(("ris:M1", "x{y"), ("bibtex:file", ":a.pdf:PDF")),
)

TWICE_SAID = Study(
    "r", "report", language="en", title=LangText({"en": "Ports"}), variables=Variables({"number": LangText({"en": "Report 7", "id": "Laporan 7"})}),
)  # fmt: skip


CLASSIC = r"""@mastersthesis{wulandari2021,
  author = {Wulandari, Sri and {Badan R\&D} and Siti{ }binti{ }Ali},
  title = {Kota \emph{kembar} \& desa},
  title_en = {Twin cities and villages},
  school = {Universitas Anu},
  type = {Skripsi},
  url = {https://example.org/a_b%20c~d},
  year = {2021},
  month = mar,
  day = {4},
  urldate = {2022-01-02},
  language = {indonesian},
  abstract = {Satu kalimat.\par Dua.},
  abstract_en = {One sentence.},
  keywords = {kota kembar, {damai, perang}},
  keywords_en = {twin city},
  litreview_paraphrased = {abstract},
  litreview_not_stated = {publisher-place, aspects.framework},
  litreview_method = {[{"text": {"id": "kualitatif"}, "concept": "qualitative", "evidence": [{"language": "id", "quote": "Satu"}]}]},
  litreview_period = {{"start": 2016, "end": 2018}},
  file = {:a.pdf:PDF},
  litreview_extra = {[["ris:M1", "x\u007by"], ["bibtex:file"]]},
}
"""


def test_what_is_said_in_two_languages_is_kept_and_stays_where_other_programs_look() -> None:
    data, problems = write_bibtex((TWICE_SAID,))
    assert b"\n  number = {Report 7},\n" in data
    assert read_bibtex(data)[0] == (fresh(TWICE_SAID),)
    assert problems == ()


def test_a_thesis_in_classic_bibtex() -> None:
    data, problems = write_bibtex([THESIS])
    assert data.decode() == CLASSIC
    assert problems == ()
    assert read_bibtex(data)[0] == (THESIS,)


def test_the_same_in_biblatex() -> None:
    data, problems = write_bibtex([THESIS], BibtexOptions(flavour="biblatex", own=False))
    text = data.decode()
    assert "@thesis{wulandari2021," in text
    assert "date = {2021-03-04}" in text
    assert "institution = {Universitas Anu}" in text
    assert "langid = {indonesian}" in text
    assert "litreview" not in text
    assert [p.code for p in problems] == ["bibtex-not-carried"]
    assert problems[0].get("parts") == "aspects (1), paraphrased (1), looked_for (1), extra (1)"
    assert problems[0].severity == "info"


@pytest.mark.parametrize(
    ("genre", "classic"),
    [("Skripsi", "mastersthesis"), ("Tesis", "mastersthesis"), ("Disertasi", "phdthesis"), ("PhD thesis", "phdthesis"), (None, "thesis")],
)
def test_theses_keep_their_kind(genre: str | None, classic: str) -> None:
    study = Study("a", "thesis", genre=LangText({"id": genre}) if genre else LangText(), language="id")
    for flavour, name in (("bibtex", classic), ("biblatex", "thesis")):
        data, problems = write_bibtex([study], BibtexOptions(flavour=flavour))  # type: ignore[arg-type]
        assert data.decode().startswith(f"@{name}{{a,")
        assert (read_bibtex(data)[0], problems) == ((study,), ())


def test_letters_as_latex() -> None:
    study = Study(
        "a", "book", title=LangText({"und": "Ångström – “Đặng” ά"}), names=Names({"author": (Name(family="Müller", given="Ø."),)})
    )
    data, _ = write_bibtex([study], BibtexOptions(unicode=False))
    assert data.isascii()
    assert b'author = {M{\\"u}ller, {\\O}.}' in data
    assert read_bibtex(data)[0] == (study,)


def test_chosen_fields_and_their_order() -> None:
    options = BibtexOptions(fields=("year", "title"))
    assert write_bibtex([THESIS], options)[0].decode() == (
        "@mastersthesis{wulandari2021,\n  year = {2021},\n  title = {Kota \\emph{kembar} \\& desa},\n}\n"
    )
    first = write_bibtex([THESIS], BibtexOptions(first=("url", "year"), indent="\t"))[0].decode().splitlines()
    assert first[1:4] == [
        "\turl = {https://example.org/a_b%20c~d},",
        "\tyear = {2021},",
        "\tauthor = {Wulandari, Sri and {Badan R\\&D} and Siti{ }binti{ }Ali},",
    ]


def test_no_author_no_date_no_field() -> None:
    data, problems = write_bibtex([Study("a", title=LangText({"id": "[Tentang kota]"}), language="id", looked_for=("author", "issued"))])
    assert data.decode() == (
        "@misc{a,\n  title = {[Tentang kota]},\n  language = {indonesian},\n  litreview_not_stated = {author, issued},\n}\n"
    )
    assert problems == ()


def test_a_key_that_bibtex_cannot_take() -> None:
    study = Study("Lee, 2019 {x}", title=LangText({"und": "T"}))
    data, _ = write_bibtex([study])
    assert data.decode().startswith("@misc{Lee-2019-x,")
    assert read_bibtex(data)[0] == (study,)


def test_what_inherits_says_no_more_than_before() -> None:
    text = b"@inbook{c, crossref = {p}, title = {C}}\n@book{p, title = {B}, publisher = {P}, year = 2001}\n"
    before = read_bibtex(text)[0]
    assert read_bibtex(write_bibtex(before)[0])[0] == before
    alone = attrs.evolve(before[0], variables=Variables({}), dates=Dates())
    assert read_bibtex(write_bibtex([alone, before[1]])[0])[0] == (alone, before[1])


def test_latex_that_came_from_a_bib_file_goes_back() -> None:
    text = b"@misc{a,\n  title = {The {NASA} $\\frac{a}{b}$ and \\ce{H2O} 50\\%},\n}\n"
    assert write_bibtex(read_bibtex(text)[0])[0] == text


def test_what_cannot_be_said_is_told_once() -> None:
    odd = Study("a", title=LangText({"und": ""}), names=Names({"author": (Name(family="Lee", static_ordering=True),)}))
    _, problems = write_bibtex([odd, attrs.evolve(odd, key="b"), THESIS])
    assert [(p.code, p.get("parts")) for p in problems] == [("bibtex-not-carried", "title (2), author (2)")]


@given(
    st.lists(studies, min_size=1, max_size=3, unique_by=lambda s: s.key.casefold()), st.sampled_from(["bibtex", "biblatex"]), st.booleans()
)
def test_read_is_the_way_back_of_write(written: list[Study], flavour: str, unicode: bool) -> None:
    data, problems = write_bibtex(written, BibtexOptions(flavour=flavour, unicode=unicode))  # type: ignore[arg-type]
    back = read_bibtex(data)[0]
    assert [differences(study, other) for study, other in zip(written, back, strict=True)] == [[]] * len(written)
    assert {problem.code for problem in problems} <= {"bibtex-key-replaced"}


WEB = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40)


@given(WEB, st.sampled_from(["bibtex", "biblatex"]), st.booleans())
def test_addresses_and_dois_are_never_mangled(tail: str, flavour: str, unicode: bool) -> None:
    address, doi = f"https://example.org/{tail}", f"10.1000/{tail}"
    study = Study("a", "webpage", variables=Variables({"DOI": LangText({"und": doi}), "URL": LangText({"und": address})}))
    data, problems = write_bibtex([study], BibtexOptions(flavour=flavour, unicode=unicode))  # type: ignore[arg-type]
    assert (read_bibtex(data)[0], problems) == ((study,), ())
    if not set(tail) & set("{}\\"):
        assert f"url = {{{address}}}" in data.decode()
        assert f"doi = {{{doi}}}" in data.decode()


SCOPUS = b"""@ARTICLE{a,
\ttitle = {Ports},
\tauthor_keywords = {Harbours; Trade, general},
\tkeywords = {harbour; human},
\tnote = {Cited by: 20}
}
"""


def test_keywords_go_back_to_the_field_they_came_from() -> None:
    (study,), _ = read_bibtex(SCOPUS)
    assert study.keywords == LangList({"und": ("Harbours", "Trade, general")})
    data, problems = write_bibtex([study])
    assert (read_bibtex(data)[0], problems) == ((study,), ())
    assert b"author_keywords = {Harbours; {Trade, general}}" in data
    assert b"\n  keywords = {harbour; human}" in data
    more = attrs.evolve(study, keywords=LangList({"und": ("Harbours", "Peace")}))
    changed, problems = update_bibtex(SCOPUS, [more])
    assert changed == SCOPUS.replace(b"Harbours; Trade, general", b"Harbours; Peace")
    without = attrs.evolve(study, keywords=LangList({}))
    data, problems = write_bibtex([without])
    assert not problems
    assert [dict(s.keywords) for s in read_bibtex(data)[0]] == [{}]


def test_shared_data_that_is_no_study_leaves_nothing_hanging_in_a_new_file() -> None:
    old = b"@book{a, xdata = {p}, title = {T}}\n@xdata{p, publisher = {P}}\n"
    studies, _ = read_bibtex(old)
    data, problems = write_bibtex(studies)
    assert problems == ()
    assert read_bibtex(data) == (studies, ())
    assert b"xdata = {" not in data
    assert update_bibtex(old, studies) == (old, ())
