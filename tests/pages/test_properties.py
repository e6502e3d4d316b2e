"""Whatever the layout: every quote of a record stands at its place in its field and in the page, and no word of an abstract is lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from litreview.analysis import annotate
from litreview.pages import parse_page
from litreview.record import ASPECTS

ID = (
    "Kerja sama antarkota sering gagal pada tahun pertama.",
    "Namun, kerja sama Kota Semarang dengan Kota Da Nang berjalan dengan baik.",
    "Penelitian ini bertujuan menganalisis pelaksanaan kerja sama Semarang–Da Nang di Desa Kalisari selama periode 2018-2022.",
    "Metode yang digunakan adalah kualitatif deskriptif dengan wawancara, observasi, dan dokumen resmi.",
    "Penulis menggunakan konsep paradiplomasi dan teori diplomasi publik.",
    "Hasil penelitian menunjukkan bahwa di bidang pendidikan dan kesehatan kerja sama itu berhasil.",
)
EN = (
    "Cooperation between cities often fails in its first year.",
    "However, the cooperation between Semarang City and Da Nang City has gone well.",
    "This study aims to analyze the implementation of the Semarang–Da Nang cooperation in Kalisari Village in the period 2018-2022.",
    "The method used is descriptive qualitative with interviews, observation, and official documents.",
    "The author uses the concept of paradiplomacy and the theory of public diplomacy.",
    "The results show that in education and health the cooperation was successful.",
)
MARKS = ("", "*", "**", "***", "_", "__")
BREAKS = (" ", "\n", "\n\n", "  ", "\r\n")


@st.composite
def abstracts(draw: st.DrawFn, sentences: tuple[str, ...]) -> str:
    """Some sentences in order, with marks around words or all of it, and white space of any kind between them."""
    chosen = [s for s in sentences if draw(st.booleans())] or [*sentences]
    pieces = []
    for sentence in chosen:
        words = sentence.split(" ")
        at = draw(st.integers(0, len(words) - 1))
        mark = draw(st.sampled_from(MARKS))
        if words[at].isalpha():
            words[at] = f"{mark}{words[at]}{mark}"
        gap = draw(st.sampled_from((" ", "\n")))
        cut = draw(st.integers(0, len(words)))
        pieces.append(" ".join(words[:cut]) + (gap if 0 < cut < len(words) else "") + " ".join(words[cut:]))
    return "".join(piece + draw(st.sampled_from(BREAKS)) for piece in pieces)


@st.composite
def whole_pages(draw: st.DrawFn) -> str:
    """A page of one or two languages, with or without front matter, headings and keywords."""
    blocks = []
    for sentences, heading, label in draw(st.permutations(((ID, "ABSTRAK", "Kata kunci"), (EN, "## *Abstract*", "**Keywords**")))):
        front = draw(st.sampled_from(("", "Nama : Ratna Kusumawardhani\nJudul : Kota dan Desa di Pesisir\n\n", "# KOTA DAN DESA\n\n")))
        keywords = draw(st.sampled_from(("", f"\n\n{label}: Semarang, Da Nang\n", f"\n\n{label}\n\nSemarang; Da Nang\n")))
        blocks.append(f"{heading}\n\n{front}{draw(abstracts(sentences))}{keywords}")
    count = draw(st.integers(1, 2))
    return "\n\n".join(blocks[:count])


@given(whole_pages())
def test_every_quote_stands_where_it_says(text: str) -> None:
    page = parse_page(text, "page.md")
    study, _ = annotate(page.study)
    for name in ASPECTS:
        for value in page.lift(study).aspects.values(name):
            assert value.evidence
            for e in value.evidence:
                assert study.tagged(e.field)[e.language][e.start : e.end] == e.quote
                assert e.page is not None
                assert text[e.page.start : e.page.end] == e.page.quote
                assert _words(e.page.quote) == _words(e.quote)


@given(whole_pages())
def test_no_word_of_an_abstract_is_lost_or_added(text: str) -> None:
    page = parse_page(text, "page.md")
    for tag, abstract in page.study.abstract.items():
        for sentence in ID if tag == "id" else EN:
            if _words(sentence)[-1] in _words(text) and " ".join(_words(sentence)) in " ".join(_words(text)):
                assert " ".join(_words(sentence)) in " ".join(_words(abstract))
        span = page.span("abstract", tag, 0, len(abstract))
        assert span is not None
        assert set(_words(abstract)) <= set(_words(span.quote))


@given(st.text(max_size=400))
def test_any_text_at_all_is_a_page(text: str) -> None:
    page = parse_page(text)
    annotate(page.study)
    assert page.study.key


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.replace("_", " "))
