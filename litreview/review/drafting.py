"""Drafting: a library and an outline become a chapter, its citations set."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence

import attrs

from litreview.analysis.prepared import prepared
from litreview.cite.named_style import compiled
from litreview.cite.resolve import resolve
from litreview.cite.wording import AS_USUAL, Wording
from litreview.document.nodes import Document, Sentence
from litreview.document.walk import block_inlines, nodes, plain
from litreview.document.works import Works
from litreview.errors import Problem, fault
from litreview.languages import CHAPTER, language
from litreview.languages.failures import unreadable
from litreview.library.full_texts import with_full_texts
from litreview.library.save import NOTHING, Protected, protected
from litreview.library.screening import flow, screened
from litreview.record import Library
from litreview.review.chapter import compose
from litreview.review.choices import broken_choices, choices
from litreview.review.claims import Claim, Ledger, build_ledger
from litreview.review.figures.illustrations import chosen_figures, illustrated
from litreview.review.remarks import remark_problems
from litreview.review.resolving import Resolving
from litreview.themes import Outline, apply
from litreview.themes.outline.reading import read_outline, refuse_unknown_studies
from litreview.themes.outline.selection import Selection

LOG = logging.getLogger("litreview")


@attrs.frozen
class Review:
    """A finished draft: the document with its citations, the claims it was rendered from, and what was found wrong on the way."""

    document: Document
    ledger: Ledger
    library: Library
    problems: tuple[Problem, ...] = ()
    style: str = ""
    """The id of the citation style."""
    made: Document | None = attrs.field(default=None, repr=False, eq=False)
    """The document as it was drafted, by which `check_draft` knows what was changed since."""
    _resolving: Resolving | None = attrs.field(default=None, repr=False, eq=False, alias="resolving")
    keep: Protected = attrs.field(default=NOTHING, repr=False, eq=False)
    """The files that the draft was made from, which `save` never writes over."""

    def __repr__(self) -> str:
        """What it is, on one line: language, studies, claims, and how much is to be looked at."""
        serious = sum(problem.severity != "info" for problem in self.problems)
        claims = len(self.ledger.claims)
        return f"<{type(self).__name__}: {self.document.language}, {len(self.library)} studies, {claims} claims, {serious} problems>"

    @property
    def citable(self) -> frozenset[str]:
        """The keys of the works that the chapter may cite."""
        return frozenset(self._resolving.library.keys() if self._resolving is not None else self.library.keys())

    def resolved(self, document: Document, works: Works = ()) -> tuple[Document, tuple[Problem, ...]]:
        """`document` with its citations set as those of the chapter are; of `works` (CSL-JSON by key) those unknown here are cited too."""
        return (document, ()) if self._resolving is None else self._resolving(document, works)

    def sentence(self, claim: Claim) -> str:
        """The sentence that tells `claim` in this chapter, with its citations as printed; empty where the chapter does not tell it.

        >>> import litreview
        >>> from litreview._resources import folder
        >>> review = litreview.draft(litreview.load(folder("references")), lang="en")
        >>> review.sentence(review.ledger.select(kind="corpus.size")[0])[:33]
        'This chapter reviews five studies'
        """
        runs = (run for block in self.document.blocks for run in block_inlines(block))
        sentences = (node for run in runs for node in nodes(run) if isinstance(node, Sentence) and node.claim == claim.id)
        return next((plain(node.children) for node in sentences), "")


@attrs.frozen
class Defaults:
    """What holds where neither the caller nor the outline says anything."""

    lang: str = CHAPTER
    style: str = "apa"
    figures: tuple[str, ...] = ()
    ignore_keywords: tuple[str, ...] = ()
    wording: Wording = AS_USUAL


DEFAULT = Defaults()


def by_legend(library: Library, plan: Outline | str | os.PathLike[str] | None) -> Library:
    """`library` with the legend of the outline `plan` (an Outline or its path), where that has one."""
    if isinstance(plan, str | os.PathLike):
        plan = read_outline(plan, choices(library.concepts))
    return attrs.evolve(library, legend=plan.highlights) if plan is not None and plan.highlights is not None else library


def draft(
    library: Library,
    *,
    lang: str | None = None,
    style: str | os.PathLike[str] | None = None,
    outline: Outline | str | os.PathLike[str] | None = None,
    figures: bool | Sequence[str] | None = None,
    only: Selection | None = None,
    defaults: Defaults = DEFAULT,
) -> Review:
    """The chapter on the studies of `library`; the arguments and what is raised are those of `litreview.draft`, but for `defaults`."""
    offered = choices(library.concepts)
    plan = outline if isinstance(outline, Outline) else read_outline(outline, offered) if outline is not None else Outline()
    plan = attrs.evolve(plan, ignore_keywords=(*plan.ignore_keywords, *defaults.ignore_keywords), selection=only or plan.selection)
    if not len(library):
        raise unreadable(fault("library-empty", severity="error"))
    spoken = language(lang or plan.language or defaults.lang)
    wanted = style or plan.style or defaults.style
    chosen = compiled(wanted, spoken.csl_locale, overlays=defaults.wording.terms == "own")
    worded = defaults.wording.item_locale(spoken.item_locale)
    reviewed, unscreened = screened(by_legend(library, plan))
    if not len(reviewed):
        raise unreadable(fault("screening-leaves-none", severity="error"))
    whole, unread = with_full_texts(reviewed)
    ready, found = prepared(whole)
    themes, used, planned = apply(plan, ready)
    ready = attrs.evolve(ready, studies=(*ready.studies, *unscreened))  # what was left out may still be cited in her own words
    if outline is not None and not isinstance(outline, Outline):
        refuse_unknown_studies(planned, outline)
    if not len(used):
        raise unreadable(fault("outline-leaves-none", severity="error"))
    LOG.info("writing", extra={"step": "writing", "done": len(used), "of": len(library)})
    ledger = build_ledger(used, themes)
    composed = compose(ledger, used, plan, spoken, flow(library))
    titled = defaults.wording.translated_titles
    document, cited = resolve(
        composed, ready, chosen, item_locale=worded, translated_titles=titled
    )  # the writer may cite what the review leaves out
    drawn, left_out = illustrated(document, ledger, used, spoken, chosen_figures(figures, plan.figures or defaults.figures))
    written = remark_problems(plan, ready, spoken)
    told = (fault("screening-left-out", severity="info", count=len(unscreened), total=len(library)),) if unscreened else ()
    problems = (*told, *unread, *found, *planned, *written, *chosen.problems, *cited, *left_out, *broken_choices())
    keep = protected(library, *([plan.file] if plan.file else []))
    resolving = Resolving(ready, chosen, worded, titled)
    return Review(drawn, ledger, used, problems, chosen.id, drawn, resolving, keep)
