"""A longer fuzz of every reader: damaged examples and texts of its own tokens. No crash, and what was read can be kept.

The contract test does a little of this in every run; this one is for ``-m slow``.
"""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.errors import ReadError
from litreview.formats import Format, formats, named
from litreview.record import Study

CASES = Path(__file__).resolve().parent.parent / "cases" / "formats"
READERS = [f for f in formats() if f.read]
UNPRINTABLE = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xef\xbf[\xbe\xbf]|\xed[\xa0-\xbf]")
"""Characters that CSL-JSON takes out, with a problem."""

UNPRINTABLE_SHOWN = re.compile(r"\\x[89][0-9a-f]")
"""The same where the bytes are those of Windows-1252, which leaves some open."""


def examples(format: Format) -> list[bytes]:
    return [p.read_bytes() for p in sorted((CASES / format.name).glob("*")) if p.suffix in format.suffixes] or [
        b"@article{a, title = {b}}\n"
    ]


def whole(studies: tuple[Study, ...]) -> str:
    """All that the studies hold; their own ``repr`` is short."""
    return repr([[getattr(study, field.name) for field in attrs.fields(Study)] for study in studies])


@st.composite
def damaged(draw: st.DrawFn, sources: list[bytes]) -> bytes:
    """An example with stretches taken out, doubled, moved or overwritten."""
    data = draw(st.sampled_from(sources))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        match draw(st.integers(0, 3)):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:end] + data[start:end] * draw(st.integers(1, 3)) + data[end:]
            case 2:
                data = data[:start] + draw(st.binary(max_size=8)) + data[end:]
            case _:
                data = (
                    data[:start]
                    + draw(st.sampled_from([b"\n", b'"', b"{", b"}", b"[", b"]", b":", b"<", b">", b"&", b"%", b",", b" -", b"\t", b"\r"]))
                    + data[start:]
                )
    return data


def tokens(sources: list[bytes]) -> st.SearchStrategy[bytes]:
    """Texts made of the words and marks that the examples are made of."""
    found = sorted({token for source in sources for token in re.findall(rb"[\w./-]+|\s+|[^\w\s]+", source)})
    return st.lists(st.sampled_from(found), max_size=80).map(b"".join)


def keeps(studies: tuple[Study, ...]) -> bool:
    """Whether a format that holds everything gives back what was read of the damaged file."""
    whole = named("csl-json")
    assert whole.read is not None
    assert whole.write is not None
    back, _ = whole.read(whole.write(studies)[0], "x")
    return [without_order(study) for study in back] == [without_order(study) for study in studies]


def without_order(study: Study) -> Study:
    return attrs.evolve(study, extra=tuple(sorted(study.extra)))


@pytest.mark.slow
@pytest.mark.parametrize("format", READERS, ids=lambda f: f.name)
def test_fuzz(format: Format) -> None:
    sources = examples(format)

    @settings(max_examples=2500)
    @given(damaged(sources) | tokens(sources))
    def run(data: bytes) -> None:
        assert format.read is not None
        try:
            studies, _ = format.read(data, "x")
        except ReadError:
            studies = None
        if studies is not None:
            assert all(study.key for study in studies)
            assert UNPRINTABLE.search(data) or UNPRINTABLE_SHOWN.search(whole(studies)) or keeps(studies), "what was read can be kept"
            if format.update is not None:
                assert format.update(data, studies)[0] == data

    run()
