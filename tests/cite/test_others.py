"""Authors whom a source does not name ("and others"): printed as the style's "et al.", never as a person, sorted and told apart."""

from __future__ import annotations

import pytest

from litreview.cite import bibliography_document
from litreview.cite.items import citation_item
from litreview.csl import Cite, Cluster, Item, Processor, compile_style, item
from litreview.document.nodes import References
from litreview.document.walk import plain
from litreview.formats.bibtex import read_bibtex
from litreview.record import Library

BIB = rb"""
@book{open, title = {Open list}, author = {Lee, Ann and others}, year = 2019}
@book{alone, title = {Alone}, author = {Lee, Ann}, year = 2019}
@book{alone20, title = {Alone again}, author = {Lee, Ann}, year = 2020}
@book{two, title = {Two and more}, author = {Lee, Ann and Park, Bo and others}, year = 2019}
@book{three, title = {Three}, author = {Lee, Ann and Park, Bo and Kim, Cho}, year = 2021}
@book{edited, title = {Edited}, editor = {Abe, Ken and others}, year = 2018}
@book{many, title = {Many}, author = {A1, X and A2, X and A3, X and A4, X and A5, X and A6, X and A7, X and A8, X and A9, X and B1, X and
  B2, X and B3, X and B4, X and B5, X and B6, X and B7, X and B8, X and B9, X and C1, X and C2, X and C3, X and C4, X and others}, year = 2017}
"""
LIBRARY = Library(read_bibtex(BIB)[0])


def items() -> tuple[Item, ...]:
    return tuple(citation_item(study, "id")[0] for study in LIBRARY)


def cited(style: str, locale: str, *keys: str, mode: str = "parenthetical") -> str:
    processor = Processor(compile_style(style, locale), items())
    return plain(processor.citations([Cluster(tuple(Cite(key) for key in keys), mode=mode)])[0])  # type: ignore[arg-type]


def entries(style: str, language: str) -> list[str]:
    document, problems = bibliography_document(LIBRARY, compile_style(style, {"id": "id-ID", "en": "en-US"}[language]), language)
    assert not problems
    (references,) = (block for block in document.blocks if isinstance(block, References))
    return [plain(entry.children) for entry in references.entries]


@pytest.mark.parametrize(
    ("style", "locale", "shown"),
    [
        ("apa", "id-ID", "(Lee dkk., 2019)"),
        ("apa", "en-US", "(Lee et al., 2019)"),
        ("chicago-author-date", "id-ID", "(Lee dkk. 2019)"),
        ("modern-language-association", "en-US", "(Lee et al.)"),
    ],
)
def test_a_citation_ends_in_the_term_of_its_locale(style: str, locale: str, shown: str) -> None:
    assert cited(style, locale, "open") == shown


def test_a_narrative_citation_says_it_too() -> None:
    assert cited("apa", "id-ID", "open", mode="narrative") == "Lee dkk. (2019)"


def test_a_list_that_goes_on_is_never_joined_as_if_it_were_whole() -> None:
    found = entries("apa", "en")
    assert "Lee, A., Park, B., et al. (2019). Two and more." in found
    assert "Lee, A., Park, B., & Kim, C. (2021). Three." in found
    assert any(entry.startswith("Lee, A. et al. (2019). Open list") for entry in found)
    assert all("others" not in entry.lower() for entry in found)


def test_the_last_name_known_never_stands_behind_the_dots_for_the_last_author() -> None:
    (entry,) = (entry for entry in entries("apa", "en") if "Many" in entry)
    assert "…" not in entry
    assert "B9, X., C1, X., et al. (2017)" in entry


def test_one_author_alone_comes_before_the_same_with_others() -> None:
    order = [entry.split("(")[0].strip() for entry in entries("apa", "en") if entry.startswith("Lee")]
    assert order == ["Lee, A.", "Lee, A.", "Lee, A. et al.", "Lee, A., Park, B., et al.", "Lee, A., Park, B., & Kim, C."]


def test_with_and_without_others_are_two_authors_when_years_are_collapsed() -> None:
    assert cited("apa", "id-ID", "alone", "alone20", "open") == "(Lee, 2019, 2020; Lee dkk., 2019)"


def test_several_editors_are_several_even_if_one_is_named() -> None:
    (entry,) = (entry for entry in entries("apa", "en") if "Edited" in entry)
    assert entry.startswith("Abe, K. et al. (Eds.)")


@pytest.mark.parametrize("last", [{"literal": "others"}, {"literal": "et al."}, {"family": "others"}, {"literal": "dkk."}])
def test_other_programs_others_are_understood(last: dict[str, str]) -> None:
    work, problems = item({"id": "a", "type": "book", "author": [{"family": "Lee", "given": "Ann"}, last]})
    assert (len(work.names["author"]), work.others, problems) == (1, frozenset({"author"}), ())
