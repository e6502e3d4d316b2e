"""Screening: the exports of several databases joined, and the numbers of what was decided, as a flow diagram."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import attrs

from litreview.api.given import Studies
from litreview.api.library import Library
from litreview.api.load import load
from litreview.api.output import Choices, options, write
from litreview.document.nodes import Diagram, Document, Heading, Text
from litreview.errors import Problem, fault
from litreview.languages import CHAPTER, Language, language
from litreview.languages.failures import unreadable
from litreview.library.rewrite import Rewrite, files_of, rewritten
from litreview.library.rewrite import write as write_files
from litreview.library.save import NOTHING, Protected, Saved, protected, save
from litreview.library.screening import Flow, found
from litreview.library.screening import flow as counted
from litreview.library.screening.exchange import Decided, decided, exported
from litreview.library.screening.tools import tool
from litreview.record import Study
from litreview.review.figures.place import with_figures
from litreview.review.prose import Voice
from litreview.review.sections.selection import selection, sentences
from litreview.writers import named
from litreview.writers._svg import svg

SVG = ".svg"


@attrs.frozen
class Screened:
    """Exports joined: the records, each with the places in which it was found, and how many were among the earlier ones `again`.

    `likely` are the keys of pairs that seem to be one work and were not made one: that is for a person to say (`merge_duplicates`).
    """

    library: Library
    again: int
    likely: tuple[tuple[str, str], ...] = ()


@attrs.frozen
class FlowDiagram:
    """The numbers of a screening in the language `tag`, to be looked at or saved. `flow` has them as numbers."""

    flow: Flow
    tag: str
    keep: Protected = attrs.field(default=NOTHING, eq=False, repr=False)
    """The files of the records, which `save` never writes over."""

    def __str__(self) -> str:
        """The numbers in words, a sentence a line."""
        return "\n".join(sentences(self.flow, self._language, self._included))

    @property
    def svg(self) -> str:
        """The diagram alone, as an SVG file."""
        return svg(next(block for block in self.document.blocks if isinstance(block, Diagram)), alone=True)

    @property
    def document(self) -> Document:
        """The paragraph and the diagram under a heading, for any output."""
        title = str(self._language.needed("chapter", "selection", "section selection"))
        blocks = (Heading(1, (Text(title),), "chapter"), *selection(self.flow, self._language, self._included))
        return with_figures(Document(title, self._language.word_tag, blocks), (), lambda chart: (b"", 0.0, 0.0), self._language)

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Saved:
        """Write the diagram (``.svg``), or the paragraph with it in any output of a chapter (``.docx`` as a drawing of Word's own).

        What stands there is kept or refused as in `Review.save`. Raises UnknownName for an unknown suffix, and WriteError.
        """
        if Path(path).suffix.casefold() == SVG:
            return save(path, self.svg.encode(), self.keep, overwrite)
        return write(path, self.document, options(path, Choices(), self.tag, ""), self.keep, overwrite=overwrite)

    def _repr_html_(self) -> str:
        return named("html").write(self.document).decode()

    @property
    def _language(self) -> Language:
        return language(self.tag)

    @property
    def _included(self) -> str:
        return Voice(self._language).studies(self.flow.included) if self.flow.included else ""


def screen(exports: Mapping[str, Studies], known: Studies | None = None) -> Screened:
    """The records of `exports` (by the name of each database, its file or files) as one library to be screened.

    Records that are certainly one work are made one and name each place where it was found. `known` is the library of an earlier day: its
    keys, values and decisions stay, new records come behind. Decisions are made in ``Study.screening``, by hand or in a worksheet
    (`litreview.worksheet`). Raises as `litreview.load` does.

    >>> from litreview._resources import folder
    >>> made = screen({"Garuda": folder("references")})
    >>> made.library.studies[0].screening.found_in, made.again
    (('Garuda',), 0)
    """
    earlier = load(known) if known is not None else None
    read = {place: load(files) for place, files in exports.items()}
    joined, again, likely = found(read, earlier)
    sources = earlier.sources if earlier is not None else tuple(source for library in read.values() for source in library.sources)
    return Screened(Library(joined.studies, joined.problems, sources=sources, concepts=joined.concepts), again, likely)


@attrs.frozen
class TakenDecisions:
    """Decisions taken from another program: each that is new, the files that were (or would be) rewritten, and what could not be taken."""

    decisions: tuple[Decided, ...]
    files: tuple[Rewrite, ...]
    problems: tuple[Problem, ...]


def export_screening(library: Studies, program: str, path: str | os.PathLike[str], *, overwrite: bool = False) -> Saved:
    """Write the records of `library`, with what has been decided about them, to `path` (``.csv`` or ``.ris``) as `program` opens them.

    `program` is "asreview" or "rayyan". What it decides comes back with `take_decisions`. What stands at `path` is kept or refused as in
    `Review.save`. Raises as `litreview.load` does, UnknownName for another program or suffix, and WriteError.

    >>> import tempfile
    >>> from litreview._resources import folder
    >>> with tempfile.TemporaryDirectory() as place:
    ...     path = Path(place) / "screen.csv"
    ...     _ = export_screening(folder("references"), "asreview", path)
    ...     path.read_text(encoding="utf-8").partition(",")[0]
    'title'
    """
    studies = load(library)
    return save(path, exported(studies, tool(program), Path(path).suffix.casefold()), protected(studies), overwrite)


def take_decisions(path: str | os.PathLike[str], into: Studies, *, dry_run: bool = False) -> TakenDecisions:
    """Take what was decided in ASReview or Rayyan from their export `path` (``.csv`` or ``.ris``) into the records `into`.

    What was kept there is to be read in full ("sought"), unless the file was made by `export_screening` and says more; what was left out is
    "excluded", with its reason. A record that is decided already stays as it is, and a problem tells where the two differ. All else stays
    byte for byte; with `dry_run` nothing is written. Raises ReadError for a file without such decisions, and WriteError for a file of
    records that has no room for them.
    """
    library = load(into, leave_out=[path])
    screenings, decisions, problems, known = decided(load(path), library)
    if not known:
        raise unreadable(fault("screening-no-decisions", file=os.fspath(path), severity="error"))

    def change(study: Study) -> Study:
        return attrs.evolve(study, screening=screenings[study.key]) if study.key in screenings else study

    files, faults = rewritten(files_of(library, (path,)), library, change, whole=True) if screenings else ((), ())
    if not dry_run:
        faults = (*faults, *write_files(files, "screen --take"))
    return TakenDecisions(decisions, files, (*problems, *faults))


def flow_diagram(library: Studies, *, lang: str | None = None) -> FlowDiagram | None:
    """The numbers of the screening of `library` in the language `lang` ("id" by default); None where no record is part of one.

    Raises as `litreview.load` does, and UnknownName for a language.

    >>> from litreview.record import Screening, Study
    >>> made = flow_diagram(Library((Study("a", screening=Screening(("Scopus",), "included")),)), lang="en")
    >>> str(made).splitlines()[0].replace("\u00a0", " ")
    'The search gave records from Scopus (n = 1), 1 in all.'
    """
    studies = load(library)
    numbers = counted(studies)
    return FlowDiagram(numbers, language(lang or CHAPTER).tag, protected(studies)) if numbers is not None else None
