"""The draft: a library and an outline become a chapter, cited and ready to be written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import attrs

from litreview.api.choosing import selection
from litreview.api.given import Studies
from litreview.api.load import load
from litreview.api.merging import MergePlan, draft_in, edited_draft, merged, remember_base, save_merge
from litreview.api.output import Choices, completed, files_beside, live, options, write
from litreview.audit.ledger import carrying, is_ledger, ledger_json
from litreview.cite.wording import Wording
from litreview.document.nodes import Document, Figure
from litreview.errors import Problem
from litreview.library.save import Saved, save
from litreview.merge.docx.pictures import remembered as pictured
from litreview.merge.docx.remarks import KEPT, signs
from litreview.merge.kept import kept
from litreview.review import drafting
from litreview.review.drafting import DEFAULT, Defaults
from litreview.review.shown_evidence import slots_of, with_evidence
from litreview.review.tables.grid import Grid
from litreview.review.tables.matrix import tables
from litreview.review.work import unread_cells, without_abstract
from litreview.settings.configuration import Configuration
from litreview.themes import Outline
from litreview.writers import Options, Template, named


@attrs.frozen(repr=False)
class Review(drafting.Review):
    """A finished draft: the document with its citations, the claims it was rendered from, and what was found wrong on the way."""

    @property
    def tables(self) -> tuple[Grid, ...]:
        """The tables of the chapter as rows and columns: previous studies, concept matrix, methods and frameworks.

        >>> import litreview
        >>> from litreview._resources import folder
        >>> review = litreview.draft(litreview.load(folder("references")), lang="en")
        >>> [grid.title for grid in review.tables][0], len(review.tables[0])
        ('Table 2.1 Previous studies', 5)
        """
        return tables(self.document, self.keep)

    @property
    def unread(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The cells of the table that are left to look at: each study with its aspects that are not yet read."""
        return unread_cells(self.library)

    @property
    def without_abstract(self) -> tuple[str, ...]:
        """The studies of which nothing could be read, since their abstract is not there."""
        return without_abstract(self.library)

    @property
    def to_translate(self) -> int:
        """How many sentences leave a place for the translation of a finding in another language."""
        return len(slots_of(self.document))

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """The chapter as a page, and as text, where a notebook shows it."""
        return {f"text/{kind}": named(name).write(self.document).decode() for kind, name in (("html", "html"), ("plain", "text"))}

    def save(
        self,
        path: str | os.PathLike[str],
        options: Options | None = None,
        *,
        citations: str | None = None,
        template: str | os.PathLike[str] | Template | None = None,
        insert_at: str | None = None,
        layout: str | os.PathLike[str] | None = None,
        contents: bool | None = None,
        backlinks: str | None = None,
        level_offset: int | None = None,
        template_map: str | os.PathLike[str] | None = None,
        evidence: str | None = None,
        configuration: Configuration | None = None,
        overwrite: bool = False,
        on_conflict: str = "comment",
        adopt: bool = False,
    ) -> Saved:
        """Write the chapter to `path`, in the output of its suffix (``.docx``, ``.md``, ``.html`` …), whole or not at all.

        ``.json`` is the ledger: everything the chapter says, each claim with the words it rests on; `read_ledger` reads it back. A Word
        file carries it too, unseen, so that `check_draft` can judge the file alone.
        `evidence` shows what each sentence rests on: "comments" (Word alone; elsewhere the appendix) or "appendix", a table at the end.
        The choices are those of `Choices`; finished `options` stand for all of them. What is not chosen is as `configuration` says, where
        the output has a use for it.

        A Word or Markdown file there that litreview wrote and somebody has edited since is merged: the writer's words stay, what nobody
        touched is made anew, and where both changed `on_conflict` says what is done ("comment": the new words in a comment; "track": as a
        tracked insertion, in Markdown ``{++…++}``; "mine": nothing; "theirs": they replace hers, which go into a comment). With `adopt` a
        Word file of any origin is taken on so. Any other file that was changed since litreview wrote it is kept as a numbered copy beside
        it, and the problems say so; one that litreview did not write is refused, and with `overwrite` replaced after such a copy. Gives
        what was written, and what a template brought and lacked. Raises UnknownName for an unknown suffix or choice, ReadError for a
        template or layout that cannot be used, WriteError for a choice that this output has no use for, or where a file cannot be
        written, is open in Word or LibreOffice, or is one of the sources.
        """
        if is_ledger(path):
            return save(path, ledger_json(self).encode(), self.keep, overwrite)
        choices = Choices(citations, template, insert_at, layout, contents, backlinks, level_offset, template_map)
        choices = completed(path, choices, configuration)
        chosen = options or self.options(path, choices)
        document, carried, problems = self._made(path, chosen, evidence or _evidence(path, configuration))
        problems = (*problems, *live(document, chosen, comments=bool(carried.comments)))
        mine = None if overwrite and not adopt else edited_draft(path, adopt)
        there = mine or (None if overwrite and not adopt else draft_in(carried.template))
        if there is not None:
            beside = files_beside(Path(path), document, carried, self.library)
            done = merged(path, *there, self, document, carried, on_conflict)
            saved = save_merge(path, done, self.keep, adopt or mine is not None, beside)
        else:
            saved = write(path, document, carried, self.keep, self.library, overwrite, command="draft")
        remember_base(path)
        return attrs.evolve(saved, problems=(*problems, *saved.problems))

    def merge_plan(
        self,
        path: str | os.PathLike[str],
        options: Options | None = None,
        *,
        on_conflict: str = "comment",
        adopt: bool = False,
        configuration: Configuration | None = None,
    ) -> MergePlan:
        """What `save` to `path` would do to the edited draft that stands there; a plan without lines where none does. Nothing is written.

        The arguments and what is raised are those of `save`.
        """
        there = None if is_ledger(path) else edited_draft(path, adopt)
        if there is None:
            return MergePlan()
        chosen = options or self.options(path, completed(path, Choices(), configuration))
        document, carried, _ = self._made(path, chosen, _evidence(path, configuration))
        return merged(path, *there, self, document, carried, on_conflict)

    def _made(self, path: str | os.PathLike[str], chosen: Options, evidence: str | None) -> tuple[Document, Options, tuple[Problem, ...]]:
        """The chapter as it is written, the options with all that the file carries, and what is to be said of the evidence."""
        document, remarks, told = with_evidence(self.document, self.ledger, self.library, evidence, path)
        made = attrs.evolve(
            self.made or document, blocks=((self.made or self.document).blocks + document.blocks[len(self.document.blocks) :])
        )
        remembered = kept(self.library, document.language, self.style, chosen.citations, document.sources)
        pictures = pictured(block for block in document.blocks if isinstance(block, Figure))
        said = [(KEPT, signs(lines for _, lines in remarks))] if remarks else []
        chosen = attrs.evolve(chosen, comments=remarks, kept=(*remembered, *pictures, *said))
        return document, carrying(attrs.evolve(self, document=document, made=made), chosen, path), tuple(told)

    def options(self, path: str | os.PathLike[str], choices: Choices) -> Options:
        """The choices as the writer for `path` takes them. Raises as `save` does."""
        return options(path, choices, self.document.language, self.style)


def draft(
    library: Studies,
    *,
    lang: str | None = None,
    style: str | os.PathLike[str] | None = None,
    outline: Outline | str | os.PathLike[str] | None = None,
    figures: bool | Sequence[str] | None = None,
    only: Sequence[str] | None = None,
    wording: Wording | None = None,
    configuration: Configuration | None = None,
) -> Review:
    """Draft a thematic review chapter of the studies of `library` (a library, or the paths of one).

    `lang` is the language of the chapter ("id" by default), `style` a CSL style (a name, or the path of a ``.csl`` file; "apa" by
    default), `outline` an `Outline` or the path of an outline file.
    `figures` draws figures from the records: True for all, or some of "years", "periods", "methods", "themes", "partners", "keywords"; none
    by default. One
    for which fewer than two studies have data is left out.
    `only` chooses the studies: texts such as "year=2015-2024", "type=thesis" or "tag=inti"; which are left out is a problem.
    `wording` says in which language works are worded, and with which titles.
    What is not given is as the outline says, else as `configuration` does (see `litreview.configuration`), else as by default.
    Nothing is said that no record states: aspects that are not recorded are read from the abstracts, by rules, with their evidence.

    Raises as `litreview.load`, UnknownName (language, style, figure), StyleError, MissingExtra (figures without matplotlib), ReadError
    (a library without studies, an `only` that chooses by nothing known, an outline file with a wrong key, or
    that names a study the library does not have; in an `Outline` the latter is a problem).
    """
    said = configuration or Configuration()
    defaults = Defaults(
        said.language or DEFAULT.lang,
        said.style or DEFAULT.style,
        said.figures or DEFAULT.figures,
        said.ignore_keywords,
        wording or said.wording,
    )
    outline = said.outline if outline is None else outline
    plan = [outline] if isinstance(outline, str | os.PathLike) else []
    studies = load(library, leave_out=[*plan, *said.beside], concepts=said.concepts, highlights=said.highlights)
    made = drafting.draft(studies, lang=lang, style=style, outline=outline, figures=figures, only=selection(only), defaults=defaults)
    made = attrs.evolve(made, keep=made.keep.also(*said.beside))
    return Review(**{str(field.alias): getattr(made, field.name) for field in attrs.fields(drafting.Review)})


def _evidence(path: str | os.PathLike[str], configuration: Configuration | None) -> str | None:
    """How the configuration wants the evidence shown in the output of `path`: comments in Word alone."""
    kind = configuration.evidence if configuration is not None else None
    return None if kind == "comments" and Path(path).suffix.casefold() != ".docx" else kind
