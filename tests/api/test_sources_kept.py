"""Nothing is written over a source: from Python as from the command line, whatever is saved and however the source is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import docx
import pytest

import litreview
from litreview.cli import main
from litreview.errors import WriteError
from tests.api.files import put

YAML = """\
- key: lee2019
  type: book
  title: {en: Motives of twin towns}
  author: [{family: Lee, given: Ann}]
  issued: 2019
  abstract: {en: "This study asks why two towns work together. Interviews with officials were used. The results show shared interests."}
"""
PAGE = "Kota Kembar dan Desa\n\nSri Wulandari\n\nAbstrak\n\nStudi ini bertujuan menjelaskan alasan dua kota bekerja sama.\n"
PLAN = "chapter: 3\nthemes:\n- facet: methods\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sources of every kind: one for each output that could be written over it, all with studies, none in two files."""
    put(tmp_path, "src/lee.yaml", YAML)
    put(tmp_path, "src/page.md", PAGE)
    put(tmp_path, "src/one.bib", "@book{one, title={Harbours and hinterlands}, author={Abe, K.}, year=2001}\n")
    put(tmp_path, "src/two.json", '[{"id": "two", "type": "book", "title": "Rivers without bridges", "language": "en"}]')
    put(
        tmp_path,
        "src/three.csv",
        '"Authors","Title","Year","Source title","DOI","Link","Document Type","Source","EID"\n"Kim, S.","Tides","2004","J","","","Article","Scopus","2-s2.0-1"\n',
    )
    put(tmp_path, "plan.yaml", PLAN)
    return tmp_path


def refused(folder: Path, path: Path, save: Callable[[], object]) -> str:
    """The code with which writing to `path` is refused; every file stays as it was."""
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    with pytest.raises(WriteError) as raised:
        save()
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
    assert str(path) in str(raised.value)
    assert raised.value.problem is not None
    return raised.value.problem.code


SAVES: dict[str, tuple[str, Callable[[litreview.Library, Path], object]]] = {
    "Review.save": ("page.md", lambda library, path: litreview.draft(library, lang="en").save(path)),
    "Review.save of the ledger": ("two.json", lambda library, path: litreview.draft(library, lang="en").save(path)),
    "a table of a review": ("page.md", lambda library, path: litreview.draft(library, lang="en").tables[0].save(path)),
    "Bibliography.save": ("page.md", lambda library, path: litreview.bibliography(library, lang="en").save(path)),
    "Grid.save": ("page.md", lambda library, path: litreview.matrix(library, "method").save(path)),
    "Grid.save of values": ("three.csv", lambda library, path: litreview.matrix(library, "method").save(path)),
    "OutlineFile.save": ("lee.yaml", lambda library, path: litreview.outline(library, lang="en").save(path)),
    "merge_duplicates": ("one.bib", lambda library, path: litreview.merge_duplicates(litreview.find_duplicates(path.parent), path.parent, output=path)),
}  # fmt: skip


@pytest.mark.parametrize("name", SAVES)
@pytest.mark.parametrize("how", ["folder", "files", "filtered", "joined"])
def test_nothing_that_is_saved_replaces_a_source(folder: Path, name: str, how: str) -> None:
    file, save = SAVES[name]
    path = folder / "src" / file
    library = litreview.load(folder / "src")
    if how == "files":
        library = litreview.load(*sorted((folder / "src").iterdir()))
    elif how == "filtered":  # the studies of the file are no longer in the library
        library = library.filter(lambda study: study.key == "lee2019")
        library = attrs.evolve(library, studies=tuple(attrs.evolve(study, origin=None) for study in library), problems=())
    elif how == "joined":
        library = litreview.load(folder / "src" / "lee.yaml") | litreview.load(path)
    assert refused(folder, path, lambda: save(library, path)) == "output-is-source"


@pytest.mark.parametrize(
    ("argv", "file"),
    [
        (["draft"], "page.md"),
        (["draft"], "two.json"),
        (["bibliography"], "page.md"),
        (["themes"], "lee.yaml"),
        (["convert"], "one.bib"),
        (["dedupe", "--apply"], "one.bib"),
    ],
)
def test_no_command_replaces_a_source(folder: Path, capsys: pytest.CaptureFixture[str], argv: list[str], file: str) -> None:
    path = folder / "src" / file
    if argv[0] == "dedupe":  # which writes only where something is there twice
        put(folder, "src/four.bib", "@book{four, title={Harbours and hinterlands}, author={Abe, K.}, year=2001}\n")
    before = path.read_bytes()
    named = [str(path) for path in sorted((folder / "src").iterdir())]
    for sources in ([str(folder / "src")], named):
        if argv == ["themes"] and sources != named:
            continue  # a file of a folder is left out as the old outline, and is none: the next test
        assert main([*argv, *sources, "-o", str(path)]) == 2
        assert path.name in capsys.readouterr().err
        assert path.read_bytes() == before


def test_records_are_no_outline(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["themes", str(folder / "src"), "-o", str(folder / "src" / "lee.yaml")]) == 2
    assert (folder / "src" / "lee.yaml").read_text(encoding="utf-8") == YAML


def test_a_page_that_is_recorded_is_a_source_still(folder: Path) -> None:
    litreview.add(folder / "src" / "page.md", into=folder / "records")
    path = put(folder, "records/page.md", PAGE)
    library = litreview.load(folder / "records")
    assert "page-recorded" in {problem.code for problem in library.problems}
    assert refused(folder, path, lambda: litreview.draft(library).save(path)) == "output-is-source"


def test_an_outline_and_a_template_are_sources_of_a_draft(folder: Path) -> None:
    plan = folder / "plan.yaml"
    plan.rename(folder / "plan.json")  # YAML all the same
    review = litreview.draft(litreview.load(folder / "src"), outline=folder / "plan.json", lang="en")
    assert refused(folder, folder / "plan.json", lambda: review.save(folder / "plan.json")) == "output-is-source"
    template = folder / "kampus.docx"
    docx.Document().save(str(template))
    assert refused(folder, template, lambda: review.save(template, template=template)) == "output-is-source"


def test_a_file_beside_the_output_replaces_no_source_either(folder: Path) -> None:
    (folder / "src" / "two.json").rename(folder / "src" / "bab2-references.json")
    review = litreview.draft(litreview.load(folder / "src"), lang="en")
    target = folder / "src" / "bab2.md"
    beside = folder / "src" / "bab2-references.json"
    assert refused(folder, beside, lambda: review.save(target, citations="keys")) == "output-is-source"


def test_what_was_made_from_the_records_may_be_made_anew_and_what_differs_not(folder: Path) -> None:
    put(folder, "records/lee.yaml", YAML)
    made = folder / "records" / "all.bib"
    litreview.load(folder / "records").save(made)
    again = litreview.load(folder / "records")
    assert [file.role for file in again.sources if file.path == str(made)] == ["copy"]
    again.save(made)
    made.write_text(made.read_text(encoding="utf-8").replace("{2019}", "{2020}"), encoding="utf-8")
    changed = litreview.load(folder / "records")
    assert refused(folder, made, lambda: changed.save(made)) == "output-holds-other-values"


def test_a_library_is_saved_over_its_own_files_and_no_others(folder: Path) -> None:
    lee, one = folder / "src" / "lee.yaml", folder / "src" / "one.bib"
    library = litreview.load(lee, one)
    assert refused(folder, one, lambda: library.filter(lambda study: study.key == "lee2019").save(one)) == "output-is-source"
    alone = litreview.load(one)
    alone.filter(lambda study: False).save(one)
    assert "one" not in one.read_text(encoding="utf-8")
    alone.save(one)
    assert litreview.load(one).keys() == ("one",)


def test_an_outline_is_brought_up_to_date_where_it_lies(folder: Path) -> None:
    plan = folder / "src" / "plan.yaml"
    (folder / "plan.yaml").rename(plan)
    for library in (litreview.load(folder / "src"), litreview.load(folder / "src", leave_out=[plan])):
        assert litreview.outline(library, plan).save(plan).path == plan
    assert refused(folder, plan, lambda: litreview.outline(litreview.load(folder / "src")).save(plan)) == "output-foreign"
    named = litreview.load(folder / "src" / "lee.yaml", plan, leave_out=[plan])
    assert [file.role for file in named.sources] == ["source", "left-out"]
    assert refused(folder, plan, lambda: litreview.outline(named, plan).save(plan)) == "output-is-source"


def test_a_source_is_known_when_the_working_folder_is_another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "src")
    made = litreview.bibliography(litreview.load("page.md"))
    monkeypatch.chdir(folder)
    assert refused(folder, Path("src/page.md"), lambda: made.save("src/page.md")) == "output-is-source"


def test_a_file_in_which_something_was_wrong_is_kept(folder: Path) -> None:
    page = put(folder, "src/no-abstract.md", "Kota\n\nSri Wulandari\n")
    library = litreview.load(folder / "src")
    assert "page-passed-over" in {problem.code for problem in library.problems if problem.origin.file == str(page)}
    assert refused(folder, page, lambda: litreview.bibliography(library).save(page)) == "output-is-source"
