"""What is known of a cell: a value, a person's word that there is none, or nothing yet. Rules never give the second."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import litreview
from litreview.analysis import annotate
from litreview.languages import language, tags
from litreview.library.checks import checks
from litreview.library.repairs import repaired
from litreview.pages import parse_page
from litreview.record import ASPECTS, Aspects, Evidence, LangText, Library, Span, Statement, Study, library_of, state

SENTENCES = (
    "Penelitian ini bertujuan menjelaskan alasan dua kota bekerja sama.",
    "Metode yang digunakan adalah kualitatif dengan wawancara.",
    "Hasil penelitian menunjukkan bahwa kerja sama itu berjalan baik.",
    "This study aims to explain why two towns cooperate.",
    "Negative binomial regression indicated fewer visits after 2016.",
    "Kota itu berada di tepi laut.",
)


@given(st.lists(st.sampled_from(SENTENCES), max_size=6), st.sets(st.sampled_from(ASPECTS)))
def test_only_a_person_says_that_something_is_not_stated(sentences: list[str], said: set[str]) -> None:
    study = Study("a", abstract=LangText({"id": " ".join(sentences)}), aspects=Aspects(looked_for=tuple(sorted(said))))
    read, _ = annotate(study)
    assert {name for name in ASPECTS if state(read, name) == "not-stated"} == said


@given(st.lists(st.sampled_from((*SENTENCES, "ABSTRAK", "Kata kunci: kota", "Sri Wulandari", "2019")), max_size=8))
def test_a_page_leaves_open_what_is_not_found(lines: list[str]) -> None:
    study = annotate(parse_page("\n\n".join(lines)).study)[0]
    assert (study.looked_for, study.aspects.looked_for) == ((), ())


@pytest.mark.parametrize("tag", tags())
def test_no_output_calls_silent_what_was_only_not_found(tag: str, tmp_path: Path) -> None:
    abstracts = [" ".join(SENTENCES[n : n + 2]) for n in range(5)]
    library = library_of([Study(f"s{n}", "book", abstract=LangText({"id": text}), language="id") for n, text in enumerate(abstracts)])
    review = litreview.draft(library, lang=tag)
    words = language(tag)
    silent = words.label("not_stated")
    for grid in review.tables:
        assert all(silent not in str(cell) for row in grid for cell in row)
    assert any(words.label("not_read") in str(cell) for grid in review.tables for row in grid for cell in row)
    assert all(claim.missing == () or claim.kind.startswith("corpus") for claim in review.ledger.claims)
    review.save(tmp_path / "a.txt")
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert silent not in text
    assert not any(kind in text for kind in ("tidak satu pun abstrak", "none of the abstracts", "no abstract states"))


def old(*, added: bool, nulls: tuple[str, ...]) -> Study:
    """A record as an earlier version made one of a page."""
    evidence = Evidence("abstract", "id", "menjelaskan alasan", 28, 46, Span(40, 58, "menjelaskan alasan"))
    aspects = Aspects(aim=Statement(LangText({"id": "menjelaskan alasan"}), evidence=(evidence,)), looked_for=nulls)
    extra = (("page.fingerprint", "1"), ("page.found", "abstract aspects/aim")) if added else ()
    return Study("a", "book", abstract=LangText({"id": SENTENCES[0]}), aspects=aspects, looked_for=("issued",), extra=extra)


def codes(study: Study) -> list[str]:
    return [problem.code for check in checks() for problem in check.run(Library((study,))) if problem.code == "nulls-from-page"]


@pytest.mark.parametrize("added", [True, False])
def test_nulls_of_earlier_versions_are_listed_and_taken_out(added: bool) -> None:
    study = old(added=added, nulls=tuple(name for name in ASPECTS if name != "aim"))
    assert codes(study) == ["nulls-from-page"]
    mended = repaired(study)
    assert (mended.looked_for, mended.aspects.looked_for, mended.aspects.aim) == ((), (), study.aspects.aim)
    assert codes(mended) == []


def test_a_null_that_a_person_wrote_stays() -> None:
    by_hand = old(added=False, nulls=("site",))
    assert (codes(by_hand), repaired(by_hand)) == ([], by_hand)
    mended = repaired(old(added=True, nulls=("site",)))
    said = attrs.evolve(mended, aspects=attrs.evolve(mended.aspects, looked_for=("method",)))
    assert (codes(said), repaired(said)) == ([], said), "it was put right once: what is null now, somebody wrote"
    typed = Study("b", "book", aspects=Aspects(looked_for=ASPECTS))
    assert (codes(typed), repaired(typed)) == ([], typed)


def test_what_add_writes_has_no_null_and_a_later_one_is_the_persons(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"Kota Kembar dan Desa\n\nSri Wulandari\n\nABSTRAK\n\n{SENTENCES[0]}\n", encoding="utf-8")
    (entry,) = litreview.add(page, into=tmp_path / "refs").entries
    record = Path(entry.file or "")
    assert ": null" not in record.read_text(encoding="utf-8")
    assert entry.missing == ("issued", "keywords")
    assert {"method", "data", "findings"} <= set(entry.unread)
    record.write_text(record.read_text(encoding="utf-8").replace("  aspects:\n", "  aspects:\n    method: null\n"), encoding="utf-8")
    litreview.fix(litreview.load(tmp_path / "refs"))
    (study,) = litreview.load(tmp_path / "refs")
    assert study.aspects.looked_for == ("method",)
    richer = page.with_name("richer.txt")
    richer.write_text(page.read_text(encoding="utf-8") + "\n" + SENTENCES[1] + "\n", encoding="utf-8")
    litreview.add(richer, into=tmp_path / "refs", fill=True)
    (study,) = litreview.load(tmp_path / "refs")
    assert study.aspects.looked_for == ("method",), "what a person says is not filled over"


def test_states_go_through_the_formats(tmp_path: Path) -> None:
    study = Study("a", "book", abstract=LangText({"en": "Two ports."}), aspects=Aspects(looked_for=("method",)), looked_for=("issued",))
    for suffix, name in ((".yaml", "yaml"), (".bib", "bibtex"), (".json", "csl-json")):
        target = tmp_path / f"a{suffix}"
        litreview.convert(Library((study,)), name).save(target)
        (read,) = litreview.load(target)
        assert [state(read, name) for name in ("method", "data", "issued", "title")] == ["not-stated", "not-read", "not-stated", "not-read"]


def test_the_cells_left_to_look_at_are_listed_with_the_studies_without_an_abstract(tmp_path: Path) -> None:
    read = Study("read", "book", abstract=LangText({"id": SENTENCES[1]}), language="id")
    review = litreview.draft(library_of([read, Study("bare", "book", title=LangText({"id": "Kota"}))]))
    ((key, aspects),) = review.unread
    assert (key, review.without_abstract) == ("read", ("bare",))
    assert {"framework", "findings"} <= set(aspects)
    assert not {"method", "data"} & set(aspects)
