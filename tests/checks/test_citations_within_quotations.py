"""A citation within words that are quoted from an abstract is that study's own, and asks for no record."""

from __future__ import annotations

from pathlib import Path

import litreview
from litreview.record import Dates, LangText, Library, Name, Names, Study, parse_date

ABSTRACT = "This study examines ferries. The results show that fares fell by the scale of Duncan (2005:64), as was hoped."


def test_no_record_is_asked_for(tmp_path: Path) -> None:
    study = Study(
        "ara2021",
        title=LangText({"en": "Ferries"}),
        abstract=LangText({"en": ABSTRACT}),
        names=Names({"author": (Name(family="Ara"),)}),
        dates=Dates({"issued": parse_date("2021")}),
    )
    library = Library((study,))
    draft = tmp_path / "draft.md"
    litreview.draft(library, lang="en").save(draft)
    assert "Duncan (2005:64)" in draft.read_text(encoding="utf-8")
    assert "draft-unknown-citation" not in {problem.code for problem in litreview.check_draft(draft, library)}
    draft.write_text(draft.read_text(encoding="utf-8").replace("Duncan (2005:64)", "Stone (2006)"), encoding="utf-8")
    assert "draft-unknown-citation" in {problem.code for problem in litreview.check_draft(draft, library)}
