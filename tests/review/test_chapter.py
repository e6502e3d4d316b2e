"""The chapter as a whole: goldens a person can read, and what must hold for every corpus."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from litreview.document.nodes import Cite, Document, Heading, ListBlock, Paragraph, Sentence, Table
from litreview.document.walk import block_inlines, nodes
from litreview.languages import language, tags
from litreview.record import Aspects, LangText, Library, Statement, Study, library_of
from litreview.review.chapter import compose
from litreview.review.claims import build_ledger
from litreview.themes import Outline, OwnStudy, ThemePlan, apply
from tests.review.reading import CASES, corpus, text, words


def chapter(library: Library, tag: str, outline: Outline | None = None) -> Document:
    outline = outline or Outline()
    themes, used, _ = apply(outline, library)
    return compose(build_ledger(used, themes), used, outline, language(tag))


@pytest.mark.parametrize("tag", tags())
def test_the_chapter_reads_as_accepted(tag: str, golden: Callable[[Path, str], None]) -> None:
    golden(CASES / f"ports.{tag}.txt", text(chapter(corpus("ports"), tag)))


@pytest.mark.parametrize("tag", tags())
def test_every_study_is_discussed_and_stands_in_the_table_once(tag: str) -> None:
    library = corpus("ports").filter(lambda study: bool(study.abstract))
    document = chapter(library, tag)
    discussed: set[str] = set()
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.key.startswith("theme/"):
            discussed |= {item.key for node in nodes(block.children) if isinstance(node, Cite) for item in node.items}
    table = next(block for block in document.blocks if isinstance(block, Table))
    rows = [item.key for inlines in block_inlines(table) for node in nodes(inlines) if isinstance(node, Cite) for item in node.items]
    assert discussed == set(library.keys())
    assert sorted(rows) == sorted(library.keys())


@pytest.mark.parametrize("tag", tags())
def test_no_cell_of_the_table_is_blank(tag: str) -> None:
    table = next(block for block in chapter(corpus("ports"), tag).blocks if isinstance(block, Table))
    for row in table.rows:
        assert len(row) == len(table.header)
        assert all(words(paragraph).strip() for cell in row for paragraph in cell.paragraphs)


@pytest.mark.parametrize("tag", tags())
def test_what_nobody_said_to_be_missing_is_not_called_unstated(tag: str) -> None:
    spoken = language(tag)
    table = next(block for block in chapter(corpus("ports"), tag).blocks if isinstance(block, Table))
    book = next(row for row in table.rows if "wijaya2020" in words(row[1].paragraphs[0]))
    assert words(book[4].paragraphs[0]) == spoken.label("no_abstract")
    nameless = next(row for row in table.rows if "tanpa-nama-nd" in words(row[1].paragraphs[0]))
    assert words(nameless[4].paragraphs[0]) == spoken.label("not_stated")


@pytest.mark.parametrize("tag", tags())
def test_every_sentence_of_a_theme_comes_from_a_claim(tag: str) -> None:
    library = corpus("ports")
    themes, used, _ = apply(Outline(), library)
    ledger = build_ledger(used, themes)
    known = {claim.id for claim in ledger.claims}
    document = compose(ledger, used, Outline(), language(tag))
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.key.startswith("theme/"):
            said = [node for node in block.children if isinstance(node, Sentence)]
            assert said
            assert {node.claim for node in said} <= known


def test_a_quoted_source_is_quoted_and_marked_with_its_language() -> None:
    document = text(chapter(corpus("ports"), "id"))
    assert "“The choice was made for the sake of investment and of training for dock workers”" in document
    assert "“menilai kerja sama" not in document  # the keeper's own words are not quoted


def test_a_failure_of_the_field_is_not_told_as_the_outcome_of_a_study() -> None:
    study = Study(
        "a",
        abstract=LangText({"en": "Such work often fails. This one succeeded."}),
        aspects=Aspects(
            background=(Statement(LangText({"en": "such work often fails"}), "cooperation-often-fails"),),
            outcome=Statement(LangText({"en": "a success"}), "success"),
        ),
        paraphrased=("abstract",),
    )
    document = text(chapter(library_of([study, attrs.evolve(study, key="b")]), "en"))
    assert "start from the same observation" in document
    assert "A failure is stated" not in document


def test_the_order_of_the_library_changes_no_claim_but_its_order() -> None:
    library = corpus("ports")
    seen = set()
    for studies in itertools.permutations(library.studies):
        themes, used, _ = apply(Outline(), library_of(studies))
        seen.add(frozenset((c.kind, frozenset(c.studies)) for c in build_ledger(used, themes).claims))
    assert len(seen) == 1


@pytest.mark.parametrize("tag", tags())
def test_removing_a_study_removes_every_trace_of_it(tag: str) -> None:
    assert "sari2021" not in text(chapter(corpus("ports").filter(lambda s: s.key != "sari2021"), tag))


@pytest.mark.parametrize("size", [1, 2])
def test_the_smallest_libraries_make_a_chapter(size: int) -> None:
    document = chapter(library_of(corpus("ports").studies[:size]), "en")
    assert any(isinstance(block, Table) for block in document.blocks)


def test_the_outline_rules() -> None:
    plan = Outline(
        title=LangText({"en": "What we know of ports"}),
        chapter=3,
        themes=(ThemePlan("methods", LangText({"en": "How it was done"}), remarks="My own remark."), ThemePlan("aims", skip=True)),
        leave_out=(("wijaya2020", "no abstract"),),
    )
    document = text(chapter(corpus("ports"), "en", plan))
    assert "# Chapter 3 What we know of ports" in document
    assert "### 3.3.1 How it was done\n\nThe approach" in document
    assert "\n\nMy own remark.\n\n###" in document
    assert "Aims and questions" not in document
    assert "wijaya2020" not in document


def test_similarity_and_difference_come_from_the_writers_study_alone() -> None:
    own = Outline(own_study=OwnStudy(method=("pendekatan kuantitatif",), framework=("soft power",), partners=("Medan", "Penang")))
    document = chapter(corpus("ports"), "id", own)
    table = next(block for block in document.blocks if isinstance(block, Table))
    rahmat = next(row for row in table.rows if "rahmat2019" in words(row[1].paragraphs[0]))
    assert [words(line) for line in rahmat[6].paragraphs] == ["Sama-sama memakai pendekatan kuantitatif"]
    assert [words(line) for line in rahmat[7].paragraphs] == [
        "Meneliti Makassar dan Busan (penelitian penulis: Medan dan Penang)",
        "Memakai kerangka interdependensi (penelitian penulis: soft power)",
    ]
    sari = next(row for row in table.rows if "sari2021" in words(row[1].paragraphs[0]))
    assert [words(line) for line in sari[7].paragraphs][-1] == "Juga memakai kerangka interdependensi"
    assert "belum ada studi yang meneliti Medan dan Penang." in text(document)
    assert "belum diisi" not in text(document)


def test_headings_are_numbered_in_order() -> None:
    numbers = [b.number for b in chapter(corpus("ports"), "id").blocks if isinstance(b, Heading) and b.number]
    assert numbers[:4] == ["BAB II", "2.1", "2.2", "2.3"]
    themes = [n for n in numbers if n.startswith("2.3.")]
    assert themes == [f"2.3.{i}" for i in range(1, len(themes) + 1)]


@pytest.mark.parametrize("tag", tags())
def test_gaps_speak_of_this_corpus_only(tag: str) -> None:
    lists = [block for block in chapter(corpus("ports"), tag).blocks if isinstance(block, ListBlock) and block.key == "gaps/list"]
    assert lists
    assert all(words(item).rstrip(")").endswith(".") for block in lists for item in block.items)
