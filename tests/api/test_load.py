"""Reading files and folders: what is a source, what is passed over, and what stops everything."""

from __future__ import annotations

import os
from pathlib import Path

import attrs
import pytest

import litreview
from litreview.errors import ReadError, UnknownName
from litreview.record import LangText
from tests.api.files import put

LEE = "- key: lee2019\n  type: book\n  title: {en: Motives}\n  issued: 2019\n"
PUTRI = '[{"id": "putri2020", "type": "book", "title": "Outcomes", "language": "en"}]'
PAGE = """\
**Alasan Dua Kota Bekerja Sama**

Sri Wulandari

ABSTRAK

Penelitian ini membahas alasan dua kota bekerja sama. Metode yang digunakan adalah kualitatif dengan wawancara.
Hasil penelitian menunjukkan kepentingan yang sama.

Kata kunci: kota kembar, kerja sama
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path, "b.yaml", LEE)
    put(tmp_path, "a/putri.json", PUTRI)
    put(tmp_path, "c page.txt", PAGE)
    return tmp_path


def codes(library: litreview.Library, severity: str = "") -> list[str]:
    return [p.code for p in library.problems if not severity or p.severity == severity]


def failure(*paths: str | Path, **options: str) -> ReadError:
    with pytest.raises(ReadError) as raised:
        litreview.load(*paths, **options)
    return raised.value


def test_a_folder_is_every_readable_file_below_it_by_path(folder: Path) -> None:
    library = litreview.load(folder)
    assert [study.key for study in library][:2] == ["putri2020", "lee2019"]
    assert len(library) == 3
    assert "warning" not in {p.severity for p in library.problems}


def test_a_page_is_read_and_its_aspects_are_found(folder: Path) -> None:
    study = litreview.load(folder / "c page.txt").studies[0]
    assert (study.title["id"], study.author[0].family) == ("Alasan Dua Kota Bekerja Sama", "Wulandari")
    method = study.aspects.method
    assert method
    evidence = method[0].evidence[0]
    assert evidence.quote in study.abstract["id"]
    assert evidence.page is not None
    assert PAGE[evidence.page.start : evidence.page.end] == evidence.page.quote


def test_sources_keep_the_order_in_which_they_are_given(folder: Path) -> None:
    assert litreview.load(folder / "b.yaml", folder / "a" / "putri.json").keys() == ("lee2019", "putri2020")
    assert litreview.load(folder / "a", folder / "b.yaml").keys() == ("putri2020", "lee2019")


def test_a_file_given_twice_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert litreview.load("b.yaml", folder, folder / "a" / ".." / "b.yaml").keys()[0] == "lee2019"
    assert len(litreview.load("b.yaml", folder)) == 3


def test_hidden_files_and_folders_are_left_out(folder: Path) -> None:
    put(folder, ".git/x.yaml", LEE.replace("lee", "hidden"))
    put(folder, ".hidden.yaml", LEE.replace("lee", "hidden"))
    put(folder, "~$open.yaml", b"\xff\xff")
    assert len(litreview.load(folder)) == 3


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_circle_of_links_ends(folder: Path) -> None:
    (folder / "a" / "up").symlink_to(folder)
    (folder / "loop.yaml").symlink_to("loop.yaml")
    assert len(litreview.load(folder)) == 3


def test_what_is_no_source_is_passed_over_and_told(folder: Path) -> None:
    for name in ("README.md", "lee.odt", "a/notes.rtf"):
        put(folder, name, "Abstract\n\nThis is no study.")
    library = litreview.load(folder)
    assert len(library) == 3
    (told,) = [p for p in library.problems if p.code == "files-passed-over"]
    assert (told.severity, told.get("count")) == ("info", "3")
    assert all(name in (told.get("names") or "") for name in ("README.md", "lee.odt", "notes.rtf"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("package.json", '{"name": "x", "version": "1.0.0", "dependencies": {}}'),
        ("expected.json", '{"page1.txt": {"title": "A", "author": null}, "page2.txt": {"title": "B"}}'),
        ("numbers.json", "[1, 2, 3]"),
        ("config.yml", "site: x\nnav: [a, b]\n"),
    ],
)
def test_data_that_is_no_bibliography_is_a_problem_and_no_study(folder: Path, name: str, text: str) -> None:
    put(folder, name, text)
    library = litreview.load(folder)
    assert len(library) == 3
    assert [p.origin.file for p in library.problems if p.severity != "info"] == [str(folder / name)]


def test_a_text_without_an_abstract_is_passed_over_in_a_folder(folder: Path) -> None:
    put(folder, "todo.txt", "buy paper\n")
    library = litreview.load(folder)
    assert (len(library), codes(library, "warning")) == (3, ["page-passed-over"])


def test_a_broken_file_among_sound_ones_is_an_error_and_stops_that_file_alone(folder: Path) -> None:
    put(folder, "broken.yaml", "- key: a\n\ttitle: x\n")
    library = litreview.load(folder)
    assert len(library) == 3
    (broken,) = [problem for problem in library.problems if problem.severity == "error"]
    assert (broken.origin.file, broken.origin.line) == (str(folder / "broken.yaml"), 2)
    assert failure(folder / "broken.yaml").line == 2


def test_pages_whose_made_up_keys_meet_get_different_ones(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt"):
        put(tmp_path, name, PAGE.replace("**Alasan Dua Kota Bekerja Sama**\n\nSri Wulandari\n\n", "").replace("alasan", f"alasan {name}"))
    library = litreview.load(tmp_path)
    assert len(set(library.keys())) == 2
    assert "duplicate-key" not in codes(library)


def test_given_keys_that_meet_are_told(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", LEE)
    put(tmp_path, "b.yaml", LEE.replace("Motives", "Outcomes"))
    library = litreview.load(tmp_path)
    assert library.keys() == ("lee2019", "lee2019-2")
    assert codes(library, "warning") == ["duplicate-key"]


def test_a_named_format_overrules_the_suffix(tmp_path: Path) -> None:
    path = put(tmp_path, "export.dat", PUTRI)
    assert litreview.load(path, format="csl-json").keys() == ("putri2020",)
    assert len(litreview.load(put(tmp_path, "abstract.dat", PAGE), format="page")) == 1
    with pytest.raises(UnknownName, match="csl-jso"):
        litreview.load(path, format="csl-jso")


def test_a_named_format_keeps_the_files_of_that_format(folder: Path) -> None:
    assert litreview.load(folder, format="csl-json").keys() == ("putri2020",)
    assert len(litreview.load(folder, format="page")) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le-bom"])
def test_text_with_a_mark_of_its_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    data = b"\xff\xfe" + PAGE.encode("utf-16-le") if encoding == "utf-16-le-bom" else PAGE.encode(encoding)
    assert litreview.load(put(tmp_path, "a.txt", data)).studies[0].author[0].family == "Wulandari"


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    plain, windows = put(tmp_path, "a.txt", PAGE), put(tmp_path, "b.txt", PAGE.replace("\n", "\r\n"))
    one, other = litreview.load(plain).studies[0], litreview.load(windows).studies[0]
    assert (one.title, one.abstract, one.keywords) == (other.title, other.abstract, other.keywords)


def test_another_encoding_is_not_guessed(tmp_path: Path) -> None:
    error = failure(put(tmp_path, "a.txt", PAGE.replace("Alasan", "“Alasan”").encode("cp1252")))
    assert (error.line, error.problem and error.problem.code) == (1, "not-utf-8")
    assert "UTF-8" in str(error)


def test_what_cannot_be_read_names_the_next_step(tmp_path: Path) -> None:
    put(tmp_path, "lee.yaml", LEE)
    assert 'did you mean "' in str(failure(tmp_path / "le.yaml"))
    assert "check the spelling" in str(failure(tmp_path / "no" / "such.yaml"))
    assert "nothing in this folder" in str(failure(put(tmp_path, "empty/.keep", "").parent))
    assert ".yaml" in str(failure(put(tmp_path, "lee.odt", "PK")))
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "neither a file nor a folder" in str(failure(tmp_path / "pipe.yaml"))
    failure("a\0b.yaml")


def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    assert len(litreview.load(folder)) == 3


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(65 * 2**20)
    assert "larger than 64 MB" in str(failure(path))


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = put(tmp_path, "a.yaml", LEE)
    path.chmod(0)
    assert "permission denied" in str(failure(path))


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.json", "c.bib"):
        library = litreview.load(put(tmp_path, name, ""))
        assert (len(library), len(library.problems)) == (0, 1), name


def test_the_library_has_its_methods(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    library = litreview.load(folder / "b.yaml")
    assert "@book{lee2019" in library.to_bibtex()
    assert '"id": "lee2019"' in library.to_csl_json()
    assert "key: lee2019" in library.to_yaml()
    out = tmp_path_factory.mktemp("out") / "all.bib"
    library.save(out)
    assert out.read_text(encoding="utf-8") == library.to_bibtex()
    with pytest.raises(UnknownName, match=r"\.xyz"):
        library.save(out.with_suffix(".xyz"))
    assert "<td>lee2019</td>" in library._repr_html_()
    assert isinstance(library | library, litreview.Library)
    assert isinstance(library.filter(lambda s: False), litreview.Library)


def test_saving_to_the_file_it_came_from_keeps_what_nobody_changed(tmp_path: Path) -> None:
    path = put(
        tmp_path, "lee.yaml", "# mine\n- key: lee2019   # a good one\n  type: book\n  title: {en: Motives}\n  issued: 2019\n  tags: [x]\n"
    )
    library = litreview.load(path)
    assert library.save(path).problems == ()
    assert path.read_text(encoding="utf-8").startswith("# mine\n- key: lee2019   # a good one\n")
    study = attrs.evolve(library["lee2019"], title=LangText({"en": "Reasons"}))
    litreview.Library((study,)).save(path)
    text = path.read_text(encoding="utf-8")
    assert "# a good one" in text
    assert "Reasons" in text
    assert "tags: [x]" in text
    litreview.Library((study,)).save(tmp_path / "other.yaml")
    assert (tmp_path / "other.yaml").read_text(encoding="utf-8") == text
