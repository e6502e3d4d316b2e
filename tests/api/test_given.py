"""What may be given where studies are needed: the same everywhere, and in words what may not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pandas
import pytest

import litreview
from litreview.errors import WrongType
from litreview.record import Library as Record
from tests.api.files import put

LEE = "- key: lee2019\n  type: book\n  title: {en: Motives of twin towns}\n  author: [{family: Lee, given: Ann}]\n  issued: 2019\n  abstract: {en: This study asks why two towns work together. Interviews with officials were used.}\n"
ABE = "@book{abe, title={Harbours and hinterlands}, author={Abe, K.}, year=2001, isbn={978 0 306 40615 7}}\n"

TAKES: dict[str, Callable[[Any], object]] = {
    "load": lambda given: litreview.load(given).keys(),
    "draft": lambda given: litreview.draft(given, lang="en").document,
    "bibliography": lambda given: litreview.bibliography(given, lang="en").entries,
    "check": lambda given: litreview.check(given),
    "fix": lambda given: [file.after for file in litreview.fix(given).files],
    "keys": lambda given: litreview.keys(given, formula="{Family}").changes,
    "rename_keys": lambda given: [file.after for file in litreview.rename_keys(given, formula="{Family}").files],
    "find_duplicates": lambda given: litreview.find_duplicates(given).result,
    "merge_duplicates": lambda given: litreview.merge_duplicates(given, dry_run=True).files,
    "convert": lambda given: litreview.convert(given, "yaml").data,
    "matrix": lambda given: litreview.matrix(given, "method").rows,
    "outline": lambda given: litreview.outline(given).text,
    "evidence": lambda given: litreview.evidence(litreview.draft(given, lang="en"), given),
    "check_draft": lambda given: litreview.check_draft(litreview.draft(given, lang="en"), given),
    "Manuscript": lambda given: litreview.Manuscript(docx.Document(), given).library.keys(),
    "citation_text": lambda given: litreview.citation_text(given, "lee2019"),
    "add": lambda given: litreview.add(given, into=Path("into")).entries,
}  # fmt: skip

JUDGING = ("evidence", "check_draft")
"""Those that take a draft first."""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Makes the folder ``src`` with two files anew, in the working folder."""
    monkeypatch.chdir(tmp_path)

    def make() -> Path:
        for path in tmp_path.glob("into/*"):
            path.unlink()
        put(tmp_path, "src/lee.yaml", LEE)
        put(tmp_path, "src/abe.bib", ABE)
        return Path("src")

    return make


GIVEN: dict[str, Callable[[Path], object]] = {
    "a path as text": str,
    "a library": litreview.load,
    "a library of the record": lambda folder: Record(**{name: getattr(litreview.load(folder), name) for name in ("studies", "problems", "sources")}),
    "several paths": lambda folder: [folder / "abe.bib", str(folder / "lee.yaml")],
    "a path and a library": lambda folder: (folder / "abe.bib", litreview.load(folder / "lee.yaml")),
    "two libraries": lambda folder: [litreview.load(folder / "abe.bib"), litreview.load(folder / "lee.yaml")],
}  # fmt: skip


@pytest.mark.parametrize("name", TAKES)
def test_every_function_takes_what_the_others_take(made: Callable[[], Path], name: str) -> None:
    expected = TAKES[name](made())
    assert expected or name in ("check", "check_draft", "merge_duplicates")
    for what, given in GIVEN.items():
        assert TAKES[name](given(made())) == expected, what


WRONG: list[tuple[object, str]] = [
    (None, "not None: give a path or a Library"),
    (7, "not 7 (int): give a path or a Library"),
    ([], "it is empty"),
    (pandas.DataFrame([{"a": 1}]), "not DataFrame: give a path or a Library"),
    ("@book{abe, title={Harbours}}", "this is text: litreview.loads(text)"),
    ('[{"id": "abe"}]', "this is text: litreview.loads(text)"),
    (LEE, "this is text: litreview.loads(text)"),
    (b"@book{abe, title={Harbours}}", "litreview.loads(text)"),
    (litreview.Study("abe"), "not Study: litreview.Library([study])"),
    ([litreview.Study("abe")], "litreview.Library([study])"),
    ([{"id": "abe"}], "litreview.Library([litreview.Study.from_csl(item)])"),
    ([["abe.bib"]], "give paths and libraries in one list"),
]


@pytest.mark.parametrize("name", TAKES)
def test_anything_else_is_refused_with_the_next_step(made: Callable[[], Path], name: str) -> None:
    made()
    for given, words in WRONG:
        if given is None and name in JUDGING:
            continue  # nobody names the studies
        call = (lambda given: getattr(litreview, name)("bab2.md", given)) if name in JUDGING else TAKES[name]
        with pytest.raises(WrongType) as raised:
            call(given)
        assert isinstance(raised.value, TypeError)
        assert "this needs a path or a Library, not " in str(raised.value)
        assert words in str(raised.value)


@pytest.mark.parametrize("name", JUDGING)
def test_a_draft_is_a_path_or_a_review(made: Callable[[], Path], name: str) -> None:
    with pytest.raises(WrongType, match=r"a draft: a path or a Review, not Library: litreview.draft\(library\) makes one"):
        getattr(litreview, name)(litreview.load(made()))


def test_a_path_that_is_missing_is_no_text() -> None:
    for path in ("[notes].bib", "@home.bib", "{a}.yaml", "a\0b"):
        with pytest.raises(litreview.ReadError):
            litreview.load(path)


def test_a_library_means_its_files(made: Callable[[], Path]) -> None:
    library = litreview.load(made())
    assert [Path(file.path).name for file in litreview.fix(library).files] == ["abe.bib"]
    changes = litreview.rename_keys(litreview.load("src"), formula="{Family}")
    assert [Path(file.path).name for file in changes.files] == ["abe.bib", "lee.yaml"]
    assert litreview.load("src").keys() == ("Abe", "Lee")


def test_a_filtered_library_leaves_the_rest_of_its_files_alone(made: Callable[[], Path]) -> None:
    library = litreview.load(made()).filter(lambda study: study.key == "lee2019")
    assert [Path(file.path).name for file in litreview.rename_keys(library, formula="{Family}").files] == ["lee.yaml"]
    assert litreview.load("src").keys() == ("abe", "Lee")


def test_an_outline_among_the_studies_is_left_out(made: Callable[[], Path]) -> None:
    folder = made()
    plan = put(folder, "plan.yaml", "chapter: 3\n")
    review = litreview.draft(folder, outline=plan, lang="en")
    assert "no-bibliography" not in {problem.code for problem in review.library.problems}
    made_outline = litreview.outline(folder, plan)
    assert "no-bibliography" not in {problem.code for problem in made_outline.problems}


@pytest.mark.parametrize(
    ("text", "format", "keys"),
    [
        (ABE, None, ("abe",)),
        (ABE.encode(), None, ("abe",)),
        (LEE, None, ("lee2019",)),
        ('[{"id": "two", "type": "book", "title": "Rivers"}]', None, ("two",)),
        ("TY  - BOOK\nID  - x\nTI  - Tides\nER  - \n", None, ("x",)),
        ("TY  - BOOK\nID  - x\nTI  - Tides\nER  - \n".encode("utf-16"), "ris", ("x",)),
        (
            "Kota Kembar dan Desa\n\nSri Wulandari\n\nAbstrak\n\nStudi ini bertujuan menjelaskan alasan dua kota.\n",
            None,
            ("wulandari-kota-nd",),
        ),
        (
            "Kota Kembar dan Desa\n\nSri Wulandari\n\nAbstrak\n\nStudi ini bertujuan menjelaskan alasan dua kota.\n",
            "page",
            ("wulandari-kota-nd",),
        ),
        ("@book{a, title={A}}\n@book{a, title={B}}", None, ("a", "a-2")),
    ],
)
def test_a_text_is_read_as_what_it_begins_like(text: str | bytes, format: str | None, keys: tuple[str, ...]) -> None:
    library = litreview.loads(text, format)
    assert library.keys() == keys
    assert isinstance(library, litreview.Library)


def test_a_text_that_cannot_be_read() -> None:
    for text, format in (("TY  - BOOK", "docx"), ("x", "bibtx")):
        with pytest.raises(litreview.UnknownName):
            litreview.loads(text, format)
    for text, format in (("- key: [", "yaml"), (b"caf\xe9", None), ("[", "csl-json")):
        with pytest.raises(litreview.ReadError):
            litreview.loads(text, format)
    assert [problem.code for problem in litreview.loads("", "bibtex").problems] == ["no-studies"]


def test_csl_items_become_studies() -> None:
    item = {"id": "lee", "type": "book", "title": "Ports", "issued": {"date-parts": [["2019"]]}, "autor": 7}
    study = litreview.Study.from_csl(item)
    library = litreview.Library.from_csl([item, item])
    assert (study.key, study.issued and study.issued.edtf(), study.extra) == ("lee", "2019", (("csl-json:autor", "7"),))
    assert library.keys() == ("lee", "lee-2")
    assert {problem.code for problem in library.problems} >= {"unknown-field-near", "duplicate-key"}
    assert litreview.Study.from_csl({}).key == ""
    assert litreview.Library([study]).studies == (study,)


def test_a_citation_as_text() -> None:
    library = litreview.loads(ABE + "@book{kim, author={Kim, S. and Ono, T.}, title={Tides}, year=2001}")
    assert litreview.citation_text(library, "abe", "kim", lang="en") == "(Abe, 2001; Kim & Ono, 2001)"
    assert litreview.citation_text(library, "kim", locator="3-5", label="chapter", lang="en") == "(Kim & Ono, 2001, Chapters 3–5)"
    assert litreview.citation_text(library, "kim", mode="narrative") == "Kim dan Ono (2001)"
    assert litreview.citation_text(library, "kim", style="ieee") == "[1]"
    with pytest.raises(litreview.UnknownName, match='did you mean "kim"'):
        litreview.citation_text(library, "kin")
    with pytest.raises(litreview.WriteError):
        litreview.citation_text(library)


def test_what_is_converted_is_told_and_saved(made: Callable[[], Path]) -> None:
    made()
    library = litreview.loads("- key: a\n  type: book\n  title: {en: Tides, id: Pasang}\n  aspects: {method: null}\n")
    found = litreview.convert(library, "ris")
    data, problems = found
    assert (data, problems) == (found.data, found.problems) == (found[0], found[1])
    assert problems
    saved = found.save("out.ris")
    assert (saved.path, saved.problems, list(saved), len(saved)) == (Path("out.ris"), problems, list(problems), len(problems))
    assert Path("out.ris").read_bytes() == data
