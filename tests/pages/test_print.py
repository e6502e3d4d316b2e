"""What the print of an article's PDF tells: its title, what runs through its margins, the page of a site before it, marks and words set
by themselves.
"""

from __future__ import annotations

import io
import logging

import pytest

from litreview.errors import MissingExtra
from litreview.pages import read_pages
from litreview.pages.sources import text_of
from litreview.pages.sources.pdf import read as source
from litreview.record import Study
from tests.pages.printed import Set, pdf

pytestmark = pytest.mark.skipif(source.pypdf is None, reason="pypdf is not installed")

SENTENCES = (
    "Studi ini membahas bagaimana dua kota pesisir bekerja sama dalam",
    "pengelolaan sampah laut dan apa yang dihasilkan oleh kerja sama itu.",
    "Data dikumpulkan melalui wawancara dengan dua belas pejabat kota.",
    "Hasilnya menunjukkan bahwa kerja sama itu bergantung pada anggaran.",
)
ABSTRACT = [Set(600, "Abstrak", 10, bold=True), *(Set(586 - 12 * n, text, 10) for n, text in enumerate(SENTENCES))]
HEAD = Set(810, "Jurnal Kota Contoh", 16, bold=True)
TITLE = [Set(740, "Kerja Sama Dua Kota Pesisir dalam", 14), Set(722, "Pengelolaan Sampah Laut", 14)]
WHOLE = "Kerja Sama Dua Kota Pesisir dalam Pengelolaan Sampah Laut"
AUTHORS = [Set(690, "Sri Wulandari, Budi Santoso", 11), Set(676, "Universitas Contoh", 10)]


def study(*pages: list[Set], title: str = "") -> Study:
    (found, *others), _ = read_pages(text_of(pdf(*pages, title=title), ".pdf"))
    assert not others
    return found


def names(found: Study) -> list[str]:
    return [name.text() for name in found.author]


@pytest.mark.parametrize(
    "page",
    [
        [HEAD, *TITLE, *AUTHORS, *ABSTRACT],
        [TITLE[0], HEAD, Set(28, "318", 9), TITLE[1], *AUTHORS, *ABSTRACT],
        [*ABSTRACT, HEAD, *TITLE, *AUTHORS],
    ],
    ids=["in order", "a head printed within the title", "the abstract printed first"],
)
def test_the_largest_letters_over_the_abstract_are_the_title(page: list[Set]) -> None:
    found = study(page)
    assert (dict(found.title), names(found)) == ({"id": WHOLE}, ["Sri Wulandari", "Budi Santoso"])


def test_a_title_no_larger_than_the_text_is_told_by_what_the_file_calls_itself() -> None:
    names_first = [Set(760, "Sri Wulandari", 10), Set(740, "Kota Kembar dan Desa Pesisir di Jawa", 10), *ABSTRACT]
    assert "# Kota Kembar dan Desa Pesisir di Jawa" in text_of(pdf(names_first, title="Kota kembar dan desa pesisir di Jawa"), ".pdf")
    assert "#" not in text_of(pdf(names_first, title="Microsoft Word - artikel final"), ".pdf")


def test_what_runs_through_the_margins_is_read_once() -> None:
    pages = [[HEAD, *TITLE, *AUTHORS, *ABSTRACT]]
    pages += [[Set(810, f"{n} Jurnal Kota Contoh", 9), Set(800, WHOLE.upper(), 9), Set(700, f"Isi halaman {n}.", 10)] for n in (12, 13)]
    text = text_of(pdf(*pages), ".pdf")
    assert text.casefold().count("jurnal kota contoh") == text.casefold().count(WHOLE.casefold()) == 1
    assert "Isi halaman 12." in text


def test_the_page_of_a_site_before_a_work_is_none_of_it() -> None:
    cover = [
        Set(800, "See discussions, stats, and author profiles for this publication at: https://www.example.org/1", 6),
        Set(760, "A quite different line in large letters", 16),
        Set(700, "DOI: 10.1234/kota.2020.5", 6),
        Set(650, "SEE PROFILE", 8),
    ]
    found = study(cover, [*TITLE, *AUTHORS, *ABSTRACT])
    assert (found.title["id"], found.text("DOI"), names(found)) == (WHOLE, "10.1234/kota.2020.5", ["Sri Wulandari", "Budi Santoso"])
    assert "large letters" in text_of(pdf(cover), ".pdf"), "alone it is all there is"


def test_words_and_raised_marks_that_are_set_by_themselves_are_put_together() -> None:
    words = [Set(690, word, 11, left) for word, left in (("Sri", 72), ("Wulandari", 92), ("Putri", 146))]
    marks = [Set(695, "a,1", 7, 175), Set(690, ", Budi Santoso", 11, 190), Set(695, "b", 7, 262)]
    text = text_of(pdf([*TITLE, *words, *marks, *ABSTRACT]), ".pdf")
    assert "Sri Wulandari Putriᵃ,¹ , Budi Santosoᵇ" in text
    assert names(study([*TITLE, *words, *marks, *ABSTRACT])) == ["Sri Wulandari Putri", "Budi Santoso"]


def test_the_sections_of_an_article_are_no_further_works() -> None:
    sections = [
        [Set(760, f"{n}. {name}", 12), *(Set(740 - 14 * k, text, 10) for k, text in enumerate(SENTENCES))]
        for n, name in ((2, "Kerangka Berpikir"), (3, "Rancangan Kegiatan"))
    ]
    assert study([*TITLE, *AUTHORS, *ABSTRACT], *sections).title["id"] == WHOLE


def encrypted() -> bytes:
    """A file as publishers send them: encrypted, and opened without a password."""
    writer = source.pypdf.PdfWriter(clone_from=io.BytesIO(pdf([*TITLE, *AUTHORS, *ABSTRACT])))
    writer.encrypt("", "owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_file_encrypted_without_a_password_is_read() -> None:
    pytest.importorskip("cryptography")
    assert WHOLE in text_of(encrypted(), ".pdf")


@pytest.mark.parametrize("call", [source.read, source.pages])
def test_what_opens_an_encrypted_file_is_named_where_it_is_missing(call: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise source.pypdf.errors.DependencyError("cryptography is required")

    monkeypatch.setattr(source.pypdf, "PdfReader", fails)
    assert callable(call)
    with pytest.raises(MissingExtra, match=r"cryptography.*litreview-kit\[pdf\]"):
        call(b"%PDF-1.4")


def test_what_pypdf_mends_is_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert logging.getLogger("pypdf").handlers, "its warnings have a place to go"
    logging.getLogger("pypdf").warning("Ignoring wrong pointing object")
    assert capfd.readouterr().err == ""


def test_the_licence_that_a_column_leaves_at_the_head_of_an_abstract_is_no_part_of_it() -> None:
    said = "Santoso, Dewi: This is an open-access article distributed under the terms of Example 4.0 International."
    licence = [Set(586, said, 10)]
    page = [*TITLE, *AUTHORS, ABSTRACT[0], *licence, *(Set(574 - 12 * n, text, 10) for n, text in enumerate(SENTENCES))]
    assert study(page).abstract["id"].startswith("Studi ini membahas")


def test_a_line_of_family_names_names_nobody_anew() -> None:
    page = [*TITLE, *AUTHORS, Set(660, "Wulandari, Santoso", 9), *ABSTRACT]
    assert names(study(page)) == ["Sri Wulandari", "Budi Santoso"]
