"""The framework of thought: the writer's words where there are some, slots where not, drawn by the output and said beside the drawing."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

import pytest

import litreview
from litreview.document.diagrams import layout
from litreview.document.nodes import Diagram, ListBlock
from litreview.document.walk import plain
from litreview.languages import language, tags
from litreview.record import Aspects, LangText, Library, Name, Names, Statement, Study, library_of
from litreview.review.tables import previous_studies
from litreview.themes import Outline, OwnStudy
from litreview.writers import Options, named

STATED = (Statement(LangText({"en": "paradiplomacy", "id": "paradiplomasi"}), "paradiplomacy"),)
OWN = OwnStudy(question="Why do twins part?", partners=("Medan", "Penang"), period="2019-2024", method=("interviews",))


def shelf(*more: Study) -> Library:
    framed = [Study(f"s{n}", title=LangText({"en": f"Twins number {n}"}), aspects=Aspects(framework=STATED)) for n in range(2)]
    return library_of([*framed, *more])


def parts(own: OwnStudy | None, tag: str = "en", library: Library | None = None) -> tuple[dict[str, str], Diagram | None]:
    blocks = litreview.draft(library or shelf(), lang=tag, outline=Outline(own_study=own)).document.blocks
    told = [block for block in blocks if isinstance(block, ListBlock) and block.key == "scaffold/introduction-1"]
    drawn = [block for block in blocks if isinstance(block, Diagram)]
    return (dict(zip(told[0].keys, map(plain, told[0].items), strict=True)) if told else {}, drawn[0] if drawn else None)


@pytest.mark.parametrize("tag", tags())
def test_what_the_writer_said_stands_in_it_and_the_rest_is_a_slot(tag: str) -> None:
    told, drawn = parts(OWN, tag)
    assert told["question"].endswith("Why do twins part?")
    assert "Medan, Penang, 2019-2024" in told["object"]
    assert told["expected"].endswith("]")
    assert str(language(tag).section("scaffold")["slot"]).split("{")[0] in told["expected"]
    assert drawn is not None
    assert "Why do twins part?" in drawn.rows[0][0]


def test_frameworks_of_the_studies_are_offered_and_never_put_in() -> None:
    told, _ = parts(OWN)
    assert told["framework"] == "Theoretical framework: [choose: paradiplomacy, or another]"
    told, _ = parts(OwnStudy(framework=("soft power",)))
    assert told["framework"] == "Theoretical framework: soft power"


def test_without_an_own_study_and_without_frameworks_there_is_none() -> None:
    assert parts(None, library=library_of([Study("a", title=LangText({"en": "Twins"}))])) == ({}, None)


def test_the_drawing_is_counted_as_a_figure() -> None:
    assert parts(OWN)[1] is not None
    drawn = parts(OWN)[1]
    assert drawn is not None
    assert drawn.number == "2.1"


def test_word_draws_boxes_and_arrows_itself() -> None:
    document = litreview.draft(shelf(), lang="en", outline=Outline(own_study=OWN)).document
    package = zipfile.ZipFile(io.BytesIO(named("docx").write(document, Options())))
    body = package.read("word/document.xml").decode()
    assert body.count("<wps:wsp>") == 5 + 5, "five boxes; arrows 1, 2 and 2"
    assert "Why do twins part?" in body
    assert not [name for name in package.namelist() if "media" in name]


def test_html_draws_it_and_text_says_it() -> None:
    document = litreview.draft(shelf(), lang="en", outline=Outline(own_study=OWN)).document
    page = named("html").write(document, Options()).decode()
    assert page.count("<rect") == 5
    assert b"![" not in named("markdown").write(document, Options())
    assert b"Why do twins part?" in named("text").write(document, Options())


def test_boxes_do_not_overlap_and_grow_with_their_words() -> None:
    made = layout((("short",), ("a " * 200, "b"), ("c",)))
    tops = sorted({(box.y, box.height) for box in made.boxes})
    assert all(y + height < below for (y, height), (below, _) in pairwise(tops))
    assert made.boxes[1].height > made.boxes[0].height


def test_rows_that_look_like_one_work_are_told_below_the_table() -> None:
    lee = Names({"author": (Name(family="Lee"),)})
    twice = [Study(key, title=LangText({"en": "Ports of call in small cities"}), names=lee) for key in ("x", "y")]
    blocks = litreview.draft(shelf(*twice), lang="en").document.blocks
    keys = [getattr(block, "key", "") for block in blocks]
    at = keys.index("previous/doubled")
    assert keys[at - 1] == previous_studies.KEY
    assert "1 and 2" in plain(blocks[at].children)  # type: ignore[union-attr]
    assert "previous/doubled" not in [getattr(block, "key", "") for block in litreview.draft(shelf(), lang="en").document.blocks]
