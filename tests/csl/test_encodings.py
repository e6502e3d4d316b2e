"""Styles in other encodings than UTF-8, and styles with several layouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.csl import Cite, Cluster, Processor, compile_style, items
from litreview.document.walk import entry_inlines, plain

STYLE = (
    '<?xml version="1.0" encoding="{encoding}"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
    "<info><title>Zitieren für alle</title><id>x</id><updated>2020-01-01T00:00:00+00:00</updated></info>{locales}"
    "<citation>{citation}</citation><bibliography>{bibliography}</bibliography></style>"
)
PLAIN = '<layout prefix="«" suffix="»"><text variable="title"/></layout>'
TWICE = '<locale xml:lang="id"><terms><term name="and">dan</term></terms></locale>' * 2
WORKS = items(
    [{"id": "a", "type": "book", "title": "Towns", "language": "en"}, {"id": "b", "type": "book", "title": "Stadt", "language": "de"}]
)[0]


def style(encoding: str, locales: str = "", citation: str = PLAIN, bibliography: str = PLAIN) -> str:
    return STYLE.format(encoding=encoding, locales=locales, citation=citation, bibliography=bibliography)


def cited(source: bytes | Path) -> str:
    return plain(Processor(compile_style(source), WORKS).citations([Cluster((Cite("a"),))])[0])


@pytest.mark.parametrize("locales", ["", TWICE], ids=["plain", "joined"])
@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-16", "utf-16"), ("UTF-16", "utf-16-le"), ("utf-16", "utf-16-be"), ("utf-8", "utf-16"), ("utf-16", "utf-8"),
        ("utf-32", "utf-32"), ("utf-8", "utf-8-sig"), ("iso-8859-1", "latin-1"), ("windows-1252", "cp1252"),
    ],
)  # fmt: skip
def test_a_style_is_read_in_its_encoding(declared: str, encoding: str, locales: str, tmp_path: Path) -> None:
    data = style(declared, locales).encode(encoding)
    path = tmp_path / "own.csl"
    path.write_bytes(data)
    assert compile_style(data).title == "Zitieren für alle"
    assert cited(data) == cited(path) == "«Towns»"


def test_the_line_of_a_fault_is_that_of_the_file() -> None:
    wrong = style("utf-16", citation='<layout>\n<text macro="none"/>\n</layout>').encode("utf-16")
    assert {problem.origin.line for problem in compile_style(wrong).problems if problem.code == "csl-unknown-macro"} == {3}


@pytest.mark.parametrize(
    ("layouts", "taken", "code"),
    [
        ('<layout locale="de"><text value="de"/></layout>\n<layout><text value="all"/></layout>', "all", "csl-several-layouts"),
        (
            '<layout locale="de"><text value="de"/></layout>\n<layout locale="en"><text value="en"/></layout>',
            "en",
            "csl-several-layouts-of",
        ),
    ],
)
def test_of_several_layouts_one_is_taken_and_told(layouts: str, taken: str, code: str) -> None:
    compiled = compile_style(style("utf-8", bibliography=layouts).encode())
    processor = Processor(compiled, WORKS, uncited=["a", "b"])
    assert [plain(entry_inlines(entry)) for entry in processor.bibliography().entries] == [taken, taken]
    assert [(problem.code, problem.get("area"), problem.origin.line) for problem in compiled.problems if "layouts" in problem.code] == [
        (code, "bibliography", 3)
    ]


def test_a_character_that_was_escaped_twice_is_that_character() -> None:
    citation = '<layout prefix="Vol.&amp;#160;"><text variable="title" suffix="&amp;#x201D; &amp;#0;"/></layout>'
    assert cited(style("utf-8", citation=citation).encode()) == "Vol.\u00a0Towns” &#0;"
