"""A Markdown paper with its citations set: what changes in it, what stays, and the same text in other outputs."""

from __future__ import annotations

import pytest

import litreview
from litreview.document.nodes import Heading, ListBlock, Paragraph, Quoted, References, Table
from litreview.document.walk import block_inlines, plain

WORKS = litreview.loads(
    "@book{lee, author = {Lee, Ann}, title = {Ports}, year = 2019, publisher = {Acme}}\n"
    "@book{kim, author = {Kim, Bo}, title = {Towns}, year = 2020, publisher = {Acme}}\n"
)


def markdown(text: str, style: str = "apa", lang: str | None = "en") -> str:
    return litreview.cite_text(text, WORKS, style, lang).markdown.split("\n\n# References")[0].rstrip("\n")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("So [@lee, p. 12].", "So (Lee, 2019, p. 12)."),
        ("Menurut [@lee, hlm. 12-14].", "Menurut (Lee, 2019, pp. 12–14)."),
        ("As @lee says.", "As Lee (2019) says."),
        ("As @lee [chap. 2] says.", "As Lee (2019, Chapter 2) says."),
        ("Lee says so [-@lee, p. 3].", "Lee says so (2019, p. 3)."),
        ("So [see @kim, p. 2; also @lee, and others].", "So (see Kim, 2020, p. 2; also Lee, 2019, and others)."),
        ("So [@{lee}].", "So (Lee, 2019)."),
        ("- a [@lee]\n- b [@kim]", "- a (Lee, 2019)\n- b (Kim, 2020)"),
        ("> said\n> [see @lee,\n> p. 3] so", "> said\n> (see Lee, 2019, p. 3) so"),
        ("Title [@lee]\n============", "Title (Lee, 2019)\n============"),
        ("# On [@lee] #", "# On (Lee, 2019) #"),
        ("|a|[@lee]|\n|-|-|\n|`x\\|y` [@lee]|[@kim]|", "|a|(Lee, 2019)|\n|-|-|\n|`x\\|y` (Lee, 2019)|(Kim, 2020)|"),
        ("A note[^1].\n\n[^1]: See [@lee]. More.", "A note[^1].\n\n[^1]: See (Lee, 2019). More."),
        ("A note ^[see [@lee]] here.", "A note ^[see (Lee, 2019)] here."),
        ("*So [@lee]*", "*So (Lee, 2019)*"),
    ],
)
def test_a_typed_citation_is_set(typed: str, wanted: str) -> None:
    assert markdown(typed) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "`[@lee]` is how it is typed",
        "```\n[@lee]\n```",
        "    [@lee]",
        "\\[\\@lee\\] and \\@lee",
        "ann@lee.org",
        "<!-- [@lee] -->",
        "[words](https://example.org/@lee)",
        "Trailing spaces  \nand\ttabs, *stars*,  two spaces, $x_1$, {{mark}}",
    ],
)
def test_what_is_no_citation_stays_byte_for_byte(text: str) -> None:
    assert litreview.cite_text(text, WORKS).markdown == text


def test_ends_of_lines_and_the_mark_of_the_file_stay(tmp_path: object) -> None:
    paper = litreview.cite_text("\ufeffSo [@lee].\r\n\r\n## Daftar Pustaka\r\n\r\n## Akhir\r\n", WORKS)
    data = paper._written("a.md", litreview.Choices())
    assert data.decode() == "\ufeffSo (Lee, 2019).\r\n\r\n## Daftar Pustaka\r\n\r\nLee, A. (2019). *Ports*. Acme.\r\n\r\n## Akhir\r\n"


def test_an_unknown_key_stays_as_typed_and_is_told_with_its_line() -> None:
    paper = litreview.cite_text("One.\n\nTwo [@lee; see @lea, p. 3],\nand @who [p. 2].", WORKS, lang="en")
    assert paper.markdown.startswith("One.\n\nTwo (Lee, 2019) [see @lea, p. 3],\nand @who [p. 2].\n")
    assert [(p.code, p.key, p.origin.line) for p in paper.problems] == [
        ("paper-unknown-key-near", "lea", 3),
        ("paper-unknown-key", "who", 4),
    ]
    assert "[see @lea, p. 3]" in paper.text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A [@lee].\n\n::: {#refs}\n:::\n\nB", "A (Lee, 2019).\n\n::: {#refs}\n\nENTRY\n\n:::\n\nB"),
        ("A [@lee].\n\n# References\n\n# B", "A (Lee, 2019).\n\n# References\n\nENTRY\n\n# B"),
        ("A [@lee].\n\nDaftar Pustaka\n---\n", "A (Lee, 2019).\n\nDaftar Pustaka\n---\n\nENTRY\n"),
        ("# T\n\n## A\n\n[@lee]\n", "# T\n\n## A\n\n(Lee, 2019)\n\n## References\n\nENTRY\n"),
        ("A [@lee].", "A (Lee, 2019).\n\n# References\n\nENTRY\n"),
        ("No citation.", "No citation."),
    ],
)
def test_the_bibliography_finds_its_place(text: str, wanted: str) -> None:
    assert litreview.cite_text(text, WORKS, lang="en").markdown == wanted.replace("ENTRY", "Lee, A. (2019). *Ports*. Acme.")


def test_entries_that_stand_there_already_are_kept() -> None:
    paper = litreview.cite_text("[@lee]\n\n# References\n\nOld, A. (1999). Mine.\n", WORKS, lang="en")
    assert paper.markdown.endswith("# References\n\nLee, A. (2019). *Ports*. Acme.\n\nOld, A. (1999). Mine.\n")
    assert [problem.code for problem in paper.problems] == ["paper-entries"]


def test_a_note_style_makes_notes_behind_the_full_stop() -> None:
    text = "Towns grow [@lee, p. 3]. They shrink [@lee, 4].[^1]\n\n[^1]: See [@lee], and [@kim]."
    assert litreview.cite_text(text, WORKS, "chicago-notes-bibliography", "en").markdown == (
        "Towns grow.[^cite-1] They shrink.[^cite-2][^1]\n\n"
        "[^1]: See Lee, *Ports*, and Bo Kim, *Towns* (Acme, 2020).\n\n"
        "# References\n\nKim, Bo. *Towns*. Acme, 2020.\n\nLee, Ann. *Ports*. Acme, 2019.\n\n"
        "[^cite-1]: Ann Lee, *Ports* (Acme, 2019), 3.\n\n[^cite-2]: Lee, *Ports*, 4.\n"
    )


def test_the_paper_says_language_style_and_works_itself() -> None:
    paper = litreview.cite_text('---\nlang: en\ncsl: ieee.csl\nnocite: "@kim"\ntitle: Ports\n---\n\nSo [@lee].\n', WORKS)
    assert paper.markdown.count("So \\[1\\].") == 1
    assert paper.markdown.startswith("---\nlang: en\ncsl: ieee.csl\n")
    assert [entry[:3] for entry in paper.entries] == ["[1]", "[2]"]
    assert litreview.cite_text("---\nlang: en\n---\n[@lee, p. 2]\n", WORKS, lang="id").markdown.count("hlm. 2") == 1
    assert [p.code for p in litreview.cite_text("---\nlang: [\n---\nA\n", WORKS).problems] == ["paper-front"]


def test_other_outputs_have_the_whole_text() -> None:
    text = "# H\n\nOne *two* [@lee].\n\n> Said so [@kim].\n\n1. a\n   - b\n2. c\n\n|x|y|\n|-|-|\n|1|2|\n\nTable: Both\n\n```\ncode\n```\n"
    paper = litreview.cite_text(text, WORKS, lang="en")
    kinds = [type(block) for block in paper.document.blocks]
    assert kinds == [Heading, Paragraph, Paragraph, ListBlock, Table, Paragraph, Heading, References]
    table = next(block for block in paper.document.blocks if isinstance(block, Table))
    assert plain(table.caption) == "Both"
    quotation = paper.document.blocks[2]
    assert isinstance(quotation, Paragraph)
    assert isinstance(quotation.children[0], Quoted)
    assert plain(quotation.children) == "“Said so” (Kim, 2020)."
    words = " ".join(plain(inlines) for block in paper.document.blocks for inlines in block_inlines(block))
    assert all(word in words for word in ("One two (Lee, 2019)", "a – b", "code"))
    assert "<i>two</i>" in paper.html


def test_html_in_a_paper_is_looks_and_words() -> None:
    paper = litreview.cite_text('H<sub>2</sub>O <span class="x">so</span> <!-- no --> <who> <br>end', WORKS)
    assert "H<sub>2</sub>O so  &lt;who&gt;  end" in paper.html


@pytest.mark.parametrize("piece", ["^[", "[@lee", "[^1]", "*a", "> ", "[@lee; ", "|@lee", "<i>"])
def test_a_hostile_text_is_read_all_the_same(piece: str) -> None:
    assert litreview.cite_text(piece * 3000, WORKS).document.language == "id"
