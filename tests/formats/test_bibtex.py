"""BibTeX read: every case of tests/cases/formats/bibtex/*.txt, encodings, places, and what must never happen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bibtexparser.splitter import Splitter

from litreview.errors import Problem, ReadError
from litreview.formats.bibtex import read_bibtex, update_bibtex
from litreview.formats.bibtex.blocks import split
from litreview.languages import explain
from litreview.record import Name, Study

CASES = Path(__file__).resolve().parent.parent / "cases" / "formats" / "bibtex"


def person(name: Name) -> str:
    if name.literal is not None:
        return "{" + name.literal + "}"
    parts = [
        name.given,
        name.dropping_particle and f"({name.dropping_particle})",
        name.non_dropping_particle and f"({name.non_dropping_particle})",
    ]
    return " ".join(p for p in (*parts, f"[{name.family}]", name.suffix) if p)


def described(study: Study) -> Iterator[str]:
    """A study as lines that a person can check: family names in brackets, particles in parentheses, institutions in braces."""
    yield f"{study.key} ({study.type}{', ' + study.language if study.language else ''})"
    for field in ("title", "genre", "abstract"):
        yield from (f"  {field} {tag}: {text!r}" for tag, text in study.tagged(field).items())
    for role, names in study.names.items():
        yield f"  {role}: " + "; ".join([*(person(name) for name in names), *(["and others"] if role in study.others else [])])
    for variable, date in study.dates.items():
        yield f"  {variable}: " + (f"in words: {date.literal}" if date.literal is not None else date.edtf())
    for variable, value in study.variables.items():
        yield from (f"  {variable} {tag}: {text!r}" for tag, text in value.items())
    yield from (f"  keywords {tag}: {' | '.join(words)}" for tag, words in study.keywords.items())
    if study.looked_for:
        yield "  not stated: " + ", ".join(study.looked_for)
    yield from (f"  extra {name}: {value!r}" for name, value in study.extra)


def told(problem: Problem) -> str:
    slots = " ".join(f"{name}={value}" for name, value in problem.data)
    return f"! line {problem.origin.line or '-'} {problem.key or '-'} {problem.severity} {problem.code}{' ' + slots if slots else ''}"


def blocks(path: Path) -> list[tuple[str, str]]:
    """The cases of a file: (title, input)."""
    parts = re.split(r"^=== (.*)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [(title, body.split("\n--->\n")[0] + "\n") for title, body in zip(parts[1::2], parts[2::2], strict=True)]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda p: p.stem)
def test_cases(path: Path, golden: Callable[[Path, str], None]) -> None:
    out = []
    for title, text in blocks(path):
        studies, problems = read_bibtex(text.encode())
        lines = [line for study in studies for line in described(study)] + [told(p) for p in problems]
        out.append(f"=== {title}\n{text}--->\n" + "".join(f"{line}\n" for line in lines))
    golden(path, "\n".join(out))


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda p: p.stem)
def test_every_case_is_given_back_byte_for_byte(path: Path) -> None:
    for _, text in blocks(path):
        for data in (text.encode(), text.replace("\n", "\r\n").encode(), text.rstrip().encode(), b"\xef\xbb\xbf" + text.encode("utf-8")):
            assert update_bibtex(data, read_bibtex(data)[0]) == (data, ())


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda p: p.stem)
def test_line_ends_make_no_difference(path: Path) -> None:
    for _, text in blocks(path):
        studies = read_bibtex(text.encode())[0]
        for ends in ("\r\n", "\r"):
            other = read_bibtex(text.replace("\n", ends).encode())[0]
            assert [s for s in other if not has_raw(s)] == [s for s in studies if not has_raw(s)]


def has_raw(study: Study) -> bool:
    return any("\n" in value for _, value in study.extra)


REGULAR = r"""@Book{a:b/1, title = {A {B {c}} \} d}, author="X and {"}Y{"}", year=1999 , month = "1~" # jan
 # {x}, note = {}, }
"""


@pytest.mark.parametrize("path", [None, *sorted(CASES.glob("*.txt"))], ids=lambda p: p.stem if p else "regular")
def test_what_is_matched_by_a_pattern_is_what_bibtexparser_makes_of_it(path: Path | None) -> None:
    texts = [REGULAR] if path is None else [text for _, text in blocks(path)]
    for text in texts:
        for block in split(text):
            if block.regular and block.name != "commentary":  # which bibtexparser takes for a comment
                (entry,) = Splitter(text[block.start : block.end]).split().blocks
                entry = getattr(entry, "ignore_error_block", entry)
                assert (block.name, block.key, list(block.fields)) == (
                    entry.entry_type,
                    entry.key,
                    [(f.key, f.value) for f in entry.fields],
                )
            else:
                assert path is not None, block


ENTRY = "@book{kafé,\n  title = {Große Städte – “zwei”},\n  author = {Žižek, Æ}\n}\n"


@pytest.mark.parametrize(
    "data",
    [
        ENTRY.encode(),
        b"\xef\xbb\xbf" + ENTRY.encode(),
        ENTRY.encode("utf-16"),
        b"\xfe\xff" + ENTRY.encode("utf-16-be"),
        ENTRY.encode("utf-16-le"),
        ENTRY.replace("Ž", "Z").encode("cp1252"),
        b"% Encoding: Cp1252\n" + ENTRY.encode("cp1252"),
        b"% Encoding: ISO8859_2\n" + ENTRY.replace("–", "-").replace("“", '"').replace("”", '"').replace("Æ", "A").encode("iso8859-2"),
        b"% Encoding: Cp1252\n" + ENTRY.encode(),
    ],
    ids=[
        "utf-8",
        "bom",
        "utf-16",
        "utf-16-be",
        "utf-16 without a mark",
        "cp1252",
        "cp1252 declared",
        "latin-2 declared",
        "declared wrongly",
    ],
)
def test_encodings(data: bytes) -> None:
    studies, problems = read_bibtex(data, "a.bib")
    assert [s.key for s in studies] == ["kafé"]
    assert studies[0].title["und"].startswith("Große Städte")
    assert studies[0].author[0].family in ("Žižek", "Zižek")
    assert [p.code for p in problems] in ([], ["encoding-assumed"])
    assert update_bibtex(data, studies) == (data, ())


def test_a_few_bad_bytes_do_not_change_the_encoding_of_the_rest() -> None:
    data = "@misc{a, title = {Đặng Müller}, note = {caf".encode() + b"\xe9" + b"}}"
    studies, problems = read_bibtex(data)
    assert studies[0].title["und"] == "Đặng Müller"
    assert studies[0].variables["note"]["und"] == "café"
    assert [p.code for p in problems] == ["bibtex-bad-bytes"]
    assert update_bibtex(data, studies)[0] == data


def test_bytes_that_windows_1252_leaves_open_come_back() -> None:
    data = b"@misc{a, title = {x\x81\x8d\x90\xe9}}"
    assert update_bibtex(data, read_bibtex(data)[0])[0] == data


def test_an_encoding_can_be_told_and_must_fit() -> None:
    assert read_bibtex("@misc{a, title = {北京}}".encode("gbk"), encoding="gbk")[0][0].title["und"] == "北京"
    with pytest.raises(ReadError, match=r"a\.bib: this is not text"):
        read_bibtex(b"\xff", "a.bib", encoding="ascii")
    with pytest.raises(ReadError, match="no-such"):
        read_bibtex(b"", encoding="no-such")


def test_every_entry_knows_its_place() -> None:
    text = "% head\n\n@string{a = {b}}\n  @book{one, title={T}}\n\n@misc(two, note={x})  @misc{three}\n"
    places = [s.origin for s in read_bibtex(text.encode(), "x.bib")[0]]
    assert [(o.file, o.line, o.format, text[o.start : o.end]) for o in places if o] == [
        ("x.bib", 4, "bibtex", "@book{one, title={T}}"),
        ("x.bib", 6, "bibtex", "@misc(two, note={x})"),
        ("x.bib", 6, "bibtex", "@misc{three}"),
    ]


def test_depth_and_length_cost_no_more_than_their_size() -> None:
    deep = "{" * 20_000 + "x" + "}" * 20_000
    long = "lorem {\\'i}psum -- " * 30_000
    circle = "".join(f"@misc{{k{n}, crossref = {{k{n + 1}}}}}\n" for n in range(3_000))
    doubling = "@string{a0 = {xx}}\n" + "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 60)) + "@misc{z, note = a59}\n"
    text = f"@misc{{d, title = {deep}}}\n@misc{{l, abstract = {{{long}}}}}\n{circle}{doubling}@misc{{open, title = {{" + "{" * 5_000
    studies, problems = read_bibtex(text.encode())
    assert len(studies) == 3_004
    assert studies[1].text("abstract", "und") == ("lorem ípsum – " * 30_000).strip()
    assert {p.code for p in problems} == {"bibtex-parent-missing", "bibtex-macro-endless", "bibtex-entry-unclosed"}


def test_every_problem_has_words() -> None:
    for path in CASES.glob("*.txt"):
        for _, text in blocks(path):
            for problem in read_bibtex(text.encode(), "a.bib")[1]:
                for tag in ("en", "id"):
                    assert re.match(r"a\.bib:(\d+: | )", explain(problem, tag))
