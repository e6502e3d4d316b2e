"""Where new sections and wide tables stand after a merge, and which looks of hers stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import docx

import litreview
from tests.benchmarks.draft_studies import bibtex
from tests.merge.edits import W, content, run, texts

LIBRARY = litreview.loads(bibtex(8))


LONG_NAMES = litreview.loads(bibtex(8).replace("author = {", "author = {Pertanggungjawaban"))


def drafted(count: int, library: litreview.Library = LIBRARY) -> litreview.Review:
    return litreview.draft(attrs.evolve(library, studies=library.studies[:count]), lang="id")


def headings(path: Path) -> list[str]:
    return [content(p) for p in texts(docx.Document(str(path)), "Heading")]


def test_a_new_section_stands_in_its_chapter_although_the_text_before_it_was_moved(tmp_path: Path) -> None:
    path = tmp_path / "bab2.docx"
    drafted(7).save(path)
    before = headings(path)
    word = docx.Document(str(path))
    lead = next(p for p in texts(word) if "dibandingkan dari segi" in content(p))
    texts(word)[-1].addnext(lead)
    word.save(str(path))
    drafted(8).save(path)
    fresh = tmp_path / "fresh.docx"
    drafted(8).save(fresh)
    assert len(headings(path)) > len(before)
    assert headings(path) == headings(fresh)


def test_her_paragraph_at_the_end_of_a_section_stays_in_it(tmp_path: Path) -> None:
    path = tmp_path / "bab2.docx"
    drafted(7).save(path)
    word = docx.Document(str(path))
    lead = next(p for p in texts(word) if "dibandingkan dari segi" in content(p))
    hers = lead.makeelement(f"{W}p", {})
    hers.append(run("Paragraf saya sendiri menutup pengantar ini."))
    lead.addnext(hers)
    word.save(str(path))
    drafted(8).save(path)
    body = docx.Document(str(path)).element.body
    following = next(p for p in body.iter(f"{W}p") if content(p).startswith("Paragraf saya")).getnext()
    assert content(following) == headings(path)[headings(path).index(content(following))]


def test_a_table_that_becomes_too_wide_gets_wide_pages(tmp_path: Path) -> None:
    path = tmp_path / "bab2.docx"
    drafted(5, LONG_NAMES).save(path)
    assert not wide(docx.Document(str(path)).sections[-1])
    drafted(7, LONG_NAMES).save(path)
    word = docx.Document(str(path))
    assert [wide(section) for section in word.sections][-3:] == [False, True, False]
    matrix = word.tables[1]._tbl
    columns = [int(column.get(f"{W}w")) for column in matrix.tblGrid]
    assert sum(columns) == int(matrix.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) > 10_000
    ids = [style.style_id for style in word.styles]
    assert len(ids) == len(set(ids))
    before = path.read_bytes()
    drafted(7, LONG_NAMES).save(path)
    assert path.read_bytes() == before


def test_a_table_that_becomes_wider_takes_narrow_type_where_that_is_enough(tmp_path: Path) -> None:
    path, fresh = tmp_path / "bab2.docx", tmp_path / "fresh.docx"
    drafted(5).save(path)
    drafted(7).save(path)
    drafted(7).save(fresh)
    merged, new = (docx.Document(str(file)) for file in (path, fresh))
    assert [wide(section) for section in merged.sections] == [False]
    matrices = [word.tables[1]._tbl for word in (merged, new)]
    widths, looks = ([[e.get(f"{W}{name}") for e in m.iter(f"{W}{tag}")] for m in matrices] for tag, name in LOOKS)
    assert widths[0] == widths[1]
    assert set(looks[0]) == set(looks[1]) == {"TableHeadingNarrow", "TableTextNarrow"}


LOOKS = (("gridCol", "w"), ("pStyle", "val"))


def wide(section: Any) -> bool:
    return bool(section.page_width > section.page_height)


def test_her_character_styles_stay_on_the_words_that_stay(tmp_path: Path) -> None:
    path = tmp_path / "bab2.docx"
    drafted(7).save(path)
    word = docx.Document(str(path))
    for name in ("Strong", "Emphasis"):
        if name not in [style.name for style in word.styles]:
            word.styles.add_style(name, docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    first, second = (next(p for p in word.paragraphs if words in p.text) for words in ("merangkum", "dibandingkan dari segi"))
    first.runs[-1].style, second.runs[0].style = word.styles["Strong"], word.styles["Emphasis"]
    strong, emphasis = first.runs[-1].text.split(), second.runs[0].text.split()
    word.save(str(path))
    drafted(8).save(path)
    after = docx.Document(str(path))
    styled = {
        name: " ".join(r.text for p in after.paragraphs for r in p.runs if r.style.name == name).split() for name in ("Strong", "Emphasis")
    }
    assert set(styled["Strong"]) >= set(strong) - {"tujuh"}
    assert len(set(styled["Emphasis"]) & set(emphasis)) > 5
