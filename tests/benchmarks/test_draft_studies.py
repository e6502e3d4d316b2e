"""The studies of the draft benchmark are read without a complaint, and their abstracts state what is to be read."""

from __future__ import annotations

from pathlib import Path

import litreview
from litreview.analysis.prepared import prepared
from tests.benchmarks.draft_studies import bibtex


def test_the_invented_studies_are_whole_and_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "studies.bib").write_text(bibtex(60), encoding="utf-8")
    library = litreview.load(tmp_path)
    assert len(library) == 60
    assert not library.problems
    ready, _ = prepared(library)
    for aspect, least in (("aim", 40), ("method", 30), ("findings", 40), ("framework", 10)):
        assert sum(study.aspects.stated(aspect) for study in ready) >= least, aspect
    assert bibtex(60) == bibtex(60) != bibtex(60, seed=2)
