"""LaTeX: pandoc's reader finds the text, the commands are BibLaTeX's, and nothing of a field is a command."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.api.output import words
from litreview.document.nodes import Cite, CiteItem, Document, Note, Paragraph, Text
from litreview.languages import language
from litreview.writers import Options, named
from litreview.writers._characters import clean
from tests.writers.sample import chapter
from tests.writers.test_citations import pandoc

LATEX = named("latex")


@given(st.text(alphabet=st.sampled_from("ab1 \\{}$&#%_^~<>|\"'[]-,é"), max_size=25))
def test_pandoc_reads_the_same_text(text: str) -> None:
    source = LATEX.write(Document("", "id", (Paragraph((Text(text),), "p"),))).decode()
    command = [pandoc(), "-f", "latex-smart", "-t", "plain", "--wrap=none"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
    assert " ".join(done.stdout.split()) == " ".join(clean(text).split())


def test_the_chapter_is_complete() -> None:
    source = LATEX.write(chapter("id"), Options(contents=True)).decode()
    for part in (
        "\\usepackage[english,indonesian]{babel}", "\\chapter*{BAB II\\\\Tinjauan Pustaka}", "\\section*{2.1 Pengantar}",
        "\\tableofcontents",
        "\\begin{landscape}",
        "\\endhead", "\\footnote{Lihat juga ", "\\foreignlanguage{english}{\\textit{multilevel governance}}",
        "\\url{https://doi.org/10.1234/sample.okafor2020}", "\\hangindent",
    ):  # fmt: skip
        assert part in source
    assert source.count("{") == source.count("}")
    assert source.count("\\begin{") == source.count("\\end{")


def test_citations_and_entries_lead_to_each_other() -> None:
    source = LATEX.write(chapter("id")).decode()
    led = {part.split("}")[0] for part in source.split("\\hyperlink{")[1:]}
    there = {part.split("}")[0] for part in source.split("\\hypertarget{")[1:]}
    assert led <= there
    assert len([name for name in led if name.startswith("ref_")]) == 5
    assert len([name for name in led if name.startswith("cite_")]) == 16
    assert "scriptsize" not in source, "nothing is printed for it"
    assert "scriptsize" in LATEX.write(chapter("id"), Options(backlinks="marks")).decode()
    assert "{cite_" not in LATEX.write(chapter("id"), Options(backlinks="none")).decode().replace("hypertarget{cite_", "")


@pytest.mark.parametrize(
    ("cite", "wanted"),
    [
        (Cite((CiteItem("lee2019"),)), "\\parencite{lee2019}"),
        (Cite((CiteItem("lee2019", "4", "page", "lihat"), CiteItem("b"))), "\\parencites[lihat][4]{lee2019}{b}"),
        (Cite((CiteItem("lee2019", "2", "chapter"),), "narrative"), "\\textcite[][chap.~2]{lee2019}"),
        (Cite((CiteItem("lee2019"),), "suppress-author"), "\\parencite*{lee2019}"),
        (Cite((CiteItem("lee2019"),), "author-only"), "\\citeauthor{lee2019}"),
        (Cite((CiteItem("lee2019"),), "parenthetical", (Note((Text("x"),)),)), "\\footcite{lee2019}"),
        (Cite((CiteItem("a}\\input{x"),)), "\\parencite{ainputx}"),
    ],
)
def test_citations_as_keys(cite: Cite, wanted: str) -> None:
    source = LATEX.write(Document("", "id", (Paragraph((cite,), "p"),)), Options(citations="keys")).decode()
    assert wanted + "\n" in source
    assert "\\addbibresource{references.bib}" in source


def test_a_place_in_a_work_is_named_in_the_language_of_the_document() -> None:
    cite = Cite((CiteItem("lee2019", "2", "chapter"), CiteItem("b", "4")))
    options = Options(citations="keys", words=words(language("id")))
    source = LATEX.write(Document("", "id", (Paragraph((cite,), "p"),)), options).decode()
    assert "\\parencites[][bab~2]{lee2019}[][4]{b}\n" in source
