"""Markdown read as a draft, in our own dialect and in what people type."""

from __future__ import annotations

import pytest

from litreview.audit.chapters.inline import inline
from litreview.audit.chapters.markdown import read_markdown
from litreview.writers import named
from litreview.writers.options import Options
from tests.drafts.chapters import chapter


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (r"a \*b\* c\_d \[sic\]", "a *b* c_d [sic]"),
        ("**bold *and* italic** snake_case 2*3*4", "bold and italic snake_case 2*3*4".replace("2*3*4", "234")),
        ("2 * 3 files *.md, _parts, **open", "2 * 3 files *.md, _parts, **open"),
        ("[a *marked* link](http://x.org) ~~gone~~ [*sic*]", "a marked link gone [sic]"),
        ("[a link](http://x.org/a_(b)) and <http://y.org>", "a link and http://y.org"),
        ("x<sup>2</sup> &amp; `code *x*`", "x2 & code *x*"),
        ("seen[^1] twice[^b].", "seen twice."),
        ("[not a link] (aside)", "[not a link] (aside)"),
        ("an e-mail a@b.org", "an e-mail a@b.org"),
    ],
)
def test_markup_is_taken_off(markdown: str, text: str) -> None:
    assert inline(markdown).text == text


@pytest.mark.parametrize(
    ("markdown", "keys"),
    [
        ("so [@lee2019]", [("lee2019",)]),
        ("so [see @lee2019, p. 4; -@{o p}]", [("lee2019", "o p")]),
        ("@lee2019 says [p. 4] so", [("lee2019",)]),
        ("@lee:2019a, says", [("lee:2019a",)]),
    ],
)
def test_keys_of_pandoc_are_citations(markdown: str, keys: list[tuple[str, ...]]) -> None:
    assert [mark.keys for mark in inline(markdown).marks] == keys


def test_blocks_are_told_apart() -> None:
    text = "---\ntitle: x\n---\n# One\n\nA line\nand more.\n\n- first\n- second\n\n> quoted\n\n| a | b |\n|---|---|\n| c \\| d | e <br> f |\n\nTwo\n---\n\nSeen.[^n]\n\n## References\n\nLee. Motives.\n\n[^n]: Lee, *Motives*.\n"
    draft = read_markdown(text, "x.md")
    assert [(p.kind, p.text) for p in draft.passages] == [
        ("heading", "One"), ("paragraph", "A line and more."), ("item", "first"), ("item", "second"), ("paragraph", "quoted"),
        ("cell", "a"), ("cell", "b"), ("cell", "c | d"), ("cell", "e"), ("cell", "f"), ("heading", "Two"), ("paragraph", "Seen."),
        ("heading", "References"), ("entry", "Lee. Motives."),
    ]  # fmt: skip
    assert [note.text for note in draft.notes] == ["Lee, Motives."]
    assert [p.cell for p in draft.passages if p.kind == "cell"][-1] == (0, 1, 1)


@pytest.mark.parametrize("tag", ["id", "en"])
@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography"])
def test_what_is_written_is_read(tag: str, style: str) -> None:
    review = chapter(tag, style)
    draft = read_markdown(named("markdown").write(review.document, Options()).decode(), "x.md")
    assert sum(passage.kind == "heading" for passage in draft.passages) > 8
    assert sum(passage.kind == "cell" and passage.cell is not None and passage.cell[0] == 0 for passage in draft.passages) > 20
    assert [p.text for p in draft.passages if p.kind == "entry"]
    assert bool(draft.notes) == (style != "apa")


@pytest.mark.parametrize(
    "text", ["", "\n\n", "|", "| a |\n|---|", "[^1]:", "# ", "[" * 3000, "*" * 3000, "\\" * 999, "@" * 500, "a\x00b", "- " * 900]
)
def test_anything_is_read(text: str) -> None:
    assert read_markdown(text, "x.md").name == "x.md"
