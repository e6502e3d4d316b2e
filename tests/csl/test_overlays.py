"""Our own terms where a public locale is wanting: only where they are asked for, and never before those of the style."""

from __future__ import annotations

from typing import Any

import pytest

from litreview.csl import Processor, compile_style, items
from litreview.csl.locales import known_locale, locale_for, overlaid_languages, overlay
from tests.csl.goldens.marked import from_entry
from tests.csl.small import people

BOOK = {
    "id": "a", "type": "book", "title": "Metode", "author": people("Sari, Ayu"), "edition": "2", "publisher": "Gama",
    "issued": {"date-parts": [[2019]]}, "language": "id",
}  # fmt: skip
CHAPTER = {**BOOK, "type": "chapter", "edition": "", "container-title": "Bunga Rampai", "editor": people("Roe, Jo"), "page": "1-9"}


def entry(style: str, locale: str, work: dict[str, Any], overlays: bool) -> str:
    compiled = compile_style(style, locale, overlays=overlays)
    return from_entry(Processor(compiled, items([work])[0], uncited=["a"]).bibliography().entries[0])


@pytest.mark.parametrize(("work", "public", "ours"), [
    (BOOK, "<i>Metode</i> (2 ed.)", "<i>Metode</i> (ed. ke-2)"),
    (CHAPTER, "Dalam J. Roe (Ed.)", "Dalam J. Roe (Peny.)"),
])  # fmt: skip
def test_indonesian_words_in_apa(work: dict[str, Any], public: str, ours: str) -> None:
    assert public in entry("apa", "id-ID", work, overlays=False)
    assert ours in entry("apa", "id-ID", work, overlays=True)


def test_no_other_language_changes() -> None:
    assert entry("apa", "en-US", BOOK, overlays=True) == entry("apa", "en-US", BOOK, overlays=False)


def test_an_edition_in_words_stays_where_it_is() -> None:
    assert "(edisi revisi)" in entry("apa", "id-ID", {**BOOK, "edition": "edisi revisi"}, overlays=True).lower()


@pytest.mark.parametrize("language", overlaid_languages())
def test_every_term_of_an_overlay_is_one_of_csl(language: str) -> None:
    table, english = overlay(language), locale_for("en-US", ())
    assert table is not None
    assert known_locale(language) is not None
    unknown = [name for name, form, _ in table.terms if english.find(name, form) is None]
    assert unknown == []
    assert all(term.single for term in table.terms.values())
