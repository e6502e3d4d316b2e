"""The outline file: what a first one holds, and that bringing it up to date touches nothing of the writer's."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import litreview
from litreview.errors import ReadError
from litreview.record import LangList, Library, library_of
from tests.themes.corpora import corpus

FIVE = Path(__file__).resolve().parents[2] / "references"


def five() -> Library:
    return litreview.load(FIVE)


def large() -> Library:
    return corpus("four-topics", 12)


def test_so_it_does_where_a_study_lists_no_keyword(tmp_path: Path) -> None:
    library = large()
    speaking = attrs.evolve(library["reefs01"], key="speaking", keywords=LangList())
    studies = library_of([*library, speaking])
    litreview.outline(studies).save(tmp_path / "outline.yaml")
    assert litreview.draft(studies, outline=tmp_path / "outline.yaml").document == litreview.draft(studies).document


@pytest.mark.slow
@pytest.mark.parametrize("library", [five, lambda: corpus("four-topics", 4), large], ids=["five", "sixteen", "forty-eight"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_first_outline_says_the_chapter_that_would_be_made_without_it(library: object, lang: str, tmp_path: Path) -> None:
    studies = library()  # type: ignore[operator]
    made = litreview.outline(studies, lang=lang)
    made.save(tmp_path / "outline.yaml")
    without, followed = litreview.draft(studies, lang=lang), litreview.draft(studies, outline=tmp_path / "outline.yaml")
    assert followed.document == without.document
    assert set(followed.problems) <= {*without.problems}


@pytest.mark.parametrize("library", [five, lambda: corpus("four-topics", 4), large], ids=["five", "sixteen", "forty-eight"])
@pytest.mark.parametrize("reader", ["id", "en"])
def test_twice_gives_the_same_bytes(library: object, reader: str, tmp_path: Path) -> None:
    studies = library()  # type: ignore[operator]
    path = tmp_path / "outline.yaml"
    litreview.outline(studies, reader=reader).save(path)
    first = path.read_bytes()
    litreview.outline(studies, path, reader=reader).save(path)
    assert path.read_bytes() == first


def test_each_theme_has_its_evidence() -> None:
    text = litreview.outline(large(), lang="en").text
    assert "#: 12 studies" in text
    assert "#: marked by: " in text
    assert "- reefs00  # Writer0 2000, " in text
    five_text = litreview.outline(five(), lang="id").text
    assert "#: dinyatakan oleh 3 dari 5 studi: " in five_text
    assert "#: yang sama: paradiplomasi (2)" in five_text


def test_facets_of_studies_to_come_are_left_open_and_topics_are_not() -> None:
    """A facet can be added without harm; topics found anew beside those of the outline would tell the same studies twice."""
    assert not litreview.outline(five()).outline.only
    assert litreview.outline(large()).outline.only


def test_comments_are_in_the_readers_language_and_the_chapter_in_its_own() -> None:
    made = litreview.outline(five(), lang="en", reader="id")
    assert made.outline.language == "en"
    assert "Kerangka bab tinjauan pustaka" in made.text


WRITTEN = """\
# my plan, do not touch
chapter:   3   # third

themes:
    - facet: methods    # last summer
      title: 'How'
      remarks: |
          First line.
          #: this line is mine
          #: and this one

    -   facet: aims
        introduction: >
            Folded
            words.
"""


def test_an_outline_without_lines_of_the_program_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(WRITTEN + "only: true\nleave-out: {}\n# end\n", encoding="utf-8")
    made = litreview.outline(five(), path, reader="en")
    offered = made.text[len(WRITTEN + "only: true\nleave-out: {}\n# end\n") :]
    assert made.text.startswith(WRITTEN + "only: true\nleave-out: {}\n# end\n")
    assert offered.startswith("\n#: Since the outline was written:\n")
    assert all(line.startswith("#:") for line in offered.splitlines()[1:])
    assert "- facet: sectors" in offered
    assert "- facet: aims" not in offered


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_the_programs_lines_change(end: str, mark: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    own = ["# mine", "themes:", "  #: old evidence", "  #: of two lines", "  -   facet:   methods # here", "      remarks: |", "        #: mine", "",
           "  #: stale", "  - facet: aims", "", "only: true"]  # fmt: skip
    path.write_bytes((mark + end.join(own) + end).encode())
    litreview.outline(five(), path, reader="en").save(path)
    new = path.read_bytes().decode()
    assert new.startswith(mark)
    lines = new.removeprefix("\ufeff").split(end)
    assert end == "\r\n" or "\r" not in new
    kept, before = ([line for line in told if not line.lstrip().startswith("#:")] for told in (lines, own))
    assert kept == [*before, "", ""]  # an empty line stands before what is offered
    assert "        #: mine" in lines
    assert not any("stale" in line or "old evidence" in line for line in lines)
    assert lines[2].startswith("  #: 4 of 5 studies state it: ")


def test_what_the_writer_moved_and_deleted_stays_moved_and_deleted(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    litreview.outline(large(), lang="en").save(path)
    lines = path.read_text(encoding="utf-8").split("\n")
    lines.remove(next(line for line in lines if "- reefs03 " in line))
    at = next(n for n, line in enumerate(lines) if "- cycling01 " in line)
    lines.insert(at, "      - reefs03   # moved by hand")
    path.write_text("\n".join(lines), encoding="utf-8")
    new = litreview.outline(large(), path).text
    assert "      - reefs03   # moved by hand" in new
    assert new.count("- reefs03") == 1
    assert [line for line in new.split("\n") if "#:" not in line] == [line for line in lines if "#:" not in line]


def test_a_study_that_is_gone_is_reported_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    litreview.outline(large(), lang="en").save(path)
    before = path.read_text(encoding="utf-8")
    made = litreview.outline(large().filter(lambda study: study.key != "reefs03"), path, reader="en")
    line = next(n for n, text in enumerate(before.splitlines(), 1) if "- reefs03 " in text)
    (problem,) = [p for p in made.problems if p.key == "reefs03"]
    assert (problem.origin.file, problem.origin.line) == (str(path), line)
    assert f"#: no longer among the studies: reefs03 (line {line})" in made.text
    assert "      - reefs03 " in made.text


def test_a_new_study_is_offered_with_the_topic_it_fits(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    library = large()
    litreview.outline(library, lang="en").save(path)
    new = attrs.evolve(library["reefs02"], key="newcomer")
    made = litreview.outline(library_of([*library, new]), path, reader="en")
    (offer,) = [line for line in made.text.splitlines() if "newcomer" in line and "fits" in line]
    assert offer.startswith('#: newcomer is in no topic; it fits "')
    assert made.outline == litreview.outline(library, path).outline
    path.write_text(made.text, encoding="utf-8")
    again = litreview.outline(library_of([*library, new]), path, reader="en")
    assert again.text == made.text
    back = litreview.outline(library, path, reader="en")
    assert "newcomer" not in back.text


def test_what_was_offered_and_is_settled_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    for own in ("themes:\n  - facet: methods\nonly: true\n", "themes:\n  - facet: methods\n\n\n"):
        path.write_text(own, encoding="utf-8")
        offered = litreview.outline(five(), path).text
        assert offered != own
        facets = ("framework", "aims", "pairs", "sectors", "outcomes")
        all_named = offered.replace("  - facet: methods\n", "  - facet: methods\n" + "".join(f"  - facet: {name}\n" for name in facets))
        path.write_text(all_named, encoding="utf-8")
        assert litreview.outline(five(), path).text == own.replace(
            "  - facet: methods\n", "  - facet: methods\n" + "".join(f"  - facet: {name}\n" for name in facets)
        )


def test_the_programs_mark_in_a_remark_at_the_end_is_the_writers(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    own = "only: true\nthemes:\n  - facet: methods\n    remarks: |\n      Mine.\n      #: mine too\n"
    path.write_text(own, encoding="utf-8")
    for _ in range(2):
        litreview.outline(five(), path).save(path)
        new = path.read_text(encoding="utf-8")
        assert new.startswith(own + "\n#: ")
        assert new.count("#: mine too") == 1


def test_an_empty_file_becomes_a_first_outline(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert litreview.outline(five(), path).text == litreview.outline(five()).text


def test_what_is_wrong_in_an_old_outline_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("chapter: 2\nthems: []\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"plan\.yaml:2: .*did you mean .themes.") as caught:
        litreview.outline(five(), path)
    assert caught.value.problem is not None
    assert caught.value.problem.code == "outline-unknown-near"


def test_keys_that_yaml_would_misread_come_back(tmp_path: Path) -> None:
    odd = ["2020", "no", "a: b", "x #y", "Md Ali2020", "- dash", "ünï"]
    library = library_of(attrs.evolve(study, key=f"{odd[n % 7]}-{n}" if n >= 7 else odd[n]) for n, study in enumerate(large()))
    made = litreview.outline(library)
    made.save(tmp_path / "o.yaml")
    assert litreview.draft(library, outline=tmp_path / "o.yaml").document == litreview.draft(library).document
