"""Commands in a folder with ``litreview.toml``: it stands in for options that are not given."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

import litreview
from tests.api.test_add import DOUBTFUL
from tests.writers.university import thesis

Run = Callable[..., tuple[int, list[str], list[str]]]

FACULTY = '[officials]\nkinds = ["data"]\nid = ["wawancara pejabat"]\nen = ["interviews with officials"]\n'


def says(text: str) -> None:
    Path("litreview.toml").write_text(text, encoding="utf-8")


def text(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


def part(path: str, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_style_and_language_of_a_draft_and_what_goes_before_them(run: Run) -> None:
    says('style = "ieee"\nlanguage = "en"\n')
    assert run("draft", "lee.yaml", "-o", "a.md")[0] == 0
    assert "Literature Review" in text("a.md")
    assert "[1] A. Lee" in text("a.md").replace("\\", "")
    assert run("draft", "lee.yaml", "-o", "b.md", "--lang", "id", "--style", "apa")[0] == 0
    assert "Lee, A. (2019)." in text("b.md")
    assert "Daftar Pustaka" in text("b.md")
    Path("plan.yaml").write_text("language: id\n", encoding="utf-8")
    assert run("draft", "lee.yaml", "-o", "c.md", "--outline", "plan.yaml")[0] == 0
    assert "Daftar Pustaka" in text("c.md")
    assert "[1] A. Lee" in text("c.md").replace("\\", "")


def test_the_same_as_the_options_on_the_command_line(run: Run, tmp_path: Path) -> None:
    given = ["--lang", "en", "--style", "ieee", "--citations", "zotero", "--contents", "--backlinks", "none", "--layout", "neutral"]
    assert run("draft", "lee.yaml", "-o", "bab2.docx", *given, "--evidence", "comments")[0] == 0
    asked = Path("bab2.docx").read_bytes()
    says(
        'language = "en"\nstyle = "ieee"\ncitations = "zotero"\ncontents = true\nbacklinks = "none"\nlayout = "neutral"\nevidence = "comments"\n'
    )
    assert run("draft", "lee.yaml", "-o", "bab2.docx")[0] == 0
    assert Path("bab2.docx").read_bytes() == asked
    assert run("draft", "lee.yaml", "-o", "bab2.docx", "--no-contents", "--citations", "plain")[0] == 0
    assert "TOC" not in part("bab2.docx")
    assert "ADDIN ZOTERO" not in part("bab2.docx")


@pytest.mark.parametrize("output", ["a.md", "a.html", "a.txt", "a.tex", "a.json"])
def test_an_output_leaves_alone_what_it_has_no_use_for(run: Run, output: str) -> None:
    assert run("draft", "lee.yaml", "-o", output, "--lang", "id")[0] == 0
    bare = text(output)
    says('citations = "zotero"\ntemplate = "none.docx"\ninsert-at = "x"\nlayout = "neutral"\nevidence = "comments"\nlanguage = "id"\n')
    code, _, err = run("draft", "lee.yaml", "-o", output)
    assert (code, err[-1]) == (0, f"{output}: written (studies: 1)")
    assert text(output) == bare


def test_a_template_and_its_mark_lie_beside_the_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = thesis()
    (tmp_path / "kampus.docx").write_bytes(given)
    says('template = "kampus.docx"\ninsert-at = "Metodologi Riset"\nlanguage = "id"\n')
    (tmp_path / "chapters").mkdir()
    monkeypatch.chdir(tmp_path / "chapters")
    assert run("draft", "../lee.yaml", "-o", "bab2.docx")[0] == 0
    words = [paragraph.text for paragraph in docx.Document("bab2.docx").paragraphs]
    assert words.index("Metodologi Riset") < words.index("Daftar Pustaka") < words.index("Lampiran")
    assert run("bibliography", "../lee.yaml", "-o", "list.docx")[0] == 0
    words = [paragraph.text for paragraph in docx.Document("list.docx").paragraphs]
    assert words.index("Metodologi Riset") < words.index("Daftar Pustaka") < words.index("Lampiran")
    code, _, err = run("draft", "../lee.yaml", "-o", "../kampus.docx")
    assert (code, len(err)) == (2, 1)
    assert (tmp_path / "kampus.docx").read_bytes() == given


def test_the_mark_of_the_file_is_not_for_another_template(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.docx").write_bytes(thesis())
    says('template = "none.docx"\ninsert-at = "Nowhere"\nlanguage = "id"\n')
    assert run("draft", "lee.yaml", "-o", "a.docx", "--template", "other.docx")[0] == 0
    with_file = Path("a.docx").read_bytes()
    Path("litreview.toml").unlink()
    assert run("draft", "lee.yaml", "-o", "a.docx", "--template", "other.docx", "--lang", "id")[0] == 0
    assert Path("a.docx").read_bytes() == with_file


def test_what_is_missing_is_told_when_it_is_used(run: Run) -> None:
    says('template = "none.docx"\noutline = "none.yaml"\nconcepts = ["none.toml"]\n')
    assert run("bibliography", "lee.yaml")[0] == 1
    assert run("styles", "apa")[0] == 0
    code, _, err = run("draft", "lee.yaml", "-o", "a.docx")
    assert (code, len(err)) == (2, 1)
    assert err[0].startswith("litreview: none.yaml: ")
    says('template = "none.docx"\n')
    code, _, err = run("draft", "lee.yaml", "-o", "a.docx")
    assert (code, len(err)) == (2, 1)
    assert err[0].startswith("litreview: none.docx: ")


@pytest.mark.parametrize(
    "command", ["draft lee.yaml -o a.md", "bibliography lee.yaml", "themes lee.yaml", "check lee.yaml", "convert lee.yaml --to bibtex"]
)
def test_a_broken_file_is_one_line(run: Run, command: str) -> None:
    says('style = "apa"\nlanguage = \n')
    code, out, err = run(*command.split())
    assert (code, out, len(err)) == (2, [], 1)
    assert err[0].startswith("litreview: litreview.toml:2: ")
    says('\ncontents = "ya"\n')
    code, out, err = run(*command.split(), lang="id_ID.UTF-8")
    assert (code, out, len(err)) == (2, [], 1)
    assert err[0].startswith("litreview: litreview.toml:2: untuk contents seharusnya ada true atau false")


def test_an_unknown_key_is_told_and_the_rest_counts(run: Run) -> None:
    says('stile = "ieee"\nlanguage = "en"\n')
    code, out, err = run("bibliography", "lee.yaml")
    assert (code, out[0]) == (0, "REFERENCES")
    assert err[0] == 'litreview.toml:1: there is no setting "stile", so it is not used: did you mean "style"?'


def test_the_outline_of_the_file_is_followed_and_is_no_source(run: Run, tmp_path: Path) -> None:
    Path("kerangka.yaml").write_text("title: Kajian\nlanguage: id\nchapter: 3\n", encoding="utf-8")
    says('outline = "kerangka.yaml"\n')
    code, _, err = run("draft", ".", "-o", "a.md")
    assert (code, err[-1]) == (0, "a.md: written (studies: 1)")
    assert "Kajian" in text("a.md")
    code, out, _ = run("check", ".")
    assert (code, out) == (0, [])
    assert run("check", "a.md", "--sources", "lee.yaml")[:2] == (0, [])
    assert run("evidence", "a.md", "--sources", "lee.yaml")[0] == 0
    Path("other.yaml").write_text("title: Lain\n", encoding="utf-8")
    assert run("draft", "lee.yaml", "-o", "a.md", "--outline", "other.yaml")[0] == 0
    assert "Lain" in text("a.md")


def test_nothing_is_written_over_the_files_that_it_names(run: Run) -> None:
    says('outline = "plan.yaml"\ntemplate = "kampus.docx"\n')
    Path("plan.yaml").write_text("chapter: 3\n", encoding="utf-8")
    template = thesis()
    Path("kampus.docx").write_bytes(template)
    for command, output in (("convert", "plan.yaml"), ("draft", "kampus.docx"), ("bibliography", "kampus.docx")):
        assert run(command, "lee.yaml", "-o", output)[0] != 0
    said = litreview.configuration()
    for made in (litreview.draft("lee.yaml", configuration=said), litreview.bibliography("lee.yaml", configuration=said)):
        with pytest.raises(litreview.WriteError, match=r"kampus\.docx"):
            made.save("kampus.docx")
    with pytest.raises(litreview.WriteError, match=r"kampus\.docx"):
        litreview.outline("lee.yaml", configuration=said).save("kampus.docx")
    assert text("plan.yaml") == "chapter: 3\n"
    assert Path("kampus.docx").read_bytes() == template


def test_paths_are_read_as_the_file_says(run: Run) -> None:
    says('outline = "studies/plan.yaml"\nconcepts = "fakultas.toml"\n')
    Path("fakultas.toml").write_text(FACULTY, encoding="utf-8")
    Path("studies").mkdir()
    Path("lee.yaml").rename("studies/lee.yaml")
    Path("studies/plan.yaml").write_text("chapter: 3\n", encoding="utf-8")
    said = litreview.configuration()
    review = litreview.draft("studies", configuration=said)
    assert [one.id for one in review.library.concepts] == ["officials"]
    assert [problem.code for problem in review.library.problems] == []
    own = litreview.load(litreview.load("studies/lee.yaml"), concepts=said.concepts)
    assert [one.id for one in own.concepts] == ["officials"]


def test_a_first_outline_is_in_the_language_and_style_of_the_file(run: Run) -> None:
    says('style = "ieee"\nlanguage = "en"\n')
    assert run("themes", "lee.yaml", "-o", "kerangka.yaml")[0] == 0
    assert "language: en\nstyle: ieee\n" in text("kerangka.yaml")
    assert run("themes", "lee.yaml", "-o", "indonesia.yaml", "--lang", "id")[0] == 0
    assert "language: id\nstyle: ieee\n" in text("indonesia.yaml")


@pytest.mark.parametrize(("lang", "label"), [("id", "wawancara pejabat"), ("en", "interviews with officials")])
def test_own_concepts_count_in_every_command(run: Run, lang: str, label: str) -> None:
    Path("fakultas.toml").write_text(FACULTY, encoding="utf-8")
    more = text("lee.yaml").replace("Interviews with officials were used.", "Data were collected through interviews with officials.")
    Path("lee.yaml").write_text(more + more.replace("lee2019", "lee2020").replace("Motives", "Ports"), encoding="utf-8")
    says(f'concepts = ["fakultas.toml"]\nlanguage = "{lang}"\n')
    assert run("draft", "lee.yaml", "-o", "a.docx")[0] == 0
    assert label in part("a.docx")
    assert run("check", "a.docx", "--sources", "lee.yaml")[:2] == (0, [])
    assert run("check", "a.docx")[:2] == (0, [])
    Path("page.txt").write_text(
        "Two Ports\n\nAnn Lee\n\nAbstract\n\nThis study asks why two ports work together. Data were collected through interviews with officials.",
        encoding="utf-8",
    )
    assert run("convert", "page.txt", "-o", "page.yaml")[0] == 0
    assert "concept: officials" in text("page.yaml")
    Path("new").mkdir()
    run("add", "page.txt", "--into", "new")
    assert "concept: officials" in text(str(next(Path("new").iterdir())))


def test_a_broken_table_of_concepts_is_told_and_left_out(run: Run) -> None:
    Path("fakultas.toml").write_text(FACULTY.replace("kinds", "kind"), encoding="utf-8")
    says('concepts = ["fakultas.toml"]\n')
    code, _, err = run("draft", "lee.yaml", "-o", "a.md")
    assert code == 1
    assert err[0].startswith("fakultas.toml:")
    assert Path("a.md").is_file()


def test_comments_of_new_records_are_in_the_language_of_the_file(run: Run) -> None:
    Path("page.txt").write_text(DOUBTFUL, encoding="utf-8")
    comments = {}
    for tag in ("id", "en"):
        says(f'language = "{tag}"\n')
        run("add", "page.txt", "--into", tag)
        comments[tag] = text(str(next(Path(tag).iterdir())))
    assert "# periksa" in comments["id"]
    assert "# check" in comments["en"]


def test_config_says_what_holds_and_from_where(run: Run, tmp_path: Path) -> None:
    assert "there is no litreview.toml" in run("config")[2][-1]
    (tmp_path / "litreview.toml").write_text('# ours\nstyle = "ieee"\ncontents = true\n', encoding="utf-8")
    (tmp_path / "below").mkdir()
    os.chdir(tmp_path / "below")
    code, out, err = run("config")
    place = os.path.join("..", "litreview.toml")
    assert code == 0
    assert any(line.split() == ["style", "ieee", f"({place}:2)"] for line in out)
    assert any(line.split() == ["contents", "true", f"({place}:3)"] for line in out)
    assert any(line.split()[:2] == ["template", "–"] for line in out)
    assert "the command line goes before them" in err[-1]


def test_one_file_of_settings_serves_many_folders(run: Run, tmp_path: Path) -> None:
    record = (tmp_path / "lee.yaml").read_text(encoding="utf-8")
    (tmp_path / "litreview.toml").write_text('style = "ieee"\nlanguage = "en"\n', encoding="utf-8")
    for student in ("ani", "budi", "citra"):
        (tmp_path / "class" / student).mkdir(parents=True)
        if student != "citra":
            (tmp_path / "class" / student / "lee.yaml").write_text(record, encoding="utf-8")
    code, _, err = run("draft", "--each", "class/*")
    assert code == 2
    assert err[-1] == "folders: 3; done: 2; with problems: 0; failed: 1"
    assert (tmp_path / "class" / "ani" / "chapter2.docx").is_file()
    assert (tmp_path / "class" / "budi" / "chapter2.docx").is_file()
    assert "no folder fits nowhere/*" in run("draft", "--each", "nowhere/*")[2][0]
