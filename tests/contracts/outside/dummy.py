"""A package of somebody else's: a part of each family in one file, with the words that they need. See entry_points.txt beside it."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.cli._command import Command
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.document.nodes import Block, Document, Paragraph, Text
from litreview.document.walk import block_inlines, plain
from litreview.errors import Problem
from litreview.formats import Format
from litreview.library.checks import RecordCheck
from litreview.library.repairs import Repair, on_texts
from litreview.online.identifier import Identifier
from litreview.online.service import Service
from litreview.pages.sources import PageSource
from litreview.record import LangText, Library, Study
from litreview.record.faults import study_fault
from litreview.review.claims.claim import Claim
from litreview.review.claims.facets import FacetClaims
from litreview.review.claims.moves import lone, shared, told_in
from litreview.review.claims.values import compare
from litreview.review.composition import Composition, Section
from litreview.review.figures import Corpus, Kind
from litreview.review.figures.chart import Chart, bars
from litreview.themes.facets import Facet
from litreview.writers import Options, Writer
from litreview.writers.docx.citations import CitationMode
from litreview.writers.docx.citations.plain import Plain
from litreview.writers.docx.package.build import Build
from litreview.writers.options import DEFAULT

CONCEPTS = Path(__file__).parent / "concepts.toml"

WORDS = {
    "en": {
        "chapter": {"dummy_heading": "A section of somebody else’s"},
        "facets": {"dummy": "Places of study"},
        "figures": {"dummy": {"title": "Studies by type", "axis": "Type", "all": "{figure} counts them.", "some": "{figure} counts some."}},
        "help": {"dummy": "Says that it is there."},
        "problems": {"dummy-short": "the title is shorter than {least} letters", "dummy-draft": "the draft has {blocks} passages"},
    },
    "id": {"facets": {"dummy": "Tempat penelitian"}},
}


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """One study a line: key, a tab, title."""
    pairs = [line.split("\t") for line in data.decode().splitlines() if "\t" in line]
    return tuple(Study(key, "book", title=LangText({"en": title})) for key, title in pairs), ()


def write(document: Document, options: Options = DEFAULT) -> bytes:
    """The words of each block on a line of their own."""
    return "\n".join(" ".join(plain(run) for run in block_inlines(block)) for block in document.blocks).encode()


def short_titles(library: Library) -> Iterator[Problem]:
    """Titles of fewer than four letters."""
    return (study_fault("dummy-short", study, least=4) for study in library if len(study.text("title") or "") < 4)


def passages(draft: Draft) -> Iterator[Problem]:
    """How many passages a draft has."""
    yield found("dummy-draft", draft, "info", blocks=len(draft.text.passages))


def no_stars(study: Study) -> Study:
    """Titles without stars."""
    return on_texts(study, lambda text: text.replace("*", ""), only=("title",))


def section(made: Composition) -> list[Block]:
    """How many studies there are."""
    return [Paragraph((Text(f"This section counts {len(made.library)} studies."),), "dummy/count")]


def figure(corpus: Corpus) -> Chart | None:
    """The studies by their type."""
    types = sorted({study.type for study in corpus.library})
    counted = [(name, sum(study.type == name for study in corpus.library)) for name in types]
    shared_words = corpus.language.section("figures")
    return bars("dummy", corpus.words("dummy"), shared_words, counted, len(corpus.library), len(corpus.library), upright=False)


def places(library: Library, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """The methods that recur, and the lone ones."""
    methods = compare(library, keys, "method")
    common = shared("methods", methods, library)
    return (*common, *lone("methods", methods, told_in(common)))


class Marked(Plain):
    """Plain citations in a file that says who set them."""

    def properties(self, build: Build) -> tuple[tuple[str, str], ...]:
        """One property."""
        return (("dummy", "set by dummy"),)


def path(identifier: Identifier, contact: str | None) -> str | None:
    """The address behind that of the service."""
    return f"/{identifier.value}"


def answer(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """A study from JSON with a title."""
    return (Study("x", "book", title=LangText({"en": json.loads(data)["title"]})),), ()


def arguments(parser: Parser) -> None:
    """None."""


def run(arguments: Namespace, report: Report) -> int:
    """Say that it is there."""
    report.result("dummy is there\n")
    return 0


def suffixed(data: bytes) -> str:
    """The text of a page: all after its first line."""
    return data.decode().partition("\n")[2]


FORMAT = Format("dummy", "Dummy lines", (".dummy",), read=read)
WRITER = Writer("dummy", "Dummy text", (".dummytext",), write)
CHECK = RecordCheck("dummy", short_titles)
DRAFT_CHECK = DraftCheck("dummy", passages)
REPAIR = Repair("dummy", no_stars)
SECTION = Section("dummy", "dummy_heading", section)
KIND = Kind("dummy", figure, ("introduction",))
MODE = CitationMode("dummy", Marked)
FACET = Facet("dummy", ("method",))
FACET_CLAIMS = FacetClaims("dummy", places)
SOURCE = PageSource("dummy", (".dummypage",), suffixed)
SERVICE = Service("dummy", "Dummy service", "https://example.org", path, answer, asked={"isbn": 1})
COMMAND = Command("dummy", "", arguments, run)
