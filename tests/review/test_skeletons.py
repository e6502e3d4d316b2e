"""No two paragraphs on themes are built alike: what is told first follows from the studies, and sentences are not repeated in one order."""

from __future__ import annotations

from collections import Counter

import pytest

import litreview
from litreview.document.nodes import Paragraph
from litreview.record import Dates, LangList, LangText, Library, Name, Names, Study, library_of, parse_date
from litreview.review.paragraphs import skeleton
from litreview.themes import Outline, ThemePlan

MATTERS = ("tidal gardens", "paper kites", "salt roads", "bamboo bells", "glass ferries")


def written(matter: str, number: int, relation: str) -> Study:
    """One of several studies that differ in little but their matter."""
    finding = f"{matter} {relation} village income" if relation else f"{matter} were kept by village {number}"
    return Study(
        f"{matter.split()[0]}{number}",
        "article-journal",
        title=LangText({"en": f"On {matter} in village {number}"}),
        names=Names({"author": (Name(family=f"{matter.split()[1].title()}{number}", given="Ayu"),)}),
        dates=Dates({"issued": parse_date(str(2000 + 2 * number + len(matter)))}),
        abstract=LangText(
            {
                "en": f"This qualitative study aims to examine the impact of {matter}. Data came from interviews. The results show that {finding}."
            }
        ),
        keywords=LangList({"en": (matter,)}),
    )


def corpus(relation: str = "") -> tuple[Library, Outline]:
    studies = [written(matter, number, relation) for matter in MATTERS for number in range(4)]
    keys = {matter: tuple(study.key for study in studies if study.key.startswith(matter.split()[0])) for matter in MATTERS}
    plan = Outline(themes=tuple(ThemePlan("topic", name=name, studies=listed) for name, listed in keys.items()), only=True)
    return library_of(studies), plan


@pytest.mark.parametrize("relation", ["", "have a positive effect on"])
@pytest.mark.parametrize("tag", ["id", "en"])
def test_no_two_paragraphs_have_one_skeleton(tag: str, relation: str) -> None:
    library, plan = corpus(relation)
    blocks = litreview.draft(library, lang=tag, outline=plan).document.blocks
    built = Counter(skeleton(block.children) for block in blocks if isinstance(block, Paragraph) and block.key.startswith("theme/"))
    assert len(built) >= len(MATTERS)
    assert [shape for shape, times in built.items() if times > 1] == []


def test_answers_that_go_together_are_told_before_how_many_studies_there_are() -> None:
    library, plan = corpus("have a positive effect on")
    review = litreview.draft(library, lang="en", outline=plan)
    for _, claims in review.ledger.themes:
        kinds = [claim.kind for claim in claims]
        assert kinds[0].startswith("answer.raises")
        assert "topic.size" in kinds
