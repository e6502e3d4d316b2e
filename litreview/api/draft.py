"""The draft: a library and an outline become a chapter, cited and ready to be written."""

from __future__ import annotations

import os

import attrs

from litreview.analysis import annotate
from litreview.analysis.description import describe
from litreview.api.outline import read_outline, refuse_unknown_studies
from litreview.api.save import save
from litreview.api.style import compiled
from litreview.cite.resolve import resolve
from litreview.claims import Ledger, build_ledger
from litreview.csl import ItemLocale
from litreview.document.nodes import Document
from litreview.errors import Problem, ReadError, fault
from litreview.languages import language
from litreview.record import Library, Study
from litreview.review import compose
from litreview.themes import Outline, apply
from litreview.writers import Options, by_suffix

PRINTED = Options(backlinks=False)
"""A chapter as it is handed in."""


@attrs.frozen
class Review:
    """A finished draft: the document with its citations, the claims it was rendered from, and what was found wrong on the way."""

    document: Document
    ledger: Ledger
    library: Library
    problems: tuple[Problem, ...] = ()

    def save(self, path: str | os.PathLike[str], options: Options = PRINTED) -> None:
        """Write the chapter to `path`, in the output of its suffix (``.docx``, ``.md``, ``.html`` …), whole or not at all.

        `options` choose the look, the kind of citations and more. Unless they say otherwise a bibliography entry has no marks that
        lead back to its citations: they would be printed in what is handed in.
        Raises UnknownName for an unknown suffix, WriteError where the file cannot be written.
        """
        save(path, by_suffix(os.fspath(path)).write(self.document, options))


def draft(
    library: Library,
    *,
    lang: str | None = None,
    style: str | os.PathLike[str] | None = None,
    outline: Outline | str | os.PathLike[str] | None = None,
) -> Review:
    """Draft a thematic review chapter of the studies of `library`.

    `lang` is the language of the chapter ("id" unless the outline says otherwise), `style` a CSL style (a name, or the path of a
    ``.csl`` file; "apa" unless the outline says otherwise), `outline` an `Outline` or the path of an outline file.
    Nothing is said that no record states: aspects that are not recorded are read from the abstracts, by rules, with their evidence.

    Raises UnknownName (language, style), StyleError, ReadError (a library without studies, an outline file with a wrong key, or that
    names a study the library does not have; in an `Outline` the latter is a problem).
    """
    plan = outline if isinstance(outline, Outline) else read_outline(outline) if outline is not None else Outline()
    if not len(library):
        raise ReadError("the library has no studies: give at least one record")
    spoken = language(lang or plan.language or "id")
    wanted = style or plan.style or "apa"
    chosen = compiled(wanted, spoken.csl_locale)
    ready, found = _prepared(library)
    themes, used, planned = apply(plan, ready)
    if outline is not None and not isinstance(outline, Outline):
        refuse_unknown_studies(planned, outline)
    if not len(used):
        raise ReadError("the outline leaves out every study: keep at least one")
    ledger = build_ledger(used, themes)
    composed = compose(ledger, used, plan, spoken)
    item_locale: ItemLocale = "terms" if spoken.tag == "id" else "off"
    document, cited = resolve(composed, used, chosen, item_locale=item_locale)
    return Review(document, ledger, used, (*found, *planned, *chosen.problems, *cited))


def _prepared(library: Library) -> tuple[Library, tuple[Problem, ...]]:
    """Every study with its aspects (read from its abstract where none is recorded) and with a title to be cited by."""
    problems: list[Problem] = []
    studies: list[Study] = []
    for study in library:
        if study.abstract and not study.aspects.recorded:
            study, found = annotate(study)
            problems += found
        if not study.title:
            problems.append(fault("title-described", key=study.key, severity="info"))
            study = describe(study)
        studies.append(study)
    return attrs.evolve(library, studies=tuple(studies)), tuple(problems)
