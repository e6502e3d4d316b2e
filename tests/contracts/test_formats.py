"""What every format must do, asked of each without asking it first."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.errors import Problem, ReadError
from litreview.formats import Format, by_suffix, formats, named
from litreview.languages import explain
from litreview.record import Study
from tests.formats.studies import libraries

CASES = Path(__file__).resolve().parent.parent / "cases" / "formats"
READERS = [f for f in formats() if f.read]
WRITERS = [f for f in formats() if f.write]
BOTH = [f for f in formats() if f.read and f.write]
NASTY = [
    *(b"", b"\n", b"\xef\xbb\xbf", b"\0", b"\xff\xfe", b"\xff\xfea", b"\x80\x81\xfe", b"caf\xe9", b"\x1b[31m", "\u2028\u0085".encode()),
    *(b"{", b"[", b"[]", b"{}", b"null", b"1", b'"', b"[NaN]", b"[1e999]", b'[{"id": "a", "id": "b"}]', b"9" * 5000),
    *(b"<", b"<a/>", b"<?xml?>", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', b"<a>" * 3000),
    *(b"@", b"@article{", b"TY  - ", b"TY  - JOUR", b"ER  - ", b"PMID- ", b"%0", b"%A", b"PT J", b"a,b\n1", b'"a', b"\r\r\r"),
    *(b"- ", b"-", b"key:", b"a: [", b"key: {a: b", b"- &a [*a]", b"[" * 3000, b"{" * 3000, b'{"a":' * 3000),
]


def ids(format: Format) -> str:
    return format.name


REFUSING = ("other-xml",)
"""Formats that only say what a file is, and read nothing."""


def cases(format: Format) -> list[Path]:
    return sorted(p for p in (CASES / format.name).glob("*") if p.suffix in format.suffixes)


def read(format: Format, data: bytes, name: str = "x") -> tuple[Study, ...] | None:
    """The studies, or None where the file is refused; anything but the documented outcomes fails."""
    assert format.read is not None
    try:
        studies, problems = format.read(data, name)
    except ReadError as error:
        refused = error
    else:
        assert all(s.key for s in studies), "every study has a key"
        sayable(problems)
        return studies
    assert "\n" not in str(refused)
    assert refused.path == name
    if refused.problem is not None:
        assert explain(refused.problem) == str(refused), "the exception and its problem say the same"
        sayable([refused.problem])
    return None


def sayable(problems: Iterable[Problem]) -> None:
    for problem in problems:
        for tag in ("en", "id"):
            assert (
                "<" not in explain(problem, tag).replace(*[problem.get("value") or "<", ""])
                or problem.get("missing")
                or problem.get("reason")
            ), problem


@pytest.mark.parametrize("format", formats(), ids=ids)
def test_a_format_does_something_and_has_examples(format: Format) -> None:
    assert format.read or format.write
    assert format.suffixes
    assert all(s.startswith(".") and s == s.casefold() for s in format.suffixes)
    assert named(format.name) is format
    assert not format.read or cases(format) or format.name in ("bibtex", *REFUSING), (
        f"put an example into tests/cases/formats/{format.name}"
    )


@pytest.mark.parametrize("suffix", sorted({s for f in READERS for s in f.suffixes}))
def test_a_suffix_leads_to_one_format(suffix: str) -> None:
    sharing = [f for f in READERS if suffix in f.suffixes]
    assert sum(f.sniff is None for f in sharing) <= 1, "of the formats with one suffix all but one must know their files by the first bytes"


def test_examples_are_sniffed_by_their_own_format_only() -> None:
    for format in READERS:
        for path in cases(format):
            head = path.read_bytes()[:4096]
            found = by_suffix(path.name, head)
            assert found is format, f"{path} would be read as {found and found.name}"


@pytest.mark.parametrize("format", READERS, ids=ids)
def test_nasty_input_gives_problems_or_one_clear_error(format: Format) -> None:
    for data in NASTY:
        read(format, data)


@pytest.mark.parametrize("format", READERS, ids=ids)
def test_a_damaged_file_gives_problems_or_one_clear_error(format: Format) -> None:
    chance = random.Random(7)
    for path in cases(format):
        data = path.read_bytes()
        for _ in range(25):
            cut = chance.randrange(len(data))
            read(format, data[:cut])
            read(format, data[cut:])
            damaged = bytearray(data)
            for _ in range(3):
                damaged[chance.randrange(len(data))] = chance.choice(b'\0\x80\xff"<>{}[]:,\n-&%@\t ')
            read(format, bytes(damaged))


@pytest.mark.parametrize("format", READERS, ids=ids)
@settings(max_examples=30)
@given(data=st.binary(max_size=300) | st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_noise_gives_problems_or_one_clear_error(format: Format, data: bytes) -> None:
    read(format, data)


@pytest.mark.parametrize("format", BOTH, ids=ids)
@settings(max_examples=25)
@given(studies=libraries(whole=False))
def test_what_every_format_holds_is_read_back(format: Format, studies: tuple[Study, ...]) -> None:
    assert format.write is not None
    data, _ = format.write(studies)
    assert bare(read(format, data) or ()) == bare(studies)


def bare(studies: tuple[Study, ...]) -> list[Study]:
    """Without what a format says about itself."""
    return [Study(**{name: getattr(s, name) for name in "key type title language names dates variables".split()}) for s in studies]


@pytest.mark.parametrize("format", WRITERS, ids=ids)
@settings(max_examples=25)
@given(studies=libraries())
def test_anything_can_be_written_and_the_same_way_twice(format: Format, studies: tuple[Study, ...]) -> None:
    assert format.write is not None
    data, problems = format.write(studies)
    assert format.write(studies)[0] == data
    sayable(problems)


@pytest.mark.parametrize("format", WRITERS, ids=ids)
def test_no_studies_are_a_file_too(format: Format) -> None:
    assert format.write is not None
    data, problems = format.write([])
    assert not problems
    assert not format.read or read(format, data) == ()


@pytest.mark.parametrize("format", [f for f in formats() if f.update], ids=ids)
def test_nothing_changed_is_byte_for_byte(format: Format) -> None:
    assert format.update is not None
    for path in cases(format):
        for data in (path.read_bytes(), path.read_bytes().replace(b"\n", b"\r\n")):
            assert format.update(data, read(format, data) or ()) == (data, ())
