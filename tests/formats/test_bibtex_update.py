"""`.bib` files changed in place."""

from __future__ import annotations

import difflib
import random
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from litreview.errors import WriteError
from litreview.formats.bibtex import read_bibtex, update_bibtex
from litreview.formats.bibtex.entry import differences
from litreview.formats.bibtex.natural import fresh
from litreview.record import Dates, LangText, Name, Names, Study, Variables, parse_date

CASES = Path(__file__).resolve().parent.parent / "cases" / "formats" / "bibtex"

FILE = """% my books, 2010-2020
@string{jk = "Jurnal Kota"}

@comment{keep me}
@Article{lee2019,
   AUTHOR  = "Lee, Ann",
   TITLE   = "Twin {C}ities",
   JOURNAL = jk,
   YEAR    = 2019,
   PAGES   = "1--9"
}
text between
@book{kim,title={Old},year={2001},note={n},}

  @misc{last,
  title = {Last},
  url = {https://example.org/a%20b}
  }
% end"""


def changed(text: str, key: str, change: Callable[[Study], Study | None]) -> list[str]:
    """The lines taken out and put in when one study changes."""
    studies = read_bibtex(text.encode())[0]
    new = [study for old in studies if (study := change(old) if old.key == key else old) is not None]
    data, _ = update_bibtex(text.encode(), new)
    back = read_bibtex(data)[0]
    assert [differences(fresh(a), b) for a, b in zip(new, back, strict=True)] == [[]] * len(new)
    lines = difflib.unified_diff(text.split("\n"), data.decode().split("\n"), lineterm="", n=0)
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


def titled(text: str) -> Callable[[Study], Study]:
    return lambda s: attrs.evolve(s, title=LangText({"und": text}))


def with_variables(**values: str) -> Callable[[Study], Study]:
    added = {name.replace("_", "-"): LangText({"und": text}) for name, text in values.items()}
    return lambda s: attrs.evolve(s, variables=Variables({**s.variables, **added}))


def without(*names: str) -> Callable[[Study], Study]:
    return lambda s: attrs.evolve(s, variables=Variables({n: v for n, v in s.variables.items() if n not in names}))


@pytest.mark.parametrize(
    ("key", "change", "lines"),
    [
        ("lee2019", titled("New & old"), ['-   TITLE   = "Twin {C}ities",', '+   TITLE   = "New \\& old",']),
        ("lee2019", titled('A "quoted" one'), ['-   TITLE   = "Twin {C}ities",', '+   TITLE   = {A "quoted" one},']),
        ("lee2019", lambda s: attrs.evolve(s, dates=Dates({"issued": parse_date("2020")})), ["-   YEAR    = 2019,", "+   YEAR    = 2020,"]),
        (
            "lee2019",
            lambda s: attrs.evolve(s, names=Names({"author": (Name(family="Lee", given="Bo"), Name(literal="WHO"))})),
            ['-   AUTHOR  = "Lee, Ann",', '+   AUTHOR  = "Lee, Bo and {WHO}",'],
        ),
        ("lee2019", with_variables(container_title="Kota"), ["-   JOURNAL = jk,", "+   JOURNAL = {Kota},"]),
        ("lee2019", without("page"), ['-   PAGES   = "1--9"']),
        ("lee2019", with_variables(volume="4"), ['-   PAGES   = "1--9"', '+   PAGES   = "1--9",', "+   VOLUME  = {4}"]),
        ("lee2019", lambda s: attrs.evolve(s, key="lee2019a"), ["-@Article{lee2019,", "+@Article{lee2019a,"]),
        ("lee2019", lambda s: attrs.evolve(s, type="book"), None),
        ("kim", titled("New"), ["-@book{kim,title={Old},year={2001},note={n},}", "+@book{kim,title={New},year={2001},note={n},}"]),
        ("kim", without("note"), ["-@book{kim,title={Old},year={2001},note={n},}", "+@book{kim,title={Old},year={2001},}"]),
        (
            "kim",
            with_variables(volume="4"),
            ["-@book{kim,title={Old},year={2001},note={n},}", "+@book{kim,title={Old},year={2001},note={n}, volume={4},}"],
        ),
        ("kim", lambda s: None, ["-@book{kim,title={Old},year={2001},note={n},}", "-"]),
        (
            "last",
            with_variables(note="x"),
            ["-  url = {https://example.org/a%20b}", "+  url = {https://example.org/a%20b},", "+  note = {x}"],
        ),
    ],
)
def test_a_change_touches_its_own_lines(key: str, change: Callable[[Study], Study | None], lines: list[str] | None) -> None:
    found = changed(FILE, key, change)
    assert lines is None or found == lines


def test_new_studies_go_to_the_end() -> None:
    studies = read_bibtex(FILE.encode())[0]
    new = Study("new", "book", title=LangText({"und": "T"}))
    assert update_bibtex(FILE.encode(), [*studies, new])[0].decode() == FILE + "\n\n@book{new,\n  title = {T},\n}\n"
    assert update_bibtex(b"", [new])[0].decode() == "@book{new,\n  title = {T},\n}\n"


def test_the_flavour_is_the_files_own() -> None:
    text = "@article{a,\n  date = {2016},\n  journaltitle = {J}\n}\n"
    (study,) = read_bibtex(text.encode())[0]
    later = attrs.evolve(study, dates=Dates({"issued": parse_date("2017-05")}))
    new = Study("b", "thesis", genre=LangText({"und": "Tesis"}), dates=Dates({"issued": parse_date("2001")}))
    data = update_bibtex(text.encode(), [later, new])[0].decode()
    assert data == text.replace("2016", "2017-05") + "\n@thesis{b,\n  type = {Tesis},\n  date = {2001},\n}\n"


def test_line_ends_and_encoding_are_the_files_own() -> None:
    data = FILE.replace("\n", "\r\n").replace("Lee, Ann", "Müller, Ann").encode("cp1252")
    studies = list(read_bibtex(data)[0])
    studies[0] = attrs.evolve(studies[0], title=LangText({"und": "Žena – Đặng"}))
    out = update_bibtex(data, [*studies, Study("z", title=LangText({"und": "café"}))])[0]
    text = out.decode("cp1252")
    assert 'AUTHOR  = "Müller, Ann"' in text
    assert 'TITLE   = "Žena – {\\DJ}{\\u{\\d{a}}}ng"' in text
    assert "\n" not in text.replace("\r\n", "")
    assert text.endswith("\r\n@misc{z,\r\n  title = {café},\r\n}\r\n")
    with pytest.raises(WriteError, match=r"北.*windows-1252: save the file as UTF-8"):
        update_bibtex(data, [*studies, Study("y", title=LangText({"und": "北"}))])


def test_a_renamed_parent_takes_its_children_along() -> None:
    text = "@inbook{c, crossref = {p}, title = {C}}\n@book{p, title = {B}, year = 2001}\n"
    child, parent = read_bibtex(text.encode())[0]
    data = update_bibtex(text.encode(), [child, attrs.evolve(parent, key="parent")])[0]
    assert data.decode() == text.replace("{p}", "{parent}").replace("{p,", "{parent,")


def test_a_child_that_says_something_of_its_own() -> None:
    text = "@inbook{c, crossref = {p}, title = {C}}\n@book{p, title = {B}, year = 2001, publisher = {P}}\n"
    child, parent = read_bibtex(text.encode())[0]
    own = attrs.evolve(child, dates=Dates({"issued": parse_date("2005")}))
    data, problems = update_bibtex(text.encode(), [own, parent])
    assert data.decode() == text.replace("{C}}", "{C}, year = {2005}}")
    assert problems == ()


def test_broken_entries_stay_until_they_change() -> None:
    text = "@book{a, title = {Open {brace},\n  year = {1999}\n}\n\n@book{b, title = {Fine}}\n"
    broken, fine = read_bibtex(text.encode())[0]
    data = update_bibtex(text.encode(), [broken, attrs.evolve(fine, title=LangText({"und": "Better"}))])[0]
    assert data.decode() == text.replace("Fine", "Better")
    mended = attrs.evolve(broken, title=LangText({"und": "Closed"}), extra=())
    data = update_bibtex(text.encode(), [mended, fine])[0]
    assert read_bibtex(data)[0] == (mended, fine)
    assert data.endswith(b"\n}\n\n@book{b, title = {Fine}}\n")


CHANGES: list[Callable[[Study], Study | None]] = [
    titled("A new title & more"), with_variables(note="N", volume="3"), without("publisher", "container-title", "URL", "page"),
    lambda s: attrs.evolve(s, dates=Dates({**s.dates, "issued": parse_date("2031-05")})), lambda s: attrs.evolve(s, key=s.key + "x"),
    lambda s: attrs.evolve(s, names=Names({**s.names, "author": (Name(family="Fauzi", given="Ahmad"),)})), lambda s: None,
    lambda s: attrs.evolve(s, type="report" if s.type != "report" else "book"), lambda s: attrs.evolve(s, abstract=LangText({"und": "One.\n\nTwo."})),
]  # fmt: skip


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda p: p.stem)
def test_any_change_to_any_case_is_read_back(path: Path) -> None:
    chance = random.Random(3)
    for part in path.read_text(encoding="utf-8").split("\n--->\n")[:-1]:
        data = (part.split("=== ")[-1].split("\n", 1)[-1] + "\n").encode()
        studies = read_bibtex(data)[0]
        for change in CHANGES:
            n = chance.randrange(len(studies))
            new = [s for m, old in enumerate(studies) if (s := change(old) if m == n else old) is not None]
            out, problems = update_bibtex(data, new)
            back = {s.key: s for s in read_bibtex(out)[0]}
            assert back.keys() == {s.key for s in new}
            wrong = [s.key for s in new if set(differences(fresh(s), back[s.key])) - {"extra"}]
            assert not wrong or problems, (data, out)
