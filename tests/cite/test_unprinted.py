"""A style that prints nothing for a work: what the processor says to programmers never stands in a text, and the user is told."""

from __future__ import annotations

from litreview.cite import bibliography_document, resolve
from litreview.csl import NO_FORM, compile_style
from litreview.document.nodes import Cite, CiteItem, CiteMode, Document, Paragraph, References, Text
from litreview.document.walk import entry_inlines, plain
from litreview.record import Dates, LangText, Library, Name, Names, Study, parse_date

LEE = Study(
    "lee",
    "book",
    LangText({"en": "Ports"}),
    language="en",
    names=Names({"author": (Name(family="Lee", given="Ann"),)}),
    dates=Dates({"issued": parse_date("2019")}),
)
NUMBERS = b"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>Volumes</title><id>volumes</id></info>
<citation><layout><text variable="volume"/></layout></citation><bibliography><layout><text variable="citation-number" suffix=". "/>
<text variable="volume"/></layout></bibliography></style>"""


def text(mode: CiteMode, **place: str) -> Document:
    cite = Cite((CiteItem("lee", **place),), mode)
    return Document("", "en", (Paragraph((Text("So "), cite, Text(".")), "p"), References("r")))


def test_a_citation_without_author_and_page_names_its_author_and_says_so() -> None:
    style = compile_style("modern-language-association")
    resolved, problems = resolve(text("suppress-author"), Library((LEE,)), style)
    paragraph = resolved.blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.children) == "So (Lee)."
    assert [(problem.code, problem.key) for problem in problems] == [("citation-needs-more", "lee")]
    cites = [node for node in paragraph.children if isinstance(node, Cite)]
    assert cites[0].mode == "parenthetical", "a citation manager makes the same of it"


def test_with_a_page_it_stays_as_asked() -> None:
    resolved, problems = resolve(
        text("suppress-author", locator="4", label="page"), Library((LEE,)), compile_style("modern-language-association")
    )
    assert problems == ()
    assert plain(resolved.blocks[0].children) == "So (4)."  # type: ignore[union-attr]


def test_a_work_of_which_nothing_is_printed_is_named_by_its_title() -> None:
    resolved, problems = resolve(text("parenthetical"), Library((LEE,)), compile_style(NUMBERS))
    paragraph, references = resolved.blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(references, References)
    assert plain(paragraph.children) == "So Ports."
    assert [plain(entry_inlines(entry)) for entry in references.entries] == ["1. Ports"]
    assert [problem.code for problem in problems] == ["csl-cite-prints-nothing"]


def test_a_bibliography_alone_says_it_too() -> None:
    listed, problems = bibliography_document(Library((LEE,)), compile_style(NUMBERS), "en")
    references = listed.blocks[0]
    assert isinstance(references, References)
    assert NO_FORM not in plain(entry_inlines(references.entries[0]))
    assert [problem.code for problem in problems] == ["work-unprinted"]
