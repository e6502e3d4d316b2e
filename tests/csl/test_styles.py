"""Styles by name, path and text: who is found, what is refused, what is said with a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.csl import Cite, Cluster, Item, Processor, compile_style
from litreview.document.walk import plain
from litreview.errors import StyleError, UnknownName
from litreview.languages import explain
from tests.work import calls

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title><id>t</id>'
INFO = HEAD + "<updated>2026-01-01T00:00:00+00:00</updated></info>\n"
LAYOUT = "<layout><text variable='title'/></layout>"


def style(inside: str) -> bytes:
    return f"{INFO}{inside}</style>".encode()


def test_a_name_is_never_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "apa").write_text("not a style", encoding="utf-8")
    (tmp_path / "mine.csl").write_bytes(style(f"<citation>{LAYOUT}</citation>"))
    monkeypatch.chdir(tmp_path)
    assert compile_style("apa").title.startswith("A")
    for name in ("mine.csl", "./mine.csl", "../etc/passwd", "http://x.org/apa", ""):
        with pytest.raises(UnknownName):
            compile_style(name)


def test_own_folders_come_first(tmp_path: Path) -> None:
    (tmp_path / "apa.csl").write_bytes(style(f"<citation>{LAYOUT}</citation>"))
    assert compile_style("apa", folders=[tmp_path]).title == "T"
    with pytest.raises(UnknownName, match="did you mean"):
        compile_style("appa", folders=[tmp_path])


def test_old_and_dependent_names_are_followed() -> None:
    assert compile_style("vancouver").id.endswith("nlm-citation-sequence")
    assert compile_style("turabian-notes-bibliography").is_note


def test_a_dependent_style_keeps_its_language(tmp_path: Path) -> None:
    text = INFO.replace("</info>", '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info>')
    text = text.replace('version="1.0"', 'version="1.0" default-locale="id-ID"')
    found = compile_style((text + "</style>").encode())
    assert (found.default_locale, found.locale, found.has_bibliography) == ("id-ID", "id-ID", True)
    circle = text.replace("styles/apa", "styles/round") + "</style>"
    (tmp_path / "round.csl").write_text(circle, encoding="utf-8")
    with pytest.raises(StyleError, match="circle"):
        compile_style("round", folders=[tmp_path])


def test_path_and_bytes_and_locale(tmp_path: Path) -> None:
    path = tmp_path / "s.csl"
    path.write_bytes(style(f"<citation>{LAYOUT}</citation>"))
    assert compile_style(path).problems == ()
    assert compile_style(path.read_bytes(), "id-ID").locale == "id-ID"
    with pytest.raises(StyleError, match="cannot be read"):
        compile_style(tmp_path / "none.csl")
    assert [p.code for p in compile_style(path, "xx-XX").problems] == ["csl-unknown-locale"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"<style", "not well-formed"),
        (b"", "not well-formed"),
        (b"<html/>", "not cs:style"),
        (style(""), "no cs:citation"),
        (style("<citation/>"), "no cs:layout"),
        (b'<!DOCTYPE style [<!ENTITY e "boom">]>' + style(f"<citation>{LAYOUT}</citation>").replace(b"title'", b"title' prefix='&e;'"),
         "document type"),
        (b'<!DOCTYPE style SYSTEM "file:///etc/passwd">' + style(f"<citation>{LAYOUT}</citation>"), "document type"),
        (style("<macro name='a'><text macro='b'/></macro><macro name='b'>\n<text macro='a'/></macro>"
               "<citation><layout><text macro='a'/></layout></citation>"),
         "calls itself"),
    ],
)  # fmt: skip
def test_nothing_can_be_rendered_with_these(text: bytes, words: str) -> None:
    with pytest.raises(StyleError, match=words):
        compile_style(text)


def test_a_line_is_named() -> None:
    with pytest.raises(StyleError) as caught:
        compile_style(style("<macro name='a'>\n\n<text macro='a'/></macro><citation><layout><text macro='a'/></layout></citation>"))
    assert caught.value.line == 4


def test_macros_that_unfold_without_bounds_are_refused_at_once() -> None:
    macros = "".join(f"<macro name='m{n}'><text macro='m{n + 1}'/><text macro='m{n + 1}'/></macro>" for n in range(40))
    text = style(f"{macros}<macro name='m40'><text value='x'/></macro><citation><layout><text macro='m0'/></layout></citation>")

    def refused() -> None:
        with pytest.raises(StyleError, match="without bounds"):
            compile_style(text, trusted=True)

    assert calls(refused) < 20_000


@pytest.mark.parametrize("kind", ["groups", "macros", "both"])
def test_a_style_may_be_deep_but_not_bottomless(kind: str) -> None:
    def deep(levels: int) -> bytes:
        if kind == "groups":
            return style(f"<citation><layout>{'<group>' * levels}<text value='x'/>{'</group>' * levels}</layout></citation>")
        inner = ("<group>" * 5, "</group>" * 5) if kind == "both" else ("", "")
        macros = "".join(f"<macro name='m{n}'>{inner[0]}<text macro='m{n + 1}'/>{inner[1]}</macro>" for n in range(levels))
        return style(f"{macros}<macro name='m{levels}'><text value='x'/></macro><citation><layout><text macro='m0'/></layout></citation>")

    fine = compile_style(deep(14 if kind == "both" else 50), trusted=True)
    assert plain(Processor(fine, [Item("a")]).citations([Cluster((Cite("a"),))])[0]) == "x"
    with pytest.raises(StyleError, match=r"deep|well-formed"):
        compile_style(deep(2000), trusted=True)


def test_what_is_wrong_in_a_usable_style_is_a_problem_with_line() -> None:
    wrong = "<text macro='nowhere'/><text variable='titel'/><text variable='title'/>"
    found = compile_style(style(f"<citation>\n<layout>\n{wrong}</layout></citation>"))
    assert {(p.code, p.origin.line) for p in found.problems} == {("csl-unknown-macro", 4), ("csl-invalid-style", 4)}
    for problem in found.problems:
        assert all(explain(problem, language) for language in ("en", "id"))
    work = Item("a", texts={"title": "T"})
    assert plain(Processor(found, [work]).citations([Cluster((Cite("a"),))])[0]) == "T"


def test_a_style_without_bibliography_says_so() -> None:
    found = compile_style(style(f"<citation>{LAYOUT}</citation>"))
    processor = Processor(found, [Item("a", texts={"title": "T"})], uncited=["a"])
    assert processor.bibliography().entries == ()
    assert [p.code for p in processor.problems] == ["csl-no-bibliography"]


def test_several_locale_elements_of_one_language() -> None:
    locale = '<locale xml:lang="en"><terms><term name="{0}">{1}</term></terms></locale>'
    twice = locale.format("and", "plus") + locale.format("page", "leaf")
    text = style(f"{twice}<citation><layout><text term='and'/><text term='page'/></layout></citation>")
    assert plain(Processor(compile_style(text), [Item("a")]).citations([Cluster((Cite("a"),))])[0]) == "plusleaf"


def test_a_style_serves_many_processors() -> None:
    shared = compile_style("apa")
    works = [Item(key, "book", {"title": key}) for key in "ab"]
    one, two = Processor(shared, works[:1]), Processor(shared, works[1:])
    assert plain(one.citations([Cluster((Cite("a"),))])[0]) == "(A, n.d.)"
    assert plain(two.citations([Cluster((Cite("b"),))])[0]) == "(B, n.d.)"
