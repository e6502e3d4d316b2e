"""Volumes of larger works, special issues, and years before Christ: written, changed in place, and cited."""

from __future__ import annotations

from typing import Literal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.cite.items import citation_item
from litreview.csl import Cite, Cluster, Processor, compile_style
from litreview.document.walk import plain
from litreview.formats.bibtex import BibtexOptions, read_bibtex, update_bibtex, write_bibtex
from litreview.formats.bibtex.entry import differences
from litreview.formats.bibtex.natural import fresh
from litreview.library.duplicates import duplicates
from litreview.record import Dates, LangText, Study, Variables, library_of, parse_date
from litreview.record.variables import TYPES
from tests.formats.bibtex_studies import lang_texts

Flavour = Literal["bibtex", "biblatex"]
VOLUME = """@book{handbook,
  title = {Theory and battlegrounds},
  subtitle = {A part},
  maintitle = {Handbook of ports},
  volume = {1}
}
"""
und = "und"


def text(words: str) -> LangText:
    return LangText({und: words})


@pytest.mark.parametrize("flavour", ["bibtex", "biblatex"])
def test_a_volume_is_written_by_its_own_title_and_that_of_the_whole(flavour: Flavour) -> None:
    study = Study("a", "book", title=text("Whole"), variables=Variables({"volume-title": text("Own"), "volume": text("2")}))
    data, problems = write_bibtex([study], BibtexOptions(flavour=flavour))
    assert data.decode() == "@book{a,\n  maintitle = {Whole},\n  title = {Own},\n  volume = {2},\n}\n"
    assert (read_bibtex(data)[0], problems) == ((study,), ())


@pytest.mark.parametrize(
    ("type", "container", "lines"),
    [
        ("chapter", "Whole", ["title = {T}", "maintitle = {Whole}", "booktitle = {Own}"]),
        ("article-journal", "Whole", ["title = {T}", "journaltitle = {Whole}", "issuetitle = {Own}"]),
        ("book", "Whole", ["title = {T}", "maintitle = {Whole}", "booktitle = {Own}"]),
        ("chapter", None, ["title = {T}", "csl_volume-title = {Own}"]),
    ],
)
def test_titles_of_volumes_go_where_biblatex_has_them(type: str, container: str | None, lines: list[str]) -> None:
    variables = {"volume-title": text("Own")} | ({"container-title": text(container)} if container else {})
    study = Study("a", type, title=text("T"), variables=Variables(variables))
    data, problems = write_bibtex([study], BibtexOptions(flavour="biblatex"))
    assert data.decode().splitlines()[1:-1] == [f"  {line}," for line in lines]
    assert (read_bibtex(data)[0], problems) == ((study,), ())


def test_a_special_issue_stands_under_the_title_of_the_periodical() -> None:
    study = Study("a", "periodical", title=text("Issue"), variables=Variables({"container-title": text("Journal")}))
    data, _ = write_bibtex([study], BibtexOptions(flavour="biblatex"))
    assert data.decode() == "@periodical{a,\n  issuetitle = {Issue},\n  title = {Journal},\n}\n"
    assert read_bibtex(data)[0] == (study,)


@given(
    st.sampled_from(TYPES),
    st.just(LangText()) | lang_texts,
    st.dictionaries(st.sampled_from(["volume-title", "container-title", "title-short", "volume", "event-title"]), lang_texts),
    st.lists(st.sampled_from(["maintitle", "issuetitle", "booktitle", "journal", "entrytype"]), unique=True, max_size=2),
    st.sampled_from(["id", "en", None]),
    st.sampled_from(["bibtex", "biblatex"]),
)
def test_titles_of_any_work_are_read_back(
    type: str, title: LangText, variables: dict[str, LangText], left: list[str], language: str | None, flavour: Flavour
) -> None:
    extra = tuple((f"bibtex:{name}", "collection" if name == "entrytype" else "Left") for name in left)
    study = Study("a", type, title=title, variables=Variables(variables), language=language, extra=extra)
    data, problems = write_bibtex([study], BibtexOptions(flavour=flavour))
    (back,) = read_bibtex(data)[0]
    assert differences(fresh(study), back) == []
    assert problems == ()


@pytest.mark.parametrize(
    ("name", "was", "now"),
    [
        ("title", "  maintitle = {Handbook of ports},", "  maintitle = {New},"),
        ("volume", "  volume = {1}", "  volume = {New}"),
    ],
)
def test_a_change_touches_its_own_line(name: str, was: str, now: str) -> None:
    (study,), _ = read_bibtex(VOLUME.encode())
    assert update_bibtex(VOLUME.encode(), [study]) == (VOLUME.encode(), ())
    changed = (
        attrs.evolve(study, title=text("New"))
        if name == "title"
        else attrs.evolve(study, variables=Variables({**study.variables, name: text("New")}))
    )
    data, problems = update_bibtex(VOLUME.encode(), [changed])
    assert data.decode() == VOLUME.replace(was, now)
    assert (read_bibtex(data)[0], problems) == ((changed,), ())


def test_a_volume_is_cited_by_the_title_of_the_whole_and_its_own() -> None:
    (study,), _ = read_bibtex(VOLUME.encode())
    assert reference(study) == "Handbook of ports: Vol. 1. Theory and battlegrounds: A part. (n.d.)."


def test_two_volumes_of_one_work_are_no_duplicates() -> None:
    entry = "@book{KEY, title = {TITLE}, maintitle = {The collected works of many}, author = {Lee, Ann}, date = {2001}}\n"
    both = "".join(entry.replace("KEY", k).replace("TITLE", t) for k, t in (("a", "Harbours and trade"), ("b", "Poems of youth")))
    assert not duplicates(library_of(read_bibtex(both.encode())[0]))


@pytest.mark.parametrize(
    ("date", "cited"), [("-0333", "334 B.C.E."), ("0000", "1 B.C.E."), ("-0099/-0043", "100 B.C.E.–44 B.C.E."), ("../-0333", "334 B.C.E.")]
)
def test_years_before_christ_are_cited_as_people_count_them(date: str, cited: str) -> None:
    (study,), _ = read_bibtex(f"@book{{a, title = {{T}}, date = {{{date}}}}}".encode())
    assert study.dates == Dates({"issued": parse_date(date)})
    assert reference(study) == f"T. ({cited})."


def reference(study: Study) -> str:
    """The study in the bibliography of APA."""
    processor = Processor(compile_style("apa"), [citation_item(study, "en")[0]])
    processor.citations([Cluster((Cite(study.key),))])
    return plain(processor.bibliography().entries[0].children)
