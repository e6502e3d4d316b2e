"""BibTeX damaged in every way, as many times as LITREVIEW_FUZZ_INPUTS says (3000 by default): ``pytest -m slow``.

The examples are our own cases and, where it is there, the material that is not shipped. Whatever comes in: no exception, the
same bytes back from an update, every key accounted for, and a file written from the studies says the same or what it leaves out.
"""

from __future__ import annotations

import os
import random
import re
from pathlib import Path

import attrs
import pytest

from litreview.errors import Problem
from litreview.formats.bibtex import read_bibtex, update_bibtex, write_bibtex
from litreview.formats.bibtex.natural import fresh
from litreview.record import Study

CASES = Path(__file__).resolve().parent.parent / "cases" / "formats" / "bibtex"
INPUTS = int(os.environ.get("LITREVIEW_FUZZ_INPUTS", "3000"))
HEAD = re.compile(r"^@(?!comment|string|preamble)[a-z]+\{([A-Za-z][\w:.-]*),", re.MULTILINE | re.IGNORECASE)
BITS = [
    b"{", b"}", b'"', b"@", b",", b"=", b"#", b"%", b"\\", b"\n", b"\r\n", b" and ", b"(", b")", b"~", b"$", b"@book{x,", b"@string{", b"@xdata{",
    b"crossref = {", b"xdata = {", b"xdata=a-b", b"and others", b"\xff", b"\xc3", b"\0", b"\\'", b"{\\", b"author", b" title = ", b"@comment{",
    b"litreview_extra = {", b"csl_type = {", b"keywords_en = {", b"author_keywords = {a; b},", b"date = {", b"--", b"<i>", b"ids = {",
]  # fmt: skip


def sources(shared: Path) -> list[bytes]:
    own = [part.encode() for path in sorted(CASES.glob("*.txt")) for part in re.split(r"^=== .*\n", path.read_text(), flags=re.MULTILINE)]
    own = [part.split(b"--->")[0] for part in own if part]
    corpus = [path.read_bytes() for path in sorted((shared / "bib-corpus").glob("*.bib")) if path.stat().st_size < 6000]
    return [part for part in (*own, *corpus) if part]


def damaged(chance: random.Random, found: list[bytes]) -> bytes:
    data = chance.choice(found)
    for _ in range(chance.randint(1, 5)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.randint(0, 80))
        kind = chance.randrange(5)
        if kind == 0:
            data = data[:start] + data[end:]
        elif kind == 1:
            data = data[:end] + data[start:end] * chance.randint(1, 3) + data[end:]
        elif kind == 2:
            data = data[:start] + chance.choice(BITS) + data[start:]
        elif kind == 3:
            other = chance.choice(found)
            at = chance.randint(0, len(other))
            data = data[:start] + other[at : at + 200] + data[start:]
        else:
            data = data[:start] + bytes(chance.randrange(256) for _ in range(3)) + data[start:]
    return data[:20_000]


def said(studies: tuple[Study, ...], problems: tuple[Problem, ...]) -> str:
    return "\n".join([*(repr(attrs.asdict(study, recurse=False)) for study in studies), *(f"{p.key} {p.data}" for p in problems)])


def check(data: bytes) -> None:
    studies, problems = read_bibtex(data, "x.bib")
    assert all(study.key for study in studies)
    assert update_bibtex(data, studies) == (data, ())
    told = said(studies, problems)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = ""
    if "@comment" not in text.lower():
        missing = [key for key in HEAD.findall(text) if key not in told]
        assert not missing, missing
    again, left = write_bibtex(studies)
    if not left:
        back = read_bibtex(again)[0]
        assert [fresh(study) for study in back] == [fresh(study) for study in studies]


@pytest.mark.slow
def test_whatever_comes_in(shared: Path) -> None:
    found = sources(shared)
    seed = int(os.environ.get("LITREVIEW_FUZZ_SEED", "1"))
    chance = random.Random(seed)
    for count in range(1, INPUTS + 1):
        data = damaged(chance, found)
        try:
            check(data)
        except Exception as error:
            error.add_note(f"input {count} of seed {seed}: {data!r}")
            raise
