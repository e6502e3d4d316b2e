"""A document that changes: only what a change touches is rendered again, and the result is that of a new processor."""

from __future__ import annotations

import pytest

from litreview.csl import Cite, Cluster, Processor, compile_style, items
from tests.csl.goldens.files import references
from tests.work import calls


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-notes-bibliography", "modern-language-association"])
def test_a_changed_document_reads_as_a_new_one(style: str) -> None:
    compiled = compile_style(style, "id-ID")
    works = references()[:60]
    clusters = [Cluster((Cite(work.id),), number if compiled.is_note else None) for number, work in enumerate(works, 1)]
    kept = Processor(compiled, works)
    kept.citations(clusters)
    kept.bibliography()
    changes = (Cluster((Cite(works[3].id, "5"),), clusters[20].note), Cluster((Cite(works[40].id), Cite(works[2].id)), clusters[20].note))
    for changed in changes:
        document = [*clusters[:20], changed, *clusters[21:]]
        new = Processor(compiled, works)
        assert kept.citations(document) == new.citations(document)
        assert kept.bibliography() == new.bibliography()


def test_a_changed_locator_costs_little() -> None:
    works, _ = items(
        [{"id": f"k{n}", "type": "book", "title": f"Kota {n}", "author": [{"family": f"Nama{n}", "given": "A."}]} for n in range(200)]
    )
    processor = Processor(compile_style("apa", "id-ID"), works)
    clusters = [Cluster((Cite(work.id),)) for work in works]
    first = calls(lambda: (processor.citations(clusters), processor.bibliography()))
    changed = [*clusters[:-1], Cluster((Cite("k199", "7"),))]
    again = calls(lambda: (processor.citations(changed), processor.bibliography()))
    assert again < first / 5


@pytest.mark.parametrize("style", ["apa", "modern-language-association", "chicago-author-date"])
def test_works_that_sort_alike_follow_the_order_in_which_they_are_cited(style: str) -> None:
    one = {"type": "book", "title": "Kota", "author": [{"family": "Nama", "given": "A."}], "issued": {"date-parts": [[2020]]}}
    works, _ = items([{**one, "id": key, "publisher": key} for key in ("a", "b")] + [{**one, "id": "c", "title": "Desa"}])
    kept = Processor(compile_style(style, "en-US"), works)
    for order in ("abc", "bac", "cba", "abc", "cab"):
        clusters = [Cluster((Cite(key),)) for key in order]
        new = Processor(compile_style(style, "en-US"), works)
        assert kept.citations(clusters) == new.citations(clusters)
        assert kept.bibliography() == new.bibliography()
