"""Terms that stand as a whole, terms parted from each other, and the kinds that keep a technique from being an approach."""

from __future__ import annotations

import pytest

from litreview.concepts import Concept, concept, concepts, find
from litreview.concepts.structure import WHOLE, structure


def found(text: str, tag: str, kind: str) -> list[str]:
    return [hit.value.id for hit in find(text, tag, kind)]


@pytest.mark.parametrize(
    ("text", "tag", "kind", "ids"),
    [
        ("an exploratory factor analysis", "en", "approach", []),
        ("an exploratory study", "en", "approach", ["exploratory"]),
        ("the comparative advantage of farms", "en", "approach", []),
        ("statistik deskriptif", "id", "approach", []),
        ("penelitian deskriptif", "id", "approach", ["descriptive"]),
        ("menulis teks deskriptif", "id", "approach", []),
        ("students of English literature", "en", "data", []),
        ("a review of the literature", "en", "data", ["literature"]),
        ("pengguna internet banking", "id", "data", []),
        ("the Geological Survey", "en", "data", []),
        ("a survey of 200 households", "en", "data", ["survey"]),
        ("analisis data kualitatif", "id", "data", []),
        ("emotion regulation of pupils", "en", "data", []),
        ("berita acara pemeriksaan", "id", "data", ["court-and-police-records"]),
    ],
)
def test_no_term_counts_within_words_that_stand_as_a_whole(text: str, tag: str, kind: str, ids: list[str]) -> None:
    assert found(text, tag, kind) == ids


def test_words_that_only_stand_as_a_whole_are_no_concepts() -> None:
    assert all(one.kinds != ("compound",) for one in concepts())
    assert find("the comparative advantage of farms", "en") == ()


def test_a_term_of_a_user_is_a_term_though_ours_only_stands_as_a_whole() -> None:
    own = structure("internet-banking", {"kinds": ["topic"], "id": ["internet banking"], "en": ["internet banking"]})
    assert [hit.value.id for hit in find("users of internet banking", "en", extra=(own,))] == ["internet-banking"]


@pytest.mark.parametrize(
    "terms",
    [
        ("total sampling", "quota sampling", "accidental sampling", "convenience sampling", "consecutive sampling", "purposive sampling"),
        ("simple random sampling", "stratified sampling", "cluster sampling", "systematic sampling", "multistage sampling"),
        ("survey", "kuesioner", "wawancara", "diskusi kelompok terarah"),
        ("studi dokumen", "dokumen", "arsip", "buku putih", "dokumen kebijakan"),
        ("regresi linear sederhana", "regresi linear berganda", "regresi logistik", "regresi data panel"),
        ("uji Mann-Whitney", "uji Wilcoxon", "uji Kruskal-Wallis"),
        ("ANOVA", "ANCOVA", "MANOVA"),
        ("uji parsial", "uji simultan", "koefisien determinasi"),
        ("uji normalitas", "uji homogenitas", "uji multikolinearitas"),
        ("uji validitas", "uji reliabilitas", "uji validitas dan reliabilitas"),
        ("novel", "cerpen", "puisi", "cerita rakyat"),
        ("rumus Slovin", "rumus Lemeshow"),
        ("eksperimen", "kuasi eksperimen", "pra eksperimen", "eksperimen murni"),
        ("tinjauan sistematis", "scoping review", "tinjauan naratif"),
        ("komparatif", "perbandingan hukum", "keunggulan komparatif", "kausal komparatif"),
        ("Barthes", "teori semiotika Roland Barthes", "teori semiotika Peirce"),
        ("feminisme liberal", "feminisme radikal", "ekofeminisme"),
    ],
)
def test_what_differs_is_not_one_concept(terms: tuple[str, ...]) -> None:
    ids = [hit.value.id for term in terms for hit in find(term, "id")]
    assert len(ids) == len(set(ids)), ids
    assert len(ids) >= len(terms) - 1


def sampled(one: Concept) -> bool:
    return "sampling" in one.id


def test_how_somebody_is_chosen_or_reckons_is_never_an_approach() -> None:
    chosen = [one for one in concepts() if sampled(one)]
    assert len(chosen) > 15
    assert all("sampling" in one.kinds and "approach" not in one.kinds for one in chosen)
    assert all("technique" in one.kinds for one in concepts() if {"sampling", "statistics"} & set(one.kinds))
    assert all("approach" not in one.kinds for one in concepts() if {"sampling", "statistics"} & set(one.kinds))
    assert set(concept("t-test").kinds) & WHOLE


@pytest.mark.parametrize(
    ("text", "tag", "name"),
    [
        ("teori implementasi George C. Edward III", "id", "edwards-implementation"),
        ("model Borg & Gall", "id", "borg-and-gall"),
        ("WebQual 4.0", "en", "webqual"),
        ("open coding, axial coding, dan selective coding", "id", "coding"),
        ("ethos, pathos, and logos", "en", "aristotle-rhetoric"),
    ],
)
def test_initials_and_signs_stand_within_a_term(text: str, tag: str, name: str) -> None:
    assert [(hit.value.id, hit.start, hit.end) for hit in find(text, tag)] == [(name, 0, len(text))] or name in found(
        text, tag, "framework"
    )


def test_a_full_stop_behind_a_word_still_parts() -> None:
    assert find("They use a sister. City life is slow.", "en", "framework") == ()
