"""A bibliography from Python: its entries, its outputs, its languages and styles."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import litreview
from litreview.errors import StyleError, UnknownName, WriteError
from litreview.record import Dates, LangText, Library, Name, Names, Study, Variables, parse_date


def book(key: str, family: str, year: str, title: str) -> Study:
    return Study(
        key,
        "book",
        title=LangText({"en": title}),
        names=Names({"author": (Name(family=family, given="Ann"),)}),
        dates=Dates({"issued": parse_date(year)}),
        variables=Variables({"publisher": LangText({"und": "Acme"})}),
    )


LIBRARY = Library(
    (book("z", "Zaini", "2020", "Ports"), book("a", "Lee", "2019", "Motives & <b>means</b>"), book("b", "Lee", "2019", "Cities"))
)


def test_entries_are_sorted_and_told_apart() -> None:
    assert litreview.bibliography(LIBRARY, lang="en").entries == (
        "Lee, A. (2019a). Cities. Acme.",
        "Lee, A. (2019b). Motives & means. Acme.",
        "Zaini, A. (2020). Ports. Acme.",
    )


def test_the_heading_and_the_words_are_in_the_language() -> None:
    indonesian, english = (litreview.bibliography(LIBRARY, lang=lang) for lang in ("id", "en"))
    assert "Daftar Pustaka".casefold() in indonesian.text.casefold()
    assert "References".casefold() in english.text.casefold()


def test_outputs_agree_and_escape() -> None:
    made = litreview.bibliography(LIBRARY, lang="en")
    assert str(made) == made.text
    assert "Motives &amp; <strong>means</strong>" in made.html.replace("<b>", "<strong>").replace("</b>", "</strong>")
    assert made.html.startswith("<!DOCTYPE html>")
    assert "**means**" in made.markdown
    assert made._repr_mimebundle_() == {"text/plain": made.text, "text/markdown": made.markdown, "text/html": made.html}


@pytest.mark.parametrize("suffix", ["docx", "html", "md", "txt"])
def test_it_is_saved_by_suffix_and_the_same_twice(tmp_path: Path, suffix: str) -> None:
    one, other = tmp_path / f"a.{suffix}", tmp_path / f"b.{suffix}"
    litreview.bibliography(LIBRARY).save(one)
    litreview.bibliography(LIBRARY).save(other)
    assert one.read_bytes() == other.read_bytes() != b""
    assert zipfile.is_zipfile(one) is (suffix == "docx")


def test_a_style_by_name_by_path_and_from_a_file_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ieee = litreview.styles("ieee")[0].path
    (tmp_path / "mine.csl").write_bytes(ieee.read_bytes())
    monkeypatch.chdir(tmp_path)
    by_name = litreview.bibliography(LIBRARY, "ieee").entries
    assert by_name[0].startswith("[1]")
    assert litreview.bibliography(LIBRARY, "mine.csl").entries == litreview.bibliography(LIBRARY, ieee).entries == by_name


def test_a_work_without_a_title_is_described() -> None:
    made = litreview.bibliography(Library((Study("bandung", abstract=LangText({"en": "Two towns."})),)), lang="en")
    assert made.entries[0].startswith("[")
    assert [p.code for p in made.problems if p.severity == "info"] == ["title-described"]


def test_what_cannot_be_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="apa"):
        litreview.bibliography(LIBRARY, "apaa")
    with pytest.raises(UnknownName, match="id"):
        litreview.bibliography(LIBRARY, lang="idd")
    with pytest.raises(StyleError, match=r"none\.csl"):
        litreview.bibliography(LIBRARY, tmp_path / "none.csl")
    (tmp_path / "bad.csl").write_text("<style", encoding="utf-8")
    with pytest.raises(StyleError, match=r"bad\.csl"):
        litreview.bibliography(LIBRARY, tmp_path / "bad.csl")
    with pytest.raises(WriteError):
        litreview.bibliography(LIBRARY).save(tmp_path / "no" / "x.md")
    with pytest.raises(UnknownName):
        litreview.bibliography(LIBRARY).save(tmp_path / "x.pdf")


def test_an_empty_library_is_an_empty_bibliography() -> None:
    assert litreview.bibliography(Library()).entries == ()
