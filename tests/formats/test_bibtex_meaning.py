"""What an entry means as a whole: its type, what depends on several fields, what it inherits, and how its bytes are read."""

from __future__ import annotations

from typing import Any

import pytest

from litreview.formats.bibtex import BibtexOptions, read_bibtex, write_bibtex
from litreview.record import LangText, Study


def read(text: str) -> dict[str, Study]:
    return {study.key: study for study in read_bibtex(text.encode())[0]}


def entry(fields: str, type: str = "misc") -> Study:
    return read(f"@{type}{{a, {fields}}}\n")["a"]


def said(study: Study, *names: str) -> list[str | None]:
    return [study.text(name) for name in names]


@pytest.mark.parametrize(
    ("type", "csl", "genre"),
    [
        ("article", "article-journal", None), ("book", "book", None), ("inbook", "chapter", None), ("incollection", "chapter", None),
        ("inproceedings", "paper-conference", None), ("conference", "paper-conference", None), ("techreport", "report", None), ("online", "webpage", None),
        ("phdthesis", "thesis", "Doctoral dissertation"), ("mastersthesis", "thesis", "Master’s thesis"), ("unpublished", "manuscript", None),
        ("misc", "document", None), ("booklet", "pamphlet", None), ("manual", "book", None), ("proceedings", "book", None), ("INBOOK", "chapter", None),
        ("nonsense", "document", None),
    ],
)  # fmt: skip
def test_types(type: str, csl: str, genre: str | None) -> None:
    study = entry("title = {T}", type)
    assert study.type == csl
    assert (study.text("genre") is None) == (genre is None)


@pytest.mark.parametrize(
    ("fields", "csl"),
    [
        ("journal = {J}, entrysubtype = {newspaper}", "article-newspaper"), ("journal = {J}, entrysubtype = {Magazine}", "article-magazine"),
        ("journal = {J}, entrysubtype = {other}", "article-journal"), ("journal = {J}", "article-journal"),
    ],
)  # fmt: skip
def test_articles_of_other_periodicals(fields: str, csl: str) -> None:
    assert entry(fields, "article").type == csl


def test_an_unpublished_paper_of_an_event_is_a_speech() -> None:
    assert entry("eventtitle = {E}", "unpublished").type == "speech"
    assert entry("eventdate = {2016}", "unpublished").type == "speech"
    assert entry("note = {N}", "unpublished").type == "manuscript"


@pytest.mark.parametrize(
    ("type", "classic", "biblatex"),
    [
        ("article-journal", "article", "article"), ("chapter", "incollection", "incollection"), ("webpage", "misc", "online"), ("report", "techreport", "report"),
        ("dataset", "misc", "dataset"), ("paper-conference", "inproceedings", "inproceedings"), ("manuscript", "unpublished", "unpublished"),
        ("review", "article", "review"), ("article-newspaper", "article", "article"), ("song", "misc", "music"), ("pamphlet", "booklet", "booklet"),
    ],
)  # fmt: skip
def test_the_entry_type_of_a_new_entry(type: str, classic: str, biblatex: str) -> None:
    study = Study("a", type, title=LangText({"und": "T"}))
    for options, name in ((BibtexOptions(), classic), (BibtexOptions(flavour="biblatex"), biblatex)):
        data, problems = write_bibtex([study], options)
        assert data.decode().startswith(f"@{name}{{a,")
        assert (read_bibtex(data)[0], problems) == ((study,), ())


@pytest.mark.parametrize(
    ("type", "fields", "publisher"),
    [
        ("book", "publisher = {P}, institution = {I}", "P"), ("report", "publisher = {P}, institution = {I}", "I"), ("thesis", "school = {S}, publisher = {P}", "S"),
        ("book", "school = {S}", "S"), ("book", "institution = {I}, organization = {O}", "I"), ("online", "organization = {O}, institution = {I}", "O"),
        ("misc", "howpublished = {Self-published}", "Self-published"), ("misc", "howpublished = {https://example.org/a}", None),
        ("misc", "howpublished = {X}, publisher = {P}", "P"),
    ],
)  # fmt: skip
def test_who_publishes(type: str, fields: str, publisher: str | None) -> None:
    assert entry(fields, type).text("publisher") == publisher


@pytest.mark.parametrize(
    ("type", "fields", "texts"),
    [
        ("article", "number = {2}, eid = {e17}", {"issue": "2", "number": "e17"}), ("article", "number = {2}, issue = {Spring}", {"issue": "2", "number": None}),
        ("article", "issue = {Spring}", {"issue": "Spring"}), ("book", "number = {2}, series = {S}", {"collection-number": "2", "number": None}),
        ("book", "number = {2}", {"number": "2", "collection-number": None}), ("report", "number = {2}, series = {S}", {"number": "2", "collection-number": None}),
        ("article", "pages = {e17}, eid = {e17}", {"page": "e17", "number": None}),
        ("article", "pages = {1--9}", {"page": "1-9"}), ("article", "pages = {1 – 9}", {"page": "1-9"}), ("article", "pages = {1---9, 12}", {"page": "1-9, 12"}),
        ("article", "pages = {S1-S9}", {"page": "S1-S9"}), ("article", "pages = {1 - 9}", {"page": "1-9"}),
        ("book", "address = {Jakarta}, location = {Bogor}", {"publisher-place": "Bogor"}), ("book", "address = {Jakarta}", {"publisher-place": "Jakarta"}),
        ("inproceedings", "address = {New York}, location = {Oslo}", {"publisher-place": "New York", "event-place": "Oslo"}),
        ("inproceedings", "address = {New York}, location = {Oslo}, venue = {Bergen}", {"publisher-place": "Oslo", "event-place": "Bergen"}),
        ("book", "doi = {https://doi.org/10.1/a}", {"DOI": "10.1/a"}), ("book", "doi = {doi: 10.1/a}", {"DOI": "10.1/a"}), ("book", "doi = {10.1/a}", {"DOI": "10.1/a"}),
        ("book", "pagetotal = {99}, numpages = {98}", {"number-of-pages": "99"}), ("book", "numpages = {98}, pagetotal = {99}", {"number-of-pages": "99"}),
    ],
)  # fmt: skip
def test_what_depends_on_several_fields(type: str, fields: str, texts: dict[str, str | None]) -> None:
    assert said(entry(fields, type), *texts) == [*texts.values()]


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ("title = {Ports}, subtitle = {A history}", "Ports: A history"), ("title = {Ports?}, subtitle = {A history}", "Ports? A history"),
        ("title = {Ports}, titleaddon = {Volume 1}", "Ports. Volume 1"), ("title = {Ports!}, titleaddon = {Volume 1}", "Ports! Volume 1"),
        ("title = {Ports}, subtitle = {A}, titleaddon = {B}", "Ports: A. B"), ("title = {Ports}", "Ports"),
    ],
)  # fmt: skip
def test_a_title_in_one_piece(fields: str, title: str) -> None:
    assert entry(fields, "book").title["und"] == title


@pytest.mark.parametrize(
    ("fields", "texts"),
    [
        ("eprint = {2101.00001}, archiveprefix = {arXiv}", {"archive": "arXiv", "archive_location": "2101.00001", "URL": "https://arxiv.org/abs/2101.00001"}),
        ("eprint = {2101.00001}, eprinttype = {arxiv}", {"archive": "arXiv", "URL": "https://arxiv.org/abs/2101.00001"}),
        ("eprint = {2101.00001}", {"archive": "arXiv"}), ("eprint = {12}", {"archive": None, "PMID": None}), ("eprint = {12}, eprinttype = {pubmed}", {"archive": None, "PMID": "12"}),
        ("eprint = {2101.00001}, url = {https://example.org}", {"archive": "arXiv", "URL": "https://example.org"}),
        ("howpublished = {Online: https://example.org/a.}", {"URL": "https://example.org/a"}), ("howpublished = {\\url{https://example.org/a}}", {"URL": "https://example.org/a"}),
        ("note = {See \\href{https://example.org/a}{here}}", {"URL": "https://example.org/a", "note": "See here"}),
        ("url = {https://example.org/b}, note = {See \\href{https://example.org/a}{here}}", {"URL": "https://example.org/b"}),
    ],
)  # fmt: skip
def test_addresses(fields: str, texts: dict[str, str | None]) -> None:
    assert said(entry(fields), *texts) == [*texts.values()]


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ("note = {One}, addendum = {two}", "One. two"), ("note = {One.}, addendum = {two}", "One. two"), ("addendum = {two}", "two"),
        ("note = {Cited by: 20}, addendum = {two}", "two"), ("note = {Cited by: 20}", None), ("note = {Cited by the court}", "Cited by the court"),
    ],
)  # fmt: skip
def test_notes(fields: str, note: str | None) -> None:
    assert entry(fields).text("note") == note


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ("date = {2016-05}, year = {2016}, month = may", []), ("date = {2016-05}, year = {2016}, month = jun", ["bibtex:month"]),
        ("date = {2016-05}, year = {2015}", ["bibtex:year"]), ("date = {2016-05-04}, year = {2016}, month = may, day = 4", []),
        ("date = {2016-05-04}, year = {2016}, month = may, day = 5", ["bibtex:day"]), ("year = {2016}, month = may, day = {x}", ["bibtex:day"]),
        ("year = {2016}, foo = {x}", ["bibtex:foo"]), ("title = {T}, file = {a.pdf}", ["bibtex:file"]),
    ],
)  # fmt: skip
def test_what_the_study_does_not_say_is_kept(fields: str, kept: list[str]) -> None:
    assert [name for name, _ in entry(fields).extra] == kept


@pytest.mark.parametrize(
    ("fields", "language"),
    [
        ("language = {indonesian}", "id"), ("langid = {german}", "de"), ("langid = {german}, language = {english}", "de"), ("language = {en}", "en"),
        ("language = {klingonish}", None), ("title = {T}", None),
    ],
)  # fmt: skip
def test_languages(fields: str, language: str | None) -> None:
    study = entry(f"{fields}, note = {{N}}")
    assert study.language == language
    assert [*study.variables["note"]] == [language or "und"]


def test_texts_in_a_second_language() -> None:
    study = entry("language = {indonesian}, title = {Kota}, title_en = {Town}, abstract = {Satu.}, abstract_en = {One.}, note_xx1 = {x}")
    assert (study.title, study.abstract) == ({"id": "Kota", "en": "Town"}, {"id": "Satu.", "en": "One."})
    assert study.extra == (("bibtex:note_xx1", "x"),)


PARENT = "@book{p, title = {Whole}, subtitle = {Sub}, author = {Lee, Ann}, editor = {Kim, Bo}, publisher = {P}, year = 2001, note = {n}, keywords = {k}, shorttitle = {W}}\n"


@pytest.mark.parametrize(
    ("child", "texts"),
    [
        ("@inbook{c, title = {Part}, crossref = {p}}", {"title": "Part", "container-title": "Whole: Sub", "publisher": "P", "note": None, "title-short": None}),
        ("@incollection{c, title = {Part}, crossref = {P}}", {"container-title": "Whole: Sub", "publisher": "P"}),
        ("@incollection{c, title = {Part}, booktitle = {Own}, publisher = {Q}, crossref = {p}}", {"container-title": "Own: Sub", "publisher": "Q"}),
        ("@book{c, crossref = {p}}", {"title": "Whole: Sub", "publisher": "P", "title-short": None}),
        ("@misc{c, title = {Own}, xdata = {p}}", {"title": "Own: Sub", "publisher": "P", "title-short": "W"}),
    ],
)  # fmt: skip
def test_what_a_child_inherits(child: str, texts: dict[str, str | None]) -> None:
    study = read(f"{child}\n{PARENT}")["c"]
    assert said(study, *texts) == [*texts.values()]
    assert study.issued is not None
    assert (study.issued.edtf(), study.keywords) == ("2001", {})


def test_who_wrote_the_whole_wrote_it() -> None:
    assert {role: names[0].family for role, names in read(f"@inbook{{c, crossref = {{p}}}}\n{PARENT}")["c"].names.items()} == {
        "author": "Lee", "container-author": "Lee", "editor": "Kim",
    }  # fmt: skip
    own = read(f"@inbook{{c, author = {{Roe, Jo}}, crossref = {{p}}}}\n{PARENT}")["c"]
    assert [own.names[role][0].family for role in ("author", "container-author")] == ["Roe", "Lee"]


def test_a_year_of_its_own_goes_without_the_months_of_the_parent() -> None:
    text = "@inbook{c, year = 2005, crossref = {p}}\n@book{p, title = {W}, year = 2001, month = may}\n"
    issued = read(text)["c"].issued
    assert issued is not None
    assert issued.edtf() == "2005"


@pytest.mark.parametrize(
    ("parent", "child", "texts"),
    [
        ("mvbook", "book", {"title": "W", "volume-title": "C"}), ("mvcollection", "incollection", {"title": "C", "container-title": "W"}),
        ("periodical", "article", {"title": "C", "container-title": "W"}), ("proceedings", "inproceedings", {"title": "C", "container-title": "W"}),
    ],
)  # fmt: skip
def test_the_title_of_the_parent_has_its_place_in_the_child(parent: str, child: str, texts: dict[str, str]) -> None:
    assert said(read(f"@{child}{{c, title = {{C}}, crossref = {{p}}}}\n@{parent}{{p, title = {{W}}}}\n")["c"], *texts) == [*texts.values()]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("@misc{c, crossref = {p}}", ["bibtex-parent-missing"]), ("@misc{c, crossref = {d}}\n@misc{d, crossref = {c}}", ["bibtex-reference-circle"]),
        ("@misc{c, crossref = {c}}", ["bibtex-reference-circle"]), ("@misc{c, crossref = {}}", []), ("@misc{c, crossref = {q}}\n@misc{p, ids = {q, r}}", []),
        ("@misc{c, xdata = {p, q}}\n@misc{p}\n@misc{q}", []), ("@misc{c, xdata = {p, q}}\n@misc{p}", ["bibtex-parent-missing"]),
    ],
)  # fmt: skip
def test_parents_that_are_not_there(text: str, codes: list[str]) -> None:
    assert [problem.code for problem in read_bibtex(text.encode())[1]] == codes


DATA = "@xdata{x-y, author = {Lee, Ann and Kim, Bo}, publisher = {P and Q}, title = {Shared}, note = {xdata=z-note}}\n@xdata{z, note = {deep}}\n"


@pytest.mark.parametrize(
    ("fields", "variable", "text"),
    [
        ("publisher = {xdata=x-y-publisher-2}", "publisher", "Q"), ("publisher = {xdata=x-y-publisher}", "publisher", "P and Q"), ("title = {xdata=x-y-title}", "title", "Shared"),
        ("title = {On xdata=x-y-title}", "title", "On Shared"), ("note = {xdata=x-y-note}", "note", "deep"), ("publisher = {xdata = x-y-publisher-1}", "publisher", "P"),
    ],
)  # fmt: skip
def test_single_values_of_shared_data(fields: str, variable: str, text: str) -> None:
    assert read(f"@misc{{a, {fields}}}\n{DATA}")["a"].text(variable) == text


def test_single_persons_of_shared_data() -> None:
    study = read(f"@misc{{a, author = {{Roe, Jo and xdata=x-y-author-2}}}}\n{DATA}")["a"]
    assert [name.family for name in study.author] == ["Roe", "Kim"]


@pytest.mark.parametrize("reference", ["x-y-publisher-3", "x-y-publisher-0", "x-y-edition", "nowhere-title", "x-y-title-1"])
def test_shared_data_that_is_not_there_is_said(reference: str) -> None:
    problems = read_bibtex(f"@misc{{a, publisher = {{xdata={reference}}}}}\n{DATA}".encode())[1]
    assert [problem.code for problem in problems if problem.key == "a"] == ["bibtex-xdata-unknown"]


TITLED = "@misc{a, title = {Größe “x”}}"


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        (TITLED.encode(), "Größe “x”", []), (TITLED.encode("cp1252"), "Größe “x”", ["encoding-assumed"]),
        (b"% Encoding: windows-1252\n" + TITLED.encode("cp1252"), "Größe “x”", []), (b"%encoding: Latin1\n" + TITLED.encode("cp1252"), "Größe “x”", []),
        (b"% Encoding: UTF-8\n" + TITLED.encode("cp1252"), "Größe “x”", ["encoding-assumed"]), (b"% Encoding: nonsense\n" + TITLED.encode("cp1252"), "Größe “x”", ["encoding-assumed"]),
        (b"% Encoding: ascii\n" + TITLED.encode("cp1252"), "Größe “x”", ["encoding-assumed"]), (TITLED.encode("utf-16-le"), "Größe “x”", []),
        (TITLED.encode("utf-16-be"), "Größe “x”", []), (TITLED.encode("utf-8-sig"), "Größe “x”", []), ("@misc{a, title = {Größe Größe".encode() + b"\xff}}", "Größe Größeÿ", ["bibtex-bad-bytes"]),
        ("@misc{a, title = {Größe Größe".encode() + b"\x80}}", "Größe Größe€", ["bibtex-bad-bytes"]),
        ("% Encoding: ISO8859_2\n@misc{a, title = {Žák}}".encode("iso8859-2"), "Žák", []),
    ],
)  # fmt: skip
def test_encodings(data: bytes, text: str, codes: list[str]) -> None:
    studies, problems = read_bibtex(data)
    assert (studies[0].title["und"], [problem.code for problem in problems]) == (text, codes)


@pytest.mark.parametrize(("before", "lines"), [("", 1), ("\n\n", 3), ("@misc{b}\n", 2)])
def test_what_is_wrong_with_the_bytes_has_its_line(before: str, lines: int) -> None:
    problems: Any = read_bibtex(before.encode() + TITLED.encode("cp1252"))[1]
    assert [problem.origin.line for problem in problems] == [lines]


@pytest.mark.parametrize(("type", "name"), [("xdata", "xdata"), ("XData", "xdata"), ("SET", "set")])
def test_entries_that_are_no_works_are_said(type: str, name: str) -> None:
    text = f"@{type}{{x, title = {{T}}}}"
    studies, (problem,) = read_bibtex(text.encode())
    assert studies == ()
    assert (problem.code, problem.get("type"), problem.get("raw")) == ("bibtex-no-work", name, text)
