"""Converting: a file of the same format comes back byte for byte, a changed study changes its own lines, choices change what they say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import litreview
from litreview.errors import UnknownName, WriteError
from litreview.formats import formats
from litreview.library.convert import convert
from litreview.record import Dates, LangText, Name, Names, Study, parse_date

BIB = """% my notes   \n@STRING( jp = "Jurnal Pelabuhan" )\n@preamble{"\\newcommand{\\x}{y}"}

@Article {muller ,  title = "{\\"U}ber St{\\"a}dte" , author = M{\\"u}ller # " and others",
\tjournal = jp, year = 1999 , note = {100% mine}}
@book{broken, title = {No end
@comment{jabref-meta: grouping}

@book(second, title = {Zwei}, author = {Abe, Ken}, year = {2001}) trailing words"""
YAML = "# mine\n- key: a   # first\n  title: Old\n  note: 'x'\n\n- {key: b, title: Other}   # flow\n"

FILES = {
    "plain.bib": BIB.encode(),
    "no final newline.bib": BIB.rstrip().encode(),
    "windows.bib": BIB.replace("\n", "\r\n").encode(),
    "macintosh.bib": BIB.replace("\n", "\r").encode(),
    "marked.bib": b"\xef\xbb\xbf" + BIB.encode(),
    "wide.bib": BIB.encode("utf-16"),
    "western.bib": BIB.replace('{\\"U}', "Ü").encode("cp1252"),
    "mixed.bib": BIB.replace('{\\"U}', "Ü").encode() + b" \xe9\xff",
    "only comments.bib": b"% nothing yet\n@comment{x}\n",
    "empty.bib": b"",
    "records.yaml": YAML.encode(),
    "windows.yaml": YAML.replace("\n", "\r\n").encode(),
}


@pytest.fixture(params=FILES, ids=str)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    path.write_bytes(FILES[path.name])
    return path


def test_what_did_not_change_comes_back_byte_for_byte(file: Path, tmp_path: Path) -> None:
    library = litreview.load(file)
    name = "yaml" if file.suffix == ".yaml" else "bibtex"
    assert tuple(litreview.convert(library, name)) == (file.read_bytes(), ())
    library.save(tmp_path / f"out{file.suffix}")
    assert (tmp_path / f"out{file.suffix}").read_bytes() == file.read_bytes()
    library.save(file)
    assert file.read_bytes() == FILES[file.name]


def changed(library: litreview.Library, **titles: str) -> litreview.Library:
    studies = tuple(attrs.evolve(s, title=LangText({"und": titles[s.key]})) if s.key in titles else s for s in library)
    return attrs.evolve(library, studies=studies)


def test_several_changed_studies_change_their_own_lines_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(BIB.encode())
    library = changed(litreview.load(path), muller="Neu", second="Dua")
    done = litreview.convert(library, "bibtex")[0].decode()
    assert done == BIB.replace('"{\\"U}ber St{\\"a}dte"', "{Neu}").replace("{Zwei}", "{Dua}")
    library.save(path)
    assert path.read_text() == done


def test_a_library_of_several_files_is_written_anew(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.bib").write_text(f"% {name}\n@book{{{name}, title={{T}}}}\n")
    data, problems = litreview.convert(litreview.load(tmp_path / "a.bib", tmp_path / "b.bib"), "bibtex")
    assert (b"%" in data, problems) == (False, ())


def test_a_study_added_to_a_file_goes_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("% mine\n@book{a, title={T}}\n")
    library = litreview.load(tmp_path / "a.bib") | litreview.Library((Study("new", "book", title=LangText({"und": "New"})),))
    assert litreview.convert(library, "bibtex")[0].decode() == "% mine\n@book{a, title={T}}\n\n@book{new,\n  title = {New},\n}\n"


def test_a_source_that_is_gone_is_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("% mine\n@book{a, title={T}}\n")
    library = litreview.load(path)
    path.unlink()
    assert litreview.convert(library, "bibtex")[0].decode() == "@book{a,\n  title = {T},\n}\n"


STUDIES = litreview.Library(
    (
        Study("z", "webpage", title=LangText({"id": "Übung"}), language="id", dates=Dates({"issued": parse_date("2020-05")})),
        Study("Y", "book", names=Names({"author": (Name(family="Émile", given="A."),)}), dates=Dates({"issued": parse_date("1999")})),
        Study(
            "x", "thesis", genre=LangText({"id": "Skripsi"}), names=Names({"author": (Name(family="Ezra"),)}), title=LangText({"en": "Ab"})
        ),
    )
)


def lines(**choices: object) -> list[str]:
    return convert(STUDIES, "bibtex", **choices)[0].decode().splitlines()  # type: ignore[arg-type]


def test_flavours_differ_in_types_and_dates() -> None:
    classic, modern = lines(flavour="bibtex"), lines(flavour="biblatex")
    assert "@misc{z," in classic
    assert "  year = {2020}," in classic
    assert "@mastersthesis{x," in classic
    assert "@online{z," in modern
    assert "  date = {2020-05}," in modern
    assert "@thesis{x," in modern
    assert "  type = {Skripsi}," in classic
    assert "  type = {Skripsi}," in modern


def test_letters_as_they_are_or_as_commands() -> None:
    assert "  title = {Übung}," in lines(latex=False)
    assert '  title = {{\\"U}bung},' in lines(latex=True)
    assert all(line.isascii() for line in lines(latex=True))


def test_fields_are_those_asked_for_in_their_order() -> None:
    assert lines(fields=("year", "title")) == [
        "@misc{z,", "  year = {2020},", "  title = {Übung},", "}", "", "@book{Y,", "  year = {1999},", "}", "",
        "@mastersthesis{x,", "  title = {Ab},", "}",
    ]  # fmt: skip


def test_a_misspelt_field_is_said() -> None:
    _, (problem,) = convert(STUDIES, "bibtex", fields=["title", "auhtor"])
    assert (problem.code, problem.get("field"), problem.get("nearest")) == ("field-in-no-entry", "auhtor", "author")


@pytest.mark.parametrize(("order", "keys"), [("key", "xYz"), ("author", "YxZ"), ("year", "YzX"), ("title", "xzY")])
def test_orders(order: str, keys: str) -> None:
    found = [line[line.index("{") + 1 : -1] for line in lines(sort=order) if line.startswith("@")]
    assert "".join(found).casefold() == keys.casefold()


def test_a_choice_of_the_same_format_is_a_new_file_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("% mine\n@book{a, title={Z}}\n")
    data, problems = convert(litreview.load(tmp_path / "a.bib"), "bibtex", flavour="bibtex")
    assert data == b"@book{a,\n  title = {Z},\n}\n"
    assert [(p.code, p.severity) for p in problems] == [("written-anew", "info")]


@pytest.mark.parametrize("name", [f.name for f in formats() if f.write is not None])
def test_every_format_heeds_the_choices_that_it_names_and_refuses_the_others(name: str) -> None:
    (format,) = (f for f in formats() if f.name == name)
    choices: dict[str, Callable[[], object]] = {
        "flavour": lambda: convert(STUDIES, name, flavour=format.flavours[-1] if format.flavours else "biblatex"),
        "unicode": lambda: convert(STUDIES, name, latex=True),
        "fields": lambda: convert(STUDIES, name, fields=["title"]),
    }
    for choice, made in choices.items():
        if choice in format.layout:
            assert made() != convert(STUDIES, name)
        else:
            with pytest.raises(WriteError, match="no option"):
                made()
    assert convert(STUDIES, name, sort="key") != convert(STUDIES, name)


def test_unknown_choices_are_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="biblatex"):
        convert(STUDIES, "bibtex", flavour="biblatx")
    with pytest.raises(UnknownName, match="author"):
        convert(STUDIES, "bibtex", sort="autor")
