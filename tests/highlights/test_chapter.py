"""A chapter of five studies that were read in full: each sentence has its page, and whose words it tells."""

from __future__ import annotations

import re

import attrs
import pytest

from litreview.audit.evidence import evidence
from litreview.audit.judging import check_draft
from litreview.document.nodes import Document, Sentence
from litreview.document.walk import block_inlines, nodes, plain
from litreview.record import COMMENTS, Library
from litreview.review import paragraphs
from litreview.review.drafting import Review, draft
from litreview.review.prose.telling import words_quoted
from litreview.review.sections import themes
from tests.highlights.marked import library


def sentences(document: Document) -> dict[str, str]:
    """The text of the sentence of each claim that the chapter tells, notes included."""
    found = (node for block in document.blocks for run in block_inlines(block) for node in nodes(run) if isinstance(node, Sentence))
    return {node.claim: plain(node.children) for node in found}


@pytest.fixture(scope="module", params=["id", "en"])
def review(request: pytest.FixtureRequest) -> Review:
    return draft(library(), lang=request.param, style="apa")


def test_every_sentence_that_rests_on_a_highlight_names_its_page(review: Review) -> None:
    told = sentences(review.document)
    silent = ("concept.undescribed",)  # of what is not there no page can be named
    marked = [c for c in review.ledger.claims if c.id in told and any(e.locator for _, e in c.evidence) and not c.kind.startswith(silent)]
    assert len(marked) >= 15
    for claim in marked:
        pages = {e.locator for _, e in claim.evidence if e.locator}
        assert pages <= set(re.findall(r"\d+", told[claim.id])), told[claim.id]


@pytest.mark.parametrize(("lang", "word"), [("id", "hlm."), ("en", "p.")])
def test_the_word_for_page_is_that_of_the_chapter_whatever_the_language_of_the_work(lang: str, word: str) -> None:
    told = " ".join(sentences(draft(library(), lang=lang).document).values())
    assert f"2018, {word} 20)" in told
    assert f"2022, {word} 21)" in told


@pytest.mark.parametrize("style", ["ieee", "chicago-author-date", "modern-language-association", "chicago-fullnote-bibliography"])
def test_every_style_prints_the_pages(style: str) -> None:
    made = draft(library(), lang="id", style=style)
    told = " ".join(plain(run) for block in made.document.blocks for run in block_inlines(block))
    assert {"109", "110", "318", "319"} <= set(re.findall(r"\d+", told))


def test_a_comment_is_told_without_quotation_marks_and_the_source_within(review: Review) -> None:
    told = " ".join(sentences(review.document).values())
    if review.document.language.startswith("id"):
        assert "“Anggaran daerah membatasi kerja sama luar negeri”" in told
        assert "bahwa perdagangan lebih menentukan daripada budaya" in told
        assert "“perdagangan" not in told
    else:  # neither what she wrote in Indonesian nor an Indonesian source is printed in a sentence
        assert "“Citizens took part in decisions only where schools organised exchanges”" in told
        assert not [word for word in ("perdagangan", "swasta", "Anggaran", "warga") if word in told]


def test_all_gaps_that_were_marked_are_told(review: Review) -> None:
    told = sentences(review.document)
    gaps = [told[claim.id] for claim in review.ledger.claims if claim.kind == "gap.told"]
    assert [sum(f" {page})" in gap for gap in gaps) for page in ("58", "328", "117", "29", "21")] == [1] * 5


def test_the_table_carries_the_pages() -> None:
    made = draft(library(), lang="id")
    cells = " ".join(plain(run) for block in made.document.blocks for run in block_inlines(block))
    assert "“Pelabuhan menentukan pilihan mitra kota” (hlm. 109)" in cells
    assert "Swasta menanggung sepertiga biaya (hlm. 13)" in cells


def test_the_front_says_which_texts_were_read(review: Review) -> None:
    assert [claim.kind for claim in review.ledger.claims if claim.kind.startswith("corpus.full-text")] == ["corpus.full-text.all"]
    some = Library(tuple(attrs.evolve(s, highlights=()) if s.key == "lee2020" else s for s in library()), legend=library().legend)
    kinds = {claim.kind: claim for claim in draft(some, lang="id").ledger.claims}
    assert kinds["corpus.full-text.some"].missing == ("lee2020",)
    assert "corpus.abstracts-only" not in kinds


def test_no_sentence_calls_what_was_read_in_full_an_abstract() -> None:
    told = sentences(draft(library(), lang="id").document).values()
    assert not [text for text in told if re.search(r"abstrak,? .*(?:hlm\.)", text)]


def test_evidence_leads_to_the_page_and_the_words(review: Review) -> None:
    bases = [basis for one in evidence(review) for basis in one.basis if basis.evidence is not None and basis.evidence.locator]
    assert {basis.evidence.locator for basis in bases if basis.evidence} >= {"20", "318", "328"}
    own = [basis.evidence for basis in bases if basis.evidence and basis.evidence.field == COMMENTS]
    assert "warga ikut memutuskan hanya jika sekolah mengatur pertukaran" in {one.quote for one in own}


def test_the_chapter_passes_its_own_check(review: Review) -> None:
    assert [problem for problem in check_draft(review) if problem.severity == "error"] == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_she_marked_stays_quoted_where_too_much_is_and_that_ends(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    generous, sparing = (words_in_themes(share, lang, monkeypatch) for share in (1.0, 0.0))
    assert 0 < sparing == generous


def words_in_themes(share: float, lang: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The words in quotations where so much of the themes may be quoted."""
    monkeypatch.setattr(themes, "QUOTED_IN_THEMES", share)
    monkeypatch.setattr(paragraphs, "QUOTED_AT_LEAST", 0)
    blocks = draft(library(), lang=lang, style="apa").document.blocks
    return sum(words_quoted(run) for block in blocks for run in block_inlines(block))
