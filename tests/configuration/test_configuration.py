"""The file of settings: where it is found, what it may say, and how a fault in it is told."""

from __future__ import annotations

import os
from pathlib import Path

import attrs
import pytest

import litreview
from litreview.errors import ReadError
from litreview.languages import explain
from litreview.settings.search import settings_file

FULL = """\
style = "ieee"
language = "en"
outline = "plan/kerangka.yaml"
sources = ["studies", "../more.bib", "zotero:Kota"]
zotero = "../Zotero"
figures = ["years"]
concepts = ["fakultas.toml", "../common.toml"]
ignore-keywords = ["notion", "Humans"]
citations = "zotero"
template = "kampus.docx"
insert-at = "BAB II"
template-map = "peta.toml"
layout = "looks/faculty.toml"
contents = true
backlinks = "marks"
evidence = "appendix"
item-language = "off"
translated-titles = true
terms = "public"
highlights = {kuning = "hasil", red = "gap", grey = "-"}
"""


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_setting_is_read(tmp_path: Path) -> None:
    found = litreview.configuration(written(tmp_path / "litreview.toml", FULL))
    assert found.problems == ()
    assert found == litreview.Configuration(
        sources=(str(tmp_path / "studies"), str(tmp_path.parent / "more.bib"), "zotero:Kota"),
        zotero=str(tmp_path.parent / "Zotero"),
        style="ieee",
        language="en",
        outline=str(tmp_path / "plan" / "kerangka.yaml"),
        figures=("years",),
        concepts=(str(tmp_path / "fakultas.toml"), str(tmp_path.parent / "common.toml")),
        ignore_keywords=("notion", "Humans"),
        citations="zotero",
        template=str(tmp_path / "kampus.docx"),
        insert_at="BAB II",
        template_map=str(tmp_path / "peta.toml"),
        layout=str(tmp_path / "looks" / "faculty.toml"),
        contents=True,
        backlinks="marks",
        evidence="appendix",
        item_language="off",
        translated_titles=True,
        terms="public",
        highlights=litreview.FrozenMap({"yellow": "findings", "red": "gap", "grey": ""}),
        file=str(tmp_path / "litreview.toml"),
    )
    stated = {a.name.replace("_", "-") for a in attrs.fields(litreview.Configuration)} - {"file", "problems"}
    assert stated == {line.split(" = ")[0] for line in FULL.splitlines()}, "a new setting belongs into FULL"


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("figures = true", "figures", ("years", "periods", "methods", "themes", "partners", "keywords")),
        ("figures = false", "figures", ()),
        ('concepts = "fakultas.toml"', "concepts", ("fakultas.toml",)),
        ('style = "my.csl"', "style", "my.csl"),
        ('style = "./looks/../my.csl"', "style", "my.csl"),
        ('layout = "neutral"', "layout", "neutral"),
        ('language = "id-ID"', "language", "id-ID"),
        ('"style" = "apa"', "style", "apa"),
    ],
)
def test_other_ways_to_say_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, name: str, value: object) -> None:
    written(tmp_path / "litreview.toml", line)
    monkeypatch.chdir(tmp_path)
    assert getattr(litreview.configuration(), name) == value


def test_it_is_found_in_the_working_folder_and_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / "thesis" / "chapters" / "two"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert litreview.configuration() == litreview.Configuration()
    written(tmp_path / "thesis" / "litreview.toml", 'template = "kampus.docx"')
    found = litreview.configuration()
    assert found.file == os.path.join("..", "..", "litreview.toml")
    assert found.template == os.path.join("..", "..", "kampus.docx")
    written(deep / "litreview.toml", 'template = "kampus.docx"')
    assert (litreview.configuration().file, litreview.configuration().template) == ("litreview.toml", "kampus.docx")


@pytest.mark.parametrize("mark", [".git", ".git (a file)", "home"])
def test_nothing_is_looked_for_above_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: str) -> None:
    written(tmp_path / "litreview.toml", "")
    project = tmp_path / "project"
    (project / "chapter").mkdir(parents=True)
    assert settings_file(project / "chapter") == os.path.join(str(project / "chapter"), "..", "..", "litreview.toml")
    if mark == "home":
        monkeypatch.setenv("HOME", str(project))
        monkeypatch.setenv("USERPROFILE", str(project))
    elif mark == ".git":
        (project / ".git").mkdir()
    else:
        written(project / ".git", "gitdir: elsewhere")
    assert settings_file(project / "chapter") is None
    assert settings_file(project) is None
    written(project / "litreview.toml", "")
    assert settings_file(project / "chapter") == os.path.join(str(project / "chapter"), "..", "litreview.toml")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a working folder from being removed")
def test_a_working_folder_that_is_gone_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert litreview.configuration() == litreview.Configuration()


def test_a_folder_of_that_name_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "litreview.toml").mkdir()
    assert settings_file(tmp_path) is None


@pytest.mark.parametrize(
    ("text", "code", "line", "known"),
    [
        ('\nstile = "apa"', "setting-unknown-near", 2, "style"),
        ('a = """\nstyle = 1\n"""\n"insert_at" = 1', "setting-unknown", 1, None),
        ("[draft]\nstyle = 1", "setting-unknown", 1, None),
        ("x.y = 1", "setting-unknown", 1, None),
    ],
)
def test_an_unknown_key_is_told_and_the_rest_counts(tmp_path: Path, text: str, code: str, line: int, known: str | None) -> None:
    file = (
        written(tmp_path / "litreview.toml", f"{text}\n")
        if text.startswith("[")
        else written(tmp_path / "litreview.toml", f'{text}\nlayout = "neutral"\n')
    )
    found = litreview.configuration(file)
    assert found.layout == (None if text.startswith("[") else "neutral")
    problem = found.problems[0]
    assert (problem.code, problem.origin.file, problem.origin.line) == (code, str(file), line)
    assert known is None or problem.get("known") == known
    for tag in ("id", "en"):
        assert explain(problem, tag).startswith(f"{file}:{line}: ")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("style = 3", 'expected a text for style, found "3"'),
        ('style = ""', 'expected a text for style, found ""'),
        ("style.name = 'apa'", "expected a text for style, found {…}"),
        ('template = ["a.docx"]', "expected a text for template, found […]"),
        ('contents = "yes"', 'expected true or false for contents, found "yes"'),
        ("concepts = true", "expected a list of texts for concepts, found true"),
        ('concepts = ["a.toml", 1]', 'expected a text for concepts, found "1"'),
        ('figures = "years"', 'expected true, false or a list for figures, found "years"'),
        ('figures = ["year"]', 'figures cannot be "year": did you mean "years"?'),
        ('language = "fr"', 'language cannot be "fr": write one of en, id'),
        ('citations = "zoter"', 'citations cannot be "zoter": did you mean "zotero"?'),
        ("evidence = 2024-01-01", 'expected a text for evidence, found "2024-01-01"'),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    file = written(tmp_path / "litreview.toml", f"# mine\n\n{line}\n")
    with pytest.raises(ReadError) as raised:
        litreview.configuration(file)
    assert str(raised.value).startswith(f"{file}:3: {said}")
    assert raised.value.problem is not None
    assert explain(raised.value.problem, "id").startswith(f"{file}:3: ")


def test_what_is_named_need_not_be_there(tmp_path: Path) -> None:
    assert litreview.configuration(written(tmp_path / "litreview.toml", FULL)).template is not None
    with pytest.raises(ReadError, match="none"):
        litreview.configuration(tmp_path / "none.toml")


def test_many_unknown_keys_are_not_all_told(tmp_path: Path) -> None:
    text = "".join(f"k{n} = 1\n" for n in range(60_000)) + 'style = "ieee"\n'
    found = litreview.configuration(written(tmp_path / "litreview.toml", text))
    assert (found.style, len(found.problems)) == ("ieee", 20)


def test_from_python_nothing_is_read_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = litreview.load(Path(__file__).resolve().parents[2] / "references")
    written(tmp_path / "litreview.toml", 'style = "ieee"\nlanguage = "en"\n')
    monkeypatch.chdir(tmp_path)
    assert litreview.draft(library).document.language == "id-ID"
    assert str(litreview.bibliography(library)).startswith("DAFTAR PUSTAKA")
    settings = litreview.configuration()
    review = litreview.draft(library, configuration=settings)
    assert (review.document.language, review.style) == ("en-GB", "http://www.zotero.org/styles/ieee")
    assert str(litreview.bibliography(library, configuration=settings)).startswith("REFERENCES")
    assert str(litreview.bibliography(library, lang="id", configuration=settings)).startswith("DAFTAR PUSTAKA")


def test_the_outline_goes_before_the_file_and_the_caller_before_both(tmp_path: Path) -> None:
    library = litreview.load(Path(__file__).resolve().parents[2] / "references")
    settings = litreview.Configuration(style="ieee", language="en", outline=str(tmp_path / "outline.yaml"))
    written(tmp_path / "outline.yaml", "language: id\nstyle: chicago-author-date\n")
    review = litreview.draft(library, configuration=settings)
    assert (review.document.language, review.style) == ("id-ID", "http://www.zotero.org/styles/chicago-author-date")
    review = litreview.draft(library, lang="en", style="apa", configuration=settings)
    assert (review.document.language, review.style) == ("en-GB", "http://www.zotero.org/styles/apa")
    written(tmp_path / "outline.yaml", "title: x\n")
    review = litreview.draft(library, configuration=settings)
    assert (review.document.language, review.style) == ("en-GB", "http://www.zotero.org/styles/ieee")


def test_figures_of_the_file_where_the_outline_names_none(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    library = litreview.load(Path(__file__).resolve().parents[2] / "references")
    settings = litreview.Configuration(figures=("partners",))

    def drawn(review: litreview.Review) -> list[str]:
        return [block.key for block in review.document.blocks if type(block).__name__ == "Figure"]

    assert len(drawn(litreview.draft(library, configuration=settings))) == 1
    assert drawn(litreview.draft(library, configuration=settings, figures=False)) == []
    outline = written(tmp_path / "outline.yaml", "figures: [themes]\n")
    assert drawn(litreview.draft(library, configuration=settings, outline=outline)) == drawn(litreview.draft(library, outline=outline))
