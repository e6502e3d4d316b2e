"""The studies of a library as a bibliography, ready to read, print or save."""

from __future__ import annotations

import os

import attrs

from litreview.analysis.description import describe
from litreview.api.given import Studies, library_of
from litreview.api.output import Choices, completed, listing, options, write
from litreview.cite.named_style import compiled
from litreview.cite.resolve import bibliography_document
from litreview.cite.wording import Wording
from litreview.document.nodes import Document
from litreview.document.walk import block_inlines, plain
from litreview.errors import Problem, fault
from litreview.languages import CHAPTER, language
from litreview.library.save import NOTHING, Protected, Saved, protected
from litreview.settings.configuration import Configuration
from litreview.writers import Template, named


@attrs.frozen
class Bibliography:
    """A bibliography: its document, and what was wrong with works or style. In a notebook it shows itself."""

    document: Document
    problems: tuple[Problem, ...] = ()
    style: str = ""
    """The id of the citation style."""
    keep: Protected = attrs.field(default=NOTHING, eq=False, repr=False)
    """The files that it was made from, which `save` never writes over."""

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries as plain text, in order, without a heading."""
        return tuple(plain(inlines) for block in self.document.blocks[-1:] for inlines in block_inlines(block))

    @property
    def text(self) -> str:
        """The whole as plain text."""
        return self._written("text")

    @property
    def markdown(self) -> str:
        """The whole as Markdown."""
        return self._written("markdown")

    @property
    def html(self) -> str:
        """The whole as an HTML page."""
        return self._written("html")

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        template: str | os.PathLike[str] | Template | None = None,
        insert_at: str | None = None,
        layout: str | os.PathLike[str] | None = None,
        level_offset: int | None = None,
        template_map: str | os.PathLike[str] | None = None,
        configuration: Configuration | None = None,
        overwrite: bool = False,
    ) -> Saved:
        """Write it to `path` in the output of its suffix (``.docx``, ``.html``, ``.md``, ``.txt`` …), whole or not at all.

        The choices are those of `Choices`; what is not chosen is as `configuration` says, where the output has a use for it. What stands
        there is kept or refused as in `Review.save`. Raises UnknownName for an unknown suffix or layout, ReadError for a template or layout
        that cannot be used, WriteError for a choice that this output has no use for, or where the file cannot be written or is a source.
        """
        asked = Choices(None, template, insert_at, layout, level_offset=level_offset, template_map=template_map)
        choices = listing(completed(path, asked, configuration))
        return write(path, self.document, options(path, choices, self.document.language, self.style), self.keep, overwrite=overwrite)

    def _written(self, writer: str) -> str:
        return named(writer).write(self.document).decode()

    def __str__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/plain": self.text, "text/markdown": self.markdown, "text/html": self.html}


def bibliography(
    library: Studies,
    style: str | os.PathLike[str] | None = None,
    lang: str | None = None,
    *,
    wording: Wording | None = None,
    configuration: Configuration | None = None,
) -> Bibliography:
    """Every study of `library` (a library, or the paths of one) as an entry, sorted and set as the style says.

    `style` is the name of a CSL style or the path of a ``.csl`` file, `lang` the language of its words ("dan", "Diakses dari" …) and of
    the heading, `wording` what else there is to choose of its words; what is not given is as `configuration` says, else "apa" and "id". A
    study without a title is described in square brackets. Raises as `litreview.load`, UnknownName (style, language), StyleError.

    >>> from litreview.record import LangText, Library, Name, Names, Study
    >>> lee = Study("lee", "book", title=LangText({"en": "Motives"}), names=Names({"author": (Name(family="Lee", given="Ann"),)}))
    >>> bibliography(Library((lee,)), lang="en").entries
    ('Lee, A. (n.d.). Motives.',)
    """
    said = configuration or Configuration()
    studies = library_of(library, leave_out=said.beside)
    spoken = language(lang or said.language or CHAPTER)
    words = wording or said.wording
    style_ = compiled(style or said.style or "apa", spoken.csl_locale, overlays=words.terms == "own")
    titled = [study if study.title else describe(study) for study in studies]
    described = [fault("title-described", key=study.key, severity="info") for study in studies if not study.title]
    document, problems = bibliography_document(
        attrs.evolve(studies, studies=tuple(titled)), style_, spoken.tag, title=spoken.label("bibliography"),
        item_locale=words.item_locale(spoken.item_locale), translated_titles=words.translated_titles,
    )  # fmt: skip
    return Bibliography(document, (*described, *style_.problems, *problems), style_.id, protected(studies, *said.beside))
